package screens

import "earned/game/view"

// Effect is something a press asks of the world outside the screens. The
// caller takes them with [App.Effects] and carries them out, in order.
type Effect struct {
	Kind  EffectKind
	Key   string // of Save
	Value string // of Save and Copy
	On    bool   // of TextMode
	Cue   Cue    // of Play
	Host  *HostMessage
	Tree  *view.Node // of Paint: what the picture shows
}

// EffectKind is what an effect asks for.
type EffectKind uint8

// The effects.
const (
	Save      EffectKind = iota + 1 // keep Value under Key, at once
	Forget                          // delete everything the game keeps: all of Keys
	Copy                            // put Value on the clipboard
	TextMode                        // show the twin instead of the picture, or the picture again
	Play                            // let Cue be heard, where that is possible
	Paint                           // paint Tree and keep it as a picture under the name Key
	Print                           // print what Printed tells
	Download                        // keep Value as a file of the name Key
	Hosting                         // have the workshop's server, or the page's door to it, do what Host says
	Visit                           // open the page at Value, an address below this one's, in a tab of its own
	OpenNotes                       // show what Notes tells in a second window
)

// The names under which the game keeps things in the browser.
const (
	Key       = "earned"        // the whole save
	KeyBroken = "earned.broken" // a save that could not be read, set aside unchanged
)

// Keys are all the names the game keeps anything under; Forget deletes them.
var Keys = []string{Key, KeyBroken, KeyRoom, KeyHost}

func (a *App) effect(e Effect) { a.effects = append(a.effects, e) }

// Effects returns what the presses since the last call ask for, oldest first,
// and forgets it.
func (a *App) Effects() []Effect {
	e := a.effects
	a.effects = nil
	return e
}
