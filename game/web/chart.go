package web

import (
	"slices"
	"strconv"
	"strings"

	"earned/game/view"
)

// Room is what a screen shown as text has for its charts: they are the one
// thing in it that is drawn.
type Room struct {
	Width   float64 // of the column, in CSS pixels
	Scale   float64 // the player's text scale
	Measure view.Measure
}

// columnWidth is the widest that a column of text gets (page/twin.css), in CSS
// pixels at 100 %; columnMargin is what it keeps free at its sides.
const (
	columnWidth  = 792
	columnMargin = 64
)

// RoomIn is the room of a window so wide.
func RoomIn(width, scale float64, m view.Measure) Room {
	return Room{Width: max(min(width, columnWidth*scale)-columnMargin, 200), Scale: scale, Measure: m}
}

// chart turns a Curve into elements of an SVG picture, which takes its colours
// from the page. Its words stand in the picture's name as well, so that it is
// hidden from assistive technology.
func (r Room) chart(c *view.Chart, height int, path string, parent, me int) []planned {
	t := view.TypeFor(columnWidth, 600, r.Scale)
	pen := svgPen{unit: t.Unit, plan: view.FitChart(c, r.Width, float64(height)*t.Unit, t, r.Measure), path: path + "/svg", parent: me}
	w, h := num(pen.plan.W), num(pen.plan.H)
	pen.out = append(pen.out, planned{node: &view.Node{}, path: pen.path, parent: parent, element: element{tag: "svg:svg",
		attrs: []string{"viewBox", "0 0 " + w + " " + h, "width", w, "height", h, "aria-hidden", "true", "class", "chart"}}})
	pen.paint(c)
	return pen.out
}

// svgPen draws a planned chart, as game/draw's does onto the canvas.
type svgPen struct {
	plan   *view.ChartPlan
	unit   float64
	path   string
	parent int // index of the svg element
	out    []planned
}

func (p *svgPen) paint(c *view.Chart) {
	if len(c.Lines) > 0 {
		p.ground(c.Lines[0].Values)
	}
	p.stroke("M"+place(p.plan.X0, p.plan.Y1)+"H"+num(p.plan.X1), view.Rule, 1.2, "")
	for _, x := range p.plan.Breaks {
		p.stroke("M"+place(x, 0)+"V"+num(p.plan.Y1), view.Rule, 1.2, p.dash(4, 4))
	}
	for i := range slices.Backward(c.Lines) { // the first on top
		p.line(c, i)
	}
	for _, m := range p.plan.Drops {
		p.mark(c, m)
	}
	for _, s := range p.plan.Legend {
		p.sample(c, s)
	}
	for _, w := range p.plan.Words {
		p.word(w)
	}
}

// ground is a tint under the first line.
func (p *svgPen) ground(values []int) {
	for _, run := range p.plan.Runs(values) {
		last := run[len(run)-1]
		p.add("svg:path", "", "d", smooth(run)+"L"+place(last.X, p.plan.Y1)+"L"+place(run[0].X, p.plan.Y1)+"Z", "class", "ground")
	}
}

func (p *svgPen) line(c *view.Chart, i int) {
	l := c.Lines[i]
	if l.Apart && i > 0 {
		for _, off := range p.plan.Misses(l.Values, c.Lines[0].Values) {
			p.stroke("M"+place(off[0].X, off[0].Y)+"V"+num(off[1].Y), l.Ink, 1.6, "")
		}
	}
	for _, run := range p.plan.Runs(l.Values) {
		switch {
		case l.Apart:
			p.dots(run, l.Ink, 12)
			p.hollow(run, 7.6)
		case l.Stroke != view.Solid:
			p.stroke(smooth(run), l.Ink, 2.4, p.dash(l.Stroke.Dash()))
		default:
			p.stroke(smooth(run), l.Ink, 3, "")
			p.dots(run, l.Ink, 7)
		}
	}
}

func (p *svgPen) mark(c *view.Chart, m view.ChartDrop) {
	p.stroke("M"+place(m.X, m.From)+"V"+num(p.plan.Y1), m.Ink, 1.6, "")
	if len(c.Lines) == 0 || m.At >= len(c.Lines[0].Values) || c.Lines[0].Values[m.At] < 0 {
		return
	}
	y, r := p.plan.AtY(float64(c.Lines[0].Values[m.At])), 7*p.unit
	p.add("svg:path", "", "d", "M"+place(m.X, y-r)+"L"+place(m.X+r, y)+"L"+place(m.X, y+r)+"L"+place(m.X-r, y)+"Z", "class", "spot "+strokeOf(m.Ink))
}

// sample is a stroke of a line before its name.
func (p *svgPen) sample(c *view.Chart, s view.ChartSample) {
	l, end := c.Lines[s.Line], 1.5*p.unit
	line := "M" + place(s.X+end, s.Y) + "H" + num(s.X+s.W-end)
	middle := []view.Point{{X: s.X + s.W/2, Y: s.Y}}
	switch {
	case l.Apart:
		p.dots(middle, l.Ink, 12)
		p.hollow(middle, 7.6)
	case l.Stroke != view.Solid:
		p.stroke(line, l.Ink, 2.4, p.dash(l.Stroke.Dash()))
	default:
		p.stroke(line, l.Ink, 3, "")
		p.dots(middle, l.Ink, 7)
	}
}

func (p *svgPen) word(w view.ChartWord) {
	class := strokeOf(w.Ink)
	if w.Bold {
		class += " bold"
	}
	p.add("svg:text", w.S, "x", num(w.X), "y", num(w.Y+0.72*p.plan.LineH), "font-size", num(p.plan.Size), "class", class)
}

func (p *svgPen) stroke(d string, ink view.Ink, units float64, dashes string) {
	attrs := []string{"d", d, "stroke-width", num(units * p.unit), "class", "line " + strokeOf(ink)}
	if dashes != "" {
		attrs = append(attrs, "stroke-dasharray", dashes)
	}
	p.add("svg:path", "", attrs...)
}

// dots are lines with no length and round ends.
func (p *svgPen) dots(at []view.Point, ink view.Ink, units float64) {
	p.add("svg:path", "", "d", nowhere(at), "stroke-width", num(units*p.unit), "class", "line "+strokeOf(ink))
}

func (p *svgPen) hollow(at []view.Point, units float64) {
	p.add("svg:path", "", "d", nowhere(at), "stroke-width", num(units*p.unit), "class", "line hollow")
}

func (p *svgPen) add(tag, text string, attrs ...string) {
	p.out = append(p.out, planned{node: &view.Node{}, path: p.path + "/" + strconv.Itoa(len(p.out)), parent: p.parent, element: element{tag: tag, text: text, attrs: attrs}})
}

func (p *svgPen) dash(on, off float64) string { return num(on*p.unit) + " " + num(off*p.unit) }

// strokeOf is the class that gives a part its ink.
func strokeOf(ink view.Ink) string {
	if c := inks[ink]; c != "" {
		return c
	}
	return "ink-body"
}

// nowhere is a path that stops at each place and goes nowhere.
func nowhere(at []view.Point) string {
	var b strings.Builder
	for _, q := range at {
		b.WriteString("M" + place(q.X, q.Y) + "h0.01")
	}
	return b.String()
}

// smooth is the path of a run.
func smooth(run []view.Point) string {
	var b strings.Builder
	b.WriteString("M" + place(run[0].X, run[0].Y))
	m := view.Slopes(run)
	for i := 1; i < len(run); i++ {
		a, q := run[i-1], run[i]
		d := (q.X - a.X) / 3
		b.WriteString("C" + place(a.X+d, a.Y+m[i-1]*d) + " " + place(q.X-d, q.Y-m[i]*d) + " " + place(q.X, q.Y))
	}
	return b.String()
}

func place(x, y float64) string { return num(x) + " " + num(y) }

// num is a length to a tenth of a pixel.
func num(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
