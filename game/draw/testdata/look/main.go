//go:build js

// A page that shows sample screens as the painter draws them, for looking at.
// Query: screen, theme (dark, contrast), text, focus, hover.
package main

import (
	"image/color"
	"math"
	"strconv"
	"strings"
	"syscall/js"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/vector"

	"earned/assets"
	"earned/game/draw"
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
}

func (g *game) Update() error { return nil }
func (g *game) Draw(dst *ebiten.Image) {
	g.p.Draw(dst, time.Since(g.began))
	if g.frames++; g.frames == 3 {
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

// stand stands in for a client: two flat shapes that breathe.
func stand(dst *ebiten.Image, x, y, w, h float64, _ view.Picture, now time.Duration, reduced bool) bool {
	dst.Fill(color.RGBA{0xc9, 0xb8, 0x9c, 255})
	r := min(w, h) / 5
	if !reduced {
		r *= 1 + 0.02*math.Sin(now.Seconds())
	}
	vector.FillCircle(dst, float32(x+w/2), float32(y+h/2), float32(r), color.RGBA{0x6d, 0x48, 0x33, 255}, true)
	return !reduced
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
	g.p.Person = stand
	if t, err := strconv.ParseFloat(get("text"), 64); err == nil {
		g.text = t
	}
	w := js.Global().Get("innerWidth").Float()
	g.root = samples(get("screen"), w)
	g.p.Theme(assets.Theme{Dark: strings.Contains(get("theme"), "dark"), Contrast: strings.Contains(get("theme"), "contrast")})
	g.p.Focus(get("focus"))
	g.p.Hover(get("hover"))
	ebiten.SetScreenClearedEveryFrame(false)
	if err := ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{InitUnfocused: true}); err != nil {
		panic(err)
	}
}
