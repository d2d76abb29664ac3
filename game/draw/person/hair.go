package person

import "math"

// hairBack draws the hair that lies behind head and neck.
func (f *figure) hairBack() {
	l := f.look
	c := l.HairInk.dark(0.28)
	switch l.Hair {
	case Crop:
		f.blob(c, f.sz(-36, -20, -20), f.sz(-26, -52, -20), f.sz(2, -60, -22), f.sz(30, -50, -22), f.sz(39, -18, -24),
			f.sz(38, 12, -26), f.sz(30, 30, -30), f.sz(0, 36, -34), f.sz(-30, 30, -30), f.sz(-38, 12, -24))
	}
}

// hairShade is the shade the hair casts on the brow, clipped to the face.
func (f *figure) hairShade() {
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
	}
}

func (f *figure) cropFront() {
	l := f.look
	c := l.HairInk
	// The mass: from the parting on the viewer's right it sweeps to the left.
	f.blob(c,
		f.sz(-35.5, 8, -4), f.sz(-39.5, -8, -8), f.sz(-37, -32, -8), f.sz(-24, -53, -8), f.sz(0, -61, -6), f.sz(24, -55, -8), f.sz(37, -35, -8), f.sz(39.5, -8, -8),
		f.cz(36, 9, -3),
		f.cz(33.4, 1, 6), f.s(31.8, -14), f.s(27, -26), f.c(15, -37),
		f.s(4, -30), f.s(-10, -24.5), f.s(-22, -22), f.s(-29.5, -13), f.c(-32.8, 1))
	// Locks over the brow.
	f.blob(c.light(0.07),
		f.cz(15, -38, 30), f.sz(4, -50, 24), f.sz(-18, -48, 20), f.sz(-33, -28, 8), f.sz(-36, -8, 4), f.c(-33, 3),
		f.s(-29, -14), f.s(-20, -24), f.s(-6, -28))
	grey := l.HairGrey
	streak := func(k float64, a, b, d, e node) {
		f.line(a, b, d, e)
		f.stroke(grey.fade(k), 0.3, 2.2, 0.2)
	}
	streak(0.85, f.sz(13, -39, 30), f.sz(-2, -44, 28), f.sz(-20, -40, 20), f.sz(-33, -20, 10))
	streak(0.6, f.sz(12, -38, 31), f.sz(-2, -37, 31), f.sz(-17, -33, 26), f.sz(-29.5, -18, 15))
	streak(0.65, f.sz(12, -42, 26), f.sz(-4, -51, 20), f.sz(-22, -48, 12), f.sz(-35, -26, 2))
	streak(0.7, f.sz(18, -41, 24), f.sz(28, -36, 15), f.sz(34, -20, 8), f.sz(35, -4, 4))
	streak(0.5, f.sz(17, -44, 22), f.sz(27, -46, 8), f.sz(36, -30, 0), f.sz(38, -12, -4))
	f.line(f.sz(15, -38, 30), f.sz(13, -48, 20), f.sz(10, -58, 4))
	f.stroke(l.HairInk.dark(0.35), 1.4, 1.0, 0.2)
}

// beard draws hair on the face, under the mouth and nose.
func (f *figure) beard() {}

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
