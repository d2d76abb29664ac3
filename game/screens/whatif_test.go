package screens_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"earned/game/screens"
	"earned/game/view"
)

// From any moment of any run, their chair and what-if work, return, and change
// nothing that was recorded.
func TestWhatIfFromAnyMoment(t *testing.T) {
	b := book(t)
	rapid.Check(t, func(r *rapid.T) {
		d := open(t, b, "")
		said := d.toDebrief(func(n int) int { return rapid.IntRange(0, n-1).Draw(r, "reply") })
		recorded, code := runsOf(d), d.app.Code()
		rows := tableOf(d)
		at := rapid.IntRange(0, len(said)-1).Draw(r, "moment")
		d.press(view.Button, rowName(d, at))
		moment := dump(d.must(view.Group, "The opened moment"))
		d.button("Their chair")
		d.button("Back to the debrief")
		if tableOf(d) != rows || dump(d.must(view.Group, "The opened moment")) != moment {
			r.Fatal("their chair did not lead back to the same debrief")
		}
		d.button("What if")
		d.must(view.Group, "What if")
		if log := dump(d.must(view.Log, "Conversation")); strings.Contains(log, "c"+string(rune('1'+at))+" ") && at < 9 {
			r.Fatalf("going back to moment %d shows what came after it:\n%s", at, log)
		}
		replies := d.replies()
		n := rapid.IntRange(0, len(replies)-1).Draw(r, "other")
		d.button(replies[n].Text)
		for range rapid.IntRange(0, 60).Draw(r, "on") {
			if d.app.Place() == screens.Ended {
				break
			}
			if rs := d.replies(); len(rs) > 0 {
				d.button(rs[rapid.IntRange(0, len(rs)-1).Draw(r, "reply")].Text)
			} else {
				d.button("Continue")
			}
			sameAfterReload(r, d)
		}
		if d.app.Place() == screens.Ended && rapid.Bool().Draw(r, "by Continue") {
			d.button("Continue")
		} else {
			d.button("Back to the debrief")
		}
		d.must(view.Region, "Debrief")
		if got := tableOf(d); got != rows {
			r.Fatalf("the table has changed:\n%s\nwas:\n%s", got, rows)
		}
		if runsOf(d) != recorded || d.app.Code() != code {
			r.Fatal("what-if changed what was recorded")
		}
		chart := d.chart()
		if len(chart.Lines) < 2 || chart.Lines[1].Name != "What if" {
			r.Fatalf("the curves are not side by side: %+v", chart.Lines)
		}
		sameAfterReload(r, d)
	})
}

func runsOf(d *driver) string {
	var out []string
	for l := range strings.SplitSeq(d.kept[screens.Key], "\n") {
		if strings.HasPrefix(l, "run ") {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}

func tableOf(d *driver) string {
	d.t.Helper()
	var rows []string
	for _, row := range d.must(view.Table, "").Children {
		var cells []string
		for _, c := range row.Children {
			cells = append(cells, c.Label())
		}
		rows = append(rows, strings.Join(cells, " | "))
	}
	return strings.Join(rows, "\n")
}

func rowName(d *driver, i int) string {
	d.t.Helper()
	return d.must(view.Table, "").Children[i+1].Children[0].Label()
}

// A what-if that was played to its end leads to what it came to.
func TestAfterAWhatIfFocusGoesToWhatItCameTo(t *testing.T) {
	for _, onward := range []string{"Continue", "Back to the debrief"} {
		d := open(t, book(t), "")
		d.toDebrief(first)
		d.button("What if")
		d.play(func(n int) int { return n - 1 })
		d.button(onward)
		if title := d.find(view.Heading, "What if"); title == nil || !title.Focus {
			t.Errorf("after %q focus does not go to what came of it: %+v", onward, title)
		}
	}
}

// What the browser did not do is no longer said to be done.
func TestWhatWasNotDoneIsNotSaid(t *testing.T) {
	d := open(t, book(t), "")
	d.toDebrief(first)
	d.button("Copy as text")
	d.must(view.Status, "The debrief is on the clipboard.")
	d.app.Failed()
	if d.find(view.Status, "The debrief is on the clipboard.") != nil {
		t.Error("it is still said")
	}
}
