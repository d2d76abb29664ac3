package screens

import (
	"earned/game/debrief"
	"earned/game/talk"
	"earned/game/view"
	"earned/scenarios"
)

// endingView is how it turned out, for the player and for the client.
func (a *App) endingView() *view.Node {
	t, run, e := a.ended()
	if e == nil { // the record names an ending that is no longer written
		return a.page("ended", title("title", t.Conversation.Title),
			para("gone", "This conversation has been rewritten since, and its ending with it. What was recorded stands."),
			row("act", primary("go", "Continue", "go-on")))
	}
	face := &view.Node{Key: "client", Role: view.Image, Name: "Client: " + t.Client.Name + ", " + lookAtEnd(run.End), Style: view.Style{Round: 16},
		Picture: portraitAtEnd(t, run.End), Layout: view.Layout{Height: 260, MinHeight: 120}}
	col := []*view.Node{a.whatIfBanner(), face, title("title", e.Title), quiet("outcome", debrief.Outcome(e)+"."), paras("says", e.Says)}
	if e.Became != "" {
		col = append(col, column("became", 8, heading("title", 2, "What became of "+debrief.FirstName(t.Client)), para("says", e.Became)))
	}
	return a.page("ended", append(col, a.chairQuestion(), row("act", primary("go", "Continue", "go-on")))...)
}

// ended is the run whose ending is shown.
func (a *App) ended() (*talk.Talk, talk.Run, *scenarios.Ending) {
	if a.whatIf() {
		return a.held.Talk, a.held.run, a.held.Ending(a.held.now())
	}
	return a.report.Talk, a.record, a.report.Ending
}

// atEnd is the client's face at the end, and what is seen of it.
var atEnd = [...]struct {
	feels scenarios.Feeling
	seen  string
}{
	scenarios.Cold:     {scenarios.Absent, "already looking elsewhere"},
	scenarios.Wary:     {scenarios.Guarded, "polite, at a distance"},
	scenarios.Open:     {scenarios.Relieved, "at ease"},
	scenarios.Trusting: {scenarios.Warm, "with a warm look"},
}

func lookAtEnd(s talk.State) string { return atEnd[s.Trust.Band()].seen }

func portraitAtEnd(t *talk.Talk, s talk.State) view.Picture {
	last := t.Conversation.Meetings[len(t.Conversation.Meetings)-1]
	return view.Picture{Kind: view.Portrait, Figure: t.Client.Figure, Feels: uint8(atEnd[s.Trust.Band()].feels), Trust: s.Trust.Trust, Setting: uint8(last.Setting)}
}
