package source

import "earned/scenarios"

// The written form: what stands in the YAML files, field by field. The comments
// here are what an author's editor shows (they go into scenarios/schema.json),
// so they speak to authors.

// ConversationFile is one sitting with one client: a single meeting, or a few
// short ones with time between them. The file is named after its id.
type ConversationFile struct {
	// The conversation's id, the file's name without .yaml. It never changes: runs are kept under it.
	Conversation ID `yaml:"conversation" jsonschema:"required"`
	// The id of the client who is met: a file in clients/.
	Client ID `yaml:"client" jsonschema:"required"`
	// What the conversation is called on its card.
	Title Text `yaml:"title" jsonschema:"required"`
	// About how many minutes it takes to play.
	Minutes int `yaml:"minutes" jsonschema:"required,minimum=1,maximum=120"`
	// What the player reads before it begins. A blank line begins a new paragraph.
	Brief Text `yaml:"brief" jsonschema:"required"`
	// What the player wants of today, in one sentence.
	Want Text `yaml:"want" jsonschema:"required"`
	// How many of the notes may be read before the meeting.
	Prepare int `yaml:"prepare,omitempty" jsonschema:"minimum=1,maximum=16"`
	// What can be read up before the meeting. What was read opens replies nobody else sees.
	Notes []Note `yaml:"notes,omitempty"`
	// What the player may promise. Each promise made comes due in a later beat.
	Promises []Promise `yaml:"promises,omitempty"`
	// The meetings, in the order in which they happen.
	Meetings []Meeting `yaml:"meetings" jsonschema:"required"`
	// How it can turn out, from best to worst. The first whose `when` holds is what happens; the last has none.
	Endings []Ending `yaml:"endings" jsonschema:"required"`
	// How things can stand when it begins. The first is the default; without any, the client's temperament decides.
	Starts []Start `yaml:"starts,omitempty"`
	// Conversations that must be over, in a career, before this one is offered.
	After List `yaml:"after,omitempty"`
	// Facts that outlast the conversation: what later ones can read.
	Carries List `yaml:"carries,omitempty"`
	// Questions for a room to discuss: each a text, for afterwards, or with the beat at which to ask it.
	Questions Questions `yaml:"questions,omitempty"`
	// Strategies or diagnostics this conversation is exempt from, because the exception is what it teaches.
	Exempt Exemptions `yaml:"exempt,omitempty"`
}

// Questions are what whoever leads a room may ask it.
type Questions []Question

// Question is something to ask a room.
type Question struct {
	// The question.
	Asks Text `yaml:"asks" jsonschema:"required" short:"yes"`
	// The id of the beat at which to ask it, before the second vote; without one it is asked when all is over.
	At ID `yaml:"at,omitempty"`
}

// Note is something to read up before a meeting.
type Note struct {
	// The note's id, for `prepared` in a `when`.
	ID ID `yaml:"id" jsonschema:"required"`
	// What is seen before it is chosen.
	Title Text `yaml:"title" jsonschema:"required"`
	// What is read.
	Text Text `yaml:"text" jsonschema:"required"`
}

// Promise is something the player may promise.
type Promise struct {
	// The promise's id, for `promises`, `keeps`, `breaks` and `due`.
	ID ID `yaml:"id" jsonschema:"required"`
	// What is promised, in a few words.
	Says Text `yaml:"says" jsonschema:"required"`
	// Whether it can be kept. One that cannot breaks when it comes due.
	CanKeep YesNo `yaml:"can-keep" jsonschema:"required"`
}

// Meeting is a stretch of beats at one place and time.
type Meeting struct {
	// The meeting's id.
	ID ID `yaml:"id" jsonschema:"required"`
	// What it is called: "A fortnight later".
	Title Text `yaml:"title" jsonschema:"required"`
	// How the two meet. It changes the picture, never the rules.
	Setting scenarios.Setting `yaml:"setting" jsonschema:"required"`
	// What is seen behind the client, in words.
	Place Text `yaml:"place" jsonschema:"required"`
	// One or two sentences of scene, read before the first beat.
	Opens Text `yaml:"opens" jsonschema:"required"`
	// Where the relationship stands: before, at or after the sale.
	Phase scenarios.Phase `yaml:"phase" jsonschema:"required"`
	// Whether people the client answers to are there too.
	Watched YesNo `yaml:"watched,omitempty"`
	// The beats, in the order of the story. The first of the first meeting opens the conversation.
	Beats Beats `yaml:"beats" jsonschema:"required"`
}

// Beats are a meeting's beats by id, in the order in which they stand.
type Beats []Beat

// Beat is one thing the client says, and what may be answered.
type Beat struct {
	ID ID `yaml:"-"` // its key
	// What the client says: a text, or several of which the first whose `when` holds is said.
	Says Lines `yaml:"says" jsonschema:"required"`
	// What a sighted player could see, in a sentence with the client's name.
	Seen Text `yaml:"seen,omitempty"`
	// What the client feels; it draws the face.
	Feels scenarios.Feeling `yaml:"feels" jsonschema:"required"`
	// What the client needs here. It is never the name of a move.
	Needs scenarios.Need `yaml:"needs" jsonschema:"required"`
	// Promises that come due here: a reply with `keeps` keeps them, leaving without it breaks them.
	Due List `yaml:"due,omitempty"`
	// What the player's inner voice says, each with the better sentence that answers it.
	Voice []Excuse `yaml:"voice,omitempty"`
	// Whether "How is it going?" is asked after this beat.
	Ask YesNo `yaml:"ask,omitempty"`
	// What the player may say. Most beats offer three replies, all of them things a decent seller might say.
	Replies []Reply `yaml:"replies" jsonschema:"required"`
}

// Lines are what the client says, by how things stand.
type Lines []Line

// Line is what the client says in one state of things.
type Line struct {
	// Said only when this holds. The last has none.
	When *Condition `yaml:"when,omitempty"`
	// What is said.
	Text Text `yaml:"text" jsonschema:"required" short:"yes"`
	// What is seen then, in place of the beat's.
	Seen Text `yaml:"seen,omitempty"`
	// What is felt then, in place of the beat's.
	Feels scenarios.Feeling `yaml:"feels,omitempty"`
}

// Excuse is one thing the player's inner voice says.
type Excuse struct {
	// The excuse.
	Says Text `yaml:"says" jsonschema:"required"`
	// The better sentence that answers it.
	Answer Text `yaml:"answer" jsonschema:"required"`
}

// Reply is one thing the player may say. It says what it means; the rules alone
// decide what it is worth.
type Reply struct {
	// The reply's id in its beat. It never changes: runs are kept by it.
	ID ID `yaml:"id" jsonschema:"required"`
	// The words themselves.
	Says Text `yaml:"says" jsonschema:"required"`
	// What the client thinks on hearing it; the debrief shows it.
	Thinks Text `yaml:"thinks" jsonschema:"required"`
	// One move, or two with the main one first.
	Move Moves `yaml:"move" jsonschema:"required"`
	// What it truly says back: the issue, the feeling, or both.
	Reflects Reflects `yaml:"reflects,omitempty"`
	// The feeling it names, only where that is not the one the client shows.
	Names scenarios.Feeling `yaml:"names,omitempty"`
	// What it shows of the player: that you know the work (competence), that you are somebody (self).
	Shows Shows `yaml:"shows,omitempty"`
	// The thing the client said matters that a pitch answers.
	TiesTo Text `yaml:"ties-to,omitempty"`
	// Promises it makes.
	Promises List `yaml:"promises,omitempty"`
	// Promises it keeps.
	Keeps List `yaml:"keeps,omitempty"`
	// Promises it breaks.
	Breaks List `yaml:"breaks,omitempty"`
	// What it gives and what that costs you, in a few words.
	Gives Text `yaml:"gives,omitempty"`
	// The weakness it admits, in a few words: voluntary, and to the point.
	Admits Text `yaml:"admits,omitempty"`
	// It covers yourself.
	Hedges YesNo `yaml:"hedges,omitempty"`
	// It extends trust first.
	Trusts YesNo `yaml:"trusts,omitempty"`
	// It holds the client to their side, kindly.
	Holds YesNo `yaml:"holds,omitempty"`
	// It agrees to what harms the client because they want it.
	Yields YesNo `yaml:"yields,omitempty"`
	// It serves you, and is not said to.
	ServesUs YesNo `yaml:"serves-us,omitempty"`
	// What a pushback is against, in a few words.
	Against Text `yaml:"against,omitempty"`
	// Because of what, in a few words.
	Because Text `yaml:"because,omitempty"`
	// What it offers instead, in a few words.
	Instead Text `yaml:"instead,omitempty"`
	// It betrays: trust drops at once and never fully comes back.
	Breach scenarios.Breach `yaml:"breach,omitempty"`
	// How it is said, where how matters more than what.
	Manner scenarios.Manner `yaml:"manner,omitempty"`
	// The step of mending a rupture that it takes.
	Repair scenarios.Repair `yaml:"repair,omitempty"`
	// This client hears it as something else. Sparingly: in at most 15 of 100 replies.
	HeardAs *HeardAs `yaml:"heard-as,omitempty"`
	// What you expect of it. It is checked and never applied.
	Expect scenarios.Expect `yaml:"expect,omitempty"`
	// Facts that are learned by it.
	Learns List `yaml:"learns,omitempty"`
	// Facts that have happened after it.
	Happens List `yaml:"happens,omitempty"`
	// Offered only when this holds.
	When *Condition `yaml:"when,omitempty"`
	// Where it leads: a beat's id, `end`, or a list of which the first whose `when` holds is taken.
	To Targets `yaml:"to" jsonschema:"required"`
}

// HeardAs is how one client hears a reply that the rules would land otherwise.
type HeardAs struct {
	// How it lands.
	As scenarios.Landing `yaml:"as" jsonschema:"required"`
	// Why, in one sentence that the debrief quotes.
	Because Text `yaml:"because" jsonschema:"required"`
}

// Targets are where a reply leads, by how things stand.
type Targets []Target

// Target is one place a reply may lead.
type Target struct {
	// Taken only when this holds. The last has none.
	When *Condition `yaml:"when,omitempty"`
	// A beat's id, or `end`.
	Beat ID `yaml:"beat" jsonschema:"required" short:"yes"`
}

// Ending is one way it turned out.
type Ending struct {
	// The ending's id.
	ID ID `yaml:"id" jsonschema:"required"`
	// What it is called.
	Title Text `yaml:"title" jsonschema:"required"`
	// It is what happens when this holds. The last has none.
	When *Condition `yaml:"when,omitempty"`
	// What was decided.
	Deal scenarios.Deal `yaml:"deal" jsonschema:"required"`
	// Whether a referral was freely given.
	Referral YesNo `yaml:"referral,omitempty"`
	// Whether it was the best for the client.
	Serves YesNo `yaml:"serves,omitempty"`
	// What is read. A blank line begins a new paragraph.
	Says Text `yaml:"says" jsonschema:"required"`
	// What became of the client.
	Became Text `yaml:"became,omitempty"`
	// Where the result was out of the player's hands: what to make of it.
	Judged Text `yaml:"judged,omitempty"`
}

// Start is a way things can stand when the conversation begins.
type Start struct {
	// The start's id.
	ID ID `yaml:"id" jsonschema:"required"`
	// How far the client trusts; without it, as their temperament has it.
	Trust scenarios.Band `yaml:"trust,omitempty"`
	// Facts that are already learned or have happened.
	Facts List `yaml:"facts,omitempty"`
	// The id of the client who introduced you: trust is lent.
	IntroducedBy ID `yaml:"introduced-by,omitempty"`
	// Whether a rupture is open.
	Rupture YesNo `yaml:"rupture,omitempty"`
	// What must have happened in a career, all of it, for the conversation to begin here. The first start that fits is taken, else the first of the list.
	From []Origin `yaml:"from,omitempty"`
}

// Origin is something that happened in a career.
type Origin struct {
	// The conversation that is over.
	Conversation ID `yaml:"conversation" jsonschema:"required"`
	// How it ended: any of these. Without it, however it ended.
	Endings List `yaml:"endings,omitempty"`
	// How many other conversations, at least, were held since.
	Idle int `yaml:"idle,omitempty" jsonschema:"minimum=1,maximum=100"`
}

// Condition is what must hold, all of it.
type Condition struct {
	// Facts that were learned, all of them.
	Learned List `yaml:"learned,omitempty"`
	// Facts that have happened, all of them.
	Happened List `yaml:"happened,omitempty"`
	// Facts that were not learned and have not happened, none of them.
	Not List `yaml:"not,omitempty"`
	// Notes that were read before the meeting, all of them.
	Prepared List `yaml:"prepared,omitempty"`
	// Promises that were made and are not yet due, all of them.
	Promised List `yaml:"promised,omitempty"`
	// Promises that were kept, all of them.
	Kept List `yaml:"kept,omitempty"`
	// Promises that were broken, all of them.
	Broken List `yaml:"broken,omitempty"`
	// The client trusts at least so far.
	Trust scenarios.Band `yaml:"trust,omitempty"`
	// The client trusts less than so far.
	Below scenarios.Band `yaml:"below,omitempty"`
	// A rupture is open.
	Rupture YesNo `yaml:"rupture,omitempty"`
	// A rupture was mended.
	Mended YesNo `yaml:"mended,omitempty"`
	// The client was deceived.
	Deceived YesNo `yaml:"deceived,omitempty"`
	// The client has seen that you know the work.
	Knows YesNo `yaml:"knows,omitempty"`
	// The client has seen you as a person.
	Likes YesNo `yaml:"likes,omitempty"`
	// No more trust can be gained in this meeting.
	Capped YesNo `yaml:"capped,omitempty"`
}

// ClientFile is a person, met in one conversation or several. The file stands in
// clients/ and is named after its id.
type ClientFile struct {
	// The client's id, the file's name without .yaml.
	Client ID `yaml:"client" jsonschema:"required"`
	// The client's name.
	Name Text `yaml:"name" jsonschema:"required"`
	// What the client does: "Head of operations".
	Role Text `yaml:"role" jsonschema:"required"`
	// Where.
	Company Text `yaml:"company" jsonschema:"required"`
	// Three words: [she, her, her].
	Pronouns Pronouns `yaml:"pronouns" jsonschema:"required"`
	// What the client weighs and cannot stand.
	Temperament Temperament `yaml:"temperament" jsonschema:"required"`
	// What the client personally stands to lose.
	Stake Text `yaml:"stake" jsonschema:"required"`
	// The people whose trust the client carries, by name or client id.
	Circle []Text `yaml:"circle,omitempty"`
	// Which drawn figure is theirs.
	Figure Figure `yaml:"figure" jsonschema:"required"`
	// The client's own words or behaviour where the rules hold them back.
	Tells Tells `yaml:"tells" jsonschema:"required"`
}

// Temperament is how a client is made.
type Temperament struct {
	// How far a stranger is trusted.
	Start scenarios.Band `yaml:"start" jsonschema:"required"`
	// What they weigh most: being listened to (care), told straight (candour) or shown (proof).
	Weighs scenarios.Weigh `yaml:"weighs" jsonschema:"required"`
	// Manners that sting them double.
	CannotStand Manners `yaml:"cannot-stand,omitempty"`
	// They want no relationship: probing for feelings is wrong.
	WantsNoFriend YesNo `yaml:"wants-no-friend,omitempty"`
}

// Tells are one or two sentences each, so that right conduct under a cap never
// reads as error.
type Tells struct {
	// Nothing has yet shown that you know the work.
	KnowsNotYou Text `yaml:"knows-not-you" jsonschema:"required"`
	// Nothing has yet shown you as a person.
	LikesNotYou Text `yaml:"likes-not-you" jsonschema:"required"`
	// No more trust is to be had in this meeting.
	EnoughForNow Text `yaml:"enough-for-now" jsonschema:"required"`
	// A rupture is open.
	Rupture Text `yaml:"rupture" jsonschema:"required"`
	// Trust will not go higher again.
	Deceived Text `yaml:"deceived" jsonschema:"required"`
}

// FirmFile is who the player works for.
type FirmFile struct {
	// The firm's name.
	Name Text `yaml:"name" jsonschema:"required"`
	// Who you are, a paragraph.
	About Text `yaml:"about" jsonschema:"required"`
	// What it sells, a paragraph.
	Sells Text `yaml:"sells" jsonschema:"required"`
	// What it cannot do, does badly or may not promise.
	Limits []Text `yaml:"limits" jsonschema:"required"`
	// The conversations in the order in which a career offers them. Those that are not named come after, in the order of their files.
	Meets List `yaml:"meets,omitempty"`
}
