package main

import (
	"math"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"earned/assets"
	"earned/game/draw"
	"earned/game/draw/person"
	"earned/game/view"
	"earned/game/web"
)

// stage is the picture: an Ebitengine game that only draws, and only when it
// was woken. Its input comes from the twin, never from the engine.
type stage struct {
	g       *game
	painter *draw.Painter
	people  *portraits
	set     *view.Placed // what the painter was last given
	poster  *poster      // to be painted and kept; nil: none
}

// frame is how long an animation waits between two frames.
const frame = 33 * time.Millisecond

// raise starts the engine, the first time a picture is wanted.
func (g *game) raise() {
	if g.stage != nil {
		g.stage.painter.Invalidate()
		return
	}
	p := draw.New(g.measure)
	people := newPortraits()
	p.Person = people.paint
	g.stage = &stage{g: g, painter: p, people: people}
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	go func() {
		err := ebiten.RunGameWithOptions(g.stage, &ebiten.RunGameOptions{InitUnfocused: true, ScreenTransparent: true})
		if err != nil {
			web.Crash(err, nil)
		}
	}()
}

// LayoutF makes a pixel of the canvas a pixel of the display. Whole numbers:
// the canvas cannot have parts of one, and a scaled picture would be blurred.
func (s *stage) LayoutF(w, h float64) (float64, float64) {
	scale := ebiten.Monitor().DeviceScaleFactor()
	return max(1, math.Floor(w*scale)), max(1, math.Floor(h*scale))
}

// Layout is never called: there is LayoutF.
func (s *stage) Layout(w, h int) (int, int) { return w, h }

// Update implements ebiten.Game.
func (s *stage) Update() error { return nil }

// Draw paints what changed since the last frame, and asks for another frame
// while something moves.
func (s *stage) Draw(screen *ebiten.Image) {
	web.Guard(func() { s.g.locked(func() { s.draw(screen) }) })
}

func (s *stage) draw(screen *ebiten.Image) {
	g := s.g
	if g.pixels.Check() {
		return
	}
	if p := s.poster; p != nil {
		s.poster = nil
		p.print(g.measure)
	}
	now := time.Since(g.began)
	words := g.app.Tick(clockNow())
	g.effects()
	g.show()
	if g.mode != web.Canvas || g.placed == nil {
		return
	}
	st, sys := g.app.Settings(), g.app.System()
	s.painter.Theme(assets.Theme{Dark: st.IsDark(sys), Contrast: st.High(sys)})
	s.painter.Reduced(g.app.Still())
	if s.set != g.placed {
		s.set = g.placed
		s.people.stir(now)
		s.painter.Set(g.placed, ebiten.Monitor().DeviceScaleFactor())
	}
	s.people.next = now
	lively := s.painter.Draw(screen, now)
	if words > 0 {
		web.WakeIn(onTick(now, words))
	}
	if lively {
		web.WakeIn(min(max(s.people.next-now, frame), time.Second))
	}
}

// onTick is how long it is from now until the client's first step of idle motion
// that is not sooner than wait: words appear in the frames that are drawn anyway.
func onTick(now, wait time.Duration) time.Duration {
	steps := (now + wait + person.Tick - 1) / person.Tick
	return steps*person.Tick - now
}

// scroll, point and hold tell the painter what the twin heard.
func (s *stage) scroll(path string, top float64) { s.painter.Scroll(path, top); web.Wake() }
func (s *stage) point(path string)               { s.painter.Hover(path); web.Wake() }
func (s *stage) hold(path string)                { s.painter.Press(path); web.Wake() }
