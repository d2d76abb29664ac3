package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"time"

	hall "earned/workshop/load"
)

const (
	clusterRooms  = 60
	clusterPhones = 40
	clusterRounds = 4
	fenceShare    = 0.15 // of a core
)

// clusters measures one, two and three servers of rooms on the same cluster:
// as fast as they can on these cores, and each fenced to a share of a core, so
// that the cores are not what bounds them together.
func (r *rooms) clusters(ctx context.Context, dir string) error {
	for _, fenced := range []bool{false, true} {
		for n := range r.cluster {
			sub := filepath.Join(dir, strconv.Itoa(n+1)+strconv.FormatBool(fenced))
			if err := os.Mkdir(sub, 0o700); err != nil {
				return err
			}
			c, err := measureCluster(ctx, sub, n+1, fenced)
			if errors.Is(err, errNoFence) {
				return nil // said where it is missing
			}
			if err != nil {
				return err
			}
			if fenced {
				r.fenced[n] = *c
			} else {
				r.cluster[n] = *c
			}
		}
	}
	return nil
}

func measureCluster(ctx context.Context, dir string, servers int, fenced bool) (*clusterFigures, error) {
	c := &clusterFigures{}
	return c, c.measure(ctx, dir, servers, fenced)
}

func (c *clusterFigures) measure(ctx context.Context, dir string, servers int, fenced bool) error {
	nats, url, err := hall.StartNATS(ctx, dir, 3)
	if err != nil {
		return err
	}
	defer killAll(nats)
	var all []*hall.Process
	defer func() { killAll(all) }()
	var at []string
	for range servers {
		p, err := hall.Start(ctx, hall.Rooms{NATS: url, Limits: generous})
		if err != nil {
			return err
		}
		all, at = append(all, p), append(at, p.At)
	}
	full, err := halls(ctx, clusterRooms, clusterPhones, 0, at...)
	if err != nil {
		return err
	}
	defer closeAll(full)
	for _, p := range all {
		if !fenced {
			break
		}
		undo, err := fence(p.ID(), fenceShare)
		if err != nil {
			return err
		}
		defer undo()
	}
	ours, theirs, began := used(all), used(nats), time.Now()
	err = each(len(full), len(full), func(i int) error {
		for range clusterRounds {
			if err := full[i].Open(ctx); err != nil {
				return err
			}
			if err := full[i].Finish(ctx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	const votes = clusterRooms * clusterPhones * clusterRounds
	c.votes = votes / time.Since(began).Seconds()
	c.rooms = float64((used(all) - ours).Microseconds()) / votes
	c.engine = float64((used(nats) - theirs).Microseconds()) / votes
	for _, p := range all {
		mb, err := megabytes(p)
		if err != nil {
			return err
		}
		c.mb.add(mb)
	}
	for _, h := range full {
		c.ack.durations(h.Crowd.Figures().Ack)
	}
	return nil
}

func killAll(all []*hall.Process) {
	for _, p := range all {
		p.Kill()
	}
}

func closeAll(all []*hall.Hall) {
	_ = each(len(all), 50, func(i int) error { all[i].Close(); return nil })
}

// used is the processor time of all of them.
func used(all []*hall.Process) (sum time.Duration) {
	for _, p := range all {
		d, _ := processorTime(p.ID()) // a system that does not tell gives 0
		sum += d
	}
	return sum
}
