package screens

import (
	"fmt"
	"math/bits"
	"strconv"
	"strings"

	"earned/game/debrief"
	"earned/game/room"
	"earned/game/view"
	"earned/scenarios"
)

// planView is where a workshop is chosen and set up.
func (a *App) planView() *view.Node {
	c := a.planned()
	cl := a.client(c)
	col := []*view.Node{
		column("head", 4, title("Workshop"), para("what", "Hold a conversation together: the room votes on what to answer, argues, votes again, and afterwards sees where trust was won and lost. You drive it from this laptop, with a clicker or the keys.")),
		a.goingOn(),
		a.planOf(),
		card("this", view.Region, "The conversation",
			heading("title", 2, c.Title), quiet("who", "With "+cl.Name+", "+roleOf(cl)),
			para("want", "What the room wants today: "+c.Want),
			row("act", secondary("script", "Read all of it beforehand", "room:script"))),
		a.planStart(c), a.planBegin(), a.planNotes(c), a.planRoom(), a.planScreens(),
		row("go", primary("begin", "Begin", "room:go"), secondary("home", "Not now", "home")),
		a.takeOverView(), // below: it comes when the server has answered, and nothing moves
	}
	return a.page("plan", col...)
}

// goingOn offers to go on with the workshop that was left, or says why it cannot.
func (a *App) goingOn() *view.Node {
	s, broken := a.shop.s, a.shop.broken
	if s == nil {
		return only(broken != "", card("now", view.Region, "The workshop that was left", heading("title", 2, "The workshop that was left"),
			para("broken", "The workshop kept in this browser cannot go on: "+broken+". It is set aside here, unchanged, under the name “"+KeyBroken+"”.")))
	}
	says := fmt.Sprintf("“%s” is under way, after %d replies. Beginning another ends it.", s.Talk.Conversation.Title, s.Said())
	if s.Phase == room.Over {
		says = fmt.Sprintf("“%s” has been held; its debrief is still here. Beginning another puts it away.", s.Talk.Conversation.Title)
	}
	return card("now", view.Region, "The workshop under way", heading("title", 2, "The workshop under way"),
		para("says", says), row("act", primary("resume", "Go on with it", "room:resume")))
}

// radios is one question with a few answers.
func radios(key, name string, options []radio) *view.Node {
	group := &view.Node{Key: "options", Role: view.RadioGroup, Name: name, Layout: view.Layout{Flow: view.Wrap, Gap: 8}}
	for _, o := range options {
		n := &view.Node{Key: o.key, Role: view.Radio, Text: o.text, On: o.on, Press: o.press, Style: choiceStyle, Layout: choiceLayout}
		if o.press == "" {
			n.Disabled = true
		}
		group.Children = append(group.Children, n)
	}
	return column(key, 6, heading("title", 2, name), group)
}

type radio struct {
	key, text string
	on        bool
	press     view.Action
}

func (a *App) planOf() *view.Node {
	var all []radio
	for i := range a.book.Conversations {
		c := &a.book.Conversations[i]
		all = append(all, radio{c.ID, c.Title + " (" + debrief.FirstName(a.client(c)) + ")", c == a.planned(), view.Action("room:of:" + c.ID)})
	}
	return radios("of", "Conversation", all)
}

// planStart is how things stand as it begins, where that can be chosen.
func (a *App) planStart(c *scenarios.Conversation) *view.Node {
	if len(c.Starts) < 2 {
		return nil
	}
	var all []radio
	for i := range c.Starts {
		all = append(all, radio{strconv.Itoa(i), a.startWords(c, i), i == a.shop.plan.start, view.Action("room:start:" + strconv.Itoa(i))})
	}
	return radios("start", "How things stand before", all)
}

// startWords says how a named start stands: its name, and who lends trust.
func (a *App) startWords(c *scenarios.Conversation, i int) string {
	st := &c.Starts[i]
	says := strings.ReplaceAll(st.ID, "-", " ")
	if by := a.book.Client(st.IntroducedBy); by != nil {
		says += ", introduced by " + by.Name
	}
	if len(st.From) > 0 {
		if c := a.conversation(st.From[0].Conversation); c != nil {
			says += ", after “" + c.Title + "”"
		}
	}
	if st.Rupture {
		says += ", with something to mend"
	}
	return capital(says)
}

// planBegin is how much of it is held.
func (a *App) planBegin() *view.Node {
	p := &a.shop.plan
	t, all := a.openings()
	if t == nil || len(all) == 0 {
		return nil
	}
	options := []radio{{"whole", "All of it, about " + roundsWords(all[0].Rest), p.begin == whole, "room:begin:0"}}
	if o, ok := room.Cut(t, all); ok {
		says := fmt.Sprintf("The 20-minute cut: from “%s”, at most %s", t.Conversation.Meetings[t.Conversation.Beats[o.Beat].Meeting].Title, roundsWords(o.Rest))
		options = append(options, radio{"cut", says, p.begin == cut, "room:begin:1"})
	}
	options = append(options, radio{"beat", "From a moment of your choice", p.begin == fromBeat, "room:begin:2"})
	n := radios("begin", "How much of it", options)
	if p.begin != fromBeat {
		return n
	}
	var beats []radio
	for _, o := range all {
		b := &t.Conversation.Beats[o.Beat]
		says := fmt.Sprintf("%s: %s (%s)", t.Conversation.Meetings[b.Meeting].Title, firstSentence(b.Lines[len(b.Lines)-1].Says), roundsWords(o.Rest))
		beats = append(beats, radio{strconv.Itoa(o.Beat), says, p.beat == o.Beat, view.Action("room:beat:" + strconv.Itoa(o.Beat))})
	}
	n.Children = append(n.Children, radios("beat", "The moment", beats))
	return n
}

func roundsWords(n int) string {
	if n == 1 {
		return "1 round"
	}
	return fmt.Sprintf("%d rounds", n)
}

// firstSentence is a text up to its first full stop, question or exclamation.
func firstSentence(s string) string {
	for i := range s {
		if (s[i] == '.' || s[i] == '?' || s[i] == '!') && (i+1 == len(s) || s[i+1] == ' ') && i > 12 {
			return s[:i+1]
		}
	}
	return s
}

// planNotes is the preparation: what was read out opens replies (P5).
func (a *App) planNotes(c *scenarios.Conversation) *view.Node {
	if c.Prepare == 0 || len(c.Notes) == 0 {
		return nil
	}
	p := &a.shop.plan
	left := c.Prepare - bits.OnesCount16(p.prepared)
	list := &view.Node{Key: "list", Role: view.List, Name: "Notes", Layout: view.Layout{Gap: 10}}
	for i := range c.Notes {
		n := &c.Notes[i]
		read := p.prepared&(1<<i) != 0
		item := &view.Node{Key: n.ID, Role: view.ListItem, Layout: view.Layout{Gap: 6}}
		pick := &view.Node{Key: "pick", Role: view.Switch, Text: n.Title, On: read, Press: view.Action("room:note:" + strconv.Itoa(i)), Style: choiceStyle, Layout: choiceLayout}
		if !read && left <= 0 {
			pick.Disabled, pick.Press = true, ""
		}
		item.Children = []*view.Node{pick}
		if read {
			item.Children = append(item.Children, paras("text", paragraphs(n.Text)))
		}
		list.Children = append(list.Children, item)
	}
	return column("notes", 8, heading("title", 2, "Homework"),
		para("what", fmt.Sprintf("There is time to read %s of these to the room. What it knows may open an answer.", counted(c.Prepare))), list)
}

// planRoom is how the room sits and votes.
func (a *App) planRoom() *view.Node {
	w := &a.shop
	p := &w.plan
	tables := radios("tables", "Tables", []radio{
		{"one", "One room", p.tables == 1, "room:tables:1"},
		{"two", "Two tables playing against each other", p.tables == 2, "room:tables:2"}})
	phones := radio{"phones", "Phones, each on its own", p.phones, "room:phones"}
	votes := radios("votes", "Votes", []radio{{"hands", "A show of hands, counted here", !p.phones, "room:hands"}, phones})
	if says := w.phonesWords(); says != "" {
		votes.Children = append(votes.Children, &view.Node{Key: "why", Role: view.Status, Text: says})
	}
	var minutes []radio
	for _, m := range discussions {
		says := fmt.Sprintf("%d minutes", m)
		if m == 1 {
			says = "1 minute"
		}
		minutes = append(minutes, radio{strconv.Itoa(m), says, p.minutes == m, view.Action("room:minutes:" + strconv.Itoa(m))})
	}
	return column("room", 20, tables, votes, radios("minutes", "Each discussion", minutes))
}

// planScreens is what to see to on the laptop before the room comes in.
func (a *App) planScreens() *view.Node {
	w := &a.shop
	return card("screens", view.Region, "This laptop",
		heading("title", 2, "This laptop"),
		para("check", "The day before, in the room: see whether phones reach this laptop, whether it is heard, and whether the last row can read."),
		row("try", secondary("check", "Try it out the day before", "room:check")),
		para("mirrors", w.display.words()),
		para("notes", "Your notes, the counts and what comes next can stand in a second window on the laptop’s own screen, where the room does not see them."),
		row("act", secondary("notes", "Open the notes window", "room:notes")),
		w.notesSaid(),
		&view.Node{Key: "keys", Role: view.Switch, Text: "Single keys: letters and digits for counts, B for a blank screen, T for the timer", On: !w.noKeys, Press: "room:keys", Style: choiceStyle, Layout: choiceLayout},
		quiet("sound", "Sound is off in a workshop, unless you have switched it on in the settings."))
}
