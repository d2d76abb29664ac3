package draw_test

import (
	"fmt"
	"strings"
	"testing"

	"earned/game/draw"
	"earned/game/screens"
	"earned/game/view"
	"earned/game/view/viewtest"
	"earned/internal/race"
	"earned/scenarios"
)

// A room that begins later is told what was said before it, in letters for the
// back row, whole, and on the screen without scrolling: at the cut and at every
// moment of every conversation at which it can begin.
func TestTheBackRowReadsWhatCameBefore(t *testing.T) {
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	m := measure(t)
	told := 0
	for _, size := range walls[:race.Tries(len(walls))] {
		for i := range book.Conversations {
			c := &book.Conversations[i]
			seen := map[string]bool{}
			begins := []view.Action{"room:begin:1"}
			for k := range c.Beats {
				begins = append(begins, view.Action(fmt.Sprintf("room:beat:%d", k)))
			}
			for _, b := range begins {
				told += readScenes(t, fmt.Sprintf("%s, %s at %v", c.ID, b, size), roomOf(t, book, m, c.ID, size, b), size, m, seen)
			}
		}
	}
	if told == 0 {
		t.Error("nothing was told of what came before")
	}
}

// readScenes goes through the screens before a room's first round; it returns
// how many tell what came before.
func readScenes(t *testing.T, where string, app *screens.App, size [2]float64, m *draw.Measure, seen map[string]bool) (told int) {
	t.Helper()
	for range 30 {
		v := app.View()
		if v.Key == "room-reads" {
			return told
		}
		backRow(t, where, v, size, m, seen)
		if v.Find(func(n *view.Node) bool { return strings.HasPrefix(n.Text, "What came before") }) != nil {
			told++
		}
		if !app.Key("PageDown", false) {
			t.Fatal("the clicker means nothing")
		}
	}
	t.Fatalf("%s: the scenes do not end", where)
	return told
}

// counted counts the words that are measured.
type counted struct {
	*draw.Measure
	n int
}

func (c *counted) Advance(s string, st view.Style, size float64) float64 {
	c.n++
	return c.Measure.Advance(s, st, size)
}

// Laid out again, the longest screens there are, whole conversations with all
// that can be asked about them, measure nothing again.
func TestTheLongestScreensAreRemembered(t *testing.T) {
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for i := range book.Conversations {
		for _, size := range viewtest.Sizes {
			m := &counted{Measure: measure(t)}
			app := screens.New(book, screens.Options{Seed: func() uint64 { return 3 }, Draws: true, Measure: m})
			app.Resize(size[0], size[1])
			for _, a := range []view.Action{"room:open", view.Action("room:of:" + book.Conversations[i].ID), "room:script"} {
				app.Press(a)
			}
			if app.Place() != screens.Script {
				t.Fatalf("%s: the place is %v", book.Conversations[i].ID, app.Place())
			}
			first := view.Lay(app.View(), size[0], size[1], 1, m)
			m.n = 0
			view.Lay(app.View(), size[0], size[1], 1, m)
			if m.n > 0 {
				t.Errorf("%s at %v, %d boxes: %d words are measured again", book.Conversations[i].ID, size, len(first.Boxes), m.n)
			}
		}
	}
}
