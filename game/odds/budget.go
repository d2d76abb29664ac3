package odds

import (
	"cmp"
	"slices"

	"earned/game/talk"
	"earned/game/trust"
	"earned/scenarios"
)

// BudgetPerBeat is the most reachable states a beat may have on average, so
// that exact stays possible.
const BudgetPerBeat = 800

// Factor is a part of the state and how much it multiplies the states: all of
// them over those that are left when it is not told apart.
type Factor struct {
	Name  string // "trust", "the fact board", "the promise friday-plan" ...
	Times float64
}

// Budget is how many states a conversation has.
type Budget struct {
	PerBeat float64 // states that go on, over beats that are reached
	Beat    int     // the beat that has most
	Most    int     // states of that beat
	Factors []Factor
}

// Over reports whether the conversation has too many states.
func (b *Budget) Over() bool { return b.PerBeat > BudgetPerBeat }

// Budget counts the states. Factors are those of the beat that has most, the
// one that multiplies most first.
func (o *Odds) Budget() Budget {
	count := map[int][]uint32{}
	for k := range o.groups {
		g := &o.groups[k]
		count[g.beat] = append(count[g.beat], g.ids...)
	}
	b := Budget{Beat: -1}
	total := 0
	for beat, ids := range count {
		total += len(ids)
		if len(ids) > b.Most || len(ids) == b.Most && beat < b.Beat {
			b.Beat, b.Most = beat, len(ids)
		}
	}
	b.PerBeat = float64(total) / float64(max(1, len(count)))
	b.Factors = o.factors(count[b.Beat])
	return b
}

// culprit is what multiplies some states most.
func (o *Odds) culprit(ids []uint32) Factor { return o.factors(ids)[0] }

func (o *Odds) factors(ids []uint32) []Factor {
	out := make([]Factor, 0, 16)
	add := func(name string, drop func(*talk.State)) {
		left := make(map[talk.State]struct{}, len(ids))
		for _, id := range ids {
			s := o.states[id]
			drop(&s)
			left[s] = struct{}{}
		}
		out = append(out, Factor{name, float64(len(ids)) / float64(max(1, len(left)))})
	}
	add("trust", func(s *talk.State) { s.Trust.Trust = 0 })
	add("the meeting's cap", func(s *talk.State) { s.Trust.Cap = 0 })
	add("the ceiling", func(s *talk.State) { s.Trust.Ceiling = trust.Whole })
	add("the gate of competence", func(s *talk.State) { s.Trust.Knows = false })
	add("the gate of the person", func(s *talk.State) { s.Trust.Likes = false })
	add("rupture", func(s *talk.State) { s.Trust.Rupture = trust.NoRupture })
	add("lent trust", func(s *talk.State) { s.Trust.Lent = false })
	add("the last move", func(s *talk.State) { s.Trust.Last = scenarios.NoMove })
	add("unasked pitches", func(s *talk.State) { s.Trust.Unasked = 0 })
	for i, fact := range o.Talk.Conversation.Facts {
		add("the fact "+fact, func(s *talk.State) { s.Facts &^= 1 << i })
	}
	for i := range o.Talk.Conversation.Promises {
		add("the promise "+o.Talk.Conversation.Promises[i].ID, func(s *talk.State) { s.Promises &^= 3 << (2 * i) })
	}
	slices.SortStableFunc(out, func(a, b Factor) int { return cmp.Compare(b.Times, a.Times) })
	return out
}
