package web

import (
	"slices"
	"strconv"
	"strings"

	"earned/game/view"
)

// mirror is what is known of the twin's elements: enough to say, for the next
// screen, what has to change in the page. It asks the page nothing: what it
// says goes there as one text (changes), because each call from wasm into the
// browser costs, and a screen is hundreds of them.
type mirror struct {
	mode    Mode
	prefix  string // of its elements' ids
	now     []planned
	held    map[string]*holding // by path: the elements in the page; "" is the twin itself
	byID    map[string]string   // element id → path
	nextID  int
	round   int    // counts updates
	focused string // path of the element with focus, "" for none
	do      changes
	width   float64 // of the screen as last mirrored
	topped  string  // the path of the whole screen that the last update scrolled; empty: it did not
}

// holding is one element in the page and what it was last made to be.
type holding struct {
	id       string
	element  element
	kids     []string // paths of the elements inside, in order
	in       string   // id of the element it hangs in
	seen     int      // the update it was last part of
	top      float64  // of a scroller: how far it is scrolled, in pixels
	h        float64
	contentH float64
}

// newMirror mirrors into the element with the id.
func newMirror(mode Mode, root, prefix string) *mirror {
	return &mirror{mode: mode, prefix: prefix, held: map[string]*holding{"": {id: root}}, byID: map[string]string{}}
}

// The ids of the page's elements that hold the twin, and what is printed.
const (
	rootID  = "twin"
	paperID = "paper"
)

// update returns the changes that make the page hold the plan, and what is to
// be said aloud.
func (m *mirror) update(p *view.Placed, now []planned) (do, aloud string) {
	m.round++
	m.do.Reset()
	fresh := map[string]bool{}
	isNew := func(path string) bool { return fresh[path] }
	kids := make([][]string, len(now)+1) // of each planned element; the last: of the twin itself
	for i := range now {
		it := &now[i]
		up := it.parent
		if up < 0 {
			up = len(now)
		}
		kids[up] = append(kids[up], it.path)
		h := m.held[it.path]
		switch {
		case h == nil || h.element.tag != it.tag:
			fresh[it.path] = true
			h = m.create(it)
		case !h.element.same(&it.element):
			m.change(h, &it.element)
		}
		h.seen = m.round
	}
	m.remove()
	lost := m.focused != "" && (fresh[m.focused] || m.held[m.focused] == nil)
	m.order(m.held[""], kids[len(now)])
	for i := range now {
		m.order(m.held[now[i].path], kids[i])
	}
	m.settle(p, isNew)
	aloud = said(m.now, now, isNew)
	m.now = now
	m.topped = ""
	leads := slices.ContainsFunc(p.Boxes, func(b view.Placement) bool { return b.Node.Lead })
	if turned := m.width != 0 && m.width != p.Width; turned && leads && m.onlyWhole(0) {
		m.toLead(p)
	}
	m.width = p.Width
	if i := focusAfter(now, isNew, m.focused, lost); i >= 0 {
		if now[i].node.Focus && isNew(now[i].path) && m.onlyWhole(i) {
			m.toLead(p)
		}
		m.focus(i)
	} else if lost {
		m.focused = ""
	}
	return m.do.String(), aloud
}

// create makes an element; it is put in its place afterwards.
func (m *mirror) create(it *planned) *holding {
	if old := m.held[it.path]; old != nil {
		m.do.add("remove", old.id)
		delete(m.byID, old.id)
		// What was inside is made again: it hung in the old element.
		for path, h := range m.held {
			if strings.HasPrefix(path, it.path+"/") {
				m.do.add("drop", h.id)
				delete(m.byID, h.id)
				delete(m.held, path)
			}
		}
	}
	m.nextID++
	h := &holding{id: m.prefix + strconv.Itoa(m.nextID)}
	m.do.add("create", h.id, it.tag)
	m.held[it.path] = h
	m.byID[h.id] = it.path
	m.change(h, &it.element)
	return h
}

// change makes an element what it is to be, touching only what differs.
func (m *mirror) change(h *holding, e *element) {
	was := &h.element
	if was.class != e.class {
		m.do.add("class", h.id, e.class)
	}
	if was.style != e.style {
		m.do.add("style", h.id, e.style)
	}
	if was.text != e.text {
		m.do.add("text", h.id, e.text)
	}
	for i := 0; i+1 < len(was.attrs); i += 2 {
		if attr(e.attrs, was.attrs[i]) == nil {
			m.do.add("unset", h.id, was.attrs[i])
		}
	}
	for i := 0; i+1 < len(e.attrs); i += 2 {
		if old := attr(was.attrs, e.attrs[i]); old == nil || *old != e.attrs[i+1] {
			m.do.add("set", h.id, e.attrs[i], e.attrs[i+1])
		}
	}
	h.element = *e
}

// remove takes out the elements that are no longer part of the screen.
func (m *mirror) remove() {
	var gone []string
	for path, h := range m.held {
		if path == "" || h.seen == m.round {
			continue
		}
		if up := m.held[parentOf(path)]; up == nil || up.seen == m.round || up == m.held[""] {
			m.do.add("remove", h.id) // takes what is inside along
		} else {
			m.do.add("drop", h.id)
		}
		delete(m.byID, h.id)
		gone = append(gone, path)
	}
	for _, path := range gone { // only now: what is inside looked for it
		delete(m.held, path)
	}
}

// order puts elements into their parent in the order given, moving only those
// that are out of place: a moved element loses its focus.
func (m *mirror) order(parent *holding, kids []string) {
	left := parent.kids[:0:0]
	for _, k := range parent.kids {
		if h := m.held[k]; h != nil && h.in == parent.id {
			left = append(left, k)
		}
	}
	for _, k := range kids {
		if len(left) > 0 && left[0] == k {
			left = left[1:]
			continue
		}
		for i, l := range left {
			if l == k {
				left = append(left[:i:i], left[i+1:]...)
				break
			}
		}
		before := ""
		if len(left) > 0 {
			before = m.held[left[0]].id
		}
		m.do.add("put", m.held[k].id, parent.id, before)
		m.held[k].in = parent.id
	}
	parent.kids = kids
}

// settle keeps scrollers that follow their end at it. The painter does the
// same by itself.
func (m *mirror) settle(p *view.Placed, isNew func(string) bool) {
	if m.mode != Canvas {
		return
	}
	for i := range p.Boxes {
		b := &p.Boxes[i]
		h := m.held[b.Path]
		if h == nil || !b.Scrolls() {
			continue
		}
		atEnd := h.top+h.h >= h.contentH-2
		grew := b.ContentH != h.contentH || b.H != h.h
		h.contentH, h.h = b.ContentH, b.H
		end := max(0, b.ContentH-b.H)
		switch {
		case b.Node.Layout.End && grew && (atEnd || isNew(b.Path)):
			h.top = end
			m.do.add("scroll", h.id, strconv.FormatFloat(end, 'f', 2, 64))
		case h.top > end:
			h.top = end
		}
	}
}

// focus gives an element the keyboard's focus. Where nothing around it scrolls
// the browser need not look where it is, which would cost a layout.
func (m *mirror) focus(i int) {
	it := &m.now[i]
	h := m.held[it.path]
	if attr(h.element.attrs, "tabindex") == nil && !pressable(it.node) {
		m.do.add("set", h.id, "tabindex", "-1")
	}
	how := "focus"
	if m.mode == Plain || m.topped == "" && m.scrollsAround(i) {
		how = "show"
	}
	m.focused = it.path
	m.do.add(how, h.id)
}

// onlyWhole is whether nothing around an element scrolls but the whole screen.
func (m *mirror) onlyWhole(i int) bool {
	if m.mode != Canvas || len(m.now) == 0 || m.now[0].class != "scroll" {
		return false
	}
	for i = m.now[i].parent; i > 0; i = m.now[i].parent {
		if m.now[i].class == "scroll" {
			return false
		}
	}
	return true
}

// toLead scrolls a screen that scrolls as a whole to where its lead is in sight,
// or to its top: a beat begins with what the client says, wherever one stood to
// answer the last.
func (m *mirror) toLead(p *view.Placed) {
	m.topped = m.now[0].path
	h := m.held[m.topped]
	h.top = 0
	for i := range p.Boxes {
		b := &p.Boxes[i]
		if !b.Node.Lead {
			continue
		}
		y := b.Y
		for s := b.Scroller; s > 0; s = p.Boxes[s].Scroller {
			y += p.Boxes[s].Y - m.held[p.Boxes[s].Path].top
		}
		const margin = 8
		h.top = max(min(y+b.H+margin-p.Height, y-margin, h.contentH-p.Height), 0)
	}
	m.do.add("top", h.id, strconv.FormatFloat(h.top, 'f', 2, 64))
}

func (m *mirror) scrollsAround(i int) bool {
	for i = m.now[i].parent; i >= 0; i = m.now[i].parent {
		if m.now[i].class == "scroll" {
			return true
		}
	}
	return false
}

// changes is a text that page/twin.js carries out: a change a record, its
// fields apart by unit separators.
type changes struct{ strings.Builder }

const (
	recordEnd = "\x1e"
	fieldEnd  = "\x1f"
)

// controls would be taken for the ends of fields; no words contain them.
var controls = strings.NewReplacer(recordEnd, "", fieldEnd, "")

func (c *changes) add(what string, fields ...string) {
	if c.Len() > 0 {
		c.WriteString(recordEnd)
	}
	c.WriteString(what)
	for _, f := range fields {
		c.WriteString(fieldEnd)
		if strings.ContainsAny(f, recordEnd+fieldEnd) {
			f = controls.Replace(f)
		}
		c.WriteString(f)
	}
}
