package person

import "math"

// A hand in its own space: the wrist at 0, 0, fingers along +y, the thumb on
// the side of +x for the viewer's left hand seen from the back.
var fingers = [4]struct {
	x, y   float64 // knuckle
	length float64
	fan    float64 // which way it leans, spread, and how far
	r      float64
}{
	{8.2, 25.5, 23, 1.0, 4.3}, // index
	{2.9, 27.5, 26, 0.2, 4.4},
	{-2.6, 26.8, 24, -0.6, 4.2},
	{-7.6, 24.0, 18.5, -1.6, 3.7}, // little
}

// grip is a hand about to be drawn: its part of the pose and its inks.
type grip struct {
	q          []float64 // the pose's arm
	skin, fold ink
	short      float64 // foreshortening of the palm; fingers shorten more
	up         bool    // the palm is seen
}

// hand draws the hand at the end of an arm.
func (f *figure) hand(a arm) {
	q := f.pose[a.base : a.base+armParts]
	g := grip{q: q, skin: f.look.Skin, fold: f.fold(), short: lerp(0.62, 1, q[reach]), up: q[palm] >= 0.5}
	if g.up { // palms are paler, the more so the darker the skin
		g.skin = g.skin.to(rgb(0xEFC3A6), 0.75*float64(1-g.skin.g))
	}
	if a.sd > 0 {
		g.skin = g.skin.to(f.shadow(), 0.16)
	}
	size := 0.98
	if f.look.Girth < 1 {
		size = 0.94
	}
	// Turning the palm up swings the thumb to the other side, through edge-on.
	face := 1 - 2*q[palm]
	if math.Abs(face) < 0.35 {
		face = math.Copysign(0.35, face)
	}
	was := f.m
	f.use(was.then(shift(a.wrist.x, a.wrist.y)).then(turn(a.sd*q[aim]*rad, 0, 0)).then(scale(-a.sd*size*face, size)))
	f.px /= math.Sqrt(math.Abs(face))
	if g.up {
		f.thumbOf(g)
	}
	for i := 3; i >= 0; i-- { // the little finger first: the index lies on top
		f.finger(g, i)
	}
	s := g.short
	f.outline(
		n(-6.4, -3), n(-9.5, 8*s), n(-11.6, 18*s), n(-10.6, 26*s), n(-4, 30.4*s), n(4, 31*s), n(11, 28.6*s), n(12.4, 20*s), n(11, 9*s), n(6.4, -3))
	f.fill(f.grade(g.skin, g.skin.to(f.shadow(), 0.22), 6, 0, -8, 26*s))
	if g.up {
		f.palmLines(g)
	} else {
		f.knuckles(g)
		f.thumbOf(g)
	}
	f.use(was)
}

// finger draws one, its root under the back of the hand.
func (f *figure) finger(g grip, i int) {
	d := fingers[i]
	c := g.q[curl]
	if i == 0 {
		c = clamp(c-g.q[point], 0, 1)
	}
	dir := (d.fan*g.q[spread]*11 + d.fan*2) * rad
	ln := d.length * lerp(0.55, 1, g.q[reach]) * (1 - 0.66*c)
	root := pt{d.x, d.y * g.short}
	mid := root.add(along(dir, ln*0.55))
	tip := mid.add(along(dir-0.10*d.fan-0.05, ln*0.45))
	tone := g.skin.to(f.shadow(), 0.10*float64(i))
	for pass := range 2 { // an edge in shade, then the finger
		f.line(soft(root.sub(pt{0, 6})), soft(mid), soft(tip))
		if pass == 0 {
			f.stroke(g.fold.fade(0.55), 2*d.r+1.1, 2*d.r+1.1, 2*d.r+0.6)
		} else {
			f.stroke(tone, 2*d.r, 2*d.r, 2*d.r-0.9)
		}
	}
	if !g.up && c < 0.6 {
		e := tip.add(tip.sub(mid).unit().mul(0.8))
		f.ellipse(nail(tone), e.x, e.y, 1.9, 2.2)
	}
	if c < 0.75 {
		f.line(soft(mid.add(pt{-2.2, -0.6})), soft(mid.add(pt{0, 0.4})), soft(mid.add(pt{2.2, -0.6})))
		f.stroke(g.fold.fade(0.45), 0.2, 0.8, 0.2)
	}
}

// along is l in the direction a, counted from +y.
func along(a, l float64) pt {
	s, c := math.Sincos(a)
	return pt{s * l, c * l}
}

// thumbOf draws two bones from the root of the thumb.
func (f *figure) thumbOf(g grip) {
	a, k := g.q[thumb]*rad, lerp(0.8, 1, g.q[reach])
	root := pt{8.5, 9 * g.short}
	joint := root.add(along(a, 12.5*k))
	tip := joint.add(along(a-0.32-0.5*g.q[curl], 13*k))
	f.line(soft(root), soft(joint), soft(tip))
	f.stroke(g.skin, 10.5, 9.6, 8.2)
	if g.up {
		return
	}
	e := tip.add(tip.sub(joint).unit().mul(0.4))
	f.ellipse(nail(g.skin), e.x, e.y, 2.1, 2.5)
	j := root.add(along(a, 11))
	f.line(soft(root.add(pt{-2, 5})), soft(mix(root, j, 0.7).add(pt{-3.6, 3})), soft(j.add(pt{-4.2, 4})))
	f.stroke(g.fold.fade(0.55), 0.2, 1.0, 0.4)
}

// knuckles draws what parts the fingers, and the knuckles of a closed hand.
func (f *figure) knuckles(g grip) {
	for i, d := range fingers {
		if g.q[curl] > 0.35 {
			f.line(n(d.x-2.6, (d.y+3)*g.short), n(d.x, (d.y+4.6)*g.short), n(d.x+2.6, (d.y+3)*g.short))
			f.stroke(g.fold.fade(0.5), 0.3, 1.1, 0.3)
		}
		if i < 3 {
			x, y := (d.x+fingers[i+1].x)/2, (d.y+fingers[i+1].y)/2*g.short
			f.line(n(x-0.2, y-3.5), n(x, y), n(x+d.fan*0.3, y+4.5))
			f.stroke(g.fold.fade(0.6), 0.1, 0.9, 0.8)
		}
	}
}

func (f *figure) palmLines(g grip) {
	s := g.short
	f.line(n(9, 10*s), n(3, 16*s), n(2.5, 26*s))
	f.stroke(g.fold.fade(0.5), 0.3, 1.1, 0.3)
	f.line(n(10, 23*s), n(2, 21*s), n(-7, 24*s))
	f.stroke(g.fold.fade(0.45), 0.3, 1.0, 0.3)
}

// nail is the colour of a fingernail on skin.
func nail(skin ink) ink { return skin.to(rgb(0xF6CFC0), 0.42) }
