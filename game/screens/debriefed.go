package screens

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"earned/game/debrief"
	"earned/game/odds"
	"earned/game/view"
)

// debriefView is the whole of what happened and why: the verdict, the curve,
// one moment opened, and every reply in a table.
func (a *App) debriefView() *view.Node {
	a.reach()
	region := &view.Node{Key: "debrief", Role: view.Region, Name: "Debrief", Layout: view.Layout{Gap: 24, Pad: a.margin(), MaxWidth: 1180}}
	region.Children = present([]*view.Node{
		a.openingView(),
		a.firstView(),
		a.chartView(),
		a.habitsView(),
		a.momentsView(),
		a.actsView(),
	})
	return a.screen("debriefed", &view.Node{Key: "page", Layout: view.Layout{Scroll: true, Grow: 1, Centre: true}, Children: []*view.Node{region}})
}

// debriefHead is whose debrief it is, and why it may not be quite that of the
// conversation as it was held.
func (a *App) debriefHead() *view.Node {
	stale := para("stale", a.report.Stale)
	if stale != nil {
		stale.Style.Bold = true
	}
	return column("head", 4, title("Debrief: "+a.report.Talk.Conversation.Title), a.outcomeLine(), a.shownNote(), a.readBefore(), stale)
}

// readBefore recalls what was read before the conversation, where there was
// something to read (P5).
func (a *App) readBefore() *view.Node {
	c, run := a.report.Talk.Conversation, &a.report.Run
	if c.Prepare == 0 {
		return nil
	}
	var read []string
	for i := range c.Notes {
		if run.Prepared&(1<<i) != 0 {
			read = append(read, "“"+c.Notes[i].Title+"”")
		}
	}
	if len(read) == 0 {
		return quiet("read", fmt.Sprintf("You went without reading any of the %d notes.", len(c.Notes)))
	}
	return quiet("read", "Before it you read "+strings.Join(read, " and ")+".")
}

// reach adds to the report what was in reach, once; nothing where that is too
// large to walk. The odds are some 10 MB, and not kept.
func (a *App) reach() {
	r := a.report
	if a.reached == r {
		return
	}
	a.reached = r
	if o, err := odds.Analyse(r.Talk, r.Run.Start, r.Run.Prepared); err == nil {
		r.Reach(o)
	}
}

// ponder is how long an ending is left to be read before what was in reach is
// worked out: it takes a few frames' time, which nobody then waits for.
const ponder = time.Second

// thinkAhead works out, while an ending is read, what its debrief will show.
func (a *App) thinkAhead(now time.Duration) {
	switch {
	case a.at != Ended || a.report == nil || a.reached == a.report:
		a.endedAt = 0
	case a.endedAt == 0:
		a.endedAt = max(now, 1)
	case now-a.endedAt >= ponder:
		a.reach()
	}
}

// openingView is whose debrief it is and what it came to, beside the client as
// they were left.
func (a *App) openingView() *view.Node {
	if a.class() == upright {
		return column("top", 16, a.debriefHead(), a.verdictView())
	}
	words := column("words", 12, a.debriefHead(), a.verdictView())
	words.Layout.Grow, words.Layout.Middle = 1, true
	return &view.Node{Key: "top", Layout: view.Layout{Flow: view.Across, Gap: 28}, Children: []*view.Node{a.faceAtEnd(150, 165), words}}
}

// faceAtEnd is the client as the run being looked at left them.
func (a *App) faceAtEnd(w, h int) *view.Node {
	r := a.report
	face := a.portrait(r.Talk.Client, r.Talk.Conversation, w, h)
	end := portraitAtEnd(r.Talk, r.Run.End)
	face.Picture.Feels, face.Picture.Trust, face.Picture.Setting = end.Feels, end.Trust, end.Setting
	return face
}

func (a *App) verdictView() *view.Node { return measured(paras("verdict", a.report.Verdict)) }

func (a *App) outcomeLine() *view.Node {
	r := a.report
	if r.Ending == nil {
		return quiet("outcome", "With "+r.Talk.Client.Name+".")
	}
	return quiet("outcome", fmt.Sprintf("With %s. %s: %s.", r.Talk.Client.Name, r.Ending.Title, lower(debrief.Outcome(r.Ending))))
}

func lower(s string) string { return strings.ToLower(s[:1]) + s[1:] }

func (a *App) habitsView() *view.Node {
	list := a.habitCards(a.class() == wide)
	if list == nil {
		return nil
	}
	for i, h := range a.report.Habits {
		see := small("see", fmt.Sprintf("See moment %d", h.At+1), view.Action("moment:"+strconv.Itoa(h.At)))
		see.Layout.Pad.Left = 0
		list.Children[i].Children = append(list.Children[i].Children, row("act", see))
		list.Children[i].Layout.Pad.Bottom = 8
	}
	return column("habits", 8, habitsTitle(), list)
}

func habitsTitle() *view.Node { return heading("title", 2, "To take with you") }

// habitCards are the habits to take along, side by side or below one another;
// nil: there are none.
func (a *App) habitCards(beside bool) *view.Node {
	if len(a.report.Habits) == 0 {
		return nil
	}
	list := &view.Node{Key: "list", Role: view.List, Name: "Habits", Layout: view.Layout{Gap: 12}}
	if beside {
		list.Layout.Flow = view.Across
	}
	for i, h := range a.report.Habits {
		item := card(strconv.Itoa(i), view.ListItem, "",
			&view.Node{Key: "kind", Role: view.Text, Text: h.Kind.String(), Style: view.Style{Bold: true, Ink: view.Accent}},
			para("says", h.Says))
		item.Layout.Gap, item.Layout.Grow = 4, 1
		item.Layout.Pad = view.Edges{Top: 14, Right: 16, Bottom: 16, Left: 16}
		list.Children = append(list.Children, item)
	}
	return list
}

func (a *App) actsView() *view.Node {
	col := []*view.Node{
		row("act", a.goAgain(), a.meetNext(), secondary("chair", "Their chair", "their-chair"), secondary("home", "Clients", "home")),
		heading("keep", 3, "To keep or to show"),
		row("take", secondary("copy", "Copy as text", "copy"), only(a.runLink() != "", secondary("link", "Copy a link to it", "copy-link")), only(a.opt.Draws, secondary("picture", "Save as a picture", "picture")), secondary("print", "Print", "print")),
	}
	if a.did != "" {
		col = append(col, &view.Node{Key: "did", Role: view.Status, Text: a.did})
	}
	return column("end", 12, col...)
}
