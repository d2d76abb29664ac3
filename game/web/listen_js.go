package web

import (
	"syscall/js"

	"earned/game/view"
)

// listen hears the page once, for all elements there will ever be.
func (t *Twin) listen() {
	on(t.root, "click", func(e js.Value) {
		if i := t.at(e.Get("target")); i >= 0 {
			if t.now[i].node.Role == view.Link && t.now[i].node.Press != "" && t.now[i].node.Press[0] == '#' {
				return // a plain link: the browser's own doing
			}
			e.Call("preventDefault")
			t.press(i)
		}
	})
	on(t.root, "change", func(e js.Value) { // not at each letter: a box may act on its words
		if i := t.at(e.Get("target")); i >= 0 && t.now[i].node.Role == view.TextBox && t.heard.Type != nil {
			text := e.Get("target").Get("value").String()
			t.typed(i, text)
			t.heard.Type(t.now[i].node.Press, text)
		}
	})
	on(t.root, "keydown", t.keydown)
	on(t.root, "pointerover", func(e js.Value) { t.tell(&t.pointed, t.heard.Point, t.at(e.Get("target"))) })
	on(t.root, "pointerleave", func(js.Value) { t.tell(&t.pointed, t.heard.Point, -1) })
	on(t.root, "pointerdown", func(e js.Value) { t.tell(&t.pressed, t.heard.Hold, t.at(e.Get("target"))) })
	for _, up := range []string{"pointerup", "pointercancel", "blur"} {
		on(js.Global(), up, func(js.Value) { t.tell(&t.pressed, t.heard.Hold, -1) })
	}
	for _, down := range []string{"pointerdown", "keydown"} {
		js.Global().Call("addEventListener", down, handler(func(js.Value) {
			if t.heard.Any != nil {
				t.heard.Any()
			}
		}), map[string]any{"capture": true, "passive": true})
	}
	on(js.Global(), "keydown", func(e js.Value) {
		if t.heard.Key == nil || e.Get("defaultPrevented").Bool() || e.Get("ctrlKey").Bool() || e.Get("altKey").Bool() ||
			e.Get("metaKey").Bool() || e.Get("isComposing").Bool() || e.Get("repeat").Bool() { // a clicker held down goes on once
			return
		}
		i := t.at(e.Get("target"))
		if i >= 0 && t.now[i].node.Role == view.TextBox {
			return
		}
		if t.heard.Key(e.Get("key").String(), i >= 0) {
			e.Call("preventDefault")
		}
	})
	on(t.root, "focusin", func(e js.Value) { t.focusMoved(e.Get("target")) })
	on(t.root, "focusout", func(e js.Value) {
		if !t.busy && e.Get("relatedTarget").IsNull() {
			t.focusMoved(js.Null())
		}
	})
	// Scroll events do not bubble; capturing hears them all.
	js.Global().Get("document").Call("addEventListener", "scroll", handler(func(e js.Value) {
		path, ok := t.byID[idOf(e.Get("target"))]
		if !ok {
			return
		}
		if h := t.held[path]; h != nil {
			h.top = e.Get("target").Get("scrollTop").Float()
			if t.heard.Scroll != nil {
				t.heard.Scroll(path, h.top)
			}
		}
	}), map[string]any{"capture": true, "passive": true})
}

// at is the index of the pressable element that the target is or lies in, or
// -1.
func (t *Twin) at(target js.Value) int {
	if !target.Truthy() || target.Get("closest").IsUndefined() {
		return -1
	}
	el := target.Call("closest", "button,a,input")
	if el.IsNull() {
		return -1
	}
	return t.index(idOf(el))
}

// index is which planned element has the id; -1: none.
func (m *mirror) index(id string) int {
	path, ok := m.byID[id]
	if !ok {
		return -1
	}
	for i := range m.now {
		if m.now[i].path == path {
			return i
		}
	}
	return -1
}

// idOf is an element's id; "" for what has none (the document).
func idOf(el js.Value) string {
	if id := el.Get("id"); id.Type() == js.TypeString {
		return id.String()
	}
	return ""
}

func (t *Twin) press(i int) {
	n := t.now[i].node
	if n.Disabled || n.Press == "" || t.heard.Press == nil || n.Role == view.TextBox {
		return
	}
	t.heard.Press(n.Press)
}

// keydown gives the arrows, Home, End and the digits their meaning while focus
// is within a group. Everything else, Tab, Enter and Space among it, is the
// browser's.
func (t *Twin) keydown(e js.Value) {
	if e.Get("ctrlKey").Bool() || e.Get("altKey").Bool() || e.Get("metaKey").Bool() || e.Get("isComposing").Bool() {
		return
	}
	from := t.index(idOf(e.Get("target")))
	if from < 0 || t.now[from].node.Role == view.TextBox {
		return
	}
	key := e.Get("key").String()
	if len(key) == 1 && key[0] >= '1' && key[0] <= '9' {
		if i := digit(t.now, from, int(key[0]-'0')); i >= 0 && !e.Get("repeat").Bool() {
			e.Call("preventDefault")
			t.press(i)
		}
		return
	}
	step, ok := arrows[key]
	if !ok {
		return
	}
	i := neighbour(t.now, from, step)
	if i < 0 {
		return
	}
	e.Call("preventDefault")
	t.move(i)
	if t.now[i].node.Role == view.Radio {
		t.press(i) // arrows choose among radio buttons
	}
}

// arrows are the steps of neighbour.
var arrows = map[string]int{"ArrowDown": 1, "ArrowRight": 1, "ArrowUp": -1, "ArrowLeft": -1, "Home": 0, "End": 2}

// tell passes on where the pointer is or presses, when that changed.
func (t *Twin) tell(last *string, hear func(string), i int) {
	path := ""
	if i >= 0 {
		path = t.now[i].path
	}
	if path != *last {
		*last = path
		if hear != nil {
			hear(path)
		}
	}
}

func (t *Twin) focusMoved(target js.Value) {
	path := ""
	if target.Truthy() {
		path = t.byID[idOf(target)]
	}
	if !t.busy {
		t.focused = path
	}
}
