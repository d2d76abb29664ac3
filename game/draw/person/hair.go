package person

import "math"

// hairBack draws the hair that lies behind head and neck.
func (f *figure) hairBack() {
	l := f.look
	c := l.HairInk.dark(0.28)
	switch l.Hair {
	case Crop:
		f.blob(c, f.sz(-36, -20, -20), f.sz(-26, -52, -20), f.sz(2, -60, -22), f.sz(30, -50, -22), f.sz(39, -18, -24),
			f.sz(37, 8, -26), f.cz(32, 25, -26), f.sz(28, 24, -28), f.cz(24, 34, -30), f.sz(0, 36, -34), f.cz(-24, 34, -30), f.sz(-28, 24, -28), f.cz(-32, 25, -26), f.sz(-37, 8, -24))
	case Quiff: // short: only the nape shows
		f.blob(c, f.sz(-33, -30, -18), f.sz(0, -52, -18), f.sz(33, -30, -18), f.sz(34, 4, -16), f.sz(24, 22, -20), f.sz(0, 30, -24), f.sz(-24, 22, -20), f.sz(-34, 4, -16))
	case Side, Thin:
		f.blob(c, f.sz(-34, -30, -20), f.sz(0, -52, -20), f.sz(34, -30, -20), f.sz(36, 4, -24), f.sz(29, 26, -28), f.sz(0, 34, -30), f.sz(-29, 26, -28), f.sz(-36, 4, -24))
	case Bob:
		f.blob(c, f.sz(-40, -26, -16), f.sz(-26, -56, -16), f.sz(0, -63, -16), f.sz(26, -56, -16), f.sz(40, -26, -16), f.sz(43, 4, -18), f.sz(42, 34, -18), f.cz(40, 47, -18),
			f.sz(20, 50, -24), f.sz(-20, 50, -24), f.cz(-40, 47, -18), f.sz(-42, 34, -18), f.sz(-43, 4, -18))
	case Curls:
		f.ringlets(c, curlsBack[:], -22)
	case Scarf:
		c = l.HairInk.dark(0.2)
		f.blob(c, f.sz(-38, -24, -16), f.sz(-28, -52, -16), f.sz(0, -62, -16), f.sz(28, -52, -16), f.sz(38, -24, -16), f.sz(42, 10, -18), f.sz(37, 42, -12), f.sz(29, 68, -6),
			f.sz(-29, 68, -6), f.sz(-37, 42, -12), f.sz(-42, 10, -18))
	}
}

// hairShade is the shade the hair casts on the brow, clipped to the face.
func (f *figure) hairShade() {
	switch f.look.Hair {
	case Bald, Thin:
		return
	case Bob:
		f.outline(f.sz(-42, -50, 0), f.sz(0, -62, 0), f.sz(42, -50, 0), f.sz(42, 30, 0), f.s(30, 24), f.s(27.5, -4), f.s(25, -13.5), f.s(0, -15.5), f.s(-25, -13.5), f.s(-28.5, -4), f.s(-31, 24), f.sz(-42, 30, 0))
		f.clip()
		f.fill(flat(f.shadow().fade(0.5)))
		return
	}
	f.outline(f.sz(-40, -50, 0), f.sz(0, -60, 0), f.sz(40, -50, 0), f.sz(40, -8, 0), f.s(31.5, -14), f.s(27, -26), f.s(14, -33), f.s(-4, -31), f.s(-18, -26), f.s(-27, -18), f.s(-31.5, -8), f.sz(-42, -8, 0))
	f.clip()
	f.fill(flat(f.shadow().fade(0.5)))
}

// hairFront draws the hair before the face.
func (f *figure) hairFront() {
	l := f.look
	switch l.Hair {
	case Crop:
		f.cropFront()
	case Side:
		f.sideFront()
	case Bald:
		f.baldFront()
	case Bob:
		f.bobFront()
	case Curls:
		f.curlsFront()
	case Quiff:
		f.quiffFront()
	case Thin:
		f.thinFront()
	case Scarf:
		f.scarfFront()
	}
}

// cropFront is short, layered hair, parted on the viewer's right and swept
// across; its ends are cut into points before the ears.
func (f *figure) cropFront() {
	l := f.look
	c, grey := l.HairInk, l.HairGrey
	f.blob(c,
		f.cz(-33.6, 12, 2), f.sz(-38.6, 4, -6), f.sz(-40.5, -14, -8), f.sz(-38, -36, -8), f.sz(-27, -54, -8), f.sz(-8, -62.5, -6), f.sz(12, -62, -6), f.sz(29, -53, -8), f.sz(38.5, -35, -8), f.sz(40.5, -13, -8), f.sz(38.6, 4, -6),
		f.cz(34.4, 13, 0), f.sz(34.6, 3, 5), f.hug(32.2, -10), f.hug(28.6, -23), f.s(22, -33), f.c(15.5, -39),
		f.s(8, -30), f.s(-1, -24.5), f.c(-8, -21.5), f.s(-12, -24), f.c(-18, -18), f.s(-21.5, -21.5), f.c(-26.5, -12.5), f.s(-28.6, -15.5), f.c(-31, -2), f.s(-33, -4))
	// Grey at the temples.
	if f.pose[yaw] > -7 {
		f.blob(c.to(grey, 0.62), f.cz(-33.6, 12, 2), f.sz(-38.2, 4, -5), f.sz(-38.6, -12, -4), f.sz(-35, -20, 6), f.c(-32.4, -4))
	}
	turned := f.pose[yaw] > 7
	if !turned {
		f.blob(c.to(grey, 0.55), f.cz(34.4, 13, 0), f.sz(38.2, 4, -5), f.sz(38.4, -12, -4), f.sz(35, -24, 4), f.s(31.6, -12), f.sz(34.4, 2, 5))
	}
	// The lock swept over the brow, lighter where it catches the light.
	f.blob(c.light(0.10),
		f.cz(15.5, -39, 30), f.sz(5, -51, 24), f.sz(-14, -52, 18), f.sz(-30, -36, 10), f.sz(-35, -18, 6), f.c(-30.5, -4),
		f.s(-28.5, -18), f.c(-25.5, -13), f.s(-21, -24), f.c(-17, -18.5), f.s(-11, -27), f.c(-7, -22), f.s(4, -29))
	for i, k := range [...]struct {
		a          float64
		w          float64
		p, q, r, t node
	}{
		{0.9, 2.6, f.sz(14.5, -40, 30), f.sz(0, -46, 28), f.sz(-19, -41, 20), f.sz(-31.5, -16, 12)},
		{0.75, 2.0, f.sz(13.5, -39, 31), f.sz(0, -38.5, 31), f.sz(-15, -33, 27), f.sz(-24, -18, 22)},
		{0.6, 1.6, f.sz(12, -37, 32), f.sz(2, -33, 33), f.sz(-6, -29, 33), f.sz(-10, -24, 33)},
		{0.7, 2.2, f.sz(13, -43, 26), f.sz(-6, -55, 16), f.sz(-25, -48, 10), f.sz(-36.5, -22, 0)},
		{0.8, 2.4, f.sz(18.5, -42, 24), f.sz(27, -38, 15), f.sz(33.5, -23, 8), f.sz(35, -6, 4)},
		{0.6, 2.0, f.sz(18, -46, 20), f.sz(28, -47, 6), f.sz(36, -31, 0), f.sz(38, -10, -4)},
	} {
		if turned && i > 3 {
			break
		}
		f.line(k.p, k.q, k.r, k.t)
		f.stroke(grey.fade(k.a), 0.3, k.w, 0.2)
	}
	f.line(f.sz(15.5, -39, 30), f.sz(14, -49, 20), f.sz(12, -60, 4))
	f.stroke(c.dark(0.4), 1.5, 1.0, 0.2)
	for _, k := range [...][3]node{
		{f.sz(11, -42, 28), f.sz(-12, -48, 22), f.sz(-33, -26, 8)},
		{f.sz(20, -44, 22), f.sz(31, -38, 8), f.sz(36.5, -16, 2)},
		{f.sz(10, -39.5, 30), f.sz(-8, -39, 29), f.sz(-27, -20, 17)},
	} {
		f.line(k[0], k[1], k[2])
		f.stroke(c.dark(0.3).fade(0.8), 0.2, 1.2, 0.2)
	}
}

// glasses draws what is worn on the nose or pushed up into the hair.
func (f *figure) glasses() {
	l := f.look
	if l.Specs == NoSpecs {
		return
	}
	on := 1.0
	if l.Specs == Readers {
		on = f.pose[specs]
	}
	c := l.SpecsInk
	// Up, they lie flatter and follow the crown.
	y := lerp(-46, 5.4, on)
	z := lerp(24, 41, on)
	ry := lerp(6.0, 7.6, on)
	rx := 10.2
	at := func(x, dy, dz float64) pt { return f.hd.at(x, y+dy, z+dz) }
	for _, sd := range [2]float64{-1, 1} {
		f.path()
		const steps = 26
		for i := 0; i <= steps; i++ {
			s, k := math.Sincos(2 * math.Pi * float64(i) / steps)
			pw := 0.78
			if l.Specs == RoundSpecs {
				pw = 1
			}
			if l.Specs == SquareSpecs {
				pw = 0.55
			}
			x := math.Copysign(math.Pow(math.Abs(k), pw), k) * rx
			dy := math.Copysign(math.Pow(math.Abs(s), pw), s) * ry
			p := at(sd*17.2+x, dy, -math.Abs(sd*17.2+x)*0.22)
			f.to(p.x, p.y)
		}
		f.q = append(f.q[:0], f.p...)
		f.fill(flat(rgb(0xFFFFFF).fade(lerp(0.16, 0.10, on))))
		f.p = append(f.p[:0], f.q...)
		f.stroke(c, 1.7, 1.7, 1.7)
		a, b := at(sd*27, -1.5, -7), f.hd.at(sd*lerp(33, 36, on), y-2+lerp(8, -1, on), lerp(2, -4, on))
		f.path()
		f.to(a.x, a.y)
		f.to(b.x, b.y)
		f.stroke(c.dark(0.2), 1.5, 1.3, 1.1)
	}
	f.line(soft(at(-7.2, -0.6, -1)), soft(at(-3, -2.4, 1)), soft(at(3, -2.4, 1)), soft(at(7.2, -0.6, -1)))
	f.stroke(c, 1.6, 1.5, 1.6)
}
