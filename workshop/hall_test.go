package workshop_test

import (
	"context"
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

// quick lets tests make rooms and take seats as fast as they like.
var quick = workshop.Limits{MakeBurst: 1 << 20, JoinBurst: 1 << 20}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
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
	must(t, err)
	t.Cleanup(p.Kill)
	return p
}

func newHall(t *testing.T, phones int, servers ...string) *load.Hall {
	t.Helper()
	h, err := load.NewHall(inTime(t), phones, 4, time.Second, servers...)
	must(t, err)
	t.Cleanup(h.Close)
	return h
}

// voted waits until so many phones know that their vote is counted.
func voted(t *testing.T, h *load.Hall, n int) {
	t.Helper()
	must(t, h.Crowd.Until(inTime(t), func(s load.Seen) bool { return s.Round == h.Round && s.Voted >= n }))
}

// A hall votes while phones lose their connections and the server is killed
// and started again: each phone counts exactly once.
func TestEachPhoneCountsOnceThoughTheServerIsKilled(t *testing.T) {
	const phones = 200
	ctx := inTime(t)
	p := start(t, load.Rooms{Limits: quick})
	h := newHall(t, phones, p.At)
	must(t, h.Host.Do(ctx, load.Command{Do: "keep", State: "the host's own"}))
	must(t, h.Open(ctx))
	voted(t, h, phones/4)
	if cut := h.Crowd.Cut(0.1); cut == 0 {
		t.Fatal("no connection was cut")
	}
	voted(t, h, phones/2)
	p.Kill()
	must(t, p.Restart(ctx))
	var err error
	h.Host, err = load.Redial(ctx, p.At, h.Room, "laptop")
	must(t, err)
	s, err := h.Host.Until(ctx, func(load.Snapshot) bool { return true })
	must(t, err)
	if !s.Open || s.Round != 1 || !s.Held || s.Kept != "the host's own" || s.Seats != phones {
		t.Errorf("the room is not where it was: %+v", s)
	}
	must(t, h.Finish(ctx))
	f := h.Crowd.Figures()
	for _, back := range f.Back {
		if back > 2*time.Second {
			t.Errorf("a phone had its seat again after %v", back)
		}
	}
	if len(f.Back) < phones {
		t.Errorf("%d phones came back, %d were cut off by the kill", len(f.Back), phones)
	}
	must(t, h.Open(ctx)) // and the room goes on
	must(t, h.Finish(ctx))
}

// Three processes of NATS, two servers of rooms: all is as with the embedded
// engine; and then the node that leads the stream is killed, and a server.
func TestRoomsOnAClusterOfWhichANodeIsKilled(t *testing.T) {
	const phones = 150
	ctx := inTime(t)
	nodes, nats, err := load.StartNATS(ctx, t.TempDir(), 3)
	must(t, err)
	for _, n := range nodes {
		t.Cleanup(n.Kill)
	}
	a, b := start(t, load.Rooms{NATS: nats, Limits: quick}), start(t, load.Rooms{NATS: nats, Limits: quick})
	runSuite(t, a.At, b.At)
	h := newHall(t, phones, a.At, b.At)
	_, err = h.Host.Until(ctx, func(s load.Snapshot) bool { return s.Here == phones }) // at both servers
	must(t, err)
	must(t, h.Open(ctx))
	voted(t, h, phones/3)
	h.Crowd.Cut(0.1)
	leader, err := load.Leader(ctx, nats)
	must(t, err)
	nodes[slices.Index([]string{"n1", "n2", "n3"}, leader)].Kill()
	voted(t, h, phones/2)
	b.Kill() // its phones go to the other server
	must(t, h.Finish(ctx))
	must(t, h.Open(ctx))
	must(t, h.Finish(ctx))
	f := h.Crowd.Figures()
	t.Logf("the longest: acknowledgement %v, reveal %v, seat again %v; refused %v", slices.Max(f.Ack), slices.Max(f.Reveal), slices.Max(f.Back), f.Refused)
}
