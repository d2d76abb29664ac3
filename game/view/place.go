package view

// place puts the node and all in it. x and y are from the top left of the
// content of the scroller (an index into the boxes; -1: the screen).
func (l *layer) place(n *Node, path string, parent, scroller int, x, y, w, h float64) {
	me := len(l.out.Boxes)
	f := l.frame(n)
	inner := max(w-f.across(), 0)
	b := Placement{
		Node: n, Path: path, Parent: parent, Scroller: scroller, X: x, Y: y, W: w, H: h,
		Lines: l.lines(n, inner), TextX: f.left, TextY: f.top, TextW: inner,
		Size: l.t.Size(n.Style.Size), LineH: l.m.LineHeight(n.Style, l.t.Size(n.Style.Size)),
	}
	room := h
	if n.Layout.Scroll {
		b.ContentH = max(l.content(n, w).want, h, 1)
		scroller, x, y, room = me, 0, 0, b.ContentH
	}
	text := float64(len(b.Lines)) * b.LineH
	if len(n.Children) == 0 && (n.Layout.Middle || pressed(n.Role)) {
		b.TextY = f.top + max((room-f.down()-text)/2, 0)
	}
	l.out.Boxes = append(l.out.Boxes, b)
	if len(n.Children) == 0 {
		return
	}
	if text > 0 && seen(n) > 0 {
		text += l.t.px(n.Layout.Gap)
	}
	l.children(n, me, scroller, x+f.left, y+f.top+text, inner, max(room-f.down()-text, 0))
}

func pressed(r Role) bool {
	return r == Button || r == Radio || r == Switch || r == Link || r == TextBox
}

// children places the children of n, whose index is me, into the room left.
func (l *layer) children(n *Node, me, scroller int, x, y, w, h float64) {
	s := spot{l: l, n: n, me: me, scroller: scroller, x: x, y: y, w: w, h: h}
	switch l.flow(n, w) {
	case Across:
		s.across()
	case Over:
		s.over()
	case Wrap:
		s.wrap()
	default:
		s.down()
	}
}

// spot is the room of a node's children while they are placed.
type spot struct {
	l            *layer
	n            *Node
	me, scroller int
	x, y, w, h   float64
}

func (s *spot) put(i int, x, y, w, h float64) {
	c := s.n.Children[i]
	path := childKey(s.l.out.Boxes[s.me].Path, c, i)
	if c.Unseen {
		s.hide(c, path, s.me, min(x, s.x+s.w), min(y, s.y+s.h))
		return
	}
	s.l.place(c, path, s.me, s.scroller, x, y, w, h)
}

// hide gives a node that is not drawn, and all in it, a place without room.
func (s *spot) hide(n *Node, path string, parent int, x, y float64) {
	me := len(s.l.out.Boxes)
	s.l.out.Boxes = append(s.l.out.Boxes, Placement{Node: n, Path: path, Parent: parent, Scroller: s.scroller, X: x, Y: y, Size: s.l.t.Size(n.Style.Size)})
	for i, c := range n.Children {
		s.hide(c, childKey(path, c, i), me, x, y)
	}
}

func (s *spot) down() {
	hs := s.l.columnHeights(s.n, s.w, s.h)
	gap := s.l.t.px(s.n.Layout.Gap)
	y := s.y
	if s.n.Layout.Middle && s.n.Layout.Flow == Down {
		y += s.left(hs, s.h, gap) / 2
	}
	for i, c := range s.n.Children {
		w := s.l.inColumn(s.n, c, s.w)
		x := s.x
		if s.n.Layout.Centre {
			x += (s.w - w) / 2
		}
		s.put(i, x, y, w, hs[i])
		if !c.Unseen {
			y += hs[i] + gap
		}
	}
}

func (s *spot) across() {
	ws := s.l.rowWidths(s.n, s.w)
	gap := s.l.t.px(s.n.Layout.Gap)
	x := s.x
	if s.n.Layout.Middle {
		x += s.left(ws, s.w, gap) / 2
	}
	for i, c := range s.n.Children {
		y, h := s.y, s.h
		if s.n.Layout.Centre || c.Layout.Height > 0 {
			h = min(s.l.heights(c, ws[i]).want, s.h)
		}
		if s.n.Layout.Centre {
			y += (s.h - h) / 2
		}
		s.put(i, x, y, ws[i], h)
		if !c.Unseen {
			x += ws[i] + gap
		}
	}
}

// left is what the lengths and the gaps between them leave of the room.
func (s *spot) left(lengths []float64, room, gap float64) float64 {
	sum := float64(seen(s.n)-1) * gap
	for _, v := range lengths {
		sum += v
	}
	return max(room-sum, 0)
}

func (s *spot) over() {
	for i, c := range s.n.Children {
		w := s.l.inColumn(s.n, c, s.w)
		x, y, h := s.x, s.y, s.h
		if s.n.Layout.Centre {
			x += (s.w - w) / 2
		}
		if s.n.Layout.Middle || c.Layout.Height > 0 {
			h = min(s.l.heights(c, w).want, s.h)
		}
		if s.n.Layout.Middle {
			y += (s.h - h) / 2
		}
		s.put(i, x, y, w, h)
	}
}

// row is one line of a Wrap: children from to before to.
type row struct {
	from, to int
	y, h     float64
	widths   []float64 // of children from..to
}

func (s *spot) wrap() {
	gap := s.l.t.px(s.n.Layout.Gap)
	for _, r := range s.l.wrap(s.n, s.w) {
		x := s.x
		if s.n.Layout.Middle {
			left, count := s.w, 0
			for i, w := range r.widths {
				if !s.n.Children[r.from+i].Unseen {
					left -= w
					count++
				}
			}
			x += max(left-float64(count-1)*gap, 0) / 2
		}
		for i := r.from; i < r.to; i++ {
			w, h, y := r.widths[i-r.from], r.h, s.y+r.y
			if s.n.Layout.Centre {
				h = min(s.l.heights(s.n.Children[i], w).want, r.h)
				y += (r.h - h) / 2
			}
			s.put(i, x, y, w, h)
			if !s.n.Children[i].Unseen {
				x += w + gap
			}
		}
	}
}

// wrap breaks the children of n into rows inner wide.
func (l *layer) wrap(n *Node, inner float64) []row {
	var rows []row
	gap, y := l.t.px(n.Layout.Gap), 0.0
	for from := 0; from < len(n.Children); {
		r := row{from: from, y: y}
		var parts []part
		used, count := 0.0, 0
		for r.to = from; r.to < len(n.Children); r.to++ {
			c := n.Children[r.to]
			p := part{}
			if !c.Unseen {
				e := l.widths(c)
				want := min(e.want, inner)
				if count > 0 && used+gap+want > inner+slack {
					break
				}
				if count++; count > 1 {
					used += gap
				}
				used += want
				p = part{least: want, base: want, grow: float64(c.Layout.Grow)}
				if c.Layout.MaxWidth > 0 {
					p.most = max(l.length(c, c.Layout.MaxWidth), want)
				}
			}
			parts = append(parts, p)
		}
		share(parts, inner-float64(max(count-1, 0))*gap)
		r.widths = gots(parts)
		for i, w := range r.widths {
			if c := n.Children[from+i]; !c.Unseen {
				r.h = max(r.h, l.heights(c, w).want)
			}
		}
		rows = append(rows, r)
		if count > 0 {
			y += r.h + gap
		}
		from = r.to
	}
	return rows
}
