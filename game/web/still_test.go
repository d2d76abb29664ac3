package web

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"earned/game/view"
)

// scene is a screen with what a screen that stands in the page may have: words
// beside children, what is only drawn, what would be markup.
func scene() *view.Node {
	return &view.Node{Key: "talk", Role: view.Main, Children: []*view.Node{
		{Key: "sign", Silent: true, Children: []*view.Node{{Role: view.Text, Text: "drawn"}}},
		{Key: "both", Role: view.Region, Name: "Both", Text: "1 < 2 & \"so\"", Children: []*view.Node{{Key: "in", Role: view.Text, Text: "inside"}}},
		{Key: "replies", Role: view.Group, Name: "Your replies", Children: []*view.Node{
			{Key: "one", Role: view.Button, Text: "One", Press: "reply:one", Digit: 1},
			{Key: "two", Role: view.Button, Text: "Two", Press: "reply:two", Digit: 2},
		}},
	}}
}

var ids = regexp.MustCompile(`\bid="([^"]+)"`)

func stillIDs(html string) []string {
	var all []string
	for _, m := range ids.FindAllStringSubmatch(html, -1) {
		all = append(all, m[1])
	}
	return all
}

func noClass(*view.Node) string { return "" }

func TestStillIsWhatTextModeWouldHold(t *testing.T) {
	html := Still(scene(), "wide", noClass, "data-after", "go-on", "hidden", "")
	for _, want := range []string{
		`<main id="wide:talk" data-after="go-on" hidden>`,
		`<div class="drawn" aria-hidden="true"><p>drawn</p></div>`,
		`1 &lt; 2 &amp; &#34;so&#34;`,
		`data-digit="2" data-press="reply:two">Two</button>`,
	} {
		if !strings.Contains(html, want) {
			t.Errorf("no %s in\n%s", want, html)
		}
	}
	var paths []string
	for _, it := range plan(flat(scene()), Plain, Room{}) {
		paths = append(paths, "wide:"+it.path)
	}
	if got := stillIDs(html); !slices.Equal(got, paths) {
		t.Errorf("the elements are %q, in text mode %q", got, paths)
	}
}

// What is taken over is the twin's as if it had made it: no element is made
// again, and only what differs is changed.
func TestAdoptedElementsAreTheTwins(t *testing.T) {
	m := newMirror(Plain, rootID, "t")
	now := plan(flat(scene()), Plain, Room{})
	if !m.adopt(now, stillIDs(Still(scene(), "", noClass))) {
		t.Fatal("the elements that Still writes are not adopted")
	}
	if do, _ := m.update(flat(scene()), plan(flat(scene()), Plain, Room{})); do != "" {
		t.Errorf("the same screen changes what was adopted: %q", do)
	}
	other := scene()
	other.Children[2].Children[1].Text = "Too"
	other.Children = append(other.Children[:1:1], other.Children[2:]...)
	do, _ := m.update(flat(other), plan(flat(other), Plain, Room{}))
	for _, want := range []string{"text\x1f:talk/replies/two\x1fToo", "remove\x1f:talk/both"} {
		if !strings.Contains(do, want) {
			t.Errorf("no %q in %q", want, do)
		}
	}
	if strings.Contains(do, "create") {
		t.Errorf("something was made again: %q", do)
	}
}

func TestOtherElementsAreNotAdopted(t *testing.T) {
	now := plan(flat(scene()), Plain, Room{})
	all := stillIDs(Still(scene(), "", noClass))
	swapped := slices.Clone(all)
	last := len(swapped) - 1
	swapped[last], swapped[last-1] = swapped[last-1], swapped[last]
	for name, ids := range map[string][]string{"none": nil, "one is missing": all[1:], "in another order": swapped} {
		m := newMirror(Plain, rootID, "t")
		if m.adopt(now, ids) || len(m.held) != 1 {
			t.Errorf("%s: adopted", name)
		}
	}
}
