package draw

import (
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
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
	if !p.dirty.Empty() {
		p.repaint()
		p.fresh = false
	}
	switch {
	case !p.fresh:
		p.copyRest(dst, p.bounds())
		p.moving = p.people(dst, now)
		p.fresh = true
	case p.moving:
		for _, i := range p.faces {
			p.copyRest(dst, p.spots[i].visible())
		}
		p.moving = p.people(dst, now)
	}
	return p.moving
}

// copyRest copies what rests into a part of dst.
func (p *Painter) copyRest(dst *ebiten.Image, r image.Rectangle) {
	p.copy(dst, p.base, r)
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

// people paints the moving portraits and what lies over them.
func (p *Painter) people(dst *ebiten.Image, now time.Duration) (animating bool) {
	if p.Person == nil {
		return false
	}
	for _, i := range p.faces {
		r := p.spots[i].visible().Intersect(dst.Bounds())
		if r.Empty() {
			continue
		}
		animating = p.person(dst.SubImage(r).(*ebiten.Image), i, now, p.reduced) || animating
		if p.over != nil && p.above {
			p.copy(dst, p.over, r)
		}
	}
	return animating
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

// repaint paints the dirty part of what rests.
func (p *Painter) repaint() {
	all := p.bounds()
	if p.base == nil || p.base.Bounds() != all {
		release(&p.base)
		release(&p.over)
		p.base = ebiten.NewImage(max(all.Dx(), 1), max(all.Dy(), 1))
		p.dirty = all
	}
	if p.above && p.over == nil {
		p.over = ebiten.NewImage(max(all.Dx(), 1), max(all.Dy(), 1))
		p.dirty = all
	}
	r := p.dirty.Intersect(all)
	p.dirty = image.Rectangle{}
	if r.Empty() {
		return
	}
	p.base.SubImage(r).(*ebiten.Image).Fill(p.theme.Paper(0))
	if p.over != nil {
		p.over.SubImage(r).(*ebiten.Image).Clear()
	}
	for i := range p.spots {
		p.paintInto(i, r)
	}
	p.thumbs(r)
	p.ring(r)
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
