// Package draw paints: the only room that puts a screen onto Ebitengine
// images. What rests is painted once into an offscreen image, and again only
// where it changed.
package draw

import (
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"earned/assets"
	"earned/game/view"
)

// PersonFunc paints a client over all of the rectangle of dst, in device pixels,
// and tells whether the picture will differ in a later frame. now is the time
// since any fixed moment; reduced asks for a picture that keeps still.
type PersonFunc func(dst *ebiten.Image, x, y, w, h float64, pic view.Picture, now time.Duration, reduced bool) (animating bool)

// Painter paints laid-out screens. Not for use by two goroutines at once.
type Painter struct {
	// Person paints portraits; nil leaves their place empty. game/draw/person
	// supplies it.
	Person PersonFunc

	m       *Measure
	theme   assets.Theme
	reduced bool
	placed  *view.Placed
	scale   float64 // device pixels of a CSS pixel
	offsets map[string]float64
	hover   string
	press   string
	focus   string

	spots  []spot
	faces  []int // boxes that hold a moving portrait
	above  bool  // something lies over a moving portrait
	base   *ebiten.Image
	over   *ebiten.Image // what lies over moving portraits; nil where nothing does
	dirty  image.Rectangle
	moving bool
	shown  *ebiten.Image // where the last frame went
	fresh  bool          // the last frame holds all but what moves

	masks   masks
	mesh    mesh
	letters []letter // scratch
	charts  map[string]*chartCache
	op      ebiten.DrawImageOptions
}

// New makes a painter that draws with the typeface of m.
func New(m *Measure) *Painter {
	return &Painter{m: m, scale: 1, offsets: map[string]float64{}, charts: map[string]*chartCache{}}
}

// Set shows a screen laid out in CSS pixels on a display of scale device
// pixels each. Only what differs from the last screen is painted again.
// placed and its nodes must not change afterwards.
func (p *Painter) Set(placed *view.Placed, scale float64) {
	old, was := p.placed, p.spots
	same := old != nil && p.scale == scale && old.Width == placed.Width && old.Height == placed.Height && old.Type == placed.Type
	p.placed, p.scale = placed, scale
	p.settleOffsets(old)
	p.spots = nil
	p.locate()
	if !same {
		p.Invalidate()
	} else {
		p.markChanges(old, was)
	}
	p.dropCharts()
}

// Theme chooses the colours.
func (p *Painter) Theme(t assets.Theme) {
	if p.theme != t {
		p.theme = t
		p.Invalidate()
	}
}

// Reduced asks for less motion.
func (p *Painter) Reduced(r bool) {
	if p.reduced != r {
		p.reduced = r
		p.fresh = false
	}
}

// Scroll moves the content of the scrolling box at path to y CSS pixels from
// its top, as its element's scrollTop tells. It may be told before the screen
// that has the box is Set.
func (p *Painter) Scroll(path string, y float64) {
	if p.offsets[path] == y {
		return
	}
	p.offsets[path] = y
	if p.placed == nil {
		return
	}
	for i := range p.placed.Boxes {
		if p.placed.Boxes[i].Path == path {
			p.mark(p.ringed(i).Union(p.spots[i].visible()).Inset(-p.unit(8)))
			p.locate()
			return
		}
	}
}

// Offset is how far the scrolling box at path has been scrolled, in CSS
// pixels. One with Layout.End that stood at its end follows it.
func (p *Painter) Offset(path string) float64 { return p.offsets[path] }

// Hover tells which box the pointer is over; "" for none.
func (p *Painter) Hover(path string) { p.point(&p.hover, path) }

// Press tells which box is held down; "" for none.
func (p *Painter) Press(path string) { p.point(&p.press, path) }

// Focus tells which box shows the focus ring; "" for none.
func (p *Painter) Focus(path string) { p.point(&p.focus, path) }

func (p *Painter) point(at *string, path string) {
	if *at == path {
		return
	}
	p.markPath(*at)
	*at = path
	p.markPath(path)
}

// Invalidate has the next Draw paint everything: call it when the target no
// longer holds the last frame.
func (p *Painter) Invalidate() {
	p.fresh = false
	if p.placed != nil {
		p.dirty = p.bounds()
	}
}

// Animating is whether the last frame will differ from the next by itself.
func (p *Painter) Animating() bool { return p.moving }

// Resting is whether Draw would leave the target as it is.
func (p *Painter) Resting() bool { return p.fresh && p.dirty.Empty() && !p.moving }

// Close gives back the images it keeps. The painter is not used again.
func (p *Painter) Close() {
	release(&p.base)
	release(&p.over)
	for _, c := range p.charts {
		release(&c.img)
	}
	for _, m := range p.masks.made {
		m.Deallocate()
	}
}

func (p *Painter) bounds() image.Rectangle {
	return image.Rect(0, 0, p.px(p.placed.Width), p.px(p.placed.Height))
}

func (p *Painter) mark(r image.Rectangle) {
	if !r.Empty() {
		p.dirty = p.dirty.Union(r)
	}
}

func (p *Painter) markPath(path string) {
	if path == "" || p.placed == nil {
		return
	}
	for i := range p.placed.Boxes {
		if p.placed.Boxes[i].Path == path {
			p.mark(p.ringed(i))
			return
		}
	}
}
