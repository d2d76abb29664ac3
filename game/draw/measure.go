package draw

import (
	"bytes"
	"fmt"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"earned/assets"
	"earned/game/view"
)

// Measure is the typeface: it tells the layout how wide words are, and the
// painter draws with it. Make one and share it. Not for use by two goroutines
// at once.
type Measure struct {
	memo   view.Memo
	cuts   [numCuts]cut
	faces  map[faceKey]text.Face
	widths widths
	glyphs []text.LazyGlyph // scratch
}

// cut is one weight and slope of the typeface. Its files are read when first
// asked for: each takes some milliseconds of the start.
type cut struct {
	main, ext         []byte
	mainFont, extFont *text.GoTextFaceSource
	measured          *font.Font // of mainFont, for widths
}

const (
	regular = iota
	semibold
	italic
	numCuts
)

type faceKey struct {
	cut  int
	size float64
	ext  bool
}

// NewMeasure takes up the embedded typeface. It fails only where the embedded
// files are damaged.
func NewMeasure() (*Measure, error) {
	m := &Measure{faces: map[faceKey]text.Face{}}
	m.cuts[regular] = cut{main: assets.Regular, ext: assets.RegularExt}
	m.cuts[semibold] = cut{main: assets.Semibold, ext: assets.SemiboldExt}
	m.cuts[italic] = cut{main: assets.Italic, ext: assets.ItalicExt}
	_, err := m.cuts[regular].source()
	return m, err
}

// source is the cut's main file, read.
func (c *cut) source() (*text.GoTextFaceSource, error) {
	if c.mainFont == nil {
		var err error
		if c.mainFont, err = text.NewGoTextFaceSource(bytes.NewReader(c.main)); err != nil {
			return nil, fmt.Errorf("draw: the embedded typeface: %w", err)
		}
		if f, ok := c.mainFont.UnsafeInternal().(*font.Face); ok {
			c.measured = f.Font
		}
	}
	return c.mainFont, nil
}

// Memo lets view.Lay keep broken lines from one layout to the next.
func (m *Measure) Memo() *view.Memo { return &m.memo }

// Advance implements view.Measure.
func (m *Measure) Advance(s string, st view.Style, size float64) float64 {
	return m.painted(s, st, size) * size / whole(size)
}

// painted is how wide s is in the letters that are painted for the size, which
// are of a whole size.
func (m *Measure) painted(s string, st view.Style, size float64) float64 {
	k := widthKey{s, cutOf(st), whole(size)}
	c := &m.cuts[k.cut]
	if _, err := c.source(); err == nil && c.measured != nil && latin(s) {
		return m.widths.of(k, c.measured)
	}
	return text.AdvanceAt(s, len(s), m.face(s, st, size))
}

// whole is the size a face is made in. The shaper rounds every advance up at a
// size that is not whole, which spaces letters out by as much as 3 %.
func whole(size float64) float64 { return max(math.Floor(size+0.01), 1) }

// LineHeight implements view.Measure.
func (m *Measure) LineHeight(st view.Style, size float64) float64 {
	return math.Round(size * st.Size.Leading())
}

// face is what draws s with letters of the size in pixels, or a little less.
func (m *Measure) face(s string, st view.Style, size float64) text.Face {
	size = whole(size)
	k := faceKey{cut: cutOf(st), size: size, ext: wantsExt(s)}
	if f, ok := m.faces[k]; ok {
		return f
	}
	c := &m.cuts[k.cut]
	source, err := c.source()
	if err != nil {
		source = m.cuts[regular].mainFont // it was read, by NewMeasure; the tests read all
	}
	var f text.Face = &text.GoTextFace{Source: source, Size: size}
	if k.ext {
		if c.extFont == nil {
			c.extFont, _ = text.NewGoTextFaceSource(bytes.NewReader(c.ext))
		}
		if c.extFont != nil {
			if both, err := text.NewMultiFace(f, &text.GoTextFace{Source: c.extFont, Size: size}); err == nil {
				f = both
			}
		}
	}
	m.faces[k] = f
	return f
}

// cutOf chooses the cut: there is no bold italic, and bold wins.
func cutOf(st view.Style) int {
	switch {
	case st.Bold:
		return semibold
	case st.Italic:
		return italic
	}
	return regular
}

// wantsExt is whether s has letters beyond the Latin the main files hold.
func wantsExt(s string) bool {
	for _, r := range s {
		if r >= 0x100 && r < 0x2000 && r != 'Œ' && r != 'œ' && r != 'ı' || r >= 0x20A0 && r <= 0x20C0 && r != '€' {
			return true
		}
	}
	return false
}
