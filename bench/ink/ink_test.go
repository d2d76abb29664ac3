package ink

import (
	"encoding/json"
	"strings"
	"testing"

	"earned/game/talk"
	"earned/scenarios"
)

func shipped(t *testing.T) []*talk.Talk {
	t.Helper()
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	var all []*talk.Talk
	for i := range book.Conversations {
		x, err := talk.New(book, book.Conversations[i].ID)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, x)
	}
	return all
}

// Every beat is a knot and a node, and every reply one choice of it.
func TestStoriesHoldTheWholeConversation(t *testing.T) {
	for _, x := range shipped(t) {
		story := Ink(x)
		yarn, err := Yarn(x)
		if err != nil {
			t.Fatal(err)
		}
		var nodes []YarnNode
		if err := json.Unmarshal(yarn, &nodes); err != nil {
			t.Fatal(err)
		}
		beats, replies := len(x.Conversation.Beats), 0
		for i := range x.Conversation.Beats {
			replies += len(x.Conversation.Beats[i].Replies)
		}
		if n := strings.Count(story, "\n=== beat_"); n != beats {
			t.Errorf("%s: the ink story has %d knots for %d beats", x.Conversation.ID, n, beats)
		}
		if n := strings.Count(story, "\n+ "); n != replies {
			t.Errorf("%s: the ink story has %d choices for %d replies", x.Conversation.ID, n, replies)
		}
		if len(nodes) != beats+2 {
			t.Errorf("%s: the Yarn story has %d nodes for %d beats, a start and an ending", x.Conversation.ID, len(nodes), beats)
		}
		options := 0
		for _, n := range nodes {
			options += strings.Count("\n"+n.Body, "\n-> ")
		}
		if options != replies {
			t.Errorf("%s: the Yarn story has %d options for %d replies", x.Conversation.ID, options, replies)
		}
	}
}

func TestTextIsKeptFromMeaningSomethingInInk(t *testing.T) {
	for in, want := range map[string]string{
		"Six -> nine":     `Six \-> nine`,
		"- and so on":     `\- and so on`,
		"[a] {b} | #c ~d": `\[a\] \{b\} \| \#c \~d`,
		"Two\nlines":      "Two lines",
	} {
		if got := inkText(in); got != want {
			t.Errorf("%q is written as %q, want %q", in, got, want)
		}
	}
}
