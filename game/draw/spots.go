package draw

import (
	"image"
	"math"

	"earned/game/view"
)

// spot is where a box is on the display, in device pixels.
type spot struct {
	box   image.Rectangle
	clip  image.Rectangle // what its scrolling ancestors let be seen
	paper view.Paper      // what its words stand on
	under view.Paper      // what the box itself stands on
	above bool            // lies over a moving portrait
}

func (s spot) visible() image.Rectangle { return s.box.Intersect(s.clip) }

// px is a CSS length in device pixels.
func (p *Painter) px(v float64) int { return int(math.Round(v * p.scale)) }

// unit is a layout length in device pixels, at least one.
func (p *Painter) unit(v float64) int {
	return max(int(math.Round(v*p.placed.Type.Unit*p.scale)), 1)
}

// frame is the coordinates a box's X and Y count from.
type origin struct {
	x, y float64
	clip image.Rectangle
}

// locate finds every box's spot from the layout and the offsets.
func (p *Painter) locate() {
	boxes := p.placed.Boxes
	if len(p.spots) != len(boxes) {
		p.spots = make([]spot, len(boxes))
	}
	p.faces = p.faces[:0]
	origins := make([]origin, len(boxes))
	screen := origin{clip: p.bounds()}
	p.above = false
	for i := range boxes {
		b, o := &boxes[i], screen
		if b.Scroller >= 0 {
			o = origins[b.Scroller]
		}
		x, y := o.x+b.X, o.y+b.Y
		s := spot{
			box:   image.Rect(p.px(x), p.px(y), p.px(x+b.W), p.px(y+b.H)),
			clip:  o.clip,
			under: view.Page,
		}
		if b.Parent >= 0 {
			s.under = p.spots[b.Parent].paper
		}
		s.paper = s.under
		if b.Node.Style.Paper != view.Bare {
			s.paper = b.Node.Style.Paper
		}
		s.above = p.liesAbove(i, s)
		p.above = p.above || s.above
		if b.Scrolls() {
			off := math.Round(p.offset(b)*p.scale) / p.scale
			origins[i] = origin{x, y - off, s.visible()}
		}
		if moves(b.Node) && !b.Node.Unseen {
			p.faces = append(p.faces, i)
		}
		p.spots[i] = s
	}
}

// offset is how far a box is scrolled, within its content.
func (p *Painter) offset(b *view.Placement) float64 {
	return min(max(p.offsets[b.Path], 0), b.ContentH-b.H)
}

func moves(n *view.Node) bool { return n.Picture.Kind == view.Portrait && !n.Picture.Still }

// liesAbove is whether box i, at s, comes after a moving portrait it touches,
// or after a box that does. What is scrolled out of sight touches nothing.
func (p *Painter) liesAbove(i int, s spot) bool {
	box := s.visible()
	if len(p.faces) == 0 || box.Empty() {
		return false
	}
	for _, f := range p.faces {
		if p.spots[f].visible().Overlaps(box) {
			return true
		}
	}
	if !p.above {
		return false
	}
	for j := range i {
		if p.spots[j].above && p.spots[j].visible().Overlaps(box) {
			return true
		}
	}
	return false
}

// settleOffsets keeps scroll offsets within the new content, and at the end
// where a box keeps to its end.
func (p *Painter) settleOffsets(old *view.Placed) {
	if old != nil {
		for i := range old.Boxes { // what went away comes back as new, as its element does
			if b := &old.Boxes[i]; b.Scrolls() && p.placed.Find(b.Path) == nil {
				delete(p.offsets, b.Path)
			}
		}
	}
	for i := range p.placed.Boxes {
		b := &p.placed.Boxes[i]
		if !b.Scrolls() {
			continue
		}
		end := max(b.ContentH-b.H, 0)
		off, known := p.offsets[b.Path]
		if b.Node.Layout.End {
			atEnd := !known
			if old != nil {
				if o := old.Find(b.Path); o != nil {
					atEnd = off >= o.ContentH-o.H-1
				}
			}
			if atEnd {
				off = end
			}
		}
		p.offsets[b.Path] = min(max(off, 0), end)
	}
}

// ringed is all of box i that may be painted, its focus ring included.
func (p *Painter) ringed(i int) image.Rectangle {
	m := p.unit(ringGap+ringWidth) + 1
	return p.spots[i].box.Inset(-m).Intersect(p.spots[i].clip)
}

// The focus ring, in units: how far from its box, and how wide.
const (
	ringGap   = 1.5
	ringWidth = 3.0
)
