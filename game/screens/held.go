package screens

import (
	"slices"

	"earned/game/talk"
	"earned/scenarios"
)

// held is a conversation being held: the record as it grows, and what each of
// its replies came to.
type held struct {
	*talk.Talk
	run     talk.Run
	moments []talk.Moment
	from    int // of a what-if: the reply it began at; else -1
}

// hold begins a conversation.
func hold(t *talk.Talk, start int, prepared uint16, seed uint64) *held {
	return &held{Talk: t, from: -1, run: t.NewRun(start, prepared, seed)}
}

// holdAgain takes up a run where its record stops. The error says which reply
// is no longer there.
func holdAgain(t *talk.Talk, run talk.Run) (*held, error) {
	moments, err := t.Replay(run)
	if err != nil {
		return nil, err
	}
	h := hold(t, run.Start, run.Prepared, run.Seed)
	h.moments = moments
	h.run.Replies, h.run.Readings = slices.Clone(run.Replies), slices.Clone(run.Readings)
	if n := len(moments); n > 0 {
		h.run.End = moments[n-1].After
	}
	return h, nil
}

// back is the same conversation as it stood before its i-th reply, as a
// what-if: the record it came from is not touched.
func (h *held) back(i int) *held {
	b := &held{Talk: h.Talk, from: i, run: h.run, moments: slices.Clone(h.moments[:i])}
	b.run.End = h.state(i)
	b.run.Replies, b.run.Readings = slices.Clone(h.run.Replies[:i]), nil
	return b
}

// now is how things stand.
func (h *held) now() talk.State { return h.run.End }

// state is how things stood after i replies.
func (h *held) state(i int) talk.State {
	if i < len(h.moments) {
		return h.moments[i].Before
	}
	return h.run.End
}

// beat is the beat after i replies.
func (h *held) beat(i int) *scenarios.Beat { return h.Beat(h.state(i)) }

// said is the i-th reply.
func (h *held) said(i int) *scenarios.Reply { return &h.beat(i).Replies[h.moments[i].Reply] }

// whatIf reports whether this is play that is not recorded.
func (h *held) whatIf() bool { return h.from >= 0 }

// say gives a reply by its id; false if it is not offered now.
func (h *held) say(id string) bool {
	s := h.now()
	if s.Over() {
		return false
	}
	for _, i := range h.Offered(s, nil) {
		if h.Beat(s).Replies[i].ID == id {
			m := talk.Moment{Before: s, Line: h.Line(s), Reply: i}
			h.run, m.Result = h.Say(h.run, i)
			m.After = h.run.End
			h.moments = append(h.moments, m)
			return true
		}
	}
	return false
}

// meeting is the meeting that the state after i replies is in.
func (h *held) meeting(i int) int { return int(h.beat(i).Meeting) }

// opens reports whether a meeting opens just now: its scene is to be read
// first.
func (h *held) opens() bool {
	n := len(h.moments)
	return !h.now().Over() && (n == 0 || h.meeting(n) != h.meeting(n-1))
}
