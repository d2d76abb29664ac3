package person

import "math"

// eye draws the eye on side sd (-1 the viewer's left).
func (f *figure) eye(sd float64) {
	q, l := f.pose, f.look
	cx, cy, hw := 17.4*sd, 3.0, 8.5*math.Sqrt(l.Eyes)
	o := q[lid] * (1 - 0.14*l.Fold)
	sq := q[squint]
	hi := 5.7 * l.Eyes
	sl := l.Slant
	// Lids, inner to outer corner. Shut, both run along the lower one.
	low := func(t float64) float64 { // y of the lower lid at t from inner 0 to outer 1
		b := math.Sin(t * math.Pi)
		return cy + 1.0 - (0.9+sl)*t + b*(2.9-2.7*sq)
	}
	up := func(t float64) float64 {
		b := math.Pow(math.Sin(math.Pow(t, 0.86)*math.Pi), 0.8)
		return min(lerp(low(t)-0.1, cy+1.0-(0.9+sl)*t-b*hi, o), low(t)-0.1)
	}
	at := func(t float64) float64 { return cx + sd*(-hw+2*hw*t) }
	skin := l.Skin

	// The hollow of the eye, and the lid as skin between crease and lashes.
	crease := cy - hi - 2.2 + 1.1*l.Fold + 0.5*(1-min(q[lid], 1)) - 0.25*min(q[browIn], 0)
	f.blob(f.shadow().fade(0.42),
		f.c(at(-0.04), cy+0.5), f.s(at(0.14), crease+1.4), f.s(at(0.5), crease-1.1), f.s(at(0.86), crease+0.8-sl), f.s(at(1.07), cy-0.8-sl),
		f.s(at(0.8), cy+1), f.s(at(0.3), cy+1))

	// The ball.
	f.path()
	const steps = 9
	for i := 0; i <= steps; i++ {
		t := float64(i) / steps
		p := f.hd.on(at(t), up(t))
		f.to(p.x, p.y)
	}
	for i := steps - 1; i > 0; i-- {
		t := float64(i) / steps
		p := f.hd.on(at(t), low(t))
		f.to(p.x, p.y)
	}
	f.keep()
	white := rgb(0xFBF6EE).to(skin, 0.06)
	f.fill(flat(white))
	if o > 0.12 {
		f.iris(sd, cx, cy, hw, up)
	}
	// The far corner is a little pink; the lower lid has a wet edge.
	f.line(f.s(at(0.08), low(0.08)), f.s(at(0.35), low(0.35)), f.s(at(0.7), low(0.7)), f.s(at(0.98), low(0.98)))
	f.stroke(f.fold().fade(0.75), 0.3, 0.8, 0.9)

	// Upper lashes: the line that carries the eye.
	lash := rgb(0x2A1D1E).to(l.Brow, 0.25)
	tip := 0.3 + 1.6*l.Lash
	f.line(f.s(at(-0.02), up(0)+0.3), f.s(at(0.2), up(0.2)), f.s(at(0.5), up(0.5)), f.s(at(0.8), up(0.8)), f.s(at(1)+sd*tip*0.8, up(1)-tip*0.55))
	f.stroke(lash, 0.5, 1.5+0.5*l.Lash, 0.9)

	// The crease above.
	f.line(f.s(at(0.05), crease+2.6), f.s(at(0.25), crease+0.6), f.s(at(0.55), crease-0.1), f.s(at(0.85), crease+1.1-sl), f.s(at(1.04), crease+3.4-sl))
	f.stroke(f.fold().fade(0.8), 0.2, 0.95, 0.3)
}

// iris draws iris, pupil and light, clipped to the opening that was kept.
func (f *figure) iris(sd, cx, cy, hw float64, up func(float64) float64) {
	q, l := f.pose, f.look
	// Eyes turn against the head a little less than they seem to.
	x := cx + clamp(q[gazeX], -1.1, 1.1)*4.0
	y := cy - 0.9 + clamp(q[gazeY], -1.1, 1.1)*3.0
	c := f.hd.on(x, y)
	r := 4.75 * f.hd.size * math.Sqrt(l.Eyes)
	squeeze := 0.5 + 0.5*f.hd.cy
	rim := l.Iris.dark(0.5)
	part := func(k ink, dx, dy, rx, ry float64) {
		f.round(c.x+dx, c.y+dy, rx*squeeze, ry)
		f.clip()
		f.fill(flat(k))
	}
	part(rim, 0, 0, r, r)
	part(l.Iris, 0, 0.25, r*0.84, r*0.84)
	part(l.Iris.light(0.28), 0, r*0.38, r*0.62, r*0.46)
	part(rgb(0x1B1314), 0, 0, r*0.47, r*0.47)
	// The shade of the upper lid falls on the ball.
	f.path()
	for i := range 7 {
		t := float64(i) / 6
		p := f.hd.on(cx+sd*(-hw+2*hw*t), up(t)-1)
		f.to(p.x, p.y)
	}
	for i := 6; i >= 0; i-- {
		t := float64(i) / 6
		p := f.hd.on(cx+sd*(-hw+2*hw*t), up(t)+1.7)
		f.to(p.x, p.y)
	}
	f.clip()
	f.fill(flat(rgb(0x3A2228).fade(0.30)))
	part(rgb(0xFFFFFF), -1.5, -1.6, 1.25, 1.25)
	part(rgb(0xFFFFFF).fade(0.55), 1.5, 1.7, 0.7, 0.7)
}

// brow draws the brow on side sd.
func (f *figure) brow(sd float64) {
	q, l := f.pose, f.look
	in := q[browIn] + 1.6*sd*q[browSkew]
	out := q[browOut] + 3.6*sd*q[browSkew]
	near := 3.2 * q[browNear]
	x0, x1, x2, x3 := 8.2-near, 14-near*0.7, 21.5-near*0.3, 28.6
	y0 := -9.6 - in
	y1 := -12.4 - lerp(in, out, 0.3)
	y2 := -13.6 - lerp(in, out, 0.7)
	y3 := -9.6 - out*0.8
	w := l.Brows
	c := l.Brow
	// A shape rather than a stroke: full at the inner end, drawn out at the outer.
	turned := sd*q[yaw] > 6
	if turned { // the outer end would stand out over the edge of the face
		f.faceOutline()
		f.keep()
	}
	f.outline(
		f.c(sd*x0, y0+1.9*w), f.s(sd*(x0+0.6), y0-1.3*w), f.s(sd*x1, y1-1.3*w), f.s(sd*x2, y2-0.9*w), f.c(sd*x3, y3),
		f.s(sd*x2, y2+1.5*w), f.s(sd*x1, y1+2.0*w))
	if turned {
		f.clip()
	}
	f.fill(flat(c.fade(0.92)))
}
