package workshop

import (
	"context"
	"crypto/subtle"
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"
)

// command is one message of the host.
type command struct {
	ID     int64    `json:"id"` // repeated in the answer
	Do     string   `json:"do"`
	Round  int      `json:"round"`
	Kind   string   `json:"kind"`
	Asks   string   `json:"asks"`
	Offers []string `json:"offers"`
	Table  int      `json:"table"`
	Counts bool     `json:"counts"`
	Seat   int      `json:"seat"`
	Text   string   `json:"text"`
	State  string   `json:"state"`
}

// answer is what the host gets for a command.
type answer struct {
	Done    int64  `json:"done,omitempty"`
	Refused int64  `json:"refused,omitempty"`
	Why     string `json:"why,omitempty"`
}

// snapshot is what a host is told of its room.
type snapshot struct {
	Code     string `json:"code"`
	Join     string `json:"join"`         // the address that phones open
	QR       string `json:"qr,omitempty"` // the same as modules; in the first one only
	Seats    int    `json:"seats"`
	Here     int    `json:"here"` // seats with a phone connected
	Tables   [2]int `json:"tables"`
	Locked   bool   `json:"locked"`
	Round    int    `json:"round"`
	Open     bool   `json:"open"`
	Votes    int    `json:"votes"`
	Counts   []int  `json:"counts,omitempty"` // only once they are final
	Revealed bool   `json:"revealed"`
	Kept     string `json:"kept,omitempty"` // in the first one only
	Held     bool   `json:"held"`           // by this laptop
	Over     bool   `json:"over,omitempty"`
}

// view is the snapshot for one laptop. The room is locked.
func (r *room) view(as string, first bool) snapshot {
	f := r.fold
	s := snapshot{
		Code: r.code, Here: r.here + r.away.sum(), Locked: f.locked, Round: f.now.number, Open: f.now.open, Votes: f.now.votes,
		Revealed: f.now.revealed, Held: f.holder == as, Over: f.over,
	}
	s.Seats, s.Tables = f.sitting()
	if f.now.settled {
		s.Counts = f.now.counts
	}
	if first {
		s.Kept = f.kept
	}
	return s
}

// isHost tells whether the secret is the one the room was made with.
func (r *room) isHost(secret string) bool {
	r.mu.Lock()
	want := r.fold.secret
	r.mu.Unlock()
	return subtle.ConstantTimeCompare([]byte(hashOf(secret)), []byte(want)) == 1
}

// hold makes this laptop the one that holds the room; an earlier one is told.
func (r *room) hold(ctx context.Context, as string) error {
	r.mu.Lock()
	holds := r.fold.holder == as
	r.mu.Unlock()
	if holds {
		return nil
	}
	return r.server.busy(r.write(ctx, &event{kind: hosts, Do: "take", As: as}))
}

// readCommand reads a host's message: errMessage if it is not one.
func readCommand(b []byte) (command, error) {
	var c command
	if len(b) > maxHostMessage || !utf8.Valid(b) || json.Unmarshal(b, &c) != nil {
		return command{}, errMessage
	}
	c.Asks, c.Text = clean(c.Asks), clean(c.Text)
	for i, o := range c.Offers {
		c.Offers[i] = clean(o)
	}
	return c, nil
}

// clean drops what could make text look other than it is: control characters
// and those that turn the direction of writing.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0xFEFF {
			return -1
		}
		return r
	}, s)
}

// event is what the command does to the room now, or why it cannot be.
func (c *command) event(f *fold) (*event, error) {
	e := &event{kind: hosts, Do: c.Do, Round: f.now.number}
	switch c.Do {
	case "open":
		if c.Round <= f.now.number || c.Round > 1_000_000 || len(c.Offers) == 0 || len(c.Offers) > maxOffers ||
			len(c.Asks) > maxAsks || len(c.Kind) > 20 || c.Table < 0 || c.Table > 2 {
			return nil, errMessage
		}
		for _, o := range c.Offers {
			if o == "" || len(o) > maxOffer {
				return nil, errMessage
			}
		}
		e.Round, e.Kind, e.Asks, e.Offers, e.Table = c.Round, c.Kind, c.Asks, c.Offers, c.Table
	case "close", "reveal":
		if f.now.number == 0 || c.Round != 0 && c.Round != f.now.number || c.Do == "reveal" && f.now.open {
			return nil, errMessage
		}
	case "lock", "unlock":
	case "remove":
		if c.Seat < 1 || c.Seat > len(f.seats) {
			return nil, errMessage
		}
		e.Seat = c.Seat
	case "say":
		if len(c.Text) > maxSays {
			return nil, errMessage
		}
		e.Text = c.Text
	case "keep":
		if len(c.State) > maxState {
			return nil, errMessage
		}
		return &event{kind: kept, State: c.State}, nil
	case "end":
		return &event{kind: ended}, nil
	default:
		return nil, errMessage
	}
	return e, nil
}

// command does what the host says, and returns when the room is so. as names
// the laptop; "" is one that need not hold the room.
func (r *room) command(ctx context.Context, as string, c command) error {
	if c.Do == "take" && as != "" {
		return r.hold(ctx, as)
	}
	r.mu.Lock()
	held := as == "" || r.fold.holder == as
	e, err := c.event(r.fold)
	r.mu.Unlock()
	switch {
	case !held:
		return errHeld
	case err != nil:
		return err
	}
	if err := r.write(ctx, e); err != nil {
		return r.server.busy(err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if c.Do == "open" && r.fold.now.number != c.Round {
		return errMessage // a later round was opened meanwhile
	}
	return nil
}

func (c command) answer(err error) answer {
	if err != nil {
		return answer{Refused: c.ID, Why: err.Error()}
	}
	return answer{Done: c.ID}
}
