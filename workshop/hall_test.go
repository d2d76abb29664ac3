package workshop_test

import (
	"context"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"

	"earned/workshop"
	"earned/workshop/load"
)

func TestMain(m *testing.M) {
	load.Child() // a server in a process of its own is this binary again
	os.Exit(m.Run())
}

// inTime bounds a test.
func inTime(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Second)
	t.Cleanup(cancel)
	return ctx
}

func start(t *testing.T, o load.Rooms) *load.Process {
	t.Helper()
	if o.NATS == "" && o.Data == "" {
		o.Data = t.TempDir()
	}
	p, err := load.Start(inTime(t), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Kill)
	return p
}

// quick lets tests make rooms and seats as fast as they like.
var quick = workshop.Limits{MakeBurst: 1 << 20, JoinBurst: 1 << 20}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// hall is a room with its host and phones.
type hall struct {
	*testing.T
	ctx   context.Context
	room  load.Room
	host  *load.Host
	crowd *load.Crowd
}

func newHall(t *testing.T, phones int, servers ...string) *hall {
	t.Helper()
	h := &hall{T: t, ctx: inTime(t)}
	var err error
	h.room, err = load.MakeRoom(h.ctx, servers[0])
	must(t, err)
	h.host, err = load.Dial(h.ctx, servers[0], h.room, "laptop")
	must(t, err)
	t.Cleanup(func() { h.host.Close() })
	h.crowd = &load.Crowd{
		Servers: servers, Code: h.room.Code, Phones: phones, Seed: 1, Think: time.Second,
		Choose: func(phone, round int) int { return rand.New(rand.NewPCG(uint64(phone), uint64(round))).IntN(4) },
	}
	must(t, h.crowd.Join(h.ctx))
	t.Cleanup(h.crowd.Close)
	return h
}

func (h *hall) until(is func(load.Seen) bool) {
	h.Helper()
	must(h.T, h.crowd.Until(h.ctx, is))
}

// closes closes the round, and holds that each phone counts exactly once.
func (h *hall) closes(round int) {
	h.Helper()
	must(h.T, h.host.Do(h.ctx, load.Command{Do: "close"}))
	s, err := h.host.Until(h.ctx, func(s load.Snapshot) bool { return s.Round == round && s.Counts != nil })
	must(h.T, err)
	if want := h.crowd.Expect(round, 4); !slices.Equal(s.Counts, want) || s.Votes != h.crowd.Phones {
		h.Fatalf("round %d: %d votes %v of %d phones, want %v", round, s.Votes, s.Counts, h.crowd.Phones, want)
	}
	h.crowd.Revealing()
	must(h.T, h.host.Do(h.ctx, load.Command{Do: "reveal"}))
	h.until(func(s load.Seen) bool { return s.Round == round && s.Revealed == h.crowd.Phones })
}

// A hall votes while phones lose their connections and the server is killed
// and started again: each phone counts exactly once.
func TestEachPhoneCountsOnceThoughTheServerIsKilled(t *testing.T) {
	const phones = 200
	p := start(t, load.Rooms{Limits: quick})
	h := newHall(t, phones, p.At)
	must(t, h.host.Do(h.ctx, load.Command{Do: "keep", State: "the host's own"}))
	must(t, h.host.Open(h.ctx, 1, 4))
	h.until(func(s load.Seen) bool { return s.Voted > phones/4 })
	if cut := h.crowd.Cut(0.1); cut == 0 {
		t.Fatal("no connection was cut")
	}
	h.until(func(s load.Seen) bool { return s.Voted > phones/2 })
	p.Kill()
	must(t, p.Restart(h.ctx))
	var err error
	h.host, err = load.Redial(h.ctx, p.At, h.room, "laptop")
	must(t, err)
	s, err := h.host.Until(h.ctx, func(s load.Snapshot) bool { return true })
	must(t, err)
	if !s.Open || s.Round != 1 || !s.Held || s.Kept != "the host's own" || s.Seats != phones {
		t.Errorf("the room is not where it was: %+v", s)
	}
	h.until(func(s load.Seen) bool { return s.Voted == phones })
	h.closes(1)
	f := h.crowd.Figures()
	t.Logf("ack max %v, reveal max %v, back max %v, refused %v", slices.Max(f.Ack), slices.Max(f.Reveal), slices.Max(f.Back), f.Refused)
	for _, back := range f.Back {
		if back > 10*time.Second {
			t.Errorf("a phone had its seat back after %v", back)
		}
	}
	must(t, h.host.Open(h.ctx, 2, 4)) // and the room goes on
	h.until(func(s load.Seen) bool { return s.Round == 2 && s.Voted == phones })
	h.closes(2)
}

// Three processes of NATS, two servers of rooms: one of each is killed.
func TestEachPhoneCountsOnceThoughANodeOfTheClusterIsKilled(t *testing.T) {
	const phones = 150
	nodes, nats, err := load.StartNATS(inTime(t), t.TempDir(), 3)
	must(t, err)
	for _, n := range nodes {
		t.Cleanup(n.Kill)
	}
	a, b := start(t, load.Rooms{NATS: nats, Limits: quick}), start(t, load.Rooms{NATS: nats, Limits: quick})
	h := newHall(t, phones, a.At, b.At)
	must(t, h.host.Open(h.ctx, 1, 4))
	h.until(func(s load.Seen) bool { return s.Voted > phones/3 })
	h.crowd.Cut(0.1)
	nodes[0].Kill()
	h.until(func(s load.Seen) bool { return s.Voted > phones/2 })
	b.Kill() // its phones go to the other server
	h.until(func(s load.Seen) bool { return s.Voted == phones })
	h.closes(1)
	must(t, h.host.Open(h.ctx, 2, 4))
	h.until(func(s load.Seen) bool { return s.Round == 2 && s.Voted == phones })
	h.closes(2)
	f := h.crowd.Figures()
	t.Logf("ack max %v, reveal max %v, back max %v, refused %v", slices.Max(f.Ack), slices.Max(f.Reveal), slices.Max(f.Back), f.Refused)
}
