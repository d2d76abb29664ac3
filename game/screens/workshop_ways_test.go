package screens_test

import (
	"strings"
	"testing"

	"earned/game/screens"
	"earned/game/view"
)

// begun is a workshop with what was chosen before, at its first scene.
func begun(t testing.TB, choices ...string) *driver {
	t.Helper()
	d := planned(t)
	for _, c := range choices {
		d.press(view.Radio, c)
	}
	d.button("Begin")
	d.until("Hear Dana")
	return d
}

// round counts hands at the beat that is being read, and says what most chose.
func (d *driver) round(counts ...string) {
	d.t.Helper()
	d.key("PageDown")
	d.hands(counts...)
	d.key("PageDown", "PageDown", "PageDown")
	d.hands(counts...)
	d.key("PageDown", "PageDown")
}

// A tie is shown, and the facilitator decides.
func TestATieIsDecidedByTheFacilitator(t *testing.T) {
	d := begun(t)
	d.key("PageDown", "PageDown")
	d.hands("7", "3", "7")
	d.key("PageDown")
	d.shows("A tie: A and C, 7 votes each. The facilitator decides.")
	d.button("Decide which is said")
	c := d.must(view.List, "Replies").Children[2].Find(func(n *view.Node) bool { return n.Key == "words" }).Text
	d.key("c")
	d.shows(c, "Show the replies and vote")
}

// A count that was mistyped is put right before and after the split is seen,
// by keys, by pressing a row, and in the notes.
func TestAMistypedCountIsPutRight(t *testing.T) {
	d := begun(t)
	d.key("PageDown", "PageDown")
	d.hands("120", "7")
	d.key("a", "1", "3", "Backspace", "2", "Enter")
	d.key("PageDown")
	d.shows("A, 12 votes of 19")
	d.key("b", "1", "4", "Enter")
	d.shows("B, 14 votes of 26")
	if !d.app.Type("hands:0", "15") {
		t.Fatal("the notes window cannot put a count right")
	}
	d.carryOut()
	d.shows("A, 15 votes of 29")
	for _, bad := range []string{"many", "-3", "123456"} {
		if d.app.Type("hands:0", bad) {
			t.Errorf("%q was taken for a count", bad)
		}
	}
	d.shows("A, 15 votes of 29")
}

// Nobody voted: it is said, and nothing is decided by itself.
func TestNobodyVoted(t *testing.T) {
	d := begun(t)
	d.key("PageDown", "PageDown", "PageDown")
	d.shows("Nobody voted. The facilitator decides.")
}

// The clicker's step back leads through the round the other way, and undoes
// nothing that was said.
func TestAStepBack(t *testing.T) {
	d := begun(t)
	d.key("PageDown", "PageDown")
	d.hands("5", "6")
	d.key("PageDown", "PageDown")
	d.shows("3:00")
	d.key("PageUp")
	d.shows("B, 6 votes of 11")
	d.key("PageUp")
	d.hides("B, 6 votes of 11")
	d.key("PageUp")
	d.must(view.Button, "Show the replies and vote")
	d.key("PageUp")
	d.shows("A first call")
	for d.find(view.Heading, "Who you are") == nil {
		d.key("PageUp")
	}
	for range 3 {
		d.app.Key("PageUp", false)
	}
	d.shows("Who you are", "You sell for Middlewatch")
	if d.app.Key("PageUp", false) {
		t.Error("there is something before the beginning")
	}
}

// The screen is blanked and shown again; while it is blank the room reads
// nothing.
func TestABlankScreen(t *testing.T) {
	d := begun(t)
	d.key("PageDown", "b")
	d.hides("We’ve been burned before")
	d.key("B")
	d.shows("We’ve been burned before")
	d.key("PageDown", ".")
	d.hides("Replies")
	d.button("Show the screen again")
	d.must(view.List, "Replies")
}

// Single keys act on a workshop's screens and nowhere else, and can be
// switched off; the clicker's keys stay (WCAG 2.1.4).
func TestSingleKeysActOnlyInAWorkshop(t *testing.T) {
	d := planned(t)
	for _, k := range []string{"b", ".", "t", "a", "1", "PageDown", "Enter"} {
		if d.app.Key(k, false) {
			t.Errorf("%q does something while a workshop is planned", k)
		}
	}
	d.press(view.Switch, "Single keys: letters and digits for counts, B for a blank screen, T for the timer")
	d.button("Begin")
	d.toVote()
	for _, k := range []string{"b", ".", "t", "a", "1"} {
		if d.app.Key(k, false) {
			t.Errorf("%q does something though single keys are off", k)
		}
	}
	d.key("PageDown")
}

// The meter is nowhere before the debrief: not on the projector, not in the
// notes.
func TestTheMeterIsHiddenUntilTheDebrief(t *testing.T) {
	d := begun(t, "Two tables playing against each other")
	for d.app.Place() == screens.Rooming {
		tree := dump(d.app.View()) + dump(d.app.Notes())
		for _, word := range []string{"of 100", "meter", "Trust went", "%"} {
			if strings.Contains(tree, word) {
				t.Fatalf("the workshop says %q:\n%s", word, tree)
			}
		}
		d.onward(0)
	}
}

// onward does what leads on: the first thing offered; where the facilitator
// decides, the pick-th reply.
func (d *driver) onward(pick int) {
	d.t.Helper()
	if d.find(view.Button, "Not yet") != nil {
		n := len(d.must(view.List, "Replies").Children)
		d.key(string(rune('a' + pick%n)))
		return
	}
	d.key("PageDown")
}

// Two tables take turns, and the debrief holds both curves.
func TestTwoTablesAgainstEachOther(t *testing.T) {
	d := begun(t, "Two tables playing against each other")
	d.shows("Table 1")
	turns := map[string]int{}
	for d.app.Place() == screens.Rooming {
		if d.has("Show the replies and vote") {
			for _, n := range []string{"Table 1", "Table 2"} {
				if d.find(view.Text, n) != nil {
					turns[n]++
				}
			}
		}
		d.onward(len(turns))
	}
	if turns["Table 1"] < 5 || turns["Table 2"] < 5 {
		t.Errorf("the turns were %v", turns)
	}
	var names []string
	for _, l := range d.must(view.Region, "Debrief").Find(func(n *view.Node) bool { return n.Picture.Chart != nil }).Picture.Chart.Lines {
		names = append(names, l.Name)
	}
	if all := strings.Join(names, ","); !strings.Contains(all, "Table 1") || !strings.Contains(all, "Table 2") {
		t.Errorf("the curves are %s", all)
	}
	d.press(view.Radio, "Table 2")
	d.must(view.Region, "Debrief")
}

// The cut begins in the middle, says in two lines what came before, and is over
// within its rounds.
func TestTheTwentyMinuteCut(t *testing.T) {
	d := planned(t)
	cut := d.find(view.Radio, "")
	for _, n := range presses(d.app.View()) {
		if n.Role == view.Radio && strings.HasPrefix(n.Text, "The 20-minute cut") {
			cut = n
		}
	}
	d.press(view.Radio, cut.Text)
	d.button("Begin")
	d.until("Hear Dana")
	d.shows("Before this, ", "You said last: ")
	rounds := 0
	for d.app.Place() == screens.Rooming {
		if d.has("Show the replies and vote") {
			rounds++
		}
		d.onward(0)
	}
	if rounds < 4 || rounds > 8 {
		t.Errorf("the cut took %d rounds", rounds)
	}
	marks := ""
	for _, m := range d.must(view.Region, "Debrief").Find(func(n *view.Node) bool { return n.Picture.Chart != nil }).Picture.Chart.Marks {
		marks += m.Name + ","
	}
	if !strings.Contains(marks, "Here the room began") {
		t.Errorf("the curve marks %s", marks)
	}
}

// A room can begin at any beat that can be reached, from any named start.
func TestBeginningAtAnyBeat(t *testing.T) {
	d := planned(t)
	d.press(view.Radio, "Her call (Dana)")
	start := d.must(view.RadioGroup, "How things stand before")
	d.press(view.Radio, start.Children[1].Text)
	d.press(view.Radio, "From a moment of your choice")
	beats := d.must(view.RadioGroup, "The moment").Children
	if len(beats) < 10 {
		t.Fatalf("only %d beats are offered", len(beats))
	}
	for i := 0; i < len(beats); i += 3 {
		d := d.again()
		d.press(view.Radio, beats[i].Text)
		d.button("Begin")
		if d.app.Place() != screens.Rooming {
			t.Errorf("beginning at %q leads to %v", beats[i].Text, d.app.Place())
		}
		d.toVote()
		d.must(view.List, "Replies")
	}
}

// Going back to a moment begins another way; both are in the debrief, from
// which one can go back too.
func TestGoingBackToAMoment(t *testing.T) {
	d := begun(t)
	d.key("PageDown")
	d.round("9", "2")
	d.round("1", "8")
	d.button("More …")
	first := d.must(view.List, "Go back to a moment, and answer otherwise").Children[0].Children[0]
	d.press(view.Button, first.Label())
	d.must(view.Button, "Show the replies and vote")
	d.shows("We’ve been burned before")
	for d.app.Place() == screens.Rooming {
		d.onward(1)
	}
	d.must(view.Radio, "The first way")
	d.press(view.Radio, "The first way")
	d.shows("A 9, B 2", "ended with")
	d.hides("no ending was better", "was in reach") // it was left before its own
	d.press(view.Radio, "From reply 1 otherwise")
	d.shows("stood at")
	d.press(view.Button, d.must(view.Table, "Every reply").Children[2].Children[0].Label())
	d.button("Go back here with the room")
	if d.app.Place() != screens.Rooming {
		t.Errorf("from the debrief one goes back to place %v", d.app.Place())
	}
}

// The notes go on with the projector, whichever is looked at first.
func TestTheNotesFollowTheProjector(t *testing.T) {
	d := planned(t)
	d.button("Begin")
	for range 8 {
		next := d.app.Notes().Find(func(n *view.Node) bool { return strings.HasPrefix(n.Text, "Next: ") })
		on := d.app.View().Find(func(n *view.Node) bool { return n.Press == "room:on" })
		if next == nil || on == nil || !strings.EqualFold(next.Text, "Next: "+on.Text) {
			t.Fatalf("the notes say %q, the projector %q", next.Text, on.Text)
		}
		d.key("PageDown")
	}
}
