package person

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"
)

// pen turns filled outlines and tapered strokes into triangles. Everything one
// layer shows becomes a single mesh, drawn by one call: with vector.FillPath
// every outline costs several draw calls and allocations, which a machine
// without a GPU and a steady frame cannot afford. Edges are smoothed by a
// fringe one pixel wide that fades out. A pen keeps its buffers between layers.
type pen struct {
	v []ebiten.Vertex
	i []uint32

	m  affine // from drawing units to pixels
	px float64

	p      []pt // the outline being built, in pixels
	q, r   []pt // scratch
	nrm    []pt
	ear    []int32
	reflex []int32

	mono       bool // everything in one ink: a silhouette, from ink lo at the top to hi
	lo, hi     ink
	loAt, hiAt float64 // in pixels down
}

// pt is a point.
type pt struct{ x, y float64 }

func (a pt) add(b pt) pt           { return pt{a.x + b.x, a.y + b.y} }
func (a pt) sub(b pt) pt           { return pt{a.x - b.x, a.y - b.y} }
func (a pt) mul(k float64) pt      { return pt{a.x * k, a.y * k} }
func (a pt) length() float64       { return math.Sqrt(a.x*a.x + a.y*a.y) }
func mix(a, b pt, t float64) pt    { return pt{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t} }
func lerp(a, b, t float64) float64 { return a + (b-a)*t }
func clamp(x, lo, hi float64) float64 {
	return max(lo, min(hi, x))
}
func (a pt) unit() pt {
	l := a.length()
	if l < 1e-9 {
		return pt{}
	}
	return pt{a.x / l, a.y / l}
}

// affine maps x, y to a·x+c·y+e, b·x+d·y+f.
type affine struct{ a, b, c, d, e, f float64 }

func identity() affine { return affine{a: 1, d: 1} }

func (m affine) at(p pt) pt {
	return pt{m.a*p.x + m.c*p.y + m.e, m.b*p.x + m.d*p.y + m.f}
}

// then is first n, then m.
func (m affine) then(n affine) affine {
	o := m.at(pt{n.e, n.f})
	return affine{
		m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b,
		m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d, o.x, o.y,
	}
}

func shift(x, y float64) affine { return affine{a: 1, d: 1, e: x, f: y} }
func scale(x, y float64) affine { return affine{a: x, d: y} }

// turn rotates by a radians around x, y.
func turn(a, x, y float64) affine {
	s, c := math.Sincos(a)
	return affine{c, s, -s, c, x - c*x + s*y, y - s*x - c*y}
}

// ink is a colour with alpha, not premultiplied, each 0–1.
type ink struct{ r, g, b, a float32 }

// rgb is an opaque ink from 0xRRGGBB.
func rgb(x uint32) ink {
	return ink{float32(x>>16&255) / 255, float32(x>>8&255) / 255, float32(x&255) / 255, 1}
}

func (c ink) fade(a float64) ink { c.a *= float32(a); return c }

// to blends c towards d.
func (c ink) to(d ink, t float64) ink {
	k := float32(t)
	return ink{c.r + (d.r-c.r)*k, c.g + (d.g-c.g)*k, c.b + (d.b-c.b)*k, c.a + (d.a-c.a)*k}
}

// dark and light shift c as warm shade and warm light do.
func (c ink) dark(t float64) ink  { return c.to(ink{0.16, 0.09, 0.14, c.a}, t) }
func (c ink) light(t float64) ink { return c.to(ink{1, 0.97, 0.9, c.a}, t) }

// reset empties the mesh and sets the transform, px pixels to a unit.
func (p *pen) reset(m affine) {
	p.v, p.i, p.p = p.v[:0], p.i[:0], p.p[:0]
	p.use(m)
}

// use draws from now on through m.
func (p *pen) use(m affine) {
	p.m = m
	p.px = math.Sqrt(math.Abs(m.a*m.d - m.b*m.c))
}

func (p *pen) vertex(q pt, c ink, a float32) uint32 {
	if p.mono {
		c = p.lo.to(p.hi, (q.y-p.loAt)/(p.hiAt-p.loAt)) // straight, so that overlaps agree
	}
	p.v = append(p.v, ebiten.Vertex{
		DstX: float32(q.x), DstY: float32(q.y), SrcX: 1, SrcY: 1,
		ColorR: c.r, ColorG: c.g, ColorB: c.b, ColorA: c.a * a,
	})
	return uint32(len(p.v) - 1)
}

func (p *pen) tri(a, b, c uint32) { p.i = append(p.i, a, b, c) }

// callVertices is how many vertices are drawn in a call. Images keep room for
// the longest call ever made on them, and the engine makes one of several
// anyway.
const callVertices = 1024

// call is which triangles to draw next: those up to the index to, whose vertices
// are lo to hi.
func (p *pen) call(from int) (to int, lo, hi uint32) {
	lo, hi = p.i[from], p.i[from]
	for to = from; to < len(p.i); to += 3 {
		a, b, c := p.i[to], p.i[to+1], p.i[to+2]
		l, h := min(lo, a, b, c), max(hi, a, b, c)
		if h-l >= callVertices && to > from {
			break
		}
		lo, hi = l, h
	}
	return to, lo, hi
}

// node is a point of an outline; hard ones are corners.
type node struct {
	pt
	hard bool
}

func n(x, y float64) node { return node{pt{x, y}, false} }
func h(x, y float64) node { return node{pt{x, y}, true} }
func soft(a pt) node      { return node{a, false} }
func corner(a pt) node    { return node{a, true} }

// path starts a new outline.
func (p *pen) path() { p.p = p.p[:0] }

// to adds a straight line to x, y.
func (p *pen) to(x, y float64) { p.p = append(p.p, p.m.at(pt{x, y})) }

// blob fills the smooth closed outline through the nodes.
func (p *pen) blob(c ink, nodes ...node) {
	p.outline(nodes...)
	p.fill(flat(c))
}

// outline makes the smooth closed curve through the nodes the current outline.
func (p *pen) outline(nodes ...node) {
	p.path()
	p.curve(true, nodes)
}

// line makes the smooth open curve through the nodes the current outline.
func (p *pen) line(nodes ...node) {
	p.path()
	p.curve(false, nodes)
}

// curve appends a smooth curve through the nodes. At each soft node the curve
// runs parallel to the chord of its neighbours; handles are a share of their own
// segment, so uneven spacing does not overshoot.
func (p *pen) curve(closed bool, nodes []node) {
	k := len(nodes)
	if k == 0 {
		return
	}
	at := func(i int) node { return nodes[(i+k)%k] }
	tangent := func(i int) pt {
		if nd := at(i); nd.hard {
			return pt{}
		}
		if !closed && (i == 0 || i == k-1) {
			return pt{}
		}
		return at(i + 1).sub(at(i - 1).pt).unit()
	}
	last := k
	if !closed {
		last = k - 1
	}
	p.p = append(p.p, p.m.at(nodes[0].pt))
	const handle = 0.36
	for i := range last {
		a, b := at(i).pt, at(i+1).pt
		d := b.sub(a).length() * handle
		c1, c2 := a.add(tangent(i).mul(d)), b.sub(tangent(i+1).mul(d))
		if !closed && i+1 == last {
			c2 = mix(b, c1, handle)
		}
		if !closed && i == 0 {
			c1 = mix(a, c2, handle)
		}
		p.bezier(p.m.at(a), p.m.at(c1), p.m.at(c2), p.m.at(b))
	}
	if closed {
		p.p = p.p[:len(p.p)-1]
	}
}

// bezier appends the cubic from a (already there) to b, in pixels.
func (p *pen) bezier(a, c1, c2, b pt) {
	// The deviation from the chord sets how many pieces a quarter of a pixel asks for.
	d := max(c1.sub(mix(a, b, 1.0/3)).length(), c2.sub(mix(a, b, 2.0/3)).length())
	steps := int(clamp(math.Ceil(math.Sqrt(d*2.2)), 1, 24))
	for s := 1; s <= steps; s++ {
		t := float64(s) / float64(steps)
		u := 1 - t
		w0, w1, w2, w3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		p.p = append(p.p, pt{
			w0*a.x + w1*c1.x + w2*c2.x + w3*b.x,
			w0*a.y + w1*c1.y + w2*c2.y + w3*b.y,
		})
	}
}

// shade is how a fill is coloured: one ink, or two with a straight run between.
type shade struct {
	a, b     ink
	from, to pt // in pixels
	run      bool
}

func flat(c ink) shade { return shade{a: c} }

// grade runs from a at one point to b at another, given in drawing units.
func (p *pen) grade(a, b ink, x0, y0, x1, y1 float64) shade {
	return shade{a, b, p.m.at(pt{x0, y0}), p.m.at(pt{x1, y1}), true}
}

func (s *shade) at(q pt) ink {
	if !s.run {
		return s.a
	}
	d := s.to.sub(s.from)
	l := d.x*d.x + d.y*d.y
	if l == 0 {
		return s.a
	}
	w := q.sub(s.from)
	return s.a.to(s.b, clamp((w.x*d.x+w.y*d.y)/l, 0, 1))
}

// ellipse fills an upright ellipse.
func (p *pen) ellipse(c ink, x, y, rx, ry float64) {
	p.round(x, y, rx, ry)
	p.fill(flat(c))
}

// round makes an ellipse the current outline.
func (p *pen) round(x, y, rx, ry float64) {
	p.path()
	steps := int(clamp(6+math.Sqrt(max(rx, ry)*p.px)*4, 8, 72))
	w := spin(steps)
	for range steps {
		p.to(x+rx*w.c, y+ry*w.s)
		w.on()
	}
}

// box fills a rectangle with corners of radius r.
func (p *pen) box(c ink, x, y, w, h, r float64) {
	p.boxPath(x, y, w, h, r)
	p.fill(flat(c))
}

func (p *pen) boxPath(x, y, w, h, r float64) {
	p.path()
	if r <= 0 {
		p.to(x, y)
		p.to(x+w, y)
		p.to(x+w, y+h)
		p.to(x, y+h)
		return
	}
	r = min(r, min(w, h)/2)
	steps := int(clamp(2+math.Sqrt(r*p.px), 2, 16))
	arc := func(cx, cy, a0 float64) {
		for s := 0; s <= steps; s++ {
			sn, cs := math.Sincos(a0 + math.Pi/2*float64(s)/float64(steps))
			p.to(cx+r*cs, cy+r*sn)
		}
	}
	arc(x+r, y+r, math.Pi)
	arc(x+w-r, y+r, -math.Pi/2)
	arc(x+w-r, y+h-r, 0)
	arc(x+r, y+h-r, math.Pi/2)
}

// quad fills four corners.
func (p *pen) quad(c ink, x0, y0, x1, y1, x2, y2, x3, y3 float64) {
	p.path()
	p.to(x0, y0)
	p.to(x1, y1)
	p.to(x2, y2)
	p.to(x3, y3)
	p.fill(flat(c))
}

// glow fills an ellipse that fades from its middle to nothing at its rim.
func (p *pen) glow(c ink, x, y, rx, ry float64) {
	const steps, rings = 28, 3
	mid := p.vertex(p.m.at(pt{x, y}), c, 1)
	for r := 1; r <= rings; r++ {
		t := float64(r) / rings
		a := float32((1 - t) * (1 - t) * (1 + 0.5*t))
		w := spin(steps)
		for range steps {
			p.vertex(p.m.at(pt{x + rx*t*w.c, y + ry*t*w.s}), c, a)
			w.on()
		}
	}
	ring := func(r, s int) uint32 { return mid + 1 + uint32((r-1)*steps+s%steps) }
	for s := range steps {
		p.tri(mid, ring(1, s), ring(1, s+1))
		for r := 1; r < rings; r++ {
			p.tri(ring(r, s), ring(r+1, s), ring(r, s+1))
			p.tri(ring(r+1, s), ring(r+1, s+1), ring(r, s+1))
		}
	}
}

// spinner goes round a circle in equal steps, without a sine for each.
type spinner struct{ c, s, dc, ds float64 }

func spin(steps int) spinner {
	s, c := math.Sincos(2 * math.Pi / float64(steps))
	return spinner{1, 0, c, s}
}

func (w *spinner) on() { w.c, w.s = w.c*w.dc-w.s*w.ds, w.s*w.dc+w.c*w.ds }
