package scenarios

// FactSet is a set of a conversation's facts, by index in its Facts.
type FactSet uint64

// PromiseSet is a set of a conversation's promises, by index in its Promises.
type PromiseSet uint8

// Condition is what must hold for a line, a reply, a target or an ending. The
// zero Condition always holds.
type Condition struct {
	Facts, NotFacts        FactSet    // learned or happened, all of them; none of them
	Prepared               uint16     // notes that must have been read, 1<<index
	Promised, Kept, Broken PromiseSet // promises in that state, all of them
	AtLeast                Band       // trusts at least so far; Cold: no matter
	Below                  Band       // trusts less than that; Cold: no matter
	Rupture                Want       // a rupture is open
	Mended                 Want       // a rupture was mended
	Deceived               Want
	Known, Liked           Want // the gates of T2
	Capped                 Want // this meeting's cap is reached (T5)
}

// Want is a yes, a no, or no matter.
type Want uint8

// The wants.
const (
	Either Want = iota
	Yes
	No
)
