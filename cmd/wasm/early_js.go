package main

import (
	"math/rand/v2"

	"earned/game/view"
	"earned/game/web"
)

// What was pressed before the game was here.

// firstPress carries out the press on the page's own first screen, and those
// that followed it before the game was here. Who asked for text there has asked
// for it as a setting, which is kept.
func (g *game) firstPress() {
	if web.Words() && !g.app.Settings().Words {
		for _, a := range []view.Action{"settings", "set:words:1", "back"} {
			g.app.Press(a)
		}
	}
	presses, shown := web.Early()
	for i, a := range presses {
		g.app.Press(a)
		if i+1 == shown {
			g.takeOver()
		}
	}
	g.effects()
}

// takeOver goes on from the screen that the page shows by itself: its words
// have been read, and its elements are the twin's from now on.
func (g *game) takeOver() {
	g.app.Hurry()
	if g.mode == web.Canvas {
		g.app.Resize(web.Size())
		g.raise()
	}
	g.twin.Adopt(g.app.View())
}

// seeds draws a seed for each run, the first as the page has drawn it.
func seeds() func() uint64 {
	early, drawn := web.EarlySeed()
	return func() uint64 {
		if drawn {
			drawn = false
			return early
		}
		return rand.Uint64()
	}
}
