package view

import (
	"strings"
	"testing"
)

func composed(wide bool) *Node {
	body := &Node{Key: "body", Layout: Layout{Grow: 1}, Children: []*Node{
		{Key: "face", Role: Image, Picture: Picture{Kind: Portrait, Figure: "dana"}, Layout: Layout{Percent: 34, MinHeight: 120}},
		{Key: "reply", Role: Button, Text: "Well", Digit: 1, Press: "x", Style: Style{Border: true}, Layout: Layout{Pad: All(8)}},
	}}
	if wide {
		body.Layout.Flow = Across
		body.Children[0].Layout.Percent = 42
	}
	return &Node{Key: "talk", Role: Main, Children: []*Node{body}}
}

// What both compositions share is written once, what differs for each.
func TestSheetTellsCompositionsApart(t *testing.T) {
	s := Sheet{Scope: "#here"}
	u, w := composed(false), composed(true)
	if !s.Add(u, w) {
		t.Fatal("two compositions of one screen are not taken in")
	}
	sheet := s.String()
	common, media, _ := strings.Cut(sheet, "@media not all and "+Wide)
	upright, wide, ok := strings.Cut(media, "@media "+Wide)
	if !ok {
		t.Fatalf("the sheet does not tell compositions apart:\n%s", sheet)
	}
	for where, want := range map[string][]string{
		common:  {"padding:round(8*var(--unit), 1px)", "min-height:round(120*var(--unit), 1px)", "--digit*1.75*var(--s0)", "var(--ink-rule)"},
		upright: {"flex:0 1 round(down, 34%, 1px)", "flex-direction:column"},
		wide:    {"flex:0 0 round(down, 42%, 1px)"},
	} {
		for _, w := range want {
			if !strings.Contains(where, strings.ReplaceAll(w, "--digit*", "var(--digit)*")) {
				t.Errorf("no %s in\n%s", w, where)
			}
		}
	}
	if c := s.Class(u.Children[0].Children[0]); !strings.HasSuffix(c, " portrait dana") {
		t.Errorf("the portrait's classes are %q", c)
	}
}

func TestSheetRefusesOtherScreens(t *testing.T) {
	other := composed(true)
	other.Children[0].Children[1].Text = "Otherwise"
	less := composed(true)
	less.Children[0].Children = less.Children[0].Children[:1]
	for _, w := range []*Node{other, less} {
		if s := (Sheet{Scope: "#here"}); s.Add(composed(false), w) {
			t.Error("two screens that say other things pass for one")
		}
	}
}

// The sizes in the sheet are those of TypeFor, in a browser's own arithmetic.
func TestSheetsScalesAreTypeFors(t *testing.T) {
	for _, w := range []float64{320, 390, 1000, 1067, 1120, 1200, 1280, 1366, 1920, 3840} {
		h := w * 9 / 16
		unit := min(max(min(w/unitWidth, h/unitHeight), 1), 5)
		typ := TypeFor(w, h, 1)
		for size := Normal; size <= Display; size++ {
			phone, wide := size.Units()
			between := (1.2*wide - phone) / 0.2
			a, b := phone+between*(unit-1), wide*unit
			got := min(a, b)
			if between < wide {
				got = max(a, b)
			}
			if d := got - typ.Size(size); d > 1.01 || d < -1.01 {
				t.Errorf("at %.0f wide, size %d: %.2f in the sheet, %.0f in the game", w, size, got, typ.Size(size))
			}
		}
	}
}
