package e2e

import (
	"math/bits"
	"slices"
	"testing"

	"earned/game/talk"
	"earned/scenarios"
)

// way is one way through a conversation, found by search and never written
// down: what to read before it, what to say, and how it then ends.
type way struct {
	talk    *talk.Talk
	notes   []string // titles of the notes to read before
	replies []string // what is said, in order
	asks    bool     // the player is asked on the way how it is going
	ending  *scenarios.Ending
}

// first is the conversation that Start leads a new player to.
const first = "nine-months-late"

// firstTalk is the first conversation, to be held.
func firstTalk(t *testing.T) *talk.Talk {
	t.Helper()
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	tk, err := talk.New(book, first)
	if err != nil {
		t.Fatal(err)
	}
	return tk
}

// ways finds, for each ending of the first conversation, a way that leads to
// it from its first start: as few replies as can be, and as little read
// beforehand.
func ways(t *testing.T) []way {
	t.Helper()
	tk := firstTalk(t)
	c := tk.Conversation
	found := make([]*way, len(c.Endings))
	for _, prepared := range preparations(c) {
		for e, w := range search(tk, prepared) {
			if w != nil && found[e] == nil {
				found[e] = w
			}
		}
	}
	var all []way
	for e, w := range found {
		if w == nil {
			t.Errorf("no way leads to the ending %q", c.Endings[e].ID)
			continue
		}
		all = append(all, *w)
	}
	if len(all) == 0 {
		t.Fatal("there is no way through the conversation")
	}
	return all
}

// preparations are the sets of notes there is time to read, smallest first.
func preparations(c *scenarios.Conversation) []uint16 {
	var all []uint16
	for p := range uint16(1) << len(c.Notes) {
		if bits.OnesCount16(p) <= c.Prepare {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(a, b uint16) int { return bits.OnesCount16(a) - bits.OnesCount16(b) })
	return all
}

// step is how a state was reached.
type step struct {
	from  talk.State
	reply int
}

// search walks every state that can be reached, breadth first, and returns the
// first way to each ending, or nil.
func search(tk *talk.Talk, prepared uint16) []*way {
	start := tk.Start(0, prepared)
	came := map[talk.State]step{start: {reply: -1}}
	found := make([]*way, len(tk.Conversation.Endings))
	for queue := []talk.State{start}; len(queue) > 0; queue = queue[1:] {
		s := queue[0]
		if s.Over() {
			if found[s.Ending] == nil {
				found[s.Ending] = backwards(tk, prepared, came, s)
			}
			continue
		}
		for _, i := range tk.Offered(s, nil) {
			next, _ := tk.Apply(s, i)
			if _, seen := came[next]; !seen {
				came[next] = step{s, i}
				queue = append(queue, next)
			}
		}
	}
	return found
}

// backwards follows the steps that led to an ending.
func backwards(tk *talk.Talk, prepared uint16, came map[talk.State]step, end talk.State) *way {
	w := &way{talk: tk, ending: tk.Ending(end)}
	for at := came[end]; at.reply >= 0; at = came[at.from] {
		b := tk.Beat(at.from)
		w.replies = append(w.replies, b.Replies[at.reply].Says)
		w.asks = w.asks || b.Ask
	}
	slices.Reverse(w.replies)
	for i := range tk.Conversation.Notes {
		if prepared&(1<<i) != 0 {
			w.notes = append(w.notes, tk.Conversation.Notes[i].Title)
		}
	}
	return w
}
