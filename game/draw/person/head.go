package person

import "math"

// figure is one drawing of a person: a pen, a look and a pose.
type figure struct {
	*pen
	look *Look
	pose *Pose

	still Pose // of a silhouette

	body affine // trunk to picture
	hd   headFrame
}

// headFrame places points of a head, rounded like an egg, in the trunk's space.
// Head space: the middle of the head is 0, 0, 0, the chin at y 50, the crown at
// -50, z towards the viewer.
type headFrame struct {
	x, y           float64
	sy, cy, sp, cp float64
	st, ct         float64
	size           float64
	long           float64
}

// headSize makes heads a little larger than life, so that faces read.
const headSize = 1.12

// headRise is how far a breath lifts the head.
const headRise = 0.6

const rad = math.Pi / 180

func (f *figure) placeHead() {
	q, lean := f.pose, f.pose[lean]
	hd := &f.hd
	hd.sy, hd.cy = math.Sincos(q[yaw] * rad)
	hd.sp, hd.cp = math.Sincos(q[nod] * rad)
	hd.st, hd.ct = math.Sincos(q[tilt] * rad)
	hd.size = headSize * (1 + 0.07*lean)
	hd.long = f.look.Long
	hd.x = q[sway]*0.25 + q[yaw]*0.10
	hd.y = -65 + 7*lean + q[headY] - headRise*q[breath]
}

// at is a point of the head in the trunk's space.
func (d *headFrame) at(x, y, z float64) pt {
	if y > 8 {
		y = 8 + (y-8)*d.long
	}
	x, z = x*d.cy+z*d.sy, z*d.cy-x*d.sy
	y = y*d.cp + (z-10)*d.sp*0.8
	// The head rolls about the top of the neck.
	y -= 34
	x, y = x*d.ct-y*d.st, x*d.st+y*d.ct
	return pt{d.x + x*d.size, d.y + 34 + y*d.size}
}

// on is a point on the surface of the face.
func (d *headFrame) on(x, y float64) pt { return d.at(x, y, depth(x, y)) }

func depth(x, y float64) float64 {
	d := 1 - x*x/(40*40) - (y-4)*(y-4)/(66*66)
	return 38 * math.Sqrt(max(d, 0.02))
}

func (f *figure) s(x, y float64) node     { return soft(f.hd.on(x, y)) }
func (f *figure) c(x, y float64) node     { return corner(f.hd.on(x, y)) }
func (f *figure) sz(x, y, z float64) node { return soft(f.hd.at(x, y, z)) }
func (f *figure) cz(x, y, z float64) node { return corner(f.hd.at(x, y, z)) }

// skin tones, all from the look's one.
func (f *figure) shadow() ink { return f.look.Skin.to(rgb(0x8A3F3A), 0.26).dark(0.06) }
func (f *figure) fold() ink   { return f.look.Skin.to(rgb(0x6B2B2A), 0.45).dark(0.10) }

func (f *figure) faceOutline() {
	l := f.look
	ch, j, c := 34.5*l.Cheek, 28.5*l.Jaw, 11.5*l.Chin
	sag := l.Age * 1.2
	f.outline(
		f.sz(0, -50, 0), f.sz(20, -46, 0), f.sz(32, -32, 0), f.sz(35, -14, -2),
		f.sz(ch, 6, 2), f.sz(j+sag*0.6, 29+sag, 8), f.sz(c+9, 43, 18), f.sz(c-1, 49.4, 25),
		f.sz(0, 50.5, 27),
		f.sz(-c+1, 49.4, 25), f.sz(-c-9, 43, 18), f.sz(-j-sag*0.6, 29+sag, 8), f.sz(-ch, 6, 2),
		f.sz(-35, -14, -2), f.sz(-32, -32, 0), f.sz(-20, -46, 0),
	)
}

// drawHead draws the head from the back forwards; hair behind it is drawn
// before the neck.
func (f *figure) drawHead() {
	if f.look.Hair != Scarf && f.look.Hair != Bob {
		f.ear(-1)
		f.ear(1)
	}
	skin := f.look.Skin
	f.faceOutline()
	a, b := f.hd.at(-30, -20, 0), f.hd.at(34, 30, 0)
	f.fill(f.grade(skin.light(0.10), skin.to(f.shadow(), 0.35), a.x, a.y, b.x, b.y))
	f.faceOutline()
	f.keep()
	f.sideShade()
	f.hairShade()
	f.cheeks()
	f.lines()
	f.beard()
	f.nose()
	f.mouth()
	f.moustache()
	f.eye(-1)
	f.eye(1)
	f.brow(-1)
	f.brow(1)
	f.hairFront()
	f.earrings()
	f.glasses()
}

// sideShade is the soft plane on the side away from the light.
func (f *figure) sideShade() {
	f.outline(
		f.s(25, -40), f.s(29, -16), f.s(27.5, 4), f.s(25, 20), f.s(17, 37), f.s(5, 46),
		f.sz(6, 60, 10), f.sz(50, 50, 0), f.sz(50, -40, 0),
	)
	f.clip()
	f.fill(flat(f.shadow().fade(0.38)))
}

func (f *figure) cheeks() {
	c := f.look.Skin.to(rgb(0xC8503F), 0.55)
	k := 0.20 + 0.32*f.pose[blush]
	up := 2.2 * max(f.pose[smile], 0)
	for _, sd := range [2]float64{-1, 1} {
		mid := f.hd.on(sd*20.5, 18.5-up)
		edge := f.hd.on(sd*30, 18.5-up)
		rx := math.Abs(edge.x - mid.x)
		f.glow(c.fade(k), mid.x, mid.y, rx, 10*f.hd.size)
	}
}

func (f *figure) ear(sd float64) {
	skin, k := f.look.Skin, f.shadow()
	if sd > 0 {
		skin = skin.to(k, 0.45)
	}
	x := sd * 35 * f.look.Cheek
	f.blob(skin,
		f.sz(x-sd*3, -6, -8), f.sz(x+sd*3.5, -9.5, -12), f.sz(x+sd*7, -4, -14), f.sz(x+sd*6, 6, -13),
		f.sz(x+sd*3.4, 13, -11), f.sz(x, 17.5, -8), f.sz(x-sd*3, 14, -6))
	f.line(f.sz(x+sd*1, -5, -9), f.sz(x+sd*4.2, -4.5, -12), f.sz(x+sd*4, 3, -12), f.sz(x+sd*1.6, 9, -9))
	f.stroke(f.fold().fade(0.7), 0.3, 1.3, 0.3)
}

// earrings hang in front of the hair.
func (f *figure) earrings() {
	k := f.look.Ears
	if k == 0 {
		return
	}
	for _, sd := range [2]float64{-1, 1} {
		q := f.hd.at(sd*(35*f.look.Cheek+0.8), 18, -6)
		f.ellipse(f.look.Gold.dark(0.2), q.x, q.y+k*k, 1.7*k+0.8, 1.8*k+0.8)
		f.ellipse(f.look.Gold.light(0.3), q.x-0.4, q.y-0.5+k*k, 0.9*k+0.3, 0.9*k+0.3)
	}
}

func (f *figure) nose() {
	l := f.look
	w, k := l.Nose, f.shadow()
	// The plane in shade runs from the brow down the far side of the bridge.
	f.outline(
		f.cz(2.0, -6, 37), f.sz(3.4*w, 2, 39), f.sz(4.2*w, 11, 43), f.sz(7.6*w, 18.5, 40), f.cz(7.8*w, 22, 38),
		f.sz(3.6*w, 24.6, 42), f.cz(0, 24.4, 45), f.sz(3.0*w, 20.4, 48), f.sz(2.0, 10, 45+2*l.Bridge))
	f.fill(flat(k.fade(0.62)))
	// Under the tip, and the wings.
	f.blob(k.to(f.fold(), 0.25).fade(0.75),
		f.cz(-7.2*w, 21.8, 38), f.sz(-3.6*w, 21.9, 44), f.sz(0, 23.2, 48), f.sz(3.6*w, 21.9, 44), f.cz(7.2*w, 21.8, 38),
		f.sz(3.6*w, 25.2, 41), f.sz(0, 26, 44), f.sz(-3.6*w, 25.2, 41))
	for _, sd := range [2]float64{-1, 1} {
		f.line(f.sz(sd*5.2*w, 15.6, 40), f.sz(sd*7.9*w, 18.4, 37), f.sz(sd*7.4*w, 22.2, 37), f.sz(sd*5*w, 22.9, 40))
		f.stroke(f.fold().fade(0.55), 0.2, 1.05, 0.5)
		f.line(f.sz(sd*5.0*w, 23.2, 41), f.sz(sd*3.3*w, 22.4, 43), f.sz(sd*1.9*w, 23.6, 43))
		f.stroke(f.fold().dark(0.25), 0.5, 1.7, 0.6)
	}
	f.line(f.sz(-1.2, 13, 46), f.sz(-1.6, 18, 49), f.sz(-0.4, 20, 49))
	f.stroke(l.Skin.light(0.45).fade(0.7), 0.4, 2.0, 0.6)
}

// lines are what years and feelings draw: each fades in with its cause.
func (f *figure) lines() {
	q, l := f.pose, f.look
	k := f.fold()
	up := max(0, q[browIn])
	if a := clamp(up/5*(0.35+0.65*l.Age), 0, 0.6); a > 0.03 { // the forehead
		for i, y := range [3]float64{-30, -25.5, -21.5} {
			w := 13 - 1.5*float64(i)
			f.line(f.s(-w, y+0.9), f.s(-w/2, y-0.5), f.s(0, y+0.4), f.s(w/2, y-0.5), f.s(w, y+0.9))
			f.stroke(k.fade(a*0.7), 0.2, 0.9, 0.2)
		}
	}
	if a := clamp(q[browNear]*(0.35+0.55*l.Age), 0, 0.8); a > 0.03 { // between the brows
		for _, sd := range [2]float64{-1, 1} {
			f.line(f.s(sd*3.4, -14.5), f.s(sd*2.5, -10.5), f.s(sd*3.2, -7))
			f.stroke(k.fade(a), 0.2, 1.1, 0.3)
		}
	}
	glad := max(0, q[smile])
	for _, sd := range [2]float64{-1, 1} {
		// From the nose to the corner of the mouth.
		one := max(0, glad+sd*q[skew]*0.5)
		if a := clamp(0.10+0.42*l.Age+0.6*one+0.25*max(0, -q[smile]), 0, 0.8); a > 0.03 {
			w := 11.5*(1+0.16*q[wide]) + 1.5*one
			f.line(f.s(sd*9.5, 21), f.s(sd*(w+1.5+2*one), 26), f.s(sd*(w+3.2+one), 32-2*one), f.s(sd*(w+2.4+one), 36-2*one))
			f.stroke(k.fade(a*0.75), 0.3, 1.15, 0.2)
		}
		// The corners of the eyes.
		if a := clamp(l.Age*0.42+glad*l.Age*0.7+q[squint]*0.3*l.Age, 0, 0.8); a > 0.05 {
			for _, d := range [3]float64{-1, 0.3, 1.6} {
				f.line(f.s(sd*27.6, 3+d*1.4), f.s(sd*29.6, 3+d*2.3), f.s(sd*31.2, 3.4+d*3.4))
				f.stroke(k.fade(a*0.6), 0.5, 0.8, 0.1)
			}
		}
		// Under the eyes.
		if a := l.Tired * 0.55; a > 0.03 {
			f.line(f.s(sd*9.8, 7.6), f.s(sd*14, 11.4), f.s(sd*20, 11.8), f.s(sd*24.5, 8.6))
			f.stroke(k.fade(a*0.75), 0.2, 1.0, 0.2)
		}
	}
	if l.Age > 0.75 {
		for _, sd := range [2]float64{-1, 1} { // hollow of the cheek
			f.line(f.s(sd*27, 20), f.s(sd*24, 27), f.s(sd*22.5, 34))
			f.stroke(k.fade(0.3), 0.2, 1.1, 0.2)
		}
	}
}
