package screens

import (
	"fmt"

	"earned/game/view"
	"earned/scenarios"
)

// titleView says what this is and whom one can meet.
func (a *App) titleView() *view.Node {
	what := para("what", "Meet a client. They say something, and you answer, in words you choose from a few. What they make of you they keep to themselves, and it decides how things end. Afterwards you see all of it, moment by moment, and why.")
	p := a.page("title", title("Earned"), only(len(a.kept.runs) == 0, measured(what)), a.misledNote(), a.offeredNote(), a.nowView(), a.nextView(), a.clientsView())
	if a.class() == wide {
		p.Children[1].Children[0].Layout.MaxWidth = broad + edges
	}
	return p
}

// nowView leads back to the conversation that was left in the middle.
func (a *App) nowView() *view.Node {
	c, cl := a.inProgress()
	if c == nil {
		return nil
	}
	return card("now", view.Region, "Where you left off",
		heading("title", 2, "Where you left off"),
		para("who", fmt.Sprintf("You are in the middle of “%s”, with %s.", c.Title, cl.Name)),
		row("act", primary("go", "Continue", "resume")))
}

// nextView is the client whom one would meet next, as large as life allows.
func (a *App) nextView() *view.Node {
	c := a.conversation(a.next())
	if c == nil {
		return nil
	}
	cl := a.client(c)
	label := "Next"
	switch _, held := a.career().Held(c.ID); {
	case held:
		label = "You have met everyone. Once more, for practice"
	case len(a.kept.runs) == 0:
		label = "First"
	}
	words := column("words", 6,
		&view.Node{Key: "label", Role: view.Text, Text: label, Style: view.Style{Bold: true, Size: view.Small, Ink: view.Accent}},
		heading("title", 2, c.Title),
		quiet("who", "With "+cl.Name+", "+roleOf(cl)),
		para("minutes", fmt.Sprintf("About %d minutes.", minutes(c))),
		row("act", primary("go", "Start", view.Action("meet:"+c.ID))))
	words.Layout.Grow, words.Layout.Middle = 1, true
	words.Children[len(words.Children)-1].Layout.Pad.Top = 8
	face := a.portrait(cl, c, 240, 210)
	if a.class() == upright {
		face = a.portrait(cl, c, 120, 160)
	}
	return card("next", view.Region, "Next",
		&view.Node{Key: "who", Layout: view.Layout{Flow: view.Across, Gap: 24}, Children: []*view.Node{face, words}})
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
	for i := range offers {
		if offers[i].Open {
			return offers[i].Conversation.ID
		}
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
	acts := &view.Node{Key: "acts", Layout: view.Layout{Flow: view.Wrap, Gap: 8}}
	n.Children = append(n.Children, acts)
	if a.over != Title {
		acts.Children = append(acts.Children, small("back", "Back", "back"))
		return n
	}
	if a.at == Talking || a.at == Asking || a.at == Scene || a.at == Brief || a.at == Debriefed || a.at == Chair || a.at == Circle || inWorkshop(a.at) {
		if a.held == nil || !a.held.whatIf() {
			acts.Children = append(acts.Children, small("home", "Clients", "home"))
		}
	}
	acts.Children = append(acts.Children, small("settings", "Settings", "settings"))
	if a.at == Title {
		acts.Children = append(acts.Children, small("workshop", "Workshop", "room:open"))
		acts.Children = append(acts.Children, small("about", "About", "about"))
	}
	return n
}
