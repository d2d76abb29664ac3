package screens_test

import (
	"fmt"
	"reflect"
	"testing"

	"earned/game/screens"
	"earned/game/view"
)

var sizes = []struct {
	name string
	w, h float64
}{{"phone", 390, 844}, {"laptop", 1280, 720}, {"projector", 1920, 1080}}

// every plays through the whole game once and stops at each screen.
func every(t *testing.T, visit func(name string, d *driver)) {
	d := open(t, book(t), "")
	visit("title", d)
	d.button("Settings")
	visit("settings", d)
	d.button("Back")
	d.button("About")
	visit("about", d)
	d.button("Back")
	d.button("Start")
	visit("brief", d)
	d.button("Start")
	seen := map[screens.Place]int{}
	for d.app.Place() != screens.Ended {
		p := d.app.Place()
		seen[p]++
		visit(fmt.Sprintf("conversation %d-%d", p, seen[p]), d)
		if r := d.replies(); len(r) > 0 {
			d.button(r[0].Text)
		} else {
			d.button("Continue")
		}
	}
	visit("ending", d)
	d.button("Continue")
	visit("debrief", d)
	d.button("What if")
	visit("what if", d)
	d.button(d.replies()[1].Text)
	if d.has("Back to the debrief") {
		d.button("Back to the debrief")
	} else {
		d.button("Continue")
	}
	visit("both curves", d)
	visit("notice", open(t, d.book, "not a save"))
}

// Every screen fits the three sizes at every size of text: words within their
// boxes, boxes within the screen or within what scrolls.
func TestEveryScreenFits(t *testing.T) {
	every(t, func(name string, d *driver) {
		sound(t, d.app.View())
		was := d.app.Settings().Text
		for _, size := range sizes {
			for _, text := range []int{100, 150, 200} {
				d.textSize(text)
				d.app.Resize(size.w, size.h)
				p := view.Lay(d.app.View(), size.w, size.h, d.app.Settings().Scale(), view.Monospace{})
				for i := range p.Boxes {
					fits(t, fmt.Sprintf("%s, %s at %d %%", name, size.name, text), p, i)
				}
			}
		}
		d.textSize(was)
	})
}

func fits(t *testing.T, where string, p *view.Placed, i int) {
	b := &p.Boxes[i]
	if b.Node.Unseen || b.W == 0 && b.H == 0 {
		return
	}
	const slack = 1
	var m view.Monospace
	for _, l := range b.Lines {
		if m.Advance(l, b.Node.Style, b.Size) > b.TextW+slack {
			t.Errorf("%s: %q is wider than its box", where, l)
		}
	}
	if high := b.TextY + float64(len(b.Lines))*b.LineH; high > b.H+slack && !b.Scrolls() {
		t.Errorf("%s: %q is %.0f high in a box of %.0f", where, b.Node.Label(), high, b.H)
	}
	right, bottom := p.Width, p.Height
	if b.Scroller >= 0 {
		s := &p.Boxes[b.Scroller]
		right, bottom = s.W, s.ContentH
	}
	if b.X < -slack || b.Y < -slack || b.X+b.W > right+slack || b.Y+b.H > bottom+slack {
		t.Errorf("%s: %s %q at %.0f,%.0f %.0f×%.0f is outside %.0f×%.0f", where, b.Path, b.Node.Label(), b.X, b.Y, b.W, b.H, right, bottom)
	}
}

func (d *driver) textSize(percent int) {
	d.t.Helper()
	p := d.app.Place()
	if p == screens.About {
		d.button("Back")
	}
	if p != screens.Setting {
		d.app.Press("settings")
	}
	d.press(view.Radio, fmt.Sprintf("%d %%", percent))
	if p != screens.Setting {
		d.button("Back")
	}
	if p == screens.About {
		d.button("About")
	}
}

// A screen that was made smaller or larger is the one that would have been shown
// at that size from the start.
func TestAScreenFollowsTheWindow(t *testing.T) {
	for _, screen := range []func(*driver){
		func(d *driver) { d.button("Start"); d.button("Start"); d.button("Continue") },
		func(d *driver) { d.toDebrief(first) },
	} {
		d := open(t, book(t), "")
		screen(d)
		for _, h := range []float64{1000, 640, 820} {
			d.resize(1280, h)
			d.app.View()
		}
		fresh := d.again()
		fresh.resize(1280, 820)
		if !reflect.DeepEqual(heights(d.app.View()), heights(fresh.app.View())) {
			t.Errorf("after the window's height changed, least heights are %v; from the start they are %v", heights(d.app.View()), heights(fresh.app.View()))
		}
	}
}

// heights are what all nodes of a screen are high at least.
func heights(n *view.Node) []int {
	all := []int{n.Layout.MinHeight}
	for _, c := range n.Children {
		all = append(all, heights(c)...)
	}
	return all
}
