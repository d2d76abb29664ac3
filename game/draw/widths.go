package draw

import (
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// widths measures words of plain Latin letters with the shaper that text/v2
// draws with, and keeps how wide they are. Asked for a width, text/v2 shapes
// each word with its glyphs and keeps all of that, some kilobytes a word; a
// layout asks for each word of a screen and needs one number.
type widths struct {
	shaper shaping.HarfbuzzShaper
	runes  []rune
	known  map[widthKey]float32
}

type widthKey struct {
	s    string
	cut  int
	size float64
}

// undetermined is what text/v2 gives the shaper for a face of no language.
const undetermined language.Language = "und"

// widthsLimit bounds the words that are kept: some four debriefs' worth.
const widthsLimit = 6000

// of is the width in pixels of a plain word in letters of a whole size.
func (w *widths) of(k widthKey, f *font.Face) float64 {
	if x, ok := w.known[k]; ok {
		return float64(x)
	}
	if w.known == nil || len(w.known) >= widthsLimit {
		w.known = map[widthKey]float32{}
	}
	w.runes = w.runes[:0]
	for _, r := range k.s {
		w.runes = append(w.runes, r)
	}
	out := w.shaper.ShapeNoExtents(shaping.Input{
		Text: w.runes, RunEnd: len(w.runes), Direction: di.DirectionLTR, Face: f,
		Size: fixed.Int26_6(k.size * 64), Script: language.Latin, Language: undetermined,
	})
	x := float32(out.Advance) / 64 // exact: a multiple of 1/64
	w.known[k] = x
	return float64(x)
}

// plain reports whether s is one run of Latin letters, digits and punctuation
// from left to right, all of them in the typeface's main files.
func plain(s string) bool {
	for _, r := range s {
		switch {
		case r >= ' ' && r <= '~', r >= 0xA0 && r <= 0xFF, r == 'Œ', r == 'œ', r == '€':
		case r >= 0x2010 && r <= 0x2027, r >= 0x2030 && r <= 0x205E: // dashes, quotation marks, …
		default:
			return false
		}
	}
	return s != ""
}
