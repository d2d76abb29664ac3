//go:build js

// A page that shows any screen of the game as it is painted, for looking at.
// Query: press=Start,Start,Continue,1,2 (names of buttons, or numbers of
// replies), theme (dark, contrast), text (percent), scroll (of "page" or
// "said", in pixels).
package main

import (
	"strconv"
	"strings"
	"syscall/js"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"earned/assets"
	"earned/game/draw"
	"earned/game/draw/person"
	"earned/game/screens"
	"earned/game/view"
	"earned/scenarios"
)

type game struct {
	p      *draw.Painter
	m      *draw.Measure
	app    *screens.App
	w, h   float64
	scroll float64
	frames int
}

func (g *game) Update() error { return nil }
func (g *game) Draw(dst *ebiten.Image) {
	g.p.Draw(dst, time.Duration(g.frames)*time.Second/30)
	if g.frames++; g.frames == 3 {
		js.Global().Get("document").Set("title", "ready")
	}
}
func (g *game) Layout(int, int) (int, int) { panic("unused") }
func (g *game) LayoutF(w, h float64) (float64, float64) {
	dpr := js.Global().Get("devicePixelRatio").Float()
	if w != g.w || h != g.h {
		g.w, g.h = w, h
		g.app.Resize(w, h)
		placed := view.Lay(g.app.View(), w, h, g.app.Settings().Scale(), g.m)
		g.p.Set(placed, dpr)
		for i := range placed.Boxes {
			b := &placed.Boxes[i]
			if b.Scrolls() {
				if g.scroll != 0 && b.Node.Key == "page" {
					g.p.Scroll(b.Path, g.scroll)
				}
			}
		}
	}
	return w * dpr, h * dpr
}

func main() {
	q := js.Global().Get("URLSearchParams").New(js.Global().Get("location").Get("search"))
	get := func(k string) string {
		if v := q.Call("get", k); v.Truthy() {
			return v.String()
		}
		return ""
	}
	m, err := draw.NewMeasure()
	if err != nil {
		panic(err)
	}
	book, err := scenarios.Shipped()
	if err != nil {
		panic(err)
	}
	app := screens.New(book, screens.Options{Seed: func() uint64 { return 7 }, System: screens.System{LessMotion: true}})
	if t := get("text"); t != "" {
		app.Press("settings")
		app.Press(view.Action("set:text:" + t))
		app.Press("back")
	}
	for _, name := range strings.Split(get("press"), ",") {
		press(app, name)
	}
	g := &game{p: draw.New(m), m: m, app: app}
	g.scroll, _ = strconv.ParseFloat(get("scroll"), 64)
	g.p.Person = person.New().Draw
	g.p.Reduced(true)
	g.p.Theme(assets.Theme{Dark: strings.Contains(get("theme"), "dark"), Contrast: strings.Contains(get("theme"), "contrast")})
	ebiten.SetScreenClearedEveryFrame(false)
	if err := ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{InitUnfocused: true}); err != nil {
		panic(err)
	}
}

// press presses a button by its name, or a reply by its number; "end" plays
// first replies to the ending.
func press(app *screens.App, name string) {
	if name == "end" {
		for app.Place() != screens.Ended {
			if app.View().Find(func(n *view.Node) bool { return n.Name == "Your replies" }) != nil {
				press(app, "1")
			} else {
				press(app, "Continue")
			}
		}
		return
	}
	k, _ := strconv.Atoi(name)
	n := app.View().Find(func(n *view.Node) bool {
		return n.Press != "" && (n.Label() == name || k > 0 && n.Digit == k)
	})
	if n != nil {
		app.Press(n.Press)
	}
}
