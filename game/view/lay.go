package view

import "strconv"

// Measure tells how wide words are and how high a line is, in pixels. The
// painter supplies the real one (game/draw); tests may use Monospace.
//
// A Measure that also has the method Memo() *Memo keeps broken lines from one
// Lay to the next, so that laying out an unchanged tree is cheap.
type Measure interface {
	// Advance is the width of s, on one line, in the style with letters of the
	// size in pixels (Placement.Size).
	Advance(s string, st Style, size float64) float64
	// LineHeight is the distance from one line's top to the next's.
	LineHeight(st Style, size float64) float64
}

// Placed is a laid-out screen: boxes in reading order, parents first.
type Placed struct {
	Width, Height float64
	Type          Type // the sizes it was laid out with
	Boxes         []Placement
}

// Placement is where one node went, in pixels from the top left of its nearest
// scrolling ancestor's content, or of the screen. A box lies within its
// parent's, or, where the parent scrolls, within 0,0 to the parent's W by
// ContentH.
type Placement struct {
	Node       *Node
	Path       string // keys from the root, joined with "/": the same node has the same path from one update to the next
	Parent     int    // index into Boxes; -1 for the root
	Scroller   int    // index of the nearest scrolling ancestor; -1: the screen
	X, Y, W, H float64
	// ContentH is the height of what a scrolling box holds, at least H; 0 for a
	// box that does not scroll. The root scrolls, whatever its Layout says,
	// when the screen cannot hold its least height.
	ContentH float64
	Lines    []string // the node's Text, broken into lines that fit; each is a part of Text
	// TextX and TextY are where the first line's box begins, from the box's
	// own top left; TextW is how wide it is (lines are centred in it).
	TextX, TextY, TextW float64
	LineH               float64
	Size                float64 // letters, in pixels
}

// Scrolls is whether the box is a window onto content that may be higher.
func (p *Placement) Scrolls() bool { return p.ContentH > 0 }

// Find returns the placement with the path, or nil.
func (p *Placed) Find(path string) *Placement {
	for i := range p.Boxes {
		if p.Boxes[i].Path == path {
			return &p.Boxes[i]
		}
	}
	return nil
}

// Lay places the tree on a screen of w by h CSS pixels with the player's text
// scale (1: 100 %). Nothing is cut: words wrap, a row whose longest words do
// not fit side by side wraps or stacks, and a screen that cannot hold its
// content scrolls as a whole. Lay only reads the tree.
func Lay(root *Node, w, h, textScale float64, m Measure) *Placed {
	p := &Placed{Width: w, Height: h, Type: TypeFor(w, h, textScale)}
	if root == nil {
		return p
	}
	l := layer{m: m, t: p.Type, memo: memoOf(m), out: p, sizes: map[sizeKey]extent{}}
	rw := l.within(root, w)
	room := h
	least := l.heights(root, rw).least
	whole := !root.Layout.Scroll && least > h+slack
	if whole {
		room = least
	}
	x := 0.0
	if root.Layout.Centre {
		x = (w - rw) / 2
	}
	p.Boxes = make([]Placement, 0, root.size())
	l.place(root, root.Key, -1, -1, x, 0, rw, room)
	if whole {
		l.scrollWhole(h, room)
	}
	return p
}

// size is how many nodes a tree has.
func (n *Node) size() int {
	all := 1
	for _, c := range n.Children {
		all += c.size()
	}
	return all
}

func memoOf(m Measure) *Memo {
	if k, ok := m.(interface{ Memo() *Memo }); ok {
		return k.Memo()
	}
	return &Memo{}
}

// slack absorbs rounding when lengths are compared.
const slack = 0.01

// layer is one Lay under way.
type layer struct {
	m     Measure
	t     Type
	memo  *Memo
	out   *Placed
	sizes map[sizeKey]extent
}

// scrollWhole makes the root, already placed at its least height, a window of
// height h onto itself.
func (l *layer) scrollWhole(h, content float64) {
	b := l.out.Boxes
	b[0].H, b[0].ContentH = h, content
	for i := 1; i < len(b); i++ {
		if b[i].Scroller == -1 {
			b[i].Scroller = 0
			b[i].X -= b[0].X
		}
	}
}

// childKey is the path of the i-th child of the node at path.
func childKey(path string, c *Node, i int) string {
	k := c.Key
	if k == "" {
		k = strconv.Itoa(i)
	}
	return path + "/" + k
}
