package e2e

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
)

// item is one thing that assistive technology meets on the page.
type item struct {
	role, name string
	value      string
	backend    cdp.BackendNodeID
	parent     *item
	kids       []*item
	focused    bool
	disabled   bool
	checked    string // "true", "false" or ""
	pressed    string
	level      int
}

// tree is the page as assistive technology meets it, in reading order; what is
// hidden from it is not in it.
type tree []*item

// grow makes a tree of what Chromium says. Nodes without meaning of their own
// are left out and what they hold hangs in what holds them.
func grow(nodes []*accessibility.Node) tree {
	byID := make(map[accessibility.NodeID]*accessibility.Node, len(nodes))
	for _, n := range nodes {
		byID[n.NodeID] = n
	}
	var t tree
	var walk func(n *accessibility.Node, parent *item)
	walk = func(n *accessibility.Node, parent *item) {
		it := parent
		if role := text(n.Role); !n.Ignored && role != "" && role != "none" && role != "generic" && role != "InlineTextBox" {
			it = &item{role: role, name: text(n.Name), value: text(n.Value), backend: n.BackendDOMNodeID, parent: parent}
			it.properties(n.Properties)
			if parent != nil {
				parent.kids = append(parent.kids, it)
			}
			t = append(t, it)
		}
		for _, id := range n.ChildIDs {
			if c := byID[id]; c != nil {
				walk(c, it)
			}
		}
	}
	for _, n := range nodes {
		if n.ParentID == "" {
			walk(n, nil)
		}
	}
	return t
}

func (it *item) properties(all []*accessibility.Property) {
	for _, p := range all {
		v := text(p.Value)
		switch p.Name {
		case accessibility.PropertyNameFocused:
			it.focused = v == "true"
		case accessibility.PropertyNameDisabled:
			it.disabled = v == "true"
		case accessibility.PropertyNameChecked:
			it.checked = v
		case accessibility.PropertyNamePressed:
			it.pressed = v
		case accessibility.PropertyNameLevel:
			_, _ = fmt.Sscan(v, &it.level)
		default: // nothing the tests ask about
		}
	}
}

// text is a value's text, whatever its type.
func text(v *accessibility.Value) string {
	if v == nil || len(v.Value) == 0 {
		return ""
	}
	var s string
	if json.Unmarshal(v.Value, &s) == nil {
		return s
	}
	return string(v.Value)
}

// all are the items of a role whose name fits: exactly, or from its beginning
// where the pattern ends in "…"; "…" alone fits any.
func (t tree) all(role, name string) []*item {
	var found []*item
	for _, it := range t {
		if it.role == role && fits(it.name, name) {
			found = append(found, it)
		}
	}
	return found
}

func fits(name, pattern string) bool {
	if p, ok := strings.CutSuffix(pattern, "…"); ok {
		return strings.HasPrefix(name, p)
	}
	return name == pattern
}

// one is the first item of the role and name, or nil.
func (t tree) one(role, name string) *item {
	if found := t.all(role, name); len(found) > 0 {
		return found[0]
	}
	return nil
}

func (t tree) has(role, name string) bool { return t.one(role, name) != nil }

// says reports whether any text on the page holds the words.
func (t tree) says(words string) bool {
	for _, it := range t {
		if it.role == "StaticText" && strings.Contains(it.name, words) {
			return true
		}
	}
	return false
}

// focus is what has the keyboard's focus, or nil.
func (t tree) focus() *item {
	var f *item
	for _, it := range t {
		if it.focused && it.role != "RootWebArea" {
			f = it
		}
	}
	return f
}

// in are the items of a role inside this one.
func (it *item) in(role string) []*item {
	var found []*item
	for _, k := range it.kids {
		if k.role == role {
			found = append(found, k)
		}
		found = append(found, k.in(role)...)
	}
	return found
}

// words are all the words inside, in reading order.
func (it *item) words() string {
	if it.role == "StaticText" {
		return it.name
	}
	var all []string
	for _, k := range it.kids {
		if w := k.words(); w != "" {
			all = append(all, w)
		}
	}
	return strings.Join(all, " ")
}

func (it *item) String() string {
	s := fmt.Sprintf("%s %q", it.role, it.name)
	if it.focused {
		s += " (focused)"
	}
	if it.disabled {
		s += " (disabled)"
	}
	return s
}

// String is the tree as text, for a failed test's message.
func (t tree) String() string {
	var b strings.Builder
	for _, it := range t {
		if it.role == "StaticText" && it.parent != nil && it.parent.name == it.name {
			continue
		}
		for p := it.parent; p != nil; p = p.parent {
			b.WriteString("  ")
		}
		b.WriteString(it.String() + "\n")
	}
	return b.String()
}
