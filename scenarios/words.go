package scenarios

import "fmt"

// The closed lists of the vocabulary. Each value's written form, the word an
// author types in a file, is its String; Parse functions are in the reader.

// Move is what kind of reply it is. A good sentence often makes two.
type Move uint8

// The moves, the three everyday ones first.
const (
	NoMove Move = iota
	Empathy
	Pushback
	Pitch
	Ask
	Give
	Promise
	ReferOut       // send the client to somebody who serves them better (P7)
	AskForReferral // ask to be introduced (R3, R4)
	Wait           // say nothing, or leave it be
	numMoves
)

var moveNames = [numMoves]string{"", "empathy", "pushback", "pitch", "ask", "give", "promise", "refer-out", "ask-for-referral", "wait"}

func (m Move) String() string { return word(moveNames[:], uint8(m)) }

// Need is what the client needs at a beat. It is never the name of a move.
type Need uint8

// The needs.
const (
	NoNeed Need = iota
	BeHeard
	BeTold
	BeShown
	BeLeftAlone
	numNeeds
)

var needNames = [numNeeds]string{"", "be-heard", "be-told", "be-shown", "be-left-alone"}

func (n Need) String() string { return word(needNames[:], uint8(n)) }

// Feeling is what the client feels at a beat; a blend of these draws the face.
type Feeling uint8

// The feelings.
const (
	NoFeeling Feeling = iota
	Guarded
	Anxious
	Amused
	Hurt
	Curious
	Relieved
	Angry
	Warm
	Absent
	numFeelings
)

var feelingNames = [numFeelings]string{"", "guarded", "anxious", "amused", "hurt", "curious", "relieved", "angry", "warm", "absent"}

func (f Feeling) String() string { return word(feelingNames[:], uint8(f)) }

// Manner is how a reply is said, where how matters more than what.
type Manner uint8

// The manners. All but Plain are heard before the words are.
const (
	Plain        Manner = iota
	Glib                // a smooth answer that costs nothing
	Blunt               // true, and without care
	Presuming           // speaks as if it knew their mind or their business
	BeforeOthers        // says in front of others what belongs between two
	Flattering          // praise as a tool (T9)
	TrustMe             // asks to be trusted, in any wording (T10)
	Canned              // an empty formula or a discovery question off a list (T9, P17)
	NameDrop            // a remembered fact or a name, used for show (P13)
	Defensive           // explains oneself instead of answering
	Pressing            // urgency, discount, scarcity: tries to hurry or buy trust (T5)
	numManners
)

var mannerNames = [numManners]string{"plain", "glib", "blunt", "presuming", "before-others", "flattering", "trust-me", "canned", "name-drop", "defensive", "pressing"}

func (m Manner) String() string { return word(mannerNames[:], uint8(m)) }

// Breach is a reply that betrays: it drops trust at once and lowers its
// ceiling for good (T6).
type Breach uint8

// The breaches.
const (
	NoBreach    Breach = iota
	Lie                // says what is known to be false
	OverPromise        // promises what is known to be out of reach
	Confidence         // uses or passes on what was told in confidence
	numBreaches
)

var breachNames = [numBreaches]string{"", "lie", "over-promise", "confidence"}

func (b Breach) String() string { return word(breachNames[:], uint8(b)) }

// Phase is where the relationship stands; it shifts what a move weighs (T13).
type Phase uint8

// The phases.
const (
	Before Phase = iota
	At
	After
	numPhases
)

var phaseNames = [numPhases]string{"before", "at", "after"}

func (p Phase) String() string { return word(phaseNames[:], uint8(p)) }

// Landing is how a reply is received, from best to worst.
type Landing uint8

// The landings.
const (
	Flat     Landing = iota // neither here nor there
	Opens                   // lands fully
	Half                    // lands in part
	Mends                   // an act of repair that is accepted (T7)
	Costs                   // honest, unwelcome: costs a little now (P3)
	Hollow                  // words without weight
	Intrudes                // pushes in where they want to be left
	Pressure                // felt as pressure
	Trick                   // felt as technique (T9)
	Stings                  // hurts
	Betrays                 // a breach (T6)
	numLandings
)

var landingNames = [numLandings]string{"flat", "opens", "half", "mends", "costs", "hollow", "intrudes", "pressure", "trick", "stings", "betrays"}

func (l Landing) String() string { return word(landingNames[:], uint8(l)) }

// Weigh is what a client weighs most in a seller: the same reply lands
// differently by it (T1).
type Weigh uint8

// What a client may weigh.
const (
	WeighsCare    Weigh = iota // being listened to
	WeighsCandour              // being told straight
	WeighsProof                // being shown
	numWeighs
)

var weighNames = [numWeighs]string{"care", "candour", "proof"}

func (w Weigh) String() string { return word(weighNames[:], uint8(w)) }

// Band is how far the client trusts, in words; authors write conditions with
// bands and never with points.
type Band uint8

// The bands. Their bounds in points are the rules' business (game/trust).
const (
	Cold Band = iota
	Wary
	Open
	Trusting
	numBands
)

var bandNames = [numBands]string{"cold", "wary", "open", "trusting"}

func (b Band) String() string { return word(bandNames[:], uint8(b)) }

// Expect is an author's claim about a reply, asserted by the checker and never
// applied.
type Expect uint8

// The expectations.
const (
	NoExpect Expect = iota
	ExpectOpens
	ExpectFlat
	ExpectCloses
	numExpects
)

var expectNames = [numExpects]string{"", "opens", "flat", "closes"}

func (e Expect) String() string { return word(expectNames[:], uint8(e)) }

// Repair is the step of mending that a reply takes (T7).
type Repair uint8

// The steps of repair, in the order in which they count.
const (
	NoRepair  Repair = iota
	Names            // says what went wrong, without being asked
	Owns             // takes it as one's own, with no excuse
	MakesGood        // an act that costs something
	numRepairs
)

var repairNames = [numRepairs]string{"", "names", "owns", "makes-good"}

func (r Repair) String() string { return word(repairNames[:], uint8(r)) }

// Tell names what a client's own words must show, so that right conduct under
// a cap never reads as error.
type Tell uint8

// The tells every client's file holds.
const (
	TellKnowsNotYou  Tell = iota // the competence gate is shut (T2)
	TellLikesNotYou              // the person gate is shut (T2)
	TellEnoughForNow             // this meeting's cap is reached (T5)
	TellRupture                  // a rupture is open (T7)
	TellDeceived                 // trust will not go higher again (T6)
	numTells
)

var tellNames = [numTells]string{"knows-not-you", "likes-not-you", "enough-for-now", "rupture", "deceived"}

func (t Tell) String() string { return word(tellNames[:], uint8(t)) }

var figureNames = [...]string{"", "dana", "marek", "rosa", "arjun", "samuel", "mei", "amina", "walter"}

func word(names []string, i uint8) string {
	if int(i) < len(names) {
		return names[i]
	}
	return fmt.Sprintf("?%d", i)
}
