package e2e

import (
	"fmt"
	"strings"

	"github.com/chromedp/chromedp/kb"
)

// hand presses an item in one of the ways people do.
type hand func(*page, *item)

// pointer presses with the mouse, or a finger where the page has touch.
func pointer(p *page, it *item) { p.pressItem(it) }

// keyboard presses with keys alone: it walks to the item by Tab and presses
// Enter.
func keyboard(p *page, it *item) {
	p.t.Helper()
	p.tabTo(it)
	p.key(kb.Enter)
}

// tabTo walks with Tab until the item has focus.
func (p *page) tabTo(it *item) {
	p.t.Helper()
	var walked []string
	for range 80 {
		if f := p.see().focus(); f != nil {
			if f.backend == it.backend {
				return
			}
			walked = append(walked, f.String())
		}
		p.key(kb.Tab)
	}
	p.t.Fatalf("Tab does not lead to %s; it leads over %s", it, strings.Join(walked, ", "))
}

// walker plays a way, screen by screen.
type walker struct {
	*page
	way
	press hand
	said  int               // replies given so far
	each  func(what string) // called on each screen, before anything is pressed on it
}

// kind is which of the game's screens the page shows, told by roles and names
// alone.
func kind(t tree) string {
	replies := t.one("group", "Your replies")
	switch {
	case t.has("region", "Debrief"):
		return "debrief"
	case replies != nil && len(replies.in("button")) > 0:
		return "talking"
	case t.has("radiogroup", "How is it going?"):
		return "asking"
	case t.one("button", "Start") != nil:
		return "start"
	case t.one("button", "Continue") != nil:
		return "continue"
	}
	return ""
}

// settled waits until the page shows a screen that the walker knows.
func (p *page) settled() (tree, string) {
	p.t.Helper()
	t := p.wait("a screen of the game", func(t tree) bool { return kind(t) != "" })
	return t, kind(t)
}

// walk plays on until a screen for which until holds, or the debrief.
func (w *walker) walk(until func(screen string) bool) tree {
	w.t.Helper()
	for range 400 {
		t, screen := w.settled()
		if w.each != nil {
			w.each(screen)
			t, screen = w.settled() // other sizes may have made other elements
		}
		if screen == "debrief" || until != nil && until(screen) {
			return t
		}
		w.step(t, screen)
	}
	w.t.Fatal("the game does not come to an end")
	return nil
}

// step goes on from a screen.
func (w *walker) step(t tree, screen string) {
	w.t.Helper()
	switch screen {
	case "talking":
		w.say(t)
	case "asking":
		answers := t.one("radiogroup", "How is it going?").in("radio")
		if len(answers) == 0 {
			w.t.Fatalf("nothing can be answered to \"How is it going?\":\n%s", t)
		}
		w.press(w.page, answers[len(answers)/2])
		w.wait("the answer to be chosen", func(t tree) bool {
			for _, a := range t.all("radio", "…") {
				if a.checked == "true" {
					return true
				}
			}
			return false
		})
		w.leave(w.find("button", "Continue"))
	case "start":
		for _, n := range w.notes {
			if b := t.one("button", "Read it: "+n); b != nil {
				w.leave(b)
			}
		}
		w.leave(w.see().one("button", "Start"))
	default:
		w.leave(t.one("button", "Continue"))
	}
}

// say gives the way's next reply.
func (w *walker) say(t tree) {
	w.t.Helper()
	if w.said >= len(w.replies) {
		w.t.Fatalf("all %d replies are given and the conversation goes on:\n%s", w.said, t)
	}
	words := w.replies[w.said]
	for _, b := range t.one("group", "Your replies").in("button") {
		if b.name == words {
			w.said++
			w.leave(b)
			return
		}
	}
	w.t.Fatalf("reply %d, %q, is not offered:\n%s", w.said+1, words, t)
}

// leave presses an item and waits until it is gone: the game has gone on.
func (w *walker) leave(it *item) {
	w.t.Helper()
	w.press(w.page, it)
	w.wait(fmt.Sprintf("the press on %s to be answered", it), func(t tree) bool {
		for _, other := range t {
			if other.backend == it.backend && other.role == it.role {
				return false
			}
		}
		return true
	})
}

// ends holds that the debrief is that of the way: a table with one row a
// reply, each naming what was said.
func (w *walker) ends(t tree) {
	w.t.Helper()
	region := t.one("region", "Debrief")
	if region == nil {
		w.t.Fatalf("there is no debrief:\n%s", t)
	}
	tables := region.in("table")
	if len(tables) != 1 {
		w.t.Fatalf("the debrief holds %d tables, not one:\n%s", len(tables), t)
	}
	var rows []*item
	for _, r := range tables[0].in("row") {
		if len(r.in("cell")) > 0 {
			rows = append(rows, r)
		}
	}
	if len(rows) != len(w.replies) {
		w.t.Fatalf("the debrief has %d rows for %d replies:\n%s", len(rows), len(w.replies), t)
	}
	for i, r := range rows {
		cells := r.in("cell")
		if len(cells) < 3 {
			w.t.Errorf("row %d of the debrief has %d cells, not what was said, how it landed and trust after", i+1, len(cells))
			continue
		}
		if !strings.Contains(cells[0].words()+cells[0].name, w.replies[i]) {
			w.t.Errorf("row %d of the debrief is of %q, not %q", i+1, cells[0].words(), w.replies[i])
		}
		if trust := cells[len(cells)-1].words(); !strings.ContainsAny(trust, "0123456789") {
			w.t.Errorf("row %d of the debrief tells no trust: %q", i+1, trust)
		}
	}
	if !strings.Contains(region.words(), w.ending.Title) {
		w.t.Errorf("the debrief does not name the ending %q", w.ending.Title)
	}
}
