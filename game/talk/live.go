package talk

import (
	"slices"

	"earned/scenarios"
)

// findLive works out, for each beat, what can still be read from it on: by a
// line, a reply's condition, a target, an ending or a rule. What cannot is
// cleared on arrival (the state budget).
func (t *Talk) findLive() {
	c := t.Conversation
	var atEnd reads
	for i := range c.Endings {
		atEnd.of(&c.Endings[i].When)
	}
	atEnd.facts |= c.Carries
	for changed := true; changed; {
		changed = false
		for i := range slices.Backward(c.Beats) {
			changed = t.live(i, atEnd) || changed
		}
	}
}

// live brings one beat up to date with those after it, and reports whether
// anything changed.
func (t *Talk) live(i int, atEnd reads) bool {
	b, x := &t.Conversation.Beats[i], &t.beats[i]
	r := reads{facts: x.facts, promises: x.promises | b.Due}
	unasked := x.unasked
	for k := range b.Lines {
		r.of(&b.Lines[k].When)
	}
	for k := range b.Replies {
		reply := &b.Replies[k]
		r.of(&reply.When)
		r.promises |= reply.Keeps | reply.Breaks
		unasked = unasked || x.replies[k].CanPitchAgain()
		if x.replies[k].CanRepeat() {
			r.facts |= reply.Leaves // whether it is news (T9)
		}
		for _, to := range reply.To {
			r.of(&to.When)
			if to.Beat == scenarios.EndHere {
				r.add(atEnd)
				continue
			}
			r.add(reads{t.beats[to.Beat].facts, t.beats[to.Beat].promises})
			if t.Conversation.Beats[to.Beat].Meeting != b.Meeting {
				r.promises |= allPromises // the thread between two meetings (T8)
			} else {
				unasked = unasked || t.beats[to.Beat].unasked
			}
		}
	}
	changed := r.facts != x.facts || r.promises != x.promises || unasked != x.unasked
	x.facts, x.promises, x.unasked = r.facts, r.promises, unasked
	return changed
}

const allPromises = ^scenarios.PromiseSet(0)

// forget clears from a state what can no longer be read at its beat. A broken
// promise is never forgotten: no trusted advisor has one.
func (t *Talk) forget(s *State) {
	x := &t.beats[s.Beat]
	s.Facts &= x.facts
	if s.Promises != 0 {
		for i := range 8 {
			if x.promises&(1<<i) == 0 && s.Promises.of(i) != broken {
				s.Promises = s.Promises.with(i, 0)
			}
		}
	}
	if x.lasts&(1<<s.Trust.Last) == 0 {
		s.Trust.Last = scenarios.NoMove
	}
	if !x.unasked {
		s.Trust.Unasked = 0
	}
}

// reads is what conditions read.
type reads struct {
	facts    scenarios.FactSet
	promises scenarios.PromiseSet
}

func (r *reads) of(c *scenarios.Condition) {
	r.add(reads{c.Facts | c.NotFacts, c.Promised | c.Kept | c.Broken})
}

func (r *reads) add(o reads) { r.facts |= o.facts; r.promises |= o.promises }
