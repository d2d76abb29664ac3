package screens

import (
	"fmt"
	"strconv"

	"earned/game/debrief"
	"earned/game/view"
)

// Printed is the screen as it goes onto paper: of the debrief all of it, every
// moment opened; of any other screen what it shows.
func (a *App) Printed() *view.Node {
	if a.Place() == Review {
		return a.roomPrinted()
	}
	if a.Place() != Debriefed {
		return a.View()
	}
	r := a.report
	root := &view.Node{Key: "printed", Role: view.Main}
	root.Children = present([]*view.Node{
		a.debriefHead(),
		a.verdictView(),
		a.printedHabits(),
		a.printedChart(),
		a.everyMoment(),
		quiet("code", "This run as a code: "+r.Run.String()),
	})
	return root
}

func (a *App) printedHabits() *view.Node {
	if list := a.habitCards(false); list != nil {
		return column("habits", 8, habitsTitle(), list)
	}
	return nil
}

func (a *App) printedChart() *view.Node {
	if len(a.report.Moments) == 0 {
		return nil
	}
	return column("chart", 8, a.chartTitle(), a.curve(a.chart(), 220), a.compared(), a.reachWords(), a.chairSaid(), a.readerWords())
}

// everyMoment is all that the players said, opened.
func (a *App) everyMoment() *view.Node {
	r := a.report
	if !r.Holds() {
		return nil
	}
	all := column("moments", 16, heading("title", 2, "Every reply"))
	for i := r.From; i < len(r.Moments); i++ {
		m := &r.Moments[i]
		label := fmt.Sprintf("%d. %s", i+1, m.Meeting)
		all.Children = append(all.Children, &view.Node{Key: strconv.Itoa(i), Role: view.Group, Name: label, Style: view.Style{Border: true},
			Children: present([]*view.Node{
				heading("title", 3, label), para("heard", debrief.FirstName(r.Talk.Client)+": “"+m.Heard+"”"), a.momentSaid(m), a.momentLanded(m),
				column("rules", 6, a.ruleLines(m)...), a.momentThought(m), a.momentOthers(m)})})
	}
	return all
}
