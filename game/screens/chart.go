package screens

import (
	"fmt"
	"strconv"

	"earned/game/debrief"
	"earned/game/view"
)

// chartView is trust over the conversation, with the what-if beside it.
func (a *App) chartView() *view.Node {
	r := a.report
	if len(r.Moments) == 0 {
		return nil
	}
	height := 260
	if a.class() == upright {
		height = 200
	}
	c := a.chart()
	c.Marks = append([]view.ChartMark{{At: a.moment + 1, Name: "Opened below", Ink: view.Accent}}, c.Marks...)
	return column("chart", 8, a.chartTitle(), a.curve(c, height), a.compared(), measured(a.reachWords()), measured(a.chairSaid()), measured(a.readerWords()))
}

func (a *App) chartTitle() *view.Node {
	return heading("title", 2, fmt.Sprintf("How much %s trusted you", debrief.FirstName(a.report.Talk.Client)))
}

func (a *App) curve(c *view.Chart, height int) *view.Node {
	return &view.Node{Key: "curve", Role: view.Image, Name: a.chartWords(), Picture: view.Picture{Kind: view.Curve, Chart: c}, Layout: view.Layout{Height: height}}
}

// chart is the curves of the debrief: what happened, what if, what was in
// reach and what the player read, with the point of no return.
func (a *App) chart() *view.Chart {
	r := a.report
	c := &view.Chart{Points: len(r.Moments) + 1, Lines: []view.ChartLine{{Name: "What happened", Ink: view.Accent, Values: r.Curve()}}}
	if o := a.other; o != nil {
		v := o.Curve()
		for i := range a.otherRun.from {
			v[i] = -1
		}
		c.Lines = append(c.Lines, view.ChartLine{Name: "What if", Ink: view.Body, Stroke: view.LongDashes, Values: v})
		c.Points = max(c.Points, len(v))
	}
	for _, b := range r.Breaks {
		c.Breaks = append(c.Breaks, view.ChartMark{At: b.After, Name: b.Title})
	}
	if r.Most != nil {
		c.Lines = append(c.Lines, view.ChartLine{Name: "Highest end in reach", Ink: view.Good, Stroke: view.Dashes, Values: r.Most},
			view.ChartLine{Name: "Lowest", Ink: view.Bad, Stroke: view.Dots, Values: r.Least})
	}
	if len(r.Readings) > 0 {
		c.Lines = append(c.Lines, a.readings())
	}
	if r.NoReturn >= 0 {
		c.Marks = append(c.Marks, view.ChartMark{At: r.NoReturn + 1, Name: "No way back to the best", Ink: view.Bad})
	}
	return c
}

// readings are the player's own, at the moments they were asked.
func (a *App) readings() view.ChartLine {
	line := view.ChartLine{Name: "How you read it", Ink: view.Quiet, Apart: true, Values: make([]int, len(a.report.Moments)+1)}
	for i := range line.Values {
		line.Values[i] = -1
	}
	for _, x := range a.report.Readings {
		line.Values[x.After] = x.Read
	}
	return line
}

// readerWords sets each reading beside the truth, and says what that tells
// about reading people.
func (a *App) readerWords() *view.Node {
	r := a.report
	if r.Reader == "" {
		return nil
	}
	name := debrief.FirstName(r.Talk.Client)
	n := column("readings", 4, para("reader", r.Reader))
	for i, x := range r.Readings {
		n.Children = append(n.Children, quiet(strconv.Itoa(i), fmt.Sprintf("After reply %d you said “%s”. %s trusted you at %d of 100.", x.After, scale[x.Answer], name, x.Truth)))
	}
	return n
}

// measured keeps a text to lines that can be read.
func measured(n *view.Node) *view.Node {
	if n != nil {
		n.Layout.MaxWidth = 720
	}
	return n
}

// reachWords says what was in reach, and until when; nothing of a conversation
// that was left, or that is not quite the one that was held.
func (a *App) reachWords() *view.Node {
	r := a.report
	if r.Most == nil || r.Ending == nil || r.Stale != "" {
		return nil
	}
	name := debrief.FirstName(r.Talk.Client)
	switch {
	case r.NoReturn >= 0:
		return para("reach", fmt.Sprintf("Until reply %d the best ending of all was in reach. After it, it was not; the highest that %s could still have come to trust you was %d.", r.NoReturn+1, name, r.Most[r.NoReturn+1]))
	case r.Advisor:
		return para("reach", "The best ending of all was in reach to the last, and you reached it.")
	}
	return para("reach", "From where this began, no ending was better than this one, and it was you who found it. What else there might have been was decided before you came.")
}

// chartWords is the curve for those who cannot see it.
func (a *App) chartWords() string {
	r := a.report
	low, high := 0, 0
	v := r.Curve()
	for i := range v {
		if v[i] < v[low] {
			low = i
		}
		if v[i] > v[high] {
			high = i
		}
	}
	s := fmt.Sprintf("Trust over the conversation: from %d to %d of 100, lowest at %d %s, highest at %d %s.",
		v[0], v[len(v)-1], v[low], afterReply(low), v[high], afterReply(high))
	if a.other != nil {
		o := a.other.Curve()
		s += fmt.Sprintf(" What if, from reply %d on: from %d to %d.", a.otherRun.from+1, o[a.otherRun.from], o[len(o)-1])
	}
	return s
}

func afterReply(i int) string {
	if i == 0 {
		return "at the start"
	}
	return fmt.Sprintf("after reply %d", i)
}

// compared says in words what the what-if came to beside what happened.
func (a *App) compared() *view.Node {
	if a.other == nil {
		return nil
	}
	r, o, from := a.report, a.other, a.otherRun.from
	top := heading("title", 3, "What if")
	top.Focus = a.back
	col := []*view.Node{top}
	m := &o.Moments[from]
	was := "You said nothing more."
	if from < len(r.Moments) {
		was = fmt.Sprintf("You said %s (%s).", debrief.Quoted(r.Moments[from].Said), debrief.Signed(r.Moments[from].Change()))
	}
	col = append(col, para("said", fmt.Sprintf("At reply %d you tried %s (%s). %s", from+1, debrief.Quoted(m.Said), debrief.Signed(m.Change()), was)))
	curve := o.Curve()
	end := fmt.Sprintf("It stood at %d where you stopped.", curve[len(curve)-1])
	if o.Ending != nil {
		end = fmt.Sprintf("It ended with “%s” (%s), trust at %d.", o.Ending.Title, lower(debrief.Outcome(o.Ending)), o.End)
	}
	if r.Ending != nil {
		end += fmt.Sprintf(" What happened stands: “%s”, trust at %d.", r.Ending.Title, r.End)
	}
	return card("compared", view.Group, "What if, beside what happened", append(col, para("end", end))...)
}
