package draw

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"earned/game/view"
)

// Latin is latin, for tests.
func Latin(s string) bool { return latin(s) }

// Letters is where the letters of a line’s first bytes are painted.
func (m *Measure) Letters(s string, shown int, st view.Style, size float64) []image.Rectangle {
	var out []image.Rectangle
	for _, l := range m.letters(nil, s, shown, st, size, &text.LayoutOptions{}) {
		out = append(out, image.Rectangle{Max: l.img.Bounds().Size()}.Add(l.at))
	}
	return out
}
