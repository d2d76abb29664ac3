package talk_test

import (
	"testing"

	"earned/game/talk"
)

// No two replies of a beat share a code: a run names a reply by it.
func TestReplyCodesAreUniqueInABeat(t *testing.T) {
	_, all := shipped(t)
	for _, x := range all {
		for _, b := range x.Conversation.Beats {
			seen := map[talk.ReplyCode]string{}
			for _, r := range b.Replies {
				code := talk.Code(r.ID)
				if other, taken := seen[code]; taken {
					t.Errorf("%s, beat %s: replies %q and %q share a code; rename one", x.Conversation.ID, b.ID, other, r.ID)
				}
				seen[code] = r.ID
			}
		}
	}
}
