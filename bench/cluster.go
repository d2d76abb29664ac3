package main

import (
	"context"
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
)

// clusters measures one, two and three servers of rooms on the same cluster.
func (r *rooms) clusters(ctx context.Context, dir string) error {
	for n := range r.cluster {
		sub := filepath.Join(dir, strconv.Itoa(n+1))
		if err := os.Mkdir(sub, 0o700); err != nil {
			return err
		}
		if err := r.cluster[n].measure(ctx, sub, n+1); err != nil {
			return err
		}
	}
	return nil
}

func (c *clusterFigures) measure(ctx context.Context, dir string, servers int) error {
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
