package person

import (
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// raster paints triangles in plain Go, so that pictures can be looked at, and
// tested, with no display. It does what the graphics card does: colours are
// blended over, in order, and run straight between corners.
func raster(dst *image.NRGBA, v []ebiten.Vertex, idx []uint32) {
	b := dst.Bounds()
	for k := 0; k+2 < len(idx); k += 3 {
		p, q, r := &v[idx[k]], &v[idx[k+1]], &v[idx[k+2]]
		area := edge(p, q, float64(r.DstX), float64(r.DstY))
		if area == 0 {
			continue
		}
		if area < 0 {
			q, r, area = r, q, -area
		}
		x0 := max(b.Min.X, int(math.Floor(float64(min(p.DstX, q.DstX, r.DstX))-0.5)))
		x1 := min(b.Max.X-1, int(math.Ceil(float64(max(p.DstX, q.DstX, r.DstX)))))
		y0 := max(b.Min.Y, int(math.Floor(float64(min(p.DstY, q.DstY, r.DstY))-0.5)))
		y1 := min(b.Max.Y-1, int(math.Ceil(float64(max(p.DstY, q.DstY, r.DstY)))))
		for y := y0; y <= y1; y++ {
			for x := x0; x <= x1; x++ {
				fx, fy := float64(x)+0.5, float64(y)+0.5
				w0, w1, w2 := edge(q, r, fx, fy), edge(r, p, fx, fy), edge(p, q, fx, fy)
				if !in(w0, q, r) || !in(w1, r, p) || !in(w2, p, q) {
					continue
				}
				a, c, e := float32(w0/area), float32(w1/area), float32(w2/area)
				al := a*p.ColorA + c*q.ColorA + e*r.ColorA
				if al <= 0 {
					continue
				}
				mixc := func(g func(*ebiten.Vertex) float32) float32 {
					return (a*g(p)*p.ColorA + c*g(q)*q.ColorA + e*g(r)*r.ColorA)
				}
				o := dst.NRGBAAt(x, y)
				over := func(s float32, d uint8) uint8 {
					return uint8(math.Round(clamp(float64(s*255+float32(d)*(1-al)), 0, 255)))
				}
				dst.SetNRGBA(x, y, color.NRGBA{
					over(mixc(func(v *ebiten.Vertex) float32 { return v.ColorR }), o.R),
					over(mixc(func(v *ebiten.Vertex) float32 { return v.ColorG }), o.G),
					over(mixc(func(v *ebiten.Vertex) float32 { return v.ColorB }), o.B), 255})
			}
		}
	}
}

func edge(a, b *ebiten.Vertex, x, y float64) float64 {
	return (float64(b.DstX)-float64(a.DstX))*(y-float64(a.DstY)) - (float64(b.DstY)-float64(a.DstY))*(x-float64(a.DstX))
}

// in is the rule by which a pixel on a shared edge belongs to one triangle.
func in(w float64, a, b *ebiten.Vertex) bool {
	if w != 0 {
		return w > 0
	}
	dx, dy := b.DstX-a.DstX, b.DstY-a.DstY
	return dy < 0 || (dy == 0 && dx > 0)
}

func savePNG(t *testing.T, name string, img image.Image) {
	t.Helper()
	w, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := png.Encode(w, img); err != nil {
		t.Fatal(err)
	}
}
