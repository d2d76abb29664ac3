package trust

import (
	"math/rand/v2"
	"testing"

	"earned/scenarios"
)

// askingEach is Apply with every rule asked by itself.
func askingEach(j Judge, s State, m *Meaning, e Event) (State, Set) {
	t := turn{m: m, event: e, before: s, after: s, best: PlaysSafe, worst: PlaysSafe}
	t.speak(m.may & ofWords &^ j.Off)
	t.sum = t.gain + t.loss
	if t.spoilt && !t.fixed {
		t.sum = t.loss
	}
	t.speak(m.may &^ ofWords &^ j.Off)
	t.settle()
	return t.after, t.spoke
}

// What is asked once for many rules leaves out none that would have spoken.
func TestNoRuleIsPassedOverThatWouldSpeak(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	yes := func() bool { return r.IntN(3) == 0 }
	text := func() string { return []string{"", "", "x"}[r.IntN(3)] }
	for range 200_000 {
		x := scenarios.Reply{Moves: [2]scenarios.Move{scenarios.Move(1 + r.IntN(9)), scenarios.Move(r.IntN(10))},
			Issue: yes(), Feeling: yes(), Competence: yes(), Self: yes(), TiesTo: text(), Gives: text(), Admits: text(),
			Because: text(), Instead: text(), Hedges: yes(), Trusts: yes(), Holds: yes(), Serves: yes()}
		if yes() {
			x.Manner, x.Repair = scenarios.Manner(r.IntN(11)), scenarios.Repair(r.IntN(4))
		}
		if r.IntN(20) == 0 {
			x.Breach = scenarios.Lie
		}
		b := scenarios.Beat{Needs: scenarios.Need(1 + r.IntN(4)), Feels: scenarios.Feeling(1 + r.IntN(9))}
		c := scenarios.Client{Temperament: scenarios.Temperament{Weighs: scenarios.Weigh(r.IntN(3)), WantsNoFriend: yes()}}
		m := Mean(&c, &scenarios.Meeting{Phase: scenarios.Phase(r.IntN(3)), Watched: yes()}, &b, &x)
		s := State{Trust: uint8(2 * r.IntN(47)), Cap: uint8(2 * r.IntN(51)), Ceiling: Ceiling(r.IntN(4)), Knows: yes(), Likes: yes(),
			Rupture: Rupture(r.IntN(4)), Lent: yes(), Last: x.Moves[r.IntN(2)], Unasked: uint8(r.IntN(3))}
		e := Event(0)
		if yes() {
			e = Event(r.IntN(16))
		}
		j := Judge{}
		if yes() {
			j.Off = j.Off.With(RuleID(r.IntN(int(numRules))))
		}
		after, result := j.Apply(s, &m, 0, e)
		if want, spoke := askingEach(j, s, &m, e); after != want || result.Spoke != spoke {
			t.Fatalf("%+v, event %b, %+v: ended %+v, want %+v; spoke %b, want %b", s, e, x, after, want, result.Spoke, spoke)
		}
	}
}
