package screens

import (
	"earned/game/debrief"
	"earned/game/talk"
	"earned/game/view"
	"earned/game/view/seen"
	"earned/scenarios"
)

// endingView is how it turned out, for the player and for the client.
func (a *App) endingView() *view.Node {
	t, run, e := a.ended()
	if e == nil { // the record names an ending that is no longer written
		return a.page("ended", title(t.Conversation.Title),
			para("gone", "This conversation has been rewritten since, and its ending with it. What was recorded stands."),
			row("act", primary("go", "Continue", "go-on")))
	}
	face := &view.Node{Key: "client", Role: view.Image, Name: "Client: " + lookAtEnd(t, run.End), Style: view.Style{Round: 16},
		Picture: portraitAtEnd(t, run.End), Layout: view.Layout{Height: 220, MinHeight: 120}}
	col := []*view.Node{column("head", 4, title(e.Title), quiet("outcome", debrief.Outcome(e)+".")), paras("says", e.Says)}
	if e.Became != "" {
		col = append(col, column("became", 8, heading("title", 2, "What became of "+debrief.FirstName(t.Client)), para("says", e.Became)))
	}
	if !a.whatIf() && a.report.Apart != "" { // judged apart from its result, here already (T4)
		col = append(col, column("apart", 8, heading("title", 2, "What to make of it"), para("says", a.report.Apart)))
	}
	col = append(col, a.chairQuestion(view.Radio), row("act", primary("go", "Continue", "go-on")))
	if a.class() == upright {
		return a.page("ended", append([]*view.Node{a.whatIfBanner(), a.lastWords(), face}, col...)...)
	}
	return a.endingBeside(face, col)
}

// endingBeside is the ending where there is room for the client to stay beside
// what became of it all.
func (a *App) endingBeside(face *view.Node, col []*view.Node) *view.Node {
	face.Layout = view.Layout{Width: 290, Height: 400, MinHeight: 120}
	words := column("words", 20, col...)
	words.Layout.Grow = 1
	p := a.page("ended", a.whatIfBanner(), a.lastWords(),
		&view.Node{Key: "beside", Layout: view.Layout{Flow: view.Across, Gap: 36}, Children: []*view.Node{face, words}})
	p.Children[1].Children[0].Layout.MaxWidth = broad
	return p
}

// lastWords is the reply that ended the conversation: what was chosen is said on
// screen, this one too.
func (a *App) lastWords() *view.Node {
	if a.whatIf() {
		return a.ownWords("said", a.held.said(len(a.held.moments)-1).Says)
	}
	if n := len(a.report.Moments); n > 0 && a.report.Stale == "" {
		return a.ownWords("said", a.report.Moments[n-1].Said)
	}
	return nil
}

// ended is the run whose ending is shown.
func (a *App) ended() (*talk.Talk, talk.Run, *scenarios.Ending) {
	if a.whatIf() {
		return a.held.Talk, a.held.run, a.held.Ending(a.held.now())
	}
	return a.report.Talk, a.record, a.report.Ending
}

// atEnd is the client's face at the end.
var atEnd = [...]scenarios.Feeling{
	scenarios.Cold: scenarios.Absent, scenarios.Wary: scenarios.Guarded, scenarios.Open: scenarios.Relieved, scenarios.Trusting: scenarios.Warm,
}

func lastMeeting(t *talk.Talk) *scenarios.Meeting {
	return &t.Conversation.Meetings[len(t.Conversation.Meetings)-1]
}

func lookAtEnd(t *talk.Talk, s talk.State) string {
	return seen.Of(debrief.FirstName(t.Client), atEnd[s.Trust.Band()], s.Trust.Band(), lastMeeting(t).Setting)
}

func portraitAtEnd(t *talk.Talk, s talk.State) view.Picture {
	return view.Picture{Kind: view.Portrait, Figure: t.Client.Figure, Feels: uint8(atEnd[s.Trust.Band()]), Trust: s.Trust.Trust,
		Setting: uint8(lastMeeting(t).Setting)}
}
