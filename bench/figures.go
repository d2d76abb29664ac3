package main

import (
	"fmt"
	"math"
	"slices"
)

// figures are one thing measured several times.
type figures []float64

func (f *figures) add(x float64) { *f = append(*f, x) }

func (f figures) sorted() figures {
	s := slices.Clone(f)
	slices.Sort(s)
	return s
}

// at is the figure below which a share of them lies; NaN where there are none.
func (f figures) at(share float64) float64 {
	if len(f) == 0 {
		return math.NaN()
	}
	s := f.sorted()
	return s[min(int(share*float64(len(s))), len(s)-1)]
}

func (f figures) median() float64 { return f.at(0.5) }

// unmeasured stands where a run has no figure.
const unmeasured = "not measured"

// String is the median and, where there were several, the least and the most.
func (f figures) String() string {
	if len(f) == 0 {
		return unmeasured
	}
	if len(f) == 1 {
		return short(f[0])
	}
	s := f.sorted()
	return fmt.Sprintf("%s (%s–%s)", short(f.median()), short(s[0]), short(s[len(s)-1]))
}

// short is a number in about three digits, thousands set apart.
func short(x float64) string {
	switch a := math.Abs(x); {
	case math.IsNaN(x):
		return unmeasured
	case a >= 1000:
		return thousands(int64(math.Round(x)))
	case a >= 100 || x == math.Trunc(x):
		return fmt.Sprintf("%.0f", x)
	case a >= 10:
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprintf("%.2f", x)
}

func thousands(n int64) string {
	if n < 0 {
		return "−" + thousands(-n)
	}
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
