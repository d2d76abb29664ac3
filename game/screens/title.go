package screens

import (
	"fmt"

	"earned/game/career"
	"earned/game/view"
	"earned/scenarios"
)

// titleView says what this is and whom one can meet.
func (a *App) titleView() *view.Node {
	what := para("what", "Meet a client. They say something, and you answer, in words you choose from a few. What they make of you they keep to themselves, and it decides how things end. Afterwards you see all of it, moment by moment, and why.")
	col := []*view.Node{title("Earned"), measured(what)}
	if c, cl := a.inProgress(); c != nil {
		col = append(col, card("now", view.Region, "Where you left off",
			heading("title", 2, "Where you left off"),
			para("who", fmt.Sprintf("You are in the middle of “%s”, with %s.", c.Title, cl.Name)),
			row("act", primary("go", "Continue", "resume"))))
	}
	list := &view.Node{Key: "clients", Role: view.List, Name: "Clients", Layout: view.Layout{Gap: 16}}
	career, next := a.career(), a.next()
	for _, o := range career.Offers() {
		card := a.clientCard(&o, next)
		if o.Conversation.ID == next {
			list.Children = append([]*view.Node{card}, list.Children...)
			continue
		}
		list.Children = append(list.Children, card)
	}
	circle := row("act", secondary("circle", "Your circle", "circle"))
	p := a.page("title", append(col, list, only(len(a.kept.runs) > 0, circle))...)
	return a.beside(p, list)
}

// beside sets the cards of a page's list two by two, where there is room.
func (a *App) beside(page, list *view.Node) *view.Node {
	if w, _ := a.room(); a.class() != wide || w < broad+edges || len(list.Children) < 2 {
		return page
	}
	page.Children[1].Children[0].Layout.MaxWidth = broad + edges
	list.Layout.Flow = view.Wrap
	for _, c := range list.Children {
		c.Layout.Width = (broad-list.Layout.Gap)/2 - 2 // for rounding
	}
	return page
}

// clientCard is one conversation to be had. Only the next is offered as
// "Start": the others say whom one would meet.
func (a *App) clientCard(o *career.Offer, next string) *view.Node {
	c, cl := o.Conversation, a.client(o.Conversation)
	words := column("words", 6,
		heading("name", 2, cl.Name),
		quiet("role", roleOf(cl)),
		para("title", fmt.Sprintf("%s, about %d minutes.", c.Title, minutes(c))))
	words.Layout.Grow = 1
	acts := row("act")
	meet := view.Action("meet:" + c.ID)
	switch {
	case c.ID == next:
		acts.Children = append(acts.Children, primary("go", "Start", meet))
	case o.Held:
		acts.Children = append(acts.Children, secondary("go", "Meet "+cl.Name+" again", meet))
	case o.Open:
		acts.Children = append(acts.Children, secondary("go", "Meet "+cl.Name, meet))
	default:
		if before := a.conversation(o.Waits); before != nil {
			words.Children = append(words.Children, quiet("waits", "You will be in touch after “"+before.Title+"”."))
		}
	}
	if n := a.lastOf(c.ID); n > 0 {
		acts.Children = append(acts.Children, secondary("debrief", "Debrief of last time", view.Action(fmt.Sprintf("look:%d", n))))
	}
	if len(acts.Children) > 0 {
		acts.Layout.Pad.Top = 8
		words.Children = append(words.Children, acts)
	}
	return card(c.ID, view.ListItem, "",
		&view.Node{Key: "who", Layout: view.Layout{Flow: view.Across, Gap: 20}, Children: []*view.Node{a.portrait(cl, c, 120, 150), words}})
}

// next is the conversation offered first: in the book's order the first that
// can be held and was not, or else the first of all.
func (a *App) next() string {
	offers := a.career().Offers()
	for i := range offers {
		if o := &offers[i]; o.Open && !o.Held {
			return o.Conversation.ID
		}
	}
	if len(offers) > 0 {
		return offers[0].Conversation.ID
	}
	return ""
}

// inProgress is the conversation that was left in the middle.
func (a *App) inProgress() (*scenarios.Conversation, *scenarios.Client) {
	if a.kept.now == "" {
		return nil, nil
	}
	run, err := a.parse(a.kept.now)
	if err != nil {
		return nil, nil
	}
	c := a.conversation(run.Conversation)
	return c, a.client(c)
}

func (a *App) conversation(id string) *scenarios.Conversation {
	for i := range a.book.Conversations {
		if a.book.Conversations[i].ID == id {
			return &a.book.Conversations[i]
		}
	}
	return nil
}

func (a *App) client(c *scenarios.Conversation) *scenarios.Client {
	for i := range a.book.Clients {
		if a.book.Clients[i].ID == c.Client {
			return &a.book.Clients[i]
		}
	}
	return &scenarios.Client{ID: c.Client, Name: c.Client}
}

func roleOf(c *scenarios.Client) string {
	switch {
	case c.Role == "":
		return c.Company
	case c.Company == "":
		return c.Role
	}
	return c.Role + ", " + c.Company
}

func minutes(c *scenarios.Conversation) int {
	if c.Minutes == 0 {
		return 8
	}
	return c.Minutes
}

// portrait is a client before anything was said.
func (a *App) portrait(cl *scenarios.Client, c *scenarios.Conversation, w, h int) *view.Node {
	p := view.Picture{Kind: view.Portrait, Figure: cl.Figure, Feels: uint8(scenarios.Guarded), Trust: 30, Still: true}
	if len(c.Meetings) > 0 {
		p.Setting = uint8(c.Meetings[0].Setting)
	}
	return &view.Node{Key: "face", Role: view.Image, Name: "Client: " + cl.Name, Picture: p, Style: view.Style{Round: 12},
		Layout: view.Layout{Width: w, Height: h}}
}

// bar is on top of every screen.
func (a *App) bar() *view.Node {
	n := &view.Node{Key: "bar", Layout: view.Layout{Flow: view.Wrap, Gap: 8, Centre: true, Pad: view.Edges{Top: 6, Right: 12, Bottom: 6, Left: 16}}}
	sign := &view.Node{Key: "sign", Silent: true, Picture: view.Picture{Kind: view.Mark}, Layout: view.Layout{Width: 26, Height: 26}}
	mark := &view.Node{Key: "mark", Role: view.Text, Text: "Earned", Silent: true, Style: view.Style{Bold: true, Ink: view.Accent}, Layout: view.Layout{Grow: 1}}
	if a.over == Title && (a.at == Talking || a.at == Asking) {
		mark = &view.Node{Key: "name", Role: view.Heading, Level: 1, Text: a.held.Client.Name, Style: view.Style{Bold: true}, Layout: view.Layout{Grow: 1}}
	}
	n.Children = append(n.Children, sign, mark)
	if a.over != Title {
		return n
	}
	acts := &view.Node{Key: "acts", Layout: view.Layout{Flow: view.Wrap, Gap: 8}}
	n.Children = append(n.Children, acts)
	if a.at == Talking || a.at == Asking || a.at == Scene || a.at == Brief || a.at == Debriefed || a.at == Chair || a.at == Circle {
		if a.held == nil || !a.held.whatIf() {
			acts.Children = append(acts.Children, small("home", "Clients", "home"))
		}
	}
	acts.Children = append(acts.Children, small("settings", "Settings", "settings"))
	if a.at == Title {
		acts.Children = append(acts.Children, small("about", "About", "about"))
	}
	return n
}
