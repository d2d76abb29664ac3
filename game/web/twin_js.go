package web

import (
	"strconv"
	"strings"
	"syscall/js"

	"earned/game/view"
)

// Heard is what the twin tells of: a nil one is not told.
type Heard struct {
	Press  func(a view.Action)              // a button, switch, radio or link was pressed
	Type   func(a view.Action, text string) // a text box's words changed
	Scroll func(path string, top float64)   // a scrolling node stands at top, in pixels
	Point  func(path string)                // the pointer is over a pressable node; "": over none
	Hold   func(path string)                // a pressable node is held down; "": none
	Any    func()                           // a key or pointer went down anywhere, before what it does
}

// Twin mirrors screens as real elements in the page. Not safe for concurrent
// use; every call comes from the page's one thread, under the app's lock.
type Twin struct {
	root     js.Value // the element that holds all
	announce js.Value // a live region that is always there
	mode     Mode
	heard    Heard
	now      []planned
	held     map[string]*holding // by path: the elements in the page
	byID     map[string]string   // element id → path
	nextID   int
	focused  string // path of the element with focus, "" for none
	pointed  string
	pressed  string
	busy     bool // mirroring: focus events are our own doing
}

// holding is one element in the page and what it was last made to be.
type holding struct {
	el       js.Value
	id       string
	element  element
	kids     []string // paths of the elements inside, in order
	top      float64  // of a scroller: last known offset
	contentH float64
	h        float64
	seen     int // the update it was last part of
}

// NewTwin fills the page's element with the id "twin".
func NewTwin(mode Mode, heard Heard) *Twin {
	doc := js.Global().Get("document")
	t := &Twin{root: doc.Call("getElementById", "twin"), mode: mode, heard: heard,
		held: map[string]*holding{"": {}}, byID: map[string]string{}}
	t.held[""].el = t.root
	t.announce = doc.Call("getElementById", "announce")
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
func (t *Twin) Mirror(p *view.Placed) { t.mirror(p, plan(p, t.mode)) }

// MirrorTree does the same for a tree with no places: text mode.
func (t *Twin) MirrorTree(root *view.Node) {
	p := flat(root)
	t.mirror(p, plan(p, t.mode))
}

var updates int

func (t *Twin) mirror(p *view.Placed, now []planned) {
	updates++
	t.busy = true
	defer func() { t.busy = false }()
	fresh := map[string]bool{}
	isNew := func(path string) bool { return fresh[path] }
	kids := make([][]string, len(now)+1) // of each planned element; the last: of the root
	for i := range now {
		it := &now[i]
		up := it.parent
		if up < 0 {
			up = len(now)
		}
		kids[up] = append(kids[up], it.path)
		h := t.held[it.path]
		if h == nil || h.element.tag != it.tag {
			fresh[it.path] = true
			h = t.create(it)
		} else if !h.element.same(&it.element) {
			t.change(h, &it.element)
		}
		h.seen = updates
	}
	lost := t.remove()
	t.order(t.held[""], kids[len(now)])
	for i := range now {
		t.order(t.held[now[i].path], kids[i])
	}
	t.scrolled(p, isNew)
	held := t.focused
	t.now = now
	if i := focusAfter(now, isNew, held, lost); i >= 0 {
		t.focus(i)
	} else if lost {
		t.focused = ""
	}
	if words := said(now, isNew); words != "" && t.announce.Truthy() {
		t.announce.Set("textContent", words)
		js.Global().Call("setTimeout", t.hush(), 1500)
	}
}

var hush js.Func

// hush empties the announcement once it has been heard, so that nobody walking
// the page meets the same words twice.
func (t *Twin) hush() js.Func {
	if hush.IsUndefined() {
		hush = js.FuncOf(func(js.Value, []js.Value) any { t.announce.Set("textContent", ""); return nil })
	}
	return hush
}

// create makes an element; it is put in its place afterwards.
func (t *Twin) create(it *planned) *holding {
	if old := t.held[it.path]; old != nil {
		old.el.Call("remove")
		delete(t.byID, old.id)
		// What was inside is made again: it hung in the old element.
		for path, h := range t.held {
			if strings.HasPrefix(path, it.path+"/") {
				delete(t.byID, h.id)
				delete(t.held, path)
			}
		}
	}
	t.nextID++
	h := &holding{el: js.Global().Get("document").Call("createElement", it.tag), id: "t" + strconv.Itoa(t.nextID)}
	h.el.Set("id", h.id)
	t.held[it.path] = h
	t.byID[h.id] = it.path
	t.change(h, &it.element)
	return h
}

// change makes an element what it is to be, touching only what differs.
func (t *Twin) change(h *holding, e *element) {
	was := &h.element
	if was.class != e.class {
		h.el.Set("className", e.class)
	}
	if was.style != e.style {
		h.el.Get("style").Set("cssText", e.style)
	}
	if was.text != e.text {
		h.el.Set("textContent", e.text)
	}
	for i := 0; i+1 < len(was.attrs); i += 2 {
		if attr(e.attrs, was.attrs[i]) == nil {
			h.el.Call("removeAttribute", was.attrs[i])
		}
	}
	for i := 0; i+1 < len(e.attrs); i += 2 {
		name, value := e.attrs[i], e.attrs[i+1]
		if old := attr(was.attrs, name); old != nil && *old == value {
			continue
		}
		h.el.Call("setAttribute", name, value)
		if name == "value" {
			h.el.Set("value", value) // an input that was typed in no longer follows its attribute
		}
	}
	h.element = *e
}

// remove takes out the elements that are no longer part of the screen, and
// tells whether the focused one was among them.
func (t *Twin) remove() (lost bool) {
	for path, h := range t.held {
		if path == "" || h.seen == updates {
			continue
		}
		if path == t.focused {
			lost = true
		}
		h.el.Call("remove")
		delete(t.byID, h.id)
		delete(t.held, path)
	}
	if t.focused != "" && t.held[t.focused] != nil && !t.held[t.focused].el.Call("contains", active()).Bool() {
		lost = true // it was made again as another element
	}
	return lost
}

// order puts elements into their parent in the order given, moving only those
// that are out of place: a moved element loses its focus.
func (t *Twin) order(parent *holding, kids []string) {
	left := parent.kids[:0:0]
	for _, k := range parent.kids {
		if h := t.held[k]; h != nil && h.el.Get("parentNode").Equal(parent.el) {
			left = append(left, k)
		}
	}
	for _, k := range kids {
		if len(left) > 0 && left[0] == k {
			left = left[1:]
			continue
		}
		before := js.Null()
		for i, l := range left {
			if l == k {
				left = append(left[:i:i], left[i+1:]...)
				break
			}
		}
		if len(left) > 0 {
			before = t.held[left[0]].el
		}
		parent.el.Call("insertBefore", t.held[k].el, before)
	}
	parent.kids = kids
}

// scrolled keeps scrollers that follow their end at it, and tells the painter
// of new ones.
func (t *Twin) scrolled(p *view.Placed, isNew func(string) bool) {
	if t.mode != Canvas {
		return
	}
	for i := range p.Boxes {
		b := &p.Boxes[i]
		h := t.held[b.Path]
		if h == nil || !b.Scrolls() {
			continue
		}
		atEnd := h.top+h.h >= h.contentH-2
		grew := b.ContentH != h.contentH || b.H != h.h
		h.contentH, h.h = b.ContentH, b.H
		switch {
		case b.Node.Layout.End && grew && (atEnd || isNew(b.Path)):
			h.top = max(0, b.ContentH-b.H)
			h.el.Set("scrollTop", h.top)
		case h.top > max(0, b.ContentH-b.H):
			h.top = max(0, b.ContentH-b.H)
		}
		if t.heard.Scroll != nil && (grew || isNew(b.Path)) {
			t.heard.Scroll(b.Path, h.top)
		}
	}
}

func (t *Twin) focus(i int) {
	h := t.held[t.now[i].path]
	if attr(h.element.attrs, "tabindex") == nil && !pressable(t.now[i].node) {
		h.el.Call("setAttribute", "tabindex", "-1")
	}
	t.focused = t.now[i].path
	h.el.Call("focus")
}

func active() js.Value { return js.Global().Get("document").Get("activeElement") }
