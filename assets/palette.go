package assets

import (
	"image/color"

	"earned/game/view"
)

// Theme is which palette a screen is painted with.
type Theme struct{ Dark, Contrast bool }

// Themes are all there are, in the order of their CSS.
var Themes = [...]Theme{{}, {Dark: true}, {Contrast: true}, {Dark: true, Contrast: true}}

// palette is the colours of one theme. Every ink is at least 4.5:1 on every
// paper it is used on (7:1 with more contrast), Rule and the ring 3:1; a test
// measures each pair.
type palette struct {
	papers [view.NumPapers]color.RGBA
	inks   [view.NumInks]color.RGBA
	onDeep color.RGBA // words of any ink on AccentPaper
	edge   color.RGBA // a card's hairline: decoration, held to no contrast
	ring   color.RGBA // around what has the focus
	hover  uint8      // how much of the accent a paper takes under the pointer, of 255
	press  uint8      // and while it is pressed
}

var palettes = [len(Themes)]palette{
	{ // Cream paper, warm ink, one deep teal; terracotta only for what went wrong.
		papers: papers("f8f2e7", "fffbf4", "efe4d2", "d9e8e3", "0f5656", "fffdf9"),
		inks:   inks("25211c", "584f43", "0f5656", "28602f", "97331a", "857862"),
		onDeep: hex("fffdf8"), edge: hex("dccfba"), ring: hex("b4531f"), hover: 20, press: 40,
	},
	{ // The same room with the lamps down: brown-black, never blue-black.
		papers: papers("1c1917", "262220", "302b27", "1a3533", "7cc9bf", "2b2724"),
		inks:   inks("f4ece0", "c0b4a3", "7ecac1", "98d3a0", "f2a58e", "8d8170"),
		onDeep: hex("0d2423"), edge: hex("3d3731"), ring: hex("f0b06a"), hover: 22, press: 40,
	},
	{ // More contrast, light.
		papers: papers("ffffff", "ffffff", "f4f0e8", "e3f1ed", "003d3d", "ffffff"),
		inks:   inks("000000", "2e2a25", "003d3d", "0b3f14", "6e1a05", "2e2a25"),
		onDeep: hex("ffffff"), edge: hex("2e2a25"), ring: hex("8a2f00"), hover: 22, press: 40,
	},
	{ // More contrast, dark.
		papers: papers("000000", "0b0a09", "171513", "06231f", "9af0e4", "0b0a09"),
		inks:   inks("ffffff", "e6ded2", "9af0e4", "b5f2bd", "ffc4b2", "c9beae"),
		onDeep: hex("00110f"), edge: hex("c9beae"), ring: hex("ffc37a"), hover: 34, press: 64,
	},
}

func papers(page, card, spoken, own, accent, choice string) (p [view.NumPapers]color.RGBA) {
	p[view.Page], p[view.Card], p[view.Spoken] = hex(page), hex(card), hex(spoken)
	p[view.Own], p[view.AccentPaper], p[view.Choice] = hex(own), hex(accent), hex(choice)
	return p
}

func inks(body, quiet, accent, good, bad, rule string) (i [view.NumInks]color.RGBA) {
	i[view.Body], i[view.Quiet], i[view.Accent] = hex(body), hex(quiet), hex(accent)
	i[view.Good], i[view.Bad], i[view.Rule] = hex(good), hex(bad), hex(rule)
	return i
}

// hex reads "rrggbb"; it is for the literals above.
func hex(s string) color.RGBA {
	digit := func(c byte) uint8 {
		if c >= 'a' {
			return c - 'a' + 10
		}
		return c - '0'
	}
	pair := func(i int) uint8 { return digit(s[i])<<4 | digit(s[i+1]) }
	return color.RGBA{pair(0), pair(2), pair(4), 255}
}

func (t Theme) palette() *palette {
	i := 0
	if t.Dark {
		i++
	}
	if t.Contrast {
		i += 2
	}
	return &palettes[i]
}

// Paper is the colour of a paper; of Bare, which lets show what is behind, the
// page's.
func (t Theme) Paper(p view.Paper) color.RGBA {
	if p == view.Bare {
		p = view.Page
	}
	return t.palette().papers[p]
}

// Ink is the colour of an ink on a paper: on AccentPaper every ink is the one
// that reads there, and OnAccent elsewhere is Body.
func (t Theme) Ink(i view.Ink, on view.Paper) color.RGBA {
	p := t.palette()
	switch {
	case on == view.AccentPaper:
		return p.onDeep
	case i == view.OnAccent:
		return p.inks[view.Body]
	}
	return p.inks[i]
}

// Edge is the hairline around a paper that is not pressed; decoration.
func (t Theme) Edge() color.RGBA { return t.palette().edge }

// Ring is the focus ring.
func (t Theme) Ring() color.RGBA { return t.palette().ring }

// Hover is a paper under the pointer, or, pressed, under a finger.
func (t Theme) Hover(p view.Paper, pressed bool) color.RGBA {
	c := t.palette()
	k := c.hover
	if pressed {
		k = c.press
	}
	to := c.inks[view.Accent]
	if p == view.AccentPaper {
		to = c.onDeep
	}
	return blend(t.Paper(p), to, k)
}

func blend(a, b color.RGBA, k uint8) color.RGBA {
	mix := func(x, y uint8) uint8 { return uint8((int(x)*(255-int(k)) + int(y)*int(k) + 127) / 255) }
	return color.RGBA{mix(a.R, b.R), mix(a.G, b.G), mix(a.B, b.B), 255}
}
