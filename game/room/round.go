package room

import (
	"slices"
	"time"

	"earned/game/talk"
)

// Go goes on from where there is only one way on: a scene was read, a reading
// was seen, an ending was.
func (s *Session) Go() bool {
	switch s.Phase {
	case Scene:
		s.Phase = Read
	case Asked:
		aside := s.Aside
		if s.begin(); aside {
			s.Phase = Read
		}
	case Ended:
		o, on := s.other()
		if !on {
			s.Phase = Over
			return true
		}
		s.Turn = o
		s.begin()
	default:
		return false
	}
	return true
}

// Open opens a vote: the first, or the one after the discussion. Hands that
// were counted before, when it was open already, stay counted.
func (s *Session) Open() bool {
	switch {
	case s.Phase == Read:
		s.Second = false
	case s.Phase == Discuss, s.Phase == Split && !s.Second:
		s.Second = true
	default:
		return false
	}
	s.Phase = Vote
	s.open()
	return true
}

// AskReading opens the vote on how much they trust us, before the beat's own.
func (s *Session) AskReading() bool {
	if s.Phase != Read {
		return false
	}
	s.ask()
	s.Aside = true
	return true
}

func (s *Session) ask() {
	s.Phase, s.Second, s.Splits = Ask, false, [2][]int{}
	s.open()
}

// open makes the vote of this phase ready to be counted.
func (s *Session) open() {
	s.Vote++
	if c := s.slot(); *c == nil || s.Phones {
		*c = slices.Repeat([]int{Uncounted}, s.choices())
	}
}

// Again starts the vote over: nothing counted for it stands.
func (s *Session) Again() bool {
	switch s.Phase {
	case Split:
		s.Phase = Vote
	case Asked:
		s.Phase = Ask
	case Vote, Ask:
	default:
		return false
	}
	*s.slot() = nil
	if !s.Second {
		s.Splits[1] = nil // it came after the vote that is taken anew
	}
	s.open()
	return true
}

// Reveal closes the vote and shows how it came out. What was not counted is
// none.
func (s *Session) Reveal() bool {
	switch s.Phase {
	case Vote:
		s.Phase = Split
	case Ask:
		s.Phase = Asked
	default:
		return false
	}
	c := *s.slot()
	for i := range c {
		c[i] = max(c[i], 0)
	}
	if s.Phase == Asked {
		s.read()
	}
	return true
}

// StartDiscussion begins it, and its timer.
func (s *Session) StartDiscussion(now time.Duration) bool {
	if s.Phase != Split || s.Second {
		return false
	}
	s.Phase = Discuss
	s.Timer = Timer{Left: s.Discussion}
	s.Timer.Start(now)
	return true
}

// Say says the offer to the client, from wherever a reply can be decided: after
// a split, out of the discussion, or at once.
func (s *Session) Say(offer int) bool {
	offers := s.Offers()
	if s.Phase != Read && s.Phase != Split && s.Phase != Discuss || offer < 0 || offer >= len(offers) {
		return false
	}
	w := s.Way()
	if s.Phase != Read { // hands counted and never shown decided nothing
		r := Round{At: len(w.Run.Replies), Said: offer, Before: s.Splits[0]}
		if s.Second {
			r.After = s.Splits[1]
		}
		w.Rounds = append(w.Rounds, r)
	}
	w.Run, _ = s.Talk.Say(w.Run, offers[offer])
	s.Timer = Timer{}
	if w.Run.End.Over() {
		s.Phase, s.Second, s.Splits = Ended, false, [2][]int{}
		return true
	}
	if o, on := s.other(); on {
		s.Turn = o
	}
	s.begin()
	return true
}

// begin begins the turn of the table that is asked: with the reading that is
// due, the scene of a meeting that opens, or the beat.
func (s *Session) begin() {
	s.Second, s.Aside, s.Splits, s.Timer = false, false, [2][]int{}, Timer{}
	switch {
	case s.readingDue():
		s.ask()
	case s.opens():
		s.Phase = Scene
	default:
		s.Phase = Read
	}
}

// opens reports whether a meeting opens just now.
func (s *Session) opens() bool {
	w := s.Way()
	n := len(w.Run.Replies)
	if n == s.From {
		return true // also in the middle: it says what came before
	}
	return s.Talk.Beat(s.at(w, n-1)).Meeting != s.Talk.Beat(w.Run.End).Meeting
}

// at is how things stood on a way after so many replies. A way was replayed
// when it was begun or taken up, so it can be.
func (s *Session) at(w *Way, n int) talk.State {
	run := w.Run
	run.Replies = run.Replies[:n]
	moments, _ := s.Talk.Replay(run) // it ends elsewhere than recorded, and says so
	if len(moments) == 0 {
		return s.Talk.Start(run.Start, run.Prepared)
	}
	return moments[len(moments)-1].After
}

// Back is a step back within a round, to see again or to put right; it undoes
// nothing that was said. With phones a vote that is closed stays closed.
func (s *Session) Back() bool {
	switch s.Phase {
	case Read:
		if !s.opens() {
			return false
		}
		s.Phase = Scene
	case Vote:
		switch {
		case s.Phones:
			return false
		case s.Second:
			s.Phase = Discuss
			s.Second = false
		default:
			s.Phase, s.Splits[1] = Read, nil
		}
	case Split:
		if s.Phones {
			return false
		}
		s.Phase = Vote
		if !s.Second {
			s.Splits[1] = nil
		}
	case Discuss:
		s.Phase = Split
		s.Timer = Timer{}
	case Asked:
		if s.Phones {
			return false
		}
		s.Phase = Ask
	default:
		return false
	}
	return true
}

// Renumber gives the open vote a later number: where votes are counted another
// has been opened since.
func (s *Session) Renumber(vote int) bool {
	if s.Phase != Vote && s.Phase != Ask || vote <= s.Vote {
		return false
	}
	s.Vote = vote
	return true
}
