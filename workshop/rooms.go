package workshop

import (
	"context"
	"strings"
	"sync"
	"time"
)

// rooms are those that someone uses here now. The others cost nothing.
type rooms struct {
	mu      sync.Mutex
	here    map[string]*room
	folding map[string]*folding
	load    func(context.Context, string) (*room, error)
}

// folding is a room that is being loaded, by one for all who ask.
type folding struct {
	done chan struct{}
	room *room
	err  error
	told []told // by the feed meanwhile
}

// told is an event as the feed tells it.
type told struct {
	seq     uint64
	subject string
	data    []byte
}

// got hands an event to its room, if that is here. The others cost nothing.
func (rs *rooms) got(seq uint64, subject string, data []byte) {
	code, _, _ := strings.Cut(strings.TrimPrefix(subject, subjects), ".")
	rs.mu.Lock()
	r := rs.here[code]
	if f := rs.folding[code]; f != nil {
		f.told = append(f.told, told{seq, subject, data})
	}
	rs.mu.Unlock()
	if r != nil {
		r.got(seq, subject, data)
	}
}

func (rs *rooms) get(code string) *room {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	return rs.here[code]
}

// fold loads a room, once for all who ask at the same time.
func (rs *rooms) fold(ctx context.Context, code string, patience time.Duration) (*room, error) {
	rs.mu.Lock()
	if r := rs.here[code]; r != nil {
		rs.mu.Unlock()
		return r, nil
	}
	f, loading := rs.folding[code]
	if !loading {
		f = &folding{done: make(chan struct{})}
		if rs.folding == nil {
			rs.folding, rs.here = map[string]*folding{}, map[string]*room{}
		}
		rs.folding[code] = f
		go rs.run(context.WithoutCancel(ctx), code, f, patience)
	}
	rs.mu.Unlock()
	select {
	case <-f.done:
		return f.room, f.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (rs *rooms) run(ctx context.Context, code string, f *folding, patience time.Duration) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	f.room, f.err = rs.load(ctx, code)
	rs.mu.Lock()
	delete(rs.folding, code)
	if f.err == nil {
		for _, t := range f.told {
			f.room.got(t.seq, t.subject, t.data)
		}
		rs.here[code] = f.room
	}
	f.told = nil
	rs.mu.Unlock()
	if f.err == nil {
		f.room.begin()
	}
	close(f.done)
}

// all are the rooms here now.
func (rs *rooms) all() (all []*room) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	for _, r := range rs.here {
		all = append(all, r)
	}
	return all
}

// forget lets go of a room, so that who asks next loads it anew.
func (rs *rooms) forget(r *room) {
	rs.mu.Lock()
	if rs.here[r.code] == r {
		delete(rs.here, r.code)
	}
	rs.mu.Unlock()
	r.leave()
}

// roomCount is how many rooms there are, as counted now and then and with
// those made here since.
type roomCount struct {
	mu sync.Mutex
	n  int
}

// add makes it one more, unless there are as many as may be.
func (c *roomCount) add(limit int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.n >= limit {
		return false
	}
	c.n++
	return true
}

func (c *roomCount) set(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n = n
}
