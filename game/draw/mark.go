package draw

import (
	"image"
	"image/color"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/vector"

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
		var path vector.Path
		for i := 0; i < len(tail); i += 2 {
			path.LineTo(float32(x)+float32(tail[i])*float32(side)/32, float32(y)+float32(tail[i+1])*float32(side)/32)
		}
		path.Close()
		fillPath(dst, &path, clr)
	}
	bubble(14, 13, 27, 23, answers, 19, 22, 24, 22, 24, 26.5)
	// A gap of the ground keeps the two apart at any size.
	p.masks.rect(dst, x+at(5), y+at(5), at(23)-at(5), at(18)-at(5), at(3.5), 0, ground)
	bubble(6, 6, 22, 17, says, 9, 16, 13.4, 16, 9, 20.5)
}

// tick paints a tick within a square.
func (p *Painter) tick(dst *ebiten.Image, in image.Rectangle, clr color.RGBA) {
	var path vector.Path
	x, y, s := float32(in.Min.X), float32(in.Min.Y), float32(in.Dx())
	path.MoveTo(x+s*0.27, y+s*0.52)
	path.LineTo(x+s*0.44, y+s*0.69)
	path.LineTo(x+s*0.75, y+s*0.33)
	strokePath(dst, &path, s*0.13, clr)
}

func strokePath(dst *ebiten.Image, path *vector.Path, width float32, clr color.RGBA) {
	var op vector.DrawPathOptions
	op.AntiAlias = true
	op.ColorScale.ScaleWithColor(clr)
	vector.StrokePath(dst, path, &vector.StrokeOptions{Width: width, LineCap: vector.LineCapRound, LineJoin: vector.LineJoinRound}, &op)
}

func fillPath(dst *ebiten.Image, path *vector.Path, clr color.RGBA) {
	var op vector.DrawPathOptions
	op.AntiAlias = true
	op.ColorScale.ScaleWithColor(clr)
	vector.FillPath(dst, path, nil, &op)
}
