package workshop

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"testing"
	"time"
)

// bare is a room of no server, with nobody in it.
func bare(code string) *room {
	return &room{server: &Server{patience: time.Second}, code: code, fold: newFold(), stray: map[int]bool{}, phones: map[int]*listener{}, hosts: map[*listener]bool{}}
}

// tells hands an event to the rooms as the feed does.
func (rs *rooms) tells(code string, seq uint64, e event) { rs.got(seq, e.subject(code), e.data()) }

// What the feed tells while a room is being read is in it afterwards, once.
func TestWhatHappensWhileARoomIsReadIsNotMissed(t *testing.T) {
	var rs rooms
	rs.load = func(context.Context, string) (*room, error) {
		r := bare("ABCDEF")
		rs.tells("ABCDEF", 3, event{kind: taken, token: "c"}) // told before it is read
		for seq, e := range []event{opening, {kind: taken, token: "b"}, {kind: taken, token: "c"}} {
			r.got(uint64(seq+1), e.subject(r.code), e.data())
		}
		rs.tells("ABCDEF", 4, event{kind: taken, token: "d"}) // too late to be read
		rs.tells("GHIJKL", 5, event{kind: taken, token: "e"}) // another room's
		return r, nil
	}
	r, err := rs.fold(t.Context(), "ABCDEF", time.Second)
	if err != nil {
		t.Fatal(err)
	}
	rs.tells("ABCDEF", 6, event{kind: taken, token: "f"})
	for token, want := range map[string]int{"b": 1, "c": 2, "d": 3, "e": 0, "f": 4} {
		if got := r.fold.number[token]; got != want {
			t.Errorf("%s has seat %d, want %d", token, got, want)
		}
	}
}

// Many who ask for a room at once wait for one reading of it; where it fails,
// the next asks anew.
func TestARoomIsReadOnceForAllWhoAsk(t *testing.T) {
	var rs rooms
	begun, goOn := make(chan struct{}), make(chan error)
	rs.load = func(context.Context, string) (*room, error) {
		begun <- struct{}{}
		return bare("ABCDEF"), <-goOn
	}
	ask := func() error { _, err := rs.fold(t.Context(), "ABCDEF", time.Second); return err }
	for _, want := range []error{errNoRoom, nil} {
		var all sync.WaitGroup
		first := make(chan error, 1)
		go func() { first <- ask() }()
		<-begun
		for range 50 {
			all.Go(func() {
				if err := ask(); !errors.Is(err, want) {
					t.Errorf("one who waited was told %v, want %v", err, want)
				}
			})
		}
		goOn <- want
		if err := <-first; !errors.Is(err, want) {
			t.Errorf("the first was told %v, want %v", err, want)
		}
		if want == nil {
			all.Wait()
			return
		}
		// Those who asked too late to wait for the first begin another reading.
		done := make(chan struct{})
		go func() { all.Wait(); close(done) }()
		for waiting := true; waiting; {
			select {
			case <-begun:
				goOn <- want
			case <-done:
				waiting = false
			}
		}
	}
}

// An event that is heard of twice, or late, changes nothing; who waits for one
// is woken by it or by a later one.
func TestARoomHearsEachEventOnce(t *testing.T) {
	r := bare("ABCDEF")
	told := func(seq uint64, e event) { r.got(seq, e.subject(r.code), e.data()) }
	told(1, opening)
	told(5, event{kind: hosts, Do: "lock"})
	told(4, event{kind: hosts, Do: "unlock"})
	told(5, event{kind: hosts, Do: "unlock"})
	if !r.fold.locked {
		t.Error("an event was heard late")
	}
	waited := make(chan error, 1)
	go func() { waited <- r.await(t.Context(), 7) }()
	for waits := 0; waits == 0; runtime.Gosched() {
		r.mu.Lock()
		waits = len(r.waiters)
		r.mu.Unlock()
	}
	told(8, event{kind: hosts, Do: "unlock"}) // 7 was erased
	if err := <-waited; err != nil {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := r.await(ctx, 9); !errors.Is(err, context.Canceled) {
		t.Errorf("waited for what never came: %v", err)
	}
}
