package web

import (
	"strings"
	"testing"

	"earned/game/view"
)

// talk is a screen with one of each thing that matters here.
func talk(replies ...string) *view.Node {
	group := &view.Node{Key: "replies", Role: view.Group, Name: "Your replies"}
	for i, r := range replies {
		group.Children = append(group.Children, &view.Node{Key: r, Role: view.Button, Text: "Say " + r, Digit: i + 1,
			Focus: i == 0, Press: view.Action("reply:" + r)})
	}
	return &view.Node{Key: "talk", Role: view.Main, Children: []*view.Node{
		{Key: "mark", Role: view.Text, Text: "Earned", Silent: true, Children: []*view.Node{{Role: view.Button, Text: "unreachable"}}},
		{Key: "name", Role: view.Heading, Level: 2, Text: "Dana"},
		{Key: "face", Role: view.Image, Name: "Client: Dana looks at the door"},
		{Key: "said", Layout: view.Layout{Scroll: true, End: true}, Children: []*view.Node{
			{Key: "log", Role: view.Log, Name: "Conversation", Children: []*view.Node{
				{Key: "a", Role: view.Text, Text: "Nine months."}, {Key: "b", Role: view.Text, Text: "Well?"}}}}},
		group,
		{Key: "ask", Role: view.RadioGroup, Name: "How is it going?", Children: []*view.Node{
			{Key: "well", Role: view.Radio, Text: "Well", On: true}, {Key: "badly", Role: view.Radio, Text: "Badly"}}},
	}}
}

func find(t *testing.T, now []planned, path string) int {
	t.Helper()
	for i := range now {
		if now[i].path == path {
			return i
		}
	}
	t.Fatalf("nothing at %s", path)
	return -1
}

func TestPlanGivesRolesAndNames(t *testing.T) {
	now := plan(flat(talk("one", "two")), Canvas, Room{})
	for _, c := range []struct{ path, tag, text, attrs string }{
		{"talk", "main", "", ""},
		{"talk/name", "h2", "Dana", ""},
		{"talk/face", "div", "", "role img aria-label Client: Dana looks at the door"},
		{"talk/said/log", "div", "", "role log aria-label Conversation aria-live polite aria-relevant additions"},
		{"talk/said/log/a", "p", "Nine months.", ""},
		{"talk/replies", "div", "", "role group aria-label Your replies"},
		{"talk/replies/two", "button", "Say two", "type button aria-keyshortcuts 2 data-digit 2"},
		{"talk/ask", "div", "", "role radiogroup aria-label How is it going?"},
		{"talk/ask/well", "button", "Well", "role radio type button aria-checked true"},
	} {
		e := &now[find(t, now, c.path)]
		if attrs := strings.Join(e.attrs, " "); e.tag != c.tag || e.text != c.text || attrs != c.attrs {
			t.Errorf("%s is <%s %s>%s, want <%s %s>%s", c.path, e.tag, attrs, e.text, c.tag, c.attrs, c.text)
		}
	}
}

func TestPlanLeavesOutWhatIsSilentAndAllInIt(t *testing.T) {
	for _, it := range plan(flat(talk("one")), Canvas, Room{}) {
		if strings.HasPrefix(it.path, "talk/mark") {
			t.Errorf("%s is silent, and in the twin", it.path)
		}
	}
}

func TestPlanKeepsOnlyPhrasingInsideAButton(t *testing.T) {
	now := plan(flat(&view.Node{Key: "b", Role: view.Button, Text: "Words", Children: []*view.Node{
		{Key: "t", Role: view.Text, Text: "more"}, {Key: "x", Children: []*view.Node{{Key: "i", Role: view.Image, Name: "a face"}}}}}), Plain, Room{})
	for _, it := range now[1:] {
		if it.tag != "span" {
			t.Errorf("%s is <%s> inside a button", it.path, it.tag)
		}
	}
	if now[0].text != "" || now[1].text != "Words" {
		t.Errorf("words beside children must have an element of their own, or the children are written over")
	}
}

func TestPlanPlacesWithinTheParent(t *testing.T) {
	root := &view.Node{Key: "r", Children: []*view.Node{{Key: "s", Children: []*view.Node{{Key: "c"}}}}}
	p := &view.Placed{Boxes: []view.Placement{
		{Node: root, Path: "r", Parent: -1, Scroller: -1, X: 10, Y: 20, W: 100, H: 100},
		{Node: root.Children[0], Path: "r/s", Parent: 0, Scroller: -1, X: 15, Y: 30, W: 50, H: 40, ContentH: 90},
		{Node: root.Children[0].Children[0], Path: "r/s/c", Parent: 1, Scroller: 1, X: 3, Y: 60.128, W: 20, H: 20},
	}}
	now := plan(p, Canvas, Room{})
	for path, want := range map[string]string{
		"r": "left:10px;top:20px;width:100px;height:100px", "r/s": "left:5px;top:10px;width:50px;height:40px",
		"r/s/|": "left:0px;top:0px;width:1px;height:90px", "r/s/c": "left:3px;top:60.13px;width:20px;height:20px"} {
		if got := now[find(t, now, path)].style; got != want {
			t.Errorf("%s lies at %s, want %s", path, got, want)
		}
	}
	if e := &now[find(t, now, "r/s")]; attr(e.attrs, "tabindex") == nil || e.class != "scroll" {
		t.Error("a scrolling box must be reachable by keyboard")
	}
}

func TestFocusGoesToWhatAsksWhenItAppears(t *testing.T) {
	now := plan(flat(talk("one", "two")), Canvas, Room{})
	all := func(string) bool { return true }
	none := func(string) bool { return false }
	if i := focusAfter(now, all, "", false); now[i].path != "talk/replies/one" {
		t.Errorf("focus went to %s", now[i].path)
	}
	if i := focusAfter(now, none, "talk/replies/two", false); i != -1 {
		t.Errorf("focus moved to %s though nothing appeared or went", now[i].path)
	}
}

func TestFocusLostStaysNear(t *testing.T) {
	now := plan(flat(talk("three", "four")), Canvas, Room{})
	none := func(string) bool { return false }
	if i := focusAfter(now, none, "talk/replies/one", true); now[i].path != "talk/replies/three" {
		t.Errorf("focus went to %s, not to the same group", now[i].path)
	}
	if i := focusAfter(plan(flat(&view.Node{Key: "end", Children: []*view.Node{{Key: "h", Role: view.Heading, Level: 1, Text: "Over"}}}), Canvas, Room{}),
		none, "talk/replies/one", true); i != 1 {
		t.Errorf("focus went to %d, not to the heading of another screen", i)
	}
}

func TestArrowsAndDigitsStayInTheirGroup(t *testing.T) {
	now := plan(flat(talk("one", "two")), Canvas, Room{})
	at := func(p string) int { return find(t, now, p) }
	one, two, group, log := at("talk/replies/one"), at("talk/replies/two"), at("talk/replies"), at("talk/said/log")
	for _, c := range []struct {
		name      string
		got, want int
	}{
		{"down", neighbour(now, one, 1), two}, {"down from the last", neighbour(now, two, 1), -1},
		{"up from the first", neighbour(now, one, -1), -1}, {"end", neighbour(now, one, 2), two},
		{"home", neighbour(now, two, 0), one}, {"down from the group", neighbour(now, group, 1), one},
		{"up from the group", neighbour(now, group, -1), -1}, {"arrow in the log", neighbour(now, log, 1), -1},
		{"2", digit(now, one, 2), two}, {"3 of two", digit(now, one, 3), -1}, {"1 in the log", digit(now, log, 1), -1},
		{"1 among radios", digit(now, at("talk/ask/well"), 1), -1},
		{"down among radios", neighbour(now, at("talk/ask/well"), 1), at("talk/ask/badly")},
	} {
		if c.got != c.want {
			t.Errorf("%s leads to %d, want %d", c.name, c.got, c.want)
		}
	}
}

func TestANewLogSpeaksItsLastEntryAndAnOldOneNothing(t *testing.T) {
	now := plan(flat(talk("one")), Canvas, Room{})
	if s := said(nil, now, func(string) bool { return true }); s != "Well?" {
		t.Errorf("a new log says %q", s)
	}
	if s := said(nil, now, func(p string) bool { return strings.HasPrefix(p, "talk/said/log/") }); s != "" {
		t.Errorf("a log that was there says %q twice", s)
	}
}

// In text a QR code is drawn beside its name, dark squares on light ones.
func TestAQRCodeAsText(t *testing.T) {
	root := &view.Node{Key: "qr", Role: view.Image, Name: "A QR code of an address", Picture: view.Picture{Kind: view.Squares, Figure: "10/01"}}
	now := plan(flat(root), Plain, Room{})
	var drawn string
	for i := range now {
		if d := attr(now[i].attrs, "d"); d != nil {
			drawn += *d + " "
			if now[now[i].parent].tag != "svg:svg" {
				t.Errorf("a part hangs in %q", now[now[i].parent].tag)
			}
		}
	}
	if want := "M0 0h10v10h-10z M4 4h1v1h-1zM5 5h1v1h-1z "; drawn != want {
		t.Errorf("it is drawn as %q, want %q", drawn, want)
	}
}
