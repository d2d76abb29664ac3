package screens

import (
	"fmt"
	"slices"

	"earned/game/career"
	"earned/game/debrief"
	"earned/game/view"
)

// clientsView is everyone there is to meet, each with all their conversations:
// what came of those that were held, and which can be had.
func (a *App) clientsView() *view.Node {
	c := a.career()
	list := &view.Node{Key: "clients", Role: view.List, Name: "Clients", Layout: view.Layout{Gap: 16}}
	of := map[string][]career.Offer{} // by client
	var order []string
	for _, o := range c.Offers() {
		id := o.Conversation.Client
		if !o.Offered && !o.Held {
			continue
		}
		if of[id] == nil {
			order = append(order, id)
		}
		of[id] = append(of[id], o)
	}
	people := c.Circle()
	for _, id := range order {
		i := slices.IndexFunc(people, func(p career.Person) bool { return p.Client.ID == id })
		list.Children = append(list.Children, a.clientCard(&people[i], of[id]))
	}
	head := &view.Node{Key: "head", Layout: view.Layout{Flow: view.Wrap, Gap: 16, Centre: true}, Children: []*view.Node{heading("title", 2, "Clients")}}
	head.Children[0].Layout.Grow = 1
	if len(a.kept.runs) > 0 {
		head.Children = append(head.Children, small("circle", "Your circle", "circle"))
	}
	return column("all", 12, head, list)
}

// clientCard is one client: who they are, and the conversations with them.
func (a *App) clientCard(p *career.Person, offers []career.Offer) *view.Node {
	cl := p.Client
	face := a.portrait(cl, offers[0].Conversation, 96, 116)
	if p.Met {
		face = a.lastFace(p, 96, 116)
	}
	who := column("who", 2, heading("name", 3, cl.Name), quiet("role", roleOf(cl)))
	list := &view.Node{Key: "list", Role: view.List, Name: "Conversations with " + cl.Name, Layout: view.Layout{Gap: 4}}
	for i := range offers {
		list.Children = append(list.Children, a.heldRow(&offers[i]))
	}
	beside := &view.Node{Key: "beside", Layout: view.Layout{Flow: view.Across, Gap: 20}}
	n := card(cl.ID, view.ListItem, "", beside)
	n.Layout.Pad = view.Edges{Top: 16, Right: 20, Bottom: 12, Left: 16}
	if a.class() == upright { // under one another, or words get a few letters a line
		face.Layout.Width, face.Layout.Height = 76, 92
		who.Layout.Grow = 1
		beside.Children = []*view.Node{face, who}
		n.Children = append(n.Children, list)
		return n
	}
	words := column("words", 10, who, list)
	words.Layout.Grow = 1
	beside.Children = []*view.Node{face, words}
	return n
}

// heldRow is one conversation: what came of it or what it waits for, and what
// can be done about it.
func (a *App) heldRow(o *career.Offer) *view.Node {
	c := o.Conversation
	words := column("words", 0, para("title", c.Title), quiet("state", a.heldState(o)))
	words.Layout.Grow = 1
	acts := row("act")
	acts.Layout.Gap = 4
	add := func(key, text, name string, press view.Action) {
		n := small(key, text, press)
		n.Name = name
		acts.Children = append(acts.Children, n)
	}
	if n := a.lastOf(c.ID); n > 0 {
		add("debrief", "Debrief", "Debrief: "+c.Title, view.Action(fmt.Sprintf("look:%d", n)))
	}
	switch meet := view.Action("meet:" + c.ID); {
	case !o.Offered:
	case o.Held:
		add("go", "Again", "Again: "+c.Title, meet)
	case o.Open:
		add("go", "Meet", "Meet "+a.client(c).Name+": "+c.Title, meet)
	}
	n := &view.Node{Key: c.ID, Role: view.ListItem, Layout: view.Layout{Flow: view.Across, Gap: 12}, Children: []*view.Node{words}}
	if len(acts.Children) == 0 {
		return n
	}
	if len(acts.Children) > 1 && a.class() == upright {
		n.Layout.Flow, n.Layout.Gap = view.Down, 0
		acts.Children[0].Layout.Pad.Left = 0 // in line with the words
	}
	n.Children = append(n.Children, acts)
	return n
}

// heldState is how a conversation stands, in a few words.
func (a *App) heldState(o *career.Offer) string {
	c := o.Conversation
	switch e := a.career().Ending(c.ID); {
	case e != nil:
		return fmt.Sprintf("“%s”. %s.", e.Title, debrief.Outcome(e))
	case o.Held:
		return "Held."
	case o.Open && o.Start < len(c.Starts) && a.book.Client(c.Starts[o.Start].IntroducedBy) != nil:
		return fmt.Sprintf("%s has spoken for you. About %d minutes.", a.book.Client(c.Starts[o.Start].IntroducedBy).Name, minutes(c))
	case o.Open:
		return fmt.Sprintf("About %d minutes.", minutes(c))
	}
	if before := a.conversation(o.Waits); before != nil {
		return "You will be in touch after “" + before.Title + "”."
	}
	return ""
}
