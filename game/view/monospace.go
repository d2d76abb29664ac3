package view

import (
	"math"
	"unicode/utf8"
)

// Monospace is a Measure for tests: every rune is 0.55 of the letters' height
// wide, bold ones 0.6.
type Monospace struct{}

// Advance implements Measure.
func (Monospace) Advance(s string, st Style, size float64) float64 {
	w := 0.55
	if st.Bold {
		w = 0.6
	}
	return float64(utf8.RuneCountInString(s)) * w * size
}

// LineHeight implements Measure.
func (Monospace) LineHeight(st Style, size float64) float64 {
	return math.Round(size * st.Size.Leading())
}
