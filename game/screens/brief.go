package screens

import (
	"fmt"
	"math/bits"
	"strconv"
	"strings"

	"earned/game/view"
	"earned/scenarios"
)

// briefView is what the player reads before a conversation: whom they will
// meet and what they want, with Start always in sight; beside it what is known,
// what to read up on, and what their firm sells and cannot do.
func (a *App) briefView() *view.Node {
	c := a.conversation(a.chosen)
	cl := a.client(c)
	head := column("head", 4, title(c.Title), quiet("who", "With "+cl.Name+", "+roleOf(cl)))
	want := only(c.Want != "", column("want", 4, heading("title", 2, "What you want today"), para("want", c.Want)))
	time := quiet("minutes", fmt.Sprintf("About %d minutes. Everything is kept as you go, so you can stop at any time.", minutes(c)))
	acts := row("act", primary("go", "Start", "begin"), secondary("home", "Not now", "home"))
	known := []*view.Node{paras("brief", c.Brief), a.notes(c)}
	if a.class() == upright {
		face := a.portrait(cl, c, 92, 112)
		head.Layout.Grow = 1
		top := &view.Node{Key: "top", Layout: view.Layout{Flow: view.Across, Gap: 16}, Children: []*view.Node{face, head}}
		p := a.page("brief", append(append([]*view.Node{top, a.introduced(c), want}, known...), time, a.endsOther(), a.firmView())...)
		acts.Layout.Pad = view.Edges{Top: 10, Right: 20, Bottom: 12, Left: 20}
		acts.Style.Paper = view.Card
		p.Children = append(p.Children, acts)
		return p
	}
	left := column("meet", 16, a.portrait(cl, c, 0, 190), head, a.introduced(c), want, acts, column("time", 4, time, a.endsOther()))
	left.Layout.Width, left.Layout.Pad = 320, view.Edges{Top: 16, Right: 8, Bottom: 16, Left: edges / 2}
	right := column("known", 20, append(known, a.firmView())...)
	right.Layout.MaxWidth, right.Layout.Pad = 720, a.margin()
	right.Layout.Pad.Top = 16
	body := &view.Node{Key: "body", Layout: view.Layout{Flow: view.Across, Grow: 1}, Children: []*view.Node{left,
		{Key: "page", Layout: view.Layout{Scroll: true, Grow: 1, Centre: true}, Children: []*view.Node{right}}}}
	return a.screen("brief", body)
}

// endsOther warns that another conversation is given up by this one.
func (a *App) endsOther() *view.Node {
	now, _ := a.inProgress()
	if now == nil {
		return nil
	}
	return quiet("instead", fmt.Sprintf("This ends the conversation you are in the middle of (“%s”).", now.Title))
}

// introduced says who has spoken for the player: what is lent (R1, R2).
func (a *App) introduced(c *scenarios.Conversation) *view.Node {
	i := a.start(c)
	if i >= len(c.Starts) || c.Starts[i].IntroducedBy == "" {
		return nil
	}
	by := a.book.Client(c.Starts[i].IntroducedBy)
	if by == nil {
		return nil
	}
	return &view.Node{Key: "introduced", Role: view.Text, Text: by.Name + " has spoken for you.", Style: view.Style{Bold: true}}
}

// firmView is the player's own side, to look things up in.
func (a *App) firmView() *view.Node {
	firm := &a.book.Firm
	if firm.Name == "" {
		return nil
	}
	limits := &view.Node{Key: "list", Role: view.List, Layout: view.Layout{Gap: 8}}
	for i, l := range firm.Limits {
		limits.Children = append(limits.Children, bullet(strconv.Itoa(i), l))
	}
	return card("firm", view.Region, "Your firm",
		heading("title", 2, firm.Name+", your firm"), paras("about", paragraphs(firm.About)),
		heading("sells-title", 3, "What it sells"), paras("sells", paragraphs(firm.Sells)),
		heading("limits-title", 3, "What it can do, and cannot"), limits)
}

// paragraphs are the parts of a text between blank lines.
func paragraphs(s string) []string {
	var out []string
	for p := range strings.SplitSeq(s, "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// notes is the preparation: there is time to read only so many (P5).
func (a *App) notes(c *scenarios.Conversation) *view.Node {
	if c.Prepare == 0 || len(c.Notes) == 0 {
		return nil
	}
	left := c.Prepare - bits.OnesCount16(a.prepared)
	list := &view.Node{Key: "list", Role: view.List, Name: "Notes", Layout: view.Layout{Gap: 10}}
	for i := range c.Notes {
		list.Children = append(list.Children, noteView(&c.Notes[i], a.prepared&(1<<i) != 0, left > 0))
	}
	return column("notes", 10, heading("title", 2, "Before you go"),
		&view.Node{Key: "time", Role: view.Status, Text: timeToRead(left, c.Prepare, len(c.Notes))}, list)
}

// timeToRead says how many of the notes can still be read.
func timeToRead(left, prepare, all int) string {
	switch {
	case left <= 0:
		return "There is no time to read more. What you know now may open an answer that nobody else has."
	case left < prepare:
		return fmt.Sprintf("There is time for %s more.", counted(left))
	}
	return fmt.Sprintf("Of these %d there is time to read %s. What you know may open an answer that nobody else has.", all, counted(left))
}

// counted is a number as it is said.
func counted(n int) string {
	if n == 1 {
		return "one"
	}
	return strconv.Itoa(n)
}

// noteView is one note: read, to be read, or passed over for good.
func noteView(n *scenarios.Note, read, time bool) *view.Node {
	col := []*view.Node{heading("title", 3, n.Title)}
	switch {
	case read:
		col = append(col, quiet("state", "Read"), paras("text", paragraphs(n.Text)))
	case time:
		b := secondary("read", "Read it", view.Action("read:"+n.ID))
		b.Name = "Read it: " + n.Title
		act := row("act", b)
		act.Layout.Pad.Top = 4
		col = append(col, act)
	default:
		col = append(col, quiet("state", "Not read"))
	}
	item := card(n.ID, view.ListItem, "", col...)
	item.Layout.Gap = 6
	item.Layout.Pad = view.Edges{Top: 12, Right: 16, Bottom: 14, Left: 16}
	return item
}

// read reads a note of the preparation.
func (a *App) read(id string) bool {
	if a.at != Brief {
		return false
	}
	c := a.conversation(a.chosen)
	for i := range c.Notes {
		if c.Notes[i].ID == id && a.prepared&(1<<i) == 0 && bits.OnesCount16(a.prepared) < c.Prepare {
			a.prepared |= 1 << i
			return true
		}
	}
	return false
}
