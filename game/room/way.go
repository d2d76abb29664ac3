package room

import "slices"

// Return goes back to a moment of a table's way, to answer otherwise: it begins
// another way, and the one before stands as it was gone.
func (s *Session) Return(table, moment int) bool {
	if table < 0 || table >= len(s.Tables) {
		return false
	}
	t := &s.Tables[table]
	w := t.way()
	if moment < s.From || moment >= len(w.Run.Replies) {
		return false
	}
	began := len(t.Ways) > 1 && len(w.Run.Replies) > w.From || len(t.Ways) == 1
	if began && len(t.Ways) == MaxWays {
		return false
	}
	n := s.until(w, moment)
	if began {
		t.Ways = append(t.Ways, n)
	} else { // nothing was said on it yet
		t.Ways[len(t.Ways)-1] = n
	}
	s.Turn = table
	s.Second, s.Aside, s.Splits, s.Timer = false, false, [2][]int{}, Timer{}
	s.Phase = Read
	return true
}

// until is a way as it stood before its reply at the moment.
func (s *Session) until(w *Way, moment int) Way {
	n := Way{Run: w.Run, From: moment}
	n.Run.Replies = slices.Clone(w.Run.Replies[:moment])
	n.Run.End = s.at(w, moment)
	for _, r := range w.Rounds {
		if r.At < moment {
			n.Rounds = append(n.Rounds, r)
		}
	}
	for _, r := range w.Readings {
		if r.After <= moment {
			n.Readings = append(n.Readings, r)
		}
	}
	n.record()
	return n
}

// RoundAt is how the room came to the reply after so many, or nil: it was said
// at once, or before the room began.
func (w *Way) RoundAt(n int) *Round {
	for i := range w.Rounds {
		if w.Rounds[i].At == n {
			return &w.Rounds[i]
		}
	}
	return nil
}
