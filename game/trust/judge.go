package trust

import (
	"math/bits"
	"sync/atomic"

	"earned/scenarios"
)

// Result is what came of one reply.
type Result struct {
	Landing scenarios.Landing
	Change  int8   // of trust, in points
	Spoke   Set    // the rules that spoke
	Lead    RuleID // the one that decided the landing
}

// merits are the rules that speak for the words. Where something spoilt the
// reply, they spoke and counted for nothing.
const merits = Set(1<<Hears | 1<<HearsHalf | 1<<SaysNothing | 1<<AsksWell | 1<<AnswersWhatMatters | 1<<LetsSee | 1<<TellsStraight |
	1<<TellsHalf | 1<<GivesFirst | 1<<AdmitsWeakness | 1<<TrustsFirst | 1<<SendsToAnother)

// faults are the rules that speak against the words and spoil nothing. Where
// the client heard something else (T1), neither they nor merits counted.
const faults = Set(1<<CoversItself | 1<<HearsNothing | 1<<DodgesTheAnswer | 1<<Intrusion | 1<<AsksIdly | 1<<FactsTooSoon | 1<<ListsFeatures |
	1<<PitchesAgain | 1<<Contradicts | 1<<UnwelcomeTruth | 1<<GivesIn)

// Counted is the rules that spoke and had a part in what came of the reply.
func (r Result) Counted() Set {
	if r.Spoke.Has(HeardOtherwise) {
		return r.Spoke &^ (merits | faults)
	}
	for id := range r.Spoke.Rules() {
		if Rules[id].Spoils {
			return r.Spoke &^ merits
		}
	}
	return r.Spoke
}

// Judge applies the rules. The zero Judge applies all of them.
type Judge struct {
	Off Set // rules that are silent: for tests that show what a rule is for
}

// turn is one reply being weighed.
type turn struct {
	m       *Meaning
	event   Event
	known   scenarios.FactSet
	before  State
	after   State
	spoke   Set
	gain    int // what speaks for the reply
	loss    int // what speaks against it, negative
	sum     int
	spoilt  bool // nothing in the reply can gain
	mending bool // the reply is an act of repair
	fixed   bool // heard otherwise: only that counts, and a breach
	best    RuleID
	worst   RuleID
	bestBy  int
	worstBy int
}

// spare is a turn to be used again, since one handed to the table's functions
// would otherwise be allocated for every reply. Whoever finds it taken by
// another goroutine makes a new one.
var spare atomic.Pointer[turn]

// Some of what a rule is given holds for many rules at once, and is asked once
// for all of them: whether anything happened beyond the words, and whether the
// words speak for the reply or against it. It changes no result, only the time
// a reply takes.
const (
	ofWords  = Set(1)<<firstAfterWords - 1
	ofEvents = Set(1)<<KeepsPromise | 1<<BreaksPromise | 1<<CoolsBetween | 1<<LoanFades
	ofGains  = Set(1)<<WeighsMore | 1<<RuptureBlocks | 1<<GatesShut | 1<<SlowToEarn
	ofLosses = Set(1)<<LossesWeighTwice | 1<<CircleWatches
)

// could is the rules that could speak of the reply, as it is being weighed.
func (t *turn) could(off Set) Set {
	may := t.m.may &^ off
	if t.event == 0 {
		may &^= ofEvents
	}
	return may
}

// afterWords leaves out, of the rules that weigh what was weighed, those that
// what was weighed leaves nothing to say.
func (t *turn) afterWords(may Set) Set {
	may &^= ofWords
	switch {
	case t.sum > 0:
		return may &^ (ofLosses | 1<<PlaysSafe)
	case t.sum < 0:
		return may &^ (ofGains | 1<<PlaysSafe)
	}
	return may &^ ofGains
}

// Apply is the one place where trust changes: from a reply's meaning, how
// things stand, what is known already and what happened along with it, to how
// it landed and how things stand after. It is pure, and safe for use by
// several goroutines.
func (j Judge) Apply(s State, m *Meaning, known scenarios.FactSet, e Event) (State, Result) {
	t := spare.Swap(nil)
	if t == nil {
		t = new(turn)
	}
	*t = turn{m: m, event: e, known: known, before: s, after: s, best: PlaysSafe, worst: PlaysSafe}
	may := t.could(j.Off)
	t.speak(may & ofWords)
	t.sum = t.gain + t.loss
	if t.spoilt && !t.fixed {
		t.sum = t.loss
	}
	lead, landing := t.decided()
	t.speak(t.afterWords(may))
	if t.spoke.Has(RuptureBlocks) {
		lead, landing = RuptureBlocks, scenarios.Flat
	}
	t.settle()
	after := t.after
	r := Result{Landing: landing, Change: int8(int(after.Trust) - int(s.Trust)), Spoke: t.spoke, Lead: lead}
	spare.Store(t)
	return after, r
}

// nothing is the meaning of what happens without a word.
var nothing = Meaning{Reply: new(scenarios.Reply), may: Set(0).With(BreaksPromise).With(LossesWeighTwice).With(CeilingHolds).With(CoolsBetween).With(LoanFades)}

// Happens is what an event does that comes with no reply: a promise that
// breaks when the next beat opens, the time between two meetings.
func (j Judge) Happens(s State, e Event) (State, Result) { return j.Apply(s, &nothing, 0, e) }

// Then joins what happened after a reply to what the reply did: the reply
// keeps its landing.
func (r Result) Then(next Result) Result {
	r.Change += next.Change
	r.Spoke |= next.Spoke
	return r
}

// speak lets the rules of a set speak, in the order of the table.
func (t *turn) speak(may Set) {
	for ; may != 0; may &= may - 1 {
		id := RuleID(bits.TrailingZeros64(uint64(may)))
		r := &Rules[id]
		if r.Given != nil && !r.Given(t) {
			continue
		}
		t.spoke |= 1 << id
		if r.Weight != 0 {
			t.weigh(id, r.Weight)
		}
		t.spoilt = t.spoilt || r.Spoils
		if r.Does != nil {
			r.Does(t)
		}
	}
}

// weigh adds what one rule finds in the words.
func (t *turn) weigh(id RuleID, w int) {
	if t.fixed {
		return
	}
	if w > 0 {
		t.gain += w
		if w > t.bestBy {
			t.best, t.bestBy = id, w
		}
		return
	}
	t.loss += w
	if w < t.worstBy {
		t.worst, t.worstBy = id, w
	}
}

// hears makes one landing all that counts (T1), save a breach before it.
func (t *turn) hears(l scenarios.Landing) {
	t.weigh(HeardOtherwise, heardWeight[l])
	t.fixed = true
}

// decided tells which rule decides the landing, and the landing.
func (t *turn) decided() (RuleID, scenarios.Landing) {
	switch {
	case t.fixed && !t.spoke.Has(Breaches):
		return HeardOtherwise, t.m.HeardAs
	case t.mending:
		if t.spoke.Has(MakesItGood) {
			return MakesItGood, scenarios.Mends
		}
		return StepsToMend, scenarios.Mends
	case t.spoke.Has(AsksEarned) && t.sum >= 0:
		return AsksEarned, scenarios.Half
	case t.sum > 0:
		l := Rules[t.best].Landing
		if l == scenarios.Opens && t.sum < opensFrom {
			l = scenarios.Half
		}
		return t.best, l
	case t.sum < 0:
		return t.worst, Rules[t.worst].Landing
	case t.loss < 0:
		return t.worst, scenarios.Flat
	}
	return PlaysSafe, scenarios.Flat
}

// opensFrom is how much must speak for a reply that it lands fully.
const opensFrom = 5

// line is where trust stops until the gates are open (T2). Who wants no friend
// has no gate for the person.
func (t *turn) line() int {
	likes := t.after.Likes || t.m.Client.WantsNoFriend
	switch {
	case t.after.Knows && likes:
		return 100
	case t.after.Knows || likes:
		return lineOneGate
	}
	return lineNoGate
}

// rupture opens one, and lowers the ceiling until it is mended.
func (t *turn) rupture() {
	t.after.Rupture = RuptureOpen
	if t.after.Ceiling != Deceived {
		t.after.Ceiling = Slipped
	}
}

// owes reports whether the step of repair that the reply takes is still owed:
// owning follows naming, and may do for both.
func (t *turn) owes() bool {
	return t.before.Rupture == RuptureOpen || t.before.Rupture == RuptureNamed && t.m.Repair == scenarios.Owns
}

// stepToMend takes the step.
func (t *turn) stepToMend() {
	t.mending = true
	t.after.Rupture = RuptureNamed
	if t.m.Repair == scenarios.Owns {
		t.after.Rupture = RuptureOwned
	}
}

// mend closes a rupture. Once, that lifts the ceiling; never after deception.
func (t *turn) mend() {
	t.mending = true
	t.after.Rupture = NoRupture
	if t.after.Ceiling == Slipped {
		t.after.Ceiling = Mended
	}
}

// settle writes the sum into the state, in whole steps and within bounds, and
// what the next reply must know of this one.
func (t *turn) settle() {
	if t.sum > 0 {
		t.sum = (t.sum + step - 1) / step * step
	}
	trust := min(max(int(t.before.Trust)+t.sum, 0), int(t.after.Ceiling.Points()))
	t.after.Trust = uint8(trust)
	t.after.Last = t.m.Moves[0]
	if t.line() == 100 {
		t.after.Lent = false // it is the player's own now
	}
	if unasked(t.m) && t.after.Unasked < 2 {
		t.after.Unasked++
	}
}
