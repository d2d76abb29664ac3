package games

import (
	"strings"
	"testing"

	"earned/game/talk"
	"earned/scenarios"
)

func shipped(t testing.TB) *talk.Talk {
	t.Helper()
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	x, err := talk.New(book, "nine-months-late")
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// The games are the same each time, differ from one another, and are those
// that Ways tells.
func TestGamesAreSeeded(t *testing.T) {
	x := shipped(t)
	a, b := Play(x, 10, 200), Play(x, 10, 200)
	if a.Replies != b.Replies || a.Words != b.Words {
		t.Errorf("the same games have %d and %d replies", a.Replies, b.Replies)
	}
	replies, seen := 0, map[string]bool{}
	for _, way := range Ways(x, 10, 200) {
		replies += len(strings.Fields(way))
		seen[way] = true
	}
	if replies != a.Replies {
		t.Errorf("%d replies were given, %d are told", a.Replies, replies)
	}
	if len(seen) < 150 {
		t.Errorf("of 200 games only %d differ", len(seen))
	}
	ends := 0
	for _, n := range a.Endings {
		ends += n
	}
	if ends != 200 {
		t.Errorf("%d of 200 games ended", ends)
	}
}

// A reply allocates nothing; a batch of games makes its list of endings.
func TestRepliesAllocateNothing(t *testing.T) {
	x := shipped(t)
	if n := testing.AllocsPerRun(20, func() { Play(x, 0, 50) }); n > 1 {
		t.Errorf("50 games allocate %v times", n)
	}
}

func BenchmarkPlay(b *testing.B) {
	x := shipped(b)
	b.ReportAllocs()
	replies := 0
	for b.Loop() {
		replies += Play(x, 0, 2000).Replies
	}
	b.ReportMetric(float64(replies)/b.Elapsed().Seconds(), "replies/s")
}
