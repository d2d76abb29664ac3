package view_test

import (
	"slices"
	"testing"

	"earned/game/view"
	"earned/game/view/viewtest"
)

var steps = []view.Size{view.Small, view.Normal, view.Large, view.Title, view.Display}

func TestTypeScale(t *testing.T) {
	phone := view.TypeFor(390, 844, 1)
	if s := phone.Size(view.Normal); s < 17 || s > 18 {
		t.Errorf("body text on a phone is %v px, want 17 to 18", s)
	}
	if !phone.Phone || phone.Unit != 1 {
		t.Errorf("a phone is %+v", phone)
	}
	wall := view.TypeFor(1920, 1080, 1)
	if s := wall.Size(view.Large); s < 1080.0/26 {
		t.Errorf("on a wall what the client says is %v px, want at least %v", s, 1080.0/26)
	}
	for _, size := range [][2]float64{{1024, 768}, {1280, 720}, {1920, 1080}, {2560, 1080}} {
		if s := view.TypeFor(size[0], size[1], 1).Size(view.Wall); s < size[1]/view.WallShare || s > size[1]/20 {
			t.Errorf("%v: the back row gets %v px, want 1/%d of the height", size, s, view.WallShare)
		}
	}
	for _, size := range [][2]float64{{320, 568}, {390, 844}, {768, 1024}, {1280, 720}, {1920, 1080}, {3840, 2160}} {
		for _, scale := range []float64{1, 1.5, 2} {
			ty := view.TypeFor(size[0], size[1], scale)
			last := 0.0
			for _, s := range steps {
				px := ty.Size(s)
				if px <= last || px != float64(int(px)) {
					t.Errorf("%v at %v: step %d is %v px after %v: sizes rise, in whole pixels", size, scale, s, px, last)
				}
				last = px
			}
			if ty.Size(view.Small) < 14 {
				t.Errorf("%v at %v: small words are %v px", size, scale, ty.Size(view.Small))
			}
		}
		one, two := view.TypeFor(size[0], size[1], 1), view.TypeFor(size[0], size[1], 2)
		if r := two.Size(view.Normal) / one.Size(view.Normal); r < 1.9 || r > 2.1 {
			t.Errorf("%v: 200 %% is %v times 100 %%", size, r)
		}
	}
}

func TestBreaking(t *testing.T) {
	tests := []struct {
		text  string
		runes float64 // the width, in letters
		want  []string
	}{
		{"", 10, nil},
		{"one two three", 20, []string{"one two three"}},
		{"one two three", 8, []string{"one two", "three"}},
		{"one two three", 7, []string{"one two", "three"}},
		{"one  two ", 4, []string{"one", "two"}},
		{"one\ntwo\n\nfour", 20, []string{"one", "two", "", "four"}},
		{"unbreakable", 4, []string{"unbr", "eaka", "ble"}},
		{"a unbreakable b", 4, []string{"a", "unbr", "eaka", "ble", "b"}},
		{"e\u0301e\u0301e\u0301", 2, []string{"e\u0301", "e\u0301", "e\u0301"}}, // never within a letter
		{"roll-out", 6, []string{"roll-", "out"}},
		{"wait—what", 6, []string{"wait—", "what"}},
		{"£5 million", 6, []string{"£5", "millio", "n"}},
		{"no\u00a0break here", 9, []string{"no\u00a0break", "here"}},
		{"状況を説明", 3, []string{"状況を", "説明"}},
	}
	for _, tt := range tests {
		got := view.Break(tt.text, view.Style{}, 20, tt.runes*0.55*20, view.Monospace{})
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q in %v: got %q, want %q", tt.text, tt.runes, got, tt.want)
		}
	}
}

// A chart's words have their room whatever the box, and the plot the height
// that was asked for.
func TestChartKeepsItsPlot(t *testing.T) {
	c := &view.Chart{Points: 15,
		Lines:  []view.ChartLine{{Name: "What happened"}, {Name: "What if, and a long name that goes on"}, {Name: "Highest still in reach"}, {Name: "How you read it"}},
		Breaks: []view.ChartMark{{At: 0, Name: "A first call"}, {At: 5, Name: "The visit to the ward"}, {At: 13, Name: "The day of decision"}},
		Marks:  []view.ChartMark{{At: 6, Name: "Opened below"}, {At: 7, Name: "No way back to the best"}, {At: 14, Name: "End"}},
	}
	root := &view.Node{Layout: view.Layout{Scroll: true, Pad: view.All(20)}, Children: []*view.Node{
		{Key: "c", Role: view.Image, Picture: view.Picture{Kind: view.Curve, Chart: c}, Layout: view.Layout{Height: 200}}}}
	for _, size := range [][2]float64{{390, 844}, {1280, 720}, {1920, 1080}, {320, 568}} {
		for _, scale := range []float64{1, 1.5, 2} {
			p := view.Lay(root, size[0], size[1], scale, view.Monospace{})
			b := p.Find("/c")
			q := view.PlanChart(c, b.W, b.H, p.Type, view.Monospace{})
			if got, want := q.Y1-q.Y0, 200*p.Type.Unit; got < want-1 {
				t.Errorf("%v at %v: the plot is %v high, want %v", size, scale, got, want)
			}
			chartFaults(t, p)
		}
	}
}

func chartFaults(t *testing.T, p *view.Placed) {
	t.Helper()
	for _, f := range viewtest.Faults(p, view.Monospace{}) {
		t.Error(f)
	}
}
