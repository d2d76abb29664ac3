package draw

import (
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
)

// mesh is lines and shapes as triangles, whose edges fade over one pixel.
// vector's paths are smoothed by drawing them eight times over, and a chart's
// thousand dashes took 60 MB of triangles.
type mesh struct {
	dst   *ebiten.Image // what is drawn on
	v     []ebiten.Vertex
	i     []uint32
	ring  []point // scratch
	white *ebiten.Image
	op    ebiten.DrawTrianglesOptions
}

// fade is how far an edge fades to either side, in pixels.
const fade = 0.5

// callVertices is how many vertices are drawn in a call, or a shape more. Images
// keep room for the longest call ever made on them, and the engine makes one of
// several anyway.
const callVertices = 1024

// on begins to draw on an image.
func (m *mesh) on(dst *ebiten.Image) *mesh {
	m.paint()
	m.dst = dst
	return m
}

// begin begins a shape; its first vertex will be the one returned.
func (m *mesh) begin() uint32 {
	if m.dst != nil && len(m.v) >= callVertices {
		m.paint()
	}
	return uint32(len(m.v))
}

// paint draws what is not drawn yet.
func (m *mesh) paint() {
	if len(m.i) == 0 {
		return
	}
	if m.white == nil {
		m.white = ebiten.NewImage(3, 3)
		m.white.Fill(color.White)
	}
	m.op.ColorScaleMode = ebiten.ColorScaleModePremultipliedAlpha
	m.dst.DrawTriangles32(m.v, m.i, m.white, &m.op)
	m.v, m.i = m.v[:0], m.i[:0]
}

// vertex adds a point that is covered by so much of the colour, 0–1.
func (m *mesh) vertex(q point, clr color.RGBA, covered float64) uint32 {
	k := float32(covered) / 255
	m.v = append(m.v, ebiten.Vertex{DstX: float32(q.X), DstY: float32(q.Y), SrcX: 1, SrcY: 1,
		ColorR: float32(clr.R) * k, ColorG: float32(clr.G) * k, ColorB: float32(clr.B) * k, ColorA: float32(clr.A) * k})
	return uint32(len(m.v) - 1)
}

func (m *mesh) triangle(a, b, c uint32) { m.i = append(m.i, a, b, c) }

// line draws a line through the points, in pixels, with round ends and round
// corners.
func (m *mesh) line(points []point, width float64, clr color.RGBA) {
	from := 0
	for i := range points {
		if i > 0 && i < len(points)-1 && !sharp(points[i-1], points[i], points[i+1]) {
			continue
		}
		m.disc(points[i], width/2, clr)
		m.strip(points[from:i+1], width/2, clr)
		from = i
	}
}

// strip is a line without ends that turns only gently.
func (m *mesh) strip(points []point, half float64, clr color.RGBA) {
	if len(points) < 2 {
		return
	}
	covered := min(2*half, 1) // thinner than a pixel: paler instead
	core, edge := max(half-fade, 0), max(half, fade)+fade
	base := m.begin()
	for i, q := range points {
		n := across(points[max(i-1, 0)], q, points[min(i+1, len(points)-1)])
		m.vertex(along(q, n, edge), clr, 0)
		m.vertex(along(q, n, core), clr, covered)
		m.vertex(along(q, n, -core), clr, covered)
		m.vertex(along(q, n, -edge), clr, 0)
	}
	for i := range uint32(len(points) - 1) {
		for s := range uint32(3) {
			a := base + 4*i + s
			m.triangle(a, a+1, a+4)
			m.triangle(a+1, a+5, a+4)
		}
	}
}

// disc draws a filled circle.
func (m *mesh) disc(q point, r float64, clr color.RGBA) {
	n := corners(r)
	m.ring = m.ring[:0]
	for i := range n {
		m.arc(q, r, 2*math.Pi*float64(i)/float64(n))
	}
	m.convex(m.ring, clr)
}

// dash draws a short line with round ends as one polygon: line would take two
// discs and what is between them.
func (m *mesh) dash(a, b point, width float64, clr color.RGBA) {
	r, way, n := width/2, math.Atan2(b.Y-a.Y, b.X-a.X), corners(width/2)/2
	m.ring = m.ring[:0]
	for _, end := range []struct {
		q  point
		to float64
	}{{b, way - math.Pi/2}, {a, way + math.Pi/2}} {
		for i := range n + 1 {
			m.arc(end.q, r, end.to+math.Pi*float64(i)/float64(n))
		}
	}
	m.convex(m.ring, clr)
}

// corners is by how many a circle of a radius in pixels is drawn.
func corners(r float64) int { return int(min(max(3*r, 8), 48)) }

// arc adds to the ring the point of a circle at an angle.
func (m *mesh) arc(q point, r, angle float64) {
	sin, cos := math.Sincos(angle)
	m.ring = append(m.ring, at(q.X+r*cos, q.Y+r*sin))
}

// convex fills a polygon that bulges everywhere.
func (m *mesh) convex(points []point, clr color.RGBA) {
	n := len(points)
	if n < 3 {
		return
	}
	out := fade // to the outside, whichever way round it is
	if turn(points[0], points[1], points[2]) < 0 {
		out = -fade
	}
	base := m.begin()
	for i, q := range points {
		nv := across(points[(i+n-1)%n], q, points[(i+1)%n])
		m.vertex(along(q, nv, out), clr, 1)
		m.vertex(along(q, nv, -out), clr, 0)
	}
	for i := range uint32(n) {
		a, b := base+2*i, base+2*((i+1)%uint32(n))
		m.triangle(a, b, a+1)
		m.triangle(b, b+1, a+1)
		if i > 0 && i+1 < uint32(n) {
			m.triangle(base, a, b)
		}
	}
}

// under fills what lies between a curve and the floor below it.
func (m *mesh) under(curve []point, floor float64, clr color.RGBA) {
	base := m.begin()
	for _, q := range curve {
		m.vertex(q, clr, 1)
		m.vertex(at(q.X, floor), clr, 1)
	}
	for i := range uint32(len(curve) - 1) {
		a := base + 2*i
		m.triangle(a, a+1, a+2)
		m.triangle(a+1, a+3, a+2)
	}
}

func along(q, n point, d float64) point { return at(q.X+n.X*d, q.Y+n.Y*d) }

// across is the normal of the way a–b–c at b, longer where the way turns so
// that parallels stay as far apart, yet at most twice.
func across(a, b, c point) point {
	u, v := unit(a, b), unit(b, c)
	if u == (point{}) {
		u = v
	}
	if v == (point{}) {
		v = u
	}
	n := at(-u.Y-v.Y, u.X+v.X)
	if l := n.X*n.X + n.Y*n.Y; l > 1e-9 {
		k := 2 / max(l, 1)
		return at(n.X*k, n.Y*k)
	}
	return at(-v.Y, v.X)
}

// unit is the direction from a to b, zero where they are one.
func unit(a, b point) point {
	if l := math.Hypot(b.X-a.X, b.Y-a.Y); l > 1e-9 {
		return at((b.X-a.X)/l, (b.Y-a.Y)/l)
	}
	return point{}
}

// turn is above zero where the way a–b–c turns one way, below where the other.
func turn(a, b, c point) float64 { return (b.X-a.X)*(c.Y-b.Y) - (b.Y-a.Y)*(c.X-b.X) }

// sharp reports whether the way turns by more than some 40 degrees at b.
func sharp(a, b, c point) bool {
	u, v := unit(a, b), unit(b, c)
	return u.X*v.X+u.Y*v.Y < 0.75
}
