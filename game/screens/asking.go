package screens

import (
	"strconv"

	"earned/game/view"
)

// scale is the answers to "how is it going?", from worst to best. In words:
// a number would be taken for the meter.
var scale = [...]string{"I have lost them", "Not well", "I cannot tell", "Well", "They trust me"}

const question = "How is it going?"

// askView asks the player for their own reading. It is kept beside the truth
// for the debrief.
func (a *App) askView() *view.Node {
	group := &view.Node{Key: "scale", Role: view.RadioGroup, Name: question, Layout: view.Layout{Flow: view.Wrap, Gap: 8}}
	for i, s := range scale {
		group.Children = append(group.Children, &view.Node{Key: strconv.Itoa(i), Role: view.Radio, Text: s, On: a.asked == i+1, Digit: i + 1,
			Press: view.Action("reading:" + strconv.Itoa(i)), Focus: i == 0, Style: choiceStyle, Layout: replyLayout})
	}
	n := card("ask", view.Group, question, heading("title", 2, question),
		quiet("note", "For you alone. You will see afterwards how near you were."), group, row("act", primary("go", "Continue", "answered")))
	n.Layout.Pad = view.All(16)
	return n
}

// choose chooses an answer.
func (a *App) choose(arg string) bool {
	if a.at != Asking {
		return false
	}
	n, err := number(arg, len(scale)-1)
	if err != nil {
		return false
	}
	a.asked = n + 1
	return true
}
