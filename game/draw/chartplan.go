package draw

import "earned/game/view"

// chartPlan is where everything of a chart goes, in CSS pixels from the top
// left of its box. The words of the axis have no numbers: the meter is shown
// as a shape, not as a score.
type chartPlan struct {
	w, h   float64
	plot   rect
	inset  float64
	points int
	size   float64 // of all words
	lineH  float64
	words  []chartWord
	breaks []float64 // x
	marks  []chartMark
	legend []chartSample
}

type rect struct{ x0, y0, x1, y1 float64 }

// chartWord is one line of words, its top left.
type chartWord struct {
	s          string
	x, y, w    float64
	ink        view.Ink
	bold, axis bool
}

// chartMark is a line from its label, at from, down through the plot.
type chartMark struct {
	at      int
	x, from float64
	ink     view.Ink
}

// chartSample is a stroke of a line before its name.
type chartSample struct {
	line       int
	x, y, long float64 // y is the middle
}

// The words at the ends of the axis.
const (
	trustsWord = "trusts"
	doubtsWord = "does not"
)

func planChart(c *view.Chart, w, h float64, t view.Type, m view.Measure) *chartPlan {
	st := view.Style{Size: view.Small}
	p := &chartPlan{w: w, h: h, points: max(c.Points, 2), size: t.Size(view.Small)}
	p.lineH = m.LineHeight(st, p.size)
	p.inset = p.size * 0.5
	left, gutter := 0.0, max(m.Advance(trustsWord, st, p.size), m.Advance(doubtsWord, st, p.size))+p.size*0.6
	beside := gutter < w*0.2
	if beside {
		left = gutter
	}
	p.plot = rect{left, 0, w, h}
	p.planLegend(c, st, m)
	y := p.planBreaks(c, st, m)
	y = p.planMarks(c, y, st, m)
	p.plot.y0 = y
	p.axisWords(beside, m, st)
	for i := range p.marks {
		p.marks[i].x = p.x(p.marks[i].at)
	}
	return p
}

// x is where moment i is.
func (p *chartPlan) x(i int) float64 {
	return p.plot.x0 + p.inset + float64(i)*(p.plot.x1-p.plot.x0-2*p.inset)/float64(p.points-1)
}

// y is where a trust of 0 to 100 is.
func (p *chartPlan) y(v float64) float64 {
	return p.plot.y1 - p.inset - v/100*(p.plot.y1-p.plot.y0-2*p.inset)
}

// planLegend sets the names of the lines below the plot, on as many lines as
// they take, and ends the plot above them.
func (p *chartPlan) planLegend(c *view.Chart, st view.Style, m view.Measure) {
	long, gap := p.size*2.4, p.size*0.5
	x, y := p.plot.x0, 0.0
	type item struct {
		lines []string
		x, y  float64
	}
	var items []item
	rowH := 0.0
	for _, l := range c.Lines {
		lines := view.Break(l.Name, st, p.size, p.w-p.plot.x0-long-gap, m)
		wide := 0.0
		for _, s := range lines {
			wide = max(wide, m.Advance(s, st, p.size))
		}
		if x > p.plot.x0 && x+long+gap+wide > p.w {
			x, y, rowH = p.plot.x0, y+rowH, 0
		}
		items = append(items, item{lines, x, y})
		rowH = max(rowH, float64(len(lines))*p.lineH)
		x += long + gap + wide + p.size*1.4
	}
	foot := p.h - y - rowH
	for i, it := range items {
		p.legend = append(p.legend, chartSample{line: i, x: it.x, y: foot + it.y + p.lineH/2, long: long})
		p.put(it.lines, it.x+long+gap, foot+it.y, view.Body, st, m)
	}
	p.plot.y1 = foot
	if len(items) > 0 {
		p.plot.y1 -= p.size * 0.6
	}
}

// put adds lines of words, one below another.
func (p *chartPlan) put(lines []string, x, y float64, ink view.Ink, st view.Style, m view.Measure) {
	for i, s := range lines {
		p.words = append(p.words, chartWord{s: s, x: x, y: y + float64(i)*p.lineH, w: m.Advance(s, st, p.size), ink: ink})
	}
}

// planBreaks names the meetings above the plot, each over its part of it, and
// returns where the next row begins.
func (p *chartPlan) planBreaks(c *view.Chart, st view.Style, m view.Measure) float64 {
	high := 0
	for i, b := range c.Breaks {
		from, to := p.x(b.At), p.plot.x1
		if i+1 < len(c.Breaks) {
			to = p.x(c.Breaks[i+1].At)
		}
		if b.At > 0 {
			p.breaks = append(p.breaks, from)
		} else {
			from = p.plot.x0
		}
		from += p.size * 0.3
		lines := view.Break(b.Name, st, p.size, to-from-p.size*0.3, m)
		p.put(lines, from, 0, view.Quiet, st, m)
		high = max(high, len(lines))
	}
	if high == 0 {
		return 0
	}
	return float64(high)*p.lineH + p.size*0.2
}

// planMarks sets the names of marks above the plot, one row below another
// where they would meet.
func (p *chartPlan) planMarks(c *view.Chart, y float64, st view.Style, m view.Measure) float64 {
	st.Bold = true
	var ends []float64 // of each row
	for _, k := range c.Marks {
		x := p.x(k.At)
		lines := view.Break(k.Name, st, p.size, p.w, m)
		wide := 0.0
		for _, s := range lines {
			wide = max(wide, m.Advance(s, st, p.size))
		}
		left := min(max(x-wide/2, 0), p.w-wide)
		row := 0
		for row < len(ends) && ends[row] > left {
			row++
		}
		for len(ends) < row+len(lines) {
			ends = append(ends, 0)
		}
		for i := range lines {
			ends[row+i] = left + wide + p.size*0.6
		}
		at := len(p.words)
		p.put(lines, left, y+float64(row)*p.lineH, k.Ink, st, m)
		for i := range p.words[at:] {
			p.words[at+i].bold = true
		}
		p.marks = append(p.marks, chartMark{at: k.At, from: y + float64(row+len(lines))*p.lineH, ink: k.Ink})
	}
	return y + float64(len(ends))*p.lineH
}

// axisWords says what up and down mean: beside the plot, or, where that would
// take too much of it, above and below.
func (p *chartPlan) axisWords(beside bool, m view.Measure, st view.Style) {
	add := func(s string, y float64) {
		p.words = append(p.words, chartWord{s: s, x: 0, y: y, w: m.Advance(s, st, p.size), ink: view.Quiet, axis: true})
	}
	if !beside {
		add(trustsWord, p.plot.y0)
		p.plot.y0 += p.lineH
		p.plot.y1 -= p.lineH
		add(doubtsWord, p.plot.y1)
		return
	}
	add(trustsWord, p.plot.y0)
	add(doubtsWord, p.plot.y1-p.lineH)
}
