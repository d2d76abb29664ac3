package screens

import (
	"fmt"

	"earned/game/career"
	"earned/game/debrief"
	"earned/game/view"
	"earned/scenarios"
)

// circle opens the circle.
func (a *App) circle() bool {
	if a.at != Title {
		return false
	}
	a.at = Circle
	return true
}

// circleView is everyone met so far: how they stand to the player, and who
// introduced whom. It counts relationships, never meetings (R10).
func (a *App) circleView() *view.Node {
	c := a.career()
	people := c.Circle()
	list := &view.Node{Key: "people", Role: view.List, Name: "Your circle", Layout: view.Layout{Gap: 16}}
	met := 0
	for i := range people {
		if people[i].Met {
			met++
			list.Children = append(list.Children, a.personCard(&people[i]))
		}
	}
	var count string
	switch n := c.Relationships(); {
	case n == 0:
		count = "Nobody trusts you as an advisor yet. That takes its time."
	case met == 1:
		count = "The one client you have met trusts you as an advisor."
	case n == 1:
		count = fmt.Sprintf("Of the %d clients you have met, one trusts you as an advisor.", met)
	default:
		count = fmt.Sprintf("Of the %d clients you have met, %d trust you as an advisor.", met, n)
	}
	done := ""
	if c.Over() {
		done = "You have met everyone there is to meet. Each first ending stands; to meet somebody again is practice."
	}
	return a.beside(a.page("circle", title("Your circle"), para("count", count), para("done", done), list, row("act", primary("home", "Back", "home"))), list)
}

// stands is how a client stands to the player, in words.
var stands = [...]string{
	scenarios.Cold:     "Does not trust you.",
	scenarios.Wary:     "Is wary of you.",
	scenarios.Open:     "Trusts you some of the way.",
	scenarios.Trusting: "Trusts you.",
}

func (a *App) personCard(p *career.Person) *view.Node {
	how := stands[p.Band]
	if p.Deceived {
		how += " Has not forgotten that you said what was not so."
	}
	face := a.portrait(p.Client, p.Last, 96, 120)
	face.Picture.Feels, face.Picture.Trust = uint8(atEnd[p.Band]), p.Trust
	words := column("words", 6, heading("name", 2, p.Client.Name), quiet("role", roleOf(p.Client)))
	if p.Ending != nil {
		words.Children = append(words.Children, para("ending", fmt.Sprintf("“%s”: %s.", p.Ending.Title, lower(debrief.Outcome(p.Ending)))))
	}
	words.Children = append(words.Children, para("how", how))
	if by := a.book.Client(p.IntroducedBy); by != nil {
		words.Children = append(words.Children, para("by", by.Name+" introduced you."))
	}
	words.Layout.Grow = 1
	return card(p.Client.ID, view.ListItem, "",
		&view.Node{Key: "who", Layout: view.Layout{Flow: view.Across, Gap: 20}, Children: []*view.Node{face, words}})
}
