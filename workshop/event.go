package workshop

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// kind is what an event is about; it is the token of the subject after the
// room's code.
type kind string

const (
	made  kind = "made"
	taken kind = "seat"
	moved kind = "table"
	voted kind = "vote"
	hosts kind = "host"
	kept  kind = "kept"
	tally kind = "tally"
	used  kind = "used"
	ended kind = "end"
)

// event is one thing that happened in a room. Which fields mean something
// depends on its kind, and for the host's on Do.
type event struct {
	kind  kind
	round int    // vote, tally: from the subject
	seat  int    // vote, table: from the subject
	token string // seat: hash of the token, from the subject

	Hash   string   `json:"hash,omitempty"`   // made: of the host's secret
	Seats  int      `json:"seats,omitempty"`  // made: how many it has
	Do     string   `json:"do,omitempty"`     // host: what is done
	Round  int      `json:"round,omitempty"`  // host: the round meant
	Kind   string   `json:"kind,omitempty"`   // open: reply or reading; opaque here
	Asks   string   `json:"asks,omitempty"`   // open: the question
	Offers []string `json:"offers,omitempty"` // open: what can be chosen
	Table  int      `json:"table,omitempty"`  // open: who may vote; seat, table: where it sits
	Seat   int      `json:"seat,omitempty"`   // remove
	Text   string   `json:"text,omitempty"`   // say
	State  string   `json:"state,omitempty"`  // kept
	As     string   `json:"as,omitempty"`     // take: the laptop that now holds the room
	Offer  int      `json:"offer,omitempty"`  // vote: index into the offers
	Tally  []int    `json:"tally,omitempty"`  // tally: votes for each offer
	Voted  []byte   `json:"voted,omitempty"`  // tally: bit n-1: seat n voted; not what
}

const subjects = "earned.room."

// subject is where the event of a room is written.
func (e *event) subject(code string) string {
	s := subjects + code + "." + string(e.kind)
	switch e.kind {
	case taken:
		s += "." + e.token
	case voted:
		s += "." + strconv.Itoa(e.round) + "." + strconv.Itoa(e.seat)
	case moved:
		s += "." + strconv.Itoa(e.seat)
	case tally:
		s += "." + strconv.Itoa(e.round)
	}
	return s
}

// data is the event without what its subject says.
func (e *event) data() []byte {
	var b bytes.Buffer
	w := json.NewEncoder(&b)
	w.SetEscapeHTML(false) // it would be six times as long; what is sent to guests is escaped
	if err := w.Encode(e); err != nil {
		panic(err) // strings, numbers and bytes only
	}
	return bytes.TrimSpace(b.Bytes())
}

// readEvent is the reverse of subject and data.
func readEvent(subject string, data []byte) (event, error) {
	var e event
	rest, ok := strings.CutPrefix(subject, subjects)
	parts := strings.Split(rest, ".")
	if !ok || len(parts) < 2 || len(parts) > 4 {
		return e, fmt.Errorf("subject %q is no event of a room", subject)
	}
	if len(data) > 0 {
		if err := json.Unmarshal(data, &e); err != nil {
			return event{}, fmt.Errorf("event at %q: %w", subject, err)
		}
	}
	e.kind = kind(parts[1])
	args := parts[2:]
	want := map[kind]int{made: 0, taken: 1, moved: 1, voted: 2, hosts: 0, kept: 0, tally: 1, used: 0, ended: 0}
	if n, known := want[e.kind]; !known || n != len(args) {
		return event{}, fmt.Errorf("subject %q is no event of a room", subject)
	}
	var err error
	switch e.kind {
	case taken:
		e.token = args[0]
	case voted:
		e.round, err = strconv.Atoi(args[0])
		if err == nil {
			e.seat, err = strconv.Atoi(args[1])
		}
	case moved:
		e.seat, err = strconv.Atoi(args[0])
	case tally:
		e.round, err = strconv.Atoi(args[0])
	}
	if err != nil {
		return event{}, fmt.Errorf("subject %q: %w", subject, err)
	}
	return e, nil
}

// hashOf is what is stored of a token or secret: 128 bits of its SHA-256. What
// is hashed are 128 random bits, so nothing slower is called for.
func hashOf(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:16])
}

// encodeToken is how 16 random bytes are written: 22 letters of base64url.
func encodeToken(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }
