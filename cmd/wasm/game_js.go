package main

import (
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"earned/game/draw"
	"earned/game/screens"
	"earned/game/view"
	"earned/game/web"
)

// game joins the screens to the page. Presses are carried out, and their
// screen mirrored, within the event that brings them; the picture follows in
// the next frame.
type game struct {
	mu      sync.Mutex // held by whoever touches anything below
	app     *screens.App
	twin    *web.Twin
	mode    web.Mode
	measure *draw.Measure
	stage   *stage // nil until a picture is first wanted
	placed  *view.Placed
	shown   uint64  // the app's version that placed and the twin show; 0: none
	w, h    float64 // the window they show it in
	began   time.Time
	pixels  *web.Pixels
	sound   *web.Sound
	paper   *web.Paper
	notes   *web.Notes // nil until they are first wanted
	room    *web.Host  // nil until phones are first wanted
	ticking bool       // a clock on the screen is being waited for
	tidying bool       // what the last screen left is about to be collected
	ahead   string     // the run whose next screens are being laid out, or were
	taken   float64    // the bytes its heap had taken once it had started; 0: not yet
	kept    string     // what this tab last kept, or read, under screens.Key
}

func newGame(app *screens.App, measure *draw.Measure) *game {
	return &game{app: app, measure: measure, mode: web.Shown(), began: time.Now(), pixels: web.WatchPixels(), sound: web.NewSound(), paper: web.NewPaper()}
}

// open shows the first screen and begins to listen.
func (g *game) open() {
	g.twin = web.NewTwin(g.mode, web.Heard{
		Press:  g.press,
		Scroll: func(path string, top float64) { g.onStage(func(s *stage) { s.scroll(path, top) }) },
		Point:  func(path string) { g.onStage(func(s *stage) { s.point(path) }) },
		Hold:   func(path string) { g.onStage(func(s *stage) { s.hold(path) }) },
		Key:    g.key,
		Type:   g.typed,
		Any: func() {
			g.sound.Pressed()
			g.locked(func() { g.app.Hurry(); g.show() })
		},
	})
	g.locked(func() {
		g.app.SetNow(clockNow())
		g.app.SetDisplays(displays())
		g.follow()
		g.effects()
		if web.First() {
			g.sound.Pressed()
			g.firstPress()
		}
		if g.mode == web.Canvas {
			g.raise()
		}
		g.show()
	})
	web.WatchPrinting(func() { g.locked(g.toPaper) }, func() { g.locked(g.fromPaper) })
	web.OnFragment(func() { g.locked(func() { g.follow(); g.effects(); g.show() }) })
	web.WatchKept(func() { g.locked(g.catchUp) })
	web.OnResize(func() { g.locked(g.show) })
	web.WatchDisplays(func() { g.locked(func() { g.app.SetDisplays(displays()); g.show() }) })
	web.WatchPrefs(func(p web.Prefs) {
		g.locked(func() {
			g.app.SetSystem(system(p))
			g.show()
		})
	})
}

// follow takes up what a link asked for, once.
func (g *game) follow() {
	if g.app.Follow(web.Fragment()) {
		web.DropFragment()
	}
}

// locked runs f as the only one to touch the game.
func (g *game) locked(f func()) {
	g.mu.Lock()
	defer g.mu.Unlock()
	f()
}

// onStage tells the picture something, where there is one.
func (g *game) onStage(f func(*stage)) {
	if g.stage != nil { // only ever set from nil, on this same thread
		f(g.stage)
	}
}

// press is what every press in the twin comes to.
func (g *game) press(a view.Action) {
	g.locked(func() {
		g.catchUp()
		g.app.SetNow(clockNow())
		if !g.app.Press(a) {
			return
		}
		g.effects()
		g.show()
	})
}

// catchUp takes in what another tab has kept since this one last kept or read
// anything. A tab that was frozen hears of it only so, hence before every press.
func (g *game) catchUp() {
	kept, _, err := web.Kept(screens.Key)
	if err != nil || kept == g.kept {
		return
	}
	g.kept = kept
	g.app.Elsewhere(kept)
	g.effects()
	g.show()
}

// show brings page and picture up to what the app is now.
func (g *game) show() {
	if g.mode == web.Plain {
		g.app.Hurry() // words come at once to who reads them as text
	}
	w, h := web.Size()
	if g.mode == web.Canvas {
		g.app.Resize(w, h)
	}
	if g.app.Version() == g.shown && g.w == w && (g.h == h || g.mode == web.Plain) {
		return
	}
	g.shown, g.w, g.h = g.app.Version(), w, h
	g.look()
	web.RunCode(g.app.Code())
	g.clock()
	g.showNotes()
	scale := g.app.Settings().Scale()
	if g.mode == web.Plain {
		g.twin.MirrorTree(g.app.View(), web.RoomIn(w, scale, g.measure))
		return
	}
	g.placed = view.Lay(g.app.View(), w, h, scale, g.measure)
	g.twin.Mirror(g.placed)
	web.Wake()
	if run := g.app.Code(); run != g.ahead && g.app.Place() == screens.Talking {
		g.ahead = run
		g.layAhead(run, 0)
	}
	g.tidy()
}

// tidy collects what the last screen left behind, while this one is read: what
// is collected in the middle of a press makes it wait, and what has piled up by
// then the page never gets back.
func (g *game) tidy() {
	if g.tidying {
		return
	}
	g.tidying = true
	shown := g.shown
	web.After(settled, func() {
		g.locked(func() {
			g.tidying = false
			if g.shown != shown {
				g.tidy()
				return
			}
			g.collect()
		})
	})
}

// collect collects what was left behind, and then lets as much pile up as the
// program, once started, had room for and does not use: a collection in the middle
// of a press makes it wait, and memory once taken the page never gets back.
func (g *game) collect() {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if g.taken == 0 {
		g.taken = float64(m.HeapSys)
	}
	room := wellUsed*g.taken/float64(m.HeapAlloc) - 1
	debug.SetGCPercent(int(100 * min(max(room, leastRoom), 1)))
}

// settled is when a screen that came has moved into place: the client looks as
// the words have them look, and most of these stand.
const settled = 600 * time.Millisecond

// layAhead lays out the screens that may come next while the player reads, that
// of one reply at a time: shaping letters for the first time takes longer than
// all else that a press waits for.
func (g *game) layAhead(run string, reply int) {
	web.After(aMoment, func() {
		g.locked(func() {
			if g.ahead != run || g.mode == web.Plain {
				return
			}
			next, more := g.app.Ahead(reply)
			if next != nil {
				view.Lay(next, g.w, g.h, g.app.Settings().Scale(), g.measure)
			}
			if more {
				g.layAhead(run, reply+1)
			}
		})
	})
}

// aMoment is between two pieces of work that nobody waits for.
const aMoment = 150 * time.Millisecond

// look gives the page the colours and the size of text that were chosen.
func (g *game) look() {
	st, sys := g.app.Settings(), g.app.System()
	web.Look(st.IsDark(sys), st.High(sys), st.Scale())
}

// effects carries out what the presses asked of the world.
func (g *game) effects() {
	for _, e := range g.app.Effects() {
		switch e.Kind {
		case screens.Save:
			if err := web.Keep(e.Key, e.Value); err != nil {
				web.SayError(err)
			} else if e.Key == screens.Key {
				g.kept = e.Value
			}
		case screens.Forget:
			for _, k := range screens.Keys {
				if err := web.Forget(k); err != nil {
					web.SayError(err)
				}
			}
			g.kept = ""
		case screens.Copy:
			web.Copy(e.Value, g.unless("This browser did not let the text be copied."))
		case screens.TextMode:
			g.turn(e.On)
		case screens.Play:
			g.sound.Play(e.Cue)
		case screens.Paint:
			g.paint(e.Tree, e.Key)
		case screens.Print:
			web.Print()
		case screens.Download:
			web.Download(e.Key, e.Value)
		case screens.Visit:
			web.Visit(e.Value)
		case screens.OpenNotes:
			g.openNotes()
		case screens.Hosting:
			g.host(e.Host)
		}
	}
}

// unless says what was not done, where it was not, and has the screen no longer
// say that it was.
func (g *game) unless(why string) func(done bool) {
	return func(done bool) {
		if !done {
			web.Say(why)
			web.After(0, func() { g.locked(func() { g.app.Failed(); g.show() }) }) // it may be known before the press is carried out
		}
	}
}

// turn shows the game as text, or as a picture again.
func (g *game) turn(text bool) {
	was := g.mode
	g.mode = web.Canvas
	if text || !web.CanDraw() {
		g.mode = web.Plain
	}
	if g.mode == was || g.twin == nil {
		return
	}
	g.twin.Turn(g.mode)
	web.Show(g.mode)
	g.shown, g.placed = 0, nil
	if g.mode == web.Canvas {
		g.raise()
	}
}
