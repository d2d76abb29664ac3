package career_test

import (
	"math/rand/v2"
	"testing"

	"earned/game/career"
	"earned/game/odds"
	"earned/game/talk"
	"earned/scenarios"
)

// strategy answers at a state of a conversation with one of the replies
// offered.
type strategy func(o *odds.Odds, s talk.State, offered []int) int

// best keeps the best ending in reach, and the highest trust.
func best(o *odds.Odds, s talk.State, offered []int) int {
	top, at := -1, offered[0]
	for _, r := range offered {
		after, _ := o.Talk.Apply(s, r)
		p, _ := o.Prospect(after)
		score := p.Most
		if p.Open {
			score += 1000
		}
		if score > top {
			top, at = score, r
		}
	}
	return at
}

// pitcher pitches wherever a pitch is offered.
func pitcher(o *odds.Odds, s talk.State, offered []int) int {
	for _, r := range offered {
		if o.Talk.Beat(s).Replies[r].Moves[0] == scenarios.Pitch {
			return r
		}
	}
	return offered[0]
}

func random(seed uint64) strategy {
	r := rand.New(rand.NewPCG(seed, 1))
	return func(_ *odds.Odds, _ talk.State, offered []int) int { return offered[r.IntN(len(offered))] }
}

// hold plays every conversation of the shipped book in the order of the
// career, by one strategy, each from the start that the career gives it.
func hold(t *testing.T, answer strategy) (*career.Career, map[string]string) {
	t.Helper()
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	var runs []talk.Run
	starts := map[string]string{}
	for held := -1; len(runs) != held; {
		held = len(runs)
		for _, offer := range career.Of(book, runs).Offers() {
			if offer.Held || !offer.Open {
				continue
			}
			x, err := talk.New(book, offer.Conversation.ID)
			if err != nil {
				t.Fatal(err)
			}
			start := career.Of(book, runs).Start(offer.Conversation)
			starts[offer.Conversation.ID] = offer.Conversation.Starts[start].ID
			o, err := odds.Analyse(x, start, 0)
			if err != nil {
				t.Fatal(err)
			}
			run := x.NewRun(start, 0, 1)
			for !run.End.Over() {
				run, _ = x.Say(run, answer(o, run.End, x.Offered(run.End, nil)))
			}
			runs = append(runs, run)
		}
	}
	c := career.Of(book, runs)
	if !c.Over() {
		t.Fatal("a conversation of the career is never offered")
	}
	return c, starts
}

// What happens early reaches what happens late: who was answered well opens
// doors that others find colder, and ends in more relationships.
func TestWhatHappensEarlyReachesWhatHappensLate(t *testing.T) {
	well, wellStarts := hold(t, best)
	pitched, pitchedStarts := hold(t, pitcher)
	other := 0
	for id := range wellStarts {
		if wellStarts[id] != pitchedStarts[id] {
			other++
		}
	}
	if other < 2 {
		t.Errorf("only %d conversations begin elsewhere: %v, %v", other, wellStarts, pitchedStarts)
	}
	drawn := 0
	for seed := range uint64(20) {
		c, _ := hold(t, random(seed))
		drawn = max(drawn, c.Relationships())
	}
	if r := well.Relationships(); r <= drawn || r <= pitched.Relationships() || r < len(well.Circle())-1 {
		t.Errorf("%d relationships by the best replies, %d by pitching, at most %d by chance in twenty careers, of %d clients",
			r, pitched.Relationships(), drawn, len(well.Circle()))
	}
	for _, p := range well.Circle() {
		if p.Deceived {
			t.Errorf("the best replies deceive %s", p.Client.Name)
		}
	}
	t.Logf("relationships: best %d, pitching %d, chance at most %d; starts by the best replies %v, by pitching %v", well.Relationships(), pitched.Relationships(), drawn, wellStarts, pitchedStarts)
}
