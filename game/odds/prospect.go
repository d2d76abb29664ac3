package odds

import (
	"slices"

	"earned/game/talk"
)

// Prospect is what can still come of a conversation from one state.
type Prospect struct {
	Best, Worst Outcome // that can be reached
	Most, Least int     // trust at the end that can be reached
	Open        bool    // the best outcome of all can be reached
	Chance      float64 // a random player's chance of it
}

// Prospect is what can still come from a state. It is false for a state that
// cannot be reached from the start that was analysed.
func (o *Odds) Prospect(s talk.State) (Prospect, bool) {
	id, ok := o.find(s)
	if !ok {
		return Prospect{}, false
	}
	return Prospect{
		Best: o.best[id].open(), Worst: o.worst[id].open(),
		Most: int(o.most[id]), Least: int(o.least[id]),
		Open: o.keeps(id), Chance: o.goal[id],
	}, true
}

func (o *Odds) find(s talk.State) (uint32, bool) {
	in := func(ids []uint32) (uint32, bool) {
		for _, id := range ids {
			if o.states[id] == s {
				return id, true
			}
		}
		return 0, false
	}
	if s.Over() {
		return in(o.ends)
	}
	for k := range o.groups {
		if o.groups[k].beat != int(s.Beat) {
			continue
		}
		if id, ok := in(o.groups[k].ids); ok {
			return id, true
		}
	}
	return 0, false
}

// NoReturn is a run's point of no return: the index of the first moment after
// which the best outcome cannot be reached any more, or -1 where there is none
// (and where the run is not one from the start that was analysed).
func (o *Odds) NoReturn(run []talk.Moment) int {
	return slices.IndexFunc(run, func(m talk.Moment) bool {
		x, ok := o.Prospect(m.After)
		return ok && !x.Open
	})
}

// NeverOffered lists the replies that are offered in no state, by beat and
// reply; those of beats that are never reached are left out.
func (o *Odds) NeverOffered() [][2]int {
	ever := map[int]uint64{}
	for k := range o.groups {
		g := &o.groups[k]
		for i := range g.ids {
			ever[g.beat] |= mask(o.row(g, i))
		}
	}
	var out [][2]int
	for beat := range o.Talk.Conversation.Beats {
		seen, ok := ever[beat]
		for r := range o.Talk.Conversation.Beats[beat].Replies {
			if ok && seen&(1<<r) == 0 {
				out = append(out, [2]int{beat, r})
			}
		}
	}
	return out
}

// NeverReached lists the beats that cannot be reached.
func (o *Odds) NeverReached() []int {
	reached := make([]bool, len(o.Talk.Conversation.Beats))
	for k := range o.groups {
		reached[o.groups[k].beat] = true
	}
	return missing(reached)
}

// NeverEnds lists the endings that nobody reaches.
func (o *Odds) NeverEnds() []int {
	reached := make([]bool, len(o.Talk.Conversation.Endings))
	for _, id := range o.ends {
		reached[o.states[id].Ending] = true
	}
	return missing(reached)
}

func missing(reached []bool) []int {
	var out []int
	for i, ok := range reached {
		if !ok {
			out = append(out, i)
		}
	}
	return out
}

// DeadEnds lists the beats in which, in some state, nothing is offered.
func (o *Odds) DeadEnds() []int {
	var out []int
	for _, id := range o.stuck {
		out = append(out, int(o.states[id].Beat))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Likeliest is the state in which a random player most often arrives at a
// beat, false where the beat cannot be reached.
func (o *Odds) Likeliest(beat int) (talk.State, bool) {
	found := none
	for k := range o.groups {
		if o.groups[k].beat != beat {
			continue
		}
		for _, id := range o.groups[k].ids {
			if found == none || o.chance[id] > o.chance[found] {
				found = id
			}
		}
	}
	if found == none {
		return talk.State{}, false
	}
	return o.states[found], true
}
