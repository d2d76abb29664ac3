package view

// ChartPlan is where everything of a chart goes, in pixels from the top left
// of its box. The words of the axis have no numbers: the meter is shown as a
// shape, not as a score.
type ChartPlan struct {
	W, H           float64
	X0, Y0, X1, Y1 float64 // the plot
	Points         int
	Size, LineH    float64 // of all words
	Words          []ChartWord
	Breaks         []float64 // x of the lines between meetings
	Drops          []ChartDrop
	Legend         []ChartSample
	inset          float64
}

// ChartWord is one line of words; X and Y are its top left.
type ChartWord struct {
	S       string
	X, Y, W float64
	Ink     Ink
	Bold    bool
}

// ChartDrop is the line from a mark's name, at From, down through the plot.
type ChartDrop struct {
	At      int
	X, From float64
	Ink     Ink
}

// ChartSample is a stroke of a line before its name; Y is its middle.
type ChartSample struct {
	Line    int
	X, Y, W float64
}

// The words at the ends of the axis.
const (
	trustsWord = "trusts"
	doubtsWord = "does not"
)

// PlanChart plans a chart in a box of w by h pixels. The words take what they
// need, at any text size, and the plot the rest: less than nothing where h does
// not suffice (Lay sees to it that it does).
func PlanChart(c *Chart, w, h float64, t Type, m Measure) *ChartPlan {
	st := Style{Size: Small}
	p := &ChartPlan{W: w, H: h, Points: max(c.Points, 2), Size: t.Size(Small)}
	p.LineH = m.LineHeight(st, p.Size)
	p.inset = p.Size * 0.5
	left, gutter := 0.0, max(m.Advance(trustsWord, st, p.Size), m.Advance(doubtsWord, st, p.Size))+p.Size*0.6
	beside := gutter < w*0.2
	if beside {
		left = gutter
	}
	p.X0, p.X1, p.Y1 = left, w, h
	p.planLegend(c, st, m)
	p.Y0 = p.planMarks(c, p.planBreaks(c, st, m), st, m)
	p.axisWords(beside, m, st)
	for i := range p.Drops {
		p.Drops[i].X = p.AtX(p.Drops[i].At)
	}
	return p
}

// FitChart plans a chart w pixels wide whose plot is plot pixels high, words on
// top.
func FitChart(c *Chart, w, plot float64, t Type, m Measure) *ChartPlan {
	bare := PlanChart(c, w, 0, t, m)
	return PlanChart(c, w, bare.Y0-bare.Y1+max(plot, 3*bare.LineH), t, m)
}

// AtX is where moment i is.
func (p *ChartPlan) AtX(i int) float64 {
	return p.X0 + p.inset + float64(i)*(p.X1-p.X0-2*p.inset)/float64(p.Points-1)
}

// AtY is where a trust of 0 to 100 is.
func (p *ChartPlan) AtY(v float64) float64 {
	return p.Y1 - p.inset - v/100*(p.Y1-p.Y0-2*p.inset)
}

// planLegend sets the names of the lines below the plot, on as many lines as
// they take, and ends the plot above them.
func (p *ChartPlan) planLegend(c *Chart, st Style, m Measure) {
	long, gap := p.Size*2.4, p.Size*0.5
	x, y := p.X0, 0.0
	type item struct {
		lines []string
		x, y  float64
	}
	var items []item
	rowH := 0.0
	for _, l := range c.Lines {
		lines, wide := p.breakWords(l.Name, st, p.W-p.X0-long-gap, m)
		if x > p.X0 && x+long+gap+wide > p.W {
			x, y, rowH = p.X0, y+rowH, 0
		}
		items = append(items, item{lines, x, y})
		rowH = max(rowH, float64(len(lines))*p.LineH)
		x += long + gap + wide + p.Size*1.4
	}
	foot := p.H - y - rowH
	for i, it := range items {
		p.Legend = append(p.Legend, ChartSample{Line: i, X: it.x, Y: foot + it.y + p.LineH/2, W: long})
		p.put(it.lines, it.x+long+gap, foot+it.y, Body, st, m)
	}
	p.Y1 = foot
	if len(items) > 0 {
		p.Y1 -= p.Size * 0.6
	}
}

// put adds lines of words, one below another.
func (p *ChartPlan) put(lines []string, x, y float64, ink Ink, st Style, m Measure) {
	for i, s := range lines {
		p.Words = append(p.Words, ChartWord{S: s, X: x, Y: y + float64(i)*p.LineH, W: m.Advance(s, st, p.Size), Ink: ink, Bold: st.Bold})
	}
}

// planBreaks names the meetings above the plot, each where it begins, and
// returns where the next row does.
func (p *ChartPlan) planBreaks(c *Chart, st Style, m Measure) float64 {
	shelf := shelf{gap: p.Size * 0.6}
	for i, b := range c.Breaks {
		from, to := p.AtX(b.At), p.X1
		if i+1 < len(c.Breaks) {
			to = p.AtX(c.Breaks[i+1].At)
		}
		if b.At > 0 {
			p.Breaks = append(p.Breaks, from)
		} else {
			from = p.X0
		}
		from += p.Size * 0.3
		// Its own part of the plot, or, where that is narrow, some words' width.
		lines, wide := p.breakWords(b.Name, st, max(to-from-shelf.gap, min(p.Size*8, p.W)), m)
		from = max(min(from, p.W-wide), 0)
		p.put(lines, from, float64(shelf.add(from, from+wide, len(lines)))*p.LineH, Quiet, st, m)
	}
	if len(shelf.ends) == 0 {
		return 0
	}
	return float64(len(shelf.ends))*p.LineH + p.Size*0.2
}

// planMarks sets the names of marks above the plot, each over its line.
func (p *ChartPlan) planMarks(c *Chart, y float64, st Style, m Measure) float64 {
	st.Bold = true
	shelf := shelf{gap: p.Size * 0.6}
	for _, k := range c.Marks {
		lines, wide := p.breakWords(k.Name, st, p.W, m)
		left := max(min(p.AtX(k.At)-wide/2, p.W-wide), 0)
		row := shelf.add(left, left+wide, len(lines))
		p.put(lines, left, y+float64(row)*p.LineH, k.Ink, st, m)
		p.Drops = append(p.Drops, ChartDrop{At: k.At, From: y + float64(row+len(lines))*p.LineH, Ink: k.Ink})
	}
	return y + float64(len(shelf.ends))*p.LineH
}

// breakWords are words in lines, and how wide they are.
func (p *ChartPlan) breakWords(s string, st Style, width float64, m Measure) (lines []string, wide float64) {
	lines = Break(s, st, p.Size, width, m)
	for _, l := range lines {
		wide = max(wide, m.Advance(l, st, p.Size))
	}
	return lines, wide
}

// shelf is rows of words, filled from the left.
type shelf struct {
	ends []float64
	gap  float64
}

// add finds the first row from which on lines rows have room from left to
// right, and takes them.
func (s *shelf) add(left, right float64, lines int) int {
	row := 0
	for i := row; i < len(s.ends) && i < row+lines; i++ {
		if s.ends[i] > left {
			row = i + 1
		}
	}
	for len(s.ends) < row+lines {
		s.ends = append(s.ends, 0)
	}
	for i := range lines {
		s.ends[row+i] = right + s.gap
	}
	return row
}

// axisWords says what up and down mean: beside the plot, or, where that would
// take too much of it, above and below.
func (p *ChartPlan) axisWords(beside bool, m Measure, st Style) {
	add := func(s string, y float64) {
		p.Words = append(p.Words, ChartWord{S: s, X: 0, Y: y, W: m.Advance(s, st, p.Size), Ink: Quiet})
	}
	if !beside {
		add(trustsWord, p.Y0)
		p.Y0 += p.LineH
		p.Y1 -= p.LineH
		add(doubtsWord, p.Y1)
		return
	}
	add(trustsWord, p.Y0)
	add(doubtsWord, p.Y1-p.LineH)
}
