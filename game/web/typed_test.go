package web

import (
	"testing"

	"earned/game/view"
)

// A box into which something was typed that is not to stand is set right, though
// what it is to hold has not changed.
func TestATextBoxIsSetRight(t *testing.T) {
	m := newMirror(Plain, "root", "t")
	show := func() string {
		p := flat(&view.Node{Key: "page", Role: view.Main, Children: []*view.Node{{Key: "box", Role: view.TextBox, Name: "Hands for A", Text: "7", Press: "hands:0"}}})
		do, _ := m.update(p, plan(p, Plain, Room{}))
		return do
	}
	show()
	if do := show(); do != "" {
		t.Errorf("where nothing was typed the page is told %q", do)
	}
	for i := range m.now {
		if m.now[i].node.Role == view.TextBox {
			m.typed(i, "7x")
		}
	}
	const right = "set\x1ft2\x1fvalue\x1f7"
	if do := show(); do != right {
		t.Errorf("the page is told %q, not %q", do, right)
	}
	if do := show(); do != "" {
		t.Errorf("once it is right the page is told %q", do)
	}
}
