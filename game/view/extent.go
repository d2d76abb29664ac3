package view

import (
	"slices"
	"strings"
)

// extent is how much of a length a node needs at least and would like.
type extent struct{ least, want float64 }

type sizeKey struct {
	n *Node
	w float64 // -1: the width itself is asked for
}

// frame is what a node keeps around its words and children, in pixels.
type frame struct{ top, right, bottom, left float64 }

func (f frame) across() float64 { return f.left + f.right }
func (f frame) down() float64   { return f.top + f.bottom }

func (l *layer) frame(n *Node) frame {
	p := n.Layout.Pad
	f := frame{l.t.px(p.Top), l.t.px(p.Right), l.t.px(p.Bottom), l.t.px(p.Left)}
	letters := l.t.Size(n.Style.Size)
	switch {
	case n.Role == Radio:
		f.left += radioInset * letters
	case n.Role == Switch:
		f.right += switchInset * letters
	case n.Digit > 0 && !l.t.Phone:
		f.left += digitInset * letters
	}
	return f
}

// key and style of the node's words.
func (l *layer) key(n *Node) paraKey {
	return paraKey{strings.ToValidUTF8(n.Text, "\uFFFD"), n.Style.Bold, n.Style.Italic, l.t.Size(n.Style.Size)}
}

func (l *layer) textHeight(n *Node, inner float64) float64 {
	return float64(len(l.lines(n, inner))) * l.m.LineHeight(n.Style, l.t.Size(n.Style.Size))
}

func (l *layer) lines(n *Node, inner float64) []string {
	if n.Text == "" {
		return nil
	}
	balanced := n.Style.Size >= Title || n.Style.Centre
	return l.memo.lines(l.key(n), n.Style, max(inner, 1), balanced, l.m)
}

// holdsText is whether lengths of the node grow with the text scale.
func holdsText(n *Node) bool {
	return n.Text != "" || slices.ContainsFunc(n.Children, holdsText)
}

func (l *layer) length(n *Node, units int) float64 {
	if holdsText(n) {
		return l.t.words(units)
	}
	return l.t.px(units)
}

// seen are the children that take room.
func seen(n *Node) int {
	k := 0
	for _, c := range n.Children {
		if !c.Unseen {
			k++
		}
	}
	return k
}

// widths is how wide a node is when nothing narrows it.
func (l *layer) widths(n *Node) extent {
	k := sizeKey{n, -1}
	if e, ok := l.sizes[k]; ok {
		return e
	}
	f, e := l.frame(n), extent{}
	if n.Text != "" {
		p := l.memo.para(l.key(n), n.Style, l.m)
		e = extent{p.word, p.whole}
	}
	sum, gap := 0.0, l.t.px(n.Layout.Gap)
	for i, c := range n.Children {
		if c.Unseen {
			continue
		}
		w := l.widths(c)
		e.least, e.want = max(e.least, w.least), max(e.want, w.want)
		if sum += w.want; i > 0 {
			sum += gap
		}
	}
	if n.Layout.Flow == Across || n.Layout.Flow == Wrap {
		e.want = max(e.want, sum)
	}
	e.least, e.want = e.least+f.across(), e.want+f.across()
	if n.Role == Button || n.Role == Radio || n.Role == Switch {
		e.least, e.want = max(e.least, touchHeight), max(e.want, touchHeight)
	}
	switch lay := n.Layout; {
	case lay.Width > 0:
		e.want = l.length(n, lay.Width)
		if !holdsText(n) {
			e.least = e.want
		}
	case n.Picture.Kind != NoPicture && e.want == f.across():
		e.want = l.t.px(lay.Height)
	}
	if n.Layout.MaxWidth > 0 {
		e.want = min(e.want, l.length(n, n.Layout.MaxWidth))
	}
	e.want = max(e.want, e.least) // words need what they need
	l.sizes[k] = e
	return e
}

// within is the width a node takes of a column avail wide. One that is too
// narrow for its longest word is wider.
func (l *layer) within(n *Node, avail float64) float64 {
	units := n.Layout.Width
	if units == 0 {
		units = n.Layout.MaxWidth
	}
	if units == 0 {
		return avail
	}
	return min(max(l.length(n, units), l.widths(n).least), avail)
}

// inColumn is the width of child c of a column n whose inside is inner wide:
// all of it, or, where n centres its children, as little as c would like.
func (l *layer) inColumn(n, c *Node, inner float64) float64 {
	w := l.within(c, inner)
	if n.Layout.Centre && c.Layout.Width == 0 && c.Layout.MaxWidth == 0 && c.Layout.Percent == 0 && c.Layout.Grow == 0 {
		if want := l.widths(c).want; want > 0 {
			w = min(w, want)
		}
	}
	return w
}

// heights is how high a node of width w is.
func (l *layer) heights(n *Node, w float64) extent {
	k := sizeKey{n, w}
	if e, ok := l.sizes[k]; ok {
		return e
	}
	if n.Picture.Kind == Curve {
		e := l.chartHeights(n, w)
		l.sizes[k] = e
		return e
	}
	e := l.content(n, w)
	lay := n.Layout
	if lay.Scroll {
		e.least = min(e.want, 4.5*l.m.LineHeight(Style{}, l.t.Size(Normal)))
		if lay.MinHeight > 0 {
			e.least = min(e.want, l.length(n, lay.MinHeight))
		}
	}
	if lay.Height > 0 {
		fixed := l.length(n, lay.Height)
		if lay.Scroll {
			e = extent{min(e.least, fixed), fixed}
		} else {
			e = extent{max(e.least, fixed), max(e.want, fixed)}
		}
		if lay.MinHeight > 0 && len(n.Children) == 0 && n.Text == "" { // a picture gives way
			e.least = min(e.want, l.length(n, lay.MinHeight))
		}
	} else if lay.MinHeight > 0 && !lay.Scroll {
		m := l.length(n, lay.MinHeight)
		e = extent{max(e.least, m), max(e.want, m)}
	}
	switch n.Role {
	case Button, Radio, Switch, TextBox:
		e = extent{max(e.least, touchHeight), max(e.want, touchHeight)}
	case Link:
		e = extent{max(e.least, linkHeight), max(e.want, linkHeight)}
	default:
	}
	l.sizes[k] = e
	return e
}

// chartHeights is how high a chart is: Height is its plot's, and its words come
// on top, at any text size.
func (l *layer) chartHeights(n *Node, w float64) extent {
	high := l.t.px(n.Layout.Height)
	if c := n.Picture.Chart; c != nil {
		high = FitChart(c, w, high, l.t, l.m).H
	}
	return extent{high, high}
}

// content is the height of what a node of width w holds, its edges included.
func (l *layer) content(n *Node, w float64) extent {
	f := l.frame(n)
	inner := max(w-f.across(), 0)
	e := extent{}
	text := l.textHeight(n, inner)
	if seen(n) > 0 {
		switch l.flow(n, inner) {
		case Across:
			e = l.rowHeights(n, inner)
		case Over:
			for _, c := range n.Children {
				if !c.Unseen {
					h := l.heights(c, l.inColumn(n, c, inner))
					e = extent{max(e.least, h.least), max(e.want, h.want)}
				}
			}
		case Wrap:
			h := 0.0
			for _, row := range l.wrap(n, inner) {
				h = row.y + row.h
			}
			e = extent{h, h}
		default:
			gaps := float64(seen(n)-1) * l.t.px(n.Layout.Gap)
			e = extent{gaps, gaps}
			for _, c := range n.Children {
				if !c.Unseen {
					h := l.heights(c, l.inColumn(n, c, inner))
					e.least, e.want = e.least+h.least, e.want+h.want
				}
			}
		}
		if text > 0 {
			text += l.t.px(n.Layout.Gap)
		}
	}
	e.least += text + f.down()
	e.want += text + f.down()
	return e
}

func (l *layer) rowHeights(n *Node, inner float64) extent {
	e := extent{}
	ws := l.rowWidths(n, inner)
	for i, c := range n.Children {
		if !c.Unseen {
			h := l.heights(c, ws[i])
			e = extent{max(e.least, h.least), max(e.want, h.want)}
		}
	}
	return e
}

// flow is how the children of n follow one another in inner pixels. A row whose
// longest words do not fit side by side becomes lines of what it holds, or,
// where it holds columns, a column of them.
func (l *layer) flow(n *Node, inner float64) Flow {
	if n.Layout.Flow != Across {
		return n.Layout.Flow
	}
	sum, leaves := float64(seen(n)-1)*l.t.px(n.Layout.Gap), true
	for _, c := range n.Children {
		if c.Unseen {
			continue
		}
		sum += l.widths(c).least
		leaves = leaves && len(c.Children) == 0 && c.Layout.Percent == 0
	}
	switch {
	case sum <= inner+slack:
		return Across
	case leaves:
		return Wrap
	}
	return Down
}
