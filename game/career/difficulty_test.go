package career_test

import (
	"testing"

	"earned/game/odds"
	"earned/game/talk"
	"earned/scenarios"
)

// wins is the chance of a random player to reach a deal from a start, and that
// of what was to be won: a deal too, or where the best ending is no deal (P7)
// an ending that serves the client best.
func wins(t *testing.T, x *talk.Talk, start int) (deal, won float64) {
	t.Helper()
	o, err := odds.Analyse(x, start, 0)
	if err != nil {
		t.Fatal(err)
	}
	if x.Conversation.Endings[0].Deal != scenarios.NoDeal {
		return o.Deal(), o.Deal()
	}
	p := 0.0
	for i, chance := range o.Endings() {
		if x.Conversation.Endings[i].Serves {
			p += chance
		}
	}
	return o.Deal(), p
}

// R1, P15: it grows harder along the career for who is met cold, from about 40
// to about 10 of 100, and an earned start is at least 10 points easier.
func TestDifficultyRisesAndIsEarnedBack(t *testing.T) {
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	var cold []float64
	for i := range book.Conversations {
		c := &book.Conversations[i]
		x, err := talk.New(book, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		deal, first := wins(t, x, 0)
		cold = append(cold, deal)
		easiest := first
		for start := range c.Starts {
			_, won := wins(t, x, start)
			easiest = max(easiest, won)
		}
		t.Logf("%-22s a deal, cold %4.1f; won, cold %4.1f, earned %4.1f", c.ID, 100*deal, 100*first, 100*easiest)
		if len(c.Starts) > 1 && easiest-first < 0.10 {
			t.Errorf("%s: from its best start %.3f, from the cold one %.3f: not ten points easier", c.ID, easiest, first)
		}
	}
	if cold[0] < 0.35 || cold[0] > 0.47 || cold[len(cold)-1] < 0.07 || cold[len(cold)-1] > 0.13 {
		t.Errorf("the first gives a deal to %.3f and the last to %.3f", cold[0], cold[len(cold)-1])
	}
	for i := 1; i < len(cold); i++ {
		if cold[i] >= cold[i-1] {
			t.Errorf("%s gives a deal to %.3f, the one before it to %.3f: it does not grow harder", book.Conversations[i].ID, cold[i], cold[i-1])
		}
	}
}
