package workshop_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"earned/workshop"
	"earned/workshop/load"
)

// suite is what holds at any number of servers, on either engine.
var suite = map[string]func(t *testing.T, at ...string){
	"a host asks, closes and reveals": asksClosesReveals,
	"another laptop takes the room":   anotherLaptop,
	"late joiners and a lock":         lateJoiners,
	"a removed seat does not count":   removedSeat,
	"an ended room is gone":           endedRoom,
}

func runSuite(t *testing.T, at ...string) {
	t.Helper()
	t.Run("suite", func(t *testing.T) {
		for name, run := range suite {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				run(t, at...)
			})
		}
	})
}

func TestRooms(t *testing.T) {
	runSuite(t, workshop.ServeForTest(t, workshop.Options{Limits: quick}))
}

func open(n int) load.Command {
	return load.Command{Do: "open", Round: n, Kind: "reply", Asks: "What do you say?", Offers: []string{"a", "b", "c", "d"}}
}

// A room goes through its rounds with one host; what it says is refused where
// it makes no sense.
func asksClosesReveals(t *testing.T, at ...string) {
	ctx := inTime(t)
	h := newHall(t, 12, at...)
	for _, senseless := range []load.Command{
		{Do: "close"}, {Do: "reveal"}, open(0), open(-1), open(2_000_000), {Do: "open", Round: 1}, {Do: "open", Round: 1, Offers: []string{""}},
		{Do: "open", Round: 1, Offers: slices.Repeat([]string{"x"}, 13)}, {Do: "open", Round: 1, Offers: []string{strings.Repeat("x", 1001)}},
		{Do: "open", Round: 1, Offers: []string{"x"}, Table: 3}, {Do: "remove"}, {Do: "remove", Seat: 13}, {Do: "say", Text: strings.Repeat("x", 1001)},
		{Do: "keep", State: strings.Repeat("x", 16<<10+1)}, {Do: "dance"}, {},
	} {
		if err := h.Host.Do(ctx, senseless); !errors.Is(err, load.ErrRefused) {
			t.Errorf("%+v: %v", senseless, err)
		}
	}
	must(t, h.Open(ctx))
	for _, senseless := range []load.Command{open(1), {Do: "reveal"}, {Do: "close", Round: 2}} {
		if err := h.Host.Do(ctx, senseless); !errors.Is(err, load.ErrRefused) {
			t.Errorf("while round 1 is open: %+v: %v", senseless, err)
		}
	}
	s, err := h.Host.Until(ctx, func(s load.Snapshot) bool { return s.Votes > 0 })
	must(t, err)
	if s.Counts != nil {
		t.Errorf("the host is told counts of an open round: %+v", s)
	}
	must(t, h.Finish(ctx))
	must(t, h.Open(ctx)) // begun anew, as the next: what was counted before does not count
	must(t, h.Open(ctx))
	must(t, h.Finish(ctx))
}

// Whoever has the secret can take the room to another laptop, which finds all
// there was. The earlier one is told, and can do no more until it takes it back.
func anotherLaptop(t *testing.T, at ...string) {
	ctx := inTime(t)
	h := newHall(t, 8, at...)
	must(t, h.Host.Do(ctx, load.Command{Do: "keep", State: `{"beat":3,"quote":"<&>"}`}))
	must(t, h.Open(ctx))
	voted(t, h, 8)
	second, err := load.Dial(ctx, at[len(at)-1], h.Room, "another laptop")
	must(t, err)
	t.Cleanup(second.Close)
	s, err := second.Until(ctx, func(s load.Snapshot) bool { return s.Here == 8 })
	must(t, err)
	if !s.Held || !s.Open || s.Round != 1 || s.Votes != 8 || s.Kept != `{"beat":3,"quote":"<&>"}` {
		t.Errorf("the second laptop sees %+v", s)
	}
	_, err = h.Host.Until(ctx, func(s load.Snapshot) bool { return !s.Held })
	must(t, err)
	if err := h.Host.Do(ctx, load.Command{Do: "close"}); !errors.Is(err, load.ErrRefused) {
		t.Errorf("the earlier laptop closed the round: %v", err)
	}
	first := h.Host
	h.Host = second
	must(t, h.Finish(ctx))
	must(t, first.Do(ctx, load.Command{Do: "take"}))
	_, err = second.Until(ctx, func(s load.Snapshot) bool { return !s.Held })
	must(t, err)
	must(t, first.Do(ctx, open(2)))
	again, err := load.Dial(ctx, at[0], h.Room, "laptop") // reloaded: the same laptop
	must(t, err)
	t.Cleanup(again.Close)
	must(t, first.Do(ctx, load.Command{Do: "close"}))
}

// A locked room lets nobody new in, and is the same for who is there; one that
// is unlocked lets late joiners in, into the open round too.
func lateJoiners(t *testing.T, at ...string) {
	ctx := inTime(t)
	h := newHall(t, 6, at...)
	must(t, h.Open(ctx))
	must(t, h.Host.Do(ctx, load.Command{Do: "lock"}))
	late := &load.Crowd{Servers: at, Code: h.Room.Code, Phones: 1, Seed: 7, Choose: func(int, int) int { return 0 }}
	if err := late.Join(ctx); err == nil || !strings.Contains(err.Error(), "locked") {
		t.Errorf("a locked room let someone in: %v", err)
	}
	h.Crowd.Cut(1) // those who are there come back
	voted(t, h, 6)
	must(t, h.Host.Do(ctx, load.Command{Do: "unlock"}))
	late = &load.Crowd{Servers: at, Code: h.Room.Code, Phones: 1, Seed: 7, Choose: func(int, int) int { return 0 }}
	must(t, late.Join(ctx))
	t.Cleanup(late.Close)
	must(t, late.Until(ctx, func(s load.Seen) bool { return s.Round == 1 && s.Voted == 1 }))
	must(t, h.Host.Do(ctx, load.Command{Do: "close"}))
	want := h.Crowd.Expect(1, 4)
	want[0]++
	s, err := h.Host.Until(ctx, func(s load.Snapshot) bool { return s.Counts != nil })
	must(t, err)
	if !slices.Equal(s.Counts, want) || s.Seats != 7 {
		t.Errorf("counted %v of %d seats, want %v of 7", s.Counts, s.Seats, want)
	}
}

// A seat that is taken away loses its vote in the open round, and is told.
func removedSeat(t *testing.T, at ...string) {
	ctx := inTime(t)
	h := newHall(t, 5, at...)
	must(t, h.Open(ctx))
	voted(t, h, 5)
	must(t, h.Host.Do(ctx, load.Command{Do: "remove", Seat: 3}))
	must(t, h.Crowd.Until(ctx, func(s load.Seen) bool { return s.Removed == 1 }))
	must(t, h.Host.Do(ctx, load.Command{Do: "close"}))
	s, err := h.Host.Until(ctx, func(s load.Snapshot) bool { return s.Counts != nil })
	must(t, err)
	if s.Votes != 4 || s.Seats != 4 {
		t.Errorf("%d votes of %d seats, want 4 of 4", s.Votes, s.Seats)
	}
}

// A room that is ended tells everyone, and is gone.
func endedRoom(t *testing.T, at ...string) {
	ctx := inTime(t)
	h := newHall(t, 3, at...)
	must(t, h.Host.Do(ctx, load.Command{Do: "end"}))
	_, err := h.Host.Until(ctx, func(s load.Snapshot) bool { return s.Over })
	must(t, err)
	must(t, h.Crowd.Until(ctx, func(s load.Seen) bool { return s.Over == 3 }))
	if _, err := load.Dial(ctx, at[0], h.Room, "laptop"); err == nil {
		t.Error("the room can still be held")
	}
}
