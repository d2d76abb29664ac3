package screens_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"earned/game/screens"
	"earned/game/view"
)

// A cut's debrief speaks of what the room said: the moment opened first, the
// table, the habits, the picture and the paper are from where it began.
func TestTheCutIsJudgedFromWhereTheRoomBegan(t *testing.T) {
	for offer := range 3 {
		d := cutBegun(t)
		for d.app.Place() == screens.Rooming {
			d.onward(offer)
		}
		from := 0
		region := d.must(view.Region, "Debrief")
		for _, m := range region.Find(func(n *view.Node) bool { return n.Picture.Chart != nil }).Picture.Chart.Marks {
			if m.Name == "Here the room began" {
				from = m.At
			}
		}
		if from == 0 {
			t.Fatal("the cut begins at the start")
		}
		own := func(where, pattern, words string) {
			all := regexp.MustCompile(pattern).FindAllStringSubmatch(words, -1)
			if len(all) == 0 {
				t.Errorf("%s names no moment", where)
			}
			for _, m := range all {
				if n, err := strconv.Atoi(m[1]); err != nil || n <= from {
					t.Errorf("the room began after %d replies, and %s names moment %s", from, where, m[1])
				}
			}
		}
		own("the opened moment", `Moment (\d+) of \d+, the one that weighed most`, dump(region))
		own("the habits", `See moment (\d+)`, dump(region))
		for _, row := range d.must(view.Table, "Every reply").Children[1:] {
			own("the table", `^(\d+)\. `, row.Children[0].Children[0].Label())
		}
		own("the picture", `The moment that weighed most: reply (\d+)`, dump(screens.RoomPoster(d.app)))
		paper := d.app.Printed().Find(func(n *view.Node) bool { return n.Key == "moments" })
		for _, m := range paper.Children[1:] {
			own("the paper", `^(\d+)\. `, m.Name)
		}
	}
}

// cutBegun is the cut for twenty minutes, at its first screen.
func cutBegun(t testing.TB) *driver {
	t.Helper()
	d := planned(t)
	for _, n := range presses(d.app.View()) {
		if n.Role == view.Radio && strings.HasPrefix(n.Text, "The 20-minute cut") {
			d.press(view.Radio, n.Text)
			d.button("Begin")
			return d
		}
	}
	t.Fatal("no cut is offered")
	return nil
}
