package screens

import (
	"fmt"
	"strings"

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
	list := &view.Node{Key: "people", Role: view.List, Name: "Your circle", Layout: view.Layout{Gap: 12}}
	for i := range people {
		if people[i].Met {
			list.Children = append(list.Children, a.personCard(&people[i]))
		}
	}
	done := ""
	if c.Over() {
		done = "You have met everyone there is to meet. Each first ending stands; to meet somebody again is practice."
	}
	high := int(180 * (1 + a.kept.settings.Scale())) // names take their part
	drawn := &view.Node{Key: "circle", Role: view.Image, Name: tiesWords(people), Picture: view.Picture{Kind: view.Circle, Ties: a.ties(people)},
		Layout: view.Layout{Height: high}}
	says := column("says", 8, para("count", countWords(len(list.Children), c.Relationships())), para("done", done))
	drawing := column("drawing", 8, drawn, quiet("key", "The nearer somebody stands, the more they trust you. A heavy rim: as an advisor. An arrow: who introduced you to whom."))
	back := row("act", primary("home", "Back", "home"))
	if a.class() == upright {
		return a.page("circle", title("Your circle"), says, drawing, list, back)
	}
	drawn.Layout.Height = high + 20
	left, right := column("circle", 12, says, drawing), column("met", 16, list, back)
	left.Layout.Grow, right.Layout.Grow = 6, 5
	p := a.page("circle", title("Your circle"), &view.Node{Key: "beside", Layout: view.Layout{Flow: view.Across, Gap: 32}, Children: []*view.Node{left, right}})
	p.Children[1].Children[0].Layout.MaxWidth = broad + edges
	return p
}

// countWords says how many of those met trust the player as an advisor.
func countWords(met, trust int) string {
	switch {
	case trust == 0:
		return "Nobody trusts you as an advisor yet. That takes its time."
	case met == 1:
		return "The one client you have met trusts you as an advisor."
	case trust == 1:
		return fmt.Sprintf("Of the %d clients you have met, one trusts you as an advisor.", met)
	}
	return fmt.Sprintf("Of the %d clients you have met, %d trust you as an advisor.", met, trust)
}

// lastFace is a client who was met, as they were left: where they were last
// seen, if they ever were.
func (a *App) lastFace(p *career.Person, w, h int) *view.Node {
	n := a.portrait(p.Client, p.Last, w, h)
	n.Picture.Feels, n.Picture.Trust = uint8(atEnd[p.Band]), p.Trust
	c := a.career()
	for i := range a.book.Conversations {
		x := &a.book.Conversations[i]
		if _, held := c.Held(x.ID); x.Client != p.Client.ID || !held {
			continue
		}
		for k := range x.Meetings {
			if at := x.Meetings[k].Setting; at != scenarios.Phone {
				n.Picture.Setting = uint8(at)
			}
		}
	}
	return n
}

// ties is the circle as it is drawn.
func (a *App) ties(people []career.Person) *view.Ties {
	at := map[string]int{}
	for i := range people {
		at[people[i].Client.ID] = i
	}
	var out []view.Tie
	for i := range people {
		p := &people[i]
		t := view.Tie{Name: debrief.FirstName(p.Client), Near: len(stands) - 1, By: -1, Close: p.Advisor}
		if p.Met {
			t.Near = len(stands) - 1 - int(p.Band)
			t.Face = a.lastFace(p, 1, 1).Picture
		}
		if by, ok := at[p.IntroducedBy]; ok {
			t.By = by
		}
		out = append(out, t)
	}
	return &view.Ties{You: "You", People: view.Beside(out)}
}

// tiesWords is the circle for those who cannot see it.
func tiesWords(people []career.Person) string {
	var near [len(stands)][]string
	var unmet []string
	for i := range people {
		name := debrief.FirstName(people[i].Client)
		if !people[i].Met {
			unmet = append(unmet, name)
			continue
		}
		near[people[i].Band] = append(near[people[i].Band], name)
	}
	said := []string{"The circle, from the nearest to you outwards."}
	for b := len(near) - 1; b >= 0; b-- {
		if len(near[b]) > 0 {
			said = append(said, stood[b]+": "+strings.Join(near[b], ", ")+".")
		}
	}
	if len(unmet) > 0 {
		said = append(said, "Not met yet: "+strings.Join(unmet, ", ")+".")
	}
	return strings.Join(said, " ")
}

// stood heads those who stand alike.
var stood = [...]string{scenarios.Cold: "Do not trust you", scenarios.Wary: "Wary of you", scenarios.Open: "Trust you some of the way", scenarios.Trusting: "Trust you"}

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
	face := a.lastFace(p, 96, 120)
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
