package screens_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"earned/game/screens"
	"earned/game/view"
)

// The room's readings stand in the debrief against the truth; a split of fewer
// than five votes is nowhere in it, nor in what is taken home.
func TestReadingsAndSmallSplits(t *testing.T) {
	d := begun(t)
	d.key("PageDown")
	d.button("Ask how much they trust us")
	for _, c := range []string{"2", "9", "1", "0", "0"} {
		d.key(strings.Split(c, "")...)
		d.key("Enter")
	}
	d.key("PageDown")
	d.shows("The room says 2: a little")
	d.key("PageDown")
	d.round("3", "1") // four votes
	for d.app.Place() == screens.Rooming {
		d.onward(0)
	}
	d.shows("How the room read it, and how it was", "2: a little (12 votes)", "fewer than five votes: not shown")
	d.hides("A 3, B 1")
	if d.find(view.Button, "Save as a picture") != nil {
		t.Error("a picture is offered where none can be painted")
	}
	d.button("Save as a table (CSV)")
	if csv := d.files["earned-workshop-nine-months-late.csv"]; !strings.Contains(csv, "fewer than five votes") || strings.Contains(csv, "A 3, B 1") || strings.Count(csv, "\r\n") < 8 {
		t.Errorf("the table is\n%s", csv)
	}
	if paper := dump(d.app.Printed()); strings.Contains(paper, "A 3, B 1") || !strings.Contains(paper, "This path as a code: ") || !strings.Contains(paper, "Questions for the room") {
		t.Error("on paper stands what should not, or not what should")
	}
	d.button("Copy the code of this path")
	if d.copy == "" || d.copy != d.app.Code() {
		t.Errorf("the code copied is %q", d.copy)
	}
}

// The whole conversation and its questions can be read beforehand.
func TestTheScriptHoldsEverything(t *testing.T) {
	d := planned(t)
	d.button("Read all of it beforehand")
	c := d.book.Conversation("nine-months-late")
	var all []string
	for i := range c.Beats {
		for _, l := range c.Beats[i].Lines {
			all = append(all, l.Says)
		}
		for _, r := range c.Beats[i].Replies {
			all = append(all, r.Says)
		}
	}
	for _, q := range c.Questions {
		all = append(all, q.Asks)
	}
	words := ""
	d.app.View().Find(func(n *view.Node) bool { words += n.Text + "\n"; return false })
	for _, s := range all {
		if !strings.Contains(words, s) {
			t.Errorf("it does not hold %q", s)
		}
	}
	d.button("Back to the workshop")
}

// The question of a deciding beat stands in the notes there, and only there.
func TestTheNotesAskAtTheDecidingBeat(t *testing.T) {
	d := planned(t)
	q := d.book.Conversation("nine-months-late").Questions[0]
	if q.Beat < 0 {
		t.Fatal("the first question has no beat")
	}
	d.button("Begin")
	met := 0
	for d.app.Place() == screens.Rooming {
		here := d.app.Notes().Find(func(n *view.Node) bool { return n.Name == "Ask the room here" })
		if here != nil && strings.Contains(dump(here), q.Asks) {
			met++
			says := d.find(view.Text, "").Label()
			for _, l := range d.book.Conversation("nine-months-late").Beats[q.Beat].Lines {
				if strings.Contains(dump(d.app.Notes()), l.Says) {
					says = ""
				}
			}
			if says != "" {
				t.Errorf("it is asked at another beat:\n%s", dump(d.app.Notes()))
			}
		}
		if d.has("Say one at once") && met == 0 {
			d.button("Say one at once")
		}
		d.onward(1)
	}
	if met == 0 {
		t.Error("the question is never asked")
	}
}

// A crash at any step of any workshop comes back to the same screen.
func TestACrashAtAnyStep(t *testing.T) {
	b := book(t)
	rapid.Check(t, func(r *rapid.T) {
		d := open(t, b, "")
		d.button("Workshop")
		now := time.Duration(1e15)
		for range rapid.IntRange(1, 90).Draw(r, "steps") {
			now += time.Duration(rapid.IntRange(0, 100).Draw(r, "seconds")) * time.Second
			d.app.SetNow(now)
			if d.app.Place() == screens.Rooming && rapid.IntRange(0, 3).Draw(r, "by key") > 0 {
				d.app.Key(rapid.SampledFrom([]string{"PageDown", "PageDown", "PageDown", "PageUp", "a", "b", "c", "1", "7", "Enter", "t", ".", "Backspace"}).Draw(r, "key"), false)
			} else {
				all := presses(d.app.View())
				n := rapid.SampledFrom(all).Draw(r, "press")
				d.app.Press(n.Press)
			}
			d.carryOut()
			sound(r, d.app.View())
			if d.app.View().Find(func(n *view.Node) bool { return n.Key == "did" }) != nil {
				continue // what was just done is said once
			}
			if p := d.app.Place(); p != screens.Planning && p != screens.Script && p != screens.Rooming && p != screens.Review {
				return // the rest is the game for one, which TestAnyPressAnywhere walks
			}
			n := d.again()
			n.app.SetNow(now)
			if got, want := dump(n.app.View()), dump(d.app.View()); got != want {
				r.Fatalf("after a crash:\n%s\nbefore it:\n%s", got, want)
			}
		}
	})
}

// A workshop that cannot be read is set aside once, and said where workshops are
// planned; nothing else is lost, and nobody who plays is disturbed.
func TestABrokenWorkshopIsSetAside(t *testing.T) {
	d := begun(t)
	d.key("PageDown")
	broken := strings.Replace(d.kept[screens.KeyRoom], "now 0", "now 9", 1)
	n := reopen(t, d.book, d.kept[screens.Key], broken)
	if left, cleared := n.kept[screens.KeyRoom]; n.app.Place() != screens.Planning || n.kept[screens.KeyBroken] != broken || left != "" || !cleared {
		t.Fatalf("a broken workshop leads to place %v, and %q is kept", n.app.Place(), n.kept)
	}
	n.shows("The workshop kept in this browser cannot go on: its checksum does not match.")
	n.button("Not now")
	n.button("Start")
	n.button("Start")
	n.button("Continue")
	if n = reopen(t, n.book, n.kept[screens.Key], broken); n.app.Place() != screens.Talking {
		t.Errorf("a player in a conversation is led to place %v", n.app.Place())
	}
	n = n.again()
	n.button("Clients")
	n.button("Workshop")
	n.hides("cannot go on")
	n.button("Begin")
}

// A link leads to the workshop from anywhere but a what-if, and loses nothing.
func TestALinkToTheWorkshop(t *testing.T) {
	d := open(t, book(t), "")
	d.button("Start")
	d.button("Start")
	d.button("Continue")
	d.button(d.replies()[0].Text)
	if !d.app.Follow("workshop") || d.app.Place() != screens.Planning {
		t.Fatalf("the link leads to place %v", d.app.Place())
	}
	d.carryOut()
	d.button("Not now")
	d.must(view.Region, "Where you left off")
	if d.app.Follow("workshops") {
		t.Error("another word was followed")
	}
}

// Hands can be counted with no keys, on a phone held upright.
func TestHandsAreCountedByTouch(t *testing.T) {
	d := begun(t)
	d.resize(390, 844)
	d.toVote()
	for range 3 {
		d.button("A: one more")
	}
	d.button("A: one less")
	d.press(view.Button, d.must(view.List, "Replies").Children[1].Children[0].Label())
	for range 3 {
		d.button("B: one more")
	}
	d.button("Reveal the split")
	d.shows("B, 3 votes of 5")
}
