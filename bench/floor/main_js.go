// Command floor is the least that a program made with the same engine can be:
// bare Ebitengine and text/v2, one font, one line of text, drawn every frame.
// What Earned costs beyond it is Earned's own doing (docs/performance.md).
package main

import (
	"bytes"
	"runtime"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"earned/assets"
)

type floor struct{ face *text.GoTextFace }

func (*floor) Update() error { return nil }

func (f *floor) Draw(screen *ebiten.Image) {
	op := new(text.DrawOptions)
	op.GeoM.Translate(40, 40)
	text.Draw(screen, "We've been burned before. They promised six weeks. It took nine months.", f.face, op)
}

func (*floor) Layout(w, h int) (int, int) { return w, h }

func main() {
	js.Global().Set("earnedAllocations", js.FuncOf(func(js.Value, []js.Value) any {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return []any{float64(m.Mallocs), float64(m.TotalAlloc)}
	}))
	source, err := text.NewGoTextFaceSource(bytes.NewReader(assets.Regular))
	if err != nil {
		panic(err)
	}
	if err := ebiten.RunGame(&floor{&text.GoTextFace{Source: source, Size: 24}}); err != nil {
		panic(err)
	}
}
