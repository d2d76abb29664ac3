package web

import (
	"strings"

	"earned/game/view"
)

// A screen can stand in the page before the game runs: as elements made when
// the page is built, which the twin then takes over (Twin.Adopt). They are
// those of text mode, each with an id made of its path, and beside them what is
// only drawn, which the page takes out again.

// Drawn is the class of what is only drawn.
const Drawn = "drawn"

// Still writes a tree as HTML. variant tells its ids from those of the same
// screen composed otherwise; class gives the classes that lay a node out, ""
// for none. What can be pressed has its action as data-press, the root the
// attributes given.
func Still(root *view.Node, variant string, class func(*view.Node) string, attrs ...string) string {
	w := stillWriter{variant: variant, class: class, rootAttrs: attrs}
	w.node(root, key(root, 0), nil)
	return w.String()
}

type stillWriter struct {
	strings.Builder
	variant   string
	class     func(*view.Node) string
	rootAttrs []string
	drawn     bool // inside what is only drawn
}

func (w *stillWriter) node(n *view.Node, path string, above *planned) {
	it := planned{node: n, path: path, element: describe(n, above, Plain, false)}
	was := w.drawn
	w.drawn = was || n.Silent
	classes := strings.Fields(it.class + " " + w.class(n))
	if w.drawn && !was {
		classes = append(classes, Drawn)
		it.attrs = []string{"aria-hidden", "true"}
	}
	w.WriteString("<" + it.tag)
	if !w.drawn {
		w.attr("id", w.variant+stillMark+path)
	}
	if len(classes) > 0 {
		w.attr("class", strings.Join(classes, " "))
	}
	for i := 0; i+1 < len(it.attrs); i += 2 {
		w.attr(it.attrs[i], it.attrs[i+1])
	}
	if pressable(n) && n.Press != "" && !n.Disabled {
		w.attr("data-press", string(n.Press))
	}
	if above == nil {
		for i := 0; i+1 < len(w.rootAttrs); i += 2 {
			w.attr(w.rootAttrs[i], w.rootAttrs[i+1])
		}
	}
	w.WriteString(">")
	switch {
	case len(n.Children) > 0 && it.text != "" && !w.drawn:
		w.WriteString("<span")
		w.attr("id", w.variant+stillMark+path+ownPath)
		w.WriteString(` class="own">` + escaped.Replace(it.text) + "</span>")
	case it.text != "":
		w.WriteString(escaped.Replace(it.text))
	}
	for i, c := range n.Children {
		w.node(c, path+"/"+key(c, i), &it)
	}
	w.WriteString("</" + it.tag + ">")
	w.drawn = was
}

// escaped writes what would be markup so that it is words.
var escaped = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

func (w *stillWriter) attr(name, value string) {
	w.WriteString(" " + name)
	if value != "" {
		w.WriteString(`="` + escaped.Replace(value) + `"`)
	}
}

// stillMark stands in an id between the variant and the path, which holds no
// spaces.
const stillMark = ":"

// adopt takes the elements of a plan, made in text mode, for its own. ids are
// those that are in the page, in their order; where they are not the plan's
// nothing is adopted.
func (m *mirror) adopt(now []planned, ids []string) bool {
	if len(ids) != len(now) {
		return false
	}
	for i := range now {
		if _, path, _ := strings.Cut(ids[i], stillMark); path != now[i].path {
			return false
		}
	}
	for i := range now {
		it := &now[i]
		up := m.held[""]
		if it.parent >= 0 {
			up = m.held[now[it.parent].path]
		}
		up.kids = append(up.kids, it.path)
		m.held[it.path] = &holding{id: ids[i], element: it.element, in: up.id}
		m.byID[ids[i]] = it.path
	}
	m.now = now
	return true
}
