// Package viewtest holds what must be true of every laid-out screen, for the
// tests of whoever lays one out.
package viewtest

import (
	"fmt"
	"strings"
	"unicode"

	"earned/game/view"
)

// slack is a pixel's rounding.
const slack = 1.0

// Faults says in which ways a screen is not fit to be seen: words cut or lost,
// boxes that leave their parents, siblings that overlap. None: an empty slice.
func Faults(p *view.Placed, m view.Measure) []string {
	c := checker{p: p, m: m}
	for i := range p.Boxes {
		c.words(i)
		c.within(i)
		c.apart(i)
		c.chart(i)
		c.circle(i)
	}
	return c.faults
}

type checker struct {
	p      *view.Placed
	m      view.Measure
	faults []string
}

func (c *checker) fault(i int, format string, args ...any) {
	c.faults = append(c.faults, c.p.Boxes[i].Path+": "+fmt.Sprintf(format, args...))
}

// words: each line fits, all lines fit, and no letter is lost.
func (c *checker) words(i int) {
	b := &c.p.Boxes[i]
	if b.W == 0 && b.H == 0 {
		return // unseen
	}
	for _, l := range b.Lines {
		if w := c.m.Advance(l, b.Node.Style, b.Size); w > b.TextW+slack {
			c.fault(i, "the line %q is %.1f wide in %.1f", l, w, b.TextW)
		}
	}
	high := b.H
	if b.Scrolls() {
		high = b.ContentH
	}
	if end := b.TextY + float64(len(b.Lines))*b.LineH; len(b.Lines) > 0 && end > high+slack {
		c.fault(i, "words end at %.1f of %.1f", end, high)
	}
	if b.TextX < 0 || b.TextY < 0 || b.TextX+b.TextW > b.W+slack && len(b.Lines) > 0 {
		c.fault(i, "words stand outside: x %.1f w %.1f of %.1f", b.TextX, b.TextW, b.W)
	}
	if got, want := letters(strings.Join(b.Lines, "")), letters(b.Node.Text); got != want {
		c.fault(i, "words were lost: %q of %q", got, want)
	}
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// within: a box lies in its parent, or in its parent's content.
func (c *checker) within(i int) {
	b := &c.p.Boxes[i]
	x0, y0, x1, y1 := 0.0, 0.0, c.p.Width, c.p.Height
	if b.Parent >= 0 {
		q := &c.p.Boxes[b.Parent]
		x0, y0, x1, y1 = q.X, q.Y, q.X+q.W, q.Y+q.H
		if q.Scrolls() {
			x0, y0, x1, y1 = 0, 0, q.W, q.ContentH
		}
		if want := c.scroller(b.Parent); b.Scroller != want {
			c.fault(i, "scrolls with box %d, not %d", b.Scroller, want)
		}
	}
	if b.X < x0-slack || b.Y < y0-slack || b.X+b.W > x1+slack || b.Y+b.H > y1+slack {
		c.fault(i, "at %.1f,%.1f %.1f×%.1f, outside %.1f,%.1f–%.1f,%.1f", b.X, b.Y, b.W, b.H, x0, y0, x1, y1)
	}
	if b.W < 0 || b.H < 0 {
		c.fault(i, "has a negative size")
	}
}

// scroller is what the children of box i scroll with.
func (c *checker) scroller(i int) int {
	if c.p.Boxes[i].Scrolls() {
		return i
	}
	return c.p.Boxes[i].Scroller
}

// apart: earlier siblings do not overlap box i, unless their parent lays them
// over one another.
func (c *checker) apart(i int) {
	b := &c.p.Boxes[i]
	if b.Parent < 0 || c.p.Boxes[b.Parent].Node.Layout.Flow == view.Over {
		return
	}
	for j := b.Parent + 1; j < i; j++ {
		a := &c.p.Boxes[j]
		if a.Parent != b.Parent {
			continue
		}
		if a.X+a.W > b.X+slack && b.X+b.W > a.X+slack && a.Y+a.H > b.Y+slack && b.Y+b.H > a.Y+slack {
			c.fault(i, "overlaps %s", a.Path)
		}
	}
}

// chart: its words lie in the box and not on one another, and leave a plot.
func (c *checker) chart(i int) {
	b := &c.p.Boxes[i]
	if b.Node.Picture.Kind != view.Curve || b.Node.Picture.Chart == nil || b.H == 0 {
		return
	}
	q := view.PlanChart(b.Node.Picture.Chart, b.W, b.H, c.p.Type, c.m)
	if q.Y1-q.Y0 < 2*q.LineH {
		c.fault(i, "the chart's plot is %.1f high", q.Y1-q.Y0)
	}
	for k, w := range q.Words {
		if w.X < -slack || w.Y < -slack || w.X+w.W > b.W+slack || w.Y+q.LineH > b.H+slack {
			c.fault(i, "the chart's %q stands outside", w.S)
		}
		for _, v := range q.Words[:k] {
			if v.X+v.W > w.X+slack && w.X+w.W > v.X+slack && v.Y+q.LineH > w.Y+slack && w.Y+q.LineH > v.Y+slack {
				c.fault(i, "the chart's %q stands on %q", w.S, v.S)
			}
		}
	}
}

// circle: its words lie in the box, and nobody's name on another's.
func (c *checker) circle(i int) {
	b := &c.p.Boxes[i]
	if b.Node.Picture.Kind != view.Circle || b.Node.Picture.Ties == nil || b.H == 0 {
		return
	}
	q := view.PlanTies(b.Node.Picture.Ties, b.W, b.H, c.p.Type, c.m)
	for k, w := range q.Words {
		if w.X < -slack || w.Y < -slack || w.X+w.W > b.W+slack || w.Y+q.LineH > b.H+slack {
			c.fault(i, "the circle's %q stands outside", w.S)
		}
		for _, v := range q.Words[:k] {
			if v.X+v.W > w.X+slack && w.X+w.W > v.X+slack && v.Y+q.LineH > w.Y+slack && w.Y+q.LineH > v.Y+slack {
				c.fault(i, "the circle's %q stands on %q", w.S, v.S)
			}
		}
	}
}
