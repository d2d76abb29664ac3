package screens_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"earned/game/debrief"
	"earned/game/screens"
	"earned/game/view"
	"earned/scenarios"
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

// What belongs to a beat before where the room began is not asked: neither in
// the notes, nor in the debrief, nor on paper. What is asked afterwards is.
func TestTheCutAsksNothingOfWhatCameBefore(t *testing.T) {
	d := cutBegun(t)
	c := d.book.Conversation("nine-months-late")
	says := d.app.Notes().Find(func(n *view.Node) bool { return n.Key == "says" })
	begins := slices.IndexFunc(c.Beats, func(b scenarios.Beat) bool {
		return slices.ContainsFunc(b.Lines, func(l scenarios.Line) bool { return strings.Contains(dump(says), l.Says) })
	})
	if begins <= 0 {
		t.Fatalf("the notes name the beat %d", begins)
	}
	behind, ahead := 0, 0
	asks := func(where string, n *view.Node) {
		t.Helper()
		words := dump(n.Find(func(n *view.Node) bool { return n.Name == "Questions for the room" }))
		for _, q := range c.Questions {
			before := q.Beat != scenarios.Afterwards && q.Beat < begins // this file's beats stand in the order they come in
			if strings.Contains(words, q.Asks) == before {
				t.Errorf("%s, begun at beat %d: the question of beat %d, %q", where, begins, q.Beat, q.Asks)
			}
			if before {
				behind++
			} else {
				ahead++
			}
		}
	}
	asks("the notes", d.app.Notes())
	for d.app.Place() == screens.Rooming {
		d.onward(0)
	}
	asks("the debrief", d.app.View())
	asks("the notes at the debrief", d.app.Notes())
	asks("the paper", d.app.Printed())
	if behind == 0 || ahead == 0 {
		t.Errorf("%d questions lie behind the beginning and %d do not", behind, ahead)
	}
}

// Held whole, no conversation keeps a question back.
func TestHeldWholeEveryQuestionIsAsked(t *testing.T) {
	b := book(t)
	for i := range b.Conversations {
		c := &b.Conversations[i]
		words := dump(screens.QuestionsOf(c))
		for _, q := range c.Questions {
			if !strings.Contains(words, q.Asks) {
				t.Errorf("%s: %q is not asked", c.ID, q.Asks)
			}
		}
	}
}

// The cut tells up to three exchanges of what came before, each as it was said
// and answered there, and nothing of what was thought or how it was taken.
func TestTheCutTellsWhatCameBefore(t *testing.T) {
	d := cutBegun(t)
	c := d.book.Conversation("nine-months-late")
	told := 0
	for d.find(view.Heading, "What came before") == nil {
		d.key("PageDown")
	}
	for d.find(view.Heading, "What came before") != nil {
		words := dump(d.app.View())
		for i := range c.Beats {
			for k := range c.Beats[i].Replies {
				r := &c.Beats[i].Replies[k]
				if r.Thinks != "" && strings.Contains(words, r.Thinks) {
					t.Errorf("what is thought of %q is told", r.Says)
				}
				answers := func(to scenarios.Target) bool {
					return to.Beat >= 0 && slices.ContainsFunc(c.Beats[to.Beat].Lines, func(l scenarios.Line) bool {
						return strings.Contains(words, fmt.Sprintf("You: %s Dana: “%s”", debrief.Quoted(r.Says), l.Says))
					})
				}
				if slices.ContainsFunc(r.To, answers) {
					told++
				}
			}
		}
		if strings.Contains(strings.ToLower(words), "trust") {
			t.Errorf("trust is told:\n%s", words)
		}
		d.key("PageDown")
	}
	if told < 1 || told > 3 {
		t.Errorf("%d exchanges are told", told)
	}
	d.shows("Before this, ", "You said last: ")

	d = planned(t)
	d.button("Begin")
	for !d.has("Hear Dana") {
		if d.find(view.Heading, "What came before") != nil {
			t.Error("nothing came before the whole of it")
		}
		d.key("PageDown")
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
