package workshop

import (
	"sync"
	"time"
)

// beats asks every connection now and then whether it is still there, spread
// evenly: that keeps proxies from closing it, and finds phones that left
// without a word.
type beats struct {
	mu   sync.Mutex
	ring [20]map[*listener]bool
	next int
}

func (b *beats) add(l *listener) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next = (b.next + 1) % len(b.ring)
	if b.ring[b.next] == nil {
		b.ring[b.next] = map[*listener]bool{}
	}
	b.ring[b.next][l] = true
}

func (b *beats) remove(l *listener) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, set := range b.ring {
		if set[l] {
			delete(set, l)
			return
		}
	}
}

// all are those connected now.
func (b *beats) all() (all []*listener) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, set := range b.ring {
		for l := range set {
			all = append(all, l)
		}
	}
	return all
}

// run beats until closed.
func (b *beats) run(closed <-chan struct{}) {
	t := time.NewTicker(beatEvery / time.Duration(len(b.ring)))
	defer t.Stop()
	for at := 0; ; at = (at + 1) % len(b.ring) {
		select {
		case <-closed:
			return
		case <-t.C:
		}
		b.mu.Lock()
		now := make([]*listener, 0, len(b.ring[at]))
		for l := range b.ring[at] {
			now = append(now, l)
		}
		b.mu.Unlock()
		for _, l := range now {
			go l.beat()
		}
	}
}
