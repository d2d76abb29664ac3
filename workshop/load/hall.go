package load

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"
)

// offers is how many can be chosen among in the rounds of a hall.
const offers = 4

// Hall is a room with its host and its phones.
type Hall struct {
	Room  Room
	Host  *Host
	Crowd *Crowd
	Round int // the latest
}

// NewHall makes a room at the first server, with a host there and phones at
// all of them, which vote within think of being asked. Each events-th phone
// does without WebSockets.
func NewHall(ctx context.Context, phones, events int, think time.Duration, servers ...string) (*Hall, error) {
	h := &Hall{}
	var err error
	if h.Room, err = MakeRoom(ctx, servers[0]); err != nil {
		return nil, err
	}
	if h.Host, err = Dial(ctx, servers[0], h.Room, "laptop"); err != nil {
		return nil, err
	}
	h.Crowd = &Crowd{
		Servers: servers, Code: h.Room.Code, Phones: phones, Seed: 1, Think: think, Events: events,
		Choose: func(phone, round int) int { return rand.New(rand.NewPCG(uint64(phone), uint64(round))).IntN(offers) },
	}
	if err := h.Crowd.Join(ctx); err != nil {
		h.Close()
		return nil, err
	}
	return h, nil
}

// Open opens the next round.
func (h *Hall) Open(ctx context.Context) error {
	h.Round++
	return h.Host.Open(ctx, h.Round, offers)
}

// Finish waits until every phone's vote is acknowledged, closes the round,
// holds that each counts exactly once, and reveals it to all.
func (h *Hall) Finish(ctx context.Context) error {
	n := h.Crowd.Phones
	if err := h.Crowd.Until(ctx, func(s Seen) bool { return s.Round == h.Round && s.Voted == n }); err != nil {
		return err
	}
	if err := h.Host.Do(ctx, Command{Do: "close"}); err != nil {
		return err
	}
	s, err := h.Host.Until(ctx, func(s Snapshot) bool { return s.Round == h.Round && s.Counts != nil })
	if err != nil {
		return err
	}
	if want := h.Crowd.Expect(h.Round, offers); !slices.Equal(s.Counts, want) || s.Votes != n {
		return fmt.Errorf("round %d: %d votes of %d phones, %v; each once would be %v", h.Round, s.Votes, n, s.Counts, want)
	}
	h.Crowd.Revealing()
	if err := h.Host.Do(ctx, Command{Do: "reveal"}); err != nil {
		return err
	}
	return h.Crowd.Until(ctx, func(s Seen) bool { return s.Round == h.Round && s.Revealed == n })
}

// Close ends its phones and its host.
func (h *Hall) Close() {
	h.Crowd.Close()
	h.Host.Close()
}
