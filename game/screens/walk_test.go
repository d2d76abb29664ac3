package screens_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"earned/game/screens"
	"earned/game/view"
)

// presses are what can be pressed; a box to type in is none.
func presses(n *view.Node) []*view.Node {
	var out []*view.Node
	n.Find(func(n *view.Node) bool {
		if n.Press != "" && !n.Disabled && n.Role != view.TextBox {
			out = append(out, n)
		}
		return false
	})
	return out
}

func pressable(r view.Role) bool {
	return r == view.Button || r == view.Radio || r == view.Switch || r == view.Link
}

// sound checks what must hold of every tree.
func sound(t interface{ Fatalf(string, ...any) }, root *view.Node) {
	h1 := 0
	var walk func(n *view.Node)
	walk = func(n *view.Node) {
		if n.Role == view.Heading && n.Level == 1 {
			h1++
		}
		switch {
		case pressable(n.Role) && n.Label() == "", n.Role == view.Image && n.Name == "", n.Role == view.Group && n.Name == "",
			n.Role == view.Region && n.Name == "", n.Role == view.RadioGroup && n.Name == "":
			t.Fatalf("%s has no name:\n%s", n.Key, dump(root))
		case pressable(n.Role) && n.Press == "" && !n.Disabled:
			t.Fatalf("%q cannot be pressed:\n%s", n.Label(), dump(root))
		}
		keys, names := map[string]bool{}, map[string]bool{}
		for _, c := range n.Children {
			if c == nil {
				t.Fatalf("%s holds a child that is not there:\n%s", n.Key, dump(root))
			}
			if c.Key == "" || strings.Contains(c.Key, "/") || keys[c.Key] {
				t.Fatalf("%q has two children with the key %q, or one with none:\n%s", n.Key, c.Key, dump(root))
			}
			keys[c.Key] = true
			if pressable(c.Role) || c.Role == view.Group || c.Role == view.Region {
				if names[c.Label()] {
					t.Fatalf("%q has two children named %q:\n%s", n.Key, c.Label(), dump(root))
				}
				names[c.Label()] = true
			}
			walk(c)
		}
	}
	walk(root)
	if h1 != 1 {
		t.Fatalf("there are %d headings of the first level:\n%s", h1, dump(root))
	}
	if root.Role != view.Main {
		t.Fatalf("the root is not the main part:\n%s", dump(root))
	}
}

// Wherever presses lead, every press in every tree does something, every tree
// is sound, the view is only rebuilt on change, and a reload changes nothing.
func TestAnyPressAnywhere(t *testing.T) {
	b := book(t)
	rapid.Check(t, func(r *rapid.T) {
		d := open(t, b, "")
		for range rapid.IntRange(1, 120).Draw(r, "presses") {
			tree := d.app.View()
			if d.app.View() != tree {
				t.Fatal("the tree is built anew though nothing changed")
			}
			sound(r, tree)
			all := presses(tree)
			if len(all) == 0 {
				r.Fatalf("nothing can be pressed:\n%s", dump(tree))
			}
			if on := forward(d); len(on) > 0 && rapid.Bool().Draw(r, "on") { // else few walks get to the end
				all = on
			}
			n := rapid.SampledFrom(all).Draw(r, "press")
			version := d.app.Version()
			if !d.app.Press(n.Press) {
				r.Fatalf("pressing %q (%s) does nothing:\n%s", n.Label(), n.Press, dump(tree))
			}
			if d.app.Version() == version {
				r.Fatalf("pressing %q changes nothing", n.Label())
			}
			d.carryOut()
			sameAfterReload(r, d)
		}
	})
}

// forward are the presses that lead on.
func forward(d *driver) []*view.Node {
	if r := d.replies(); len(r) > 0 {
		return r
	}
	for _, name := range []string{"Continue", "Start", "What if"} {
		if n := d.find(view.Button, name); n != nil {
			return []*view.Node{n}
		}
	}
	return nil
}

// sameAfterReload opens the game again from what is kept and compares the
// trees. Settings, the choice of what is offered and About are laid over a
// screen, and a reload lifts them;
// what was just done (copied, deleted) is said once.
func sameAfterReload(r *rapid.T, d *driver) {
	if p := d.app.Place(); p == screens.Setting || p == screens.Offering || p == screens.About || d.kept[screens.Key] == "" {
		return
	}
	status := d.app.View().Find(func(n *view.Node) bool { return n.Key == "did" })
	if status != nil {
		return
	}
	d.app.Hurry()
	n := d.again()
	if got, want := dump(n.app.View()), dump(d.app.View()); got != want {
		r.Fatalf("after a reload:\n%s\nbefore it:\n%s\nkept:\n%s", got, want, d.kept[screens.Key])
	}
}
