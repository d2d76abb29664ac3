package view

// Measure tells how wide words are and how high a line is, in pixels. The
// painter supplies the real one (game/draw); tests may too, with no display.
type Measure interface {
	// Advance is the width of s in the style at the scale.
	Advance(s string, st Style, scale float64) float64
	// LineHeight is the distance from one line's top to the next's.
	LineHeight(st Style, scale float64) float64
}

// Placed is a laid-out screen: boxes in reading order, parents first.
type Placed struct {
	Width, Height float64
	Boxes         []Placement
}

// Placement is where one node went, in pixels from the top left of its nearest
// scrolling ancestor's content, or of the screen.
type Placement struct {
	Node       *Node
	Path       string // keys from the root, joined with "/": the same node has the same path from one update to the next
	Parent     int    // index into Boxes; -1 for the root
	Scroller   int    // index of the nearest scrolling ancestor; -1: the screen
	X, Y, W, H float64
	ContentH   float64  // of a Scroll: height of what it holds
	Lines      []string // the node's Text, broken into lines that fit
	LineH      float64
	Scale      float64 // text scale the node was laid out with
}
