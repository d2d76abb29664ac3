package screens_test

import (
	"strings"
	"testing"
	"time"

	"earned/game/screens"
	"earned/game/view"
)

// After a first conversation the debrief says that a dent in confidence is
// usual, before anything is taken apart, and offers the second at once; after
// the second it no longer does.
func TestAfterTheFirstTheSecondIsOffered(t *testing.T) {
	d := open(t, book(t), "")
	d.toDebrief(first)
	said := dump(d.app.View())
	dent, apart := strings.Index(said, "dent in one’s confidence"), strings.Index(said, "To take with you")
	if dent < 0 || apart < dent {
		t.Fatalf("the dent is spoken of at %d, the habits at %d of\n%s", dent, apart, said)
	}
	card := d.must(view.Group, "Your first conversation")
	if card.Find(func(n *view.Node) bool { return n.Text == "Play again" }) == nil {
		t.Error("the same conversation is not offered again")
	}
	next := card.Find(func(n *view.Node) bool { return strings.HasPrefix(n.Text, "Meet ") })
	if next == nil {
		t.Fatal("no other client is offered")
	}
	d.button(next.Text)
	if d.app.Place() != screens.Brief {
		t.Fatalf("pressing %q leads to place %v", next.Text, d.app.Place())
	}
	d.button("Start")
	d.play(first)
	d.button("Continue")
	if strings.Contains(dump(d.app.View()), "dent in one’s confidence") {
		t.Error("the second is taken for the first")
	}
}

// What was in reach is worked out while the ending is read, and not at once:
// the debrief is then the same as if it had not been.
func TestTheDebriefIsThoughtAheadOf(t *testing.T) {
	b := book(t)
	ended := func(ticks ...time.Duration) *driver {
		d := open(t, b, "")
		d.button("Start")
		d.button("Start")
		d.play(first)
		for _, at := range ticks {
			version := d.app.Version()
			if d.app.Tick(at); d.app.Version() != version {
				t.Errorf("the ending changed at %v", at)
			}
		}
		return d
	}
	if screens.ThoughtAhead(ended(5*time.Second, 5500*time.Millisecond).app) {
		t.Error("it was worked out at once")
	}
	d := ended(5*time.Second, 6500*time.Millisecond)
	if !screens.ThoughtAhead(d.app) {
		t.Error("it was not worked out")
	}
	d.button("Continue")
	plain := ended()
	plain.button("Continue")
	if dump(d.app.View()) != dump(plain.app.View()) {
		t.Error("the debrief differs")
	}
}
