package workshop

import (
	"context"
	"time"
)

const (
	tidyEvery  = 10 * time.Second // letting go of rooms that nobody uses here
	idleFor    = 2 * time.Minute  // after so long
	expireMost = 10 * time.Minute // between two looks for expired rooms
)

// sweep keeps house until the server closes.
func (s *Server) sweep(ctx context.Context) {
	tidy := time.NewTicker(tidyEvery)
	defer tidy.Stop()
	here := time.NewTicker(hereEvery)
	defer here.Stop()
	expire := time.NewTicker(min(max(s.limits.Expire/10, time.Second), expireMost))
	defer expire.Stop()
	ctx, cancel := context.WithCancel(ctx)
	go func() { <-s.closed; cancel() }()
	for {
		select {
		case <-s.closed:
			return
		case <-tidy.C:
			s.tidy(s.now().Add(-idleFor))
		case <-here.C:
			for _, r := range s.rooms.all() {
				r.repeat(s.now())
			}
		case <-expire.C:
			s.expire(ctx)
		}
	}
}

// tidy lets go of the rooms that nobody has used here since then, and of those
// that are over.
func (s *Server) tidy(since time.Time) {
	for _, r := range s.rooms.all() {
		if r.idle(since) || r.ended(since) {
			s.rooms.forget(r)
		}
	}
}

// expire ends the rooms whose last use is too long ago, and erases those that
// had ended at the look before: by now everyone has been told. Every server
// does so; doing it twice does no harm.
func (s *Server) expire(ctx context.Context) {
	s.expiring.Lock()
	defer s.expiring.Unlock()
	all, err := s.store.codes(ctx, made)
	if err != nil {
		return // the next look may go better
	}
	living, err1 := s.store.codes(ctx, used)
	over, err2 := s.store.codes(ctx, ended)
	if err1 != nil || err2 != nil {
		return
	}
	s.count.set(len(all))
	before := s.over
	s.over = over
	for code := range over {
		if !before[code] {
			continue
		}
		if err := s.store.erase(ctx, subjects+code+".>"); err != nil {
			return
		}
		if r := s.rooms.get(code); r != nil {
			s.rooms.forget(r)
		}
	}
	for code := range all {
		if over[code] || living[code] {
			continue
		}
		if _, err := s.store.write(ctx, code, &event{kind: ended}); err != nil {
			return
		}
	}
}
