package phone

import "encoding/json"

// State is all a phone is told: what the person with this seat should see now.
// It is sent in full each time, and never holds a count or anyone's answer.
type State struct {
	Seat     int      `json:"seat"`               // the number shown on the phone; 0: no seat yet
	Table    int      `json:"table,omitempty"`    // 1 or 2 where the seat has said so; 0: has not
	Round    int      `json:"round,omitempty"`    // 0: nothing asked yet; rises
	Kind     string   `json:"kind,omitempty"`     // "reply" or "reading"
	Asks     string   `json:"asks,omitempty"`     // the question
	Offers   []string `json:"offers,omitempty"`   // what may be answered, in the projector's order
	For      int      `json:"for,omitempty"`      // the table that is asked; 0: everyone
	Open     bool     `json:"open,omitempty"`     // answers are taken
	Voted    bool     `json:"voted,omitempty"`    // this seat's answer is counted
	Revealed bool     `json:"revealed,omitempty"` // the room's answers are on the wall
	Says     string   `json:"says,omitempty"`     // what whoever runs the room says between questions
	Locked   bool     `json:"locked,omitempty"`   // nobody new is let in
	Full     bool     `json:"full,omitempty"`     // every seat is taken
	Removed  bool     `json:"removed,omitempty"`  // this seat was taken away
	Over     bool     `json:"over,omitempty"`     // the room has ended or expired
}

// View names the part of the page that is shown; page.html has one section of
// each name.
type View string

// The views.
const (
	Sit     View = "sit"     // may take a seat
	Locked  View = "locked"  // may not, for now
	Full    View = "full"    // nor here
	Table   View = "table"   // which table is this?
	Wait    View = "wait"    // nothing is asked
	Vote    View = "vote"    // the question
	Other   View = "other"   // the other table's question
	Counted View = "counted" // answered
	Closed  View = "closed"  // not answered, and no longer to be
	Shown   View = "shown"   // the room's answers are on the wall
	Removed View = "removed"
	Over    View = "over"
)

// View is what someone in this state sees.
func (s State) View() View {
	switch {
	case s.Over:
		return Over
	case s.Removed:
		return Removed
	case s.Seat == 0 && s.Locked:
		return Locked
	case s.Seat == 0 && s.Full:
		return Full
	case s.Seat == 0:
		return Sit
	case s.Round == 0:
		return Wait
	case s.For != 0 && s.Table == 0:
		return Table
	case s.For != 0 && s.Table != s.For:
		return Other
	case s.Open && s.Voted:
		return Counted
	case s.Open:
		return Vote
	case s.Revealed:
		return Shown
	case s.Voted:
		return Counted
	}
	return Closed
}

// MarshalJSON adds the view, so that the page's script decides nothing.
func (s State) MarshalJSON() ([]byte, error) {
	type plain State
	return json.Marshal(struct {
		View View `json:"view"`
		plain
	}{s.View(), plain(s)})
}

// Answer is what a phone gets for a vote: counted, or why not.
type Answer struct {
	OK  bool `json:"ok"`
	Why Why  `json:"why,omitempty"`
}

// Why is the reason of a refusal, and names the notice that the page shows.
type Why string

// The reasons. Where Final, sending the same vote again would not help.
const (
	Again     Why = "again"     // this seat's answer is counted already
	Late      Why = "late"      // that question is closed
	NotOffer  Why = "offer"     // no such answer on offer
	NotTable  Why = "table"     // the other table is asked
	NoSeat    Why = "seat"      // this phone has no seat here
	Gone      Why = "removed"   // its seat was taken away
	NoRoom    Why = "room"      // no such room, or it is over
	RoomLock  Why = "locked"    // nobody new is let in
	RoomFull  Why = "full"      // every seat is taken
	Slow      Why = "slow"      // too many at once: again in a moment
	Malformed Why = "malformed" // not a message that the page would send
	NoCookie  Why = "cookie"    // the browser did not keep the seat
	Foreign   Why = "foreign"   // sent by another site's page
	Trouble   Why = "trouble"   // the server could not; again in a moment
)

// Final tells whether sending the same again can never help.
func (w Why) Final() bool { return w != Slow && w != Trouble }
