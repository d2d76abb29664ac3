package screens_test

import (
	"os"
	"strings"
	"testing"

	"earned/game/screens"
	"earned/game/view"
	"earned/scenarios"
)

// driver plays the game as a person would: it finds things by role and name
// and presses them. It knows no action and no key.
type driver struct {
	t    testing.TB
	w, h float64 // the size it was last given; 0: none
	book *scenarios.Book
	app  *screens.App
	kept map[string]string
	copy string
	cues []screens.Cue // heard
	// files are what was downloaded, hosted what the server was to do.
	files  map[string]string
	hosted []screens.HostMessage
	steady bool // it is never reloaded, whatever EARNED_SAVED says
}

func book(t testing.TB) *scenarios.Book {
	t.Helper()
	b, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Conversations) == 0 {
		t.Fatal("no conversation is shipped")
	}
	return b
}

func open(t testing.TB, b *scenarios.Book, saved string) *driver { return reopen(t, b, saved, "") }

func reopen(t testing.TB, b *scenarios.Book, saved, workshop string) *driver {
	d := &driver{t: t, book: b, kept: map[string]string{}}
	if saved != "" {
		d.kept[screens.Key] = saved
	}
	d.app = screens.New(b, screens.Options{Seed: func() uint64 { return 42 }, Saved: saved, Room: workshop, Resume: true})
	d.carryOut()
	return d
}

// again opens a second game from what the first has kept.
func (d *driver) again() *driver {
	d.t.Helper()
	n := reopen(d.t, d.book, d.kept[screens.Key], d.kept[screens.KeyRoom])
	for k, v := range d.kept {
		if _, ok := n.kept[k]; !ok {
			n.kept[k] = v
		}
	}
	if d.w > 0 {
		n.resize(d.w, d.h)
	}
	return n
}

func (d *driver) resize(w, h float64) {
	d.w, d.h = w, h
	d.app.Resize(w, h)
}

func (d *driver) carryOut() {
	for _, e := range d.app.Effects() {
		switch e.Kind {
		case screens.Save:
			d.kept[e.Key] = e.Value
		case screens.Forget:
			for _, k := range screens.Keys {
				delete(d.kept, k)
			}
		case screens.Copy:
			d.copy = e.Value
		case screens.Download:
			if d.files == nil {
				d.files = map[string]string{}
			}
			d.files[e.Key] = e.Value
		case screens.Hosting:
			d.hosted = append(d.hosted, *e.Host)
		case screens.Play:
			d.cues = append(d.cues, e.Cue)
		}
	}
}

func (d *driver) find(role view.Role, name string) *view.Node {
	return d.app.View().Find(func(n *view.Node) bool {
		return n.Role == role && (n.Label() == name || name == "")
	})
}

func (d *driver) must(role view.Role, name string) *view.Node {
	d.t.Helper()
	n := d.find(role, name)
	if n == nil {
		d.t.Fatalf("there is no %q (role %d) on this screen:\n%s", name, role, dump(d.app.View()))
	}
	return n
}

func (d *driver) has(name string) bool { return d.find(view.Button, name) != nil }

func (d *driver) press(role view.Role, name string) {
	d.t.Helper()
	n := d.must(role, name)
	if !d.app.Press(n.Press) {
		d.t.Fatalf("pressing %q (%s) does nothing", name, n.Press)
	}
	d.carryOut()
}

// The suite runs twice: plainly, and with EARNED_SAVED=1 through save and load
// at every step of a conversation.
var saved = os.Getenv("EARNED_SAVED") != ""

func (d *driver) button(name string) { d.t.Helper(); d.press(view.Button, name) }

// replies are the buttons of the group "Your replies"; none while there is no
// such group.
func (d *driver) replies() []*view.Node {
	g := d.find(view.Group, "Your replies")
	if g == nil {
		return nil
	}
	var out []*view.Node
	for _, c := range g.Children {
		if c.Role == view.Button {
			out = append(out, c)
		}
	}
	return out
}

// play plays from wherever it is to the ending; pick chooses among so many
// replies. It returns the replies said.
func (d *driver) play(pick func(n int) int) []string {
	d.t.Helper()
	var said []string
	for range 200 {
		if d.app.Place() == screens.Ended {
			return said
		}
		switch r := d.replies(); {
		case len(r) > 0:
			n := r[pick(len(r))]
			said = append(said, n.Text)
			d.button(n.Text)
		case d.has("Continue"):
			d.button("Continue")
		default:
			d.t.Fatalf("no way on:\n%s", dump(d.app.View()))
		}
		if saved {
			n := d.again()
			d.app, d.kept = n.app, n.kept
		}
	}
	d.t.Fatal("the conversation does not end")
	return nil
}

func first(int) int { return 0 }

// toDebrief plays a whole conversation to its debrief.
func (d *driver) toDebrief(pick func(int) int) []string {
	d.t.Helper()
	d.button("Start")
	d.button("Start")
	said := d.play(pick)
	d.button("Continue")
	return said
}

// dump is a tree as text, for failures and for comparing.
func dump(n *view.Node) string {
	var b strings.Builder
	var walk func(n *view.Node, depth int)
	walk = func(n *view.Node, depth int) {
		b.WriteString(strings.Repeat("  ", depth))
		b.WriteString(line(n))
		b.WriteByte('\n')
		for _, c := range n.Children {
			walk(c, depth+1)
		}
	}
	walk(n, 0)
	return b.String()
}

// chart is the curve on this screen.
func (d *driver) chart() *view.Chart {
	d.t.Helper()
	n := d.app.View().Find(func(n *view.Node) bool { return n.Picture.Kind == view.Curve })
	if n == nil {
		d.t.Fatalf("there is no curve on this screen:\n%s", dump(d.app.View()))
	}
	return n.Picture.Chart
}
