// Package view is what a screen says and offers: one tree of nodes. The same
// tree is laid out (Lay), painted (game/draw), mirrored as real elements for
// keyboards and assistive technology (game/web) and pressed by tests. What is
// not in the tree does not exist.
package view

// Role is what a node is to assistive technology; the names are ARIA's.
type Role uint8

// The roles. Box only groups and is not announced.
const (
	Box Role = iota
	Main
	Heading // Level 1–3
	Text
	Image  // Picture says what is drawn, Name what is seen
	Button // Press is sent when it is pressed
	Group
	Region
	Log   // polite live region
	Table // Children are Rows; the first holds ColumnHeaders
	Row
	ColumnHeader
	Cell
	List
	ListItem
	Status // polite, short
	Radio  // a Button of a RadioGroup; On says whether it is chosen
	RadioGroup
	Switch // On says whether it is on
	Link   // Press is a URL fragment or an action
	TextBox
	numRoles
)

// Action is what a press means to the screens: a verb and, after a colon, what
// it is about ("reply:nine-months", "start"). Empty: nothing to press.
type Action string

// Node is one thing on a screen.
type Node struct {
	// Key names the node among its siblings and across updates of the same
	// screen, so that focus, scroll offsets and DOM elements are kept. Empty:
	// the position among its siblings.
	Key      string
	Role     Role
	Name     string // accessible name, where it is not the text
	Text     string // words to show
	Shown    int    // how many of Text's runes are drawn so far, the rest keeping their place (words at reading pace); 0: all; -1, -2 …: none yet, silence seen as so many dots. The twin always has the whole
	Level    int    // of a Heading
	Press    Action
	On       bool // chosen, pressed or switched on
	Disabled bool
	Silent   bool    // drawn, but absent from the twin (decoration)
	Unseen   bool    // in the twin, but not drawn (for those who listen)
	Focus    bool    // asks for focus when the screen or this node first appears
	Lead     bool    // what is to be in sight when something asks for focus on a screen that scrolls as a whole
	Digit    int     // 1–9: the key that presses it while its group has focus
	Picture  Picture // of an Image
	Style    Style
	Layout   Layout
	Children []*Node
}

// Picture is what an Image or a decorated Box draws; game/draw knows how. It
// is a small value compared with ==.
type Picture struct {
	Kind     PictureKind
	Figure   string // the client's figure
	Feels    uint8  // scenarios.Feeling
	Trust    uint8  // 0–100, shades the figure slightly; never shown as a number
	Setting  uint8  // scenarios.Setting
	Speaking bool
	Still    bool   // a Portrait that never moves: one of many in a list
	Chart    *Chart // of a Curve; replaced, never changed
	Ties     *Ties  // of a Circle; replaced, never changed
}

// PictureKind is which drawing a Picture is.
type PictureKind uint8

// The drawings.
const (
	NoPicture PictureKind = iota
	Portrait              // a client in their setting
	Curve                 // trust over a conversation (the debrief)
	Mark                  // the product's mark
	Circle                // who trusts the player, and who introduced whom
	Squares               // a QR code: Figure is its rows of 0 and 1, 1 dark, apart by "/"
)

// Chart is the debrief's drawing: trust after each reply.
type Chart struct {
	Lines  []ChartLine
	Marks  []ChartMark
	Breaks []ChartMark // between meetings
	Points int         // how many moments the x axis holds, the start included
}

// ChartLine is one curve; Values[i] is trust 0–100 after reply i, the start
// first; -1 where the line is not drawn.
type ChartLine struct {
	Name   string
	Ink    Ink
	Stroke Stroke
	Apart  bool // its moments stand alone: readings, which no stroke may join
	Values []int
}

// Stroke is how a line of a chart is drawn, so that colour alone never tells
// two apart.
type Stroke uint8

// The strokes. A Solid one has a dot at each moment.
const (
	Solid Stroke = iota
	LongDashes
	Dashes
	Dots
)

// ChartMark is something marked at a moment of a chart.
type ChartMark struct {
	At   int
	Name string
	Ink  Ink
}

// Ink is a colour by its part, never by its value; assets hold the palettes.
type Ink uint8

// The inks. Each is at least 4.5:1 on the papers it is used on.
const (
	Body  Ink = iota
	Quiet     // secondary words
	Accent
	Good
	Bad
	OnAccent
	Rule    // lines and borders
	NumInks = iota
)

// Paper is what is behind.
type Paper uint8

// The papers.
const (
	Bare Paper = iota // nothing is painted
	Page
	Card
	Spoken // what the client says
	Own    // what the player says
	AccentPaper
	Choice    // a reply that can be pressed
	NumPapers = iota
)

// Style is how a node looks.
type Style struct {
	Size   Size
	Bold   bool
	Italic bool
	Ink    Ink
	Paper  Paper
	Round  int // corner radius, in units
	Border bool
	Centre bool // text is centred
}

// Size is a step of the type scale.
type Size uint8

// The sizes, as steps; points come from the viewport and the text-size
// setting.
const (
	Normal Size = iota
	Small
	Large // what the client says
	Title
	Display
	Wall // on a projector, for the back row: at least 1/22 of a wide screen's height
	numSizes
)

// Layout is where a node goes. Lengths are in layout units (Type.Unit); Width,
// MaxWidth, Height and MinHeight of what holds words grow with the text scale
// as well, gaps and edges do not. A node's own Text stands above its children.
type Layout struct {
	Flow Flow
	Gap  int
	Pad  Edges
	// Grow is the node's share, beside its siblings', of what the parent has
	// left along its flow. 0: none.
	Grow int
	// Width is fixed, though never more than there is. 0: the parent's in a
	// column, the content's in a row and where the parent centres.
	Width    int
	MaxWidth int
	// Height is fixed; words that need more get more. Of a Curve it is the
	// plot's, its words come on top. 0: the content's.
	Height int
	// MinHeight is how little the node takes when there is too little; a
	// picture or a Scroll gives way down to it.
	MinHeight int
	Percent   int // of the parent's length along its flow, at least what the content needs; 0: none
	// Centre centres children across the flow, each as wide as its content
	// unless it has a Width, MaxWidth or Grow.
	Centre bool
	Middle bool // centres children, or a leaf's own words, along the flow
	// Scroll makes the box a window onto content that may be higher. In a
	// column it takes what is left.
	Scroll bool
	End    bool // a Scroll that keeps to its end as content grows
}

// Edges are lengths around a box.
type Edges struct{ Top, Right, Bottom, Left int }

// All is the same length on every edge.
func All(n int) Edges { return Edges{n, n, n, n} }

// Flow is how children follow one another.
type Flow uint8

// The flows.
const (
	Down Flow = iota
	Across
	Over // on top of one another, each filling the parent
	Wrap // across, wrapping to further lines
)

// Find returns the first node, in reading order, for which is holds, or nil.
func (n *Node) Find(is func(*Node) bool) *Node {
	if n == nil {
		return nil
	}
	if is(n) {
		return n
	}
	for _, c := range n.Children {
		if f := c.Find(is); f != nil {
			return f
		}
	}
	return nil
}

// Label is the node's accessible name: its Name, else its Text, else the words
// of its children.
func (n *Node) Label() string {
	switch {
	case n.Name != "":
		return n.Name
	case n.Text != "":
		return n.Text
	}
	s := ""
	for _, c := range n.Children {
		if l := c.Label(); l != "" {
			if s != "" {
				s += " "
			}
			s += l
		}
	}
	return s
}
