package view

// How the lines of a chart run, for whoever draws one.

// Point is a place in a chart, in pixels from its top left.
type Point struct{ X, Y float64 }

// Runs are the stretches of a line that are drawn.
func (p *ChartPlan) Runs(values []int) (out [][]Point) {
	var run []Point
	for i, v := range values {
		if v < 0 || i >= p.Points {
			if run != nil {
				out, run = append(out, run), nil
			}
			continue
		}
		run = append(run, Point{p.AtX(i), p.AtY(float64(min(v, 100)))})
	}
	if run != nil {
		out = append(out, run)
	}
	return out
}

// Sparse is whether a line is moments that stand alone: readings, which no
// stroke may join.
func Sparse(values []int) bool {
	for i := 1; i < len(values); i++ {
		if values[i] >= 0 && values[i-1] >= 0 {
			return false
		}
	}
	return true
}

// Dash tells dashed lines apart: long dashes, then dots, then middling, as
// lengths in units.
func (c *Chart) Dash(i int) (on, off float64) {
	nth := 0
	for _, l := range c.Lines[:i] {
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

// Slopes are those of Fritsch and Carlson's monotone cubic: the curve never
// shows a rise or a fall that did not happen.
func Slopes(run []Point) []float64 {
	n := len(run)
	m := make([]float64, n)
	if n < 2 {
		return m
	}
	d := make([]float64, n-1)
	for i := range d {
		d[i] = (run[i+1].Y - run[i].Y) / (run[i+1].X - run[i].X)
	}
	m[0], m[n-1] = d[0], d[n-2]
	for i := 1; i < n-1; i++ {
		if d[i-1]*d[i] > 0 {
			m[i] = 2 * d[i-1] * d[i] / (d[i-1] + d[i])
		}
	}
	return m
}
