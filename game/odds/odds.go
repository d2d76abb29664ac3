// Package odds knows everything about a conversation before anyone plays it.
// It walks every state that can be reached, with the same Apply the player
// uses, and computes from them what can happen and how likely it is. It is
// exact: nothing is sampled. Chances are float64, off by rounding only, some
// 1e-12. It is pure.
package odds

import (
	"slices"

	"earned/game/talk"
)

// Odds is all that can happen in one conversation from one start with one
// preparation. It never changes and may be shared by goroutines.
//
// A random player gives each reply offered with the same chance. Outcomes are
// ordered as the conversation's endings are, the best first; within an ending
// a trusted advisor comes first, then more trust before less. The best outcome
// is the first ending that can be reached from this start at all, as a trusted
// advisor where that can be. (T4, T5: not everything can be reached from
// everywhere.)
type Odds struct {
	Talk     *talk.Talk
	Start    int
	Prepared uint16

	states []talk.State // in the order of their discovery; the first is the start
	groups []group      // in an order in which every reply leads to a later one
	ends   []uint32     // the states in which it is over
	stuck  []uint32     // the states in which nothing is offered: dead ends
	next   []uint32     // where each reply of each state leads, by group; none: not offered

	chance []float64 // that a random player comes by
	goal   []float64 // a random player's chance of the best outcome from there
	best   []outcome // the best that can still be reached
	worst  []outcome // the worst that can still be reached
	most   []uint8   // the greatest trust there can still be at the end
	least  []uint8   // the least
	limit  outcome   // outcomes up to this are the best outcome
}

// group is some states of one beat, all of which can be dealt with before any
// state they lead to. Mostly that is the whole beat.
type group struct {
	beat    int
	ids     []uint32
	replies int // of the beat
	edges   int // where in next its replies begin: one row of replies for each state
}

// row is where the replies of the group's i-th state lead.
func (o *Odds) row(g *group, i int) []uint32 {
	at := g.edges + i*g.replies
	return o.next[at : at+g.replies : at+g.replies]
}

// none in next marks a reply that is not offered.
const none = ^uint32(0)

// outcome is a way it can end; less is better. From the high bits: the ending,
// whether the player is no trusted advisor, the trust missing to 127.
type outcome uint16

const (
	notAdvisor outcome = 1 << 7
	worstOf    outcome = 1<<7 - 1 // of an ending, with or without notAdvisor
	noOutcome  outcome = 1<<16 - 1
)

func outcomeOf(t *talk.Talk, s talk.State) outcome {
	x := outcome(s.Ending)<<8 | (worstOf - outcome(s.Trust.Trust))
	if !t.TrustedAdvisor(s) {
		x |= notAdvisor
	}
	return x
}

// Outcome is one way it can end.
type Outcome struct {
	Ending  int // index in the conversation's endings, -1: no end can be reached
	Trust   int // 0–100
	Advisor bool
}

func (x outcome) open() Outcome {
	if x == noOutcome {
		return Outcome{Ending: -1}
	}
	return Outcome{Ending: int(x >> 8), Trust: int(worstOf - x&worstOf), Advisor: x&notAdvisor == 0}
}

// Analyse walks every state that can be reached from a start, by its index,
// with the notes prepared. The error is a *Circle where the conversation can
// come back to where it was with nothing changed, or a *TooMany where it has
// more states than can be walked.
func Analyse(t *talk.Talk, start int, prepared uint16) (*Odds, error) {
	return AnalyseWatched(t, start, prepared, nil)
}

// AnalyseWatched is Analyse with a word, now and then, on how far it has come:
// done of all beats.
func AnalyseWatched(t *talk.Talk, start int, prepared uint16, watch func(done, all int)) (*Odds, error) {
	return analyse(t, Case{start, prepared}, watch, maxStates)
}

func analyse(t *talk.Talk, c Case, watch func(done, all int), maximum int) (*Odds, error) {
	o := &Odds{Talk: t, Start: c.Start, Prepared: c.Prepared}
	if err := o.walk(watch, maximum); err != nil {
		return nil, err
	}
	o.forward()
	o.backward()
	return o, nil
}

// States is how many states can be reached, those at the end included.
func (o *Odds) States() int { return len(o.states) }

// BestOutcome is the best outcome: its ending and whether it is reached as a
// trusted advisor. Trust is the highest with which it can be reached.
func (o *Odds) BestOutcome() Outcome { return o.best[0].open() }

// BestChance is a random player's chance of the best outcome.
func (o *Odds) BestChance() float64 { return o.goal[0] }

// IsBest reports whether a state is an end with the best outcome.
func (o *Odds) IsBest(s talk.State) bool { return s.Over() && outcomeOf(o.Talk, s) <= o.limit }

// Endings is a random player's chance of each ending, by index.
func (o *Odds) Endings() []float64 {
	out := make([]float64, len(o.Talk.Conversation.Endings))
	for _, id := range o.ends {
		out[o.states[id].Ending] += o.chance[id]
	}
	return out
}

// Advisor is a random player's chance of ending as a trusted advisor.
func (o *Odds) Advisor() float64 {
	return o.sum(func(s talk.State) bool { return o.Talk.TrustedAdvisor(s) })
}

// Deal is a random player's chance of an ending with any deal, Referral of one
// in which a referral is freely given.
func (o *Odds) Deal() float64 {
	return o.sum(func(s talk.State) bool { return o.Talk.Ending(s).Deal != 0 })
}

// Referral is a random player's chance of an ending with a referral.
func (o *Odds) Referral() float64 {
	return o.sum(func(s talk.State) bool { return o.Talk.Ending(s).Referral })
}

// CanAdvise reports whether anyone can end as a trusted advisor from this
// start (T5).
func (o *Odds) CanAdvise() bool {
	return slices.ContainsFunc(o.ends, func(id uint32) bool { return o.Talk.TrustedAdvisor(o.states[id]) })
}

// sum is a random player's chance of an end of that kind.
func (o *Odds) sum(is func(talk.State) bool) float64 {
	p := 0.0
	for _, id := range o.ends {
		if is(o.states[id]) {
			p += o.chance[id]
		}
	}
	return p
}
