package screens_test

import (
	"slices"
	"strings"
	"testing"

	"earned/game/odds"
	"earned/game/screens"
	"earned/game/talk"
	"earned/game/view"
	"earned/scenarios"
)

// endingWays finds, for each ending of a conversation that can be reached from
// its first start, what is said to come there: the first way found.
func endingWays(t *testing.T, x *talk.Talk) map[*scenarios.Ending][]string {
	t.Helper()
	type from struct {
		s     talk.State
		reply int
	}
	start := x.Start(0, 0)
	came := map[talk.State]from{start: {reply: -1}}
	ways := map[*scenarios.Ending][]string{}
	for todo := []talk.State{start}; len(todo) > 0; todo = todo[1:] {
		s := todo[0]
		if s.Over() {
			if e := x.Ending(s); ways[e] == nil {
				for at := came[s]; at.reply >= 0; at = came[at.s] {
					ways[e] = append(ways[e], x.Beat(at.s).Replies[at.reply].Says)
				}
				slices.Reverse(ways[e])
			}
			continue
		}
		for _, i := range x.Offered(s, nil) {
			if next, _ := x.Apply(s, i); came[next] == (from{}) {
				came[next] = from{s, i}
				todo = append(todo, next)
			}
		}
	}
	return ways
}

// T4: where the result was out of the player's hands, the ending says what to
// make of it, and so does the debrief; in every conversation there is such an
// ending.
func TestT4AConversationIsJudgedApartFromItsResult(t *testing.T) {
	b := book(t)
	for i := range b.Conversations {
		c := &b.Conversations[i]
		t.Run(c.ID, func(t *testing.T) {
			x, err := talk.New(b, c.ID)
			if err != nil {
				t.Fatal(err)
			}
			apart := 0
			for e, way := range endingWays(t, x) {
				d := openHere(t, b, "", "offer="+c.ID)
				d.app.Press("open")
				d.button("Start")
				for _, says := range way {
					for d.find(view.Button, says) == nil {
						d.button("Continue")
					}
					d.button(says)
				}
				for d.app.Place() != screens.Ended {
					d.button("Continue")
				}
				said := d.find(view.Heading, "What to make of it") != nil
				if e.Judged != "" && !said {
					t.Errorf("the ending %q does not say what to make of it", e.ID)
				}
				if !said {
					continue
				}
				apart++
				words := d.app.View().Find(func(n *view.Node) bool { return n.Key == "apart" }).Children[1].Text
				d.button("Continue")
				if d.find(view.Text, words) == nil {
					t.Errorf("the debrief of %q does not say %q", e.ID, words)
				}
			}
			if apart == 0 {
				t.Error("no ending is judged apart from its result")
			}
		})
	}
}

// T4: who reached the best that could be reached from a start that had spoilt
// the rest is told that it was the best, and not that they fell short.
func TestT4TheBestFromABadStartIsSaidToBe(t *testing.T) {
	b := book(t)
	spoilt := 0
	for i := range b.Conversations {
		x, err := talk.New(b, b.Conversations[i].ID)
		if err != nil {
			t.Fatal(err)
		}
		for start := range x.Conversation.Starts {
			o, err := odds.Analyse(x, start, 0)
			if err != nil {
				t.Fatal(err)
			}
			if o.CanAdvise() {
				continue
			}
			spoilt++
			run := x.NewRun(start, 0, 1)
			for _, step := range o.BestWay() {
				run, _ = x.Say(run, step.Reply)
			}
			d := open(t, b, screens.SavedRun(run))
			d.must(view.Region, "Debrief")
			if said := dump(d.app.View()); !strings.Contains(said, "no ending was better than this one") {
				t.Errorf("%s from %s: the best that could be reached is not said to be it:\n%s", x.Conversation.ID, x.Conversation.Starts[start].ID, said)
			}
		}
	}
	if spoilt == 0 {
		t.Error("no start rules out that the player ends as an advisor")
	}
}
