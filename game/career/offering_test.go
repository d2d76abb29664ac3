package career_test

import (
	"testing"

	"earned/game/career"
	"earned/game/talk"
	"earned/scenarios"
)

// What depends on a conversation that is not on offer does not wait for it for
// ever: it opens, cold.
func TestWhatIsNotOfferedIsNotWaitedFor(t *testing.T) {
	b := small()
	c := career.Of(b, nil).Offering([]string{"ada", "ben-later"})
	offers := c.Offers()
	if offers[1].Offered || offers[1].Open {
		t.Errorf("ben is not offered, and is %+v", offers[1])
	}
	if o := offers[2]; !o.Offered || !o.Open || o.Waits != "" {
		t.Errorf("nothing is left to wait for, and ben is met later %+v", o)
	}
	if got := startOf(c, b, "ben-later"); got != "cold" {
		t.Errorf("ben is met later %q, want cold", got)
	}
}

// What happened before the choice was made still counts.
func TestWhatWasHeldCountsThoughNotOffered(t *testing.T) {
	b := small()
	c := career.Of(b, []talk.Run{run(t, b, "ben", 0, 0)}).Offering([]string{"ben-later"})
	if got := startOf(c, b, "ben-later"); got != "met" {
		t.Errorf("ben is met later %q, want met", got)
	}
	if !c.Offers()[1].Held || !c.Circle()[1].Met {
		t.Error("ben was met, and is forgotten")
	}
}

// The order that is left among what is offered is kept, through what is not.
func TestWaitingGoesThroughWhatIsNotOffered(t *testing.T) {
	b := small()
	b.Conversations[1].After = []string{"ada"}
	c := career.Of(b, nil).Offering([]string{"ada", "ben-later"})
	if o := c.Offers()[2]; o.Open || o.Waits != "ada" {
		t.Errorf("ben waits for %q, want ada", o.Waits)
	}
}

// A career is over when all that is offered was held.
func TestACareerOfWhatIsOfferedEnds(t *testing.T) {
	b := small()
	if c := career.Of(b, []talk.Run{run(t, b, "ada", 0, 0)}).Offering([]string{"ada"}); !c.Over() {
		t.Error("ada was met, and it is not over")
	}
	if c := career.Of(b, []talk.Run{run(t, b, "ada", 0, 0)}).Offering([]string{"ada", "ben"}); c.Over() {
		t.Error("ben was not met, and it is over")
	}
}

// Ids of another book say nothing: where none is left, all are offered.
func TestOfferingWhatIsNotThere(t *testing.T) {
	b := small()
	for _, ids := range [][]string{nil, {}, {"nobody"}} {
		for _, o := range career.Of(b, nil).Offering(ids).Offers() {
			if !o.Offered {
				t.Errorf("offering %q leaves out %s", ids, o.Conversation.ID)
			}
		}
	}
}

// Of the shipped book, whichever one is offered alone can be held at once, and
// begins as it would for somebody who has met nobody.
func TestAnyOneShippedConversationCanBeOfferedAlone(t *testing.T) {
	b, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for i := range b.Conversations {
		c := career.Of(b, nil).Offering([]string{b.Conversations[i].ID})
		for k, o := range c.Offers() {
			if o.Open != (k == i) {
				t.Errorf("offering %s alone: %s is open: %v", b.Conversations[i].ID, o.Conversation.ID, o.Open)
			}
			if o.Start != 0 {
				t.Errorf("%s begins at start %d, and nobody was met", o.Conversation.ID, o.Start)
			}
		}
	}
}
