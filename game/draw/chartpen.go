package draw

import (
	"image/color"
	"math"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/vector"

	"earned/assets"
	"earned/game/view"
)

// chartPen draws a planned chart into an image k pixels a CSS pixel.
type chartPen struct {
	dst   *ebiten.Image
	p     *view.ChartPlan
	k     float64
	unit  float64
	theme assets.Theme
	paper view.Paper
}

type point struct{ x, y float64 }

func (c *chartPen) paint(chart *view.Chart) {
	c.ground(chart)
	for _, x := range c.p.Breaks {
		c.dashes([]point{{x, 0}, {x, c.p.Y1}}, 1.2, 4, 4, c.theme.Ink(view.Rule, c.paper))
	}
	for i := range slices.Backward(chart.Lines) { // the first on top
		c.line(chart, i)
	}
	for _, m := range c.p.Drops {
		c.mark(chart, m)
	}
	for _, w := range c.p.Words { // no line through words
		k := func(v float64) float32 { return float32(math.Round(v * c.k)) }
		if w.Y+c.p.LineH <= c.p.Y0 {
			vector.FillRect(c.dst, k(w.X), k(w.Y), k(w.W), k(c.p.LineH), c.theme.Paper(c.paper), false)
		}
	}
	for _, s := range c.p.Legend {
		c.sample(chart, s)
	}
}

// ground is the floor of the plot, and a tint under the first line.
func (c *chartPen) ground(chart *view.Chart) {
	if len(chart.Lines) > 0 {
		for _, run := range c.runs(chart.Lines[0].Values) {
			if len(run) < 2 {
				continue
			}
			var path vector.Path
			c.move(&path, point{run[0].x, c.p.Y1})
			c.to(&path, run[0])
			c.smooth(&path, run)
			c.to(&path, point{run[len(run)-1].x, c.p.Y1})
			path.Close()
			fillPath(c.dst, &path, c.theme.Hover(c.paper, false))
		}
	}
	var floor vector.Path
	c.move(&floor, point{c.p.X0, c.p.Y1})
	c.to(&floor, point{c.p.X1, c.p.Y1})
	c.stroke(&floor, 1.2, c.theme.Ink(view.Rule, c.paper))
}

// runs are the stretches of a line that are drawn.
func (c *chartPen) runs(values []int) (out [][]point) {
	var run []point
	for i, v := range values {
		if v < 0 || i >= c.p.Points {
			if run != nil {
				out, run = append(out, run), nil
			}
			continue
		}
		run = append(run, point{c.p.AtX(i), c.p.AtY(float64(min(v, 100)))})
	}
	if run != nil {
		out = append(out, run)
	}
	return out
}

// line draws one curve. What is not dashed is solid with a dot at each moment;
// dashed ones differ by their dashes; moments that stand alone are rings.
func (c *chartPen) line(chart *view.Chart, i int) {
	l := chart.Lines[i]
	ink := c.theme.Ink(l.Ink, c.paper)
	sparse := isSparse(l.Values)
	for _, run := range c.runs(l.Values) {
		switch {
		case sparse:
		case l.Dashed:
			on, off := dashOf(chart, i)
			c.dashes(c.flat(run), 2.4, on, off, ink)
		default:
			var path vector.Path
			c.move(&path, run[0])
			c.smooth(&path, run)
			c.stroke(&path, 3, ink)
		}
		for _, q := range run {
			switch {
			case sparse:
				c.ring(q, ink)
			case !l.Dashed:
				c.disc(q, 4.4, c.theme.Paper(c.paper))
				c.disc(q, 3.4, ink)
			}
		}
	}
}

// isSparse is whether a line is moments that stand alone: readings, which no
// stroke may join.
func isSparse(values []int) bool {
	for i := 1; i < len(values); i++ {
		if values[i] >= 0 && values[i-1] >= 0 {
			return false
		}
	}
	return true
}

// dashOf tells dashed lines apart: long dashes, then dots, then middling.
func dashOf(chart *view.Chart, i int) (on, off float64) {
	nth := 0
	for _, l := range chart.Lines[:i] {
		if l.Dashed {
			nth++
		}
	}
	switch nth % 3 {
	case 0:
		return 9, 6
	case 1:
		return 0.1, 6
	}
	return 4, 5
}

func (c *chartPen) mark(chart *view.Chart, m view.ChartDrop) {
	ink := c.theme.Ink(m.Ink, c.paper)
	var path vector.Path
	c.move(&path, point{m.X, m.From})
	c.to(&path, point{m.X, c.p.Y1})
	c.stroke(&path, 1.6, ink)
	if len(chart.Lines) == 0 || m.At >= len(chart.Lines[0].Values) || chart.Lines[0].Values[m.At] < 0 {
		return
	}
	q := point{m.X, c.p.AtY(float64(chart.Lines[0].Values[m.At]))}
	c.diamond(q, 8.5, c.theme.Paper(c.paper))
	c.diamond(q, 6.5, ink)
}

// sample draws a stroke of a line before its name.
func (c *chartPen) sample(chart *view.Chart, s view.ChartSample) {
	l := chart.Lines[s.Line]
	ink := c.theme.Ink(l.Ink, c.paper)
	end := 1.5 * c.unit / c.k
	a, b := point{s.X + end, s.Y}, point{s.X + s.W - end, s.Y}
	mid := point{s.X + s.W/2, s.Y}
	switch {
	case isSparse(l.Values):
		c.ring(mid, ink)
	case l.Dashed:
		on, off := dashOf(chart, s.Line)
		c.dashes([]point{a, b}, 2.4, on, off, ink)
	default:
		var path vector.Path
		c.move(&path, a)
		c.to(&path, b)
		c.stroke(&path, 3, ink)
		c.disc(mid, 3.4, ink)
	}
}

func (c *chartPen) move(p *vector.Path, q point) { p.MoveTo(float32(q.x*c.k), float32(q.y*c.k)) }
func (c *chartPen) to(p *vector.Path, q point)   { p.LineTo(float32(q.x*c.k), float32(q.y*c.k)) }

func (c *chartPen) stroke(path *vector.Path, units float64, ink color.RGBA) {
	strokePath(c.dst, path, float32(units*c.unit), ink)
}

func (c *chartPen) disc(q point, units float64, ink color.RGBA) {
	vector.FillCircle(c.dst, float32(q.x*c.k), float32(q.y*c.k), float32(units*c.unit), ink, true)
}

func (c *chartPen) ring(q point, ink color.RGBA) {
	c.disc(q, 6, ink)
	c.disc(q, 3.8, c.theme.Paper(c.paper))
}

func (c *chartPen) diamond(q point, units float64, ink color.RGBA) {
	r := units * c.unit / c.k
	var path vector.Path
	c.move(&path, point{q.x, q.y - r})
	c.to(&path, point{q.x + r, q.y})
	c.to(&path, point{q.x, q.y + r})
	c.to(&path, point{q.x - r, q.y})
	path.Close()
	fillPath(c.dst, &path, ink)
}

// smooth adds the curve through a run, from its first point on.
func (c *chartPen) smooth(path *vector.Path, run []point) {
	m := slopes(run)
	for i := 1; i < len(run); i++ {
		a, b, d := run[i-1], run[i], (run[i].x-run[i-1].x)/3
		path.CubicTo(float32((a.x+d)*c.k), float32((a.y+m[i-1]*d)*c.k), float32((b.x-d)*c.k), float32((b.y-m[i]*d)*c.k), float32(b.x*c.k), float32(b.y*c.k))
	}
}

// flat is the same curve as short straight steps.
func (c *chartPen) flat(run []point) []point {
	m, out := slopes(run), run[:1:1]
	const n = 10
	for i := 1; i < len(run); i++ {
		a, b := run[i-1], run[i]
		w := b.x - a.x
		for j := 1; j <= n; j++ {
			t := float64(j) / n
			u := 1 - t
			y := a.y*u*u*(1+2*t) + m[i-1]*w*t*u*u + b.y*t*t*(3-2*t) - m[i]*w*t*t*u
			out = append(out, point{a.x + w*t, y})
		}
	}
	return out
}

// slopes are those of Fritsch and Carlson's monotone cubic: the curve never
// shows a rise or a fall that did not happen.
func slopes(run []point) []float64 {
	n := len(run)
	m := make([]float64, n)
	if n < 2 {
		return m
	}
	d := make([]float64, n-1)
	for i := range d {
		d[i] = (run[i+1].y - run[i].y) / (run[i+1].x - run[i].x)
	}
	m[0], m[n-1] = d[0], d[n-2]
	for i := 1; i < n-1; i++ {
		if d[i-1]*d[i] > 0 {
			m[i] = 2 * d[i-1] * d[i] / (d[i-1] + d[i])
		}
	}
	return m
}

// dashes strokes a line of short steps in dashes, lengths in units.
func (c *chartPen) dashes(line []point, width, on, off float64, ink color.RGBA) {
	if len(line) < 2 {
		return
	}
	unit := c.unit / c.k
	on, off = on*unit, off*unit
	var path vector.Path
	drawing, left := true, on
	c.move(&path, line[0])
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		long := math.Hypot(b.x-a.x, b.y-a.y)
		for done := 0.0; done < long; {
			step := min(left, long-done)
			done += step
			q := point{a.x + (b.x-a.x)*done/long, a.y + (b.y-a.y)*done/long}
			if drawing {
				c.to(&path, q)
			}
			if left -= step; left <= 1e-9 {
				drawing = !drawing
				if left = off; drawing {
					left = on
					c.move(&path, q)
				}
			}
		}
	}
	c.stroke(&path, width, ink)
}
