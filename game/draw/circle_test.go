package draw_test

import (
	"strings"
	"testing"

	"earned/game/draw"
	"earned/game/screens"
	"earned/game/view"
	"earned/game/view/viewtest"
	"earned/scenarios"
)

// circleOf opens the circle of somebody who has held so many conversations.
func circleOf(t *testing.T, held int) *screens.App {
	t.Helper()
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	app := screens.New(book, screens.Options{Seed: func() uint64 { return 3 }, Draws: true, System: screens.System{LessMotion: true}})
	app.Press("open")
	for range held {
		app.Press("begin")
		for app.Place() != screens.Ended {
			n := app.View().Find(func(n *view.Node) bool {
				return strings.HasPrefix(string(n.Press), "reply:") || n.Press == "go-on" || n.Press == "answered"
			})
			app.Press(n.Press)
		}
		app.Press("go-on")
		app.Press("home")
		next := app.View().Find(func(n *view.Node) bool { return n.Text == "Start" })
		app.Press(next.Press)
	}
	app.Press("home")
	app.Press("circle")
	if app.Place() != screens.Circle {
		t.Fatalf("it led to %v", app.Place())
	}
	return app
}

// With anyone met, at any size of screen and text, the circle fits with names
// of any length, and can be painted with nobody to paint the faces.
func TestTheCircleFits(t *testing.T) {
	m := measure(t)
	for held := 1; held <= 10; held += 3 {
		app := circleOf(t, held)
		for _, size := range viewtest.Sizes {
			app.Resize(size[0], size[1])
			for _, text := range []view.Action{"set:text:0", "set:text:2", "set:text:4"} {
				for _, a := range []view.Action{"settings", text, "back"} {
					app.Press(a)
				}
				for _, tree := range []*view.Node{app.View(), translated(app.View(), func(s string) string { return s })} {
					placed := view.Lay(tree, size[0], size[1], app.Settings().Scale(), m)
					for _, f := range viewtest.Faults(placed, m) {
						t.Errorf("%d held, %v at %v: %s", held, size, text, f)
					}
					set(t, draw.New(m), m, tree)
				}
			}
		}
	}
}
