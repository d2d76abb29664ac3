package person

import (
	"image"
	"image/color"
	"os"
	"path/filepath"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"earned/game/view"
	"earned/scenarios"
)

// TestPageParts writes the parts of which the page composes the first client's
// picture before the game is there (page/twin.css), when EARNED_PARTS names a
// folder for them. They are as high as the picture, so that each stands where
// it does in any window: what hangs left of the client keeps to the left, what
// hangs right to the right.
//
//	EARNED_PARTS=/tmp/parts go test -run PageParts ./game/draw/person
//	for p in left right figure small; do
//	  convert /tmp/parts/$p.png -quality 80 -define webp:method=6 page/dana-$p.webp; done
func TestPageParts(t *testing.T) {
	dir := os.Getenv("EARNED_PARTS")
	if dir == "" {
		t.Skip("EARNED_PARTS names no folder")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	const high, finer = 840, 4
	pic := view.Picture{Figure: "dana", Feels: uint8(scenarios.Guarded), Trust: 24, Setting: uint8(scenarios.Video)}
	h := float64(high * finer)
	st := compose(h*400/350, h, scenarios.Video)
	st.planner = true
	room, wall, figures := &pen{}, &pen{}, &pen{}
	for _, p := range []*pen{room, wall, figures} {
		p.reset(identity())
		p.use(st.figure())
	}
	wall.wall(st, rgb(0), rgb(0))
	room.study(st)
	q := Feel(scenarios.Guarded, pic.Trust)
	behind := glass(int(st.w), int(h), room.v, room.i[len(wall.i):])
	signs := figure{pen: room, look: LookOf("dana"), pose: &q} // the page draws the right one itself: it may hang before the window
	signs.use(st.figure())
	signs.frame(st)
	dana := figure{pen: figures, look: signs.look, pose: &q}
	for l := range numLayers {
		dana.paint(l, st.figure(), st)
	}
	x := func(units float64) int { return int(st.x + units*st.unit) }
	signed := glass(int(st.w), int(h), room.v, room.i[len(wall.i):])
	before := glass(int(st.w), int(h), figures.v, figures.i)
	savePNG(t, filepath.Join(dir, "left.png"), smaller(signed, 0, x(st.left()+116), finer))
	savePNG(t, filepath.Join(dir, "right.png"), smaller(behind, x(st.right()-70), int(st.w), finer))
	savePNG(t, filepath.Join(dir, "figure.png"), smaller(before, x(-116), x(116), finer))

	pic.Trust = 30
	w, hh := 92, 112
	p := &pen{}
	still(p, float64(w), float64(hh), pic)
	for i := range p.v {
		p.v[i].DstX *= 2 * finer
		p.v[i].DstY *= 2 * finer
	}
	savePNG(t, filepath.Join(dir, "small.png"), smaller(glass(w*2*finer, hh*2*finer, p.v, p.i), 0, w*2*finer, finer))
}

// glass is what triangles leave on glass: seen on black and on white, it tells
// how much comes through.
func glass(w, h int, v []ebiten.Vertex, idx []uint32) *image.NRGBA {
	on := func(c uint8) *image.NRGBA {
		img := image.NewNRGBA(image.Rect(0, 0, w, h))
		for i := range img.Pix {
			img.Pix[i] = c | uint8(255*(i%4/3))
		}
		raster(img, v, idx)
		return img
	}
	black, white := on(0), on(255)
	for i := 0; i < len(black.Pix); i += 4 {
		a := 255 - (int(white.Pix[i+1]) - int(black.Pix[i+1]))
		for k := range 3 {
			if a > 0 {
				black.Pix[i+k] = uint8(min(int(black.Pix[i+k])*255/a, 255))
			}
		}
		black.Pix[i+3] = uint8(max(a, 0))
	}
	return black
}

// smaller is a strip of a picture, from one x to another, so many times
// smaller.
func smaller(img *image.NRGBA, from, to, times int) *image.NRGBA {
	out := image.NewNRGBA(image.Rect(0, 0, (to-from)/times, img.Bounds().Dy()/times))
	for y := range out.Bounds().Dy() {
		for x := range out.Bounds().Dx() {
			var sum [4]int
			for dy := range times {
				for dx := range times {
					c := img.NRGBAAt(from+x*times+dx, y*times+dy)
					a := int(c.A)
					sum[0], sum[1], sum[2], sum[3] = sum[0]+int(c.R)*a, sum[1]+int(c.G)*a, sum[2]+int(c.B)*a, sum[3]+a
				}
			}
			if a := sum[3]; a > 0 {
				out.SetNRGBA(x, y, color.NRGBA{uint8(sum[0] / a), uint8(sum[1] / a), uint8(sum[2] / a), uint8(a / (times * times))})
			}
		}
	}
	return out
}
