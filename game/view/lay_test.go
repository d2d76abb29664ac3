package view_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"earned/game/view"
	"earned/game/view/viewtest"
)

// Any tree, at any size, shows all its words in boxes that hold them.
func TestAnyTreeFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tree := viewtest.Tree(t)
		size := rapid.SampledFrom(viewtest.Sizes).Draw(t, "size")
		scale := rapid.SampledFrom(viewtest.Scales).Draw(t, "scale")
		p := view.Lay(tree, size[0], size[1], scale, view.Monospace{})
		for _, f := range viewtest.Faults(p, view.Monospace{}) {
			t.Errorf("%s\n%s", f, viewtest.Outline(tree))
		}
	})
}

// Laying out reads the tree, depends on nothing else, and is not changed by
// what a Memo kept.
func TestLayIsAFunction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tree := viewtest.Tree(t)
		before := viewtest.Outline(tree)
		m := &remembers{}
		first := view.Lay(tree, 390, 844, 1, m)
		view.Lay(tree, 1280, 720, 1.5, m)
		again, fresh := view.Lay(tree, 390, 844, 1, m), view.Lay(tree, 390, 844, 1, &remembers{})
		if a, b, c := write(first), write(again), write(fresh); a != b || a != c {
			t.Fatalf("three layouts of one tree differ:\n%s\n%s\n%s", a, b, c)
		}
		if viewtest.Outline(tree) != before {
			t.Fatal("the tree was changed")
		}
	})
}

// remembers is Monospace with a memo that counts what it is asked.
type remembers struct {
	view.Monospace
	memo  view.Memo
	asked int
}

func (r *remembers) Memo() *view.Memo { return &r.memo }
func (r *remembers) Advance(s string, st view.Style, size float64) float64 {
	r.asked++
	return r.Monospace.Advance(s, st, size)
}

// Laying out what was laid out before measures no words again.
func TestMemoSparesMeasuring(t *testing.T) {
	m := &remembers{}
	tree := talk()
	view.Lay(tree, 390, 844, 1, m)
	first := m.asked
	if m.asked = 0; first == 0 {
		t.Fatal("nothing was measured")
	}
	view.Lay(tree, 390, 844, 1, m)
	if m.asked != 0 {
		t.Errorf("the second layout measured %d times, the first %d", m.asked, first)
	}
}

func write(p *view.Placed) string {
	var b strings.Builder
	for _, x := range p.Boxes {
		fmt.Fprintf(&b, "%-24s %6.1f %6.1f %6.1f ×%6.1f", x.Path, x.X, x.Y, x.W, x.H)
		if x.Scrolls() {
			fmt.Fprintf(&b, " of %.1f", x.ContentH)
		}
		if x.Scroller >= 0 {
			fmt.Fprintf(&b, " in %s", p.Boxes[x.Scroller].Path)
		}
		for _, l := range x.Lines {
			fmt.Fprintf(&b, "\n    | %s", l)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// talk is a conversation as the screens put it together.
func talk() *view.Node {
	words := func(key, s string, size view.Size) *view.Node {
		return &view.Node{Key: key, Role: view.Text, Text: s, Style: view.Style{Size: size, Paper: view.Spoken}, Layout: view.Layout{Pad: view.All(10)}}
	}
	reply := func(k int, s string) *view.Node {
		return &view.Node{Key: strconv.Itoa(k), Role: view.Button, Text: s, Digit: k, Press: "reply", Layout: view.Layout{Pad: view.All(10)}}
	}
	return &view.Node{Key: "talk", Role: view.Main, Children: []*view.Node{
		{Key: "client", Role: view.Image, Picture: view.Picture{Kind: view.Portrait}, Layout: view.Layout{Height: 280, MinHeight: 120}},
		{Key: "said", Layout: view.Layout{Scroll: true, End: true, Gap: 8, Pad: view.All(12)}, Children: []*view.Node{
			words("1", "You have half an hour. I have had six of these this month.", view.Normal),
			words("2", "We’ve been burned before. They promised six weeks. It took nine months.", view.Large),
		}},
		{Key: "replies", Role: view.Group, Layout: view.Layout{Gap: 8, Pad: view.All(12)}, Children: []*view.Node{
			reply(1, "Nine months. Who had to stand up and explain that?"),
			reply(2, "Our average roll-out is five weeks from the day we sign."),
		}},
	}}
}

// When words take the room, the picture gives way first, then the log, and at
// last the screen scrolls as a whole.
func TestWhatGivesWay(t *testing.T) {
	at := func(h, scale float64) (face, log, root view.Placement) {
		p := view.Lay(talk(), 390, h, scale, view.Monospace{})
		for _, f := range viewtest.Faults(p, view.Monospace{}) {
			t.Error(f)
		}
		return *p.Find("talk/client"), *p.Find("talk/said"), *p.Find("talk")
	}
	face, log, root := at(844, 1)
	if face.H != 280 || root.Scrolls() || log.H < 200 {
		t.Errorf("with room: picture %v, log %v, scrolls %v", face.H, log.H, root.Scrolls())
	}
	face, log, root = at(560, 1)
	if face.H >= 280 || face.H < 120 || root.Scrolls() || log.ContentH <= log.H {
		t.Errorf("with little: picture %v, log %v of %v, scrolls %v", face.H, log.H, log.ContentH, root.Scrolls())
	}
	face, log, root = at(560, 2)
	if face.H != 120 || !root.Scrolls() || root.H != 560 || root.ContentH <= 560 || log.H < 100 {
		t.Errorf("with too little: picture %v, log %v, root %v of %v", face.H, log.H, root.H, root.ContentH)
	}
}

func TestConversationLayout(t *testing.T) {
	const want = `
talk                        0.0    0.0  390.0 × 844.0
talk/client                 0.0    0.0  390.0 × 280.0
talk/said                   0.0  280.0  390.0 × 392.0 of 392.0
talk/said/1                12.0   12.0  366.0 ×  70.0 in talk/said
    | You have half an hour. I have had
    | six of these this month.
talk/said/2                12.0   90.0  366.0 × 101.0 in talk/said
    | We’ve been burned before. They
    | promised six weeks. It took
    | nine months.
talk/replies                0.0  672.0  390.0 × 172.0
talk/replies/1             12.0  684.0  366.0 ×  70.0
    | Nine months. Who had to stand up
    | and explain that?
talk/replies/2             12.0  762.0  366.0 ×  70.0
    | Our average roll-out is five weeks
    | from the day we sign.
`
	if got := write(view.Lay(talk(), 390, 844, 1, view.Monospace{})); got != want[1:] {
		t.Errorf("got\n%s", got)
	}
}

func box(key string, w, h int, l view.Layout) *view.Node {
	l.Width, l.Height = w, h
	return &view.Node{Key: key, Layout: l}
}

func TestFlows(t *testing.T) {
	tests := []struct {
		name string
		root view.Layout
		kids []*view.Node
		want []string // x y w h
	}{
		{"a column stretches", view.Layout{Gap: 10, Pad: view.All(5)}, []*view.Node{box("a", 0, 20, view.Layout{}), box("b", 50, 30, view.Layout{})},
			[]string{"5 5 390 20", "5 35 50 30"}},
		{"a column centres", view.Layout{Centre: true, Middle: true}, []*view.Node{box("a", 100, 40, view.Layout{})},
			[]string{"150 80 100 40"}},
		{"growing children share", view.Layout{}, []*view.Node{box("a", 0, 50, view.Layout{}), box("b", 0, 0, view.Layout{Grow: 1}), box("c", 0, 0, view.Layout{Grow: 2})},
			[]string{"0 0 400 50", "0 50 400 50", "0 100 400 100"}},
		{"a share of the height", view.Layout{}, []*view.Node{box("a", 0, 0, view.Layout{Percent: 30}), box("b", 0, 0, view.Layout{Grow: 1})},
			[]string{"0 0 400 60", "0 60 400 140"}},
		{"a row", view.Layout{Flow: view.Across, Gap: 10}, []*view.Node{box("a", 100, 0, view.Layout{}), box("b", 0, 0, view.Layout{Grow: 1}), box("c", 50, 40, view.Layout{})},
			[]string{"0 0 100 200", "110 0 230 200", "350 0 50 40"}},
		{"a row centres", view.Layout{Flow: view.Across, Centre: true, Middle: true}, []*view.Node{box("a", 100, 40, view.Layout{}), box("b", 100, 20, view.Layout{})},
			[]string{"100 80 100 40", "200 90 100 20"}},
		{"shares of the width", view.Layout{Flow: view.Across, Gap: 40}, []*view.Node{box("a", 0, 0, view.Layout{Percent: 50}), box("b", 0, 0, view.Layout{Grow: 1})},
			[]string{"0 0 180 200", "220 0 180 200"}},
		{"a row too narrow wraps", view.Layout{Flow: view.Across, Gap: 5}, []*view.Node{box("a", 150, 30, view.Layout{}), box("b", 150, 30, view.Layout{}), box("c", 150, 30, view.Layout{})},
			[]string{"0 0 150 30", "155 0 150 30", "0 35 150 30"}},
		{"a row of columns stacks", view.Layout{Flow: view.Across, Gap: 5}, []*view.Node{box("a", 250, 30, view.Layout{}), {Key: "b", Layout: view.Layout{Width: 390}, Children: []*view.Node{box("c", 250, 30, view.Layout{})}}},
			[]string{"0 0 250 30", "0 35 390 30", "0 35 250 30"}},
		{"wrapping", view.Layout{Flow: view.Wrap, Gap: 10}, []*view.Node{box("a", 180, 30, view.Layout{}), box("b", 180, 50, view.Layout{}), box("c", 180, 20, view.Layout{})},
			[]string{"0 0 180 50", "190 0 180 50", "0 60 180 20"}},
		{"over one another", view.Layout{Flow: view.Over, Centre: true}, []*view.Node{box("a", 0, 0, view.Layout{Grow: 1}), box("b", 100, 60, view.Layout{})},
			[]string{"0 0 400 200", "150 0 100 60"}},
		{"no wider than asked", view.Layout{Centre: true}, []*view.Node{box("a", 0, 10, view.Layout{MaxWidth: 300})},
			[]string{"50 0 300 10"}},
	}
	for _, tt := range tests {
		p := view.Lay(&view.Node{Layout: tt.root, Children: tt.kids}, 400, 200, 1, view.Monospace{})
		var got []string
		for _, b := range p.Boxes[1:] {
			got = append(got, fmt.Sprintf("%g %g %g %g", b.X, b.Y, b.W, b.H))
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// What cannot be seen takes no room, and keeps its place in the reading order.
func TestUnseenTakesNoRoom(t *testing.T) {
	root := &view.Node{Layout: view.Layout{Gap: 10}, Children: []*view.Node{
		box("a", 0, 20, view.Layout{}),
		{Key: "u", Text: "You said:", Unseen: true, Children: []*view.Node{{Text: "deeper"}}},
		box("b", 0, 20, view.Layout{}),
	}}
	p := view.Lay(root, 400, 200, 1, view.Monospace{})
	if b := p.Find("/b"); b == nil || b.Y != 30 {
		t.Errorf("the box after an unseen one is at %+v, want y 30", b)
	}
	if u := p.Find("/u/0"); u == nil || u.W != 0 || u.H != 0 {
		t.Errorf("what is within the unseen is at %+v", u)
	}
}
