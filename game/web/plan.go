package web

import (
	"strconv"

	"earned/game/view"
)

// Mode is how the twin is shown.
type Mode uint8

// The modes.
const (
	Canvas Mode = iota // transparent, over the canvas
	Plain              // the game in text: the twin itself is what is read
)

// planned is one element the page is to hold: a node, where it hangs, and what
// it becomes.
type planned struct {
	node   *view.Node
	path   string
	parent int // index into the plan; -1: the twin's root
	element
}

// plan turns a placed screen into the elements of its twin, in reading order,
// parents first. Silent nodes and all inside them are left out. In text mode
// charts are drawn where there is room for them.
func plan(p *view.Placed, mode Mode, room Room) []planned {
	out := make([]planned, 0, len(p.Boxes)+4)
	at := make([]int, len(p.Boxes)) // box → planned; -1: left out
	for i := range p.Boxes {
		b := &p.Boxes[i]
		parent := -1
		if b.Parent >= 0 {
			parent = at[b.Parent]
		}
		if b.Node.Silent || (b.Parent >= 0 && parent < 0) {
			at[i] = -1
			continue
		}
		var above *planned
		if parent >= 0 {
			above = &out[parent]
		}
		at[i] = len(out)
		it := planned{node: b.Node, path: b.Path, parent: parent, element: describe(b.Node, above, mode, b.Scrolls())}
		if mode == Canvas {
			it.style = geometry(p, b)
		}
		out = append(out, it)
		draws := mode == Plain && room.Measure != nil && b.Node.Picture.Chart != nil
		coded := mode == Plain && b.Node.Picture.Kind == view.Squares
		if (len(b.Node.Children) > 0 || draws || coded) && it.text != "" {
			// Words of its own beside children: they get an element of their own.
			out[len(out)-1].text = ""
			out = append(out, planned{node: &view.Node{Role: view.Text}, path: b.Path + ownPath, parent: at[i],
				element: element{tag: "span", class: "own", text: it.text, phrasing: true}})
		}
		if draws {
			out = append(out, room.chart(b.Node.Picture.Chart, b.Node.Layout.Height, b.Path, at[i], len(out))...)
		}
		if coded {
			out = append(out, squares(b.Node.Picture.Figure, b.Path, at[i], len(out))...)
		}
		if b.Scrolls() {
			out = append(out, planned{node: &view.Node{Role: view.Box}, path: b.Path + "/|", parent: at[i],
				element: element{tag: "div", class: "spacer", attrs: []string{"aria-hidden", "true"},
					style: box(0, 0, 1, b.ContentH)}})
		}
	}
	return out
}

// ownPath is added to a node's path for the element of its own words.
const ownPath = "/."

// flat lists a tree's nodes the way view.Lay does, with no geometry: all that
// text mode needs.
func flat(root *view.Node) *view.Placed {
	p := &view.Placed{}
	if root != nil {
		flatten(p, root, key(root, 0), -1)
	}
	return p
}

func flatten(p *view.Placed, n *view.Node, path string, parent int) {
	p.Boxes = append(p.Boxes, view.Placement{Node: n, Path: path, Parent: parent, Scroller: -1})
	me := len(p.Boxes) - 1
	for i, c := range n.Children {
		flatten(p, c, path+"/"+key(c, i), me)
	}
}

// key is a node's part of its path.
func key(n *view.Node, i int) string {
	if n.Key != "" {
		return n.Key
	}
	return strconv.Itoa(i)
}

// geometry places an element within its parent's: children of a scroller are
// placed in its content, others relative to the parent's corner.
func geometry(p *view.Placed, b *view.Placement) string {
	x, y := b.X, b.Y
	if b.Parent >= 0 && b.Parent != b.Scroller {
		x -= p.Boxes[b.Parent].X
		y -= p.Boxes[b.Parent].Y
	}
	s := box(x, y, b.W, b.H)
	if len(b.Lines) > 0 {
		s += ";line-height:" + px(b.LineH) + ";font-size:" + px(b.Size)
		if b.TextX != 0 || b.TextY != 0 {
			s += ";padding:" + px(b.TextY) + " " + px(max(0, b.W-b.TextX-b.TextW)) + " " +
				px(max(0, b.H-b.TextY-float64(len(b.Lines))*b.LineH)) + " " + px(b.TextX)
		}
	}
	return s
}

func box(x, y, w, h float64) string {
	return "left:" + px(x) + ";top:" + px(y) + ";width:" + px(w) + ";height:" + px(h)
}

// px is a length for CSS, to a hundredth of a pixel.
func px(v float64) string {
	v = float64(int64(v*100+0.5)) / 100
	return strconv.FormatFloat(v, 'f', -1, 64) + "px"
}
