package screens_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"earned/game/screens"
	"earned/game/view"
	"earned/scenarios"
)

// here is the address of the page in these tests.
const here = "https://earned.example/play/"

// openHere opens the game at an address, over what was kept.
func openHere(t testing.TB, b *scenarios.Book, saved, fragment string) *driver {
	d := &driver{t: t, book: b, kept: map[string]string{}}
	if saved != "" {
		d.kept[screens.Key] = saved
	}
	d.app = screens.New(b, screens.Options{Seed: func() uint64 { return 42 }, Saved: saved, Here: here})
	d.app.Follow(fragment)
	d.carryOut()
	return d
}

// offering are the titles that the title screen offers to be held.
func (d *driver) offering() []string {
	d.t.Helper()
	var out []string
	for i := range d.book.Conversations {
		c := &d.book.Conversations[i]
		if d.app.View().Find(func(n *view.Node) bool { return n.Role == view.ListItem && n.Key == c.ID }) != nil {
			out = append(out, c.ID)
		}
	}
	return out
}

// toOffering leads to the choice of what is offered.
func (d *driver) toOffering() {
	d.t.Helper()
	d.button("Settings")
	d.button("Choose what is offered")
}

func switchOf(b *scenarios.Book, id string) string {
	c := b.Conversation(id)
	return c.Title + ", with " + b.Client(c.Client).Name
}

// A manager offers two of them; only those are shown and can be held, it is
// kept, and one press undoes it.
func TestAManagerChoosesWhatIsOffered(t *testing.T) {
	b := book(t)
	want := []string{"forty-one-lines", "ten-to-two"}
	d := openHere(t, b, "", "")
	d.toOffering()
	for i := range b.Conversations {
		if id := b.Conversations[i].ID; id != want[0] && id != want[1] {
			d.press(view.Switch, switchOf(b, id))
		}
	}
	d.button("Back")
	d.button("Back")
	check := func(d *driver, want string) {
		t.Helper()
		if got := strings.Join(d.offering(), " "); got != want {
			t.Fatalf("offered are %q, want %q", got, want)
		}
	}
	check(d, strings.Join(want, " "))
	if !strings.Contains(dump(d.app.View()), "2 of the 10 conversations are offered") {
		t.Error("the title screen does not say that not all is offered")
	}
	if d.app.Press("meet:nine-months-late") {
		t.Error("what is not offered can be met")
	}
	d = openHere(t, b, d.kept[screens.Key], "")
	check(d, strings.Join(want, " "))
	d.button("Start")
	d.must(view.Heading, b.Conversation(want[0]).Title)
	d.button("Clients")
	d.toOffering()
	d.button("Offer all of them")
	d.must(view.Status, "All of them are offered again.")
	d.button("Back")
	d.button("Back")
	if got := len(d.offering()); got != len(b.Conversations) {
		t.Errorf("after undoing it %d are offered", got)
	}
}

// The link carries the choice to a browser that knows nothing of it; who opens
// it is told, and can undo it.
func TestALinkCarriesTheChoice(t *testing.T) {
	b := book(t)
	d := openHere(t, b, "", "")
	d.toOffering()
	for _, id := range []string{"nine-months-late", "her-call", "six-at-a-time"} {
		d.press(view.Switch, switchOf(b, id))
	}
	d.button("Copy the link")
	d.must(view.Status, "The link is on the clipboard.")
	link, fragment, ok := strings.Cut(d.copy, "#")
	if !ok || link != here {
		t.Fatalf("the link is %q", d.copy)
	}
	if d.find(view.Text, d.copy) == nil {
		t.Error("the link is not to be seen")
	}
	other := openHere(t, b, "", fragment)
	if !strings.Contains(dump(other.app.View()), "The link you opened chose what is offered here.") {
		t.Error("who opens the link is not told what it did")
	}
	if got, want := strings.Join(other.offering(), " "), strings.Join(d.lifted().offering(), " "); got != want {
		t.Errorf("the link offers %q, want %q", got, want)
	}
	if again := openHere(t, b, other.kept[screens.Key], ""); strings.Join(again.offering(), " ") != strings.Join(other.offering(), " ") {
		t.Error("the choice is forgotten")
	}
	other.button("Settings")
	other.button("Delete what is kept here")
	other.button("Back")
	if got := len(other.offering()); got != len(b.Conversations) {
		t.Errorf("deleted, and %d are offered", got)
	}
}

// lifted goes back from the choice to the title screen.
func (d *driver) lifted() *driver {
	d.t.Helper()
	d.button("Back")
	d.button("Back")
	return d
}

// Any fragment opens the game; one that names conversations offers exactly those
// that there are, and what there is not is said.
func TestAnyFragmentOpens(t *testing.T) {
	b := book(t)
	plain := dump(openHere(t, b, "", "").app.View())
	rapid.Check(t, func(r *rapid.T) {
		fragment := rapid.OneOf(rapid.String(), rapid.StringMatching(`offer=[a-z,#%-]{0,40}`)).Draw(r, "fragment")
		d := openHere(t, b, "", fragment)
		if names, ok := strings.CutPrefix(fragment, "offer="); ok && strings.Trim(names, ",") != "" {
			if n := d.find(view.Status, ""); n == nil || !strings.Contains(n.Text, "not here") || len(d.offering()) != len(b.Conversations) {
				r.Fatalf("#%s: nobody is told that it names nothing:\n%s", fragment, dump(d.app.View()))
			}
		} else if got := dump(d.app.View()); got != plain {
			r.Fatalf("#%s changes the title screen:\n%s", fragment, got)
		}
	})
	d := openHere(t, b, "", "offer=nobody,ten-to-two,,ten-to-two,<b>")
	if got := d.offering(); len(got) != 1 || got[0] != "ten-to-two" {
		t.Errorf("offered are %q", got)
	}
}

// A link taken where the game is at home on one computer says that it leads
// nowhere from another.
func TestALinkThatLeadsNowhereSaysSo(t *testing.T) {
	for address, is := range map[string]bool{
		here: false, "http://192.168.1.20:8080/": false, "http://127.0.0.1:8080/": true, "http://localhost:8080/": true, "http://[::1]/": true, "file:///home/x/index.html": true,
	} {
		d := open(t, book(t), "")
		d.toDebrief(first)
		at := screens.Options{Seed: func() uint64 { return 1 }, Saved: d.kept[screens.Key], Here: address, Resume: true}
		d.app = screens.New(d.book, at)
		d.button("Copy a link to it")
		if got := strings.Contains(dump(d.app.View()), "leads nowhere from another"); got != is {
			t.Errorf("a link to a debrief at %s says that it leads nowhere: %v", address, got)
		}
		d.toOffering()
		if got := strings.Contains(dump(d.app.View()), "leads nowhere from another"); got != is {
			t.Errorf("a link to %s says that it leads nowhere: %v", address, got)
		}
	}
}

// One always stays, and says so by not being pressable.
func TestOneIsAlwaysOffered(t *testing.T) {
	b := book(t)
	d := openHere(t, b, "", "offer=ten-to-two")
	d.toOffering()
	n := d.must(view.Switch, switchOf(b, "ten-to-two"))
	if !n.On || !n.Disabled || n.Press != "" || d.app.Press("offer:ten-to-two") {
		t.Errorf("the only one can be switched off: %+v", n)
	}
}

// Nothing that was held is lost: its debrief stays, and it still counts in the
// circle.
func TestWhatWasHeldStaysInSight(t *testing.T) {
	b := book(t)
	d := open(t, b, "")
	d.toDebrief(first)
	d = openHere(t, b, d.kept[screens.Key], "offer=ten-to-two")
	held := b.Conversations[0]
	if d.has("Again: " + held.Title) {
		t.Error("what is not offered can be held again")
	}
	d.button("Debrief: " + held.Title)
	d.must(view.Region, "Debrief")
	d.button("Clients")
	d.button("Your circle")
	d.must(view.Heading, b.Client(held.Client).Name)
}

// Whatever is chosen, something can be held at once, and the first that is
// offered is what a newcomer's Start leads to.
func TestWhateverIsOfferedSomethingCanBeHeld(t *testing.T) {
	b := book(t)
	rapid.Check(t, func(r *rapid.T) {
		var ids []string
		for i := range b.Conversations {
			if rapid.Bool().Draw(r, "on") {
				ids = append(ids, b.Conversations[i].ID)
			}
		}
		if len(ids) == 0 {
			return
		}
		d := openHere(t, b, "", "offer="+strings.Join(ids, ","))
		d.app.Press("open")
		if d.app.Place() != screens.Brief {
			r.Fatalf("Start leads to %v", d.app.Place())
		}
		at := b.Conversation(ids[0])
		if d.find(view.Heading, at.Title) == nil {
			r.Fatalf("offered are %q, and Start leads to\n%s", ids, dump(d.app.View()))
		}
	})
}
