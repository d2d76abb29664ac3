package screens

import (
	"fmt"
	"math/bits"
	"strconv"
	"strings"

	"earned/game/view"
	"earned/scenarios"
)

// briefView is what the player reads before a conversation: who they are, what
// they want today and what to read up on; below it, what their firm sells and
// cannot do.
func (a *App) briefView() *view.Node {
	c := a.conversation(a.chosen)
	cl := a.client(c)
	col := []*view.Node{
		column("head", 4, title(c.Title), quiet("who", "With "+cl.Name+", "+roleOf(cl))),
		a.introduced(c),
		paras("brief", c.Brief),
		only(c.Want != "", column("want", 8, heading("title", 2, "What you want today"), para("want", c.Want))),
		a.notes(c),
		quiet("minutes", fmt.Sprintf("About %d minutes. Everything is kept as you go, so you can stop at any time.", minutes(c))),
	}
	if now, _ := a.inProgress(); now != nil {
		col = append(col, quiet("instead", fmt.Sprintf("This ends the conversation you are in the middle of (“%s”).", now.Title)))
	}
	col = append(col, row("act", primary("go", "Start", "begin"), secondary("home", "Not now", "home")), a.firmView())
	return a.page("brief", col...)
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
	says := fmt.Sprintf("There is time to read %d of these.", c.Prepare)
	if left <= 0 {
		says = "There is no time to read more."
	} else if a.prepared != 0 {
		says = fmt.Sprintf("There is time to read %d more.", left)
	}
	list := &view.Node{Key: "list", Role: view.List, Name: "Notes", Layout: view.Layout{Gap: 12}}
	for i := range c.Notes {
		n := &c.Notes[i]
		item := &view.Node{Key: n.ID, Role: view.ListItem, Layout: view.Layout{Gap: 6}}
		if a.prepared&(1<<i) != 0 {
			item.Children = []*view.Node{heading("title", 3, n.Title), para("text", n.Text)}
		} else {
			read := secondary("read", "Read: "+n.Title, view.Action("read:"+n.ID))
			if left <= 0 {
				read.Disabled, read.Press = true, ""
			}
			item.Children = []*view.Node{row("act", read)}
		}
		list.Children = append(list.Children, item)
	}
	return column("notes", 8, heading("title", 2, "Before you go"), &view.Node{Key: "time", Role: view.Status, Text: says}, list)
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
