package viewtest

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"earned/game/view"
)

// Sizes are the viewports every screen is laid out for, Scales the text
// scales.
var (
	Sizes  = [][2]float64{{390, 844}, {1280, 720}, {1920, 1080}, {844, 390}, {320, 568}}
	Scales = []float64{1, 1.5, 2}
)

var samples = []string{
	"", "Yes.", "Nine months. Who had to stand up and explain that?",
	"We’ve been burned before. They promised six weeks. It took nine months — and I stood up and said so.\n\nTwice.",
	"Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
	"Łukasz Şahin’s £5, €9 · 12 × 3 … ", "状況を説明しなければならなかったのは誰ですか", "a\tb\xffc\u2028d", "https://example.org/a/very/long/path/without/spaces",
}

// Tree draws a screen at random, with everything a layout may ask for.
func Tree(t *rapid.T) *view.Node {
	root := node(t, 0)
	root.Unseen = false
	root.Layout.Width, root.Layout.MaxWidth = 0, 0
	return root
}

// Outline writes a tree down, a node a line, for the message of a failure.
func Outline(n *view.Node) string {
	var b strings.Builder
	outline(&b, n, "")
	return b.String()
}

func outline(b *strings.Builder, n *view.Node, indent string) {
	fmt.Fprintf(b, "%s%d %q %+v digit %d unseen %v style %+v picture %d\n", indent, n.Role, n.Text, n.Layout, n.Digit, n.Unseen, n.Style, n.Picture.Kind)
	for _, c := range n.Children {
		outline(b, c, indent+"  ")
	}
}

func node(t *rapid.T, depth int) *view.Node {
	some := func(name string, of ...int) int { return rapid.SampledFrom(of).Draw(t, name) }
	flag := func(name string, oneIn int) bool { return rapid.IntRange(1, oneIn).Draw(t, name) == oneIn }
	n := &view.Node{
		Role:   view.Role(some("role", int(view.Box), int(view.Box), int(view.Text), int(view.Button), int(view.Link))),
		Unseen: flag("unseen", 12),
		Style: view.Style{
			Size: view.Size(some("size", 0, 1, 2, 3, 4)), Bold: flag("bold", 3), Italic: flag("italic", 4), Centre: flag("centred", 4),
		},
		Layout: view.Layout{
			Flow: view.Flow(some("flow", 0, 0, 1, 2, 3)), Gap: some("gap", 0, 4, 12), Pad: view.All(some("pad", 0, 0, 4)),
			Grow: some("grow", 0, 0, 1, 2), Percent: some("percent", 0, 0, 0, 30, 60),
			Width: some("width", 0, 0, 0, 50, 200), MaxWidth: some("max", 0, 0, 0, 120, 400),
			Height: some("height", 0, 0, 0, 40, 300), MinHeight: some("least", 0, 0, 0, 30, 90),
			Centre: flag("centre", 3), Middle: flag("middle", 3), Scroll: flag("scroll", 6), End: flag("end", 2),
		},
	}
	if depth >= 4 || flag("leaf", 3) {
		if flag("picture", 6) {
			n.Role, n.Digit, n.Picture = view.Image, 0, view.Picture{Kind: view.Portrait}
			return n
		}
		n.Text = rapid.SampledFrom(samples).Draw(t, "text")
		n.Digit = some("digit", 0, 0, 0, 3)
		n.Role = view.Role(some("leaf role", int(n.Role), int(n.Role), int(view.Radio), int(view.Switch)))
		return n
	}
	if flag("titled", 4) {
		n.Text = rapid.SampledFrom(samples).Draw(t, "text")
	}
	for range rapid.IntRange(0, 4).Draw(t, "children") {
		n.Children = append(n.Children, node(t, depth+1))
	}
	return n
}
