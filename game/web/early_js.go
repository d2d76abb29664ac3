package web

import (
	"strconv"
	"strings"
	"syscall/js"

	"earned/game/view"
)

// Early is what was pressed in the page before the game was here, in order.
// The first shown of them the page has answered itself, by screens of its own
// (Still); the rest waits.
func Early() (presses []view.Action, shown int) {
	if !page.Truthy() {
		return nil, 0
	}
	for p := range strings.FieldsSeq(page.Call("presses").String()) {
		presses = append(presses, view.Action(p))
	}
	return presses, page.Get("shown").Int()
}

// EarlySeed is the seed that the page drew for the first conversation, since it
// has shown replies in the order that follows from it; false: it drew none.
func EarlySeed() (uint64, bool) {
	if !page.Truthy() {
		return 0, false
	}
	n, err := strconv.ParseUint(page.Get("seed").String(), 10, 64)
	return n, err == nil
}

// leftOver is what the page has shown by itself and hands over.
type leftOver struct {
	ids  []string           // of its elements, in order
	tops map[string]float64 // of those that are scrolled, in pixels
}

// handedOver asks the page for it. The page shows nothing by itself, and hears
// no presses, from then on.
func handedOver() leftOver {
	l := leftOver{tops: map[string]float64{}}
	if !page.Truthy() {
		return l
	}
	for i, r := range strings.Split(page.Call("handOver").String(), recordEnd) {
		fields := strings.Split(r, fieldEnd)
		if i == 0 {
			l.ids = fields
		} else if top, err := strconv.ParseFloat(fields[1], 64); err == nil {
			l.tops[fields[0]] = top
		}
	}
	return l
}

// Adopt takes over the elements of a screen that the page has shown by itself,
// so that focus, scroll offsets and a press under way are kept. Where they are
// not those of the tree they go, and Mirror makes its own.
func (t *Twin) Adopt(root *view.Node) {
	now := plan(flat(root), Plain, Room{})
	if !t.adopt(now, t.left.ids) {
		t.root.Call("replaceChildren")
		return
	}
	t.focusMoved(js.Global().Get("document").Get("activeElement"))
	for i := range now {
		h := t.held[now[i].path]
		if h.top = t.left.tops[h.id]; h.top > 0 && !now[i].node.Layout.End && t.mode == Canvas && t.heard.Scroll != nil {
			t.heard.Scroll(now[i].path, h.top)
		}
	}
}
