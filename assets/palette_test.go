package assets_test

import (
	"image/color"
	"math"
	"os"
	"testing"

	"earned/assets"
	"earned/game/view"
)

var papers = []view.Paper{view.Page, view.Card, view.Spoken, view.Own, view.AccentPaper, view.Choice}
var inks = []view.Ink{view.Body, view.Quiet, view.Accent, view.Good, view.Bad, view.OnAccent}

// contrast is WCAG 2.2's contrast ratio.
func contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.RGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// Words are read on every paper, at rest, under the pointer and while it is
// pressed: 4.5:1 (WCAG 1.4.3), 7:1 where more contrast is asked for (1.4.6).
func TestWordsAreRead(t *testing.T) {
	for _, th := range assets.Themes {
		want := 4.5
		if th.Contrast {
			want = 7
		}
		for _, p := range papers {
			for _, i := range inks {
				ink := th.Ink(i, p)
				for name, paper := range map[string]color.RGBA{"at rest": th.Paper(p), "hovered": th.Hover(p, false), "pressed": th.Hover(p, true)} {
					least := want
					if name != "at rest" {
						least = 4.5
					}
					if got := contrast(ink, paper); got < least {
						t.Errorf("%+v: ink %d on paper %d %s is %.2f:1, want %v", th, i, p, name, got, least)
					}
				}
			}
		}
	}
}

// Borders of what can be pressed, switches and the focus ring are seen: 3:1
// (WCAG 1.4.11).
func TestEdgesAreSeen(t *testing.T) {
	for _, th := range assets.Themes {
		for _, p := range papers {
			if p == view.AccentPaper {
				continue // its own colour is its edge
			}
			for name, c := range map[string]color.RGBA{"rule": th.Ink(view.Rule, p), "ring": th.Ring(), "accent": th.Paper(view.AccentPaper)} {
				if got := contrast(c, th.Paper(p)); got < 3 {
					t.Errorf("%+v: %s on paper %d is %.2f:1, want 3", th, name, p, got)
				}
			}
		}
	}
}

// What is hovered or pressed is seen to be: each differs from the last.
func TestHoverShows(t *testing.T) {
	for _, th := range assets.Themes {
		for _, p := range papers {
			if th.Hover(p, false) == th.Paper(p) || th.Hover(p, true) == th.Hover(p, false) {
				t.Errorf("%+v: paper %d looks the same hovered or pressed", th, p)
			}
		}
	}
}

// The page's stylesheet is the palettes.
func TestStylesheetIsThePalette(t *testing.T) {
	const file = "../page/palette.css"
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != assets.CSS() {
		t.Errorf("%s is not what assets/palette.go says: run go generate ./assets", file)
	}
}
