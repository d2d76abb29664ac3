package assets

import (
	"fmt"
	"image/color"
	"strings"

	"earned/game/view"
)

//go:generate go run ./gencss

// The names of papers and inks in CSS: --paper-card, --ink-quiet.
var (
	paperNames = [view.NumPapers]string{view.Page: "page", view.Card: "card", view.Spoken: "spoken", view.Own: "own", view.AccentPaper: "accent", view.Choice: "choice"}
	inkNames   = [view.NumInks]string{view.Body: "body", view.Quiet: "quiet", view.Accent: "accent", view.Good: "good", view.Bad: "bad", view.OnAccent: "on-accent", view.Rule: "rule"}
)

// CSS is the palettes as custom properties. The page's root takes
// data-theme="light" or "dark" and data-contrast="more"; without them it
// follows what the system prefers. page/palette.css is this, written by
// go generate.
func CSS() string {
	var b strings.Builder
	b.WriteString("/* Written by go generate ./assets from palette.go. Do not edit. */\n")
	block := func(indent, selector string, t Theme) {
		fmt.Fprintf(&b, "%s%s {\n", indent, selector)
		properties(&b, indent+"  ", t)
		fmt.Fprintf(&b, "%s}\n", indent)
	}
	light, dark, more, darkMore := Themes[0], Themes[1], Themes[2], Themes[3]
	block("", ":root", light)
	media := func(query, selector string, t Theme) {
		fmt.Fprintf(&b, "@media %s {\n", query)
		block("  ", selector, t)
		b.WriteString("}\n")
	}
	media("(prefers-color-scheme: dark)", ":root:not([data-theme])", dark)
	media("(prefers-contrast: more)", ":root:not([data-contrast])", more)
	media("(prefers-contrast: more) and (prefers-color-scheme: dark)", ":root:not([data-contrast]):not([data-theme])", darkMore)
	block("", ":root[data-theme=light]", light)
	block("", ":root[data-theme=dark]", dark)
	block("", ":root[data-contrast=more]", more)
	block("", ":root[data-theme=dark][data-contrast=more]", darkMore)
	return b.String()
}

func properties(b *strings.Builder, indent string, t Theme) {
	scheme := "light"
	if t.Dark {
		scheme = "dark"
	}
	fmt.Fprintf(b, "%scolor-scheme: %s;\n", indent, scheme)
	put := func(name string, c color.RGBA) {
		fmt.Fprintf(b, "%s--%s: #%02x%02x%02x;\n", indent, name, c.R, c.G, c.B)
	}
	for p, name := range paperNames {
		if name != "" {
			put("paper-"+name, t.Paper(view.Paper(p)))
		}
	}
	for i, name := range inkNames {
		on := view.Page
		if view.Ink(i) == view.OnAccent {
			on = view.AccentPaper
		}
		put("ink-"+name, t.Ink(view.Ink(i), on))
	}
	put("edge", t.Edge())
	put("ring", t.Ring())
	put("hover-choice", t.Hover(view.Choice, false))
	put("hover-accent", t.Hover(view.AccentPaper, false))
}
