package draw_test

import (
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"earned/assets"
	"earned/game/draw"
	"earned/game/view"
)

// conversation is a screen with a portrait, a log that scrolls and replies.
func conversation(change func(*view.Node)) *view.Node {
	words := func(key, s string) *view.Node {
		return &view.Node{Key: key, Role: view.Text, Text: s, Style: view.Style{Paper: view.Spoken, Round: 12}, Layout: view.Layout{Pad: view.All(10)}}
	}
	said := &view.Node{Key: "said", Layout: view.Layout{Scroll: true, End: true, Gap: 8}}
	for _, k := range []string{"1", "2", "3", "4", "5", "6", "7", "8"} {
		said.Children = append(said.Children, words(k, "We’ve been burned before. They promised six weeks. It took nine months."))
	}
	root := &view.Node{Key: "talk", Role: view.Main, Style: view.Style{Paper: view.Page}, Children: []*view.Node{
		{Key: "client", Role: view.Image, Picture: view.Picture{Kind: view.Portrait, Figure: "dana"}, Style: view.Style{Round: 12}, Layout: view.Layout{Height: 240}},
		said,
		{Key: "a", Role: view.Button, Text: "Nine months. Who had to stand up and explain that?", Press: "reply:a", Digit: 1, Style: view.Style{Paper: view.Choice, Border: true, Round: 10}, Layout: view.Layout{Pad: view.All(12)}},
		{Key: "b", Role: view.Radio, Text: "Well", On: true, Press: "b"},
		{Key: "c", Role: view.Switch, Text: "Less motion", On: true, Press: "c"},
	}}
	if change != nil {
		change(root)
	}
	return root
}

// person counts how often it is asked, and never rests.
type person struct{ asked int }

func (p *person) paint(dst *ebiten.Image, x, y, w, h float64, _ view.Picture, _ time.Duration, reduced bool) bool {
	p.asked++
	return !reduced
}

func set(t testing.TB, p *draw.Painter, m *draw.Measure, root *view.Node) {
	t.Helper()
	p.Set(view.Lay(root, 390, 844, 1, m), 2)
}

func TestRestsUntilSomethingChanges(t *testing.T) {
	m := measure(t)
	p := draw.New(m)
	dst := ebiten.NewImage(780, 1688)
	p.Draw(dst, 0) // nothing to show yet
	set(t, p, m, conversation(nil))
	if p.Resting() {
		t.Fatal("rests before it painted")
	}
	p.Draw(dst, 0)
	if !p.Resting() {
		t.Fatal("does not rest after it painted")
	}
	wakes := []struct {
		name string
		do   func()
		want bool
	}{
		{"the same screen again", func() { set(t, p, m, conversation(nil)) }, false},
		{"other words", func() { set(t, p, m, conversation(func(n *view.Node) { n.Children[2].Text = "Go on." })) }, true},
		{"fewer words shown", func() {
			set(t, p, m, conversation(func(n *view.Node) { n.Children[2].Text = "Go on."; n.Children[2].Shown = 2 }))
		}, true},
		{"one reply gone", func() { set(t, p, m, conversation(func(n *view.Node) { n.Children = n.Children[:4] })) }, true},
		{"and back", func() { set(t, p, m, conversation(nil)) }, true},
		{"a choice taken back", func() { set(t, p, m, conversation(func(n *view.Node) { n.Children[3].On = false })) }, true},
		{"the pointer", func() { p.Hover("talk/a") }, true},
		{"the pointer where it was", func() { p.Hover("talk/a") }, false},
		{"the pointer over nothing there is", func() { p.Hover("nowhere") }, true}, // it left talk/a
		{"a press", func() { p.Press("talk/a") }, true},
		{"the focus", func() { p.Focus("talk/b") }, true},
		{"scrolling", func() { p.Scroll("talk/said", 40) }, true},
		{"scrolling to where it was", func() { p.Scroll("talk/said", 40) }, false},
		{"another theme", func() { p.Theme(assets.Theme{Dark: true}) }, true},
		{"a lost frame", p.Invalidate, true},
	}
	for _, w := range wakes {
		w.do()
		if got := !p.Resting(); got != w.want {
			t.Errorf("%s: paints again is %v, want %v", w.name, got, w.want)
		}
		p.Draw(dst, 0)
		if !p.Resting() {
			t.Errorf("%s: does not come to rest", w.name)
		}
	}
}

// A portrait that moves is painted each frame; one that holds still, or is
// asked to, is not.
func TestPortraitsMove(t *testing.T) {
	m := measure(t)
	p := draw.New(m)
	who := &person{}
	p.Person = who.paint
	dst := ebiten.NewImage(780, 1688)
	set(t, p, m, conversation(nil))
	if !p.Draw(dst, 0) || !p.Draw(dst, time.Second) || who.asked != 2 {
		t.Errorf("a moving portrait was painted %d times in two frames", who.asked)
	}
	p.Reduced(true)
	if p.Draw(dst, 2*time.Second); who.asked != 3 {
		t.Errorf("reduced motion: painted %d times, want once more", who.asked)
	}
	if p.Draw(dst, 3*time.Second) || who.asked != 3 {
		t.Error("reduced motion: the portrait goes on moving")
	}
	p.Reduced(false)
	who.asked = 0
	set(t, p, m, conversation(func(n *view.Node) { n.Children[0].Picture.Still = true }))
	if p.Draw(dst, 4*time.Second) || who.asked != 1 {
		t.Errorf("a still portrait was painted %d times, and moves", who.asked)
	}
}

// A new feeling wakes a portrait that had come to rest.
func TestPortraitChangesWhileReduced(t *testing.T) {
	m := measure(t)
	p := draw.New(m)
	who := &person{}
	p.Person = who.paint
	p.Reduced(true)
	dst := ebiten.NewImage(780, 1688)
	set(t, p, m, conversation(nil))
	p.Draw(dst, 0)
	set(t, p, m, conversation(func(n *view.Node) { n.Children[0].Picture.Feels = 3 }))
	if p.Resting() {
		t.Fatal("a changed portrait is not painted again")
	}
	p.Draw(dst, 0)
	if who.asked != 2 || !p.Resting() {
		t.Errorf("painted %d times, want 2; rests: %v", who.asked, p.Resting())
	}
}

// A log that stood at its end stays there as it grows; one that was scrolled
// back stays where it was.
func TestLogKeepsToItsEnd(t *testing.T) {
	m := measure(t)
	p := draw.New(m)
	end := func() float64 {
		b := view.Lay(conversation(nil), 390, 844, 1, m).Find("talk/said")
		return b.ContentH - b.H
	}()
	shorter := conversation(func(n *view.Node) { n.Children[1].Children = n.Children[1].Children[:6] })
	set(t, p, m, shorter)
	set(t, p, m, conversation(nil))
	if got := p.Offset("talk/said"); got != end || end <= 0 {
		t.Errorf("at %v of %v", got, end)
	}
	p.Scroll("talk/said", 10)
	set(t, p, m, shorter)
	set(t, p, m, conversation(nil))
	if got := p.Offset("talk/said"); got != 10 {
		t.Errorf("scrolled back to 10, then at %v", got)
	}
}

// The page may tell where a log stands before the painter is given the screen
// it is on; the screen that has grown does not lose it.
func TestScrollToldEarly(t *testing.T) {
	m := measure(t)
	p := draw.New(m)
	p.Scroll("talk/said", 25)
	set(t, p, m, conversation(func(n *view.Node) { n.Children[1].Layout.End = false }))
	if got := p.Offset("talk/said"); got != 25 {
		t.Errorf("told 25 before, at %v", got)
	}
	p.Scroll("talk/said", 1e6)
	set(t, p, m, conversation(func(n *view.Node) { n.Children[1].Layout.End = false }))
	if b := view.Lay(conversation(nil), 390, 844, 1, m).Find("talk/said"); p.Offset("talk/said") != b.ContentH-b.H {
		t.Errorf("told far beyond the end %v, at %v", b.ContentH-b.H, p.Offset("talk/said"))
	}
}

// A screen that comes back stands at its top, as its new element does, however
// far it was scrolled when it went.
func TestWhatComesBackStandsAtItsTop(t *testing.T) {
	m := measure(t)
	p := draw.New(m)
	screen := func() *view.Node { return conversation(func(n *view.Node) { n.Children[1].Layout.End = false }) }
	set(t, p, m, screen())
	p.Scroll("talk/said", 30)
	set(t, p, m, screen())
	if got := p.Offset("talk/said"); got != 30 {
		t.Errorf("scrolled to 30, and then at %v", got)
	}
	set(t, p, m, &view.Node{Key: "other", Text: "Elsewhere."})
	set(t, p, m, screen())
	if got := p.Offset("talk/said"); got != 0 {
		t.Errorf("gone and come back, it stands at %v", got)
	}
}
