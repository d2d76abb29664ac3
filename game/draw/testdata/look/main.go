//go:build js

// A page that shows sample screens as the painter draws them, for looking at.
// Query: screen, theme (dark, contrast), text, focus, hover.
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
	"earned/game/view"
)

type game struct {
	p      *draw.Painter
	m      *draw.Measure
	root   *view.Node
	w, h   float64
	text   float64
	dpr    float64
	began  time.Time
	frames int
	steps  []func() // one a frame: what is seen in the end must not depend on them
}

func (g *game) Update() error { return nil }
func (g *game) Draw(dst *ebiten.Image) {
	if g.frames < len(g.steps) {
		g.steps[g.frames]()
	}
	g.p.Draw(dst, time.Since(g.began))
	if g.frames++; g.frames == len(g.steps)+3 {
		js.Global().Get("document").Set("title", "ready")
	}
}
func (g *game) Layout(w, h int) (int, int) { panic("unused") }
func (g *game) LayoutF(w, h float64) (float64, float64) {
	if w != g.w || h != g.h {
		g.w, g.h = w, h
		g.p.Set(view.Lay(g.root, w, h, g.text, g.m), g.dpr)
	}
	return w * g.dpr, h * g.dpr
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
	g := &game{p: draw.New(m), m: m, text: 1, began: time.Now(), dpr: js.Global().Get("devicePixelRatio").Float()}
	g.p.Person = person.New().Draw
	if t, err := strconv.ParseFloat(get("text"), 64); err == nil {
		g.text = t
	}
	w := js.Global().Get("innerWidth").Float()
	g.root = samples(get("screen"), w)
	g.p.Theme(assets.Theme{Dark: strings.Contains(get("theme"), "dark"), Contrast: strings.Contains(get("theme"), "contrast")})
	g.p.Focus(get("focus"))
	g.p.Hover(get("hover"))
	g.p.Reduced(get("still") != "")
	if get("steps") != "" {
		g.steps = detours(g, w)
	}
	ebiten.SetScreenClearedEveryFrame(false)
	if err := ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{InitUnfocused: true}); err != nil {
		panic(err)
	}
}
