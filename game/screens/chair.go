package screens

import (
	"fmt"
	"strconv"

	"earned/game/debrief"
	"earned/game/view"
)

// chairScale is the answers to chairAsk, given as the client (P12).
var chairScale = [...]string{"Yes", "Perhaps", "No"}

const chairAsk = "Would I buy from this person?"

// chairQuestion has the player answer as the client, before the debrief tells: by
// radio buttons, or where the answer stands once it is given, by plain ones, for
// arrows choose among radio buttons at once.
func (a *App) chairQuestion(choice view.Role) *view.Node {
	if a.whatIf() || a.kept.look == 0 || len(a.report.Moments) == 0 {
		return nil
	}
	of := map[view.Role]view.Role{view.Radio: view.RadioGroup, view.Button: view.Group}
	group := &view.Node{Key: "scale", Role: of[choice], Name: chairAsk, Layout: view.Layout{Flow: view.Wrap, Gap: 8}}
	for i, s := range chairScale {
		group.Children = append(group.Children, &view.Node{Key: strconv.Itoa(i), Role: choice, Text: s, On: a.chairAnswer() == i+1,
			Press: view.Action("chair:" + strconv.Itoa(i)), Style: choiceStyle, Layout: choiceLayout})
	}
	name := debrief.FirstName(a.report.Talk.Client)
	return card("chair", view.Group, "Their chair",
		heading("title", 2, "Sit in "+name+"’s chair for a moment"),
		para("ask", fmt.Sprintf("You are %s now, and this is what you have just been through. %s", name, chairAsk)), group)
}

func (a *App) chairAnswer() int {
	if a.kept.look == 0 {
		return 0
	}
	return a.kept.runs[a.kept.look-1].chair
}

func (a *App) answerChair(arg string) bool {
	n, err := number(arg, len(chairScale)-1)
	if err != nil || a.whatIf() || a.kept.look == 0 {
		return false
	}
	a.kept.runs[a.kept.look-1].chair, a.sat = n+1, true
	return true
}

// chairSaid sets that answer beside how far the client did trust.
func (a *App) chairSaid() *view.Node {
	n := a.chairAnswer()
	if n == 0 {
		return nil
	}
	return para("chair", fmt.Sprintf("In %s’s chair you answered “%s”. Where it ended, %s trusted you at %d of 100.",
		debrief.FirstName(a.report.Talk.Client), chairScale[n-1], debrief.FirstName(a.report.Talk.Client), a.report.End))
}

// chairView is the conversation from the client's side: what they said, what
// they heard, and what they thought at each reply (P12).
func (a *App) chairView() *view.Node {
	r := a.report
	name := debrief.FirstName(r.Talk.Client)
	log := &view.Node{Key: "side", Role: view.List, Name: "The conversation from " + name + "’s side", Layout: view.Layout{Gap: 16}}
	next := 0
	for i := range r.Moments {
		m := &r.Moments[i]
		item := &view.Node{Key: strconv.Itoa(i), Role: view.ListItem, Layout: view.Layout{Gap: 6}}
		if i == 0 || next < len(r.Breaks) && r.Breaks[next].After == i {
			if i > 0 {
				next++
			}
			item.Children = append(item.Children, heading("meeting", 2, m.Meeting))
		}
		item.Children = append(item.Children,
			side("mine", view.Edges{Left: aside}, &view.Node{Key: "me", Role: view.Text, Text: "I say: " + m.Heard, Style: view.Style{Paper: view.Own, Round: 14}, Layout: bubble}),
			side("theirs", view.Edges{Right: aside}, theirWords(m.Said)))
		if m.Thinks != "" {
			item.Children = append(item.Children, &view.Node{Key: "thinks", Role: view.Text, Text: m.Thinks, Style: view.Style{Italic: true},
				Layout: view.Layout{Pad: view.Edges{Left: aside + bubble.Pad.Left}}})
		}
		log.Children = append(log.Children, item)
	}
	question := a.chairQuestion(view.Button) // first, for who passed it by at the ending
	if said := a.chairSaid(); said != nil {
		said.Key, said.Focus, question = "answered", a.sat, said
	}
	return a.page("chair",
		title("From "+name+"’s chair"), question,
		para("what", "The same conversation. “I” is "+name+"; “they” is you."),
		log, row("act", primary("back", "Back to the debrief", "to-debrief")))
}

// side sets one side's words off from the other's.
func side(key string, pad view.Edges, words *view.Node) *view.Node {
	n := column(key, 0, words)
	n.Layout.Pad = pad
	return n
}

// theirWords is what the client met, seen from their side: what was done is no
// less part of it than what was said.
func theirWords(said string) *view.Node {
	n := &view.Node{Key: "you", Role: view.Text, Text: "They say: " + said, Style: view.Style{Paper: view.Spoken, Round: 14}, Layout: bubble}
	if debrief.Acts(said) {
		n.Text, n.Style.Italic = "They: "+said, true
	}
	return n
}

var bubble = view.Layout{Pad: view.Edges{Top: 8, Right: 14, Bottom: 8, Left: 14}}
