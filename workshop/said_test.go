package workshop

import (
	"testing"

	"earned/scenarios"
)

// What an author may have said, a room can be asked.
func TestARoomCanBeAskedWhatIsWritten(t *testing.T) {
	if scenarios.MaxSaid > maxOffer {
		t.Errorf("a reply may be %d bytes long, and an offer %d", scenarios.MaxSaid, maxOffer)
	}
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for i := range book.Conversations {
		for _, b := range book.Conversations[i].Beats {
			if len(b.Replies) > maxOffers {
				t.Errorf("%s: %s has %d replies, and a round at most %d", book.Conversations[i].ID, b.ID, len(b.Replies), maxOffers)
			}
		}
	}
}
