package draw

import (
	"image"
	"image/color"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/vector"

	"earned/game/view"
)

// productMark paints the product's mark: two people's words that meet, one
// speech bubble leaning into another.
func (p *Painter) productMark(dst *ebiten.Image, box image.Rectangle) {
	side := min(box.Dx(), box.Dy())
	x, y := box.Min.X+(box.Dx()-side)/2, box.Min.Y+(box.Dy()-side)/2
	p.masks.rect(dst, x, y, side, side, side/4, 0, p.theme.Ink(view.Accent, view.Page))
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
