package main

import (
	"image"
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
// who is met, one for all that keep still, and the pictures it has made. A list
// of clients that is scrolled is painted again with every step, and a face
// takes some 3 ms to draw.
type portraits struct {
	met, still *person.Painter
	easel      *ebiten.Image // on which still draws: an image keeps room for all the triangles ever drawn on it
	faces      map[stillFace]*ebiten.Image
	op         ebiten.DrawImageOptions
	next       time.Duration // when the met client's picture next changes
	until      time.Duration // how long they stay lively
}

// stillFace is a picture of a size, in pixels.
type stillFace struct {
	pic  view.Picture
	w, h float64
}

// mostFaces is more than one screen shows; beyond it all are drawn anew.
const mostFaces = 16

func newPortraits() *portraits {
	return &portraits{met: person.New(), still: person.New(), faces: map[stillFace]*ebiten.Image{}}
}

// close gives back what is kept of pictures.
func (p *portraits) close() {
	p.met.Close()
	p.still.Close()
	p.forget()
	if p.easel != nil {
		p.easel.Deallocate()
	}
}

func (p *portraits) forget() {
	for _, img := range p.faces {
		img.Deallocate()
	}
	clear(p.faces)
}

// paintStill paints a face that keeps still.
func (p *portraits) paintStill(dst *ebiten.Image, x, y float64, f stillFace) {
	img := p.faces[f]
	if img == nil {
		if len(p.faces) >= mostFaces {
			p.forget()
		}
		img = p.draw(f)
		p.faces[f] = img
	}
	p.op.GeoM.Reset()
	p.op.GeoM.Translate(x, y)
	dst.DrawImage(img, &p.op)
}

// draw draws a still face into an image of its own.
func (p *portraits) draw(f stillFace) *ebiten.Image {
	size := image.Rect(0, 0, max(int(f.w), 1), max(int(f.h), 1))
	if p.easel == nil || !size.In(p.easel.Bounds()) {
		if p.easel != nil {
			size = size.Union(p.easel.Bounds())
			p.easel.Deallocate()
		}
		p.easel = ebiten.NewImage(size.Dx(), size.Dy())
	}
	p.still.Draw(p.easel, 0, 0, f.w, f.h, f.pic, 0, true)
	img := ebiten.NewImage(max(int(f.w), 1), max(int(f.h), 1))
	img.DrawImage(p.easel, nil)
	return img
}

// stir makes the client lively again: something changed.
func (p *portraits) stir(now time.Duration) { p.until = now + lively }

// paint is the draw.PersonFunc. It says that a client is moving for as long as
// they are lively; the last frame of that leaves them at rest, never half way
// through a blink.
func (p *portraits) paint(dst *ebiten.Image, x, y, w, h float64, pic view.Picture, now time.Duration, reduced bool) bool {
	if pic.Still {
		p.paintStill(dst, x, y, stillFace{pic, w, h})
		return false
	}
	rests := reduced || now >= p.until && !pic.Speaking
	moving := p.met.Draw(dst, x, y, w, h, pic, now, rests)
	p.next = p.met.Next(now)
	return moving || !rests
}
