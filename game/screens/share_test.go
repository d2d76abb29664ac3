package screens_test

import (
	"strings"
	"testing"

	"earned/game/screens"
	"earned/game/view"
)

// debriefWords are the words of the debrief that is open, but for those of who
// looks at it.
func (d *driver) debriefWords() string {
	d.t.Helper()
	if d.app.Place() != screens.Debriefed {
		d.t.Fatalf("no debrief is open:\n%s", dump(d.app.View()))
	}
	return dump(d.must(view.Region, "Debrief").Find(func(n *view.Node) bool { return n.Key == "table" || n.Role == view.Table }))
}

// goOn opens the game again at its address, where it was left, and has it follow
// a link.
func (d *driver) goOn(fragment string) *driver {
	n := &driver{t: d.t, book: d.book, kept: d.kept}
	n.app = screens.New(d.book, screens.Options{Seed: func() uint64 { return 42 }, Saved: d.kept[screens.Key], Resume: true, Here: here})
	n.app.Follow(fragment)
	n.carryOut()
	return n
}

// A link opens the same debrief in a browser that knows nothing of the run, and
// again after a reload; what-if and their chair work from it; nothing is
// recorded.
func TestALinkCarriesARun(t *testing.T) {
	b := book(t)
	d := openHere(t, b, "", "")
	d.toDebrief(func(n int) int { return n - 1 })
	d = d.goOn("")
	d.button("Copy a link to it")
	d.must(view.Status, "The link is on the clipboard. Whoever opens it sees this debrief; nothing is sent to anybody.")
	link, fragment, ok := strings.Cut(d.copy, "#")
	if !ok || link != here {
		t.Fatalf("the link is %q", d.copy)
	}
	want := d.debriefWords()

	o := openHere(t, b, "", fragment)
	same := func() {
		t.Helper()
		if got := o.debriefWords(); got != want {
			t.Fatalf("the link shows:\n%s\nand not:\n%s", got, want)
		}
		if o.find(view.Region, "Their chair") != nil || o.find(view.Group, "Your first conversation") != nil {
			t.Error("who looks at it is taken for the one who held it")
		}
	}
	same()
	o = o.goOn("")
	same()
	o.button("Their chair")
	o.button("Back to the debrief")
	same()
	o.button("What if")
	o.button(o.replies()[0].Label())
	o = o.goOn("")
	o.button("Back to the debrief")
	o.button("Clients")
	if strings.Contains(o.kept[screens.Key], "\nrun ") || strings.Contains(o.kept[screens.Key], "\nshown ") {
		t.Errorf("the run is kept:\n%s", o.kept[screens.Key])
	}
}

// A link leaves a conversation in progress as it stands.
func TestALinkLeavesWhatIsInProgress(t *testing.T) {
	b := book(t)
	d := openHere(t, b, "", "")
	d.toDebrief(func(int) int { return 0 })
	d = d.goOn("")
	d.button("Copy a link to it")
	_, fragment, _ := strings.Cut(d.copy, "#")

	o := openHere(t, b, "", "")
	o.button("Start")
	o.button("Start")
	o.button("Continue")
	o.button(o.replies()[1].Label())
	before := o.app.Code()
	if !o.app.Follow(fragment) || o.app.Place() != screens.Debriefed {
		t.Fatal("the link is not followed")
	}
	o.carryOut()
	o.button("Clients")
	o.button("Continue")
	if o.app.Code() != before {
		t.Errorf("the run in progress was %s and is %s", before, o.app.Code())
	}
}

// A link that cannot be read says so, once, and changes nothing.
func TestABrokenLinkIsSaid(t *testing.T) {
	b := book(t)
	d := openHere(t, b, "", "")
	d.button("Start")
	d.button("Start")
	unfinished := d.app.Code()
	for fragment, says := range map[string]string{"run=": "cannot be read", "run=ABCDEFG": "cannot be read", "run=" + unfinished: "not over yet"} {
		o := openHere(t, b, "", fragment)
		told := func() bool { return strings.Contains(dump(o.app.View()), says) }
		if o.app.Place() != screens.Title || !told() {
			t.Errorf("%q: it is not said:\n%s", fragment, dump(o.app.View()))
		}
		o.button("Settings")
		o.button("Back")
		if told() {
			t.Errorf("%q: it is said for ever", fragment)
		}
	}
}
