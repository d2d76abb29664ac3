package screens

import (
	"fmt"
	"strconv"
	"strings"

	"earned/game/debrief"
	"earned/game/room"
	"earned/game/view"
)

// review opens the debrief of a table's way, from its beginning 0; -1: its
// last.
func (a *App) review(table, way int) {
	w := &a.shop
	t := &w.s.Tables[table]
	if way < 0 || way >= len(t.Ways) {
		way = len(t.Ways) - 1
	}
	run := t.Ways[way].Run
	a.closeDebrief()
	a.record, a.report = run, debrief.OfFrom(w.s.Talk, run, w.s.From)
	a.look, _ = holdAgain(w.s.Talk, run)
	w.table, w.way = table, way
	a.moment = a.report.Turning
	a.at = Review
}

func (a *App) pressReview(verb, arg string) bool {
	w := &a.shop
	switch verb {
	case "table":
		table, way, ok := twoNumbers(arg)
		if !ok || table < 0 || table >= len(w.s.Tables) || way < 0 || way >= len(w.s.Tables[table].Ways) {
			return false
		}
		a.review(table, way)
	case "moment":
		n, err := number(arg, len(a.report.Moments)-1)
		if err != nil || n < a.report.From {
			return false
		}
		a.moment, a.opened, w.did = n, true, ""
	case "copy":
		w.did = "The code of this path is on the clipboard."
		a.effect(Effect{Kind: Copy, Value: a.record.String()})
	case "csv":
		name := "earned-workshop-" + w.s.Talk.Conversation.ID
		w.did = "The table is among your downloads, as " + name + ".csv."
		a.effect(Effect{Kind: Download, Key: name + ".csv", Value: a.roomCSV()})
	case "picture":
		name := "earned-workshop-" + w.s.Talk.Conversation.ID
		if !a.opt.Draws {
			return false
		}
		w.did = "The picture is among your downloads, as " + name + ".png."
		a.effect(Effect{Kind: Paint, Key: name, Tree: a.roomPoster()})
	case "print":
		a.effect(Effect{Kind: Print})
	default:
		return false
	}
	return true
}

// reviewView is the room's debrief: the curves, the room's readings against the
// truth, how the votes came out, one moment opened, and what to talk about.
func (a *App) reviewView() *view.Node {
	a.reach()
	region := &view.Node{Key: "debrief", Role: view.Region, Name: "Debrief", Layout: view.Layout{Gap: 24, Pad: a.margin(), MaxWidth: 1180}}
	region.Children = present([]*view.Node{
		a.reviewHead(), a.reviewWhich(), a.reviewChart(), a.verdictView(), a.readingsView(), a.splitsView(),
		a.habitsView(), a.momentsView(), a.roomQuestions(), a.reviewActs(),
	})
	return a.screen("review", &view.Node{Key: "page", Layout: view.Layout{Scroll: true, Grow: 1, Centre: true}, Children: []*view.Node{region}})
}

func (a *App) reviewHead() *view.Node {
	return column("head", 4, title("Debrief: "+a.report.Talk.Conversation.Title), a.outcomeLine())
}

// wayName names a way of a table.
func (a *App) wayName(table, way int) string {
	s := a.shop.s
	says := ""
	if len(s.Tables) > 1 {
		says = fmt.Sprintf("Table %d", table+1)
	}
	if len(s.Tables[table].Ways) > 1 {
		w := "the first way"
		if way > 0 {
			w = fmt.Sprintf("from reply %d otherwise", s.Tables[table].Ways[way].From+1)
			if way > 1 {
				w = fmt.Sprintf("way %d, from reply %d otherwise", way+1, s.Tables[table].Ways[way].From+1)
			}
		}
		if says == "" {
			return capital(w)
		}
		return says + ", " + w
	}
	if says == "" {
		return "What happened"
	}
	return says
}

// reviewWhich chooses whose path is taken apart, where there are several.
func (a *App) reviewWhich() *view.Node {
	w := &a.shop
	var all []radio
	for i := range w.s.Tables {
		for k := range w.s.Tables[i].Ways {
			key := fmt.Sprintf("%d-%d", i, k)
			all = append(all, radio{key, a.wayName(i, k), i == w.table && k == w.way, view.Action("room:table:" + key)})
		}
	}
	if len(all) < 2 {
		return nil
	}
	return radios("which", "Whose path", all)
}

// reviewChart is trust over the conversation, every path on it.
func (a *App) reviewChart() *view.Node {
	if len(a.report.Moments) == 0 {
		return nil
	}
	height := 260
	if a.class() == upright {
		height = 200
	}
	c := a.reviewLines()
	if a.report.Holds() {
		c.Marks = append([]view.ChartMark{{At: a.moment + 1, Name: "Opened below", Ink: view.Accent}}, c.Marks...)
	}
	heard := heading("title", 2, fmt.Sprintf("How much %s trusted the room", debrief.FirstName(a.report.Talk.Client)))
	return column("chart", 8, heard, a.curve(c, height), measured(a.othersWords()), measured(a.reachWords()))
}

// reviewLines are the curves: of the path opened, of the other paths, and the
// room's readings.
func (a *App) reviewLines() *view.Chart {
	w := &a.shop
	c, others := a.chart(), 0
	strokes := [...]view.Stroke{view.LongDashes, view.Dots, view.Dashes}
	c.Lines[0].Name = a.wayName(w.table, w.way)
	for i := range c.Lines {
		if c.Lines[i].Name == "How you read it" {
			c.Lines[i].Name = "How the room read it"
		}
	}
	if w.s.From > 0 {
		c.Marks = append(c.Marks, view.ChartMark{At: w.s.From, Name: "Here the room began", Ink: view.Body})
	}
	for i := range w.s.Tables {
		for k := range w.s.Tables[i].Ways {
			if i == w.table && k == w.way {
				continue
			}
			v := debrief.Of(w.s.Talk, w.s.Tables[i].Ways[k].Run).Curve()
			c.Lines = append(c.Lines, view.ChartLine{Name: a.wayName(i, k), Ink: view.Body, Stroke: strokes[others%len(strokes)], Values: v})
			others++
			c.Points = max(c.Points, len(v))
		}
	}
	return c
}

// othersWords says how the other paths ended.
func (a *App) othersWords() *view.Node {
	w := &a.shop
	var says []string
	for i := range w.s.Tables {
		for k := range w.s.Tables[i].Ways {
			if i == w.table && k == w.way {
				continue
			}
			r := debrief.Of(w.s.Talk, w.s.Tables[i].Ways[k].Run)
			end := fmt.Sprintf("stood at %d where it was left", r.End)
			if r.Ending != nil {
				end = fmt.Sprintf("ended with “%s” (%s), trust at %d", r.Ending.Title, lower(debrief.Outcome(r.Ending)), r.End)
			}
			says = append(says, fmt.Sprintf("%s: %s.", a.wayName(i, k), end))
		}
	}
	return para("others", strings.Join(says, " "))
}

// readingsView sets the room's readings against the truth. One of fewer than
// five votes is not shown.
func (a *App) readingsView() *view.Node {
	w := a.reviewed()
	var rows [][]string
	curve := a.report.Curve()
	for i := range w.Readings {
		r := &w.Readings[i]
		x, ok := r.Level()
		if !ok || r.After >= len(curve) {
			continue
		}
		said := fmt.Sprintf("%d: %s (%s)", x+1, lower(trustLevels[x]), votesWords(room.Sum(r.Counts[:])))
		if few(r.Counts[:]) {
			said = fewWords
		}
		rows = append(rows, []string{capital(afterReply(r.After)), said, fmt.Sprintf("%d of 100", curve[r.After])})
	}
	if len(rows) == 0 {
		return nil
	}
	return column("readings", 8, heading("title", 2, "How the room read it, and how it was"),
		a.table("table", "The room’s readings", []string{"When", "The room said", "Trust was at"}, rows))
}

const fewWords = "fewer than five votes: not shown"

// few reports whether a split must not be shown afterwards: somebody could be
// told apart in it.
func few(split []int) bool { return split != nil && room.Sum(split) < room.Few }

func (a *App) reviewed() *room.Way {
	return &a.shop.s.Tables[a.shop.table].Ways[a.shop.way]
}

// splitsView is how the votes came out before and after the discussions.
func (a *App) splitsView() *view.Node {
	w := a.reviewed()
	var rows [][]string
	for i := range w.Rounds {
		r := &w.Rounds[i]
		rows = append(rows, []string{fmt.Sprintf("Reply %d", r.At+1), splitWords(r.Before), splitWords(r.After), letter(r.Said) + ". " + a.saidAt(r.At)})
	}
	if len(rows) == 0 {
		return nil
	}
	return column("splits", 8, heading("title", 2, "How the room voted"),
		a.table("table", "The votes", []string{"At", "Alone", "After discussion", "Said"}, rows))
}

func (a *App) saidAt(n int) string {
	if n < len(a.report.Moments) {
		return a.report.Moments[n].Said
	}
	return ""
}

// splitWords is a split in words: "A 9, B 4".
func splitWords(split []int) string {
	switch {
	case split == nil:
		return "not voted"
	case few(split):
		return fewWords
	}
	var says []string
	for i, n := range split {
		says = append(says, letter(i)+" "+strconv.Itoa(n))
	}
	return strings.Join(says, ", ")
}

// table is rows of words under a row of heads. Held upright its rows stack, and
// each cell says what it is of.
func (a *App) table(key, name string, heads []string, rows [][]string) *view.Node {
	table := &view.Node{Key: key, Role: view.Table, Name: name, Layout: view.Layout{Gap: 2}}
	add := func(key string, cells []string, role view.Role, st view.Style) {
		n := a.tableRow(key)
		for i, c := range cells {
			if a.class() == upright && i > 0 && role == view.Cell {
				c = heads[i] + ": " + c
			}
			cell := &view.Node{Key: strconv.Itoa(i), Role: role, Text: c, Style: st, Layout: view.Layout{Grow: 2}}
			if i == 0 {
				cell.Layout.Grow = 1
			}
			if i == len(cells)-1 && len(cells) > 3 {
				cell.Layout.Grow = 5
			}
			n.Children = append(n.Children, cell)
		}
		table.Children = append(table.Children, n)
	}
	if a.class() != upright {
		add("head", heads, view.ColumnHeader, view.Style{Bold: true, Size: view.Small})
	}
	for i, r := range rows {
		add(strconv.Itoa(i), r, view.Cell, view.Style{})
	}
	return table
}

func (a *App) reviewActs() *view.Node {
	w := &a.shop
	col := []*view.Node{
		heading("keep", 3, "To keep or to hand out"),
		row("take", only(a.opt.Draws, secondary("picture", "Save as a picture", "room:picture")), secondary("csv", "Save as a table (CSV)", "room:csv"),
			secondary("print", "Print", "room:print"), secondary("copy", "Copy the code of this path", "room:copy")),
	}
	if w.did != "" {
		col = append(col, &view.Node{Key: "did", Role: view.Status, Text: w.did})
	}
	if w.s.Phones && w.host.Link == Linked {
		col = append(col, row("phones", secondary("end", "End the room for the phones", "room:end")))
	}
	col = append(col, quiet("private", "Nobody’s own votes are kept anywhere, and no split of fewer than five."),
		row("act", secondary("plan", "Another workshop", "room:plan"), secondary("leave", "Leave the workshop", "room:leave")))
	return column("end", 12, col...)
}

// reviewReturn goes back to the opened moment, to answer otherwise; nil: it
// came before the room began, or there is no room for another way.
func (a *App) reviewReturn() *view.Node {
	w := &a.shop
	t := &w.s.Tables[w.table]
	if a.moment < w.s.From || w.way != len(t.Ways)-1 || len(t.Ways) >= room.MaxWays || a.moment >= len(t.Way().Run.Replies) {
		return nil
	}
	return primary("return", "Go back here with the room", view.Action(fmt.Sprintf("room:return:%d-%d", w.table, a.moment)))
}
