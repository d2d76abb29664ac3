package screens

import (
	"fmt"
	"strconv"
	"strings"

	"earned/game/debrief"
	"earned/game/view"
)

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

// momentView is the opened moment: what was said, how it landed, why, what the
// client thought, and what the other replies would have done.
func (a *App) momentView() *view.Node {
	r := a.report
	if !r.Holds() {
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
		para("heard", name+": “"+m.Heard+"”"),
		a.momentSaid(m),
		a.momentLanded(m),
		column("rules", 6, a.ruleLines(m)...),
		a.momentThought(m),
	}
	return card("moment", view.Group, "The opened moment", append(col, a.momentOthers(m), a.momentActs())...)
}

// momentOthers is what the other replies would have done.
func (a *App) momentOthers(m *debrief.Moment) *view.Node {
	if len(m.Others) == 0 {
		return nil
	}
	list := &view.Node{Key: "list", Role: view.List, Layout: view.Layout{Gap: 8}}
	for i, o := range m.Others {
		list.Children = append(list.Children, bullet(strconv.Itoa(i), otherWords(&o)))
	}
	return column("others", 8, heading("title", 3, "What else you could have said"), list)
}

func (a *App) momentSaid(m *debrief.Moment) *view.Node {
	return &view.Node{Key: "said", Role: view.Text, Text: "You: " + debrief.Quoted(m.Said), Style: view.Style{Bold: true, Italic: debrief.Acts(m.Said)}}
}

func (a *App) momentLanded(m *debrief.Moment) *view.Node {
	return &view.Node{Key: "landed", Role: view.Text, Text: fmt.Sprintf("%s. Trust went from %d to %d (%s).", m.Landed, m.Before, m.After, debrief.Signed(m.Change())),
		Style: view.Style{Ink: inkOf(m.Change())}}
}

func (a *App) momentThought(m *debrief.Moment) *view.Node {
	if m.Thinks == "" {
		return nil
	}
	return column("thought", 4, heading("title", 3, "What "+debrief.FirstName(a.report.Talk.Client)+" thought"),
		&view.Node{Key: "thinks", Role: view.Text, Text: m.Thinks, Style: view.Style{Italic: true}})
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
	switch {
	case a.at == Review:
		if b := a.reviewReturn(); b != nil {
			add(b)
		}
	case a.look != nil && a.moment < len(a.look.moments):
		add(primary("what-if", "What if", "what-if"))
	}
	if a.moment > a.report.From {
		add(secondary("before", "The moment before", view.Action("moment:"+strconv.Itoa(a.moment-1))))
	}
	if a.moment+1 < len(a.report.Moments) {
		add(secondary("after", "The moment after", view.Action("moment:"+strconv.Itoa(a.moment+1))))
	}
	return acts
}

// tableView is every reply of the players, what it did and where trust stood after it.
func (a *App) tableView() *view.Node {
	r := a.report
	if !r.Holds() {
		return nil
	}
	table := &view.Node{Key: "table", Role: view.Table, Name: "Every reply", Layout: view.Layout{Gap: 2}}
	head := a.tableRow("head")
	for i, h := range [...]string{"What you said", "How it landed", "Trust after"} {
		c := &view.Node{Key: strconv.Itoa(i), Role: view.ColumnHeader, Text: h, Style: view.Style{Bold: true, Size: view.Small}}
		if i == 0 || a.class() == upright {
			c.Layout.Pad.Left = 6
		}
		head.Children = append(head.Children, a.cellOf(i, c))
	}
	table.Children = append(table.Children, head)
	for i := r.From; i < len(r.Moments); i++ {
		m := &r.Moments[i]
		n := a.tableRow(strconv.Itoa(i))
		said := &view.Node{Key: "said", Role: view.Cell, Children: []*view.Node{
			{Key: "open", Role: view.Button, Text: fmt.Sprintf("%d. %s", i+1, m.Said), On: i == a.moment, Press: view.Action("moment:" + strconv.Itoa(i)),
				Style: view.Style{Round: 8, Italic: debrief.Acts(m.Said)}, Layout: view.Layout{Pad: view.All(6)}}}}
		landed := &view.Node{Key: "landed", Role: view.Cell, Text: m.Landed, Layout: a.inLine()}
		after := &view.Node{Key: "trust", Role: view.Cell, Text: fmt.Sprintf("%d (%s)", m.After, debrief.Signed(m.Change())), Style: view.Style{Ink: inkOf(m.Change())}, Layout: a.inLine()}
		n.Children = []*view.Node{a.cellOf(0, said), a.cellOf(1, landed), a.cellOf(2, after)}
		if i == a.moment {
			n.Style.Paper = view.Card
		}
		table.Children = append(table.Children, n)
	}
	return column("every", 8, heading("title", 2, "Every reply"), table)
}

// tableRow is a row of the table. Held upright it stacks: what was said, and
// under it the rest.
func (a *App) tableRow(key string) *view.Node {
	n := &view.Node{Key: key, Role: view.Row, Style: view.Style{Round: 8}, Layout: view.Layout{Flow: view.Across, Gap: 12, Pad: view.Edges{Top: 1, Right: 8, Bottom: 1, Left: 2}}}
	if a.class() == upright {
		n.Layout.Flow, n.Layout.Gap = view.Wrap, 2
		n.Layout.Pad.Bottom = 10
	}
	return n
}

// inLine sets a cell's words in line with those of the button beside or above
// it.
func (a *App) inLine() view.Layout {
	if a.class() == upright {
		return view.Layout{Pad: view.Edges{Left: 6}}
	}
	return view.Layout{Pad: view.Edges{Top: 6}}
}

// cellOf gives a cell its column's share of the table.
func (a *App) cellOf(column int, n *view.Node) *view.Node {
	n.Layout.Grow = [...]int{6, 3, 2}[column]
	if a.class() == upright && column == 0 {
		n.Layout.Width = broad // all there is
	}
	return n
}
