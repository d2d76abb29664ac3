package draw_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"github.com/hajimehoshi/ebiten/v2/text/v2"
	"pgregory.net/rapid"

	"earned/assets"
	"earned/game/draw"
	"earned/game/view"
	"earned/scenarios"
)

// faces are the typeface's cuts as text/v2 draws them.
func faces(t testing.TB) map[view.Style]*text.GoTextFaceSource {
	t.Helper()
	out := map[view.Style]*text.GoTextFaceSource{}
	for st, ttf := range map[view.Style][]byte{{}: assets.Regular, {Bold: true}: assets.Semibold, {Italic: true}: assets.Italic} {
		source, err := text.NewGoTextFaceSource(bytes.NewReader(ttf))
		if err != nil {
			t.Fatal(err)
		}
		out[st] = source
	}
	return out
}

// Words are as wide as text/v2 draws them, to the last bit: all that is shipped,
// word by word and whole.
func TestWordsAreAsWideAsTheyAreDrawn(t *testing.T) {
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	m, sources, seen := measure(t), faces(t), map[string]bool{}
	same := func(s string, st view.Style, size float64) {
		t.Helper()
		if got, want := m.Advance(s, st, size), text.AdvanceAt(s, len(s), &text.GoTextFace{Source: sources[st], Size: size}); got != want {
			t.Errorf("%q, %+v at %v px: %v, drawn %v", s, st, size, got, want)
		}
	}
	for i := range book.Conversations {
		for _, s := range book.Conversations[i].Texts() {
			if strings.Contains(s, "\n") {
				continue
			}
			same(s, view.Style{}, 20)
			for _, w := range append(strings.Fields(s), s) {
				if seen[w] {
					continue
				}
				seen[w] = true
				for st := range sources {
					same(w, st, float64(13+len(seen)%31))
				}
			}
		}
	}
	if len(seen) < 5000 {
		t.Errorf("only %d words and texts were compared", len(seen))
	}
}

// Sentences are shaped each by itself, without the kerning between them.
func TestSentencesAreAsWideAsTheyAreDrawn(t *testing.T) {
	m, sources := measure(t), faces(t)
	for _, s := range []string{"?A?!.A...?V?", ". V", "?A", "VA.\u00a0AV", "A. VA", "‼A", "A․ A", "Why?”", "e.V", "...V"} {
		for st := range sources {
			if got, want := m.Advance(s, st, 69), text.AdvanceAt(s, len(s), &text.GoTextFace{Source: sources[st], Size: 69}); got != want {
				t.Errorf("%q, %+v: %v, drawn %v", s, st, got, want)
			}
		}
	}
}

// So is whatever else of the letters that the fast way takes, in any order.
func TestAnyLatinWordsAreAsWideAsTheyAreDrawn(t *testing.T) {
	m, sources := measure(t), faces(t)
	letter := rapid.OneOf(
		rapid.SampledFrom([]rune("AVTLWoaefilty fi ffi To We ’‘“”–—…-.,:;!?()[]/&%€0123456789ÄÖÜäöüßéèêçñøÅœŒ")),
		rapid.RuneFrom(nil, &unicode.RangeTable{R16: []unicode.Range16{{0x20, 0x7E, 1}, {0xA0, 0xFF, 1}, {0x2010, 0x205E, 1}}}),
	)
	rapid.Check(t, func(r *rapid.T) {
		s := string(rapid.SliceOfN(letter, 1, 8).Draw(r, "letters"))
		if !draw.Latin(s) {
			r.Skip()
		}
		for st := range sources {
			size := float64(rapid.IntRange(8, 96).Draw(r, "size"))
			face := text.Face(&text.GoTextFace{Source: sources[st], Size: size})
			if got, want := m.Advance(s, st, size), text.AdvanceAt(s, len(s), face); got != want {
				r.Errorf("%q, %+v at %v px: %v, drawn %v", s, st, size, got, want)
			}
		}
	})
}

func BenchmarkWords(b *testing.B) {
	book, err := scenarios.Shipped()
	if err != nil {
		b.Fatal(err)
	}
	var words []string
	for _, s := range book.Conversations[0].Texts() {
		words = append(words, strings.Fields(s)...)
	}
	words = words[:1000]
	b.Run("measured", func(b *testing.B) {
		for b.Loop() {
			m := measure(b)
			for _, w := range words {
				m.Advance(w, view.Style{}, 20)
			}
		}
	})
	b.Run("drawn", func(b *testing.B) {
		for b.Loop() {
			source, err := text.NewGoTextFaceSource(bytes.NewReader(assets.Regular))
			if err != nil {
				b.Fatal(err)
			}
			for _, w := range words {
				text.AdvanceAt(w, len(w), &text.GoTextFace{Source: source, Size: 20})
			}
		}
	})
}
