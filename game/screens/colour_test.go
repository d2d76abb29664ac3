package screens_test

import (
	"strings"
	"testing"

	"earned/game/screens"
	"earned/game/view"
)

// Nothing is told by colour alone: each line of the curve has a stroke of its
// own, readings are rings; a gain or a loss has its sign; who trusts one as an
// advisor is said in words beside the heavy rim.
func TestNothingIsToldByColourAlone(t *testing.T) {
	d := open(t, book(t), "")
	d.button("Start")
	d.button("Start")
	for d.app.Place() != screens.Asking {
		if r := d.replies(); len(r) > 0 {
			d.button(r[0].Text)
		} else {
			d.button("Continue")
		}
	}
	d.press(view.Radio, "Well")
	d.button("Continue")
	d.play(first)
	d.button("Continue")
	d.button("What if")
	d.button(d.replies()[1].Text)
	d.button("Back to the debrief")
	chart := d.chart()
	if len(chart.Lines) != 5 {
		t.Fatalf("there are %d lines, not what happened, what if, the best, the worst and readings", len(chart.Lines))
	}
	used := map[view.Stroke]string{}
	for _, l := range chart.Lines {
		if l.Apart { // rings, joined by nothing
			continue
		}
		if was, taken := used[l.Stroke]; taken {
			t.Errorf("%q and %q differ by colour alone", was, l.Name)
		}
		used[l.Stroke] = l.Name
	}
	table := d.must(view.Table, "Every reply")
	for _, row := range table.Children[1:] {
		cell := row.Children[2]
		if words := cell.Label(); cell.Style.Ink == view.Good && !strings.Contains(words, "+") || cell.Style.Ink == view.Bad && !strings.Contains(words, "−") {
			t.Errorf("%q is coloured and does not say which way", words)
		}
	}
	d.button("Clients")
	d.button("Your circle")
	ties := d.app.View().Find(func(n *view.Node) bool { return n.Picture.Kind == view.Circle }).Picture.Ties
	said := dump(d.app.View())
	for _, p := range ties.People {
		if p.Close && !strings.Contains(said, "as an advisor") {
			t.Errorf("%s trusts as an advisor, and only the drawing says so", p.Name)
		}
	}
}
