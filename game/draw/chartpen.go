package draw

import (
	"image"
	"image/color"
	"math"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"earned/assets"
	"earned/game/view"
)

// chartPen draws a planned chart into an image k pixels a CSS pixel.
type chartPen struct {
	dst   *ebiten.Image
	m     *mesh
	p     *view.ChartPlan
	k     float64
	unit  float64
	theme assets.Theme
	paper view.Paper
}

type point = view.Point

func at(x, y float64) point { return point{X: x, Y: y} }

func (c *chartPen) paint(chart *view.Chart) {
	c.m.on(c.dst)
	c.ground(chart)
	for _, x := range c.p.Breaks {
		c.dashes([]point{at(x, 0), at(x, c.p.Y1)}, 1.2, 4, 4, c.theme.Ink(view.Rule, c.paper))
	}
	for i := range slices.Backward(chart.Lines) { // the first on top
		c.line(chart, i)
	}
	for _, m := range c.p.Drops {
		c.mark(chart, m)
	}
	c.m.paint()
	for _, w := range c.p.Words { // no line through words
		k := func(v float64) int { return int(math.Round(v * c.k)) }
		if w.Y+c.p.LineH <= c.p.Y0 {
			at := image.Rect(k(w.X), k(w.Y), k(w.X)+k(w.W), k(w.Y)+k(c.p.LineH))
			c.dst.SubImage(at).(*ebiten.Image).Fill(c.theme.Paper(c.paper))
		}
	}
	for _, s := range c.p.Legend {
		c.sample(chart, s)
	}
	c.m.paint()
}

// ground is the floor of the plot, and a tint under the first line.
func (c *chartPen) ground(chart *view.Chart) {
	if len(chart.Lines) > 0 {
		for _, run := range c.p.Runs(chart.Lines[0].Values) {
			if len(run) < 2 {
				continue
			}
			c.m.under(c.pixels(flat(run)), c.p.Y1*c.k, c.theme.Hover(c.paper, false))
		}
	}
	c.stroke(1.2, c.theme.Ink(view.Rule, c.paper), at(c.p.X0, c.p.Y1), at(c.p.X1, c.p.Y1))
}

// line draws one curve. What is not dashed is solid with a dot at each moment;
// dashed ones differ by their dashes; moments that stand alone are rings.
func (c *chartPen) line(chart *view.Chart, i int) {
	l := chart.Lines[i]
	ink := c.theme.Ink(l.Ink, c.paper)
	if l.Apart && i > 0 {
		for _, off := range c.p.Misses(l.Values, chart.Lines[0].Values) {
			c.stroke(1.6, ink, off[:]...)
		}
	}
	for _, run := range c.p.Runs(l.Values) {
		switch {
		case l.Apart:
		case l.Stroke != view.Solid:
			on, off := l.Stroke.Dash()
			c.dashes(flat(run), 2.4, on, off, ink)
		default:
			c.stroke(3, ink, flat(run)...)
		}
		for _, q := range run {
			switch {
			case l.Apart:
				c.ring(q, ink)
			case l.Stroke == view.Solid:
				c.disc(q, 4.4, c.theme.Paper(c.paper))
				c.disc(q, 3.4, ink)
			}
		}
	}
}

func (c *chartPen) mark(chart *view.Chart, m view.ChartDrop) {
	ink := c.theme.Ink(m.Ink, c.paper)
	c.stroke(1.6, ink, at(m.X, m.From), at(m.X, c.p.Y1))
	if len(chart.Lines) == 0 || m.At >= len(chart.Lines[0].Values) || chart.Lines[0].Values[m.At] < 0 {
		return
	}
	q := at(m.X, c.p.AtY(float64(chart.Lines[0].Values[m.At])))
	c.diamond(q, 8.5, c.theme.Paper(c.paper))
	c.diamond(q, 6.5, ink)
}

// sample draws a stroke of a line before its name.
func (c *chartPen) sample(chart *view.Chart, s view.ChartSample) {
	l := chart.Lines[s.Line]
	ink := c.theme.Ink(l.Ink, c.paper)
	end := 1.5 * c.unit / c.k
	a, b := at(s.X+end, s.Y), at(s.X+s.W-end, s.Y)
	mid := at(s.X+s.W/2, s.Y)
	switch {
	case l.Apart:
		c.ring(mid, ink)
	case l.Stroke != view.Solid:
		on, off := l.Stroke.Dash()
		c.dashes([]point{a, b}, 2.4, on, off, ink)
	default:
		c.stroke(3, ink, a, b)
		c.disc(mid, 3.4, ink)
	}
}

// pixels are points in pixels of the image.
func (c *chartPen) pixels(points []point) []point {
	out := make([]point, len(points))
	for i, q := range points {
		out[i] = at(q.X*c.k, q.Y*c.k)
	}
	return out
}

func (c *chartPen) stroke(units float64, ink color.RGBA, points ...point) {
	c.m.line(c.pixels(points), units*c.unit, ink)
}

func (c *chartPen) disc(q point, units float64, ink color.RGBA) {
	c.m.disc(at(q.X*c.k, q.Y*c.k), units*c.unit, ink)
}

func (c *chartPen) ring(q point, ink color.RGBA) {
	c.disc(q, 6, ink)
	c.disc(q, 3.8, c.theme.Paper(c.paper))
}

func (c *chartPen) diamond(q point, units float64, ink color.RGBA) {
	r := units * c.unit / c.k
	c.m.convex(c.pixels([]point{at(q.X, q.Y-r), at(q.X+r, q.Y), at(q.X, q.Y+r), at(q.X-r, q.Y)}), ink)
}

// flat is the smooth curve through a run, as short straight steps.
func flat(run []point) []point {
	m, out := view.Slopes(run), run[:1:1]
	const n = 10
	for i := 1; i < len(run); i++ {
		a, b := run[i-1], run[i]
		w := b.X - a.X
		for j := 1; j <= n; j++ {
			t := float64(j) / n
			u := 1 - t
			y := a.Y*u*u*(1+2*t) + m[i-1]*w*t*u*u + b.Y*t*t*(3-2*t) - m[i]*w*t*t*u
			out = append(out, at(a.X+w*t, y))
		}
	}
	return out
}

// dashes strokes a line of short steps in dashes, lengths in units.
func (c *chartPen) dashes(line []point, width, on, off float64, ink color.RGBA) {
	if len(line) < 2 {
		return
	}
	unit := c.unit / c.k
	on, off = on*unit, off*unit
	drawing, left := true, on
	dash := []point{line[0]}
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		long := math.Hypot(b.X-a.X, b.Y-a.Y)
		for done := 0.0; done < long; {
			step := min(left, long-done)
			done += step
			q := at(a.X+(b.X-a.X)*done/long, a.Y+(b.Y-a.Y)*done/long)
			if drawing {
				dash = append(dash, q)
			}
			if left -= step; left > 1e-9 {
				continue
			}
			switch left = off; {
			case drawing && on < width*unit/4: // a dot, not a line with two round ends
				c.disc(q, width/2, ink)
			case drawing:
				c.dash(width, ink, dash)
			default:
				left = on
			}
			drawing = !drawing
			dash = append(dash[:0], q)
		}
	}
	if drawing {
		c.dash(width, ink, dash)
	}
}

// dash is one of dashes; the last of a line may be a mere dot.
func (c *chartPen) dash(width float64, ink color.RGBA, way []point) {
	a, b := way[0], way[len(way)-1]
	for _, q := range way {
		if math.Abs(turn(a, b, q)) > bend*math.Hypot(b.X-a.X, b.Y-a.Y) {
			c.stroke(width, ink, way...)
			return
		}
	}
	c.m.dash(at(a.X*c.k, a.Y*c.k), at(b.X*c.k, b.Y*c.k), width*c.unit, ink)
}

// bend is how far a dash may be off its way, in CSS pixels.
const bend = 0.3
