package person

import "math"

// A hand in its own space: the wrist at 0, 0, fingers along +y, the thumb on
// the side of +x for the viewer's left hand seen from the back.
var fingers = [4]struct {
	x, y   float64 // knuckle
	length float64
	fan    float64 // degrees it leans away from the middle finger, spread
	r      float64
}{
	{8.2, 25.5, 23, 1.0, 4.3}, // index
	{2.9, 27.5, 26, 0.2, 4.4},
	{-2.6, 26.8, 24, -0.6, 4.2},
	{-7.6, 24.0, 18.5, -1.6, 3.7}, // little
}

// hand draws the hand at the end of an arm.
func (f *figure) hand(a arm) {
	q := f.pose[a.base : a.base+armParts]
	skin := f.look.Skin
	if a.sd > 0 {
		skin = skin.to(f.shadow(), 0.16)
	}
	fold := f.fold()
	back := f.m
	// Fingers point down at 0 and towards the middle at 90; mirrored for the other side.
	size := 0.98
	if f.look.Girth < 1 {
		size = 0.94
	}
	m := shift(a.wrist.x, a.wrist.y).then(turn(a.sd*q[aim]*rad, 0, 0))
	// Turning the palm up swings the thumb to the other side, through edge-on.
	face := 1 - 2*q[palm]
	if math.Abs(face) < 0.35 {
		face = math.Copysign(0.35, face)
	}
	m = m.then(scale(-a.sd*size*face, size))
	f.use(back.then(m))
	f.px = f.px / math.Sqrt(math.Abs(face))

	sq := lerp(0.62, 1, q[reach]) // foreshortened, the palm shortens less than the fingers
	cu := q[curl]
	spread := q[spread]

	th := q[thumb] * rad
	thumbShape := func(c ink) {
		// From the root of the thumb, two bones.
		root := pt{8.5, 9 * sq}
		s, k := math.Sincos(th)
		l1, l2 := 12.5*lerp(0.8, 1, q[reach]), 13.0*lerp(0.8, 1, q[reach])
		j := root.add(pt{s * l1, k * l1})
		s2, k2 := math.Sincos(th - 0.32 - 0.5*cu)
		e := j.add(pt{s2 * l2, k2 * l2})
		f.line(soft(root), soft(j), soft(e))
		f.stroke(c, 10.5, 9.6, 8.2)
		if q[palm] < 0.5 {
			d := e.sub(j).unit()
			n1 := e.add(d.mul(0.4))
			f.ellipse(nail(skin), n1.x, n1.y, 2.1, 2.5)
		}
	}
	if q[palm] >= 0.5 {
		thumbShape(skin)
	}
	// Fingers: little finger first, so that the index lies on top.
	var tips, roots [4]pt
	for i := 3; i >= 0; i-- {
		g := fingers[i]
		c := cu
		if i == 0 {
			c = clamp(cu-q[point], 0, 1)
		}
		dir := (g.fan*spread*11 + g.fan*2.0) * rad
		ln := g.length * lerp(0.55, 1, q[reach]) * (1 - 0.66*c)
		root := pt{g.x, g.y * sq}
		s, k := math.Sincos(dir)
		mid := root.add(pt{s * ln * 0.55, k * ln * 0.55})
		bend := dir - 0.10*g.fan - 0.05
		s2, k2 := math.Sincos(bend)
		tip := mid.add(pt{s2 * ln * 0.45, k2 * ln * 0.45})
		tips[i], roots[i] = tip, root
		tone := skin
		if i > 0 {
			tone = skin.to(f.shadow(), 0.10*float64(i))
		}
		f.line(soft(root.sub(pt{0, 6})), soft(mid), soft(tip))
		f.stroke(fold.fade(0.55), 2*g.r+1.1, 2*g.r+1.1, 2*g.r+0.6)
		f.line(soft(root.sub(pt{0, 6})), soft(mid), soft(tip))
		f.stroke(tone, 2*g.r, 2*g.r, 2*g.r-0.9)
		if q[palm] < 0.5 && c < 0.6 {
			d := tip.sub(mid).unit()
			nl := tip.add(d.mul(0.8))
			f.ellipse(nail(tone), nl.x, nl.y, 1.9, 2.2)
		}
		if c < 0.75 {
			f.line(soft(mid.add(pt{-2.2, -0.6})), soft(mid.add(pt{0, 0.4})), soft(mid.add(pt{2.2, -0.6})))
			f.stroke(fold.fade(0.45), 0.2, 0.8, 0.2)
		}
	}
	// The back of the hand, or the palm.
	f.outline(
		n(-6.4, -3), n(-9.5, 8*sq), n(-11.6, 18*sq), n(-10.6, 26*sq), n(-4, 30.4*sq), n(4, 31*sq), n(11, 28.6*sq), n(12.4, 20*sq), n(11, 9*sq), n(6.4, -3))
	f.fill(f.grade(skin, skin.to(f.shadow(), 0.22), 6, 0, -8, 26*sq))
	if q[palm] < 0.5 {
		for i, g := range fingers {
			if cu > 0.35 { // knuckles
				f.line(n(g.x-2.6, (g.y+3)*sq), n(g.x, (g.y+4.6)*sq), n(g.x+2.6, (g.y+3)*sq))
				f.stroke(fold.fade(0.5), 0.3, 1.1, 0.3)
			}
			if i < 3 { // the lines between them
				x := (g.x + fingers[i+1].x) / 2
				y := (g.y + fingers[i+1].y) / 2 * sq
				f.line(n(x-0.2, y-3.5), n(x, y), n(x+(g.fan*0.3), y+4.5))
				f.stroke(fold.fade(0.6), 0.1, 0.9, 0.8)
			}
		}
		thumbLine := func() {
			root := pt{8.5, 9 * sq}
			s, k := math.Sincos(th)
			j := root.add(pt{s * 11, k * 11})
			f.line(soft(root.add(pt{-2, 5})), soft(mix(root, j, 0.7).add(pt{-3.6, 3})), soft(j.add(pt{-4.2, 4})))
			f.stroke(fold.fade(0.55), 0.2, 1.0, 0.4)
		}
		thumbShape(skin)
		thumbLine()
	} else {
		f.line(n(9, 10*sq), n(3, 16*sq), n(2.5, 26*sq))
		f.stroke(fold.fade(0.5), 0.3, 1.1, 0.3)
		f.line(n(10, 23*sq), n(2, 21*sq), n(-7, 24*sq))
		f.stroke(fold.fade(0.45), 0.3, 1.0, 0.3)
	}
	f.use(back)
}

// nail is the colour of a fingernail on skin.
func nail(skin ink) ink { return skin.to(rgb(0xF6CFC0), 0.42) }
