package games

import (
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

func BenchmarkPlay(b *testing.B) {
	x := shipped(b)
	b.ReportAllocs()
	replies := 0
	for b.Loop() {
		replies += Play(x, 0, 2000).Replies
	}
	b.ReportMetric(float64(replies)/b.Elapsed().Seconds(), "replies/s")
}
