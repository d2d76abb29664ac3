package odds_test

import (
	"testing"

	"earned/game/odds"
)

// What every shipped conversation must satisfy. Where this fails, `go run
// ./cmd/scenario odds --beats ID` says beat by beat what each reply does.
func TestShippedConversations(t *testing.T) {
	for _, x := range shipped(t) {
		conditions, err := odds.Conditions(x)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, c := range conditions {
			t.Run(x.Conversation.ID+"/"+c.ID, func(t *testing.T) {
				if c.Holds {
					return
				}
				t.Errorf("%s: %s", c.Wants, c.Found)
				for _, where := range c.Where {
					t.Log(where)
				}
			})
		}
	}
}
