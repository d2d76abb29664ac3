package draw

import (
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
)

// masks are white shapes with exact coverage at their edges, made once a
// radius and stretched as nine patches: smoother than vector's 2×2 samples,
// and one draw call a rectangle.
type masks struct {
	made     map[maskKey]*ebiten.Image
	vertices [16]ebiten.Vertex
	op       ebiten.DrawTrianglesOptions
}

// maskKey is a disc of a radius or, with a thickness, its rim; inverse is what
// the disc leaves of its square. In device pixels.
type maskKey struct {
	radius, thick int
	inverse       bool
}

// nine are the triangles of nine patches over a grid of 4×4 vertices.
var nine = func() (idx []uint16) {
	for r := range 3 {
		for c := range 3 {
			a := uint16(4*r + c)
			idx = append(idx, a, a+1, a+4, a+1, a+5, a+4)
		}
	}
	return idx
}()

// get returns the mask: corners of size max(radius, thick), and one pixel
// between them that stretches.
func (k *masks) get(key maskKey) (*ebiten.Image, int) {
	corner := max(key.radius, key.thick)
	if m, ok := k.made[key]; ok {
		return m, corner
	}
	if k.made == nil || len(k.made) > 64 {
		for _, m := range k.made {
			m.Deallocate()
		}
		k.made = map[maskKey]*ebiten.Image{}
	}
	side := 2*corner + 1
	pix := make([]byte, 4*side*side)
	for y := range corner + 1 { // a quarter: the others mirror it
		for x := range corner + 1 {
			a := inRound(x, y, side, float64(key.radius), 0)
			if key.thick > 0 {
				a -= inRound(x, y, side, math.Max(float64(key.radius-key.thick), 0), float64(key.thick))
			}
			if key.inverse {
				a = 1 - a
			}
			v := byte(math.Round(255 * min(max(a, 0), 1)))
			for _, at := range [4]int{y*side + x, y*side + side - 1 - x, (side-1-y)*side + x, (side-1-y)*side + side - 1 - x} {
				copy(pix[4*at:], []byte{v, v, v, v})
			}
		}
	}
	m := ebiten.NewImage(side, side)
	m.WritePixels(pix)
	k.made[key] = m
	return m, corner
}

// inRound is how much of pixel x,y, in the upper left quarter, lies within the
// square of the side, inset, with corners of radius r: 8×8 samples, where its
// corners leave it open.
func inRound(x, y, side int, r, inset float64) float64 {
	lo, hi := inset, float64(side)-inset
	within := func(px, py float64) bool {
		if px < lo || py < lo || px > hi || py > hi {
			return false
		}
		dx := max(lo+r-px, px-(hi-r), 0)
		dy := max(lo+r-py, py-(hi-r), 0)
		return dx*dx+dy*dy <= r*r || dx == 0 || dy == 0
	}
	// Whatever lies nearer to the middle than a point within is within.
	if within(float64(x), float64(y)) {
		return 1
	}
	if !within(float64(x+1), float64(y+1)) {
		return 0
	}
	const n = 8
	in := 0
	for j := range n {
		for i := range n {
			if within(float64(x)+(float64(i)+0.5)/n, float64(y)+(float64(j)+0.5)/n) {
				in++
			}
		}
	}
	return float64(in) / (n * n)
}

// rect fills, or with thick > 0 borders, a rectangle in device pixels.
func (k *masks) rect(dst *ebiten.Image, x, y, w, h, radius, thick int, clr color.RGBA) {
	k.nine(dst, maskKey{radius: min(radius, w/2, h/2), thick: thick}, x, y, w, h, clr)
}

// corners covers what a rounded rectangle leaves of its corners.
func (k *masks) corners(dst *ebiten.Image, x, y, w, h, radius int, clr color.RGBA) {
	k.nine(dst, maskKey{radius: min(radius, w/2, h/2), inverse: true}, x, y, w, h, clr)
}

func (k *masks) nine(dst *ebiten.Image, key maskKey, x, y, w, h int, clr color.RGBA) {
	if w <= 0 || h <= 0 {
		return
	}
	m, c := k.get(key)
	xs := [4]float32{float32(x), float32(x + c), float32(x + w - c), float32(x + w)}
	ys := [4]float32{float32(y), float32(y + c), float32(y + h - c), float32(y + h)}
	ss := [4]float32{0, float32(c), float32(c + 1), float32(2*c + 1)}
	red, green, blue, alpha := float32(clr.R)/255, float32(clr.G)/255, float32(clr.B)/255, float32(clr.A)/255
	for i := range k.vertices {
		k.vertices[i] = ebiten.Vertex{
			DstX: xs[i%4], DstY: ys[i/4], SrcX: ss[i%4], SrcY: ss[i/4],
			ColorR: red, ColorG: green, ColorB: blue, ColorA: alpha,
		}
	}
	k.op.ColorScaleMode = ebiten.ColorScaleModePremultipliedAlpha
	dst.DrawTriangles(k.vertices[:], nine, m, &k.op)
}
