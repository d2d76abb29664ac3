// Command wasm is the game in the browser: it joins the screens, the painter
// and the page, and does nothing else.
package main

import (
	"runtime/debug"
	"time"

	"earned/game/draw"
	"earned/game/screens"
	"earned/game/web"
	"earned/scenarios"
)

// started is how long after the start memory is looked after; until then the
// page lets it grow (page/boot.js). What a page's program has taken is never
// given back, and the game leaves little behind: collecting it soon costs a few
// milliseconds a conversation and keeps it from growing (docs/performance.md).
const started = 3 * time.Second

const (
	leastRoom = 0.1 // how much may always be left behind before it is collected, as a share of what lives
	wellUsed  = 0.7 // how much of its heap a program can use before it takes more: objects of a size share a page
)

func main() {
	web.Guard(start)
	time.AfterFunc(started, func() { debug.SetGCPercent(100 * leastRoom) })
	select {} // from here on everything happens in event handlers and frames
}

// start opens the game over what this browser kept and shows its first screen.
// Whatever of the shipped parts does not load is a fault of the build: the
// crash screen says which.
func start() {
	web.TameEngine()
	book, err := scenarios.Shipped()
	if err != nil {
		panic(err)
	}
	measure, err := draw.NewMeasure()
	if err != nil {
		panic(err)
	}
	saved, _, err := web.Kept(screens.Key)
	if err != nil {
		web.SayError(err)
	}
	kept, _, err := web.Kept(screens.KeyRoom)
	if err != nil {
		web.SayError(err)
	}
	app := screens.New(book, screens.Options{
		Seed:    seeds(),
		Saved:   saved,
		Room:    kept,
		System:  system(web.ReadPrefs()),
		Resume:  !web.First(),
		Draws:   web.CanDraw(),
		Measure: measure,
		Here:    web.Here(),
	})
	g := newGame(app, measure)
	g.kept = saved
	g.open()
	web.Ready()
}

// system is what the player's system asks for, in the screens' words.
func system(p web.Prefs) screens.System {
	return screens.System{LessMotion: p.LessMotion, Dark: p.Dark, MoreContrast: p.MoreContrast}
}
