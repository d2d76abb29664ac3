package web

import (
	"slices"
	"strconv"

	"earned/game/view"
)

// element is what a node becomes in the page.
type element struct {
	tag      string
	text     string // its words, where it has no element children
	class    string
	attrs    []string // name, value, name, value …, in a fixed order
	style    string   // geometry; set through the CSSOM, which a strict CSP allows
	phrasing bool     // only phrasing content may be inside (of a button, a heading, a paragraph)
}

// same tells whether nothing needs to change from one update to the next.
func (e *element) same(o *element) bool {
	return e.text == o.text && e.class == o.class && e.style == o.style && slices.Equal(e.attrs, o.attrs)
}

// tags are each role's element; headings and text are decided in describe.
var tags = [...]string{
	view.Box: "div", view.Main: "main", view.Heading: "h2", view.Text: "p", view.Image: "div", view.Button: "button",
	view.Group: "div", view.Region: "section", view.Log: "div", view.Table: "table", view.Row: "tr",
	view.ColumnHeader: "th", view.Cell: "td", view.List: "ul", view.ListItem: "li", view.Status: "p",
	view.Radio: "button", view.RadioGroup: "div", view.Switch: "button", view.Link: "a", view.TextBox: "input",
}

// roles are the ARIA roles written out: those the element does not have of
// itself, and those it loses when CSS takes away its display type or marker
// (tables and lists that are placed absolutely).
var roles = [...]string{
	view.Image: "img", view.Group: "group", view.Region: "region", view.Log: "log", view.Table: "table",
	view.Row: "row", view.ColumnHeader: "columnheader", view.Cell: "cell", view.List: "list", view.ListItem: "listitem",
	view.Status: "status", view.Radio: "radio", view.RadioGroup: "radiogroup", view.Switch: "switch", view.TextBox: "",
}

// describe decides what a node becomes. above is what it hangs in, or nil;
// scrolls tells whether it is a window onto higher content.
func describe(n *view.Node, above *planned, mode Mode, scrolls bool) element {
	e := element{tag: tags[n.Role], text: n.Text}
	within := above != nil && above.phrasing
	switch n.Role {
	case view.Heading:
		e.tag = "h" + strconv.Itoa(min(max(n.Level, 1), 3))
		e.phrasing = true
	case view.Text, view.Status, view.Button, view.Radio, view.Switch, view.Link:
		e.phrasing = true
	}
	if within {
		e.phrasing = true
		switch n.Role {
		case view.Box, view.Text, view.Status, view.Image:
			e.tag = "span"
		}
	}
	e.name(n, mode)
	e.state(n, mode, scrolls)
	e.class = class(n, mode, scrolls)
	return e
}

// name gives an element its accessible name. Where ARIA forbids a name, the
// name is the element's words.
func (e *element) name(n *view.Node, mode Mode) {
	if r := roleOf(n); r != "" {
		e.set("role", r)
	}
	switch n.Role {
	case view.Text, view.Heading, view.ListItem, view.Cell, view.ColumnHeader, view.Status, view.Row:
		if n.Name != "" && len(n.Children) == 0 {
			e.text = n.Name
		}
		return
	case view.Image:
		e.text = ""
		e.set("aria-label", n.Label())
		if mode == Plain {
			e.text = n.Label()
		}
		return
	case view.Box:
		return
	}
	if n.Name != "" && n.Name != n.Text {
		e.set("aria-label", n.Name)
	}
	if e.text == "" && len(n.Children) == 0 && mode == Plain {
		e.text = n.Name
	}
}

func roleOf(n *view.Node) string {
	if int(n.Role) < len(roles) {
		return roles[n.Role]
	}
	return ""
}

// state writes what an element is at the moment, and what can be done with it.
func (e *element) state(n *view.Node, mode Mode, scrolls bool) {
	switch n.Role {
	case view.Button:
		e.set("type", "button")
		if n.On {
			e.set("aria-pressed", "true")
		}
	case view.Radio, view.Switch:
		e.set("type", "button")
		e.set("aria-checked", strconv.FormatBool(n.On))
	case view.Log:
		e.set("aria-live", "polite")
		e.set("aria-relevant", "additions")
	case view.Table:
		if mode == Plain {
			e.set("tabindex", "0") // it may be wider than the screen, and scroll
		}
	case view.ColumnHeader:
		e.set("scope", "col")
	case view.Link:
		e.set("href", href(n.Press))
	case view.TextBox:
		e.set("type", "text")
		e.set("autocomplete", "off")
		e.set("value", n.Text)
		e.text = ""
	}
	if n.Disabled {
		e.set("aria-disabled", "true")
	}
	if n.Digit > 0 {
		e.set("aria-keyshortcuts", strconv.Itoa(n.Digit))
		e.set("data-digit", strconv.Itoa(n.Digit))
	}
	switch {
	case pressable(n):
	case scrolls:
		e.set("tabindex", "0") // so that a keyboard can scroll it
	case n.Focus:
		e.set("tabindex", "-1")
	}
}

// href is where a link goes: its fragment, or nowhere, when it is an action.
func href(a view.Action) string {
	if len(a) > 0 && a[0] == '#' {
		return string(a)
	}
	return "#"
}

// pressable tells whether a node is an element that takes focus and presses.
func pressable(n *view.Node) bool {
	switch n.Role {
	case view.Button, view.Radio, view.Switch, view.Link, view.TextBox:
		return true
	}
	return false
}

func (e *element) set(name, value string) { e.attrs = append(e.attrs, name, value) }

// attr is the value of an attribute in a list of names and values; nil: none.
func attr(attrs []string, name string) *string {
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i] == name {
			return &attrs[i+1]
		}
	}
	return nil
}

// class says to the stylesheet what the node is like. In canvas mode only what
// changes how it lies there matters.
func class(n *view.Node, mode Mode, scrolls bool) string {
	c := ""
	add := func(s string) {
		if s == "" {
			return
		}
		if c != "" {
			c += " "
		}
		c += s
	}
	if n.Unseen {
		add("unseen")
	}
	if mode == Canvas {
		if scrolls {
			add("scroll")
		}
		if n.Style.Bold {
			add("bold")
		}
		if n.Style.Centre {
			add("centre")
		}
		return c
	}
	add(inks[n.Style.Ink])
	add(papers[n.Style.Paper])
	add(sizes[n.Style.Size])
	if n.Role != view.Row {
		add(flows[n.Layout.Flow])
	}
	for _, f := range []struct {
		is   bool
		name string
	}{{n.Style.Bold, "bold"}, {n.Style.Italic, "italic"}, {n.Style.Border, "border"}, {n.Style.Centre, "centre"}} {
		if f.is {
			add(f.name)
		}
	}
	return c
}

// The classes of the text-mode stylesheet (page/twin.css).
var (
	inks = [...]string{view.Body: "", view.Quiet: "ink-quiet", view.Accent: "ink-accent", view.Good: "ink-good",
		view.Bad: "ink-bad", view.OnAccent: "ink-on-accent", view.Rule: "ink-rule"}
	papers = [...]string{view.Bare: "", view.Page: "paper-page", view.Card: "paper-card", view.Spoken: "paper-spoken",
		view.Own: "paper-own", view.AccentPaper: "paper-accent", view.Choice: "paper-choice"}
	sizes = [...]string{view.Normal: "", view.Small: "size-small", view.Large: "size-large", view.Title: "size-title",
		view.Display: "size-display", view.Wall: "size-large"}
	flows = [...]string{view.Down: "", view.Across: "flow-across", view.Over: "", view.Wrap: "flow-wrap"}
)
