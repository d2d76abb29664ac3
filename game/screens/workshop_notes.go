package screens

import (
	"fmt"
	"strconv"
	"strings"

	"earned/game/debrief"
	"earned/game/room"
	"earned/game/view"
)

// Notes is the facilitator's own screen, for a second window that the room does
// not see: what is said, the counts, what to ask, and everything that can be
// done now. The meter is not on it: somebody may look over a shoulder.
func (a *App) Notes() *view.Node {
	a.View() // how many pages a screen takes is known once it is composed
	w := &a.shop
	root := &view.Node{Key: "notes", Role: view.Main}
	head := column("head", 4, &view.Node{Key: "title", Role: view.Heading, Level: 1, Text: "Notes for whoever leads the room"})
	if w.display == DisplayOne {
		head.Children = append(head.Children, &view.Node{Key: "mirrors", Role: view.Status, Style: view.Style{Bold: true},
			Text: "This laptop shows one picture only. If the projector is connected, the room can see this window."})
	}
	switch {
	case w.s == nil || !inWorkshop(a.at):
		c := a.planned()
		root.Children = present([]*view.Node{head, para("none", "No workshop is under way. This window shows what comes next as soon as one is."), a.questionsView(c, 0)})
	case a.at == Review:
		root.Children = present([]*view.Node{head, para("over", "The debrief is on the projector."), a.roomQuestions()})
	default:
		root.Children = present([]*view.Node{head, a.notesNow(), a.notesSteps(), a.questionsHere(), a.notesSaidNow(), a.notesOffers(), a.notesHands(), a.phonesMenu(true), a.roomQuestions(), a.notesBack()})
	}
	return root
}

// notesNow is where the room is, and what is left on the clock.
func (a *App) notesNow() *view.Node {
	w := &a.shop
	s := w.s
	says := phaseWords[s.Phase]
	if s.Phase == room.Vote && s.Second {
		says = "The second vote is open."
	}
	if len(s.Tables) > 1 {
		says = fmt.Sprintf("Table %d. %s", s.Turn+1, says)
	}
	col := []*view.Node{{Key: "phase", Role: view.Status, Text: says, Style: view.Style{Bold: true}}}
	if s.Phase == room.Discuss {
		col = append(col, a.timerView())
	}
	if w.blank {
		col = append(col, para("blank", "The projector’s screen is blank."))
	}
	if says := a.voteWords(); says != "" {
		col = append(col, para("how", says))
	}
	return column("now", 6, col...)
}

var phaseWords = [...]string{
	room.Scene:   "A meeting opens. Read the scene out.",
	room.Read:    "Read out what the client says.",
	room.Vote:    "The vote is open. Each for themselves, without a word.",
	room.Split:   "The split is on the screen.",
	room.Discuss: "The room argues. Ask those in the minority first.",
	room.Ask:     "The room says how far it is trusted.",
	room.Asked:   "The room’s reading is on the screen.",
	room.Ended:   "The ending is on the screen.",
	room.Over:    "It is over.",
}

// notesSteps are the controls.
func (a *App) notesSteps() *view.Node {
	acts := row("steps")
	for i, st := range a.steps() {
		if i == 0 {
			acts.Children = append(acts.Children, primary(st.key, "Next: "+lower(st.text), st.press))
			continue
		}
		acts.Children = append(acts.Children, secondary(st.key, st.text, st.press))
	}
	acts.Children = append(acts.Children, secondary("off", "A step back", "room:off"), secondary("blank", "Blank the screen", "room:blank"))
	return acts
}

func (a *App) notesSaidNow() *view.Node {
	s := a.shop.s
	if s.Phase == room.Ended || s.Phase == room.Over {
		return nil
	}
	l := s.Talk.Line(s.Now())
	return column("says", 4, heading("title", 2, s.Talk.Client.Name+" says"), para("words", l.Says), quiet("seen", l.Seen))
}

// notesOffers are the replies, with what may be pressed or entered for each.
func (a *App) notesOffers() *view.Node {
	s := a.shop.s
	offers := s.Offers()
	if len(offers) == 0 || s.Phase == room.Ask || s.Phase == room.Asked {
		return nil
	}
	can := s.Phase == room.Read || s.Phase == room.Split || s.Phase == room.Discuss
	list := &view.Node{Key: "list", Role: view.List, Name: "Replies", Layout: view.Layout{Gap: 8}}
	for i, r := range offers {
		words := s.Talk.Beat(s.Now()).Replies[r].Says
		item := &view.Node{Key: strconv.Itoa(i), Role: view.ListItem, Children: []*view.Node{
			{Key: "words", Role: view.Text, Text: letter(i) + ". " + words, Style: view.Style{Italic: debrief.Acts(words)}}}}
		if can {
			b := secondary("say", "Say "+letter(i), view.Action("room:say:"+strconv.Itoa(i)))
			b.Style.Size = view.Small
			item.Children = append(item.Children, b)
		}
		list.Children = append(list.Children, item)
	}
	return column("offers", 6, heading("title", 2, "What may be answered"), list)
}

// notesHands are the counts, to be seen and put right.
func (a *App) notesHands() *view.Node {
	s := a.shop.s
	split := s.Counts()
	if split == nil || s.Phase == room.Discuss || s.Phones {
		return nil
	}
	n := column("hands", 6, heading("title", 2, "Hands"))
	if a.shop.typed != "" {
		n.Children = append(n.Children, &view.Node{Key: "typed", Role: view.Status, Text: fmt.Sprintf("Entering %s: %s", a.rowName(a.shop.row), a.shop.typed), Style: view.Style{Bold: true}})
	}
	for i, v := range split {
		name := a.rowName(i)
		says := ""
		if v != room.Uncounted {
			says = strconv.Itoa(v)
		}
		n.Children = append(n.Children, textBox(strconv.Itoa(i), "Hands for "+name, says, view.Action("hands:"+strconv.Itoa(i))))
	}
	return n
}

// rowName is what is counted in a row: a letter, or an answer to how much they
// trust us.
func (a *App) rowName(i int) string {
	if p := a.shop.s.Phase; p == room.Ask || p == room.Asked {
		return fmt.Sprintf("%d, %s", i+1, lower(trustLevels[i]))
	}
	return letter(i)
}

// Type is what was typed into a box and entered. It reports false for what cannot
// be; the box then shows what stands.
func (a *App) Type(act view.Action, text string) bool {
	if a.typedPhones(string(act), text) {
		a.save()
		a.changed()
		return true
	}
	row, ok := strings.CutPrefix(string(act), "hands:")
	i, err := strconv.Atoi(row)
	s := a.shop.s
	if !ok || err != nil || s == nil || a.at != Rooming {
		return false
	}
	text = strings.TrimSpace(text)
	n, err := strconv.Atoi(text)
	switch {
	case text == "":
		ok = s.Uncount(i)
	case err == nil:
		ok = s.Count(i, n)
	default:
		ok = false
	}
	a.save()
	a.changed()
	return ok
}

func (a *App) notesBack() *view.Node {
	s := a.shop.s
	col := column("back", 12)
	for i := range s.Tables {
		if n := a.momentsToReturn(i); n != nil {
			col.Children = append(col.Children, n)
		}
	}
	if len(col.Children) == 0 {
		return nil
	}
	return col
}
