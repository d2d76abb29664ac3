package main

import (
	"context"
	"os"
	"sync"
	"time"

	"earned/workshop"
	hall "earned/workshop/load"
)

// rooms is what was measured of workshops: servers in processes of their own,
// all phones in this one, on the same cores.
type rooms struct {
	ack, reveal     figures // one room of manyPhones, ms
	mb              float64 // its server's memory then
	fault           fault
	many            manyFigures
	idleKB          float64 // of each of idleRooms rooms
	cluster, fenced [3]clusterFigures
}

const (
	manyPhones  = 1000
	cutShare    = 0.1
	cleanRounds = 5
	thousand    = 1000 // rooms at once,
	ten         = 10   // of so many phones
	idleRooms   = 10_000
)

// fault is the round in which connections are cut and the server is killed.
type fault struct {
	cut        int
	back       figures // from losing the connection to the seat again, ms
	down, took time.Duration
}

type manyFigures struct {
	ack, reveal figures
	mb          float64
	join        time.Duration
}

// clusterFigures are of so many servers of rooms on three NATS processes.
type clusterFigures struct {
	votes         float64 // acknowledged a second
	ack, mb       figures // ms; memory of each server
	rooms, engine float64 // processor time of all servers, and of all NATS, for each vote, µs
}

var generous = workshop.Limits{MakeBurst: 1 << 20, JoinBurst: 1 << 20, Rooms: 1 << 20}

func measureRooms(ctx context.Context) (*rooms, error) {
	r := &rooms{}
	for _, part := range []func(context.Context, string) error{r.oneRoom, r.manyRooms, r.idle, r.clusters} {
		dir, err := os.MkdirTemp("", "rooms")
		if err != nil {
			return nil, err
		}
		err = part(ctx, dir)
		_ = os.RemoveAll(dir)
		if err != nil {
			return nil, err
		}
	}
	return r, nil
}

// ms is a duration in milliseconds.
func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// durations adds them in milliseconds.
func (f *figures) durations(all []time.Duration) {
	for _, d := range all {
		f.add(ms(d))
	}
}

func (r *rooms) oneRoom(ctx context.Context, dir string) error {
	server, err := hall.Start(ctx, hall.Rooms{Data: dir, Limits: generous})
	if err != nil {
		return err
	}
	defer server.Kill()
	h, err := hall.NewHall(ctx, manyPhones, 0, 2*time.Second, server.At)
	if err != nil {
		return err
	}
	defer h.Close()
	for range cleanRounds {
		if err := h.Open(ctx); err != nil {
			return err
		}
		if err := h.Finish(ctx); err != nil {
			return err
		}
		f := h.Crowd.Figures()
		r.ack.durations(f.Ack)
		r.reveal.durations(f.Reveal)
	}
	if r.mb, err = megabytes(server); err != nil {
		return err
	}
	return r.faulty(ctx, h, server)
}

// faulty is a round in the middle of which connections are cut and the server
// is killed and started again.
func (r *rooms) faulty(ctx context.Context, h *hall.Hall, server *hall.Process) error {
	began := time.Now()
	if err := h.Open(ctx); err != nil {
		return err
	}
	votes := func(n int) error {
		return h.Crowd.Until(ctx, func(s hall.Seen) bool { return s.Round == h.Round && s.Voted >= n })
	}
	if err := votes(manyPhones / 4); err != nil {
		return err
	}
	r.fault.cut = h.Crowd.Cut(cutShare)
	if err := votes(manyPhones / 2); err != nil {
		return err
	}
	killed := time.Now()
	server.Kill()
	if err := server.Restart(ctx); err != nil {
		return err
	}
	r.fault.down = time.Since(killed)
	var err error
	if h.Host, err = hall.Redial(ctx, server.At, h.Room, "laptop"); err != nil {
		return err
	}
	if err := h.Finish(ctx); err != nil {
		return err
	}
	r.fault.took = time.Since(began)
	r.fault.back.durations(h.Crowd.Figures().Back)
	return nil
}

func megabytes(p *hall.Process) (float64, error) {
	n, err := p.Memory()
	return float64(n) / 1e6, err
}

// halls makes so many rooms at once, a few at a time.
func halls(ctx context.Context, rooms, phones int, think time.Duration, at ...string) ([]*hall.Hall, error) {
	all := make([]*hall.Hall, rooms)
	err := each(rooms, 8, func(i int) (err error) {
		// Each begins at another server, and the others carry its phones too.
		turn := i % len(at)
		all[i], err = hall.NewHall(ctx, phones, 0, think, append(append([]string{}, at[turn:]...), at[:turn]...)...)
		return err
	})
	return all, err
}

// each does something for 0 to n-1, so many at a time, and gives the first
// error.
func each(n, atOnce int, do func(int) error) error {
	var wait sync.WaitGroup
	var once sync.Once
	var first error
	lanes := make(chan struct{}, atOnce)
	for i := range n {
		lanes <- struct{}{}
		wait.Go(func() {
			defer func() { <-lanes }()
			if err := do(i); err != nil {
				once.Do(func() { first = err })
			}
		})
	}
	wait.Wait()
	return first
}

func (r *rooms) manyRooms(ctx context.Context, dir string) error {
	server, err := hall.Start(ctx, hall.Rooms{Data: dir, Limits: generous})
	if err != nil {
		return err
	}
	defer server.Kill()
	began := time.Now()
	all, err := halls(ctx, thousand, ten, 10*time.Second, server.At)
	if err != nil {
		return err
	}
	r.many.join = time.Since(began)
	defer closeAll(all)
	// All rooms are asked at once, and each goes on when it is done.
	err = each(thousand, thousand, func(i int) error {
		if err := all[i].Open(ctx); err != nil {
			return err
		}
		return all[i].Finish(ctx)
	})
	if err != nil {
		return err
	}
	for _, h := range all {
		f := h.Crowd.Figures()
		r.many.ack.durations(f.Ack)
		r.many.reveal.durations(f.Reveal)
	}
	r.many.mb, err = megabytes(server)
	return err
}

// idle makes rooms that have been used, of ten seats and a round voted in, and
// lets the server be; then it is started again, as after a night.
func (r *rooms) idle(ctx context.Context, dir string) error {
	server, err := hall.Start(ctx, hall.Rooms{Data: dir, Limits: generous})
	if err != nil {
		return err
	}
	defer server.Kill()
	empty, err := megabytes(server)
	if err != nil {
		return err
	}
	err = each(idleRooms, 16, func(int) error {
		h, err := hall.NewHall(ctx, ten, 0, time.Millisecond, server.At)
		if err != nil {
			return err
		}
		defer h.Close()
		if err := h.Open(ctx); err != nil {
			return err
		}
		return h.Finish(ctx)
	})
	if err != nil {
		return err
	}
	full, err := megabytes(server)
	if err != nil {
		return err
	}
	r.idleKB = (full - empty) * 1000 / idleRooms
	return nil
}
