package main

import (
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"earned/game/draw/person"
	"earned/game/view"
)

// lively is how long a client goes on breathing and blinking after something
// last changed. Then they sit still, and the screen costs nothing: a player may
// read for minutes, and a projector may show one beat for half an hour.
const lively = 8 * time.Second

// portraits are the painters of the clients on a screen: one for the client
// who is met, one for all that keep still, which are painted once.
type portraits struct {
	met, still *person.Painter
	next       time.Duration // when the met client's picture next changes
	until      time.Duration // how long they stay lively
}

func newPortraits() *portraits {
	return &portraits{met: person.New(), still: person.New()}
}

// close gives back what the painters keep of pictures.
func (p *portraits) close() {
	p.met.Close()
	p.still.Close()
}

// stir makes the client lively again: something changed.
func (p *portraits) stir(now time.Duration) { p.until = now + lively }

// paint is the draw.PersonFunc. It says that a client is moving for as long as
// they are lively; the last frame of that leaves them at rest, never half way
// through a blink.
func (p *portraits) paint(dst *ebiten.Image, x, y, w, h float64, pic view.Picture, now time.Duration, reduced bool) bool {
	if pic.Still {
		p.still.Draw(dst, x, y, w, h, pic, now, true)
		return false
	}
	rests := reduced || now >= p.until && !pic.Speaking
	moving := p.met.Draw(dst, x, y, w, h, pic, now, rests)
	p.next = p.met.Next(now)
	return moving || !rests
}
