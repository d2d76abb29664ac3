package career

import (
	"slices"

	"earned/game/talk"
	"earned/game/trust"
	"earned/scenarios"
)

// Person is one client of the circle, as the last conversation with them that
// counts left things.
type Person struct {
	Client       *scenarios.Client
	Met          bool
	Last         *scenarios.Conversation // nil: not met
	Ending       *scenarios.Ending       // nil: not met, or recorded on another text
	Trust        uint8                   // 0–100, for the end of a career; 0 where not met
	Band         scenarios.Band
	Deceived     bool
	Advisor      bool   // they ended trusting the player as an advisor
	IntroducedBy string // id of the client who introduced the player; empty: nobody did
	Introduced   bool   // they gave a referral freely
}

// Circle is everyone in the book, in its order: who trusts the player, and who
// introduced whom.
func (c *Career) Circle() []Person {
	people := make([]Person, len(c.book.Clients))
	for i := range people {
		people[i].Client = &c.book.Clients[i]
	}
	for _, r := range c.held {
		x := c.book.Conversation(r.Conversation)
		for i := range people {
			if p := &people[i]; p.Client.ID == x.Client {
				p.met(c, x, r)
			}
		}
	}
	return people
}

func (p *Person) met(c *Career, x *scenarios.Conversation, r talk.Run) {
	p.Met, p.Last, p.Ending = true, x, c.Ending(x.ID)
	p.Trust, p.Band = r.End.Trust.Trust, r.End.Trust.Band()
	p.Deceived = p.Deceived || r.End.Trust.Ceiling == trust.Deceived
	p.Advisor = false
	if t, err := talk.New(c.book, x.ID); err == nil && p.Ending != nil {
		p.Advisor = t.TrustedAdvisor(r.End)
	}
	if r.Start < len(x.Starts) && x.Starts[r.Start].IntroducedBy != "" {
		p.IntroducedBy = x.Starts[r.Start].IntroducedBy
	}
	p.Introduced = p.Introduced || p.Ending != nil && p.Ending.Referral
}

// Relationships is how many clients trust the player as an advisor: what
// counts in a career, however few meetings it took (R10).
func (c *Career) Relationships() int {
	n := 0
	for _, p := range c.Circle() {
		if p.Advisor {
			n++
		}
	}
	return n
}

// Over reports whether every conversation on offer was held.
func (c *Career) Over() bool {
	return !slices.ContainsFunc(c.Offers(), func(o Offer) bool { return o.Offered && !o.Held })
}
