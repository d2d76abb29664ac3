package draw

import (
	"slices"

	"earned/game/view"
)

// markChanges marks what differs between the old screen, whose boxes were at
// was, and the new one, already located.
func (p *Painter) markChanges(old *view.Placed, was []spot) {
	now := p.placed.Boxes
	sameOrder := len(old.Boxes) == len(now)
	for i := 0; sameOrder && i < len(now); i++ {
		sameOrder = old.Boxes[i].Path == now[i].Path
	}
	find := func(i int) int { return i }
	if !sameOrder {
		at := make(map[string]int, len(old.Boxes))
		for i := range old.Boxes {
			at[old.Boxes[i].Path] = i
		}
		find = func(i int) int {
			if j, ok := at[now[i].Path]; ok {
				delete(at, now[i].Path)
				return j
			}
			return -1
		}
		defer func() {
			for _, j := range at { // gone
				p.markWas(was[j])
			}
		}()
	}
	for i := range now {
		j := find(i)
		if moves(now[i].Node) && (j < 0 || old.Boxes[j].Node.Picture != now[i].Node.Picture) {
			p.moving = true // a portrait that had come to rest
		}
		switch {
		case j < 0:
			p.mark(p.ringed(i))
		case was[j] != p.spots[i] || looksOther(&old.Boxes[j], &now[i]):
			p.markWas(was[j])
			p.mark(p.ringed(i))
		}
	}
}

func (p *Painter) markWas(s spot) {
	m := p.unit(ringGap+ringWidth) + 1
	p.mark(s.box.Inset(-m).Intersect(s.clip))
}

// looksOther is whether two boxes in the same place are painted otherwise.
func looksOther(a, b *view.Placement) bool {
	x, y := a.Node, b.Node
	return x.Text != y.Text || x.Shown != y.Shown || x.Role != y.Role || x.On != y.On || x.Disabled != y.Disabled ||
		x.Unseen != y.Unseen || x.Digit != y.Digit || x.Style != y.Style || (x.Press == "") != (y.Press == "") ||
		a.ContentH != b.ContentH || a.Size != b.Size || !samePicture(x.Picture, y.Picture) || !slices.Equal(a.Lines, b.Lines)
}

// samePicture compares charts by what they show. A moving portrait is painted
// each frame and dirties nothing.
func samePicture(a, b view.Picture) bool {
	if a.Kind == view.Portrait && b.Kind == view.Portrait && !a.Still && !b.Still {
		return true
	}
	x, y := a.Chart, b.Chart
	a.Chart, b.Chart = nil, nil
	return a == b && (x == y || x != nil && y != nil && sameChart(x, y))
}

func sameChart(a, b *view.Chart) bool {
	return a.Points == b.Points && slices.Equal(a.Marks, b.Marks) && slices.Equal(a.Breaks, b.Breaks) &&
		slices.EqualFunc(a.Lines, b.Lines, func(x, y view.ChartLine) bool {
			return x.Name == y.Name && x.Ink == y.Ink && x.Stroke == y.Stroke && x.Apart == y.Apart && slices.Equal(x.Values, y.Values)
		})
}
