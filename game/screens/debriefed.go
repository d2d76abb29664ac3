package screens

import (
	"fmt"
	"strconv"
	"strings"

	"earned/game/debrief"
	"earned/game/view"
)

// debriefView is the whole of what happened and why: the verdict, the curve,
// one moment opened, and every reply in a table.
func (a *App) debriefView() *view.Node {
	r := a.report
	if r.Most == nil {
		if o := a.analysed(r.Talk, r.Run); o != nil {
			r.Reach(o)
		}
	}
	region := &view.Node{Key: "debrief", Role: view.Region, Name: "Debrief", Layout: view.Layout{Gap: 24, Pad: a.margin(), MaxWidth: 1180}}
	region.Children = present([]*view.Node{
		column("head", 4, title("Debrief: "+r.Talk.Conversation.Title), a.outcomeLine()),
		only(r.Stale != "", &view.Node{Key: "stale", Role: view.Text, Text: r.Stale, Style: view.Style{Bold: true}}),
		a.verdictView(),
		a.firstView(),
		a.habitsView(),
		a.chartView(),
		a.momentsView(),
		a.actsView(),
	})
	return a.screen("debriefed", &view.Node{Key: "page", Layout: view.Layout{Scroll: true, Grow: 1, Centre: true}, Children: []*view.Node{region}})
}

func (a *App) verdictView() *view.Node {
	n := paras("verdict", a.report.Verdict)
	if n != nil {
		n.Layout.MaxWidth = 720
	}
	return n
}

// momentsView is the opened moment and the table to open others from, side by
// side where there is room.
func (a *App) momentsView() *view.Node {
	moment, table := a.momentView(), a.tableView()
	if moment == nil {
		return nil
	}
	if a.class() == upright {
		return column("moments", 24, moment, table)
	}
	pane := func(key string, n *view.Node) *view.Node {
		return &view.Node{Key: key, Layout: view.Layout{Scroll: true, Height: a.paneHeight(), Grow: 1}, Children: []*view.Node{n}}
	}
	return &view.Node{Key: "moments", Layout: view.Layout{Flow: view.Across, Gap: 28}, Children: []*view.Node{pane("all", table), pane("opened", moment)}}
}

// paneHeight is most of the screen, in units, so that a pane can be seen whole.
func (a *App) paneHeight() int {
	_, h := a.room()
	return int(max(h-70, 240))
}

func (a *App) outcomeLine() *view.Node {
	r := a.report
	if r.Ending == nil {
		return quiet("outcome", "With "+r.Talk.Client.Name+".")
	}
	return quiet("outcome", fmt.Sprintf("With %s. %s: %s.", r.Talk.Client.Name, r.Ending.Title, lower(debrief.Outcome(r.Ending))))
}

func lower(s string) string { return strings.ToLower(s[:1]) + s[1:] }

// chartView is trust over the conversation, with the what-if beside it.
func (a *App) chartView() *view.Node {
	r := a.report
	if len(r.Moments) == 0 {
		return nil
	}
	c := &view.Chart{Points: len(r.Moments) + 1, Lines: []view.ChartLine{{Name: "What happened", Ink: view.Accent, Values: r.Curve()}}}
	if o := a.other; o != nil {
		v := o.Curve()
		for i := range a.otherRun.from {
			v[i] = -1
		}
		c.Lines = append(c.Lines, view.ChartLine{Name: "What if", Ink: view.Body, Dashed: true, Values: v})
		c.Points = max(c.Points, len(v))
	}
	for _, b := range r.Breaks {
		c.Breaks = append(c.Breaks, view.ChartMark{At: b.After, Name: b.Title})
	}
	if r.Most != nil {
		c.Lines = append(c.Lines, view.ChartLine{Name: "Highest end in reach", Ink: view.Good, Dashed: true, Values: r.Most},
			view.ChartLine{Name: "Lowest", Ink: view.Bad, Dashed: true, Values: r.Least})
	}
	if len(r.Readings) > 0 {
		line := view.ChartLine{Name: "How you read it", Ink: view.Quiet, Values: make([]int, len(r.Moments)+1)}
		for i := range line.Values {
			line.Values[i] = -1
		}
		for _, x := range r.Readings {
			line.Values[x.After] = x.Read
		}
		c.Lines = append(c.Lines, line)
	}
	c.Marks = append(c.Marks, view.ChartMark{At: a.moment + 1, Name: "Opened below", Ink: view.Accent})
	if r.NoReturn >= 0 {
		c.Marks = append(c.Marks, view.ChartMark{At: r.NoReturn + 1, Name: "No way back to the best", Ink: view.Bad})
	}
	height := 260
	if a.class() == upright {
		height = 200
	}
	col := []*view.Node{
		heading("title", 2, fmt.Sprintf("How much %s trusted you", debrief.FirstName(r.Talk.Client))),
		{Key: "curve", Role: view.Image, Name: a.chartWords(), Picture: view.Picture{Kind: view.Curve, Chart: c}, Layout: view.Layout{Height: height}},
	}
	if a.other != nil {
		col = append(col, a.compared())
	}
	return column("chart", 8, append(col, a.reachWords(), a.chairSaid(), para("reader", r.Reader))...)
}

// reachWords says what was in reach, and until when.
func (a *App) reachWords() *view.Node {
	r := a.report
	if r.Most == nil {
		return nil
	}
	name := debrief.FirstName(r.Talk.Client)
	switch {
	case r.NoReturn >= 0:
		return para("reach", fmt.Sprintf("Until reply %d the best ending of all was in reach. After it, it was not; the highest that %s could still have come to trust you was %d.", r.NoReturn+1, name, r.Most[r.NoReturn+1]))
	case r.Advisor:
		return para("reach", "The best ending of all was in reach to the last, and you reached it.")
	}
	return para("reach", "The best ending of all was in reach until the last reply.")
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
	r, o, from := a.report, a.other, a.otherRun.from
	col := []*view.Node{heading("title", 3, "What if")}
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

// momentView is the opened moment: what was said, how it landed, why, what the
// client thought, and what the other replies would have done.
func (a *App) momentView() *view.Node {
	r := a.report
	if len(r.Moments) == 0 {
		return nil
	}
	m, name := &r.Moments[a.moment], debrief.FirstName(r.Talk.Client)
	label := fmt.Sprintf("Moment %d of %d", a.moment+1, len(r.Moments))
	if a.moment == r.Turning {
		label += ", the one that weighed most"
	}
	top := heading("title", 2, label)
	top.Key = "title-" + strconv.Itoa(a.moment)
	top.Focus = a.opened
	col := []*view.Node{
		column("top", 2, top, quiet("meeting", m.Meeting)),
		{Key: "heard", Role: view.Text, Text: name + ": “" + m.Heard + "”"},
		{Key: "said", Role: view.Text, Text: "You: " + debrief.Quoted(m.Said), Style: view.Style{Bold: true, Italic: debrief.Acts(m.Said)}},
		{Key: "landed", Role: view.Text, Text: fmt.Sprintf("%s. Trust went from %d to %d (%s).", m.Landed, m.Before, m.After, debrief.Signed(m.Change())), Style: view.Style{Ink: inkOf(m.Change())}},
		column("rules", 6, a.ruleLines(m)...),
	}
	if m.Thinks != "" {
		col = append(col, column("thought", 4, heading("title", 3, "What "+name+" thought"), &view.Node{Key: "thinks", Role: view.Text, Text: m.Thinks, Style: view.Style{Italic: true}}))
	}
	if len(m.Others) > 0 {
		list := &view.Node{Key: "list", Role: view.List, Layout: view.Layout{Gap: 8}}
		for i, o := range m.Others {
			list.Children = append(list.Children, &view.Node{Key: strconv.Itoa(i), Role: view.ListItem, Text: otherWords(&o)})
		}
		col = append(col, column("others", 8, heading("title", 3, "What else you could have said"), list))
	}
	return card("moment", view.Group, "The opened moment", append(col, a.momentActs())...)
}

// ruleLines are the rules that spoke, the one that decided first.
func (a *App) ruleLines(m *debrief.Moment) []*view.Node {
	out := []*view.Node{para("why", capital(m.Rule)+": "+m.Why)}
	if m.Reason != "" {
		out = append(out, para("reason", m.Reason))
	}
	for i, s := range m.Also {
		out = append(out, para("also"+strconv.Itoa(i), s))
	}
	return out
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func otherWords(o *debrief.Other) string {
	s := fmt.Sprintf("%s %s (%s). %s", debrief.Quoted(o.Says), o.Landed, debrief.Signed(o.Change), o.Why)
	if o.Closes {
		s += " After it the best ending would have been out of reach."
	}
	return s
}

func inkOf(change int) view.Ink {
	switch {
	case change > 0:
		return view.Good
	case change < 0:
		return view.Bad
	}
	return view.Body
}

func (a *App) momentActs() *view.Node {
	acts := row("act")
	add := func(n *view.Node) { acts.Children = append(acts.Children, n) }
	if a.look != nil && a.moment < len(a.look.moments) {
		add(primary("what-if", "What if", "what-if"))
	}
	if a.moment > 0 {
		add(secondary("before", "The moment before", view.Action("moment:"+strconv.Itoa(a.moment-1))))
	}
	if a.moment+1 < len(a.report.Moments) {
		add(secondary("after", "The moment after", view.Action("moment:"+strconv.Itoa(a.moment+1))))
	}
	return acts
}

func (a *App) habitsView() *view.Node {
	if len(a.report.Habits) == 0 {
		return nil
	}
	list := &view.Node{Key: "list", Role: view.List, Name: "Habits", Layout: view.Layout{Gap: 12}}
	if a.class() == wide {
		list.Layout.Flow = view.Across
	}
	for i, h := range a.report.Habits {
		see := small("see", fmt.Sprintf("See moment %d", h.At+1), view.Action("moment:"+strconv.Itoa(h.At)))
		see.Layout.Pad.Left = 0
		item := card(strconv.Itoa(i), view.ListItem, "",
			&view.Node{Key: "kind", Role: view.Text, Text: h.Kind.String(), Style: view.Style{Bold: true, Ink: view.Accent}},
			para("says", h.Says),
			row("act", see))
		item.Layout.Gap, item.Layout.Grow = 4, 1
		item.Layout.Pad = view.Edges{Top: 14, Right: 16, Bottom: 8, Left: 16}
		list.Children = append(list.Children, item)
	}
	return column("habits", 8, heading("title", 2, "To take with you"), list)
}

// tableView is every reply, what it did and where trust stood after it.
func (a *App) tableView() *view.Node {
	r := a.report
	if len(r.Moments) == 0 {
		return nil
	}
	table := &view.Node{Key: "table", Role: view.Table, Name: "Every reply", Layout: view.Layout{Gap: 2}}
	head := a.tableRow("head")
	for i, h := range [...]string{"What you said", "How it landed", "Trust after"} {
		c := &view.Node{Key: strconv.Itoa(i), Role: view.ColumnHeader, Text: h, Style: view.Style{Bold: true, Size: view.Small}}
		head.Children = append(head.Children, cellOf(i, c))
	}
	table.Children = append(table.Children, head)
	for i := range r.Moments {
		m := &r.Moments[i]
		n := a.tableRow(strconv.Itoa(i))
		said := &view.Node{Key: "said", Role: view.Cell, Children: []*view.Node{
			{Key: "open", Role: view.Button, Text: fmt.Sprintf("%d. %s", i+1, m.Said), On: i == a.moment, Press: view.Action("moment:" + strconv.Itoa(i)),
				Style: view.Style{Round: 8, Italic: debrief.Acts(m.Said)}, Layout: view.Layout{Pad: view.All(6)}}}}
		landed := &view.Node{Key: "landed", Role: view.Cell, Text: m.Landed}
		after := &view.Node{Key: "trust", Role: view.Cell, Text: fmt.Sprintf("%d (%s)", m.After, debrief.Signed(m.Change())), Style: view.Style{Ink: inkOf(m.Change())}}
		n.Children = []*view.Node{cellOf(0, said), cellOf(1, landed), cellOf(2, after)}
		if i == a.moment {
			n.Style.Paper = view.Card
		}
		table.Children = append(table.Children, n)
	}
	return column("every", 8, heading("title", 2, "Every reply"), table)
}

func (a *App) tableRow(key string) *view.Node {
	return &view.Node{Key: key, Role: view.Row, Style: view.Style{Round: 8}, Layout: view.Layout{Flow: view.Across, Gap: 12, Pad: view.Edges{Top: 6, Right: 8, Bottom: 6, Left: 8}}}
}

// cellOf gives a cell its column's share of the table.
func cellOf(column int, n *view.Node) *view.Node {
	n.Layout.Grow = [...]int{6, 3, 2}[column]
	return n
}

func (a *App) actsView() *view.Node {
	col := []*view.Node{row("act", a.goAgain(), a.meetNext(), secondary("chair", "Their chair", "their-chair"), secondary("copy", "Copy as text", "copy"), secondary("home", "Clients", "home"))}
	if a.copied {
		col = append(col, &view.Node{Key: "copied", Role: view.Status, Text: "The debrief is on the clipboard."})
	}
	return column("end", 12, col...)
}
