package screens

import "earned/game/view"

// Place is which screen is shown. Kept in the save by number: the order never
// changes, new ones go last.
type Place uint8

// The places.
const (
	Title     Place = iota // what this is, and whom to meet
	Brief                  // before a conversation
	Scene                  // between meetings
	Talking                // the conversation
	Asking                 // "how is it going?"
	Ended                  // how it turned out
	Debriefed              // what happened, and why
	Noticed                // something kept could not be read
	Setting
	About
	Chair    // the conversation from the client's side
	Circle   // everyone met, and how they stand to the player
	Offering // which conversations are offered, laid over the settings
	Planning // a workshop is chosen and set up
	Script   // the whole of its conversation, to be read beforehand
	Rooming  // a workshop being held
	Review   // its debrief
	numPlaces
)

// class is how a screen is composed, by the room there is for words.
type class uint8

const (
	upright class = iota // a phone held upright, or large text: one column
	wide                 // a laptop or a projector: two columns
)

// class takes the text size as less room, so that 200 % on a laptop is
// composed as a phone is. Lengths are in layout units, which grow with the
// screen: a projector is a laptop seen from further off.
func (a *App) class() class {
	w, h := a.room()
	if w < 760 || w < h {
		return upright
	}
	return wide
}

// room is how large the screen is, in layout units at the player's text size.
func (a *App) room() (w, h float64) {
	k := view.TypeFor(a.w, a.h, 1).Unit * a.kept.settings.Scale()
	return a.w / k, a.h / k
}

func inConversation(p Place) bool { return p == Scene || p == Talking || p == Asking }
