package draw

import (
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// widths measures words of Latin letters with the shaper that text/v2
// draws with, and keeps how wide they are. Asked for a width, text/v2 shapes
// each word with its glyphs and keeps all of that, some kilobytes a word; a
// layout asks for each word of a screen and needs one number.
type widths struct {
	buf   *harfbuzz.Buffer
	fonts [numCuts]*harfbuzz.Font
	runes []rune
	known map[widthKey]float32
}

type widthKey struct {
	s    string
	cut  int
	size float64
}

// undetermined is what text/v2 gives the shaper for a face of no language.
const undetermined language.Language = "und"

// widthsLimit bounds the words that are kept: some two debriefs’ worth.
const widthsLimit = 3000

// of is the width in pixels of Latin words in letters of a whole size, f its
// cut.
func (w *widths) of(k widthKey, f *font.Font) float64 {
	if x, ok := w.known[k]; ok {
		return float64(x)
	}
	if w.known == nil || len(w.known) >= widthsLimit {
		w.known = map[widthKey]float32{}
	}
	x := w.shape(k, f)
	w.known[k] = x
	return float64(x)
}

func (w *widths) shape(k widthKey, f *font.Font) float32 {
	if w.buf == nil {
		w.buf = harfbuzz.NewBuffer()
	}
	if w.fonts[k.cut] == nil {
		w.fonts[k.cut] = harfbuzz.NewFont(font.NewFace(f))
	}
	in := w.fonts[k.cut]
	in.XScale = int32(k.size * 64) // positions come in 64ths of a pixel
	in.YScale = in.XScale
	sum := harfbuzz.Position(0)
	for s := k.s; s != ""; {
		end := sentenceEnd(s)
		w.runes = w.runes[:0]
		for _, r := range s[:end] {
			w.runes = append(w.runes, r)
		}
		w.buf.Clear()
		w.buf.AddRunes(w.runes, 0, len(w.runes))
		w.buf.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: language.Latin, Language: undetermined}
		w.buf.Shape(in, nil)
		for i := range w.buf.Pos {
			sum += w.buf.Pos[i].XAdvance
		}
		s = s[end:]
	}
	return float32(sum) / 64
}

// sentenceEnd is where the first sentence of s ends: text/v2 shapes each by
// itself, without the kerning between them. (A full stop ends one only before a
// space, and with a space the typeface does not kern it.)
func sentenceEnd(s string) int {
	mark := strings.IndexAny(s, "!?")
	if mark < 0 {
		return len(s)
	}
	return len(s) - len(strings.TrimLeft(s[mark:], ".!?"))
}

// latin reports whether s is of Latin letters, digits and punctuation from left
// to right, all of them in the typeface's main files. (A soft hyphen goes with the
// sentence before it, wherever that ends.)
func latin(s string) bool {
	for _, r := range s {
		switch {
		case r >= ' ' && r <= '~', r >= 0xA0 && r <= 0xFF && r != 0xAD, r == 'Œ', r == 'œ', r == '€':
		case r >= 0x2010 && r <= 0x2023, r >= 0x2025 && r <= 0x2027, r >= 0x2030 && r <= 0x203B: // dashes, quotation marks, …
		default:
			return false
		}
	}
	return true
}
