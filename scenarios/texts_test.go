package scenarios_test

import (
	"maps"
	"slices"
	"testing"

	"earned/scenarios"
)

// Every text has an id of its own, and keeps it when others move or change.
func TestTextsHaveStableIDs(t *testing.T) {
	book, err := scenarios.Decode(scenarios.Compiled()) // one of our own, to be turned round
	if err != nil {
		t.Fatal(err)
	}
	for i := range book.Conversations {
		c := &book.Conversations[i]
		before := map[string]string{}
		for id, text := range c.Texts() {
			if _, twice := before[id]; twice {
				t.Errorf("two texts are called %s", id)
			}
			before[id] = text
		}
		if len(before) < 100 {
			t.Errorf("%s has only %d texts", c.ID, len(before))
		}
		for k := range c.Beats {
			slices.Reverse(c.Beats[k].Replies)
			slices.Reverse(c.Beats[k].Lines)
		}
		slices.Reverse(c.Beats)
		after := maps.Collect(c.Texts())
		if !maps.Equal(before, after) {
			t.Errorf("%s: turned round, its texts have other ids", c.ID)
		}
	}
}
