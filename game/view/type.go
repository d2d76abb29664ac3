package view

import "math"

// Type is the scale of a screen: how many pixels a layout unit and the letters
// of each Size take. It follows from the viewport and the player's text scale
// alone, so that one tree composes itself for a phone, a laptop and a
// projector.
type Type struct {
	Unit  float64 // pixels of a layout unit: 1 on a phone, 1.2 at 1280×720, 1.8 at 1920×1080
	Scale float64 // the player's text scale; 1: 100 %
	Phone bool    // narrow: held upright
	size  [numSizes]float64
}

// The screen that one layout unit a pixel was drawn for; wider ones grow.
const (
	unitWidth  = 1920 / 1.8
	unitHeight = 1080 / 1.8
	phoneWidth = 600
)

// Letters in units, on a phone and on a wide screen. A phone wants body text
// of 17 to 18 pixels and room for words a line; on a wall the back row wants
// what the client says (Large) at 1/26 of the height or more.
var (
	phoneSizes = [numSizes]float64{Normal: 17.5, Small: 15, Large: 20, Title: 23, Display: 31, Wall: 20}
	wideSizes  = [numSizes]float64{Normal: 17.5, Small: 14.5, Large: 23.5, Title: 27, Display: 40, Wall: 27.5}
)

// TypeFor is the scale of a viewport in CSS pixels at the player's text scale,
// which is held within 0.75 and 3.
func TypeFor(w, h, textScale float64) Type {
	t := Type{Scale: min(max(textScale, 0.75), 3), Phone: w < phoneWidth}
	t.Unit = min(max(min(w/unitWidth, h/unitHeight), 1), 5)
	wide := min((t.Unit-1)/0.2, 1)
	for i := range t.size {
		units := phoneSizes[i] + (wideSizes[i]-phoneSizes[i])*wide
		t.size[i] = math.Round(units * t.Unit * t.Scale) // whole pixels keep letters evenly spaced
	}
	if w > h { // whatever its proportions: a projector may be 4:3
		t.size[Wall] = max(t.size[Wall], math.Ceil(h/WallShare*t.Scale))
	}
	return t
}

// Size is the height of letters of a step, in pixels.
func (t Type) Size(s Size) float64 { return t.size[s] }

// WallShare is how many lines of Wall letters, set solid, fill a wide screen's
// height at most.
const WallShare = 22

// Units is the height of letters of a step in layout units: on a phone, and
// where a unit is 1.2 pixels or more.
func (s Size) Units() (phone, wide float64) { return phoneSizes[s], wideSizes[s] }

// Leading is the usual distance between lines as a share of the letters'
// height: the larger the letters, the tighter.
func (s Size) Leading() float64 {
	switch s {
	case Display:
		return 1.14
	case Title, Wall:
		return 1.2
	case Large:
		return 1.34
	default:
		return 1.4
	}
}

// px is a length that does not hold text (gaps, edges, pictures), in pixels.
func (t Type) px(units int) float64 { return math.Round(float64(units) * t.Unit) }

// words is a length that holds text and grows with it, in pixels.
func (t Type) words(units int) float64 { return math.Round(float64(units) * t.Unit * t.Scale) }

// Lengths the layout keeps for what the painter adds to a node, in units of
// the letters' height.
const (
	digitInset  = 1.75 // the key that presses a reply, before its words
	radioInset  = 1.55 // the ring before a Radio's words
	switchInset = 2.9  // the switch after a Switch's words
)

// Least heights of what is pressed, in pixels: a finger's.
const (
	touchHeight = 44
	linkHeight  = 30
)
