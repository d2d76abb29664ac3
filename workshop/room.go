package workshop

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"
)

// room is one room on this server: its fold, kept up to date by the stream,
// and who is connected here. It may be thrown away at any time and folded
// anew.
type room struct {
	server    *Server
	code      string
	joins     *bucket
	strangers *bucket // tokens that this server does not know

	mu       sync.Mutex
	moves    map[int]*bucket // from table to table, by seat
	fold     *fold
	seq      uint64 // the last event that is in the fold
	waiters  []waiter
	phones   map[int]*listener // by seat; several of one seat are linked
	waiting  *listener         // phones without a seat yet
	hosts    map[*listener]bool
	here     int          // seats with a phone connected to this server
	greeting int          // hosts that have not shown their secret yet
	asked    time.Time    // when someone last wanted this room
	marked   time.Time    // when it was last written that the room is used
	gone     bool         // no longer followed; ask the server for it again
	stray    map[int]bool // while loading: rounds that have votes in the stream; nil after
	away     *presence
}

// waiter is woken once the fold has an event.
type waiter struct {
	seq  uint64
	done chan struct{}
}

// load folds a room from the stream. It is handed what the feed tells from now
// on, and whatever it may have told before comes earlier in the stream than
// the event that is written here; so with all up to that one, nothing is
// missing.
func (s *Server) load(ctx context.Context, code string) (*room, error) {
	tail, err := s.store.last(ctx, subjects+code+"."+string(made))
	if err != nil {
		return nil, err
	}
	if tail == 0 {
		return nil, errNoRoom
	}
	mark, err := s.store.write(ctx, code, &event{kind: used})
	if err != nil {
		return nil, err
	}
	r := &room{
		server: s, code: code, fold: newFold(), stray: map[int]bool{}, asked: s.now(), marked: s.now(),
		joins: newBucket(s.limits.JoinBurst, s.limits.JoinRate), strangers: newBucket(s.limits.JoinBurst, s.limits.JoinRate),
		moves: map[int]*bucket{}, phones: map[int]*listener{}, hosts: map[*listener]bool{},
	}
	if err := s.store.history(ctx, code, mark, r.got); err != nil {
		return nil, err
	}
	if r.fold.secret == "" || r.fold.over {
		return nil, errNoRoom
	}
	return r, nil
}

// begin follows the loading, once the room is known to the feed: it finishes
// what another server may have left undone.
func (r *room) begin() {
	r.mu.Lock()
	stray := r.stray
	if !r.fold.now.settled {
		delete(stray, r.fold.now.number) // not yet to be erased
	}
	r.stray = nil
	r.mu.Unlock()
	for round := range stray {
		r.erase(round)
	}
	r.settle()
}

// got folds one event in and tells whom it concerns.
func (r *room) got(seq uint64, subject string, data []byte) {
	e, err := readEvent(subject, data)
	r.mu.Lock()
	defer r.mu.Unlock()
	if seq <= r.seq {
		return
	}
	r.seq = seq
	if err == nil { // what cannot be read was written by a later version, and is passed over
		r.tell(r.fold.apply(e))
		r.tidy(e)
	}
	r.waiters = slices.DeleteFunc(r.waiters, func(w waiter) bool {
		if w.seq > seq {
			return false
		}
		close(w.done)
		return true
	})
}

// tidy sees to it that no vote outlives its round, whenever it comes in. The
// room is locked.
func (r *room) tidy(e event) {
	now := &r.fold.now
	switch {
	case e.kind == voted && r.stray != nil:
		r.stray[e.round] = true
	case r.stray != nil: // loading: begin does the rest
	case e.kind == voted && (e.round != now.number || now.settled):
		go r.erase(e.round)
	case e.kind == hosts && e.Do == "open" && r.fold.before > 0: // it may never have been closed
		go r.erase(r.fold.before)
	case e.kind == hosts && e.Do == "close":
		go r.settle()
	}
}

// await returns once the fold has the event at seq, and with it all before.
func (r *room) await(ctx context.Context, seq uint64) error {
	r.mu.Lock()
	if r.seq >= seq {
		r.mu.Unlock()
		return nil
	}
	w := waiter{seq, make(chan struct{})}
	r.waiters = append(r.waiters, w)
	r.mu.Unlock()
	late := time.NewTicker(lateAfter)
	defer late.Stop()
	for {
		select {
		case <-w.done:
			return nil
		case <-ctx.Done():
			return fmt.Errorf("rooms: the stream is late: %w", ctx.Err())
		case <-late.C:
			go r.server.feed.renew(context.WithoutCancel(ctx))
		}
	}
}

// lateAfter is when something written and not heard of is taken as a sign that
// the engine's node that told of it is gone.
const lateAfter = time.Second

// write appends an event of this room, and returns when it is in the fold.
// errThere says that its subject had one before, which is in the fold too.
func (r *room) write(ctx context.Context, e *event) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), r.server.patience) // a guest who leaves does not undo what was said
	defer cancel()
	for ctx.Err() == nil {
		seq, err := r.server.store.write(ctx, r.code, e)
		if err == nil {
			r.mark(ctx)
			return r.await(ctx, seq)
		}
		if !errors.Is(err, errThere) {
			return err
		}
		if seq, err = r.server.store.last(ctx, e.subject(r.code)); err != nil {
			return err
		}
		if seq > 0 {
			return cmp.Or(r.await(ctx, seq), errThere)
		}
		pause(ctx, 20*time.Millisecond) // a cluster is still writing it, or will not
	}
	return ctx.Err()
}

// mark writes now and then that the room is used, so that it does not expire.
func (r *room) mark(ctx context.Context) {
	now := r.server.now()
	r.mu.Lock()
	due := now.Sub(r.marked) > r.server.limits.Expire/24
	if due {
		r.marked = now
	}
	r.mu.Unlock()
	if !due {
		return
	}
	if _, err := r.server.store.write(ctx, r.code, &event{kind: used}); err != nil {
		r.mu.Lock()
		r.marked = time.Time{} // the next event tries again
		r.mu.Unlock()
	}
}

// settle writes the counts of a closed round and erases its votes. Every
// server of the room does so; the stream takes the first, and they are the
// same. One that dies in between leaves it to the next that loads the room.
func (r *room) settle() {
	r.mu.Lock()
	e := r.fold.unsettled()
	r.mu.Unlock()
	if e == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), r.server.patience)
	defer cancel()
	if err := r.write(ctx, e); errors.Is(err, errThere) {
		return // another server did
	} else if err != nil {
		r.server.log("rooms: counts could not be written; they will be with the next use of the room: " + err.Error())
		return
	}
	r.erase(e.round)
}

// erase removes the votes of a round whose counts are written, or that another
// has followed.
func (r *room) erase(round int) {
	ctx, cancel := context.WithTimeout(context.Background(), r.server.patience)
	defer cancel()
	if err := r.server.store.erase(ctx, fmt.Sprintf("%s%s.vote.%d.*", subjects, r.code, round)); err != nil {
		r.server.log("rooms: votes of a closed round could not be erased yet: " + err.Error())
	}
}

// tell pokes those who see something else now. The room is locked.
func (r *room) tell(t touched) {
	if t.all {
		for _, l := range r.phones {
			for ; l != nil; l = l.next {
				l.poke()
			}
		}
		for l := r.waiting; l != nil; l = l.next {
			l.poke()
		}
	} else if t.seat > 0 {
		for l := r.phones[t.seat]; l != nil; l = l.next {
			l.poke()
		}
	}
	if t.host {
		for l := range r.hosts {
			l.poke()
		}
	}
}

// idle tells whether nobody is connected and nobody asked since then.
func (r *room) idle(since time.Time) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.phones) == 0 && r.waiting == nil && len(r.hosts) == 0 && r.asked.Before(since)
}

// ended tells whether the room is over and nobody asked since then: everyone
// has been told.
func (r *room) ended(since time.Time) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.fold.over && r.asked.Before(since)
}

// leave stops following. Whoever is still connected is cut, and comes again.
func (r *room) leave() {
	r.mu.Lock()
	r.gone = true
	var cut []*listener
	for _, l := range r.phones {
		for ; l != nil; l = l.next {
			cut = append(cut, l)
		}
	}
	for l := r.waiting; l != nil; l = l.next {
		cut = append(cut, l)
	}
	for l := range r.hosts {
		cut = append(cut, l)
	}
	r.mu.Unlock()
	for _, l := range cut {
		l.cut()
	}
}
