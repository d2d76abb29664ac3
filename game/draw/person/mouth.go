package person

import "math"

// mouth draws lips, and what shows between them.
func (f *figure) mouth() {
	q, l := f.pose, f.look
	sm, op, tn := q[smile], clamp(q[open], 0, 1), q[tense]
	w := 11.6 * (1 + 0.17*q[wide] + 0.07*max(sm, 0) - 0.04*tn)
	y := 34.0 - 0.6*max(sm, 0)
	// Corners: raised by a smile, and one of them more by skew.
	cl := y - 4.4*sm + 2.6*q[skew]
	cr := y - 4.4*sm - 2.6*q[skew]
	mid := y + 0.9*sm + 0.5*tn
	top := mid - 1.0*op        // lower edge of the upper lip
	bot := mid + 0.35 + 9.5*op // upper edge of the lower lip
	full := l.Lips * (1 - 0.62*tn)
	ul, ll := 3.5*full*(1-0.12*max(sm, 0)), 4.9*full*(1-0.15*max(sm, 0))

	// The shade under the lower lip, and of the lip on the chin.
	f.blob(f.shadow().fade(0.5), f.s(-6, bot+ll+1.2), f.s(0, bot+ll+0.4), f.s(6, bot+ll+1.2), f.s(0, bot+ll+3.2))

	if op > 0.03 {
		f.outline(f.c(-w+0.8, cl), f.s(-w*0.5, lerp(cl, top, 0.75)), f.s(0, top), f.s(w*0.5, lerp(cr, top, 0.75)), f.c(w-0.8, cr),
			f.s(w*0.55, lerp(cr, bot, 0.8)+0.3), f.s(0, bot+0.4), f.s(-w*0.55, lerp(cl, bot, 0.8)+0.3))
		f.keep()
		f.fill(flat(rgb(0x5A2029)))
		// Teeth: one band below the upper lip.
		th := 1.1 + 3.2*min(op*2.2, 1)
		f.outline(f.c(-w*0.86, cl-1), f.s(-w*0.4, top-2), f.s(0, top-2), f.s(w*0.4, top-2), f.c(w*0.86, cr-1),
			f.s(w*0.5, lerp(cr, top, 0.8)+th*0.8), f.s(0, top+th), f.s(-w*0.5, lerp(cl, top, 0.8)+th*0.8))
		f.clip()
		f.fill(flat(rgb(0xF8F1E6)))
		if op > 0.3 {
			f.outline(f.s(-w*0.4, bot-0.5), f.s(0, bot-2.8*op), f.s(w*0.4, bot-0.5), f.s(0, bot+2))
			f.clip()
			f.fill(flat(rgb(0xB5525A)))
		}
	}
	// Lips. The upper one is in shade, the lower one catches light.
	up := l.Lip.dark(0.10)
	f.blob(up,
		f.c(-w, cl), f.s(-w*0.55, lerp(cl, top, 0.6)-ul*0.75), f.s(-3.0, top-ul), f.s(0, top-ul*0.74), f.s(3.0, top-ul), f.s(w*0.55, lerp(cr, top, 0.6)-ul*0.75), f.c(w, cr),
		f.s(w*0.5, lerp(cr, top, 0.78)+0.2), f.s(2.4, top+0.1), f.s(0, top+0.5), f.s(-2.4, top+0.1), f.s(-w*0.5, lerp(cl, top, 0.78)+0.2))
	f.blob(l.Lip,
		f.c(-w+0.9, cl+0.3), f.s(-w*0.5, lerp(cl, bot, 0.82)), f.s(0, bot), f.s(w*0.5, lerp(cr, bot, 0.82)), f.c(w-0.9, cr+0.3),
		f.s(w*0.58, lerp(cr, bot, 0.75)+ll*0.78), f.s(0, bot+ll), f.s(-w*0.58, lerp(cl, bot, 0.75)+ll*0.78))
	if ll > 2 {
		f.line(f.s(-4, bot+ll*0.5), f.s(0, bot+ll*0.58), f.s(3, bot+ll*0.5))
		f.stroke(l.Lip.light(0.4).fade(0.75), 0.2, 1.0, 0.2)
	}
	c := l.Lip.to(rgb(0x4A1E22), 0.72)
	f.line(f.s(-w-0.6, cl), f.s(-w*0.5, lerp(cl, top, 0.8)+0.15), f.s(-2.2, top+0.05), f.s(0, top+0.55), f.s(2.2, top+0.05), f.s(w*0.5, lerp(cr, top, 0.8)+0.15), f.s(w+0.6, cr))
	f.stroke(c, 0.9, 1.25, 0.9)
	// The dents at the corners: where a smile, or its absence, sits.
	for _, sd := range [2]float64{-1, 1} {
		y, t := cl, sm-q[skew]*0.6
		if sd > 0 {
			y, t = cr, sm+q[skew]*0.6
		}
		d := clamp(math.Abs(t)*0.9+tn*0.5, 0.15, 1)
		f.line(f.s(sd*(w-0.2), y-1.0-0.5*t), f.s(sd*(w+1.1), y+0.1-0.4*t), f.s(sd*(w+0.7), y+1.5-0.8*t))
		f.stroke(f.fold().fade(0.8*d), 0.3, 1.0, 0.2)
	}
}
