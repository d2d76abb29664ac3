package web

import (
	"syscall/js"

	"earned/game/view"
)

// Paper is what a screen looks like printed: elements of its own, which only a
// printer sees, so that the screen keeps its focus and where it was scrolled to.
type Paper struct{ *mirror }

// NewPaper is a sheet with nothing on it.
func NewPaper() *Paper { return &Paper{newMirror(Plain, paperID, "p")} }

// paperWidth is what a sheet between its margins holds, in CSS pixels.
const paperWidth = 640 + columnMargin

// Put puts a tree on the sheet.
func (p *Paper) Put(root *view.Node, m view.Measure) {
	p.bring(flat(root), RoomIn(paperWidth, 1, m))
}

// Clear takes everything off it.
func (p *Paper) Clear() { p.bring(&view.Placed{}, Room{}) }

// bring has the page follow, without a word to those who listen and without
// moving the focus.
func (p *Paper) bring(placed *view.Placed, room Room) {
	now := plan(placed, Plain, room)
	for i := range now {
		bare := *now[i].node
		bare.Focus = false
		now[i].node = &bare
	}
	if do, _ := p.update(placed, now); do != "" {
		tell("apply", do, "")
	}
}

// WatchPrinting calls before as the page is about to be printed, by whatever
// hand, and done when it was.
func WatchPrinting(before, done func()) {
	on(js.Global(), "beforeprint", func(js.Value) { before() })
	on(js.Global(), "afterprint", func(js.Value) { done() })
}

// Print has the browser print the page, once what is under way is done: it
// keeps everything waiting while it asks how.
func Print() { after(0, func() { js.Global().Call("print") }) }

// after calls f once, in so many milliseconds.
func after(milliseconds int, f func()) {
	var h js.Func
	h = handler(func(js.Value) {
		h.Release()
		f()
	})
	js.Global().Call("setTimeout", h, milliseconds)
}
