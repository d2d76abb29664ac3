package draw

import (
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"earned/game/view"
)

// Draw brings dst, which must still hold the last frame drawn into it, up to
// date, and tells whether the screen is animating. A frame in which nothing
// changed touches nothing and allocates nothing.
func (p *Painter) Draw(dst *ebiten.Image, now time.Duration) (animating bool) {
	if p.placed == nil {
		return false
	}
	if p.shown != dst {
		p.shown, p.fresh = dst, false
	}
	changed := p.repaint()
	switch {
	case !p.fresh || p.above && !changed.Empty():
		p.frame(dst, p.bounds(), now)
		p.fresh = true
	default:
		if !changed.Empty() {
			p.copy(dst, p.base, changed)
		}
		if p.moving || p.touchesFace(changed) {
			p.frame(dst, image.Rectangle{}, now)
		}
	}
	return p.moving
}

// frame brings dst up to date within r and wherever a portrait moves.
func (p *Painter) frame(dst *ebiten.Image, r image.Rectangle, now time.Duration) {
	p.copy(dst, p.base, r)
	p.moving = false
	for _, i := range p.faces {
		at := p.spots[i].visible().Intersect(dst.Bounds())
		if !at.Empty() && p.Person != nil {
			p.moving = p.person(dst.SubImage(at).(*ebiten.Image), i, now, p.reduced) || p.moving
		}
	}
	if !p.above {
		return
	}
	p.copy(dst, p.over, r)
	for _, i := range p.faces {
		if at := p.spots[i].visible(); !at.In(r) {
			p.copy(dst, p.over, at)
		}
	}
}

func (p *Painter) touchesFace(r image.Rectangle) bool {
	for _, i := range p.faces {
		if p.spots[i].visible().Overlaps(r) {
			return true
		}
	}
	return false
}

func (p *Painter) copy(dst, src *ebiten.Image, r image.Rectangle) {
	r = r.Intersect(src.Bounds()).Intersect(dst.Bounds())
	if r.Empty() {
		return
	}
	p.op.GeoM.Reset()
	p.op.GeoM.Translate(float64(r.Min.X), float64(r.Min.Y))
	dst.DrawImage(src.SubImage(r).(*ebiten.Image), &p.op)
}

// person paints the portrait of box i into dst, already clipped.
func (p *Painter) person(dst *ebiten.Image, i int, now time.Duration, reduced bool) bool {
	b, n := p.spots[i].box, p.placed.Boxes[i].Node
	animating := p.Person(dst, float64(b.Min.X), float64(b.Min.Y), float64(b.Dx()), float64(b.Dy()), n.Picture, now, reduced)
	if n.Style.Round > 0 {
		p.masks.corners(dst, b.Min.X, b.Min.Y, b.Dx(), b.Dy(), p.unit(float64(n.Style.Round)), p.theme.Paper(p.spots[i].under))
	}
	return animating
}

// repaint paints the dirty part of what rests, and returns it.
func (p *Painter) repaint() image.Rectangle {
	all := p.bounds()
	if p.base == nil || p.base.Bounds() != all {
		release(&p.base)
		release(&p.over)
		p.base = ebiten.NewImage(max(all.Dx(), 1), max(all.Dy(), 1))
		p.dirty, p.fresh = all, false
	}
	if p.above && p.over == nil {
		p.over = ebiten.NewImage(max(all.Dx(), 1), max(all.Dy(), 1))
		p.dirty, p.fresh = all, false
	}
	r := p.dirty.Intersect(all)
	p.dirty = image.Rectangle{}
	if r.Empty() {
		return r
	}
	p.base.SubImage(r).(*ebiten.Image).Fill(p.theme.Paper(view.Page))
	if p.over != nil {
		p.over.SubImage(r).(*ebiten.Image).Clear()
	}
	for i := range p.spots {
		p.paintInto(i, r)
	}
	p.thumbs(r)
	p.ring(r)
	return r
}

// layer is where box i rests.
func (p *Painter) layer(i int) *ebiten.Image {
	if p.spots[i].above && p.over != nil {
		return p.over
	}
	return p.base
}

func (p *Painter) paintInto(i int, r image.Rectangle) {
	s := &p.spots[i]
	clip := s.box.Inset(-1).Intersect(s.clip).Intersect(r)
	if clip.Empty() || p.placed.Boxes[i].Node.Unseen {
		return
	}
	p.box(p.layer(i).SubImage(s.clip.Intersect(r)).(*ebiten.Image), i)
}

func release(img **ebiten.Image) {
	if *img != nil {
		(*img).Deallocate()
		*img = nil
	}
}
