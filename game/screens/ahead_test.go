package screens_test

import (
	"testing"

	"pgregory.net/rapid"

	"earned/game/screens"
	"earned/game/view"
)

// What is laid out ahead is the screen that the press then brings, and looking
// ahead changes nothing.
func TestAheadIsWhatComes(t *testing.T) {
	b := book(t)
	came := 0
	rapid.Check(t, func(r *rapid.T) {
		d := open(t, b, "")
		d.resize(1280, 720)
		for range rapid.IntRange(1, 60).Draw(r, "presses") {
			on := forward(d)
			if len(on) == 0 {
				on = presses(d.app.View())
			}
			d.app.Hurry()
			before, version := dump(d.app.View()), d.app.Version()
			var ahead []*view.Node
			for k, more := 0, true; more; k++ {
				var n *view.Node
				if n, more = d.app.Ahead(k); more {
					ahead = append(ahead, n)
				}
			}
			if d.app.Version() != version || dump(d.app.View()) != before {
				r.Fatalf("looking ahead has changed:\n%s", before)
			}
			k := rapid.IntRange(0, len(on)-1).Draw(r, "press")
			d.app.Press(on[k].Press)
			d.carryOut()
			d.app.Hurry()
			if k >= len(ahead) || ahead[k] == nil || d.app.Place() != screens.Talking {
				continue
			}
			came++
			if got, want := dump(ahead[k]), dump(d.app.View()); got != want {
				r.Fatalf("laid out ahead:\n%s\nwhat came:\n%s", got, want)
			}
		}
	})
	if came == 0 {
		t.Error("nothing that was laid out ahead ever came")
	}
}
