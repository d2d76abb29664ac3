package screens

import (
	"slices"

	"earned/game/view"
)

// Ahead is the screen that pressing the k-th of the replies would bring, where
// the conversation simply goes on; nil where there is no such reply, or it
// leads elsewhere. Laid out while the player reads, its letters are shaped and
// its lines broken by the time somebody waits for them; nothing is done but
// that. more tells whether there are further replies.
func (a *App) Ahead(k int) (next *view.Node, more bool) {
	if a.at != Talking {
		return nil, false
	}
	h := *a.held
	order := h.Order(h.run.Seed, h.now(), nil)
	if k >= len(order) {
		return nil, false
	}
	b := *a
	b.held = &h
	h.moments, h.run.Replies = slices.Clip(h.moments), slices.Clip(h.run.Replies)
	h.say(h.beat(len(h.moments)).Replies[order[k]].ID)
	if b.at = b.whereNow(); b.at != Talking {
		return nil, true
	}
	b.voice = 0
	return b.talkView(), true
}
