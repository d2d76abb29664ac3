//go:build js

// A page that shows the clients as the game paints them: a contact sheet, one
// picture, or one that is timed while it moves. Build it and serve the folder:
//
//	GOOS=js GOARCH=wasm go build -o out/main.wasm ./game/draw/person/sheet
//	cp "$(go env GOROOT)/lib/wasm/wasm_exec.js" out/
//	cat > out/index.html <<'X'
//	<!doctype html><body style="margin:0"><script src="wasm_exec.js"></script><script>
//	const go = new Go(); WebAssembly.instantiateStreaming(fetch("main.wasm"), go.importObject).then(r => go.run(r.instance))
//	</script>
//	X
//
// Query: figure (dana), setting (0–4); then either nothing, for nine feelings
// by three trusts in the window, or feels (0–9) and trust (0–100) for one
// picture that fills it, with speaking=1 and move=1 as wished; or time=N, to
// play N frames with a change of feeling every thirty. The title becomes
// "ready", after time "ready, median …, 99th …" (a frame's own work, in
// microseconds). The same sheet without a browser is TestContactSheet.
package main

import (
	"fmt"
	"slices"
	"strconv"
	"syscall/js"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"earned/game/draw/person"
	"earned/game/view"
)

type page struct {
	w, h     float64
	one      bool
	move     bool
	pic      view.Picture
	painters []*person.Painter
	frames   int
	time     int
	began    time.Time
	took     []time.Duration
}

func (g *page) Update() error { return nil }

func (g *page) Layout(int, int) (int, int) { panic("unused") }

func (g *page) LayoutF(w, h float64) (float64, float64) {
	d := js.Global().Get("devicePixelRatio").Float()
	g.w, g.h = w*d, h*d
	return g.w, g.h
}

func (g *page) Draw(dst *ebiten.Image) {
	now := time.Since(g.began)
	g.frames++
	if g.time > 0 {
		g.timed(dst, now)
		return
	}
	if g.one {
		g.painter(0).Draw(dst, 0, 0, g.w, g.h, g.pic, now, !g.move)
	} else {
		g.sheet(dst, now)
	}
	if g.frames == 3 {
		ready("ready")
	}
}

func ready(s string) { js.Global().Get("document").Set("title", s) }

func (g *page) painter(i int) *person.Painter {
	for len(g.painters) <= i {
		g.painters = append(g.painters, person.New())
	}
	return g.painters[i]
}

func (g *page) sheet(dst *ebiten.Image, now time.Duration) {
	w, h := g.w/9, g.h/3
	for f := range 9 {
		for i, t := range [3]uint8{16, 50, 84} {
			pic := g.pic
			pic.Feels, pic.Trust = uint8(f+1), t
			g.painter(3*f+i).Draw(dst, float64(f)*w, float64(i)*h, w-3, h-3, pic, now, true)
		}
	}
}

// timed counts what each frame costs this side of the graphics process.
func (g *page) timed(dst *ebiten.Image, now time.Duration) {
	if g.frames%30 == 0 {
		g.pic.Feels = 1 + (g.pic.Feels+3)%9
		g.pic.Trust = (g.pic.Trust + 37) % 100
	}
	start := time.Now()
	g.painter(0).Draw(dst, 0, 0, g.w, g.h, g.pic, now, false)
	if g.frames > 10 {
		g.took = append(g.took, time.Since(start))
	}
	if g.frames == g.time {
		slices.Sort(g.took)
		n := len(g.took)
		ready(fmt.Sprintf("ready, median %d, 99th %d", g.took[n/2].Microseconds(), g.took[n*99/100].Microseconds()))
	}
}

func main() {
	q := js.Global().Get("URLSearchParams").New(js.Global().Get("location").Get("search"))
	num := func(k string) int {
		n, _ := strconv.Atoi(q.Call("get", k).String())
		return n
	}
	g := &page{began: time.Now(), time: num("time"), move: num("move") == 1}
	g.pic = view.Picture{Kind: view.Portrait, Figure: "dana", Setting: uint8(num("setting")), Feels: uint8(num("feels")), Trust: uint8(num("trust")), Speaking: num("speaking") == 1}
	if f := q.Call("get", "figure"); f.Truthy() {
		g.pic.Figure = f.String()
	}
	g.one = q.Call("get", "feels").Truthy()
	if err := ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{InitUnfocused: true}); err != nil {
		panic(err)
	}
}
