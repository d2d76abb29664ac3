package screens_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"earned/game/screens"
	"earned/game/view"
)

// A reply that is something done, written in brackets, stands in italics where
// it is offered and where it was given; what is said does not.
func TestWhatIsDoneStandsInItalics(t *testing.T) {
	b := book(t)
	met := map[bool]bool{}
	rapid.Check(t, func(r *rapid.T) {
		d := open(t, b, "")
		d.button("Start")
		d.button("Start")
		for d.app.Place() != screens.Ended {
			all := d.replies()
			for _, n := range all {
				done := strings.HasPrefix(n.Text, "(") && strings.Index(n.Text, ")") == len(n.Text)-1 // and nothing is said with it
				met[done] = true
				if n.Style.Italic != done {
					r.Fatalf("%q: italic is %v", n.Text, n.Style.Italic)
				}
			}
			if len(all) == 0 {
				d.button("Continue")
				continue
			}
			said := rapid.SampledFrom(all).Draw(r, "reply")
			d.button(said.Text)
			if own := d.app.View().Find(func(n *view.Node) bool { return n.Style.Paper == view.Own && n.Text == said.Text }); own != nil && own.Style.Italic != said.Style.Italic {
				r.Fatalf("%q, once given: italic is %v", own.Text, own.Style.Italic)
			}
		}
	})
	if !met[true] || !met[false] {
		t.Errorf("met something done: %v, something said: %v", met[true], met[false])
	}
}
