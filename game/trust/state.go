// Package trust holds the rules: how a reply lands with a client and what it
// does to trust. It is pure and deterministic, computes in integers and
// allocates nothing per reply. Authors never write points; the table in
// rules.go is the only place where meaning becomes a number.
package trust

import "earned/scenarios"

// Version names the rules. It rises whenever the same replies could end
// otherwise; recorded runs carry it.
const Version = 2

// Trust moves in steps of two, so that a conversation's states stay few enough
// to be walked exactly (game/odds).
const step = 2

// State is how things stand between one client and the player. It is a value:
// comparable, and never changed in place.
type State struct {
	Trust   uint8 // 0–100, even; never shown during a conversation
	Cap     uint8 // the most this meeting can reach (T5)
	Ceiling Ceiling
	Knows   bool // a reply has shown competence (T2)
	Likes   bool // a reply has shown the person (T2)
	Rupture Rupture
	Lent    bool           // some of the trust is an introduction's, and not yet earned (R2)
	Last    scenarios.Move // the main move of the reply before; NoMove at a meeting's start
	Unasked uint8          // pitches nobody asked for, 0–2 (P16)
}

// Ceiling is the highest that trust may still go with this client.
type Ceiling uint8

// The ceilings. Complete trust is never reached (T6).
const (
	Whole    Ceiling = iota
	Slipped          // a rupture is not yet mended
	Mended           // it was, and what is mended can be stronger (T7)
	Deceived         // a breach: it never lifts again (T6)
)

var ceilings = [...]uint8{Whole: 92, Slipped: 60, Mended: 96, Deceived: 30}

// Points is the ceiling in points of trust.
func (c Ceiling) Points() uint8 { return ceilings[c] }

// Rupture is how far an open rupture has been mended (T7).
type Rupture uint8

// The states of a rupture.
const (
	NoRupture   Rupture = iota
	RuptureOpen         // it blocks every gain
	RuptureNamed
	RuptureOwned // named, and taken as one's own
)

// Bounds in points. The bands are what authors' conditions speak of.
const (
	waryFrom     = 30
	openFrom     = 50
	trustingFrom = 68

	firstMeeting = 26 // the most a first meeting adds (T5)
	nextMeeting  = 20 // and each later one

	lineNoGate  = 32 // with neither gate open, trust stops here (T2)
	lineOneGate = 46 // with one of them open
)

// Band is how far the client trusts, in the words conditions use.
func (s State) Band() scenarios.Band {
	switch {
	case s.Trust >= trustingFrom:
		return scenarios.Trusting
	case s.Trust >= openFrom:
		return scenarios.Open
	case s.Trust >= waryFrom:
		return scenarios.Wary
	}
	return scenarios.Cold
}

// Capped reports whether this meeting has given all the trust it can (T5).
func (s State) Capped() bool { return s.Trust >= min(s.Cap, s.Ceiling.Points()) }

// Limit is the highest trust this meeting can reach, in points.
func (s State) Limit() uint8 { return min(s.Cap, s.Ceiling.Points()) }

// start is where each band begins, for strangers and named starts (T15: most
// people begin by not trusting business).
var start = [...]uint8{scenarios.Cold: 20, scenarios.Wary: 34, scenarios.Open: 50, scenarios.Trusting: 70}

// lent is what an introduction lends (R2).
const lent = 16

// Begin is how things stand at the start of a conversation with a client made
// so, from a named start.
func (j Judge) Begin(t scenarios.Temperament, st scenarios.Start) State {
	band := t.Start
	if st.Trust > band && !j.Off.Has(CarriesOver) {
		band = st.Trust
	}
	if j.Off.Has(StartsLow) {
		band = max(band, scenarios.Open)
	}
	// Who is trusted further than a stranger is known and liked already (T2, R7).
	known := band > t.Start && st.Trust == band
	s := State{Trust: start[band], Knows: known, Likes: known}
	if st.IntroducedBy != "" && !j.Off.Has(LendsTrust) {
		s.Trust, s.Lent = s.Trust+lent, true
	}
	s.Cap = s.Trust + firstMeeting
	if st.Rupture {
		s.Rupture, s.Ceiling = RuptureOpen, Slipped
	}
	return s
}

// Meet is how things stand when the next meeting opens: there is more to win
// again (T5), and what was said last time is no longer the last thing said.
func (s State) Meet() State {
	s.Cap = min(100, s.Cap+nextMeeting)
	s.Last, s.Unasked = scenarios.NoMove, 0
	return s
}
