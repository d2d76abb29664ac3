// Package scenarios holds what authors write (one file a conversation, one a
// client) and the compiled form of it that the game plays. It reads no files:
// the written form is read by scenarios/source, in tools only.
package scenarios

// Book is everything that is shipped or packed together.
type Book struct {
	Firm          Firm
	Clients       []Client
	Conversations []Conversation
}

// Firm is the seller's side: who the player works for and what it sells.
type Firm struct {
	Name   string
	About  string   // who you are, a paragraph
	Sells  string   // what it sells, a paragraph
	Limits []string // what it cannot do, does badly or may not promise
}

// Client is a person, met in one conversation or several.
type Client struct {
	ID          string
	Name        string
	Role        string // "Head of operations"
	Company     string
	Pronouns    [3]string // she, her, her
	Temperament Temperament
	Stake       string   // what they personally stand to lose (P11)
	Circle      []string // ids or names of the people whose trust they carry (R5)
	Figure      string   // which drawn figure is theirs, a key of the assets
	Tells       [numTells]string
}

// Temperament is how a client is made: what they weigh and what they cannot
// stand (T1).
type Temperament struct {
	Start         Band // how far a stranger is trusted (T15)
	Weighs        Weigh
	CannotStand   uint16 // set of Manner, 1<<m
	WantsNoFriend bool   // does not want a relationship: probing for feelings is wrong (P1, P9)
}

// Conversation is one sitting with one client: a single meeting, or a few
// short ones with time between them (T5).
type Conversation struct {
	ID        string
	Client    string
	Title     string
	Minutes   int      // about how long it takes to play
	Brief     []string // what the player reads before: paragraphs
	Want      string   // what you want today
	Notes     []Note   // preparation, limited (P5)
	Prepare   int      // how many notes may be read; 0: no preparation
	Facts     []string // ids of what can be learned or happen, at most 64
	Promises  []Vow    // at most 8
	Meetings  []Meeting
	Beats     []Beat
	Endings   []Ending   // from best to worst; the first whose condition holds
	Starts    []Start    // the first is the default
	After     []string   // conversations of a career that must be over before this one is offered
	Questions []Question // for a room to discuss
	Exempt    []string   // exceptions this conversation teaches, by diagnostic id
	Carries   FactSet    // facts that outlast the conversation, for later ones to read
	Hash      uint64     // of the compiled text but for Questions, set by the compiler; names the version a run was played on
}

// Note is something to read before a meeting. What was read opens replies
// nobody else sees (P5).
type Note struct {
	ID, Title, Text string
}

// Question is something to ask a room, for whoever leads it.
type Question struct {
	Asks string
	Beat int // index of the beat at which to ask it; Afterwards: when it is over
}

// Afterwards as a question's beat means that it is asked when all is over.
const Afterwards = -1

// Vow is something the player may promise (T11).
type Vow struct {
	ID, Says string
	CanKeep  bool // false: it breaks when it comes due
}

// Start is a named state a conversation can begin from.
type Start struct {
	ID           string
	Trust        Band    // Cold: as the temperament has it
	Facts        FactSet // already learned or happened
	IntroducedBy string  // a client's id: trust is lent (R2)
	Rupture      bool
	From         []Origin // in a career, the first start of which all of these hold is taken; a start without any only as the default
}

// Origin is something that must have happened in a career: a conversation that
// is over, how it ended, and for how long.
type Origin struct {
	Conversation string
	Endings      []string // any of these; none: however it ended
	Idle         int      // at least so many other conversations were held since (T8); 0: no matter
}

// Meeting is a stretch of beats at one place and time.
type Meeting struct {
	ID      string
	Title   string // "A fortnight later"
	Setting Setting
	Place   string // what is seen behind the client, in words
	Opens   string // one or two sentences of scene, read before the first beat
	Phase   Phase
	Watched bool // people the client answers to are there too (R5)
}

// Setting is how the two meet. It changes the picture, never the rules (P18).
type Setting uint8

// The settings.
const (
	Office Setting = iota
	Ward
	Workshop
	Video
	Phone
	numSettings
)

var settingNames = [numSettings]string{"office", "ward", "workshop", "video", "phone"}

func (s Setting) String() string { return word(settingNames[:], uint8(s)) }

// Beat is one thing the client says and what may be answered.
type Beat struct {
	ID      string
	Meeting uint8
	Lines   []Line // the first whose condition holds is said; the last has none
	Feels   Feeling
	Needs   Need
	Due     PromiseSet // promises that come due here (T11)
	Voice   []Excuse   // the player's inner voice (R4)
	Ask     bool       // "how is it going?" is asked after this beat
	Replies []Reply
}

// Line is what the client says in one state of things. The words change with
// how things stand; they and what is disclosed carry the reading.
type Line struct {
	When  Condition
	Says  string
	Seen  string  // what a sighted player sees, a sentence with the client's name; empty: from the feeling
	Feels Feeling // NoFeeling: the beat's
}

// Excuse is one thing the player's inner voice says, and the better sentence
// that answers it (R4).
type Excuse struct{ Says, Answer string }

// Reply is one thing the player may say. It says what it means; what it is
// worth is for game/trust alone.
type Reply struct {
	ID                        string
	Says                      string
	Thinks                    string  // what the client thinks on hearing it, for the debrief
	Moves                     [2]Move // the first is the main one; the second may be NoMove
	Issue, Feeling            bool    // what it reflects (T3)
	Names                     Feeling // the feeling it names, where that is not the beat's own (T9)
	Competence, Self          bool    // what it shows (T2)
	TiesTo                    string  // the thing the client said matters, which a pitch answers (P10)
	Promises, Keeps, Breaks   PromiseSet
	Gives, Admits             string // what is given, or what weakness is admitted, in a few words
	Hedges                    bool
	Trusts                    bool   // extends trust first (T12)
	Holds                     bool   // holds the client to their side (P8)
	Yields                    bool   // agrees to what harms the client, because they want it (P3)
	Serves                    bool   // serves the seller: an upsell and the like, not said to be one (P6)
	Against, Because, Instead string // a pushback's parts (P3)
	Breach                    Breach
	Manner                    Manner
	Repair                    Repair
	HeardAs                   Landing // with Reason set: this client hears it as that (T1)
	Reason                    string
	Expect                    Expect
	Leaves                    FactSet   // what is learned or has happened after it
	When                      Condition // offered only then
	To                        []Target  // the first whose condition holds; the last has none
}

// Target is where a reply leads: a beat by index, or the endings.
type Target struct {
	When Condition
	Beat int // EndHere: the endings decide
}

// EndHere as a target's beat means that the conversation is over and the
// endings decide.
const EndHere = -1

// Ending is one way it turned out. Endings are decided by trust and fit, not
// by the last click.
type Ending struct {
	ID, Title string
	When      Condition
	Deal      Deal
	Referral  bool     // a referral was freely given
	Serves    bool     // it was the best for the client: a deal where it fits, a referral out where it does not
	Says      []string // paragraphs
	Became    string   // what became of the client (R6)
	Judged    string   // where the result was out of the player's hands, what to make of it (T4)
}

// Deal is what was decided.
type Deal uint8

// The outcomes of a deal.
const (
	NoDeal Deal = iota
	LaterDeal
	SmallDeal
	FullDeal
	numDeals
)

var dealNames = [numDeals]string{"none", "later", "small", "full"}

func (d Deal) String() string { return word(dealNames[:], uint8(d)) }
