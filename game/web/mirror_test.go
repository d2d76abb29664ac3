package web

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"earned/game/view"
)

// fakePage is the browser as page/twin.js drives it.
type fakePage struct {
	elements map[string]*fakeElement
	focus    string
	made     int
}

type fakeElement struct {
	tag, text, class, style, in string
	attrs                       map[string]string
	kids                        []string
	scroll                      string
}

func newFakePage() *fakePage {
	return &fakePage{elements: map[string]*fakeElement{rootID: {tag: "div", attrs: map[string]string{}}}}
}

// apply carries out changes as page/twin.js does; it fails on what a browser
// would throw at.
func (p *fakePage) apply(t *testing.T, do string) {
	t.Helper()
	if do == "" {
		return
	}
	for record := range strings.SplitSeq(do, recordEnd) {
		f := strings.Split(record, fieldEnd)
		if f[0] == "create" {
			p.elements[f[1]] = &fakeElement{tag: f[2], attrs: map[string]string{}}
			p.made++
			continue
		}
		e := p.elements[f[1]]
		if e == nil {
			t.Fatalf("%q: there is no such element", f)
		}
		switch f[0] {
		case "remove":
			p.take(f[1])
			delete(p.elements, f[1])
		case "drop":
			delete(p.elements, f[1])
		case "put":
			p.take(f[1])
			p.put(t, f[1], f[2], f[3])
		case "class":
			e.class = f[2]
		case "style":
			e.style = f[2]
		case "text":
			for _, k := range e.kids { // words write over what was inside
				p.elements[k].in = ""
			}
			e.kids, e.text = nil, f[2]
		case "set":
			e.attrs[f[2]] = f[3]
		case "unset":
			delete(e.attrs, f[2])
		case "focus", "show":
			p.focus = f[1]
		case "scroll":
			e.scroll = f[2]
		case "top":
			e.scroll = f[2]
		default:
			t.Fatalf("page/twin.js knows no %q", f)
		}
	}
}

func (p *fakePage) take(id string) {
	up := p.elements[p.elements[id].in]
	if up == nil {
		return
	}
	for i, k := range up.kids {
		if k == id {
			up.kids = append(up.kids[:i:i], up.kids[i+1:]...)
		}
	}
	if p.focus == id {
		p.focus = "" // a moved or removed element loses it
	}
}

func (p *fakePage) put(t *testing.T, id, parent, before string) {
	t.Helper()
	up, at := p.elements[parent], -1
	if up == nil {
		t.Fatalf("%s is put into %s, which is not there", id, parent)
	}
	for i, k := range up.kids {
		if k == before {
			at = i
		}
	}
	if before == "" {
		at = len(up.kids)
	}
	if at < 0 {
		t.Fatalf("%s is put before %s, which is not in %s", id, before, parent)
	}
	up.kids = append(up.kids[:at:at], append([]string{id}, up.kids[at:]...)...)
	p.elements[id].in = parent
}

// outline is what the page holds, as indented lines.
func (p *fakePage) outline(id string, depth int) string {
	e := p.elements[id]
	s := fmt.Sprintf("%s<%s %s %q>%s\n", strings.Repeat(" ", depth), e.tag, e.class, e.attrs["aria-label"], e.text)
	for _, k := range e.kids {
		s += p.outline(k, depth+1)
	}
	return s
}

// expected is the same of a plan.
func expected(now []planned, parent, depth int) string {
	s := ""
	for i := range now {
		if now[i].parent == parent {
			label := ""
			if l := attr(now[i].attrs, "aria-label"); l != nil {
				label = *l
			}
			s += fmt.Sprintf("%s<%s %s %q>%s\n", strings.Repeat(" ", depth), now[i].tag, now[i].class, label, now[i].text) +
				expected(now, i, depth+1)
		}
	}
	return s
}

func (p *fakePage) show(t *testing.T, m *mirror, root *view.Node) {
	t.Helper()
	placed := flat(root)
	now := plan(placed, m.mode, Room{})
	do, _ := m.update(placed, now)
	p.apply(t, do)
	if got, want := p.outline(rootID, 0), "<div  \"\">\n"+expected(now, -1, 1); got != want {
		t.Fatalf("the page holds\n%swant\n%s", got, want)
	}
	if len(p.elements) != len(now)+1 || len(m.held) != len(now)+1 || len(m.byID) != len(now) {
		t.Fatalf("%d elements, %d held and %d ids for %d planned: something was left behind", len(p.elements), len(m.held), len(m.byID), len(now))
	}
}

func TestThePageHoldsWhateverIsShownNext(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	roles := []view.Role{view.Box, view.Group, view.Text, view.Button, view.Heading, view.Log, view.Image}
	var tree func(depth int) *view.Node
	tree = func(depth int) *view.Node {
		n := &view.Node{Role: roles[rng.IntN(len(roles))], Text: fmt.Sprint("words ", rng.IntN(3)), Name: fmt.Sprint("name ", rng.IntN(2))}
		if n.Role == view.Image {
			return n
		}
		n.Focus = rng.IntN(6) == 0
		keys := rng.Perm(5)
		for i := 0; depth > 0 && i < rng.IntN(5); i++ {
			c := tree(depth - 1)
			c.Key = fmt.Sprint("k", keys[i])
			n.Children = append(n.Children, c)
		}
		return n
	}
	for _, mode := range []Mode{Canvas, Plain} {
		p, m := newFakePage(), newMirror(mode, rootID, "t")
		for range 400 {
			root := tree(3)
			root.Key = "root"
			p.show(t, m, root)
			if m.focused != "" && m.held[m.focused] == nil {
				t.Fatalf("focus is on %s, which is not there", m.focused)
			}
		}
	}
}

func TestAnUnchangedScreenChangesNothing(t *testing.T) {
	m := newMirror(Canvas, rootID, "t")
	m.update(flat(talk("one", "two")), plan(flat(talk("one", "two")), Canvas, Room{}))
	if do, aloud := m.update(flat(talk("one", "two")), plan(flat(talk("one", "two")), Canvas, Room{})); do != "" || aloud != "" {
		t.Errorf("the same screen again changes %q and says %q", do, aloud)
	}
}

func TestABeatKeepsWhatStays(t *testing.T) {
	p, m := newFakePage(), newMirror(Canvas, rootID, "t")
	p.show(t, m, talk("one", "two"))
	if p.focus != m.held["talk/replies/one"].id {
		t.Error("the first reply has no focus")
	}
	log, made := m.held["talk/said/log"].id, p.made
	p.show(t, m, talk("three", "four"))
	if m.held["talk/said/log"].id != log || p.made != made+2 {
		t.Errorf("%d elements were made anew for two replies", p.made-made)
	}
	if p.focus != m.held["talk/replies/three"].id {
		t.Error("the first reply of the new beat has no focus")
	}
}

// A status that comes to a screen is said once, wherever it then stands; one
// that comes with its screen is read there, and one whose words change speaks
// for itself.
func TestAStatusThatComesToAScreenIsSaid(t *testing.T) {
	status := func(key, words string) *view.Node { return &view.Node{Key: key, Role: view.Status, Text: words} }
	screen := func(key string, all ...*view.Node) *view.Node {
		return &view.Node{Key: key, Role: view.Main, Children: append(all, &view.Node{Key: "h", Role: view.Heading, Level: 1, Text: key})}
	}
	inside := func(n *view.Node) *view.Node { return &view.Node{Key: "box", Children: []*view.Node{n}} }
	m := newMirror(Canvas, rootID, "t")
	for _, step := range []struct {
		name  string
		root  *view.Node
		aloud string
	}{
		{"with its screen", screen("one", status("how", "3 votes")), ""},
		{"nothing new", screen("one", status("how", "3 votes")), ""},
		{"changed", screen("one", status("how", "4 votes")), ""},
		{"another", screen("one", status("how", "4 votes"), status("did", "Copied.")), "Copied."},
		{"composed otherwise", screen("one", inside(status("how", "4 votes")), inside(status("did", "Copied."))), ""},
		{"gone", screen("one", status("how", "4 votes")), ""},
		{"again", screen("one", status("how", "4 votes"), status("did", "Copied.")), "Copied."},
		{"two at once", screen("one", status("link", "Lost."), status("gone", "Seat 3 was taken away.")), "Lost. Seat 3 was taken away."},
		{"taken to the next screen", screen("two", status("link", "Lost.")), ""},
	} {
		placed := flat(step.root)
		if _, aloud := m.update(placed, plan(placed, Canvas, Room{})); aloud != step.aloud {
			t.Errorf("%s: it says %q, not %q", step.name, aloud, step.aloud)
		}
	}
}

func TestControlCharactersCannotForgeChanges(t *testing.T) {
	p, m := newFakePage(), newMirror(Canvas, rootID, "t")
	placed := flat(&view.Node{Key: "r", Role: view.Text, Text: "a" + recordEnd + "remove" + fieldEnd + rootID})
	do, _ := m.update(placed, plan(placed, Canvas, Room{}))
	p.apply(t, do)
	if got := p.elements["t1"].text; got != "aremovetwin" {
		t.Errorf("the words became %q", got)
	}
}

func TestAScrollerKeepsToItsEndUnlessScrolledAway(t *testing.T) {
	m := newMirror(Canvas, rootID, "t")
	show := func(content float64) string {
		root := &view.Node{Key: "r", Layout: view.Layout{Scroll: true, End: true}}
		p := &view.Placed{Boxes: []view.Placement{{Node: root, Path: "r", Parent: -1, Scroller: -1, W: 10, H: 100, ContentH: content}}}
		do, _ := m.update(p, plan(p, Canvas, Room{}))
		_, top, _ := strings.Cut(do, "scroll"+fieldEnd+"t1"+fieldEnd)
		return top
	}
	if top := show(300); top != "200.00" {
		t.Errorf("a new log stands at %q, not at its end", top)
	}
	if top := show(350); top != "250.00" {
		t.Errorf("a log that grew stands at %q, not at its end", top)
	}
	m.held["r"].top = 40 // the player scrolled back
	if top := show(400); top != "" {
		t.Errorf("a log that is being read was moved to %q", top)
	}
}

// A screen that scrolls as a whole shows, when a beat begins, what the client
// says, and is not scrolled to the reply that has the focus. Where a part scrolls, that part shows what has the focus.
func TestABeatBeginsWithItsLead(t *testing.T) {
	beat := func(n int, inner bool) *view.Node {
		tall := &view.Node{Key: "said", Role: view.Text, Text: strings.Repeat("word ", 200)}
		reply := &view.Node{Key: fmt.Sprint("reply", n), Role: view.Button, Text: "Yes", Press: "yes", Focus: true}
		body := &view.Node{Key: "body", Layout: view.Layout{Scroll: inner}, Children: []*view.Node{tall, reply}}
		return &view.Node{Key: "talk", Role: view.Main, Children: []*view.Node{body}}
	}
	for _, inner := range []bool{false, true} {
		p, m := newFakePage(), newMirror(Canvas, rootID, "t")
		for n := range 2 {
			tree := beat(n, inner)
			tree.Children[0].Children[n].Lead = true // in the second the reply itself, far below
			placed := view.Lay(tree, 200, 150, 1, view.Monospace{})
			want := "0.00" // of what is higher than the screen its beginning
			if n == 1 {
				want = fmt.Sprintf("%.2f", placed.Boxes[0].ContentH-placed.Height)
			}
			do, _ := m.update(placed, plan(placed, Canvas, Room{}))
			p.apply(t, do)
			root := p.elements[m.held["talk"].id]
			if to := root.scroll; to != want && !inner || to != "" && inner {
				t.Errorf("a part scrolls: %v, and beat %d scrolls the whole to %q, not %q", inner, n, to, want)
			}
			if shown := strings.Contains(do, "show"+fieldEnd); shown != inner {
				t.Errorf("a part scrolls: %v, and beat %d is scrolled to its reply: %v", inner, n, shown)
			}
			if p.elements[p.focus].text != "Yes" {
				t.Errorf("the focus is on %q", p.focus)
			}
			root.scroll = ""
			turned := view.Lay(tree, 190, 150, 1, view.Monospace{})
			do, _ = m.update(turned, plan(turned, Canvas, Room{}))
			if p.apply(t, do); (root.scroll != "") == inner {
				t.Errorf("a part scrolls: %v, and a turned screen is scrolled to %q", inner, root.scroll)
			}
			root.scroll = ""
			do, _ = m.update(turned, plan(turned, Canvas, Room{}))
			if p.apply(t, do); root.scroll != "" {
				t.Errorf("nothing is new, and the screen is scrolled to %q", root.scroll)
			}
		}
	}
}
