package main

import (
	"time"

	"earned/game/screens"
	"earned/game/view"
	"earned/game/web"
)

// What a workshop needs of the page beside what every screen does: a clock that
// is shown, keys pressed anywhere, the notes window, files.

// now is the time since Unix' beginning: a discussion goes on while the laptop
// is closed.
func clockNow() time.Duration { return time.Duration(time.Now().UnixNano()) }

// key is a key pressed anywhere.
func (g *game) key(key string, onButton bool) (used bool) {
	g.locked(func() {
		g.app.SetNow(clockNow())
		if used = g.app.Key(key, onButton); used {
			g.effects()
			g.show()
		}
	})
	return used
}

// clock has the screen brought up to date when a clock on it moves on, also
// where no picture is painted.
func (g *game) clock() {
	due := g.app.Due()
	if due == 0 || g.ticking {
		return
	}
	g.ticking = true
	web.After(due+time.Millisecond, func() {
		g.locked(func() {
			g.ticking = false
			g.app.SetNow(clockNow())
			g.show()
			g.clock()
		})
	})
}

// showNotes brings the notes window up to what the app is now.
func (g *game) showNotes() {
	if g.notes != nil && g.notes.Stands() == web.NotesOpen {
		g.notes.Put(g.app.Notes())
	}
}

// typed is what was typed into a box, here or in the notes window.
func (g *game) typed(a view.Action, text string) {
	g.locked(func() {
		g.app.SetNow(clockNow())
		g.app.Type(a, text)
		g.effects()
		g.show() // also where it was refused: the box shows what stands
	})
}

// openNotes opens the notes window, or brings it to the front. Browsers allow
// it only while a press is being handled.
func (g *game) openNotes() {
	if g.notes == nil {
		g.notes = web.NewNotes(web.NotesHeard{
			Press: g.press,
			Type:  g.typed,
			Key:   g.key,
			Closed: func() {
				g.locked(func() {
					g.app.SetNotes(screens.WindowClosed)
					g.show()
				})
			},
		})
	}
	g.notes.Open()
	g.app.SetNotes(window(g.notes.Stands()))
}

func window(s web.NotesState) screens.Window {
	return [...]screens.Window{web.NotesNever: screens.WindowNever, web.NotesOpen: screens.WindowOpen,
		web.NotesBlocked: screens.WindowBlocked, web.NotesClosed: screens.WindowClosed}[s]
}

// displays is what the browser tells of the screens, in the screens' words.
func displays() screens.Displays {
	switch extended, known := web.Extended(); {
	case !known:
		return screens.DisplaysUnknown
	case extended:
		return screens.DisplaysMany
	}
	return screens.DisplayOne
}
