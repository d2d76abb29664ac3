package draw

import (
	"image"
	"image/color"

	"github.com/hajimehoshi/ebiten/v2"

	"earned/game/view"
)

// productMark paints the product's mark, as the icon in index.html has it: what one
// says, and what the other answers.
func (p *Painter) productMark(dst *ebiten.Image, box image.Rectangle) {
	side := min(box.Dx(), box.Dy())
	if side < 8 {
		return
	}
	x, y := box.Min.X+(box.Dx()-side)/2, box.Min.Y+(box.Dy()-side)/2
	at := func(v float64) int { return int(v*float64(side)/32 + 0.5) }
	ground := p.theme.Ink(view.Accent, view.Page)
	says, answers := p.theme.Paper(view.Page), color.RGBA{0xe0, 0xa8, 0x78, 255}
	if p.theme.Dark {
		answers = color.RGBA{0xa8, 0x5f, 0x2c, 255}
	}
	p.masks.rect(dst, x, y, side, side, at(8), 0, ground)
	bubble := func(x0, y0, x1, y1 float64, clr color.RGBA, tail ...float64) {
		p.masks.rect(dst, x+at(x0), y+at(y0), at(x1)-at(x0), at(y1)-at(y0), max(at(2.5), 1), 0, clr)
		corner := func(i int) point {
			return point{X: float64(x) + tail[i]*float64(side)/32, Y: float64(y) + tail[i+1]*float64(side)/32}
		}
		p.mesh.on(dst).convex([]point{corner(0), corner(2), corner(4)}, clr)
		p.mesh.paint()
	}
	bubble(14, 13, 27, 23, answers, 19, 22, 24, 22, 24, 26.5)
	// A gap of the ground keeps the two apart at any size.
	p.masks.rect(dst, x+at(5), y+at(5), at(23)-at(5), at(18)-at(5), at(3.5), 0, ground)
	bubble(6, 6, 22, 17, says, 9, 16, 13.4, 16, 9, 20.5)
}

// tick paints a tick within a square.
func (p *Painter) tick(dst *ebiten.Image, in image.Rectangle, clr color.RGBA) {
	x, y, s := float64(in.Min.X), float64(in.Min.Y), float64(in.Dx())
	points := [...]point{{X: x + s*0.27, Y: y + s*0.52}, {X: x + s*0.44, Y: y + s*0.69}, {X: x + s*0.75, Y: y + s*0.33}}
	p.mesh.on(dst).line(points[:], s*0.13, clr)
	p.mesh.paint()
}
