package draw

import (
	"image"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"earned/game/view"
)

// letter is a letter to be painted, and its corner in device pixels from the
// start of its line.
type letter struct {
	img *ebiten.Image
	at  image.Point
}

// letters adds the letters of a line's first bytes, word by word: what text/v2
// keeps of a line takes five times the room of what it keeps of a word, and words
// come again. Each word begins on a whole pixel. A line that may run both ways is
// one word.
func (m *Measure) letters(dst []letter, s string, shown int, st view.Style, size float64, op *text.LayoutOptions) []letter {
	f, x, apart := m.face(s, st, size), 0.0, latin(s)
	for from := 0; from < shown; {
		end := len(s)
		if space := strings.IndexByte(s[from:], ' '); apart && space >= 0 {
			end = from + space
		}
		dst = m.spell(dst, s[from:end], shown-from, f, int(math.Round(x)), op)
		if end < shown {
			x += m.painted(s[from:end], st, size) + m.gap(s, end, st, size)
		}
		from = end + len(" ")
	}
	return dst
}

// gap is how wide the space at s[i] is, kerned with the letters beside it.
func (m *Measure) gap(s string, i int, st view.Style, size float64) float64 {
	_, before := utf8.DecodeLastRuneInString(s[:i])
	_, after := utf8.DecodeRuneInString(s[i+1:])
	return m.painted(s[i-before:i+1+after], st, size) - m.painted(s[i-before:i], st, size) - m.painted(s[i+1:i+1+after], st, size)
}

// spell adds the letters of a word's first bytes. All images are made before any
// is drawn: the engine sends what was made to the graphics card whenever
// something is drawn.
func (m *Measure) spell(dst []letter, word string, shown int, f text.Face, x int, op *text.LayoutOptions) []letter {
	m.glyphs = text.AppendLazyGlyphs(m.glyphs[:0], word, f, op)
	for _, g := range m.glyphs {
		if g.EndIndexInBytes > shown || g.ImageBounds.Empty() {
			continue
		}
		if img := g.Image(); img != nil {
			dst = append(dst, letter{img, g.ImageBounds.Min.Add(image.Pt(x, 0))})
		}
	}
	clear(m.glyphs)
	return dst
}
