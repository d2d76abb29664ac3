package odds_test

import (
	"fmt"
	"runtime"
	"testing"

	"earned/game/odds"
	"earned/game/talk"
	"earned/internal/generate"
	"earned/scenarios"
)

// failer is a test, or a property being checked.
type failer interface{ Fatal(args ...any) }

// generated is a conversation made up, ready to be held.
func generated(t failer, seed uint64, shape generate.Shape) *talk.Talk {
	x, err := talk.New(generate.Book(seed, shape), generate.Name)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// Growth with size: forward and backward from one start.
func BenchmarkAnalyse(b *testing.B) {
	for _, beats := range []int{40, 200, 1000, 2000, 10000} {
		b.Run(fmt.Sprintf("generated-%d", beats), func(b *testing.B) {
			analyse(b, generated(b, 1, generate.Written(beats)), beats)
		})
	}
	b.Run("generated-40-at-the-budget", func(b *testing.B) { analyse(b, crowded(b), 40) })
	b.Run("generated-2000-at-the-budget", func(b *testing.B) {
		shape := generate.Written(2000)
		shape.Vows = 3
		analyse(b, generated(b, 5, shape), 2000)
	})
	book, err := scenarios.Shipped()
	if err != nil {
		b.Fatal(err)
	}
	for i := range book.Conversations {
		c := &book.Conversations[i]
		b.Run(c.ID, func(b *testing.B) {
			x, err := talk.New(book, c.ID)
			if err != nil {
				b.Fatal(err)
			}
			analyse(b, x, len(c.Beats))
		})
	}
}

// crowded is a conversation of 40 beats that is close to the state budget.
func crowded(t failer) *talk.Talk {
	return generated(t, 4, generate.Shape{Beats: 40, Replies: 4, Facts: 3, Vows: 3, Window: 40, Meeting: 13, Ahead: 1})
}

func analyse(b *testing.B, x *talk.Talk, beats int) {
	b.ReportAllocs()
	states := 0
	for b.Loop() {
		o, err := odds.Analyse(x, 0, 0)
		if err != nil {
			b.Fatal(err)
		}
		states = o.States()
	}
	b.ReportMetric(float64(states)/float64(beats), "states/beat")
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.HeapSys)/(1<<20), "MB-heap")
}
