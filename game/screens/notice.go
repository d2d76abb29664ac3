package screens

import "earned/game/view"

// noticeView says that something kept could not be read, and what was done.
func (a *App) noticeView() *view.Node {
	return a.page("notice",
		title("Something kept here could not be read"),
		para("why", a.notice),
		para("aside", "It has not been thrown away: it is set aside in this browser, unchanged, under the name “"+KeyBroken+"”. Everything else works as it should."),
		row("act", primary("go", "Continue", "go-on")))
}

// aboutView is where this comes from and what it does with what it is told.
func (a *App) aboutView() *view.Node {
	return a.page("about",
		title("About Earned"),
		para("what", "Earned is for practising the conversations that selling is made of: answering a client whose trust you do not have yet. Trust is slow to earn and quickly lost, it follows from what you put in first, and only the one who gives it can say how much there is. So the game shows you a person and no meter."),
		para("debrief", "After each conversation the debrief shows all of it: how much they trusted you at every moment, what they thought, which principle was at work, and what another answer would have done."),
		para("scope", "The people, firms and hospitals in it are made up. What counts here is a training rule, with integers; people are more than that."),
		para("kept", "Nothing you do is sent anywhere. What is kept is kept in this browser, and one press in the settings deletes it."),
		para("licence", "Earned is free software under the Apache License 2.0."),
		row("act", primary("back", "Back", "back")))
}
