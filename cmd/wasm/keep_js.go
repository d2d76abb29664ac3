package main

import (
	"image"
	"math"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"earned/game/draw"
	"earned/game/view"
	"earned/game/web"
)

// What is taken along from a screen: a sheet of paper, a picture.

// toPaper puts the screen onto paper, in the colours of ink.
func (g *game) toPaper() {
	web.Look(false, false, 1)
	g.paper.Put(g.app.Printed(), g.measure)
}

func (g *game) fromPaper() {
	g.paper.Clear()
	g.look()
}

// poster is a picture to be painted in the next frame: only then can pixels be
// read.
type poster struct {
	tree *view.Node
	name string
	done func(ok bool) // told whether it was kept
}

// paint has the stage paint a picture, also where none is shown.
func (g *game) paint(tree *view.Node, name string) {
	g.raise()
	g.stage.poster = &poster{tree, name, g.unless("This browser could not make a picture of it.")}
	web.Wake()
}

// The size a picture is laid out for, in CSS pixels, and how many pixels each
// becomes: enough to be shown to a room.
const (
	posterWidth  = 1100
	posterHeight = 700 // at least
	posterScale  = 1.5
	posterMost   = 4096 // pixels: what every graphics card takes
)

// print paints the picture and gives it to the browser to keep.
func (p *poster) print(m *draw.Measure) {
	placed := view.Lay(p.tree, posterWidth, posterHeight, 1, m)
	if b := &placed.Boxes[0]; b.Scrolls() {
		placed = view.Lay(p.tree, posterWidth, math.Ceil(b.ContentH), 1, m)
	}
	scale := min(posterScale, posterMost/placed.Height)
	painter, people := draw.New(m), newPortraits()
	painter.Person = people.paint
	painter.Reduced(true)
	painter.Set(placed, scale)
	w, h := int(placed.Width*scale), int(placed.Height*scale)
	img := ebiten.NewImage(w, h)
	painter.Draw(img, time.Duration(0))
	save(img, w, h, p.name, p.done)
	img.Deallocate()
	painter.Close()
	people.close()
}

// save hands the picture over in bands.
func save(img *ebiten.Image, w, h int, name string, done func(ok bool)) {
	const band = 128
	album := web.NewAlbum(w, h)
	rows := make([]byte, 4*w*band)
	for y := 0; y < h; y += band {
		n := min(band, h-y)
		part := img.SubImage(image.Rect(0, y, w, y+n)).(*ebiten.Image)
		part.ReadPixels(rows[:4*w*n])
		album.Put(y, rows[:4*w*n])
	}
	album.Save(name, done)
}
