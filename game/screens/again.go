package screens

import (
	"earned/game/view"
)

// firstView meets the player after their first conversation: that it leaves a
// dent is usual, and the second is offered at once, before anything is taken
// apart.
func (a *App) firstView() *view.Node {
	if len(a.kept.runs) != 1 || a.other != nil || a.kept.shown != "" {
		return nil
	}
	dent := para("dent", "A first conversation usually leaves a dent in one’s confidence: all that one did not see, one sees now. That is no verdict on you, and the second is what it is for.")
	acts := row("act", a.goAgain(), a.meetNext())
	if a.class() == upright {
		return card("first", view.Group, "Your first conversation", dent, acts)
	}
	dent.Layout.Grow, acts.Layout.Width = 1, 340
	return card("first", view.Group, "Your first conversation",
		&view.Node{Key: "beside", Layout: view.Layout{Flow: view.Across, Gap: 24}, Children: []*view.Node{dent, acts}})
}

// goAgain leads to the same conversation anew; nil: it is no longer offered.
func (a *App) goAgain() *view.Node {
	if !a.canMeet(a.report.Talk.Conversation.ID) {
		return nil
	}
	return primary("again", "Play again", view.Action("again:"+a.report.Talk.Conversation.ID))
}

// meetNext leads on to whom the player has not met; nil: everyone who can be
// met was.
func (a *App) meetNext() *view.Node {
	career := a.career()
	c := a.conversation(a.next())
	if c == nil {
		return nil
	}
	if _, held := career.Held(c.ID); held {
		return nil
	}
	return secondary("next", "Meet "+a.client(c).Name, view.Action("meet:"+c.ID))
}
