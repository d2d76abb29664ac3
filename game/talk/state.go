package talk

import (
	"earned/game/trust"
	"earned/scenarios"
)

// State is where a conversation stands. It is a comparable value; whatever no
// later beat can read is cleared, so that few states can be reached and all of
// them can be walked (game/odds).
type State struct {
	Trust    trust.State
	Facts    scenarios.FactSet
	Promises Promises
	Prepared uint16 // notes that were read, 1<<index
	Beat     int16  // -1 when it is over
	Ending   int8   // -1 while it goes on
}

// Over reports whether the conversation has ended.
func (s State) Over() bool { return s.Ending >= 0 }

// Promises is what became of each promise, two bits each.
type Promises uint16

const (
	made   = 1
	kept   = 2
	broken = 3
)

func (p Promises) of(i int) Promises { return p >> (2 * i) & 3 }

func (p Promises) with(i int, v Promises) Promises { return p&^(3<<(2*i)) | v<<(2*i) }

// in is the set of promises whose state is v.
func (p Promises) in(v Promises) scenarios.PromiseSet {
	var set scenarios.PromiseSet
	for i := 0; p>>(2*i) != 0; i++ {
		if p.of(i) == v {
			set |= 1 << i
		}
	}
	return set
}

func (p Promises) any(v Promises) bool { return p.in(v) != 0 }

// Made is the set of promises outstanding.
func (p Promises) Made() scenarios.PromiseSet { return p.in(made) }

// Kept is the set of promises kept.
func (p Promises) Kept() scenarios.PromiseSet { return p.in(kept) }

// Broken is the set of promises broken.
func (p Promises) Broken() scenarios.PromiseSet { return p.in(broken) }

// Holds reports whether a condition holds in the state. That trust opens a
// line, a reply or a way is a rule of its own (P15); that it decides the ending
// is not.
func (t *Talk) Holds(s *State, c *scenarios.Condition) bool {
	if *c == (scenarios.Condition{}) {
		return true
	}
	band := s.Trust.Band()
	if t.Judge.Off.Has(trust.TrustOpens) && !s.Over() {
		band = scenarios.Cold
	}
	return s.Facts&c.Facts == c.Facts && s.Facts&c.NotFacts == 0 &&
		s.Prepared&c.Prepared == c.Prepared &&
		s.Promises.hold(c) &&
		band >= c.AtLeast && (c.Below == scenarios.Cold || band < c.Below) &&
		is(c.Rupture, s.Trust.Rupture != trust.NoRupture) &&
		is(c.Mended, s.Trust.Ceiling == trust.Mended) &&
		is(c.Deceived, s.Trust.Ceiling == trust.Deceived) &&
		is(c.Known, s.Trust.Knows) && is(c.Liked, s.Trust.Likes) &&
		is(c.Capped, s.Trust.Capped())
}

func (p Promises) hold(c *scenarios.Condition) bool {
	if c.Promised|c.Kept|c.Broken == 0 {
		return true
	}
	// What was promised stays promised, whatever became of it.
	return (p.in(made)|p.in(kept)|p.in(broken))&c.Promised == c.Promised &&
		p.in(kept)&c.Kept == c.Kept && p.in(broken)&c.Broken == c.Broken
}

func is(w scenarios.Want, b bool) bool { return w == scenarios.Either || (w == scenarios.Yes) == b }
