package web

import (
	"syscall/js"

	"earned/game/view"
)

// Heard is what the twin tells of: a nil one is not told.
type Heard struct {
	Press  func(a view.Action)                  // a button, switch, radio or link was pressed
	Type   func(a view.Action, text string)     // a text box's words were entered
	Scroll func(path string, top float64)       // a scrolling node stands at top, in pixels
	Point  func(path string)                    // the pointer is over a pressable node; "": over none
	Hold   func(path string)                    // a pressable node is held down; "": none
	Key    func(key string, onButton bool) bool // a key went down that means nothing to an element; reports whether it did to the screen
	Any    func()                               // a key or pointer went down anywhere, before what it does
}

// Twin mirrors screens as real elements in the page. Not safe for concurrent
// use; every call comes from the page's one thread, under the app's lock.
type Twin struct {
	*mirror
	root    js.Value // the element that holds all
	heard   Heard
	pointed string
	pressed string
	busy    bool // mirroring: focus events are our own doing
	left    leftOver
}

// NewTwin fills the page's element with the id "twin".
func NewTwin(mode Mode, heard Heard) *Twin {
	t := &Twin{mirror: newMirror(mode, rootID, "t"), heard: heard,
		root: js.Global().Get("document").Call("getElementById", rootID)}
	t.left = handedOver()
	t.dress()
	t.listen()
	return t
}

// Turn changes how the twin is shown. The elements stay; the next Mirror makes
// them what they are to be.
func (t *Twin) Turn(mode Mode) {
	t.mode = mode
	t.dress()
}

func (t *Twin) dress() {
	t.root.Set("className", map[Mode]string{Canvas: "canvas", Plain: "plain"}[t.mode])
	t.root.Set("hidden", false)
}

// Mirror makes the page hold the placed screen's elements, keeping those that
// were there before, their focus and their scroll offsets.
func (t *Twin) Mirror(p *view.Placed) { t.reflect(p, Room{}) }

func (t *Twin) reflect(p *view.Placed, room Room) {
	t.busy = true
	defer func() { t.busy = false }()
	do, aloud := t.update(p, plan(p, t.mode, room))
	if do != "" || aloud != "" {
		tell("apply", do, aloud)
	}
	if t.topped != "" && t.heard.Scroll != nil {
		t.heard.Scroll(t.topped, t.held[t.topped].top)
	}
}

// MirrorTree does the same for a tree with no places: text mode.
func (t *Twin) MirrorTree(root *view.Node, room Room) { t.reflect(flat(root), room) }

// move gives an element the keyboard's focus at once.
func (t *Twin) move(i int) {
	t.do.Reset()
	t.focus(i)
	tell("apply", t.do.String(), "")
}
