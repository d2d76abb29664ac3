package talk

import (
	"earned/game/trust"
	"earned/scenarios"
)

// Start is the state in which the conversation opens, from a start by its
// index and with what was prepared. A start that does not exist is the first.
func (t *Talk) Start(start int, prepared uint16) State {
	var st scenarios.Start
	if start >= 0 && start < len(t.Conversation.Starts) {
		st = t.Conversation.Starts[start]
	}
	if t.Judge.Off.Has(trust.Prepared) {
		prepared = 0
	}
	if t.Judge.Off.Has(trust.Remembers) {
		st.Facts = 0
	}
	s := State{Trust: t.Judge.Begin(t.Client.Temperament, st), Facts: st.Facts, Prepared: prepared, Ending: -1}
	t.forget(&s)
	return s
}

// Offered appends to dst the indexes of the replies offered, in the order of
// the file. There is always at least one.
func (t *Talk) Offered(s State, dst []int) []int {
	b := &t.beats[t.place(s.Beat)]
	for i := range b.replies {
		if b.always&(1<<i) != 0 || t.Holds(&s, &b.replies[i].When) {
			dst = append(dst, i)
		}
	}
	return dst
}

// Offers reports whether the reply with the index is offered in the state.
func (t *Talk) Offers(s State, reply int) bool {
	b := &t.beats[t.place(s.Beat)]
	return reply >= 0 && reply < len(b.replies) &&
		(b.always&(1<<reply) != 0 || t.Holds(&s, &b.replies[reply].When))
}

// Apply says a reply, by its index in the beat, and returns how things stand
// after and how it landed. It allocates nothing, and is the only way a
// conversation moves on: playing, replay, what-if and the odds all use it.
func (t *Talk) Apply(s State, reply int) (State, trust.Result) {
	b := t.Beat(s)
	m := &t.beats[s.Beat].replies[reply]
	var r trust.Result
	var event trust.Event
	if b.Due|m.Promises|m.Keeps|m.Breaks != 0 {
		event = s.settlePromises(b.Due, m.Reply)
	}
	s.Trust, r = t.Judge.Apply(s.Trust, m, s.Facts, event)
	if !t.Judge.Off.Has(trust.Remembers) {
		s.Facts |= m.Leaves
	}
	to := t.leads(&s, m.To)
	if to == scenarios.EndHere {
		return t.end(s), r
	}
	return t.arrive(s, b.Meeting, to, r)
}

// leads is where a reply leads: to the last of its targets where the condition
// of no other holds.
func (t *Talk) leads(s *State, to []scenarios.Target) int {
	last := len(to) - 1
	for i := range to[:last] {
		if t.Holds(s, &to[i].When) {
			return to[i].Beat
		}
	}
	return to[last].Beat
}

// settlePromises is what a reply makes of the promises due at its beat, and
// adds those it makes.
func (s *State) settlePromises(due scenarios.PromiseSet, r *scenarios.Reply) trust.Event {
	var e trust.Event
	for i := range 8 {
		bit := scenarios.PromiseSet(1) << i
		if s.Promises.of(i) == made {
			switch {
			case r.Keeps&bit != 0:
				s.Promises = s.Promises.with(i, kept)
				e |= trust.KeptPromise
			case (r.Breaks|due)&bit != 0:
				s.Promises = s.Promises.with(i, broken)
				e |= trust.BrokePromise
			}
		}
		if r.Promises&bit != 0 && s.Promises.of(i) == 0 {
			s.Promises = s.Promises.with(i, made)
		}
	}
	return e
}

// arrive opens the next beat: time passes where a meeting ends, and what was
// promised and cannot be kept breaks where it is due.
func (t *Talk) arrive(s State, from uint8, to int, r trust.Result) (State, trust.Result) {
	s.Beat = int16(to)
	b := &t.Conversation.Beats[to]
	var e trust.Event
	if b.Due != 0 {
		for i := range t.Conversation.Promises {
			if b.Due&(1<<i) != 0 && s.Promises.of(i) == made && !t.Conversation.Promises[i].CanKeep {
				s.Promises = s.Promises.with(i, broken)
				e |= trust.BrokePromise
			}
		}
	}
	if b.Meeting != from {
		e |= trust.MeetingEnds
		if s.Promises.any(made) {
			e |= trust.LeavesAThread
		}
	}
	if e != 0 {
		var next trust.Result
		s.Trust, next = t.Judge.Happens(s.Trust, e)
		r = r.Then(next)
	}
	if b.Meeting != from {
		s.Trust = s.Trust.Meet()
	}
	t.forget(&s)
	return s, r
}

// end lets the endings decide, by how things stand.
func (t *Talk) end(s State) State {
	s.Beat, s.Ending = -1, int8(len(t.Conversation.Endings)-1)
	for i := range t.Conversation.Endings {
		if t.Holds(&s, &t.Conversation.Endings[i].When) {
			s.Ending = int8(i)
			break
		}
	}
	s.Facts &= t.Conversation.Carries
	s.Trust.Cap, s.Trust.Last, s.Trust.Unasked = 0, scenarios.NoMove, 0
	return s
}
