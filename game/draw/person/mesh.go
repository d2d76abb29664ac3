package person

import "math"

// fill turns the current outline into triangles and a fading fringe.
func (p *pen) fill(s shade) {
	p.clean()
	o := p.p
	k := len(o)
	if k < 3 {
		return
	}
	area := signed(o)
	if math.Abs(area) < 0.05 {
		return
	}
	if area < 0 { // always the same way round: the fringe is on the outside
		for i, j := 0, k-1; i < j; i, j = i+1, j-1 {
			o[i], o[j] = o[j], o[i]
		}
	}
	p.normals(o)
	const inner, outer = 0.35, 0.65 // of a pixel
	base := uint32(len(p.v))
	for i, q := range o {
		c := s.at(q)
		p.vertex(q.sub(p.nrm[i].mul(inner)), c, 1)
		p.vertex(q.add(p.nrm[i].mul(outer)), c, 0)
	}
	for i := range k {
		a, b := base+uint32(2*i), base+uint32(2*((i+1)%k))
		p.tri(a, b, a+1)
		p.tri(b, b+1, a+1)
	}
	p.triangulate(base)
}

// clean drops points nearer than a tenth of a pixel to the one before.
func (p *pen) clean() {
	o := p.p
	w := 0
	for i := range o {
		if w > 0 && math.Abs(o[i].x-o[w-1].x)+math.Abs(o[i].y-o[w-1].y) < 0.1 {
			continue
		}
		o[w] = o[i]
		w++
	}
	for w > 1 && o[0].sub(o[w-1]).length() < 0.1 {
		w--
	}
	p.p = o[:w]
}

func signed(o []pt) float64 {
	a := 0.0
	for i := range o {
		b := o[(i+1)%len(o)]
		a += o[i].x*b.y - b.x*o[i].y
	}
	return a / 2
}

// normals are the outward mitres at each point, at most two long.
func (p *pen) normals(o []pt) {
	k := len(o)
	p.nrm = p.nrm[:0]
	for i := range o {
		a, b, c := o[(i+k-1)%k], o[i], o[(i+1)%k]
		u, v := b.sub(a).unit(), c.sub(b).unit()
		m := pt{u.y + v.y, -u.x - v.x}
		l := m.x*m.x + m.y*m.y
		if l < 0.5 {
			p.nrm = append(p.nrm, m.unit().mul(1.4))
			continue
		}
		p.nrm = append(p.nrm, m.mul(2/l))
	}
}

func cross(a, b, c pt) float64 { return (b.x-a.x)*(c.y-a.y) - (b.y-a.y)*(c.x-a.x) }

// triangulate fills the inside of p.p, whose inner vertices start at base, two
// apart: as a fan if it is convex, else by cutting ears.
func (p *pen) triangulate(base uint32) {
	o := p.p
	k := len(o)
	convex := true
	for i := range o {
		if cross(o[i], o[(i+1)%k], o[(i+2)%k]) < -1e-6 {
			convex = false
			break
		}
	}
	at := func(i int32) uint32 { return base + 2*uint32(i) }
	if convex {
		for i := int32(1); i+1 < int32(k); i++ {
			p.tri(at(0), at(i), at(i+1))
		}
		return
	}
	p.ear, p.reflex = p.ear[:0], p.reflex[:0]
	for i := range o {
		p.ear = append(p.ear, int32(i))
		if cross(o[(i+k-1)%k], o[i], o[(i+1)%k]) <= 0 { // only these can lie in an ear
			p.reflex = append(p.reflex, int32(i))
		}
	}
	for at0, misses := 0, 0; len(p.ear) > 3; {
		l := len(p.ear)
		if misses > l { // an outline that crosses itself: take what there is
			at0, misses = at0+1, 0
			i, j, m := p.ear[(at0)%l], p.ear[(at0+1)%l], p.ear[(at0+2)%l]
			if cross(o[i], o[j], o[m]) > 0 {
				p.tri(at(i), at(j), at(m))
			}
			p.ear = append(p.ear[:(at0+1)%l], p.ear[(at0+1)%l+1:]...)
			continue
		}
		at0 %= l
		i, j, m := p.ear[at0], p.ear[(at0+1)%l], p.ear[(at0+2)%l]
		if !p.isEar(o[i], o[j], o[m], i, j, m) {
			at0++
			misses++
			continue
		}
		p.tri(at(i), at(j), at(m))
		cut := (at0 + 1) % l
		p.ear = append(p.ear[:cut], p.ear[cut+1:]...)
		if cut < at0 {
			at0--
		}
		misses = 0
	}
	if len(p.ear) == 3 {
		p.tri(at(p.ear[0]), at(p.ear[1]), at(p.ear[2]))
	}
}

func (p *pen) isEar(a, b, c pt, i, j, m int32) bool {
	if cross(a, b, c) <= 0 {
		return false
	}
	x0, x1 := min(a.x, min(b.x, c.x)), max(a.x, max(b.x, c.x))
	y0, y1 := min(a.y, min(b.y, c.y)), max(a.y, max(b.y, c.y))
	for _, e := range p.reflex {
		if e == i || e == j || e == m {
			continue
		}
		q := p.p[e]
		if q.x < x0 || q.x > x1 || q.y < y0 || q.y > y1 {
			continue
		}
		if cross(a, b, q) >= 0 && cross(b, c, q) >= 0 && cross(c, a, q) >= 0 {
			return false
		}
	}
	return true
}

// stroke draws the current outline as an open line whose width, in drawing
// units, is w0 at its start, w1 in its middle and w2 at its end.
func (p *pen) stroke(c ink, w0, w1, w2 float64) {
	p.clean()
	k := len(p.p)
	if k < 2 {
		return
	}
	total := 0.0
	for i := 1; i < k; i++ {
		total += p.p[i].sub(p.p[i-1]).length()
	}
	if max(w0, w1, w2)*p.px < 1.6 {
		p.hairline(c, total, w0, w1, w2)
		return
	}
	base, run := uint32(len(p.v)), 0.0
	for i, q := range p.p {
		nv, w := p.across(i, &run, total, w0, w1, w2)
		a := float32(clamp(w*2, 0.0, 1)) // thinner than a pixel: paler instead
		core, edge := max(w-0.35, 0.05), max(w, 0.35)+0.5
		p.vertex(q.add(nv.mul(edge)), c, 0)
		p.vertex(q.add(nv.mul(core)), c, a)
		p.vertex(q.sub(nv.mul(core)), c, a)
		p.vertex(q.sub(nv.mul(edge)), c, 0)
	}
	p.strips(base, uint32(k), 4)
	p.cap(c, p.p[0], w0)
	p.cap(c, p.p[k-1], w2)
}

// across is the normal of the outline at point i, and half the width there, in
// pixels; run is the length so far.
func (p *pen) across(i int, run *float64, total, w0, w1, w2 float64) (pt, float64) {
	k := len(p.p)
	if i > 0 {
		*run += p.p[i].sub(p.p[i-1]).length()
	}
	d := p.p[min(i+1, k-1)].sub(p.p[max(i-1, 0)]).unit()
	return pt{-d.y, d.x}, taper(*run/total, w0, w1, w2) * p.px / 2
}

// hairline draws a line about a pixel wide: one ridge that fades to both sides.
func (p *pen) hairline(c ink, total, w0, w1, w2 float64) {
	base, run := uint32(len(p.v)), 0.0
	for i, q := range p.p {
		nv, w := p.across(i, &run, total, w0, w1, w2)
		a := float32(clamp(w*1.7, 0, 1))
		edge := nv.mul(max(w, 0.3) + 0.6)
		p.vertex(q.add(edge), c, 0)
		p.vertex(q, c, a)
		p.vertex(q.sub(edge), c, 0)
	}
	p.strips(base, uint32(len(p.p)), 3)
}

// strips joins rows of n vertices, k of them, from base on.
func (p *pen) strips(base, k, n uint32) {
	for i := uint32(0); i+1 < k; i++ {
		a, b := base+n*i, base+n*(i+1)
		for s := uint32(0); s+1 < n; s++ {
			p.tri(a+s, a+s+1, b+s)
			p.tri(a+s+1, b+s+1, b+s)
		}
	}
}

// cap rounds the end of a stroke of width w.
func (p *pen) cap(c ink, q pt, w float64) {
	r := w * p.px / 2
	if r < 0.75 {
		return
	}
	steps := int(clamp(r*2, 6, 20))
	mid := p.vertex(q, c, 1)
	o := spin(steps)
	for range steps {
		p.vertex(pt{q.x + (r-0.35)*o.c, q.y + (r-0.35)*o.s}, c, 1)
		p.vertex(pt{q.x + (r+0.5)*o.c, q.y + (r+0.5)*o.s}, c, 0)
		o.on()
	}
	for s := range steps {
		a, b := mid+1+uint32(2*s), mid+1+uint32(2*((s+1)%steps))
		p.tri(mid, a, b)
		p.tri(a, a+1, b)
		p.tri(a+1, b+1, b)
	}
}

// taper is the width at t: a smooth bow through its three values.
func taper(t, w0, w1, w2 float64) float64 {
	if t < 0.5 {
		return lerp(w0, w1, math.Sin(t*math.Pi))
	}
	return lerp(w2, w1, math.Sin(t*math.Pi))
}

// keep sets the current outline aside as the shape to clip by; it should bulge
// everywhere, or nearly.
func (p *pen) keep() {
	p.clean()
	p.r = append(p.r[:0], p.p...)
	if signed(p.r) < 0 {
		for i, j := 0, len(p.r)-1; i < j; i, j = i+1, j-1 {
			p.r[i], p.r[j] = p.r[j], p.r[i]
		}
	}
	p.hull()
}

// hull straightens what bulges inwards in p.r.
func (p *pen) hull() {
	for again := true; again; {
		again = false
		for i := 0; i < len(p.r) && len(p.r) > 3; i++ {
			k := len(p.r)
			if cross(p.r[(i+k-1)%k], p.r[i], p.r[(i+1)%k]) < 0 {
				p.r = append(p.r[:i], p.r[i+1:]...)
				again = true
				i--
			}
		}
	}
}

// clip cuts the current outline to the kept shape.
func (p *pen) clip() {
	k := len(p.r)
	for i := 0; i < k && len(p.p) > 0; i++ {
		a, b := p.r[i], p.r[(i+1)%k]
		p.q = p.q[:0]
		for j := range p.p {
			c, d := p.p[j], p.p[(j+1)%len(p.p)]
			sc, sd := cross(a, b, c), cross(a, b, d)
			if sc >= 0 {
				p.q = append(p.q, c)
			}
			if (sc > 0 && sd < 0) || (sc < 0 && sd > 0) {
				p.q = append(p.q, mix(c, d, sc/(sc-sd)))
			}
		}
		p.p, p.q = p.q, p.p
	}
}
