package person

// The clothes, drawn over the trunk and the neck in the trunk's space; sh is
// how far the shoulders are raised.

// collar draws the two wings of a shirt's collar.
func (f *figure) collar(c ink, sh, drop float64) {
	w := f.look.Neck
	for _, sd := range [2]float64{-1, 1} {
		k := c.light(0.25)
		if sd > 0 {
			k = c.dark(0.04)
		}
		f.blob(k, h(sd*18*w, -15-sh*0.35), h(sd*25*w, 1), h(sd*15*w, 20+drop), h(sd*0.6, 16+drop), n(sd*10*w, 4))
		f.line(n(sd*25*w, 1), n(sd*20*w, 11+drop*0.5), n(sd*15*w, 20+drop), n(sd*8, 18+drop))
		f.stroke(c.dark(0.28), 0.4, 1.1, 0.3)
	}
}

// tie hangs from the collar.
func (f *figure) tie(c ink, top float64) {
	f.blob(c.dark(0.12), h(-6, top), h(6, top), h(3.8, top+10), h(-3.8, top+10))
	f.blob(c, h(-3.8, top+10), h(3.8, top+10), n(8.6, 80), h(9.5, 150), h(-9.5, 150), n(-8.6, 80))
	f.blob(c.dark(0.18), h(1.2, top+10), h(3.8, top+10), n(8.6, 80), h(9.5, 150), h(3, 150))
	for y := top + 22; y < 130; y += 15 {
		f.quad(c.light(0.35).fade(0.8), -6, y, 6.5, y+8, 6.5, y+10.5, -6, y+2.5)
	}
}

func (f *figure) shirt(sh float64) {
	l := f.look
	c := l.Cloth
	f.line(n(0, 22), n(0.6, 60), n(0.6, 150))
	f.stroke(c.dark(0.2), 1, 1.2, 1)
	for y := 44.0; y < 130; y += 25 {
		f.ellipse(c.dark(0.3), 4, y, 1.4, 1.4)
	}
	f.pocket(34, 48, c)
	f.blob(f.clothAt(pt{0, 22}), h(-16*l.Neck, -6), n(-10, 9), n(0, 13), n(10, 9), h(16*l.Neck, -6), h(13, 32), h(-13, 32))
	f.collar(c, sh, 0)
	if l.Tie {
		f.tie(l.Trim, 12)
	}
	f.pits(c)
}

// pocket is sewn on the breast at x, y.
func (f *figure) pocket(x, y float64, c ink) {
	f.line(h(x-11, y), h(x-11, y+20), h(x, y+24), h(x+11, y+20), h(x+11, y))
	f.stroke(c.dark(0.2), 0.9, 0.9, 0.9)
	f.path()
	f.to(x-11, y)
	f.to(x+11, y)
	f.stroke(c.dark(0.28), 1.6, 1.6, 1.6)
}

// pits are the folds from the armpits.
func (f *figure) pits(c ink) {
	w := f.look.Shoulder
	for _, sd := range [2]float64{-1, 1} {
		f.line(n(sd*57*w, 60), n(sd*49*w, 75), n(sd*47*w, 96))
		f.stroke(c.dark(0.3).fade(0.75), 0.3, 2.0, 0.3)
	}
}

// jacket draws two fronts with lapels over what is worn below; low is where
// they close.
func (f *figure) jacket(sh, low float64, under func()) {
	l := f.look
	w := l.Neck
	f.blob(l.Under, h(-18*w, -9-sh*0.35), n(-24, 20), n(-16, 70), h(-1, low), h(1, low), n(16, 70), n(24, 20), h(18*w, -9-sh*0.35), n(8, 12), h(0, 22), n(-8, 12))
	f.blob(l.Under.dark(0.14), h(18*w, -9-sh*0.35), n(24, 20), n(16, 70), h(1, low), n(9, 70), n(12, 30))
	under()
	c := l.Cloth
	f.line(h(0, low-2), n(1, low+20), n(1, 190))
	f.stroke(c.dark(0.4), 1.4, 1.6, 1.6)
	for _, sd := range [2]float64{1, -1} {
		k, e := c.light(0.09), c.dark(0.3)
		if sd > 0 {
			k = c.dark(0.05)
		}
		// The lapel: collar, notch, and down to the button.
		f.blob(e, h(sd*17.5*w, -14-sh*0.35), n(sd*31, 8), h(sd*36, 26), h(sd*32, 32), h(sd*41, 34), n(sd*26, 72), h(-sd*1.5, low+3), n(sd*15, 66), n(sd*22.5, 22))
		f.blob(k, h(sd*17.5*w, -14-sh*0.35), n(sd*29.6, 8), h(sd*34.4, 25), h(sd*30, 31), h(sd*39.4, 33.2), n(sd*24.6, 70), h(-sd*1.5, low), n(sd*14.4, 64), n(sd*21.8, 22))
		f.line(h(sd*30, 31), h(sd*22.6, 27))
		f.stroke(e, 1, 1, 0.6)
	}
	f.ellipse(c.dark(0.45), 2, low+7, 2.3, 2.3)
	f.pits(c)
	f.line(h(30, 66), h(49, 63.5))
	f.stroke(c.dark(0.34), 1.8, 2, 1.8)
}

func (f *figure) suit(sh float64) {
	l := f.look
	f.jacket(sh, 104, func() {
		// A round-necked top with a fine chain.
		f.blob(l.Under, h(-18*l.Neck, -4), n(-11, 13), n(0, 18.5), n(11, 13), h(18*l.Neck, -4), h(6, 36), h(-14, 40))
		f.line(n(-14*l.Neck, -4), n(-8, 17), n(0, 24), n(8, 17), n(14*l.Neck, -4))
		f.stroke(l.Trim, 0.9, 0.9, 0.9)
		f.ellipse(l.Trim, 0, 26, 2.2, 2.6)
	})
}

func (f *figure) blazer(sh float64) {
	l := f.look
	f.jacket(sh, 112, func() {
		// Soft folds from the neck.
		for _, sd := range [2]float64{-1, 1} {
			f.blob(l.Under.light(0.12-0.1*(1+sd)), h(sd*17*l.Neck, -12), n(sd*15, 14), n(sd*8, 34), h(0, 52), h(-sd*0.5, 22), n(sd*8, 10))
			f.line(n(sd*14, 6), n(sd*9, 26), n(sd*2, 46))
			f.stroke(l.Under.dark(0.3), 0.3, 1.5, 0.3)
		}
		f.line(n(0, 50), n(1, 80), n(0, 110))
		f.stroke(l.Under.dark(0.25), 0.4, 1.6, 0.4)
	})
	// A pin on the lapel.
	f.ellipse(l.Trim.dark(0.2), -29.5, 46.8, 4.2, 4.2)
	f.ellipse(l.Trim, -30, 46, 4, 4)
	f.ellipse(l.Trim.light(0.5), -31, 45, 1.6, 1.6)
}

func (f *figure) jumper(sh float64) {
	l := f.look
	w := l.Neck
	c := l.Cloth
	// The shirt in the neck, checked, then the ribbed edge of the jumper.
	f.blob(l.Under, h(-18*w, -10-sh*0.35), n(-17, 8), h(0, 44), n(17, 8), h(18*w, -10-sh*0.35), n(8, 8), h(0, 18), n(-8, 8))
	for i := range 4 {
		y := 12.0 + 7*float64(i)
		x := 15.0 - 3.8*float64(i)
		f.path()
		f.to(-x, y)
		f.to(x, y)
		f.stroke(l.Trim.fade(0.55), 1, 1, 1)
	}
	for _, x := range [4]float64{-8, -3, 3, 8} {
		f.path()
		f.to(x, 15)
		f.to(x*0.9, 38-1.3*absf(x))
		f.stroke(l.Trim.fade(0.45), 1, 1, 1)
	}
	f.line(h(-18.5*w, -9-sh*0.35), n(-18, 10), h(0, 46), n(18, 10), h(18.5*w, -9-sh*0.35))
	f.stroke(c.dark(0.2), 5, 5.4, 5)
	f.line(h(-20.5*w, -9-sh*0.35), n(-20, 10), h(-1, 49))
	f.stroke(c.light(0.16), 1, 1.2, 1)
	f.collar(l.Under, sh, -1)
	// The knit: cables down the front.
	for _, x := range [3]float64{-27, 0, 27} {
		for y := 58.0; y < 135; y += 11 {
			f.line(n(x-3.4, y), n(x+0.4, y+5), n(x+3.4, y+10))
			f.stroke(c.dark(0.22).fade(0.8), 0.4, 1.6, 0.4)
			f.line(n(x+3.4, y), n(x+1.2, y+3))
			f.stroke(c.dark(0.22).fade(0.8), 0.3, 1.2, 0.3)
		}
		for _, e := range [2]float64{-7, 7} {
			f.path()
			f.to(x+e, 54)
			f.to(x+e, 136)
			f.stroke(c.dark(0.16), 1, 1, 1)
		}
	}
	f.pits(c)
}

func absf(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

func (f *figure) overall(sh float64) {
	l := f.look
	w := l.Neck
	c := l.Cloth
	// A dark shirt in the neck.
	f.blob(l.Under, h(-18*w, -8-sh*0.35), n(-10*w, 12), n(0, 16), n(10*w, 12), h(18*w, -8-sh*0.35), h(12, 46), h(-12, 46))
	f.line(h(-15*w, -4), n(-9*w, 11), n(0, 15.5), n(9*w, 11), h(15*w, -4))
	f.stroke(l.Under.light(0.2), 2.4, 2.4, 2.4)
	// Fronts, zip and collar.
	f.path()
	f.to(0, 44)
	f.to(0, 190)
	f.stroke(c.dark(0.4), 5, 5, 5)
	f.path()
	f.to(0, 44)
	f.to(0, 190)
	f.stroke(rgb(0xC9C9C4), 1.6, 1.6, 1.6)
	f.box(rgb(0xD9D9D2), -1.8, 44, 3.6, 8, 1.5)
	for _, sd := range [2]float64{-1, 1} {
		k := c.light(0.16)
		if sd > 0 {
			k = c.light(0.02)
		}
		f.blob(c.dark(0.35), h(sd*17*w, -15-sh*0.35), h(sd*27*w, 2), h(sd*19*w, 33), h(-sd*1, 46), n(sd*9*w, 22))
		f.blob(k, h(sd*17*w, -15-sh*0.35), h(sd*26*w, 2), h(sd*18*w, 31), h(-sd*0.5, 44), n(sd*9*w, 22))
	}
	// The bright band.
	g := 66 * l.Girth
	f.blob(l.Trim, h(-g*1.08, 78), h(g*1.08, 78), h(g*1.02, 91), h(-g*1.02, 91))
	f.blob(rgb(0xD9DDD8), h(-g*1.06, 82), h(g*1.06, 82), h(g*1.04, 87), h(-g*1.04, 87))
	f.path()
	f.to(0, 76)
	f.to(0, 93)
	f.stroke(c.dark(0.4), 4, 4, 4)
	// Pocket with a pen, and a name.
	f.pocket(38, 44, c)
	f.box(rgb(0x2B3A55), 33, 35, 3, 14, 1.4)
	f.box(rgb(0xC9A24A), 41, 38, 2.6, 11, 1.2)
	f.box(rgb(0xF4F1E6), -52, 46, 26, 11, 1.5)
	f.box(rgb(0x6B7068), -48, 50, 18, 2.6, 1)
	f.pits(c)
}

func (f *figure) tunic(sh float64) {
	l := f.look
	c := l.Cloth
	// The placket, embroidered.
	f.box(l.Trim.to(c, 0.15), -6, 52, 13, 110, 2)
	for y := 60.0; y < 134; y += 11 {
		f.quad(c.light(0.3), 0.5, y-3.6, 4, y, 0.5, y+3.6, -3, y)
		f.ellipse(l.Trim.dark(0.3), 0.5, y+5.6, 0.9, 0.9)
	}
	// The scarf's end, laid over neck and breast.
	k := l.HairInk
	f.blob(k.dark(0.2), n(-26, -40), n(-30, -12-sh*0.5), n(-48, 6-sh*0.6), n(-38, 30), n(-8, 52), h(10, 60), n(34, 30), n(46, 6-sh*0.6), n(30, -12-sh*0.5), n(26, -40), n(0, -34))
	f.blob(k, n(-26, -40), n(-29, -12-sh*0.5), n(-46, 6-sh*0.6), n(-36, 28), n(-8, 48), h(10, 57), n(16, 20), n(4, -6), n(0, -34))
	for _, q := range [...][3]node{
		{n(-22, -20), n(-30, 4), n(-16, 34)}, {n(-12, -20), n(-14, 8), n(0, 42)}, {n(12, -18), n(14, 6), n(14, 40)}, {n(22, -20), n(30, 2), n(22, 36)},
	} {
		f.line(q[0], q[1], q[2])
		f.stroke(k.dark(0.38).fade(0.8), 0.3, 1.8, 0.3)
	}
	f.line(n(-20, -14), n(-24, 8), n(-10, 34))
	f.stroke(l.HairGrey.fade(0.8), 0.3, 2.2, 0.3)
	f.pits(c)
}

func (f *figure) hoodie(sh float64) {
	l := f.look
	w := l.Neck
	c := l.Cloth
	// A T-shirt in the neck.
	f.blob(l.Under, h(-18*w, -8-sh*0.35), n(-12, 10), n(0, 16), n(12, 10), h(18*w, -8-sh*0.35), h(14, 34), h(-14, 34))
	f.line(h(-15*w, -4), n(-10, 10), n(0, 15), n(10, 10), h(15*w, -4))
	f.stroke(l.Under.light(0.25), 2, 2.2, 2)
	// The hood, lying back, and its edge round the neck.
	for _, sd := range [2]float64{-1, 1} {
		k := c.light(0.1)
		if sd > 0 {
			k = c.dark(0.12)
		}
		f.blob(c.dark(0.34), h(sd*14*w, -16-sh*0.3), n(sd*30, -13-sh*0.5), n(sd*42, 4-sh*0.6), n(sd*31, 24), h(-sd*0.5, 43), n(sd*12, 22), n(sd*19, 2))
		f.blob(k, h(sd*16*w, -18-sh*0.3), n(sd*29, -14-sh*0.5), n(sd*39, 3-sh*0.6), n(sd*28, 22), h(-sd*0.5, 40), n(sd*13.5, 21), n(sd*20.5, 2))
		f.line(n(sd*27, -9), n(sd*28, 6), n(sd*15, 27))
		f.stroke(c.dark(0.28), 0.3, 1.7, 0.3)
		// Strings.
		x := sd * 9
		f.line(n(x, 30), n(x+sd*2.5, 54), n(x+sd*1, 78+6*sd))
		f.stroke(l.Trim, 2, 2.2, 2)
		f.box(rgb(0xB9B2A2), x+sd*1-1.5, 77+6*sd, 3, 7, 1)
	}
	f.line(n(-38, 132), n(-30, 108), n(0, 104), n(30, 108), n(38, 132))
	f.stroke(c.dark(0.26), 1.2, 1.6, 1.2)
	f.pits(c)
}
