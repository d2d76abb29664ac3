package odds_test

import (
	"maps"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"earned/game/odds"
	"earned/game/talk"
	"earned/internal/generate"
)

// brute goes every single way through a conversation, one after another, and
// remembers no state: slow, and too simple to be wrong.
type brute struct {
	t       *talk.Talk
	endings []float64
	advisor float64
	arrive  map[int]float64
	states  map[int]map[talk.State]bool
	offered map[[2]int]bool
}

func newBrute(t *talk.Talk) *brute {
	return &brute{t: t, endings: make([]float64, len(t.Conversation.Endings)), arrive: map[int]float64{},
		states: map[int]map[talk.State]bool{}, offered: map[[2]int]bool{}}
}

func (b *brute) go1(s talk.State, p float64) {
	if s.Over() {
		b.endings[s.Ending] += p
		if b.t.TrustedAdvisor(s) {
			b.advisor += p
		}
		return
	}
	beat := int(s.Beat)
	b.arrive[beat] += p
	if b.states[beat] == nil {
		b.states[beat] = map[talk.State]bool{}
	}
	b.states[beat][s] = true
	offered := b.t.Offered(s, nil)
	for _, r := range offered {
		b.offered[[2]int{beat, r}] = true
		after, _ := b.t.Apply(s, r)
		b.go1(after, p/float64(len(offered)))
	}
}

// ends are all ends that can come after a state.
func ends(t *talk.Talk, s talk.State, into map[talk.State]bool) {
	if s.Over() {
		into[s] = true
		return
	}
	for _, r := range t.Offered(s, nil) {
		after, _ := t.Apply(s, r)
		ends(t, after, into)
	}
}

// chanceOfBest is a random player's chance of the best outcome.
func chanceOfBest(o *odds.Odds, s talk.State) float64 {
	if s.Over() {
		if o.IsBest(s) {
			return 1
		}
		return 0
	}
	sum, offered := 0.0, o.Talk.Offered(s, nil)
	for _, r := range offered {
		after, _ := o.Talk.Apply(s, r)
		sum += chanceOfBest(o, after)
	}
	return sum / float64(len(offered))
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

// small draws a conversation that brute force gets through.
func small(r *rapid.T, back int) *talk.Talk {
	return generated(r, rapid.Uint64().Draw(r, "seed"), generate.Shape{
		Beats: rapid.IntRange(1, 9).Draw(r, "beats"), Replies: rapid.IntRange(1, 4).Draw(r, "replies"),
		Facts: rapid.IntRange(0, 4).Draw(r, "facts"), Vows: rapid.IntRange(0, 3).Draw(r, "vows"),
		Notes: rapid.IntRange(0, 3).Draw(r, "notes"), Window: rapid.IntRange(2, 9).Draw(r, "window"),
		Meeting: rapid.IntRange(0, 4).Draw(r, "meeting"), Ahead: rapid.IntRange(1, 3).Draw(r, "ahead"), Back: back,
	})
}

func TestOddsAgreeWithBruteForce(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) { agrees(r, small(r, 0)) })
}

// Beats that can be come back to are dealt with as well, as long as something
// has changed by then.
func TestOddsAgreeWithBruteForceWhereBeatsAreComeBackTo(t *testing.T) {
	came := 0
	rapid.Check(t, func(r *rapid.T) {
		x := small(r, 2)
		for i := range x.Conversation.Beats {
			for _, reply := range x.Conversation.Beats[i].Replies {
				if to := reply.To[len(reply.To)-1].Beat; to >= 0 && to < i {
					came++
				}
			}
		}
		agrees(r, x)
	})
	if came == 0 {
		t.Error("no conversation that was generated leads back")
	}
}

func agrees(r *rapid.T, x *talk.Talk) {
	start := rapid.IntRange(0, len(x.Conversation.Starts)-1).Draw(r, "start")
	prepared := uint16(rapid.IntRange(0, 1<<len(x.Conversation.Notes)-1).Draw(r, "prepared"))
	o, err := odds.Analyse(x, start, prepared)
	if err != nil {
		r.Fatal(err)
	}
	b := newBrute(x)
	b.go1(x.Start(start, prepared), 1)
	for i, p := range o.Endings() {
		if !near(p, b.endings[i]) {
			r.Errorf("ending %d: odds %v, brute force %v", i, p, b.endings[i])
		}
	}
	if !near(o.Advisor(), b.advisor) {
		r.Errorf("trusted advisor: odds %v, brute force %v", o.Advisor(), b.advisor)
	}
	beatsAgree(r, o, b)
	prospectsAgree(r, o, b)
	if !near(o.BestChance(), chanceOfBest(o, x.Start(start, prepared))) {
		r.Errorf("best outcome: odds %v, brute force %v", o.BestChance(), chanceOfBest(o, x.Start(start, prepared)))
	}
}

func beatsAgree(r *rapid.T, o *odds.Odds, b *brute) {
	for i, x := range o.Beats() {
		if x.States != len(b.states[i]) || !near(x.Chance, b.arrive[i]) {
			r.Errorf("beat %d: odds %d states, chance %v; brute force %d, %v", i, x.States, x.Chance, len(b.states[i]), b.arrive[i])
		}
		least, most := 100, 0
		for s := range b.states[i] {
			least, most = min(least, int(s.Trust.Trust)), max(most, int(s.Trust.Trust))
		}
		if x.States > 0 && (x.LeastTrust != least || x.MostTrust != most) {
			r.Errorf("beat %d: odds trust %d to %d, brute force %d to %d", i, x.LeastTrust, x.MostTrust, least, most)
		}
		for k := range x.Replies {
			if x.Replies[k].Ever != b.offered[[2]int{i, k}] {
				r.Errorf("beat %d, reply %d: odds offered %v, brute force %v", i, k, x.Replies[k].Ever, !x.Replies[k].Ever)
			}
		}
	}
}

func prospectsAgree(r *rapid.T, o *odds.Odds, b *brute) {
	all := map[talk.State]bool{}
	ends(o.Talk, o.Talk.Start(o.Start, o.Prepared), all)
	best := slices.SortedFunc(maps.Keys(all), func(a, b talk.State) int { return order(o.Talk, a, b) })[0]
	for _, states := range b.states {
		for s := range states {
			after := map[talk.State]bool{}
			ends(o.Talk, s, after)
			sorted := slices.SortedFunc(maps.Keys(after), func(a, b talk.State) int { return order(o.Talk, a, b) })
			x, ok := o.Prospect(s)
			if !ok {
				r.Fatalf("state %+v is reached and not found", s)
			}
			first, last := sorted[0], sorted[len(sorted)-1]
			if x.Best != outcome(o.Talk, first) || x.Worst != outcome(o.Talk, last) {
				r.Errorf("state %+v: odds %+v to %+v, brute force %+v to %+v", s, x.Best, x.Worst, outcome(o.Talk, first), outcome(o.Talk, last))
			}
			open := first.Ending == best.Ending && o.Talk.TrustedAdvisor(first) == o.Talk.TrustedAdvisor(best)
			if x.Open != open {
				r.Errorf("state %+v: odds best outcome open %v, brute force %v", s, x.Open, open)
			}
		}
	}
}

func outcome(t *talk.Talk, s talk.State) odds.Outcome {
	return odds.Outcome{Ending: int(s.Ending), Trust: int(s.Trust.Trust), Advisor: t.TrustedAdvisor(s)}
}

// order compares ends: the ending, then a trusted advisor first, then more
// trust first.
func order(t *talk.Talk, a, b talk.State) int {
	x, y := outcome(t, a), outcome(t, b)
	switch {
	case x.Ending != y.Ending:
		return x.Ending - y.Ending
	case x.Advisor != y.Advisor && x.Advisor:
		return -1
	case x.Advisor != y.Advisor:
		return 1
	}
	return y.Trust - x.Trust
}
