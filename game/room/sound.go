package room

import (
	"errors"

	"earned/game/talk"
)

var errUnsound = errors.New("it does not fit together")

// sound makes ready what was read, and refuses what no session ever comes to:
// whatever follows may rely on it.
func (s *Session) sound() error {
	if len(s.Tables) == 0 || s.Turn >= len(s.Tables) {
		return errUnsound
	}
	for i := range s.Tables {
		if len(s.Tables[i].Ways) == 0 {
			return errUnsound
		}
		for k := range s.Tables[i].Ways {
			if err := s.soundWay(&s.Tables[i].Ways[k]); err != nil {
				return err
			}
		}
	}
	over := s.Now().Over()
	if s.Aside && s.Phase != Ask && s.Phase != Asked {
		return errUnsound
	}
	switch s.Phase {
	case Ended, Over:
		if o, on := s.other(); !over || s.Phase == Over && on && o != s.Turn {
			return errUnsound
		}
		return s.noSplits()
	case Scene, Read:
		if over {
			return errUnsound
		}
		return s.noSplits()
	}
	if over || s.Vote == 0 || s.Second && (s.Phase != Vote && s.Phase != Split || s.Splits[0] == nil) || s.Timer.Runs && s.Timer.Left != 0 {
		return errUnsound
	}
	return s.soundSplits()
}

func (s *Session) noSplits() error {
	// Stepping back from a first vote leaves its hands counted.
	if s.Second || s.Splits[1] != nil || s.Splits[0] != nil && (s.Phase != Read && s.Phase != Scene || len(s.Splits[0]) != len(s.Offers())) {
		return errUnsound
	}
	return nil
}

// soundSplits: each vote is for what is offered, and one that was seen is
// counted.
func (s *Session) soundSplits() error {
	if *s.slot() == nil {
		return errUnsound
	}
	for i, split := range s.Splits {
		if split == nil {
			continue
		}
		if len(split) != s.choices() {
			return errUnsound
		}
		open := (s.Phase == Vote || s.Phase == Ask) && (i == 1) == s.Second
		for _, n := range split {
			if n == Uncounted && !open && !(i == 1 && !s.Second) {
				return errUnsound
			}
		}
	}
	return nil
}

// soundWay replays a way and checks what hangs on it.
func (s *Session) soundWay(w *Way) error {
	if s.Talk == nil {
		return errUnsound
	}
	if w.Run.Conversation != s.Talk.Conversation.ID || w.From > len(w.Run.Replies) || s.From > len(w.Run.Replies) {
		return errUnsound
	}
	if !s.Talk.Current(w.Run) {
		return ErrRewritten
	}
	moments, err := s.Talk.Replay(w.Run)
	if err != nil {
		return ErrRewritten
	}
	offered := func(at int) int { return len(s.Talk.Offered(moments[at].Before, nil)) }
	for _, r := range w.Rounds {
		if r.At >= len(moments) || r.Said >= offered(r.At) ||
			r.Before != nil && len(r.Before) != offered(r.At) || r.After != nil && len(r.After) != offered(r.At) {
			return errUnsound
		}
	}
	for _, r := range w.Readings {
		if r.After > len(moments) {
			return errUnsound
		}
	}
	w.record()
	return nil
}

// begun finds the conversation of the first way.
func (r *reader) begun(conversation string) {
	if r.s.Talk == nil {
		t, err := talk.New(r.book, conversation)
		if err != nil {
			r.fail("%w", err)
			return
		}
		r.s.Talk = t
	}
}
