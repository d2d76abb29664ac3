package room

import (
	"earned/game/talk"
)

// Uncounted is the count of an offer whose hands were not counted yet.
const Uncounted = -1

// Few is how many votes a split must have to be shown afterwards: of fewer,
// somebody could be told apart.
const Few = 5

// slot is where the votes of this phase are counted.
func (s *Session) slot() *[]int {
	if s.Second {
		return &s.Splits[1]
	}
	return &s.Splits[0]
}

// Counts is the vote that is open or was last closed, by offer; a reading's by
// level. Not to be changed.
func (s *Session) Counts() []int {
	switch s.Phase {
	case Vote, Split, Ask, Asked:
		return *s.slot()
	case Discuss:
		return s.Splits[0]
	}
	return nil
}

// Counting reports whether counts can be entered or put right.
func (s *Session) Counting() bool {
	return !s.Phones && (s.Phase == Vote || s.Phase == Split || s.Phase == Ask || s.Phase == Asked)
}

// Count says how many hands there were for an offer; the last word counts, so
// a mistyped one is put right by saying it again, also after the split is seen.
func (s *Session) Count(offer, votes int) bool {
	if !s.Counting() || offer < 0 || offer >= s.choices() || votes < 0 || votes > MaxVotes {
		return false
	}
	(*s.slot())[offer] = votes
	if s.Phase == Asked {
		s.read()
	}
	return true
}

// Uncount takes a count back while the vote is open.
func (s *Session) Uncount(offer int) bool {
	if s.Phones || s.Phase != Vote && s.Phase != Ask || offer < 0 || offer >= s.choices() {
		return false
	}
	(*s.slot())[offer] = Uncounted
	return true
}

// Counted takes the counts of phones when their vote has closed. They are
// refused where they are of another vote.
func (s *Session) Counted(vote int, counts []int) bool {
	if !s.Phones || vote != s.Vote || s.Phase != Vote && s.Phase != Ask || len(counts) != s.choices() {
		return false
	}
	for i, n := range counts {
		(*s.slot())[i] = min(max(n, 0), MaxVotes)
	}
	return s.Reveal()
}

// Sum is how many votes a split has; what is not counted is none.
func Sum(split []int) int {
	n := 0
	for _, v := range split {
		n += max(v, 0)
	}
	return n
}

// Leading are the offers with the most votes in the last split seen of this
// round: one, or several where they tie. None: no vote was seen, or nobody
// voted.
func (s *Session) Leading() []int {
	split := s.Counts()
	if s.Phase != Split && s.Phase != Discuss || Sum(split) == 0 {
		return nil
	}
	return Most(split)
}

// Most are the places of a split's greatest count.
func Most(split []int) []int {
	var out []int
	for i, n := range split {
		switch {
		case len(out) == 0 || n > split[out[0]]:
			out = append(out[:0], i)
		case n == split[out[0]]:
			out = append(out, i)
		}
	}
	return out
}

// readingDue reports whether the beat just answered asks how it is going, and
// nobody has.
func (s *Session) readingDue() bool {
	w := s.Way()
	n := len(w.Run.Replies)
	if n <= s.From || w.Run.End.Over() {
		return false
	}
	for i := range w.Readings {
		if w.Readings[i].After == n {
			return false
		}
	}
	return s.Talk.Beat(s.at(w, n-1)).Ask
}

// read keeps the room's reading beside the run.
func (s *Session) read() {
	w := s.Way()
	r := Reading{After: len(w.Run.Replies)}
	copy(r.Counts[:], s.Splits[0])
	if k := len(w.Readings) - 1; k >= 0 && w.Readings[k].After == r.After {
		w.Readings = w.Readings[:k:k]
	}
	w.Readings = append(w.Readings, r)
	w.record()
}

// record puts the room's readings into the run, each as one answer; of fewer
// than Few votes none, for it would be somebody's own.
func (w *Way) record() {
	w.Run.Readings = nil
	for i := range w.Readings {
		if x, ok := w.Readings[i].Level(); ok && Sum(w.Readings[i].Counts[:]) >= Few {
			w.Run.Readings = append(w.Run.Readings, talk.Reading{After: w.Readings[i].After, Trust: x})
		}
	}
}

// Level is the reading as one answer, 0 to 4: the mean, rounded. False: nobody
// answered.
func (r *Reading) Level() (int, bool) {
	sum, votes := 0, 0
	for i, n := range r.Counts {
		sum += i * n
		votes += n
	}
	if votes == 0 {
		return 0, false
	}
	return (2*sum + votes) / (2 * votes), true
}
