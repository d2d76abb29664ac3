// Package room is a conversation held by a room of people: what is voted on,
// what is shown when, and the path that comes of it. Where counts come from,
// hands that somebody counts or phones, is no matter to it. Its state is plain
// data that can be kept at any moment and taken up again ([Session.Encode]); a
// table's path is a talk.Run, so it has a code and a debrief like any other. It
// is pure: the time is a parameter.
package room

import (
	"errors"
	"time"

	"earned/game/talk"
	"earned/scenarios"
)

// Plan is what is chosen before a room begins.
type Plan struct {
	Conversation string // id
	Start        int    // index of the named start
	Prepared     uint16 // notes that were read out, 1<<index
	Way          []int  // replies given for the room before it begins, by index; none: the whole conversation
	Tables       int    // 1 or 2
	Phones       bool   // votes come from phones; else hands are counted
	Discussion   time.Duration
	Seed         uint64
}

// Session is a conversation being held by a room. The fields are to be read;
// its methods change them, and report false, changing nothing, for what has no
// meaning just then.
type Session struct {
	Talk       *talk.Talk
	Phones     bool
	From       int // replies given before the room began
	Tables     []Table
	Turn       int // index of the table that is asked
	Phase      Phase
	Second     bool     // the vote is the one after the discussion
	Aside      bool     // the reading is asked for out of turn, and leads back to the beat
	Splits     [2][]int // of this round, before and after discussion, by offer in the order shown; nil: not voted
	Vote       int      // number of the last vote opened, rising strictly from 1; 0: none was
	Timer      Timer
	Discussion time.Duration // how long a discussion is given
}

// Table is one table of the room, or all of it.
type Table struct {
	Ways []Way // at least one; the last is the one being gone
}

// Way is one way through the conversation: going back to a moment begins
// another.
type Way struct {
	Run      talk.Run // its readings are the room's, rounded, of five votes and more
	From     int      // of a way begun by going back: the reply it began at
	Rounds   []Round
	Readings []Reading
}

// Round is how the room came to a reply.
type Round struct {
	At            int   // replies given before it
	Said          int   // the offer that was said, in the order shown
	Before, After []int // votes before and after discussion, by offer in the order shown; nil: not taken
}

// Reading is one answer of the room to "how much do they trust us?".
type Reading struct {
	After  int         // replies given before it
	Counts [Levels]int // votes for 1 to 5; all nought: it was passed over
}

// Levels is how many answers a reading offers.
const Levels = 5

// The limits of what is kept: far above what a workshop needs, low enough that
// a session always fits where it is kept.
const (
	MaxVotes      = 9999 // for one offer
	MaxWays       = 6    // a table
	MaxDiscussion = time.Hour
)

// Phase is what the room is doing.
type Phase uint8

// The phases, in the order of a full round.
const (
	Scene   Phase = iota // a meeting opens
	Read                 // what the client says is read, and what may be answered
	Vote                 // votes are taken; nobody sees them
	Split                // how they came out
	Discuss              // the room argues; then Vote and Split again
	Ask                  // votes on how much they trust us
	Asked                // how those came out
	Ended                // the conversation of the table is over
	Over                 // all is over
	numPhases
)

// ErrPlan says that a plan cannot be begun.
var ErrPlan = errors.New("this conversation cannot begin so")

// New begins. The error says that the book has no such conversation, or that
// the way before the beginning is not one that can be gone.
func New(book *scenarios.Book, p Plan) (*Session, error) {
	t, err := talk.New(book, p.Conversation)
	if err != nil {
		return nil, err
	}
	if p.Tables < 1 || p.Tables > 2 || p.Start < 0 || p.Start > 0 && p.Start >= len(t.Conversation.Starts) || p.Discussion < 0 || p.Discussion > MaxDiscussion {
		return nil, ErrPlan
	}
	run := t.NewRun(p.Start, p.Prepared, p.Seed)
	for _, r := range p.Way {
		if run.End.Over() || !t.Offers(run.End, r) {
			return nil, ErrPlan
		}
		run, _ = t.Say(run, r)
	}
	if run.End.Over() {
		return nil, ErrPlan
	}
	s := &Session{Talk: t, Phones: p.Phones, From: len(p.Way), Discussion: p.Discussion}
	for range p.Tables {
		s.Tables = append(s.Tables, Table{Ways: []Way{{Run: run}}})
	}
	s.begin()
	return s, nil
}

// Way is the way being gone by the table that is asked.
func (s *Session) Way() *Way { return s.Tables[s.Turn].way() }

func (t *Table) way() *Way { return &t.Ways[len(t.Ways)-1] }

// Way is the way the table is going, or went last.
func (t *Table) Way() *Way { return t.way() }

// Now is how things stand at the table that is asked.
func (s *Session) Now() talk.State { return s.Way().Run.End }

// Began is how things stood where the room began.
func (s *Session) Began() talk.State { return s.at(&s.Tables[0].Ways[0], s.From) }

// Said is how many replies were given at the table that is asked, those before
// the room began among them.
func (s *Session) Said() int { return len(s.Way().Run.Replies) }

// Offers are the replies offered now, by index in their beat, in the order in
// which they are shown as A, B, C …; none where it is over.
func (s *Session) Offers() []int {
	w := s.Way()
	if w.Run.End.Over() {
		return nil
	}
	return s.Talk.Order(w.Run.Seed, w.Run.End, nil)
}

// choices is how many things there are to vote for.
func (s *Session) choices() int {
	if s.Phase == Ask || s.Phase == Asked {
		return Levels
	}
	return len(s.Offers())
}

// other is the table that is not asked, where it goes on; false: there is none.
func (s *Session) other() (int, bool) {
	if len(s.Tables) < 2 {
		return 0, false
	}
	o := 1 - s.Turn
	return o, !s.Tables[o].way().Run.End.Over()
}
