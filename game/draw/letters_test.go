package draw_test

import (
	"image"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"earned/game/view"
	"earned/scenarios"
)

// Painted word by word, no letter stands further than a pixel from where
// text/v2 has it in its line, and none is lost; of a line that has begun to
// appear, each letter stands where it will.
func TestLettersStandWhereTheirLineHasThem(t *testing.T) {
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	m, sources, letters := measure(t), faces(t), 0
	lines := []string{"“Why?” she said. “No – wait!”", "two  spaces, and one after ", " one before", "", "?A V. To"}
	for i := range book.Conversations {
		for _, s := range book.Conversations[i].Texts() {
			words := strings.Fields(s)
			lines = append(lines, strings.Join(words[:min(len(words), 12)], " "))
		}
	}
	for k, s := range lines {
		st := []view.Style{{}, {Bold: true}, {Italic: true}}[k%3]
		size := float64(13 + k%31)
		got, want := m.Letters(s, len(s), st, size), inLine(s, &text.GoTextFace{Source: sources[st], Size: size})
		if len(got) != len(want) {
			t.Fatalf("%q, %+v at %v px: %d letters, of %d", s, st, size, len(got), len(want))
		}
		for i := range got {
			if d := got[i].Min.Sub(want[i].Min); d.X < -1 || d.X > 1 || d.Y != 0 {
				t.Errorf("%q, %+v at %v px: letter %d stands at %v, in its line at %v", s, st, size, i, got[i], want[i])
			}
		}
		begun := m.Letters(s, len(s)/2, st, size)
		if len(begun) > len(got) || len(s) > 20 && len(begun) == len(got) {
			t.Errorf("%q, half of it: %d letters, of %d", s, len(begun), len(got))
		}
		for i := range min(len(begun), len(got)) {
			if begun[i] != got[i] {
				t.Errorf("%q, half of it: letter %d stands at %v, then at %v", s, i, begun[i], got[i])
			}
		}
		letters += len(got)
	}
	if letters < 10000 {
		t.Errorf("only %d letters were compared", letters)
	}
}

// inLine is where text/v2 has the letters of a line.
func inLine(s string, f text.Face) []image.Rectangle {
	var out []image.Rectangle
	for _, g := range text.AppendLazyGlyphs(nil, s, f, &text.LayoutOptions{}) {
		if !g.ImageBounds.Empty() {
			out = append(out, g.ImageBounds)
		}
	}
	return out
}
