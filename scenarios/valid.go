package scenarios

import (
	"errors"
	"fmt"
)

// valid says whether a book can be played: every index in range, every list
// that must end with something unconditional ending so. The reader of the
// written form finds far more, with places and suggestions; this guards the
// game against bytes that did not come from it.
func valid(b *Book) error {
	clients := map[string]bool{}
	for i := range b.Clients {
		x := &b.Clients[i]
		if x.ID == "" || clients[x.ID] {
			return fmt.Errorf("client %q: no id, or twice the same", x.ID)
		}
		clients[x.ID] = true
	}
	seen := map[string]bool{}
	for i := range b.Conversations {
		x := &b.Conversations[i]
		switch {
		case x.ID == "" || seen[x.ID]:
			return fmt.Errorf("conversation %q: no id, or twice the same", x.ID)
		case !clients[x.Client]:
			return fmt.Errorf("conversation %q: no client %q", x.ID, x.Client)
		}
		seen[x.ID] = true
		if err := validConversation(x); err != nil {
			return fmt.Errorf("conversation %q: %w", x.ID, err)
		}
	}
	return nil
}

func validConversation(x *Conversation) error {
	switch {
	case len(x.Meetings) == 0 || len(x.Beats) == 0 || len(x.Endings) == 0 || len(x.Starts) == 0:
		return errors.New("no meeting, beat, ending or start")
	case len(x.Facts) > MaxFacts || len(x.Promises) > MaxPromises || len(x.Notes) > MaxNotes:
		return fmt.Errorf("over %d facts, %d promises or %d notes", MaxFacts, MaxPromises, MaxNotes)
	case x.Prepare < 0 || x.Prepare > len(x.Notes) || x.Minutes < 0:
		return errors.New("prepare or minutes out of range")
	case x.Carries>>len(x.Facts) != 0:
		return errors.New("a carried fact is out of range")
	case x.Beats[0].Meeting != 0:
		return errors.New("the first beat is not in the first meeting")
	}
	if err := last(len(x.Endings), func(i int) Condition { return x.Endings[i].When }); err != nil {
		return fmt.Errorf("endings: %w", err)
	}
	for i := range x.Endings {
		if !x.inRange(x.Endings[i].When) {
			return fmt.Errorf("ending %q: condition out of range", x.Endings[i].ID)
		}
	}
	for i := range x.Starts {
		if x.Starts[i].Facts>>len(x.Facts) != 0 {
			return fmt.Errorf("start %q: fact out of range", x.Starts[i].ID)
		}
	}
	for i := range x.Questions {
		if q := &x.Questions[i]; q.Beat < Afterwards || q.Beat >= len(x.Beats) {
			return fmt.Errorf("question %d: beat out of range", i+1)
		}
	}
	seen := make(map[string]bool, len(x.Beats))
	for i := range x.Beats {
		id := x.Beats[i].ID
		if id == "" || seen[id] {
			return fmt.Errorf("beat %q: no id, or twice the same", id)
		}
		seen[id] = true
		if err := validBeat(x, i); err != nil {
			return fmt.Errorf("beat %q: %w", id, err)
		}
	}
	return nil
}

func validBeat(x *Conversation, i int) error {
	b := &x.Beats[i]
	switch {
	case int(b.Meeting) >= len(x.Meetings) || i > 0 && b.Meeting < x.Beats[i-1].Meeting:
		return errors.New("meeting out of range or order")
	case b.Due>>len(x.Promises) != 0:
		return errors.New("promise out of range")
	case len(b.Replies) == 0 || len(b.Replies) > MaxReplies:
		return fmt.Errorf("no reply, or over %d", MaxReplies)
	}
	if err := last(len(b.Lines), func(i int) Condition { return b.Lines[i].When }); err != nil {
		return fmt.Errorf("lines: %w", err)
	}
	for i := range b.Lines {
		if !x.inRange(b.Lines[i].When) {
			return errors.New("a line's condition out of range")
		}
	}
	for i := range b.Replies {
		if err := validReply(x, b, i); err != nil {
			return fmt.Errorf("reply %q: %w", b.Replies[i].ID, err)
		}
	}
	return nil
}

func validReply(x *Conversation, b *Beat, i int) error {
	r := &b.Replies[i]
	switch {
	case r.ID == "":
		return errors.New("no id")
	case r.Moves[0] == NoMove:
		return errors.New("no move")
	case (r.Promises|r.Keeps|r.Breaks)>>len(x.Promises) != 0:
		return errors.New("promise out of range")
	case r.Leaves>>len(x.Facts) != 0:
		return errors.New("fact out of range")
	case !x.inRange(r.When):
		return errors.New("condition out of range")
	}
	for k := range b.Replies[:i] {
		if b.Replies[k].ID == r.ID {
			return errors.New("twice the same id")
		}
	}
	for _, to := range r.To {
		if to.Beat < EndHere || to.Beat >= len(x.Beats) {
			return errors.New("target out of range")
		}
		if !x.inRange(to.When) {
			return errors.New("a target's condition out of range")
		}
	}
	if err := last(len(r.To), func(i int) Condition { return r.To[i].When }); err != nil {
		return fmt.Errorf("targets: %w", err)
	}
	return nil
}

// last holds that there is at least one, and that the last has no condition.
func last(n int, when func(int) Condition) error {
	if n == 0 || when(n-1) != (Condition{}) {
		return errors.New("the last must stand without a condition")
	}
	return nil
}

func (c *Conversation) inRange(w Condition) bool {
	return (w.Facts|w.NotFacts)>>len(c.Facts) == 0 &&
		w.Prepared>>len(c.Notes) == 0 &&
		(w.Promised|w.Kept|w.Broken)>>len(c.Promises) == 0
}
