package person

import "math"

// pad draws the notebook on the table: shut, or open with as much written down
// as was worth it.
func (f *figure) pad() {
	q := f.pose
	f.quad(rgb(0x2A1418).fade(0.18), -72, 155, -10, 153, -14, 187, -86, 190)
	f.quad(rgb(0x6B4A3A), -72, 152, -9, 150, -12, 184, -85, 187)
	f.quad(rgb(0xFBF7EC), -69, 151.5, -12, 150, -15, 181, -81, 183.5)
	const rows = 7
	for i := range rows {
		t := (float64(i) + 1) / (rows + 1)
		a := mix(pt{-69, 151.5}, pt{-81, 183.5}, t)
		b := mix(pt{-12, 150}, pt{-15, 181}, t)
		f.path()
		l, r := mix(a, b, 0.06), mix(a, b, 0.95)
		f.to(l.x, l.y)
		f.to(r.x, r.y)
		f.stroke(rgb(0xC9C2B2).fade(0.8), 0.5, 0.5, 0.5)
		done := clamp(q[written]*rows-float64(i), 0, 1)
		if done < 0.05 {
			continue
		}
		end := 0.08 + done*([rows]float64{0.9, 0.72, 0.93, 0.6, 0.88, 0.78, 0.5}[i]-0.08)
		f.path()
		const steps = 30
		for k := 0; k <= steps; k++ {
			u := 0.08 + (end-0.08)*float64(k)/steps
			p := mix(a, b, u)
			x := float64(k+5*i) * 46 / steps
			f.to(p.x, p.y-0.9+0.8*math.Sin(x*1.15)*math.Sin(x*0.31+1))
		}
		f.stroke(rgb(0x2F3E66).fade(0.9), 0.7, 0.8, 0.7)
	}
	if k := q[shut]; k > 0.02 {
		f.quad(rgb(0x7A4B3E).fade(k), -71, 151, -10, 149.5, -13, 182, -83.5, 184.5)
		f.quad(rgb(0x93604F).fade(k), -70, 151.3, -66, 151.2, -78, 184.2, -82.5, 184.4)
		f.quad(rgb(0x3B2A2A).fade(k), -22, 149.8, -19.6, 149.7, -23.5, 182.3, -26, 182.4)
	}
}

// pen draws the pen, its nib at the pose's point.
func (f *figure) penThing() {
	q := f.pose
	back := f.m
	f.use(back.then(shift(q[penX], q[penY])).then(turn((180+q[penTurn])*rad, 0, 0)))
	f.path()
	f.to(0, 6)
	f.to(0, 46)
	f.stroke(rgb(0x23283C), 3.6, 3.8, 3.6)
	f.path()
	f.to(0, 0)
	f.to(0, 6)
	f.stroke(rgb(0xC9A86A), 0.8, 2.4, 3.4)
	f.path()
	f.to(1.4, 34)
	f.to(1.4, 45)
	f.stroke(rgb(0xD9C08A), 1, 1, 1)
	f.use(back)
}

// phoneThing draws the phone: its dark face when it lies on the table, its back
// when it is held up.
func (f *figure) phoneThing() {
	q := f.pose
	up := q[phoneUp]
	back := f.m
	f.use(back.then(shift(q[phoneX], q[phoneY])).then(turn(q[phoneTurn]*rad, 0, 0)))
	hh := lerp(12, 26, up)
	f.box(rgb(0x2A1418).fade(0.2), -13, -hh+3, 28, 2*hh, 4)
	f.box(rgb(0x2B2E38), -13, -hh, 27, 2*hh, 4)
	f.box(rgb(0x3A3F4C), -11.4, -hh+1.6, 23.8, 2*hh-3.2, 3)
	if up > 0.5 {
		f.box(rgb(0x23252E), -9, -hh+4, 9, 12, 3)
		f.ellipse(rgb(0x5C6478), -4.5, -hh+7.5, 2, 2)
		f.ellipse(rgb(0x5C6478), -4.5, -hh+12.5, 2, 2)
	}
	f.use(back)
}
