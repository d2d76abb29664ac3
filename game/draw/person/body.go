package person

// tableY is where the table begins, in drawing units below the pit of the neck.
const tableY = 122

// placeBody leans the trunk: forward it comes nearer and lower, back it recedes.
func (f *figure) placeBody() {
	q := f.pose
	k := 1 + 0.065*q[lean]
	f.body = shift(q[sway], 4*q[lean]).then(shift(0, tableY)).then(scale(k, k)).then(shift(0, -tableY))
}

// joint is where an arm hangs, in the trunk's space.
func (f *figure) joint(sd float64) pt {
	q := f.pose
	return pt{sd * 64 * f.look.Shoulder, 29 - 7*q[shoulders] - 1.2*q[breath]}
}

// neck draws the neck, down into the collar.
func (f *figure) neck() {
	w := 17.5 * f.look.Neck
	hd := &f.hd
	x := hd.x * 0.6
	sh := f.pose[shoulders]
	a, b := hd.at(-w, 26, -6), hd.at(w, 26, -6)
	f.blob(f.look.Skin.to(f.shadow(), 0.18),
		corner(a), soft(pt{-w*0.98 + x*0.5, -18}), n(-w*1.12, -8), h(-w*1.2, 0-3*sh), n(-w*0.7, 16), h(0, 27), n(w*0.7, 16), h(w*1.2, 0-3*sh), n(w*1.12, -8), soft(pt{w*0.98 + x*0.5, -18}), corner(b))
	// The shade of the chin.
	c1, c2 := hd.at(-w*1.0, 38, 4), hd.at(w*1.0, 38, 0)
	mid := hd.at(2, 66, 10)
	f.blob(f.shadow().fade(0.85), corner(a), soft(c1), soft(pt{-w * 0.8, (c1.y + mid.y) / 2}), soft(pt{mid.x, mid.y}), soft(pt{w*0.98 + x*0.4, mid.y + 3}), soft(c2), corner(b))
	// The cords of the neck and the collarbones.
	f.line(n(-8, -10), n(-5, 4), n(-3, 12))
	f.stroke(f.fold().fade(0.28), 0.2, 1.1, 0.2)
	f.line(n(9, -10), n(5.5, 4), n(3.5, 12))
	f.stroke(f.fold().fade(0.35), 0.2, 1.1, 0.2)
}

// trunk draws what is worn from the shoulders to the waist.
func (f *figure) trunk() {
	l, q := f.look, f.pose
	sh := 7*q[shoulders] + 1.2*q[breath]
	w := l.Shoulder
	belly := 66 * l.Girth
	f.outline(
		h(-19*l.Neck, -9-sh*0.35), n(-38*w, 1-sh*0.8), n(-62*w, 10.5-sh), n(-76*w, 23-sh), n(-78*w, 48), n(-belly, 92), n(-belly*0.96, 130), h(-belly, 190),
		h(belly, 190), n(belly*0.96, 130), n(belly, 92), n(78*w, 48), n(76*w, 23-sh), n(62*w, 10.5-sh), n(38*w, 1-sh*0.8), h(19*l.Neck, -9-sh*0.35), n(0, -14))
	f.fill(f.grade(l.Cloth.light(0.06), l.Cloth.dark(0.16), -60, 0, 70, 120))
	f.neck()
	switch l.Dress {
	case Cardigan:
		f.cardigan(sh)
	case Suit:
		f.suit(sh)
	case Jumper:
		f.jumper(sh)
	case Overall:
		f.overall(sh)
	case Shirt:
		f.shirt(sh)
	case Tunic:
		f.tunic(sh)
	case Hoodie:
		f.hoodie(sh)
	case Blazer:
		f.blazer(sh)
	}
}

func (f *figure) cardigan(sh float64) {
	l := f.look
	w := l.Neck
	// The blouse in the opening.
	f.blob(l.Under, h(-19*w, -9-sh*0.35), n(-26, 20), n(-24, 70), h(-15, 150), h(17, 150), n(25, 70), n(26, 20), h(19*w, -9-sh*0.35), n(8, 14), h(0, 23), n(-8, 14))
	f.blob(l.Under.dark(0.13), h(19*w, -9-sh*0.35), n(26, 20), n(25, 70), h(17, 150), h(6, 150), n(14, 80), n(13, 36))
	f.blob(l.Under.light(0.4), h(-18.5*w, -13-sh*0.35), h(-24, 3), h(-15, 23), h(-2, 26), n(-9, 10))
	f.blob(l.Under.light(0.1), h(18.5*w, -13-sh*0.35), h(24, 3), h(15, 23), h(2, 26), n(9, 10))
	f.line(n(0, 27), n(1, 60), n(1, 120))
	f.stroke(l.Under.dark(0.3), 0.9, 0.9, 0.9)
	for y := 42.0; y < 130; y += 23 {
		f.ellipse(l.Under.dark(0.32), -3, y, 1.5, 1.5)
	}
	// The lanyard and what hangs from it.
	if l.Badge {
		f.line(n(-17*w, -7), n(-17, 26), n(-2, 72))
		f.stroke(l.Trim, 2.8, 2.8, 2.8)
		f.line(n(17*w, -7), n(18, 26), n(4, 72))
		f.stroke(l.Trim.dark(0.18), 2.8, 2.8, 2.8)
		f.box(rgb(0x4A4A52), -1.5, 71, 5, 6, 1)
		f.box(rgb(0xFBFAF5), -11, 76, 24, 33, 2.5)
		f.box(l.Trim, -11, 76, 24, 7.5, 2)
		f.box(l.Skin, -7.5, 87, 8, 10, 1)
		f.box(rgb(0xB9BCC4), 3, 88, 7.5, 1.8, 0.5)
		f.box(rgb(0xB9BCC4), 3, 92, 6, 1.8, 0.5)
		f.box(rgb(0xB9BCC4), -7.5, 100.5, 17, 1.8, 0.5)
	}
	// The edges of the cardigan, ribbed.
	for _, sd := range [2]float64{-1, 1} {
		e := l.Cloth.dark(0.22)
		if sd < 0 {
			e = l.Cloth.light(0.13)
		}
		f.line(n(sd*19.5*w, -9-sh*0.35), n(sd*27, 20), n(sd*25.5, 70), n(sd*18, 150))
		f.stroke(e, 4.6, 5.4, 5.4)
		// A fold from the armpit.
		f.line(n(sd*60, 62), n(sd*52, 76), n(sd*50, 96))
		f.stroke(l.Cloth.dark(0.3).fade(0.75), 0.3, 2.0, 0.3)
	}
}

// limb is a tapered sleeve or forearm from a to b, bowed by b0 units.
func (f *figure) limb(s shade, a, b pt, ra, rb, bow float64) {
	d := b.sub(a).unit()
	nv := pt{-d.y, d.x}
	m := mix(a, b, 0.45).add(nv.mul(bow))
	rm := lerp(ra, rb, 0.45) * 1.03
	f.outline(
		soft(a.add(nv.mul(ra))), soft(m.add(nv.mul(rm))), soft(b.add(nv.mul(rb))), soft(b.add(d.mul(rb*0.55))),
		soft(b.sub(nv.mul(rb))), soft(m.sub(nv.mul(rm))), soft(a.sub(nv.mul(ra))), soft(a.sub(d.mul(ra*0.85))))
	f.fill(s)
}

// arm is where the joints of one arm are, in the picture's space.
type arm struct {
	sd                     float64
	base                   int
	shoulder, elbow, wrist pt
}

func (f *figure) arm(sd float64) arm {
	base := armL
	if sd > 0 {
		base = armR
	}
	q := f.pose
	return arm{
		sd: sd, base: base,
		shoulder: f.body.at(f.joint(sd)),
		elbow:    pt{sd*q[base+elbowX] + q[sway], q[base+elbowY]},
		wrist:    pt{sd*q[base+wristX] + q[sway]*0.5, q[base+wristY]},
	}
}

func (f *figure) upperArm(a arm) {
	l := f.look
	g := l.Girth
	c := f.sleeve(a)
	rs, re := 17.5*max(g, 0.9), 14.2*g
	f.limb(f.grade(f.clothAt(a.shoulder), c, a.shoulder.x, a.shoulder.y, a.elbow.x, a.elbow.y), a.shoulder, a.elbow, rs, re, a.sd*-2)
	// A seam of shade parts the arm from the trunk.
	d := a.elbow.sub(a.shoulder).unit()
	nv := pt{-d.y, d.x}.mul(a.sd)
	p0, p1 := a.shoulder.add(d.mul(8)), a.elbow.sub(d.mul(4))
	f.line(soft(p0.add(nv.mul(rs*0.93))), soft(mix(p0, p1, 0.5).add(nv.mul(lerp(rs, re, 0.5)))), soft(p1.add(nv.mul(re))))
	f.stroke(l.Cloth.dark(0.42), 0.4, 2.6, 1.2)
	// Folds where it bends.
	f.line(soft(a.elbow.add(nv.mul(re-1)).sub(d.mul(13))), soft(a.elbow.add(nv.mul(3)).sub(d.mul(9))), soft(a.elbow.sub(nv.mul(4)).sub(d.mul(10))))
	f.stroke(c.dark(0.3), 1.6, 1.2, 0.1)
}

// clothAt is the colour of the trunk's cloth at q, so that an arm joins it
// without a seam.
func (f *figure) clothAt(q pt) ink {
	t := clamp(((q.x+60)*130+q.y*120)/(130*130+120*120), 0, 1)
	return f.look.Cloth.light(0.06).to(f.look.Cloth.dark(0.16), t)
}

// sleeve is the colour of an arm: the one on the side away from the light is
// darker.
func (f *figure) sleeve(a arm) ink {
	if a.sd > 0 {
		return f.look.Cloth.dark(0.16)
	}
	return f.look.Cloth.light(0.03)
}

// foreArm draws the forearm with its sleeve, and the hand.
func (f *figure) foreArm(a arm) {
	l := f.look
	g := l.Girth
	c := f.sleeve(a)
	d := a.wrist.sub(a.elbow)
	u := d.unit()
	nv := pt{-u.y, u.x}
	skin := l.Skin
	if a.sd > 0 {
		skin = skin.to(f.shadow(), 0.18)
	}
	re := 14.2 * g
	// The shade below it: on the table, or on the clothes.
	if a.wrist.y > tableY {
		off := pt{1, 4}
		f.limb(flat(rgb(0x2A1418).fade(0.20)), mix(a.elbow, a.wrist, 0.15).add(off), a.wrist.add(off), re, 8, 0)
	} else {
		if a.elbow.y > tableY { // propped up: the elbow stands on the table
			f.glow(rgb(0x2A1418).fade(0.45), a.elbow.x, a.elbow.y+re*0.82, re*1.5, 6.5)
		}
		p0, p1 := mix(a.elbow, a.wrist, 0.12), mix(a.elbow, a.wrist, 0.9)
		down := nv.mul(-a.sd)
		if down.y < 0 {
			down = down.mul(-1)
		}
		f.line(soft(p0.add(down.mul(re))), soft(mix(p0, p1, 0.5).add(down.mul(re*0.93))), soft(p1.add(down.mul(9.5))))
		f.stroke(l.Cloth.dark(0.45).fade(0.7), 0.6, 4.4, 0.6)
	}
	f.limb(flat(skin), mix(a.elbow, a.wrist, 0.5), a.wrist, 9, 6.6, 0)
	f.hand(a)
	end := mix(a.elbow, a.wrist, clamp(0.94*l.Sleeve, 0.2, 0.94))
	r := lerp(re*0.95, 9.6, min(l.Sleeve, 1))
	f.limb(f.grade(c, c.dark(0.14), a.elbow.x, a.elbow.y, end.x, end.y), a.elbow, end, re, r, 0)
	// The cuff.
	e0 := end.add(u.mul(1.5))
	f.line(soft(e0.add(nv.mul(r))), soft(e0.add(u.mul(2.4))), soft(e0.sub(nv.mul(r))))
	f.stroke(c.light(0.10), 3.0, 3.6, 3.0)
	// Folds.
	m := mix(a.elbow, a.wrist, 0.2)
	f.line(soft(m.add(nv.mul(-a.sd*(re-1)))), soft(m.add(u.mul(4)).add(nv.mul(-a.sd*4))), soft(m.add(u.mul(3)).add(nv.mul(a.sd*3))))
	f.stroke(c.dark(0.3), 1.8, 1.3, 0.1)
	m = mix(a.elbow, a.wrist, 0.5)
	f.line(soft(m.add(nv.mul(a.sd*(r)))), soft(m.add(nv.mul(a.sd*4)).add(u.mul(3))), soft(m.sub(nv.mul(a.sd*2)).add(u.mul(3))))
	f.stroke(c.dark(0.28), 1.5, 1.1, 0.1)
}
