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

// Misses are the ways from moments that stand alone to where another line was
// then: by how much a reading was off.
func (p *ChartPlan) Misses(values, truth []int) (out [][2]Point) {
	for i, v := range values {
		if v >= 0 && i < len(truth) && truth[i] >= 0 && i < p.Points {
			out = append(out, [2]Point{{p.AtX(i), p.AtY(float64(v))}, {p.AtX(i), p.AtY(float64(truth[i]))}})
		}
	}
	return out
}

// Dash is the lengths of a stroke's dashes and of what is between them, in
// units; nought for a solid one.
func (s Stroke) Dash() (on, off float64) {
	return [...]float64{0, 9, 4, 0.1}[s], [...]float64{0, 6, 5, 6}[s]
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
