package screens

import (
	"fmt"
	"strconv"

	"earned/game/debrief"
	"earned/game/view"
	"earned/scenarios"
)

// scriptView is the whole planned conversation with its questions, for whoever
// leads the room, beforehand: every line, every reply and what it is thought
// of. Nothing in it says what a reply is worth.
func (a *App) scriptView() *view.Node {
	c := a.planned()
	cl := a.client(c)
	back := func(key string) *view.Node { return row(key, primary("back", "Back to the workshop", "room:plan")) }
	col := []*view.Node{
		column("head", 4, title(c.Title), quiet("who", "With "+cl.Name+", "+roleOf(cl)+". The whole conversation, for whoever leads the room.")),
		back("top"), paras("brief", c.Brief), a.questionsView(c, 0),
	}
	for i := range c.Meetings {
		col = append(col, a.scriptMeeting(c, i))
	}
	ends := column("endings", 12, heading("title", 2, "How it can end"))
	for i := range c.Endings {
		e := &c.Endings[i]
		ends.Children = append(ends.Children, column(strconv.Itoa(i), 6, heading("title", 3, e.Title), quiet("outcome", debrief.Outcome(e)+"."), paras("says", e.Says), para("became", e.Became)))
	}
	return a.page("script", append(col, ends, back("end"))...)
}

// questionsView is what to ask a room that begins at a beat: no question of a
// beat that lies behind it.
func (a *App) questionsView(c *scenarios.Conversation, begins int) *view.Node {
	ahead := beatsFrom(c, begins)
	list := &view.Node{Key: "list", Role: view.List, Layout: view.Layout{Gap: 8}}
	for i := range c.Questions {
		q := &c.Questions[i]
		says := q.Asks
		if q.Beat != scenarios.Afterwards {
			if !ahead[q.Beat] {
				continue
			}
			b := &c.Beats[q.Beat]
			says = fmt.Sprintf("At “%s” %s", firstSentence(b.Lines[len(b.Lines)-1].Says), q.Asks)
		}
		list.Children = append(list.Children, bullet(strconv.Itoa(i), says))
	}
	if len(list.Children) == 0 {
		return nil
	}
	return card("questions", view.Region, "Questions for the room", heading("title", 2, "Questions for the room"), list)
}

// roomQuestions are those of the room that is at it.
func (a *App) roomQuestions() *view.Node {
	s := a.shop.s
	return a.questionsView(s.Talk.Conversation, int(s.Began().Beat))
}

// beatsFrom are a beat and those it can lead to, whatever is said.
func beatsFrom(c *scenarios.Conversation, begins int) map[int]bool {
	found, open := map[int]bool{begins: true}, []int{begins}
	for len(open) > 0 {
		b := &c.Beats[open[0]]
		open = open[1:]
		for i := range b.Replies {
			for _, t := range b.Replies[i].To {
				if t.Beat != scenarios.EndHere && !found[t.Beat] {
					found[t.Beat] = true
					open = append(open, t.Beat)
				}
			}
		}
	}
	return found
}

// questionsHere are the questions to ask at the beat the room is at.
func (a *App) questionsHere() *view.Node {
	s := a.shop.s
	c := s.Talk.Conversation
	list := &view.Node{Key: "list", Role: view.List, Layout: view.Layout{Gap: 8}}
	for i := range c.Questions {
		if q := &c.Questions[i]; q.Beat >= 0 && q.Beat == int(s.Now().Beat) && !s.Now().Over() {
			list.Children = append(list.Children, bullet(strconv.Itoa(i), q.Asks))
		}
	}
	if len(list.Children) == 0 {
		return nil
	}
	return card("here", view.Region, "Ask the room here", heading("title", 2, "Ask the room here"), list)
}

func (a *App) scriptMeeting(c *scenarios.Conversation, meeting int) *view.Node {
	m := &c.Meetings[meeting]
	col := []*view.Node{heading("title", 2, m.Title), para("opens", m.Opens)}
	for i := range c.Beats {
		if b := &c.Beats[i]; int(b.Meeting) == meeting {
			col = append(col, a.scriptBeat(c, b))
		}
	}
	return column("m"+strconv.Itoa(meeting), 18, col...)
}

// scriptBeat is what the client may say at a beat, and what may be answered.
func (a *App) scriptBeat(c *scenarios.Conversation, b *scenarios.Beat) *view.Node {
	n := column(b.ID, 6)
	for i := range b.Lines {
		says := b.Lines[i].Says
		if i > 0 {
			says = "Or: " + says
		}
		n.Children = append(n.Children, &view.Node{Key: "l" + strconv.Itoa(i), Role: view.Text, Text: says, Style: view.Style{Paper: view.Spoken, Round: 14}, Layout: bubble})
	}
	list := &view.Node{Key: "replies", Role: view.List, Layout: view.Layout{Gap: 8, Pad: view.Edges{Left: aside}}}
	for i := range b.Replies {
		r := &b.Replies[i]
		item := &view.Node{Key: r.ID, Role: view.ListItem, Layout: view.Layout{Gap: 2}, Children: present([]*view.Node{
			{Key: "says", Role: view.Text, Text: r.Says, Style: view.Style{Italic: debrief.Acts(r.Says)}}, quiet("thinks", thinksWords(a.client(c), r)), quiet("to", a.leadsTo(c, r))})}
		list.Children = append(list.Children, item)
	}
	n.Children = append(n.Children, list)
	return n
}

func thinksWords(cl *scenarios.Client, r *scenarios.Reply) string {
	if r.Thinks == "" {
		return ""
	}
	return debrief.FirstName(cl) + " thinks: " + r.Thinks
}

// leadsTo says where a reply goes on, by what is said there.
func (a *App) leadsTo(c *scenarios.Conversation, r *scenarios.Reply) string {
	t := r.To[len(r.To)-1]
	if t.Beat == scenarios.EndHere {
		return "Then it ends."
	}
	b := &c.Beats[t.Beat]
	return fmt.Sprintf("Then: %s", firstSentence(b.Lines[len(b.Lines)-1].Says))
}
