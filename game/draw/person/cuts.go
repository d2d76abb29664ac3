package person

// strand is a tapered line through three points of the head.
func (f *figure) strand(c ink, w float64, a, b, d node) {
	f.line(a, b, d)
	f.stroke(c, 0.3, w, 0.2)
}

// hug is a point of the face near its outline; turned away, it keeps to the
// outline instead of swinging out over it.
func (f *figure) hug(x, y float64) node {
	side := 1.0
	if x < 0 {
		side = -1
	}
	return f.sz(x, y, depth(x, y)*(1-0.75*clamp(side*f.pose[yaw]/12, 0, 1)))
}

// far says that a side of the head is turned away so far that hair beside the
// face shows as an edge only, and draws that edge in c.
func (f *figure) far(sd float64, c ink) bool {
	if sd*f.pose[yaw] < 7 {
		return false
	}
	f.line(f.sz(sd*31, -40, -2), f.sz(sd*36, -24, -4), f.sz(sd*36.6, -8, -5), f.sz(sd*34.6, 6, -2))
	f.stroke(c, 3, 4.4, 1)
	return true
}

// sideFront is a man's short cut, parted on the viewer's right.
func (f *figure) sideFront() {
	l := f.look
	c := l.HairInk
	for _, sd := range [2]float64{-1, 1} { // the short sides
		if f.far(sd, c.dark(0.16)) {
			continue
		}
		f.blob(c.dark(0.16), f.cz(sd*34, 7, 2), f.sz(sd*37.6, 0, -6), f.sz(sd*38.2, -18, -8), f.sz(sd*34, -38, -6), f.c(sd*24, -37), f.s(sd*30, -24), f.s(sd*31.6, -12), f.c(sd*32.6, 0))
	}
	f.blob(c,
		f.c(-31, -22), f.sz(-38.4, -24, -6), f.sz(-37, -42, -6), f.sz(-26, -57, -6), f.sz(-4, -63, -6), f.sz(18, -60, -6), f.sz(31, -48, -6), f.cz(33, -34, 4),
		f.s(26, -34), f.c(20, -39), f.s(6, -37), f.s(-8, -34), f.s(-20, -33.5), f.s(-27, -30))
	hi := l.HairGrey
	f.strand(hi.fade(0.8), 2.6, f.sz(19, -42, 26), f.sz(-2, -50, 22), f.sz(-27, -42, 12))
	f.strand(hi.fade(0.6), 2.0, f.sz(19, -46, 20), f.sz(0, -57, 10), f.sz(-26, -50, 2))
	f.strand(hi.fade(0.5), 1.8, f.sz(18, -40, 28), f.sz(-4, -41, 28), f.sz(-28, -33, 16))
	f.strand(c.dark(0.3), 1.4, f.sz(20, -39, 28), f.sz(21, -49, 18), f.sz(20, -57, 6))
	f.strand(c.dark(0.22), 1.2, f.sz(15, -41, 28), f.sz(-8, -45, 24), f.sz(-31, -33, 10))
}

// baldFront is a shaven head: a shadow at the sides, and light on the crown.
func (f *figure) baldFront() {
	l := f.look
	for _, sd := range [2]float64{-1, 1} {
		if sd*f.pose[yaw] > 7 {
			continue
		}
		f.faceOutline()
		f.keep()
		f.outline(f.cz(sd*36, 8, 2), f.sz(sd*38, -4, -4), f.sz(sd*38, -22, -3), f.cz(sd*33.4, -25, 4), f.hug(sd*31.6, -12), f.hug(sd*33, 0))
		f.clip()
		f.fill(flat(l.HairGrey.to(l.Skin, 0.45).fade(0.6)))
	}
	p := f.hd.at(-13, -38, 22)
	f.glow(l.Skin.light(0.5).fade(0.5), p.x, p.y, 13, 7)
}

// bobFront is straight and smooth to the jaw, with a full fringe.
func (f *figure) bobFront() {
	l := f.look
	c := l.HairInk
	for _, sd := range [2]float64{-1, 1} { // the sides fall over the ears
		f.blob(c,
			f.cz(sd*18, -56, 4), f.sz(sd*34, -46, -2), f.sz(sd*41.5, -24, -4), f.sz(sd*44, 6, -4), f.sz(sd*43, 32, -2), f.cz(sd*39.5, 46.5, 2), f.cz(sd*27, 46, 10),
			f.sz(sd*31.5, 28, 12), f.s(sd*31.6, 8), f.s(sd*29, -10), f.s(sd*25, -22))
		f.strand(l.HairGrey.fade(0.7), 2.2, f.sz(sd*35, -30, 6), f.sz(sd*39.5, -2, 2), f.sz(sd*38, 30, 4))
		f.strand(c.dark(0.6), 1.1, f.sz(sd*30, -26, 14), f.sz(sd*35, 2, 9), f.sz(sd*33, 36, 10))
	}
	f.blob(c.light(0.035),
		f.c(-30, -13), f.sz(-38, -30, 0), f.sz(-27, -54, -2), f.sz(0, -63, -4), f.sz(27, -54, -2), f.sz(38, -30, 0), f.c(29.5, -13),
		f.s(20, -17), f.s(0, -18.5), f.s(-20, -17))
	// A band of light, as on anything smooth and round.
	f.blob(l.HairGrey.fade(0.75),
		f.c(-29, -34), f.s(-14, -41.5), f.s(0, -43), f.s(13, -41.5), f.c(24, -37), f.s(12, -38.5), f.s(0, -39.6), f.s(-14, -37.8))
	for _, x := range [5]float64{-19, -9, 1, 11, 20} {
		f.strand(c.dark(0.5), 0.9, f.s(x*1.05, -16), f.s(x*0.95, -27), f.sz(x*0.6, -46, 26))
	}
}

// ringlet is one ringlet: where, how big, and how light.
type ringlet struct{ x, y, r, tone float64 }

var curlsBack = [...]ringlet{
	{-34, -34, 15, 0}, {34, -34, 15, 0}, {-42, -12, 14, 0}, {42, -12, 14, 0}, {-43, 10, 13, 0}, {43, 10, 13, 0},
	{-40, 29, 11.5, 0}, {40, 29, 11.5, 0}, {-20, -50, 16, 0}, {20, -50, 16, 0}, {0, -54, 18, 0}, {-33, 40, 8, 0}, {33, 40, 8, 0}, {0, 0, 38, 0},
}

var curlsOver = [...]ringlet{
	{0, -55, 12.5, 0.02}, {-17, -52.5, 12.5, 0.06}, {17, -52.5, 12, 0}, {-31, -41, 11.5, 0.1}, {31, -41, 11.5, 0.02}, {-39, -25, 10.5, 0.05}, {39, -25, 10.5, 0},
	{-8, -44, 10, 0.12}, {9, -44, 10, 0.05}, {-22, -38, 9.5, 0.14}, {23, -38, 9.5, 0.04}, {-42, -7, 9.5, 0.08}, {42, -7, 9.5, 0},
	{-31, -26, 8, 0.1}, {31.5, -26, 8, 0.02}, {-35, -12, 6.4, 0.06}, {35.4, -12, 6.4, 0},
	{-43, 10, 9, 0.04}, {43, 10, 9, 0}, {-40.5, 26, 8, 0.08}, {40.5, 26, 8, 0}, {-1, -37.5, 6.5, 0.15}, {-13, -34.5, 6, 0.17}, {12, -35.5, 6, 0.07},
}

// ringlets draws round locks at a depth.
func (f *figure) ringlets(c ink, locks []ringlet, z float64) {
	k := f.hd.size
	for _, l := range locks {
		p := f.hd.at(l.x, l.y, z)
		f.ellipse(c, p.x, p.y, l.r*k, l.r*k*0.97)
	}
}

// curlsFront frames the face with curls, each turned in on itself.
func (f *figure) curlsFront() {
	l := f.look
	k := f.hd.size
	for i, q := range curlsOver {
		z := 2.0
		if q.y < -28 && q.x > -28 && q.x < 28 {
			z = 14
		}
		p := f.hd.at(q.x, q.y, z)
		c := l.HairInk.light(q.tone)
		if q.x > 0 {
			c = c.dark(0.12)
		}
		if i%5 == 2 {
			c = c.to(l.HairGrey, 0.5)
		}
		r := q.r * k
		f.ellipse(c.dark(0.22), p.x+0.6, p.y+0.9, r, r*0.97)
		f.ellipse(c, p.x, p.y, r, r*0.95)
		f.line(n(p.x-r*0.55, p.y+r*0.35), n(p.x-r*0.5, p.y-r*0.4), n(p.x+r*0.15, p.y-r*0.55), n(p.x+r*0.45, p.y-r*0.05), n(p.x+r*0.05, p.y+r*0.25))
		f.stroke(c.dark(0.28), 0.4, 1.3, 0.3)
		f.line(n(p.x-r*0.72, p.y-r*0.1), n(p.x-r*0.5, p.y-r*0.62), n(p.x+r*0.1, p.y-r*0.78))
		f.stroke(c.to(l.HairGrey, 0.8).fade(0.8), 0.3, 1.5, 0.3)
	}
}

// quiffFront is short at the sides and brushed up and back.
func (f *figure) quiffFront() {
	l := f.look
	c := l.HairInk
	for _, sd := range [2]float64{-1, 1} {
		if f.far(sd, c.to(l.Skin, 0.22)) {
			continue
		}
		f.blob(c.to(l.Skin, 0.22), f.cz(sd*33.4, 12, 3), f.sz(sd*36.8, 0, -6), f.sz(sd*37.4, -20, -8), f.sz(sd*33, -40, -6), f.c(sd*23, -37), f.s(sd*29.4, -25), f.s(sd*31.2, -10), f.c(sd*32.4, 2))
	}
	f.blob(c,
		f.c(-30.5, -24), f.sz(-38, -34, -6), f.sz(-35, -52, -4), f.sz(-22, -66, 2), f.sz(-2, -72, 4), f.sz(20, -70, 4), f.sz(34, -58, 0), f.sz(37, -40, -6), f.c(29.5, -26),
		f.s(25, -35), f.s(12, -38.5), f.c(4, -36.5), f.s(-6, -39), f.s(-18, -36), f.s(-26, -31))
	hi := l.HairGrey
	for _, k := range [...]struct {
		w       float64
		p, q, r node
	}{
		{3.0, f.sz(-22, -38, 24), f.sz(-18, -56, 18), f.sz(2, -66, 8)},
		{2.6, f.sz(-8, -40, 28), f.sz(-2, -56, 20), f.sz(17, -66, 8)},
		{2.2, f.sz(6, -39, 28), f.sz(13, -53, 20), f.sz(27, -59, 6)},
		{1.8, f.sz(-29, -34, 14), f.sz(-29, -50, 8), f.sz(-16, -64, 4)},
		{1.6, f.sz(18, -38, 24), f.sz(25, -47, 16), f.sz(33, -49, 2)},
	} {
		f.strand(hi.fade(0.85), k.w, k.p, k.q, k.r)
	}
}

// thinFront is what is left of white hair: full at the sides, little on top.
func (f *figure) thinFront() {
	l := f.look
	c := l.HairInk
	f.blob(c.to(l.Skin, 0.35), f.sz(-26, -44, 6), f.sz(-16, -54, -4), f.sz(4, -56.5, -6), f.sz(22, -51, -4), f.sz(29, -42, 4), f.s(16, -46), f.s(0, -48), f.s(-14, -46))
	for _, sd := range [2]float64{-1, 1} {
		f.blob(c.dark(0.05*(1+sd)),
			f.cz(sd*33.6, 11, 3), f.sz(sd*39.5, 6, -8), f.sz(sd*42.5, -8, -10), f.sz(sd*41, -26, -10), f.sz(sd*33, -43, -6), f.c(sd*22, -44),
			f.s(sd*29, -33), f.s(sd*30.5, -20), f.c(sd*28.8, -12), f.s(sd*32, -6), f.c(sd*33, 2))
		f.strand(l.HairGrey, 2.2, f.sz(sd*28, -38, 10), f.sz(sd*36, -24, 2), f.sz(sd*37, 0, -2))
		f.strand(c.dark(0.25), 1.2, f.sz(sd*29, -31, 12), f.sz(sd*34.5, -16, 4), f.sz(sd*35, 6, 0))
		f.strand(c.dark(0.2), 1.1, f.sz(sd*33, -40, 2), f.sz(sd*39.5, -22, -6), f.sz(sd*39.5, -2, -8))
	}
	f.strand(l.HairGrey, 1.8, f.sz(-24, -43, 12), f.sz(-4, -52, 8), f.sz(22, -47, 6))
	f.strand(l.HairGrey.fade(0.8), 1.4, f.sz(-22, -47, 6), f.sz(-2, -55, 0), f.sz(20, -51, 0))
	p := f.hd.at(-9, -38, 26)
	f.glow(l.Skin.light(0.5).fade(0.4), p.x, p.y, 12, 6)
}

// scarfFront is a headscarf laid round the face and under the chin.
func (f *figure) scarfFront() {
	l := f.look
	c := l.HairInk
	// The shade it throws on the face.
	f.outline(f.s(-31, -14), f.s(-22, -32), f.s(0, -37.5), f.s(22, -32), f.s(31, -14), f.s(28, -14), f.s(19, -29), f.s(0, -34), f.s(-19, -28), f.s(-27, -14))
	f.fill(flat(f.shadow().fade(0.55)))
	for _, sd := range [2]float64{1, -1} {
		k := c
		if sd > 0 {
			k = c.dark(0.09)
		}
		f.blob(k,
			f.cz(-sd*1, -61, 0), f.sz(sd*22, -56.5, -2), f.sz(sd*36, -38, -4), f.sz(sd*42, -12, -6), f.sz(sd*42, 16, -4), f.sz(sd*36, 42, 2), f.sz(sd*20, 58, 10), f.cz(-sd*1, 62, 14),
			f.cz(-sd*1, 50.4, 27), f.sz(sd*12, 48.6, 25), f.sz(sd*24, 38, 16), f.sz(sd*30.5, 22, 9), f.sz(sd*32.4, 2, 6), f.s(sd*31.2, -14), f.s(sd*23, -31), f.c(-sd*1, -37.5))
	}
	hi, lo := l.HairGrey, c.dark(0.35)
	f.strand(hi.fade(0.85), 2.4, f.sz(-6, -42, 26), f.sz(-25, -36, 14), f.sz(-35, -10, 4))
	f.strand(lo.fade(0.8), 1.5, f.sz(3, -52, 14), f.sz(-24, -46, 6), f.sz(-38.5, -16, -2))
	f.strand(lo.fade(0.8), 1.5, f.sz(8, -50, 16), f.sz(28, -42, 6), f.sz(38, -14, -2))
	f.strand(hi.fade(0.5), 2.0, f.sz(10, -42, 26), f.sz(26, -33, 16), f.sz(34.6, -8, 6))
	f.strand(lo.fade(0.8), 1.6, f.sz(-37, 8, 0), f.sz(-33, 34, 6), f.sz(-12, 55, 16))
	f.strand(hi.fade(0.7), 2.0, f.sz(-34, 14, 6), f.sz(-28, 36, 12), f.sz(-10, 51.5, 24))
	f.strand(lo.fade(0.9), 1.6, f.sz(38, 6, 0), f.sz(34, 34, 6), f.sz(10, 57, 16))
}

// beard draws hair on the face, under the mouth and nose.
func (f *figure) beard() {
	l := f.look
	c := l.BeardInk
	full := func(c ink, out, in float64) {
		j, ch := 28.5*l.Jaw, 11.5*l.Chin
		side := min(30.5, j)
		f.blob(c,
			f.cz(-34, 2, 3), f.sz(-j-out-2, 18, 4), f.sz(-j-out, 30, 8), f.sz(-ch-9-out, 44+out, 17), f.sz(-ch, 50+out*1.3, 24), f.sz(0, 51.5+out*1.5, 27),
			f.sz(ch, 50+out*1.3, 24), f.sz(ch+9+out, 44+out, 17), f.sz(j+out, 30, 8), f.sz(j+out+2, 18, 4), f.cz(34, 2, 3),
			f.hug(side-in, 14), f.hug(side-7.5-in, 25), f.c(14, 28), f.s(9, 25.8), f.s(3, 26.4), f.s(0, 27.6), f.s(-3, 26.4), f.s(-9, 25.8), f.c(-14, 28), f.hug(-side+7.5+in, 25), f.hug(-side+in, 14))
	}
	switch l.Beard {
	case Stubble:
		f.faceOutline()
		f.keep()
		f.outline(f.sz(-36, 14, 2), f.sz(-36, 60, 10), f.sz(36, 60, 10), f.sz(36, 14, 2), f.s(27, 22), f.s(15, 28), f.s(6, 25.5), f.s(-6, 25.5), f.s(-15, 28), f.s(-27, 22))
		f.clip()
		f.fill(flat(c.fade(0.22)))
	case FullBeard:
		full(c.fade(0.45), 0.6, -1.6)
		full(c, 1.2, 0.4)
		for _, sd := range [2]float64{-1, 1} {
			if sd*f.pose[yaw] < 8 { // else it would hang in the air
				f.strand(c.light(0.22).fade(0.6), 1.2, f.s(sd*27, 22), f.s(sd*24, 34), f.s(sd*17, 44))
			}
			f.strand(c.dark(0.25).fade(0.6), 1.1, f.s(sd*14, 30), f.s(sd*15, 38), f.s(sd*11, 46))
			f.strand(c.light(0.2).fade(0.6), 1.1, f.s(sd*3, 28), f.s(sd*9, 28.4), f.s(sd*14, 32))
		}
		f.strand(c.dark(0.2).fade(0.6), 1.4, f.s(-4, 44.5), f.s(0, 43.4), f.s(4, 44.5))
	}
}

// moustache lies on the upper lip, over the mouth.
func (f *figure) moustache() {
	if f.look.Beard != Moustache {
		return
	}
	c := f.look.BeardInk
	lift := -1.6 * f.pose[smile]
	for _, sd := range [2]float64{1, -1} {
		k := c
		if sd > 0 {
			k = c.dark(0.08)
		}
		f.blob(k, f.c(-sd*0.6, 25.6), f.s(sd*5, 25), f.s(sd*10.5, 27+lift*0.4), f.c(sd*15, 31.8+lift), f.s(sd*9, 31+lift*0.5), f.s(sd*3.5, 30.4), f.c(-sd*0.6, 29.6))
		f.strand(c.dark(0.22), 1.0, f.s(sd*2, 27), f.s(sd*7, 28), f.s(sd*13, 30.9+lift))
	}
}
