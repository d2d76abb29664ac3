package room

import "time"

// Timer counts a discussion down. Times are since any one moment that stays the
// same for as long as the session is kept (the screens use that of Unix), so
// that a closed lid does not stop it.
type Timer struct {
	Runs bool
	Left time.Duration // while it does not run
	Ends time.Duration // while it runs: when
}

// Start lets it run.
func (t *Timer) Start(now time.Duration) {
	if !t.Runs {
		t.Runs, t.Ends, t.Left = true, (now + t.Left).Truncate(time.Millisecond), 0
	}
}

// Pause stops it where it is.
func (t *Timer) Pause(now time.Duration) {
	if t.Runs {
		*t = Timer{Left: t.Remaining(now).Truncate(time.Millisecond)}
	}
}

// Remaining is how much is left, never less than nothing.
func (t *Timer) Remaining(now time.Duration) time.Duration {
	if t.Runs {
		return min(max(0, t.Ends-now), MaxDiscussion) // a clock may have been set back
	}
	return t.Left
}

// Turned pauses the discussion's timer, or lets it run on.
func (s *Session) Turned(now time.Duration) bool {
	if s.Phase != Discuss {
		return false
	}
	if s.Timer.Runs {
		s.Timer.Pause(now)
	} else {
		s.Timer.Start(now)
	}
	return true
}

// Add gives the discussion more time, from now where it has run out.
func (s *Session) Add(now, more time.Duration) bool {
	if s.Phase != Discuss || more <= 0 {
		return false
	}
	runs := s.Timer.Runs
	left := min(s.Timer.Remaining(now)+more, MaxDiscussion).Truncate(time.Millisecond)
	s.Timer = Timer{Left: left}
	if runs {
		s.Timer.Start(now)
	}
	return true
}
