package screens

import (
	"fmt"

	"earned/game/debrief"
	"earned/game/view"
)

// savePicture asks for the debrief as a picture.
func (a *App) savePicture() bool {
	if !a.opt.Draws {
		return false
	}
	name := "earned-" + a.report.Talk.Conversation.ID
	a.did = "The picture is among your downloads, as " + name + ".png."
	a.effect(Effect{Kind: Paint, Key: name, Tree: a.poster()})
	return true
}

// sheet is what is saved as one picture: nothing to press, and all of it in
// sight. It is composed for paper, not for the screen it is saved on.
func sheet(parts ...*view.Node) *view.Node {
	return &view.Node{Key: "poster", Role: view.Main, Style: view.Style{Paper: view.Page}, Children: present(parts),
		Layout: view.Layout{Gap: 24, Pad: view.Edges{Top: 36, Right: 44, Bottom: 36, Left: 44}}}
}

// poster is the debrief as one picture.
func (a *App) poster() *view.Node {
	r := a.report
	return sheet(
		a.posterHead(),
		only(len(r.Habits) > 0, column("habits", 8, habitsTitle(), a.habitCards(true))),
		only(len(r.Moments) > 0, column("chart", 8, a.chartTitle(), a.curve(a.chart(), 250), a.reachWords(), a.readerWords())),
		a.posterMoment(),
		quiet("foot", "Earned: a conversation game about trust. What counts here is a training rule; people are more than that."),
	)
}

// posterHead is who it was, how it ended, and what it came to.
func (a *App) posterHead() *view.Node {
	r := a.report
	face := a.faceAtEnd(150, 190)
	words := column("words", 12, column("head", 4, title("Debrief: "+r.Talk.Conversation.Title), a.outcomeLine()), paras("verdict", r.Verdict), para("stale", r.Stale))
	words.Layout.Grow = 1
	return &view.Node{Key: "top", Layout: view.Layout{Flow: view.Across, Gap: 28}, Children: []*view.Node{face, words}}
}

// posterMoment is the moment that weighed most.
func (a *App) posterMoment() *view.Node {
	r := a.report
	if !r.Holds() {
		return nil
	}
	m, name := &r.Moments[r.Turning], debrief.FirstName(r.Talk.Client)
	return card("moment", view.Group, "The moment that weighed most",
		heading("title", 2, fmt.Sprintf("The moment that weighed most: reply %d", r.Turning+1)),
		para("heard", name+": “"+m.Heard+"”"), a.momentSaid(m), a.momentLanded(m), column("rules", 6, a.ruleLines(m)...), a.momentThought(m))
}
