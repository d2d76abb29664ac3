package draw

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"earned/game/view"
)

// thumbs paints, at the right edge of each scrolling box whose content is
// higher, how far it has been scrolled.
func (p *Painter) thumbs(r image.Rectangle) {
	for i := range p.placed.Boxes {
		b, s := &p.placed.Boxes[i], &p.spots[i]
		if !b.Scrolls() || b.ContentH < b.H+1 || s.visible().Empty() {
			continue
		}
		w, gap := p.unit(4), p.unit(2)
		room := s.box.Dy() - 2*gap
		long := min(max(int(float64(room)*b.H/b.ContentH), p.unit(28)), room)
		y := s.box.Min.Y + gap
		if span := b.ContentH - b.H; span > 0 {
			y += int(float64(room-long) * p.offset(b) / span)
		}
		// In the margin beside the box, where there is one.
		x := s.box.Max.X - w - gap
		if b.Parent >= 0 {
			x = min(s.box.Max.X+gap, p.spots[b.Parent].box.Max.X-w-gap)
		}
		dst := p.layer(i).SubImage(r.Intersect(s.clip)).(*ebiten.Image)
		p.masks.rect(dst, x, y, w, long, w/2, 0, p.theme.Ink(view.Rule, view.Page))
	}
}

// ring paints the focus ring around what can be seen of its box.
func (p *Painter) ring(r image.Rectangle) {
	if p.focus == "" {
		return
	}
	for i := range p.placed.Boxes {
		if p.placed.Boxes[i].Path != p.focus {
			continue
		}
		n := p.placed.Boxes[i].Node
		if p.spots[i].visible().Empty() || n.Unseen {
			return
		}
		around := p.ringed(i).Inset(1)
		if around.Intersect(r).Empty() {
			return
		}
		round := p.unit(float64(max(n.Style.Round, 2)) + ringGap + ringWidth)
		dst := p.layer(i).SubImage(r).(*ebiten.Image)
		p.masks.rect(dst, around.Min.X, around.Min.Y, around.Dx(), around.Dy(), round, p.unit(ringWidth), p.theme.Ring())
		return
	}
}
