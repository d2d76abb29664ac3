package draw

import (
	"image"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"earned/game/view"
)

// box paints one box, without its children, into dst, clipped to what is to
// be painted.
func (p *Painter) box(dst *ebiten.Image, i int) {
	b, s := &p.placed.Boxes[i], &p.spots[i]
	n := b.Node
	p.paper(dst, i)
	switch n.Picture.Kind {
	case view.NoPicture:
	case view.Portrait:
		if n.Picture.Still && p.Person != nil {
			p.person(dst, i, 0, true)
		}
	case view.Curve:
		p.curve(dst, i)
	case view.Circle:
		p.ties(dst, i)
	case view.Squares:
		p.squares(dst, s.box, n.Picture.Figure)
	case view.Mark:
		p.productMark(dst, s.box)
	}
	switch n.Role {
	case view.Radio:
		p.radio(dst, i)
	case view.Switch:
		p.toggle(dst, i)
	default:
		if n.Digit > 0 && !p.placed.Type.Phone {
			p.digit(dst, i)
		}
	}
	p.words(dst, i)
}

func pressable(n *view.Node) bool { return n.Press != "" && !n.Disabled }

// paper paints what is behind a box, and its border: of what can be pressed
// in an ink that is seen, of the rest a hairline.
func (p *Painter) paper(dst *ebiten.Image, i int) {
	n, s := p.placed.Boxes[i].Node, &p.spots[i]
	x, y, w, h := s.box.Min.X, s.box.Min.Y, s.box.Dx(), s.box.Dy()
	round := 0
	if n.Style.Round > 0 {
		round = p.unit(float64(n.Style.Round))
	}
	path := p.placed.Boxes[i].Path
	lit := pressable(n) && path != "" && (path == p.hover || path == p.press)
	if n.Style.Paper != view.Bare || lit && n.Role != view.Link {
		c := p.theme.Paper(s.paper)
		if lit {
			c = p.theme.Hover(s.paper, path == p.press)
		}
		p.masks.rect(dst, x, y, w, h, round, 0, c)
	}
	chosen := n.On && n.Role != view.Switch
	edged := n.Style.Border || p.theme.Contrast && n.Style.Paper == view.Card // its paper is the page's then
	if !edged && !chosen {
		return
	}
	switch {
	case chosen:
		p.masks.rect(dst, x, y, w, h, round, p.unit(2), p.theme.Ink(view.Accent, s.paper))
	case pressable(n):
		p.masks.rect(dst, x, y, w, h, round, p.unit(1), p.theme.Ink(view.Rule, s.under))
	default:
		p.masks.rect(dst, x, y, w, h, round, p.unit(1), p.theme.Edge())
	}
}

// words paints a box's lines, or as many of their runes as are shown.
func (p *Painter) words(dst *ebiten.Image, i int) {
	b, s := &p.placed.Boxes[i], &p.spots[i]
	n := b.Node
	if len(b.Lines) == 0 {
		return
	}
	if n.Shown < 0 {
		p.silence(dst, i)
		return
	}
	shown := len(n.Text)
	if n.Shown != 0 {
		shown = runesEnd(n.Text, max(n.Shown, 0))
	}
	ink := n.Style.Ink
	if n.Disabled {
		ink = view.Quiet
	}
	var op text.DrawOptions
	op.ColorScale.ScaleWithColor(p.theme.Ink(ink, s.paper))
	from := 0
	for k, line := range b.Lines {
		if at := strings.Index(n.Text[from:], line); at >= 0 {
			from += at
		}
		if from >= shown && shown < len(n.Text) {
			return
		}
		part := min(len(line), max(shown-from, 0))
		x := s.box.Min.X + p.px(b.TextX)
		if n.Style.Centre {
			x += (p.px(b.TextW) - p.wide(line, n.Style, b.Size)) / 2
		}
		top := s.box.Min.Y + p.px(b.TextY+float64(k)*b.LineH)
		p.begunLine(dst, line, part, n.Style, b.Size, x, top, p.px(b.LineH), &op)
		if n.Role == view.Link {
			p.underline(dst, i, line[:part], x, top)
		}
		from += len(line)
	}
}

// silence paints what there is before words: a dot for each part of it that has
// passed.
func (p *Painter) silence(dst *ebiten.Image, i int) {
	b, s := &p.placed.Boxes[i], &p.spots[i]
	side := max(p.px(b.Size*0.28), 3)
	y := s.box.Min.Y + p.px(b.TextY+b.LineH/2) - side/2
	for k := range -b.Node.Shown {
		x := s.box.Min.X + p.px(b.TextX+b.Size*0.62*float64(k))
		p.masks.rect(dst, x, y, side, side, side/2, 0, p.theme.Ink(view.Quiet, s.paper))
	}
}

// wide is how wide a line is painted, in device pixels.
func (p *Painter) wide(s string, st view.Style, size float64) int {
	return int(math.Round(p.m.painted(s, st, size*p.scale)))
}

// line paints one line into a line box that begins at x, top: the baseline
// falls on a whole pixel.
func (p *Painter) line(dst *ebiten.Image, s string, st view.Style, size float64, x, top, height int, op *text.DrawOptions) {
	p.begunLine(dst, s, len(s), st, size, x, top, height, op)
}

// begunLine paints the first bytes of a line. The letters of a word that appears
// are those of the whole word: it is shaped once, however many steps it appears
// in.
func (p *Painter) begunLine(dst *ebiten.Image, s string, shown int, st view.Style, size float64, x, top, height int, op *text.DrawOptions) {
	// Scrolled out of sight, a line's letters would be asked for in vain.
	if in := dst.Bounds(); shown == 0 || top+2*height < in.Min.Y || top-height > in.Max.Y {
		return
	}
	f := p.m.face(s, st, size*p.scale)
	y := top + baseline(f, height) - int(math.Floor(f.Metrics().HAscent))
	p.letters = p.m.letters(p.letters[:0], s, shown, st, size*p.scale, &op.LayoutOptions)
	for _, l := range p.letters {
		op.GeoM.Reset()
		op.GeoM.Translate(float64(x+l.at.X), float64(y+l.at.Y))
		dst.DrawImage(l.img, &op.DrawImageOptions)
	}
	clear(p.letters)
}

// baseline is how far below the top of a line box its baseline is.
func baseline(f text.Face, height int) int {
	m := f.Metrics()
	return int(math.Round((float64(height)-m.HAscent-m.HDescent)/2 + m.HAscent))
}

func (p *Painter) underline(dst *ebiten.Image, i int, s string, x, top int) {
	b := &p.placed.Boxes[i]
	f := p.m.face(s, b.Node.Style, b.Size*p.scale)
	y := top + baseline(f, p.px(b.LineH)) + max(p.px(b.Size*0.12), 1)
	p.masks.rect(dst, x, y, p.wide(s, b.Node.Style, b.Size), max(p.px(b.Size/15), 1), 0, 0, p.theme.Ink(b.Node.Style.Ink, p.spots[i].paper))
}

// runesEnd is how many bytes the first n runes of s take.
func runesEnd(s string, n int) int {
	end := 0
	for ; n > 0 && end < len(s); n-- {
		_, k := utf8.DecodeRuneInString(s[end:])
		end += k
	}
	return end
}

// digit paints the key that presses a reply.
func (p *Painter) digit(dst *ebiten.Image, i int) {
	b, s := &p.placed.Boxes[i], &p.spots[i]
	side := p.px(b.Size * 1.3)
	x := s.box.Min.X + p.px(b.TextX-b.Size*1.72)
	y := s.box.Min.Y + p.px(b.TextY+b.LineH/2) - side/2
	p.masks.rect(dst, x, y, side, side, side/4, p.unit(1), p.theme.Edge())
	st := view.Style{Bold: true}
	size, word := b.Size*0.8, strconv.Itoa(b.Node.Digit)
	var op text.DrawOptions
	op.ColorScale.ScaleWithColor(p.theme.Ink(view.Quiet, s.paper))
	p.line(dst, word, st, size, x+(side-p.wide(word, st, size))/2, y, side, &op)
}

// radio paints the ring before a choice, and its dot when chosen.
func (p *Painter) radio(dst *ebiten.Image, i int) {
	b, s := &p.placed.Boxes[i], &p.spots[i]
	side := p.px(b.Size) | 1
	x := s.box.Min.X + p.px(b.TextX-b.Size*1.45)
	y := s.box.Min.Y + p.px(b.TextY+b.LineH/2) - side/2
	ink := view.Rule
	if b.Node.On {
		ink = view.Accent
		in := side / 4
		p.masks.rect(dst, x+in, y+in, side-2*in, side-2*in, side, 0, p.theme.Ink(ink, s.paper))
	}
	p.masks.rect(dst, x, y, side, side, side/2, p.unit(1.5), p.theme.Ink(ink, s.paper))
}

// toggle paints a switch after its words: a pill whose knob is right and
// ticked when on.
func (p *Painter) toggle(dst *ebiten.Image, i int) {
	b, s := &p.placed.Boxes[i], &p.spots[i]
	h := p.px(b.Size * 1.3)
	w := p.px(b.Size * 2.3)
	x := s.box.Min.X + p.px(b.TextX+b.TextW+b.Size*0.5)
	y := s.box.Min.Y + p.px(b.TextY+b.LineH/2) - h/2
	pill := image.Rect(x, y, x+w, y+h)
	in := max(h/7, 2)
	knob := image.Rect(x+in, y+in, x+h-in, y+h-in)
	if b.Node.On {
		knob = knob.Add(image.Pt(w-h, 0))
		p.masks.rect(dst, pill.Min.X, pill.Min.Y, w, h, h/2, 0, p.theme.Ink(view.Accent, s.paper))
		p.masks.rect(dst, knob.Min.X, knob.Min.Y, knob.Dx(), knob.Dy(), h, 0, p.theme.Paper(s.paper))
		p.tick(dst, knob, p.theme.Ink(view.Accent, s.paper))
		return
	}
	p.masks.rect(dst, pill.Min.X, pill.Min.Y, w, h, h/2, p.unit(1.5), p.theme.Ink(view.Rule, s.paper))
	p.masks.rect(dst, knob.Min.X, knob.Min.Y, knob.Dx(), knob.Dy(), h, 0, p.theme.Ink(view.Rule, s.paper))
}
