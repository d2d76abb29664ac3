package screens_test

import (
	"strings"
	"testing"

	"earned/game/screens"
)

// tabs are two tabs of one browser: two games, and what the browser keeps.
type tabs struct {
	t    *testing.T
	a, b *driver
	kept string
}

// openTabs has a conversation going on in one tab, and the titles in the other.
func openTabs(t *testing.T) *tabs {
	a := open(t, book(t), "")
	a.button("Start")
	a.button("Start")
	a.button("Continue")
	b := a.again()
	b.button("Clients")
	return &tabs{t, a, b, b.kept[screens.Key]}
}

// in does something in one of the tabs. Before that it takes in what is kept, as
// cmd/wasm does before every press.
func (p *tabs) in(d *driver, do func()) {
	if d.kept[screens.Key] != p.kept {
		d.kept[screens.Key] = p.kept
		d.app.Elsewhere(p.kept)
		d.carryOut()
	}
	do()
	p.kept = d.kept[screens.Key]
}

// settle lets both hear of each other until neither keeps anything more.
func (p *tabs) settle() {
	p.t.Helper()
	for range 5 {
		was := p.kept
		p.in(p.a, func() {})
		p.in(p.b, func() {})
		if p.kept == was {
			return
		}
	}
	p.t.Fatal("two tabs never agree on what is kept")
}

func endings(kept string) int { return strings.Count(kept, "\nrun ") }

// A tab that is open on what was kept before undoes nothing that another has
// recorded since.
func TestATabUndoesNoEndingOfAnother(t *testing.T) {
	p := openTabs(t)
	p.in(p.a, func() { p.a.play(first) })
	if endings(p.kept) != 1 {
		t.Fatalf("one conversation has ended, and this is kept:\n%s", p.kept)
	}
	p.in(p.b, func() { p.b.button("Settings"); p.b.button("Back") })
	if endings(p.kept) != 1 || strings.Contains(p.kept, "\nnow ") {
		t.Errorf("the other tab was used, and this is kept:\n%s", p.kept)
	}
	p.in(p.a, func() { p.a.button("Continue") })
	if p.a.app.Place() != screens.Debriefed {
		t.Errorf("the first tab is at %v", p.a.app.Place())
	}
	if d := open(t, book(t), p.kept); d.app.Place() != screens.Debriefed {
		t.Errorf("what both have kept opens at %v", d.app.Place())
	}
}

// Endings recorded in two tabs at once, before either hears of the other's,
// stand in both.
func TestEndingsOfTwoTabsBothStand(t *testing.T) {
	p := openTabs(t)
	p.a.play(first)
	p.b.button("Continue")
	p.b.play(func(n int) int { return n - 1 })
	p.kept = p.b.kept[screens.Key]
	p.settle()
	if endings(p.kept) != 2 {
		t.Errorf("of two endings these are kept:\n%s", p.kept)
	}
	for _, d := range []*driver{p.a, p.b} {
		if d.button("Continue"); d.app.Place() != screens.Debriefed {
			t.Errorf("a tab is at %v", d.app.Place())
		}
	}
}

// What is deleted in one tab is not brought back by another, in which what is
// going on goes on.
func TestWhatOneTabDeletesIsDeletedInAll(t *testing.T) {
	p := openTabs(t)
	p.in(p.b, func() { p.b.button("Continue"); p.b.play(first) })
	going := p.a.app.Code()
	p.kept = ""
	p.in(p.a, func() {
		if p.a.app.Place() != screens.Talking || p.a.app.Code() != going {
			t.Fatal("what was going on does not go on")
		}
		p.a.button(p.a.replies()[0].Text)
	})
	if endings(p.kept) != 0 || !strings.Contains(p.kept, "\nnow ") {
		t.Errorf("everything was deleted in another tab, and this is kept:\n%s", p.kept)
	}
	p.kept = ""
	p.in(p.b, func() {})
	if p.b.app.Place() != screens.Title || p.kept != "" {
		t.Errorf("a tab on an ending that was deleted is at %v and keeps:\n%s", p.b.app.Place(), p.kept)
	}
}
