package trust

import "earned/scenarios"

// Meaning is everything about a reply, at its beat, that a rule may look at:
// what it says, what the client needs and feels, and how they are made. It is
// made once for each reply and never changes.
type Meaning struct {
	*scenarios.Reply
	Needs   scenarios.Need
	Feels   scenarios.Feeling
	Phase   scenarios.Phase
	Watched bool // people the client answers to can hear it (R5)
	Client  scenarios.Temperament

	may Set // rules that could speak of it, whatever the state
}

// Event is what happened together with a reply, or after it, beyond its words:
// what the conversation knows and a reply alone cannot tell (game/talk).
type Event uint8

// The events.
const (
	KeptPromise   Event = 1 << iota // a promise due here was kept (T11)
	BrokePromise                    // or was not
	MeetingEnds                     // time passes until the next meeting
	LeavesAThread                   // and something promised is still to come (T8)
)

// Mean makes the meaning of a reply at a beat of a meeting with a client.
func Mean(c *scenarios.Client, m *scenarios.Meeting, b *scenarios.Beat, r *scenarios.Reply) Meaning {
	x := Meaning{Reply: r, Needs: b.Needs, Feels: b.Feels, Phase: m.Phase, Watched: m.Watched, Client: c.Temperament}
	for i := range Rules {
		if h := Rules[i].Heard; h == nil || h(&x) {
			x.may = x.may.With(RuleID(i))
		}
	}
	return x
}

// Is reports whether one of the reply's moves is m.
func (x *Meaning) Is(m scenarios.Move) bool { return x.Moves[0] == m || x.Moves[1] == m }

// Reflects reports whether the reply takes up anything the client said.
func (x *Meaning) Reflects() bool { return x.Issue || x.Feeling }

// sincere reports whether nothing about the manner spoils the words.
func (x *Meaning) sincere() bool {
	return x.Manner == scenarios.Plain && x.Breach == scenarios.NoBreach && !x.misnames() && x.HeardAs == 0
}

// misnames reports whether the reply names a feeling the client has not shown.
func (x *Meaning) misnames() bool { return x.Names != scenarios.NoFeeling && x.Names != x.Feels }

// reasoned reports whether a pushback says why and what instead.
func (x *Meaning) reasoned() bool { return x.Because != "" && x.Instead != "" }

// answers reports whether the reply gives a client who needs to be told or
// shown something to hold: a fact, a reason, an admission, a thing to check.
func (x *Meaning) answers() bool {
	return x.Is(scenarios.Pitch) || x.Is(scenarios.Pushback) || x.Is(scenarios.Give) || x.Admits != "" || x.Trusts ||
		x.Is(scenarios.Promise) || x.Is(scenarios.ReferOut) || x.Is(scenarios.AskForReferral) || x.Holds ||
		x.Repair != scenarios.NoRepair || x.Yields || x.Keeps != 0
}

// CanRepeat reports whether the reply would land as a repeat after the same
// move (T9): only then need the move before be remembered.
func (x *Meaning) CanRepeat() bool { return x.may.Has(RepeatsItself) }

// CanPitchAgain reports whether the reply lands worse after pitches that
// nobody asked for (P16): only then need they be counted.
func (x *Meaning) CanPitchAgain() bool { return x.may.Has(PitchesAgain) }
