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

// drawn is a reply in a state, with an event: whatever can be, and some of what
// cannot.
func drawn(r *rand.Rand) (State, Meaning, Event) {
	yes := func() bool { return r.IntN(3) == 0 }
	text := func() string { return []string{"", "", "x"}[r.IntN(3)] }
	x := scenarios.Reply{Moves: [2]scenarios.Move{scenarios.Move(1 + r.IntN(9)), scenarios.Move(r.IntN(10))},
		Issue: yes(), Feeling: yes(), Competence: yes(), Self: yes(), TiesTo: text(), Gives: text(), Admits: text(),
		Because: text(), Instead: text(), Hedges: yes(), Trusts: yes(), Holds: yes(), Serves: yes()}
	if yes() {
		x.Manner, x.Repair = scenarios.Manner(r.IntN(11)), scenarios.Repair(r.IntN(4))
	}
	switch r.IntN(20) {
	case 0:
		x.Breach = scenarios.Lie
	case 1:
		x.HeardAs = scenarios.Landing(1 + r.IntN(10))
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
	return s, m, e
}

// What is asked once for many rules leaves out none that would have spoken.
func TestNoRuleIsPassedOverThatWouldSpeak(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		s, m, e := drawn(r)
		j := Judge{}
		if r.IntN(3) == 0 {
			j.Off = j.Off.With(RuleID(r.IntN(int(numRules))))
		}
		after, result := j.Apply(s, &m, 0, e)
		if want, spoke := askingEach(j, s, &m, e); after != want || result.Spoke != spoke {
			t.Fatalf("%+v, event %b, %+v: ended %+v, want %+v; spoke %b, want %b", s, e, m.Reply, after, want, result.Spoke, spoke)
		}
	}
}

// A rule that is said not to have counted could as well have been silent.
func TestWhatDidNotCountChangedNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	none := 0
	for range 200_000 {
		s, m, e := drawn(r)
		after, result := Judge{}.Apply(s, &m, 0, e)
		for id := range (result.Spoke &^ result.Counted()).Rules() {
			none++
			without, other := Judge{Off: Set(0).With(id)}.Apply(s, &m, 0, e)
			if without != after || other.Landing != result.Landing || other.Lead != result.Lead {
				t.Fatalf("%+v, event %b, %+v: without %q it ends %+v and not %+v", s, e, m.Reply, Rules[id].Name, without, after)
			}
		}
	}
	if none == 0 {
		t.Fatal("every rule that spoke counted")
	}
}

// T7: while a rupture is open nothing but mending it lets trust rise.
func TestT7NothingRisesOverAnOpenRupture(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	open := 0
	for range 200_000 {
		s, m, e := drawn(r)
		after, result := Judge{}.Apply(s, &m, 0, e)
		if s.Rupture == NoRupture || result.Spoke.Has(StepsToMend) || result.Spoke.Has(MakesItGood) {
			continue
		}
		if open++; after.Trust > s.Trust {
			t.Fatalf("%+v, event %b, %+v: trust rose to %d by %q", s, e, m.Reply, after.Trust, Rules[result.Lead].Name)
		}
	}
	if open == 0 {
		t.Fatal("no rupture was open")
	}
}
