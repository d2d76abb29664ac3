package screens_test

import (
	"strings"
	"testing"
	"time"

	"earned/game/screens"
	"earned/game/view"
)

// planned opens the planning screen.
func planned(t testing.TB) *driver {
	t.Helper()
	d := open(t, book(t), "")
	d.button("Workshop")
	if d.app.Place() != screens.Planning {
		t.Fatalf("Workshop leads to place %v", d.app.Place())
	}
	return d
}

// key presses a key where no button has the focus.
func (d *driver) key(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		if !d.app.Key(k, false) {
			d.t.Fatalf("the key %q does nothing:\n%s", k, dump(d.app.View()))
		}
		d.carryOut()
		if saved && !d.steady {
			n := d.again()
			d.app, d.kept = n.app, n.kept
		}
	}
}

// until presses the clicker's key until there is a button.
func (d *driver) until(button string) {
	d.t.Helper()
	for range 12 {
		if d.has(button) {
			return
		}
		d.key("PageDown")
	}
	d.t.Fatalf("%q does not come:\n%s", button, dump(d.app.View()))
}

// toBeat leads to what the client says, toVote to the vote on it.
func (d *driver) toBeat() { d.t.Helper(); d.until("Show the replies and vote") }
func (d *driver) toVote() { d.t.Helper(); d.until("Reveal the split") }

// hands enters a show of hands, letter by letter.
func (d *driver) hands(counts ...string) {
	d.t.Helper()
	for i, c := range counts {
		d.key(string(rune('a' + i)))
		d.key(strings.Split(c, "")...)
		d.key("Enter")
	}
}

func (d *driver) shows(words ...string) {
	d.t.Helper()
	tree := dump(d.app.View())
	for _, w := range words {
		if !strings.Contains(tree, w) {
			d.t.Fatalf("the screen does not show %q:\n%s", w, tree)
		}
	}
}

func (d *driver) hides(words ...string) {
	d.t.Helper()
	tree := dump(d.app.View())
	for _, w := range words {
		if strings.Contains(tree, w) {
			d.t.Fatalf("the screen shows %q:\n%s", w, tree)
		}
	}
}

// What means nothing on a screen changes nothing: the debrief is neither blanked
// nor covered.
func TestWhatMeansNothingChangesNothing(t *testing.T) {
	d := begun(t)
	for d.app.Place() == screens.Rooming {
		d.onward(0)
	}
	before := d.kept[screens.KeyRoom]
	for _, act := range []view.Action{"room:blank", "room:menu"} {
		if d.app.Press(act) {
			t.Errorf("%s does something in the debrief", act)
		}
	}
	d.button("Copy the code of this path") // all is kept anew
	if d.kept[screens.KeyRoom] != before {
		t.Errorf("it is kept as\n%s\nand was\n%s", d.kept[screens.KeyRoom], before)
	}
}

// What was done is said once: the next press says it no more.
func TestWhatWasDoneIsSaidOnce(t *testing.T) {
	d, s := withPhones(t)
	d.button("More …")
	d.button("Another workshop")
	d.button("Take over this room")
	d.shows("Type the code and the secret first.")
	d.button("Begin")
	s.hear()
	d.hides("Type the code and the secret first.")
	d = begun(t)
	for d.app.Place() == screens.Rooming {
		d.onward(0)
	}
	for _, next := range []string{"The moment after", "Print"} {
		d.button("Copy the code of this path")
		d.shows("on the clipboard")
		d.button(next)
		d.hides("on the clipboard")
	}
}

// A show of hands from choosing the conversation to the debrief, by clicker
// and keys alone once it has begun. The split is hidden until it is revealed.
func TestAShowOfHands(t *testing.T) {
	d := planned(t)
	d.button("Begin")
	d.shows("Who you are", "You sell for Middlewatch")
	d.until("Hear Dana")
	d.shows("A first call")
	d.key("PageDown")
	d.must(view.Heading, "Dana Whitfield")
	d.shows("We’ve been burned before")
	d.key("PageDown")
	d.hands("12", "7")
	d.hides("12 votes", `"12"`)
	d.key("PageDown")
	d.shows(`"12"`, "A, 12 votes of 19")
	d.key("PageDown")
	d.app.SetNow(61 * time.Second)
	d.shows("1:59")
	d.key("t")
	d.shows("paused")
	d.key("PageDown")
	d.hands("3", "16")
	d.key("PageDown")
	d.shows("7 before, 16 now", "B, 16 votes of 19")
	b := d.must(view.List, "Replies").Children[1].Find(func(n *view.Node) bool { return n.Key == "words" }).Text
	d.key("PageDown")
	d.shows(b)
	for d.app.Place() == screens.Rooming {
		d.key("PageDown")
		if d.app.Place() == screens.Rooming && d.find(view.Status, "Nobody voted. The facilitator decides.") != nil && d.has("Discuss") {
			d.button("Decide which is said")
			d.key("a")
		}
	}
	if d.app.Place() != screens.Review {
		t.Fatalf("it ends at place %v", d.app.Place())
	}
	region := d.must(view.Region, "Debrief")
	d.shows("A 12, B 7, C 0", "A 3, B 16, C 0", "How the room voted", "Questions for the room")
	if region.Find(func(n *view.Node) bool { return n.Role == view.Table && n.Name == "Every reply" }) == nil {
		t.Error("no table of the replies")
	}
}
