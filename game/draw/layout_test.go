package draw_test

import (
	"testing"

	"pgregory.net/rapid"

	"earned/game/draw"
	"earned/game/view"
	"earned/game/view/viewtest"
)

func measure(t testing.TB) *draw.Measure {
	t.Helper()
	m, err := draw.NewMeasure()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// With the real typeface too, no words are cut and nothing overlaps.
func TestAnyTreeFitsInTheTypeface(t *testing.T) {
	m := measure(t)
	rapid.Check(t, func(t *rapid.T) {
		tree := viewtest.Tree(t)
		size := rapid.SampledFrom(viewtest.Sizes).Draw(t, "size")
		scale := rapid.SampledFrom(viewtest.Scales).Draw(t, "scale")
		for _, f := range viewtest.Faults(view.Lay(tree, size[0], size[1], scale, m), m) {
			t.Errorf("%s\n%s", f, viewtest.Outline(tree))
		}
	})
}

// Lines are high enough for the letters in them.
func TestLinesHoldTheirLetters(t *testing.T) {
	m := measure(t)
	for s := view.Normal; s <= view.Wall; s++ {
		for px := 12.0; px < 100; px++ {
			st := view.Style{Size: s}
			if got := m.LineHeight(st, px); got < px*1.1 {
				t.Errorf("a line of %v px letters is %v high", px, got)
			}
		}
	}
}

// A text twice as large is twice as wide, whatever the pixels: what is laid
// out in CSS pixels fits when painted in the display's.
func TestAdvanceIsProportional(t *testing.T) {
	m := measure(t)
	const s = "We’ve been burned before. They promised six weeks — Łukasz did."
	for _, st := range []view.Style{{}, {Bold: true}, {Italic: true}} {
		one := m.Advance(s, st, 20) / 20
		for px := 12.0; px < 90; px += 0.25 {
			if got := m.Advance(s, st, px) / px; got < one*0.995 || got > one*1.005 {
				t.Errorf("%+v at %v px: %v a pixel, want %v", st, px, got, one)
			}
		}
	}
}

func BenchmarkRelayout(b *testing.B) {
	m := measure(b)
	root := conversation(nil)
	view.Lay(root, 390, 844, 1, m)
	b.ReportAllocs()
	for b.Loop() {
		view.Lay(root, 390, 844, 1, m)
	}
}
