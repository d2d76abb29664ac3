package screens

import (
	"earned/game/talk"
	"earned/game/view"
	"earned/scenarios"
)

// HintAt is the hint that practice gives at a beat; empty: none.
func HintAt(b *scenarios.Beat) string {
	a := &App{}
	a.kept.settings.Practice = true
	if n := a.hint(b); n != nil {
		return n.Text
	}
	return ""
}

// SavedRun is a save in which the debrief of a run is open.
func SavedRun(run talk.Run) string {
	k := kept{settings: DefaultSettings(), at: Debriefed, look: 1, runs: []recorded{{code: run.String()}}}
	return k.String()
}

// ThoughtAhead reports whether what was in reach is known already.
func ThoughtAhead(a *App) bool { return a.report.Most != nil }

// RoomPoster is the workshop's debrief as a picture.
func RoomPoster(a *App) *view.Node { return a.roomPoster() }

// QuestionsOf is what a room that holds all of a conversation is asked.
func QuestionsOf(c *scenarios.Conversation) *view.Node { return (&App{}).questionsView(c, 0) }
