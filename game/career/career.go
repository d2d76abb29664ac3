// Package career is the clients as a circle: all the conversations of one
// player in order, who can be met next, from which start, and what became of
// everyone. It is pure, and chains recorded ends: it never plays a run again.
package career

import (
	"slices"

	"earned/game/talk"
	"earned/scenarios"
)

// Career is what a player's recorded runs come to. It never changes.
type Career struct {
	book    *scenarios.Book
	held    []talk.Run // one a conversation, in the order in which they ended
	offered []string   // ids of the conversations offered; nil: all
}

// Of is the career that recorded runs make, oldest first. The first ending of
// a conversation stands: playing it again is practice and changes nothing.
// Runs that have not ended, or of conversations that are not in the book, are
// passed over.
func Of(book *scenarios.Book, runs []talk.Run) *Career {
	c := &Career{book: book}
	for _, r := range runs {
		if r.End.Over() && book.Conversation(r.Conversation) != nil && c.at(r.Conversation) < 0 {
			c.held = append(c.held, r)
		}
	}
	return c
}

// Offering is the same career with only these conversations on offer, for
// whoever sets what a newcomer meets. Ids that are not in the book are passed
// over; where none is left, all are offered.
func (c *Career) Offering(ids []string) *Career {
	out := &Career{book: c.book, held: c.held}
	for _, id := range ids {
		if c.book.Conversation(id) != nil {
			out.offered = append(out.offered, id)
		}
	}
	return out
}

// offers reports whether a conversation is on offer.
func (c *Career) offers(id string) bool { return c.offered == nil || slices.Contains(c.offered, id) }

func (c *Career) at(id string) int {
	return slices.IndexFunc(c.held, func(r talk.Run) bool { return r.Conversation == id })
}

// Held is the run that counts for a conversation, and whether there is one.
func (c *Career) Held(id string) (talk.Run, bool) {
	if i := c.at(id); i >= 0 {
		return c.held[i], true
	}
	return talk.Run{}, false
}

// Ending is how a conversation ended for good, or nil. It is nil too where the
// run was recorded on a text that had other endings.
func (c *Career) Ending(id string) *scenarios.Ending {
	r, ok := c.Held(id)
	x := c.book.Conversation(id)
	if !ok || int(r.End.Ending) >= len(x.Endings) {
		return nil
	}
	return &x.Endings[r.End.Ending]
}

// Offer is a conversation as the career stands.
type Offer struct {
	Conversation *scenarios.Conversation
	Client       *scenarios.Client
	Start        int    // index of the start it would begin from
	Offered      bool   // it is on offer (Offering)
	Open         bool   // it can be held now
	Held         bool   // it was, and its ending stands
	Waits        string // the conversation that must be over first; empty: none
}

// Offers lists every conversation of the book, in its order.
func (c *Career) Offers() []Offer {
	var out []Offer
	for i := range c.book.Conversations {
		x := &c.book.Conversations[i]
		o := Offer{Conversation: x, Client: c.book.Client(x.Client), Start: c.Start(x), Offered: c.offers(x.ID), Held: c.at(x.ID) >= 0}
		o.Waits = c.waits(x)
		o.Open = o.Offered && o.Waits == ""
		out = append(out, o)
	}
	return out
}

// waits is the first conversation on offer that must be over before this one.
// One that is not on offer will never be held: nothing waits for it, only for
// what it would have waited for, and what depended on it begins cold.
func (c *Career) waits(x *scenarios.Conversation) string {
	for _, before := range x.After {
		switch b := c.book.Conversation(before); {
		case c.at(before) >= 0 || b == nil:
		case c.offers(before):
			return before
		default:
			if id := c.waits(b); id != "" {
				return id
			}
		}
	}
	return ""
}

// Start is the index of the start from which a conversation begins: the first
// of which everything has happened, else the first of the list. No
// introduction means a colder start, never a locked door (R1).
func (c *Career) Start(x *scenarios.Conversation) int {
	for i := range x.Starts {
		from := x.Starts[i].From
		if len(from) > 0 && !slices.ContainsFunc(from, func(o scenarios.Origin) bool { return !c.happened(o) }) {
			return i
		}
	}
	return 0
}

// happened reports whether a conversation is over, in one of the ways and for
// as long as the origin says.
func (c *Career) happened(o scenarios.Origin) bool {
	i := c.at(o.Conversation)
	if i < 0 || len(c.held)-1-i < o.Idle {
		return false
	}
	if len(o.Endings) == 0 {
		return true
	}
	e := c.Ending(o.Conversation)
	return e != nil && slices.Contains(o.Endings, e.ID)
}
