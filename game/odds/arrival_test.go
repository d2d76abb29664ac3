package odds_test

import (
	"testing"

	"earned/game/odds"
	"earned/game/talk"
	"earned/scenarios"
)

// Each arrival of each shipped conversation can be said from its start, ends
// at its beat, and leaves no more replies than it says.
func TestArrivalsLeadWhereTheySay(t *testing.T) {
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for i := range book.Conversations {
		tk, err := talk.New(book, book.Conversations[i].ID)
		if err != nil {
			t.Fatal(err)
		}
		o, err := odds.Analyse(tk, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		open := 0
		for _, a := range o.Arrivals() {
			s := tk.Start(0, 0)
			for n, r := range a.Way {
				if !tk.Offers(s, r) {
					t.Fatalf("%s: on the way to beat %d reply %d of step %d is not offered", tk.Conversation.ID, a.Beat, r, n)
				}
				s, _ = tk.Apply(s, r)
			}
			if s.Over() || int(s.Beat) != a.Beat {
				t.Fatalf("%s: the way to beat %d leads to %d", tk.Conversation.ID, a.Beat, s.Beat)
			}
			if p, ok := o.Prospect(s); !ok || p.Open != a.Open {
				t.Errorf("%s, beat %d: open is %v, want %v", tk.Conversation.ID, a.Beat, a.Open, p.Open)
			}
			if got := longest(tk, s, map[talk.State]int{}); got != a.Rest {
				t.Errorf("%s, beat %d: %d replies are left at most, said %d", tk.Conversation.ID, a.Beat, got, a.Rest)
			}
			if a.Open {
				open++
			}
		}
		if open < 5 {
			t.Errorf("%s: the best can be reached from %d arrivals only", tk.Conversation.ID, open)
		}
	}
}

// longest is how many replies can follow at most, by trying them all.
func longest(tk *talk.Talk, s talk.State, seen map[talk.State]int) int {
	if s.Over() {
		return 0
	}
	if n, ok := seen[s]; ok {
		return n
	}
	most := 0
	for _, r := range tk.Offered(s, nil) {
		after, _ := tk.Apply(s, r)
		most = max(most, 1+longest(tk, after, seen))
	}
	seen[s] = most
	return most
}
