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

type point = view.Point

func at(x, y float64) point { return point{X: x, Y: y} }

func (c *chartPen) paint(chart *view.Chart) {
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
		for _, run := range c.p.Runs(chart.Lines[0].Values) {
			if len(run) < 2 {
				continue
			}
			var path vector.Path
			c.move(&path, at(run[0].X, c.p.Y1))
			c.to(&path, run[0])
			c.smooth(&path, run)
			c.to(&path, at(run[len(run)-1].X, c.p.Y1))
			path.Close()
			fillPath(c.dst, &path, c.theme.Hover(c.paper, false))
		}
	}
	var floor vector.Path
	c.move(&floor, at(c.p.X0, c.p.Y1))
	c.to(&floor, at(c.p.X1, c.p.Y1))
	c.stroke(&floor, 1.2, c.theme.Ink(view.Rule, c.paper))
}

// line draws one curve. What is not dashed is solid with a dot at each moment;
// dashed ones differ by their dashes; moments that stand alone are rings.
func (c *chartPen) line(chart *view.Chart, i int) {
	l := chart.Lines[i]
	ink := c.theme.Ink(l.Ink, c.paper)
	sparse := view.Sparse(l.Values)
	for _, run := range c.p.Runs(l.Values) {
		switch {
		case sparse:
		case l.Dashed:
			on, off := chart.Dash(i)
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

func (c *chartPen) mark(chart *view.Chart, m view.ChartDrop) {
	ink := c.theme.Ink(m.Ink, c.paper)
	var path vector.Path
	c.move(&path, at(m.X, m.From))
	c.to(&path, at(m.X, c.p.Y1))
	c.stroke(&path, 1.6, ink)
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
	case view.Sparse(l.Values):
		c.ring(mid, ink)
	case l.Dashed:
		on, off := chart.Dash(s.Line)
		c.dashes([]point{a, b}, 2.4, on, off, ink)
	default:
		var path vector.Path
		c.move(&path, a)
		c.to(&path, b)
		c.stroke(&path, 3, ink)
		c.disc(mid, 3.4, ink)
	}
}

func (c *chartPen) move(p *vector.Path, q point) { p.MoveTo(float32(q.X*c.k), float32(q.Y*c.k)) }
func (c *chartPen) to(p *vector.Path, q point)   { p.LineTo(float32(q.X*c.k), float32(q.Y*c.k)) }

func (c *chartPen) stroke(path *vector.Path, units float64, ink color.RGBA) {
	strokePath(c.dst, path, float32(units*c.unit), ink)
}

func (c *chartPen) disc(q point, units float64, ink color.RGBA) {
	vector.FillCircle(c.dst, float32(q.X*c.k), float32(q.Y*c.k), float32(units*c.unit), ink, true)
}

func (c *chartPen) ring(q point, ink color.RGBA) {
	c.disc(q, 6, ink)
	c.disc(q, 3.8, c.theme.Paper(c.paper))
}

func (c *chartPen) diamond(q point, units float64, ink color.RGBA) {
	r := units * c.unit / c.k
	var path vector.Path
	c.move(&path, at(q.X, q.Y-r))
	c.to(&path, at(q.X+r, q.Y))
	c.to(&path, at(q.X, q.Y+r))
	c.to(&path, at(q.X-r, q.Y))
	path.Close()
	fillPath(c.dst, &path, ink)
}

// smooth adds the curve through a run, from its first point on.
func (c *chartPen) smooth(path *vector.Path, run []point) {
	m := view.Slopes(run)
	for i := 1; i < len(run); i++ {
		a, b, d := run[i-1], run[i], (run[i].X-run[i-1].X)/3
		path.CubicTo(float32((a.X+d)*c.k), float32((a.Y+m[i-1]*d)*c.k), float32((b.X-d)*c.k), float32((b.Y-m[i]*d)*c.k), float32(b.X*c.k), float32(b.Y*c.k))
	}
}

// flat is the same curve as short straight steps.
func (c *chartPen) flat(run []point) []point {
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
	var path vector.Path
	drawing, left := true, on
	c.move(&path, line[0])
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		long := math.Hypot(b.X-a.X, b.Y-a.Y)
		for done := 0.0; done < long; {
			step := min(left, long-done)
			done += step
			q := at(a.X+(b.X-a.X)*done/long, a.Y+(b.Y-a.Y)*done/long)
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
