package odds_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"earned/game/talk"
	"earned/scenarios"
)

// shipped is every conversation that is shipped, ready to be held.
func shipped(t testing.TB) []*talk.Talk {
	t.Helper()
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	var all []*talk.Talk
	for i := range book.Conversations {
		x, err := talk.New(book, book.Conversations[i].ID)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, x)
	}
	if len(all) == 0 {
		t.Fatal("no conversation is shipped")
	}
	return all
}

// The odds of the shipped conversations are what two hundred thousand random
// plays come to, within sampling error: five standard errors, which one in a
// million would miss, and the seed is fixed.
func TestOddsAgreeWithRandomPlays(t *testing.T) {
	const plays = 200_000
	for _, x := range shipped(t) {
		t.Run(x.Conversation.ID, func(t *testing.T) {
			t.Parallel()
			o := analysed(t, x)
			endings, arrivals, advisor := sample(x, plays)
			for i, p := range o.Endings() {
				within(t, "ending "+x.Conversation.Endings[i].ID, p, float64(endings[i])/plays, plays)
			}
			within(t, "a trusted advisor", o.Advisor(), float64(advisor)/plays, plays)
			for i, b := range o.Beats() {
				if b.Chance <= 1 { // a beat come back to is no chance
					within(t, "beat "+x.Conversation.Beats[i].ID, b.Chance, float64(arrivals[i])/plays, plays)
				}
			}
		})
	}
}

func sample(x *talk.Talk, plays int) (endings, arrivals []int, advisor int) {
	r := rand.New(rand.NewPCG(3, 14))
	endings, arrivals = make([]int, len(x.Conversation.Endings)), make([]int, len(x.Conversation.Beats))
	var offered []int
	for range plays {
		s := x.Start(0, 0)
		for !s.Over() {
			arrivals[s.Beat]++
			offered = x.Offered(s, offered[:0])
			s, _ = x.Apply(s, offered[r.IntN(len(offered))])
		}
		endings[s.Ending]++
		if x.TrustedAdvisor(s) {
			advisor++
		}
	}
	return endings, arrivals, advisor
}

func within(t *testing.T, what string, odds, sampled float64, plays int) {
	t.Helper()
	p := min(max(odds, 0), 1)
	if allowed := 5*math.Sqrt(p*(1-p)/float64(plays)) + 1e-9; math.Abs(odds-sampled) > allowed {
		t.Errorf("%s: odds %.5f, sampled %.5f, more than %.5f apart", what, odds, sampled, allowed)
	}
}

// What the best way says can be walked, and reaches the best outcome.
func TestBestWayReachesTheBestOutcome(t *testing.T) {
	for _, x := range shipped(t) {
		o := analysed(t, x)
		s := x.Start(0, 0)
		for _, step := range o.BestWay() {
			if step.State != s || !x.Offers(s, step.Reply) {
				t.Fatalf("%s: the best way goes through %+v and is at %+v", x.Conversation.ID, step.State, s)
			}
			s, _ = x.Apply(s, step.Reply)
		}
		if !o.IsBest(s) {
			t.Errorf("%s: the best way ends in %+v", x.Conversation.ID, s)
		}
	}
}
