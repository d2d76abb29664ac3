package talk

import (
	"fmt"
	"slices"

	"earned/game/trust"
	"earned/scenarios"
)

// Run is a versioned record of one conversation held. Save, resume, rewind,
// what-if, sharing and a bug report all replay it. The recorded end state is
// the truth; replay verifies it.
type Run struct {
	Rules        uint8  // trust.Version when it was played
	Conversation string // id
	Hash         uint64 // the low 24 bits of the conversation's hash when it was played
	Start        int    // index of the named start, 0–63
	Prepared     uint16 // notes that were read, 1<<index, 0–4095
	Seed         uint64 // of the order of replies, 36 bits
	Replies      []ReplyCode
	Readings     []Reading
	End          State // where it stands: the ending, or the beat while it goes on
}

// Reading is one answer to "how is it going?".
type Reading struct {
	After int // how many replies had been given, 0–63
	Trust int // 0 (not at all) to 4 (completely), as the player reads it
}

// ReplyCode stands for a reply within its beat: six bits of its id, the same
// for ever as long as the id is. No two replies of a beat may share one.
type ReplyCode uint8

// Code is the code of a reply's id.
func Code(id string) ReplyCode {
	h := uint32(2166136261)
	for i := range len(id) {
		h = (h ^ uint32(id[i])) * 16777619
	}
	return ReplyCode((h ^ h>>6 ^ h>>12 ^ h>>18 ^ h>>24) & 63)
}

const hashBits = 1<<24 - 1

// NewRun is the record of a run that begins.
func (t *Talk) NewRun(start int, prepared uint16, seed uint64) Run {
	return Run{Rules: trust.Version, Conversation: t.Conversation.ID, Hash: t.Conversation.Hash & hashBits,
		Start: start, Prepared: prepared, Seed: seed & (1<<36 - 1), End: t.Start(start, prepared)}
}

// Say adds the reply with the index to the run and moves it on. The replies
// said before are not shared with the run it returns.
func (t *Talk) Say(r Run, reply int) (Run, trust.Result) {
	code := Code(t.Beat(r.End).Replies[reply].ID)
	r.Replies = append(slices.Clip(r.Replies), code)
	var result trust.Result
	r.End, result = t.Apply(r.End, reply)
	return r, result
}

// Current reports whether the run was played by today's rules on today's text.
// Where it was not, its recorded ending stands all the same.
func (t *Talk) Current(r Run) bool {
	return r.Rules == trust.Version && r.Hash == t.Conversation.Hash&hashBits
}

// Moment is one reply of a run: how things stood, what was said on both sides,
// how it landed and how things stood after.
type Moment struct {
	Before State
	Line   *scenarios.Line
	Reply  int
	Result trust.Result
	After  State
	Stood  trust.Set // the rules that no reply sets off, and that it hung on
}

// Replay plays a run again from its start. The error names the moment at which
// the run does not fit the conversation as it is today; the moments up to it
// are returned with it.
func (t *Talk) Replay(r Run) ([]Moment, error) {
	s := t.Start(r.Start, r.Prepared)
	moments := make([]Moment, 0, len(r.Replies))
	for n, code := range r.Replies {
		if s.Over() {
			return moments, fmt.Errorf("reply %d of the run: the conversation is over by then", n+1)
		}
		i := t.find(s, code)
		if i < 0 {
			return moments, fmt.Errorf("reply %d of the run is not offered at beat %q any more", n+1, t.Beat(s).ID)
		}
		m := Moment{Before: s, Line: t.Line(s), Reply: i}
		m.After, m.Result = t.Apply(s, i)
		m.Stood = t.standing(&m, &r, n == 0)
		moments = append(moments, m)
		s = m.After
	}
	if s != r.End && t.Current(r) {
		return moments, fmt.Errorf("the run ends otherwise than recorded")
	}
	return moments, nil
}

// find is the index of the offered reply with the code, or -1.
func (t *Talk) find(s State, code ReplyCode) int {
	replies := t.Beat(s).Replies
	for i := range replies {
		if Code(replies[i].ID) == code && t.Holds(&s, &replies[i].When) {
			return i
		}
	}
	return -1
}
