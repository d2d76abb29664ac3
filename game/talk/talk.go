// Package talk is one conversation being held: its state, what applying a
// reply makes of it, how it ended, and the record of a run. It is pure.
package talk

import (
	"fmt"

	"earned/game/trust"
	"earned/scenarios"
)

// Talk is one conversation, ready to be held. It never changes and may be
// shared by goroutines; what changes is the State that its methods take and
// return.
type Talk struct {
	Conversation *scenarios.Conversation
	Client       *scenarios.Client
	Judge        trust.Judge

	beats []beat
}

// beat is what is worked out once about a beat.
type beat struct {
	replies  []trust.Meaning
	always   uint64               // replies that are offered in every state, 1<<index
	facts    scenarios.FactSet    // that can still be read from here on
	promises scenarios.PromiseSet // that can still be read from here on
	lasts    uint16               // moves that would be a repeat here, 1<<move
	unasked  bool                 // a pitch nobody asked for may still come in this meeting
}

// New makes a conversation of the book ready to be held. The error says that
// the book has no such conversation or no such client.
func New(book *scenarios.Book, id string) (*Talk, error) {
	for i := range book.Conversations {
		if c := &book.Conversations[i]; c.ID == id {
			return newTalk(book, c)
		}
	}
	return nil, fmt.Errorf("no conversation %q in the book", id)
}

func newTalk(book *scenarios.Book, c *scenarios.Conversation) (*Talk, error) {
	t := &Talk{Conversation: c, beats: make([]beat, len(c.Beats))}
	for i := range book.Clients {
		if book.Clients[i].ID == c.Client {
			t.Client = &book.Clients[i]
		}
	}
	if t.Client == nil {
		return nil, fmt.Errorf("conversation %q: no client %q in the book", c.ID, c.Client)
	}
	for i := range c.Beats {
		b := &c.Beats[i]
		for k := range b.Replies {
			m := trust.Mean(t.Client, &c.Meetings[b.Meeting], b, &b.Replies[k])
			t.beats[i].replies = append(t.beats[i].replies, m)
			if m.CanRepeat() {
				t.beats[i].lasts |= 1 << m.Moves[0]
			}
			if b.Replies[k].When == (scenarios.Condition{}) {
				t.beats[i].always |= 1 << k
			}
		}
	}
	t.findLive()
	return t, nil
}

// Meeting is the meeting that the state is in; that of the first beat when the
// conversation is over.
func (t *Talk) Meeting(s State) *scenarios.Meeting {
	return &t.Conversation.Meetings[t.Beat(s).Meeting]
}

// Beat is the beat that the state is at, the first when the conversation is
// over.
func (t *Talk) Beat(s State) *scenarios.Beat {
	return &t.Conversation.Beats[t.place(s.Beat)]
}

// place is the index of the beat that stands for a state's.
func (t *Talk) place(beat int16) int {
	if beat < 0 || int(beat) >= len(t.beats) {
		return 0 // over; or a record of another text: its ending stands, its beats do not
	}
	return int(beat)
}

// Line is what the client says at the state.
func (t *Talk) Line(s State) *scenarios.Line {
	lines := t.Beat(s).Lines
	last := len(lines) - 1 // it is said where no other is
	for i := range lines[:last] {
		if t.Holds(&s, &lines[i].When) {
			return &lines[i]
		}
	}
	return &lines[last]
}

// Ending is how the conversation ended, or nil while it goes on or where it
// was recorded on a text that had other endings.
func (t *Talk) Ending(s State) *scenarios.Ending {
	if !s.Over() || int(s.Ending) >= len(t.Conversation.Endings) {
		return nil
	}
	return &t.Conversation.Endings[s.Ending]
}

// TrustedAdvisor reports whether the state is an ending in which the player is
// a trusted advisor: high trust, no deception, no broken promise, and what was
// best for the client.
func (t *Talk) TrustedAdvisor(s State) bool {
	e := t.Ending(s)
	return e != nil && e.Serves && s.Trust.Band() == scenarios.Trusting &&
		s.Trust.Ceiling != trust.Deceived && !s.Promises.any(broken)
}
