package screens

import "earned/game/view"

// Displays is what the browser tells of the laptop's screens.
type Displays uint8

// What it may tell. Not every browser does.
const (
	DisplaysUnknown Displays = iota
	DisplayOne               // one picture: a single screen, or a projector that mirrors it
	DisplaysMany             // the desktop is extended
)

func (d Displays) words() string {
	switch d {
	case DisplayOne:
		return "Careful: this laptop shows one picture only. If the projector is connected, it mirrors your screen, and the room would see your notes. Have it extended: Windows key and P, “Extend”; on a Mac, Displays, “Extended display”."
	case DisplaysMany:
		return "The projector and the laptop show different pictures. Put this window on the projector, and your notes on the laptop."
	}
	return "This browser does not tell whether the projector mirrors the laptop. To check, move this window: if it shows on both at once, have the screens extended (Windows key and P, “Extend”; on a Mac, Displays, “Extended display”)."
}

// SetDisplays tells what the browser says of the screens, when that changes.
func (a *App) SetDisplays(d Displays) {
	if d != a.shop.display {
		a.shop.display = d
		a.changed()
	}
}

// Window is how the facilitator's second window stands.
type Window uint8

// How it may stand.
const (
	WindowNever   Window = iota // not asked for
	WindowOpen                  //
	WindowBlocked               // the browser refused it
	WindowClosed                // somebody closed it
)

// SetNotes tells how the notes window stands, when that changes.
func (a *App) SetNotes(n Window) {
	if n != a.shop.notes {
		a.shop.notes = n
		a.changed()
	}
}

// openNotes asks for the notes window.
func (a *App) openNotes() bool {
	a.effect(Effect{Kind: OpenNotes})
	return true
}

func (w *workshop) notesSaid() *view.Node {
	var says string
	switch w.notes {
	case WindowOpen:
		says = "The notes window is open."
	case WindowBlocked:
		says = "The browser has blocked the notes window. Allow pop-up windows for this page, then press the button again."
	case WindowClosed:
		says = "The notes window was closed. The button opens it again."
	default:
		return nil
	}
	return &view.Node{Key: "window", Role: view.Status, Text: says, Style: view.Style{Bold: w.notes != WindowOpen}}
}
