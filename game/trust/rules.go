package trust

import . "earned/scenarios" //nolint:revive // the table reads in the vocabulary's own words

// RuleID is a rule's place in the table.
type RuleID uint8

// Rule is one line of the table: when it speaks, what it does, and what it
// says in the debrief. Every rule carries the ids of the principles that it
// makes true.
type Rule struct {
	Name       string
	Principles []string
	Heard      func(*Meaning) bool // it can speak of such a reply; nil: of any
	Given      func(*turn) bool    // and does, as things stand; nil: always
	Weight     int                 // what it adds; losses are doubled later (T6)
	Landing    Landing             // how the reply is received if this rule decides
	Spoils     bool                // nothing else in the reply can gain
	Does       func(*turn)         // anything more
	Says       string              // one sentence, with {Name} {she} {her} {their} {theirs} for the client: see Sentence
}

// The rules, in the order in which they speak: first of the words, then of
// what has been weighed so far, last of where trust may stand.
const (
	Breaches RuleID = iota
	HeardOtherwise
	AsksForTrust
	Presses
	Flatters
	NamesWrongFeeling
	EmptyFormula
	DropsNames
	Manners
	CannotBear
	NoFriendWanted
	SellsForUs
	CoversItself
	Hears
	HearsHalf
	HearsNothing
	DodgesTheAnswer
	Intrusion
	SaysNothing
	AsksWell
	AsksIdly
	FactsTooSoon
	AnswersWhatMatters
	ListsFeatures
	PitchesAgain
	LetsSee
	TellsStraight
	TellsHalf
	Contradicts
	UnwelcomeTruth
	GivesIn
	GivesFirst
	AdmitsWeakness
	TrustsFirst
	PromisesSomething
	KeepsPromise
	BreaksPromise
	HoldsToTheirs
	SendsToAnother
	AsksEarned
	AsksEarly
	RepeatsItself
	StepsToMend
	MakesItGood

	ShowsCompetence
	ShowsSelf
	PlaysSafe
	WeighsMore
	RuptureBlocks
	GatesShut
	SlowToEarn
	LossesWeighTwice
	RiskShifts
	CircleWatches
	EnoughForToday
	CeilingHolds
	CoolsBetween
	LoanFades

	StartsLow
	LendsTrust
	CarriesOver
	TrustOpens
	Remembers
	Prepared
	numRules

	firstAfterWords = ShowsCompetence // from here on rules weigh what was weighed
)

// A Set holds 64 rules: more do not compile.
const _ = uint8(64 - numRules)

// Rules is the table.
var Rules = [numRules]Rule{
	Breaches: {Name: "a breach", Principles: []string{"T6", "T11", "R6"},
		Heard:  func(m *Meaning) bool { return m.Breach != NoBreach },
		Weight: -15, Landing: Betrays, Spoils: true,
		Does: func(t *turn) { t.after.Ceiling = Deceived },
		Says: "You said what you knew was not so; after that {Name} can only ever trust you so far."},
	HeardOtherwise: {Name: "heard otherwise", Principles: []string{"T1"},
		Heard: func(m *Meaning) bool { return m.HeardAs != Flat },
		Does:  func(t *turn) { t.hears(t.m.HeardAs) }, Spoils: true,
		Says: "What counts is what {she} heard, whatever you meant."},
	AsksForTrust: {Name: "asks to be trusted", Principles: []string{"T10"},
		Heard: manner(TrustMe), Weight: -4, Landing: Pressure, Spoils: true,
		Says: "Asking to be trusted gets nothing; {she} felt it as pressure."},
	Presses: {Name: "hurries or buys", Principles: []string{"T5"},
		Heard: manner(Pressing), Weight: -4, Landing: Pressure, Spoils: true,
		Says: "Trust cannot be hurried or bought; {she} felt the push."},
	Flatters: {Name: "flatters", Principles: []string{"T9"},
		Heard: manner(Flattering), Weight: -3, Landing: Trick, Spoils: true,
		Says: "{She} has been praised by people who wanted something before."},
	NamesWrongFeeling: {Name: "names a feeling not shown", Principles: []string{"T9"},
		Heard: (*Meaning).misnames, Weight: -4, Landing: Trick, Spoils: true,
		Says: "You named a feeling {she} had not shown, and it sounded like a technique."},
	EmptyFormula: {Name: "an empty formula", Principles: []string{"T9", "P17"},
		Heard: manner(Canned), Weight: -2, Landing: Hollow, Spoils: true,
		Says: "{She} has heard that sentence from everyone; it was not about {her}."},
	DropsNames: {Name: "a fact for show", Principles: []string{"P13"},
		Heard: manner(NameDrop), Weight: -2, Landing: Hollow, Spoils: true,
		Says: "Remembering is a calendar’s work; it has to mean something to {her}."},
	Manners: {Name: "how it was said", Principles: []string{"T1"},
		Heard: func(m *Meaning) bool { return mannerWeight[m.Manner] != 0 },
		Does:  func(t *turn) { t.weigh(Manners, mannerWeight[t.m.Manner]) }, Landing: Stings, Spoils: true,
		Says: "How you said it arrived before what you said."},
	CannotBear: {Name: "what they cannot stand", Principles: []string{"T1"},
		Heard:  func(m *Meaning) bool { return m.Manner != Plain && m.Client.CannotStand&(1<<m.Manner) != 0 },
		Weight: -2, Landing: Stings, Spoils: true,
		Says: "With another client that might have passed; it is the one thing {Name} cannot stand."},
	NoFriendWanted: {Name: "no friend wanted", Principles: []string{"P1", "P9"},
		Heard:  func(m *Meaning) bool { return m.Client.WantsNoFriend && (m.Feeling || m.Self) && m.sincere() },
		Weight: -3, Landing: Intrudes, Spoils: true,
		Says: "{Name} wants a good product and a straight answer, and no more of you than that."},
	SellsForUs: {Name: "good only for us", Principles: []string{"P6"},
		Heard: func(m *Meaning) bool { return m.Serves }, Weight: -4, Landing: Pressure, Spoils: true,
		Says: "It served you more than {her}, and you did not say so."},
	CoversItself: {Name: "covers itself", Principles: []string{"T12"},
		Heard: func(m *Meaning) bool { return m.Hedges }, Weight: -2, Landing: Hollow,
		Says: "You covered yourself, and {she} noticed who was left uncovered."},

	Hears: {Name: "heard", Principles: []string{"T3", "P2"},
		Heard:  func(m *Meaning) bool { return m.Is(Empathy) && m.Needs == BeHeard && m.Issue && m.Feeling },
		Weight: 8, Landing: Opens,
		Says: "You took up what happened and what it was like; {she} was heard."},
	HearsHalf: {Name: "half heard", Principles: []string{"T3"},
		Heard:  func(m *Meaning) bool { return m.Is(Empathy) && m.Needs == BeHeard && m.Issue != m.Feeling },
		Weight: 4, Landing: Half,
		Says: "You took up half of it: what happened, or what it was like, and {she} had told you both."},
	HearsNothing: {Name: "kind and hollow", Principles: []string{"T3"},
		Heard:  func(m *Meaning) bool { return m.Is(Empathy) && !m.Reflects() && m.Manner == Plain },
		Weight: -1, Landing: Hollow,
		Says: "It was kind, and it could have been said to anyone."},
	DodgesTheAnswer: {Name: "comfort for an answer", Principles: []string{"T1", "T8"},
		Heard: func(m *Meaning) bool {
			return m.Is(Empathy) && m.Reflects() && (m.Needs == BeTold || m.Needs == BeShown) && !m.answers()
		},
		Does:    func(t *turn) { t.weigh(DodgesTheAnswer, both(t.m, 2, 0)) },
		Landing: Half,
		Says:    "{She} had asked for something to go on, and got understanding instead."},
	Intrusion: {Name: "not left alone", Principles: []string{"P9"},
		Heard: func(m *Meaning) bool {
			return m.Needs == BeLeftAlone && !m.Is(Wait) && !m.Is(Give) && !m.Trusts && (m.Is(Ask) || m.Is(Pitch) || m.Is(Pushback) || m.Feeling)
		},
		Weight: -3, Landing: Intrudes,
		Says: "{She} needed a moment without you in it."},
	SaysNothing: {Name: "let be", Principles: []string{"T3", "P9"},
		Heard: func(m *Meaning) bool {
			return m.Needs == BeHeard && m.Is(Wait) || m.Needs == BeLeftAlone && (m.Is(Wait) || m.Is(Give) || m.Trusts)
		},
		Does:    func(t *turn) { t.weigh(SaysNothing, pick(t.m.Needs == BeLeftAlone, 6, 4)) },
		Landing: Opens,
		Says:    "You saw that {she} needed room more than words, and left {her} the room."},
	AsksWell: {Name: "a question that uncovers", Principles: []string{"P17"},
		Heard: func(m *Meaning) bool {
			return m.Is(Ask) && m.Needs != BeLeftAlone && (m.Leaves != 0 || m.Reflects()) && m.Manner == Plain
		},
		Does:    func(t *turn) { t.weigh(AsksWell, question[t.m.Needs]) },
		Landing: Half,
		Says:    "The question was about {their} business and nobody else’s, and it brought something up."},
	AsksIdly: {Name: "a question off a list", Principles: []string{"P17"},
		Heard:  func(m *Meaning) bool { return m.Is(Ask) && m.Leaves == 0 && !m.Reflects() && m.Needs != BeLeftAlone },
		Weight: -1, Landing: Hollow,
		Says: "{She} had nothing to gain by answering that, so it uncovered nothing."},
	FactsTooSoon: {Name: "facts too soon", Principles: []string{"P2"},
		Heard:  func(m *Meaning) bool { return m.Is(Pitch) && m.Needs == BeHeard },
		Weight: -3, Landing: Hollow,
		Says: "A fact lands only once the feeling has been met; the same words would have done well later."},
	AnswersWhatMatters: {Name: "answers what matters", Principles: []string{"P10", "P1"},
		Heard: func(m *Meaning) bool {
			return m.Is(Pitch) && (m.Needs == BeTold || m.Needs == BeShown) && m.TiesTo != ""
		},
		Does:    func(t *turn) { t.weigh(AnswersWhatMatters, pick(t.m.Competence, 8, 4)) },
		Landing: Opens,
		Says:    "{She} had said what mattered, and your answer was to that."},
	ListsFeatures: {Name: "a list of features", Principles: []string{"P10"},
		Heard: func(m *Meaning) bool {
			return m.Is(Pitch) && m.Needs != BeLeftAlone && m.Needs != BeHeard && m.TiesTo == ""
		},
		Weight: -1, Landing: Hollow,
		Says: "It spoke of what you have to offer, and {she} was somewhere else just then."},
	PitchesAgain: {Name: "and another pitch", Principles: []string{"P16"},
		Heard: unasked,
		Given: func(t *turn) bool { return t.before.Unasked > 0 },
		Does:  func(t *turn) { t.weigh(PitchesAgain, -int(t.before.Unasked)) }, Landing: Hollow,
		Says: "You had offered unasked before, and each time after lands worse."},
	LetsSee: {Name: "shown, not told", Principles: []string{"T12", "P4"},
		Heard:  func(m *Meaning) bool { return m.Needs == BeShown && (m.Is(Give) || m.Trusts) },
		Weight: 5, Landing: Opens,
		Says: "{She} needed to see it, and you put it into {their} own hands."},
	TellsStraight: {Name: "told straight", Principles: []string{"P3"},
		Heard:  func(m *Meaning) bool { return m.Is(Pushback) && m.Needs == BeTold && m.reasoned() },
		Weight: 8, Landing: Opens,
		Says: "You told {her} what {she} did not want to hear, why, and what you would do instead."},
	TellsHalf: {Name: "told without a way out", Principles: []string{"P3"},
		Heard: func(m *Meaning) bool {
			return m.Is(Pushback) && m.Needs == BeTold && !m.reasoned() && (m.Because != "" || m.Instead != "")
		},
		Weight: 3, Landing: Half,
		Says: "It was honest, and it left {her} holding half of it."},
	Contradicts: {Name: "a bare no", Principles: []string{"P3"},
		Heard:  func(m *Meaning) bool { return m.Is(Pushback) && m.Because == "" && m.Instead == "" },
		Weight: -2, Landing: Stings,
		Says: "You went against {her}, and left {her} nothing to hold on to."},
	UnwelcomeTruth: {Name: "true, and not yet", Principles: []string{"P3", "P2"},
		Heard: func(m *Meaning) bool {
			return m.Is(Pushback) && m.Needs != BeTold && m.Needs != BeLeftAlone && (m.Because != "" || m.Instead != "")
		},
		Does:    func(t *turn) { t.weigh(UnwelcomeTruth, pick(t.m.Needs == BeHeard && !t.m.Feeling, -2, -1)) },
		Landing: Costs,
		Says:    "Honest, and it cost a little: {she} was not asking for it just then."},
	GivesIn: {Name: "gives in", Principles: []string{"P3"},
		Heard:  func(m *Meaning) bool { return m.Yields },
		Weight: 2, Landing: Half,
		Says: "You agreed because {she} wanted you to; it felt fine, and now it is your decision too."},
	GivesFirst: {Name: "gives first", Principles: []string{"P4"},
		Heard: func(m *Meaning) bool {
			return m.Gives != "" && m.Needs != BeShown && m.Needs != BeLeftAlone
		},
		Does:    func(t *turn) { t.weigh(GivesFirst, pick(t.m.Needs == BeHeard, 1, 4)) },
		Landing: Half,
		Says:    "You gave something that cost you, and asked for nothing back."},
	AdmitsWeakness: {Name: "admits a weakness", Principles: []string{"T11", "T12"},
		Heard:   func(m *Meaning) bool { return m.Admits != "" },
		Does:    func(t *turn) { t.weigh(AdmitsWeakness, pick(t.before.Knows || t.m.Competence, 4, 1)) },
		Landing: Half,
		Says:    "You said a thing against yourself before {she} had to find it out."},
	TrustsFirst: {Name: "trusts first", Principles: []string{"T12"},
		Heard: func(m *Meaning) bool { return m.Trusts && m.Needs != BeShown && m.Needs != BeLeftAlone }, Weight: 4, Landing: Half,
		Says: "To be trusted you trusted first."},
	PromisesSomething: {Name: "a promise", Principles: []string{"T11"},
		Heard: func(m *Meaning) bool { return m.Promises != 0 }, Weight: 1, Landing: Half,
		Says: "You promised something; from here on it is owed."},
	KeepsPromise: {Name: "a promise kept", Principles: []string{"T11"},
		Given: func(t *turn) bool { return t.event&KeptPromise != 0 }, Weight: 6, Landing: Opens,
		Says: "You gave what you had promised, when you had promised it."},
	BreaksPromise: {Name: "a promise broken", Principles: []string{"T11", "T7"},
		Given: func(t *turn) bool { return t.event&BrokePromise != 0 }, Weight: -8, Landing: Stings, Spoils: true,
		Does: (*turn).rupture,
		Says: "What you had promised came due, and was not there."},
	HoldsToTheirs: {Name: "holds them to their side", Principles: []string{"P8"},
		Heard:   func(m *Meaning) bool { return m.Holds },
		Does:    func(t *turn) { t.weigh(HoldsToTheirs, pick(t.m.sincere(), 4, -1)) },
		Landing: Half,
		Says:    "You kept your side and held {her} to {theirs}, without unkindness."},
	SendsToAnother: {Name: "sends them elsewhere", Principles: []string{"P7"},
		Heard: func(m *Meaning) bool { return m.Is(ReferOut) }, Weight: 6, Landing: Opens,
		Says: "You sent {her} to somebody who serves {her} better than you can."},
	AsksEarned: {Name: "an ask that was earned", Principles: []string{"R3", "R4", "P4"},
		Heard: func(m *Meaning) bool { return m.Is(AskForReferral) },
		Given: func(t *turn) bool { return t.before.Band() == Trusting }, Landing: Half,
		Says: "You had earned the question, so it cost you nothing to ask it."},
	AsksEarly: {Name: "an ask not yet earned", Principles: []string{"R3", "P4"},
		Heard: func(m *Meaning) bool { return m.Is(AskForReferral) },
		Given: func(t *turn) bool { return !t.spoke.Has(AsksEarned) }, Weight: -5, Landing: Pressure, Spoils: true,
		Says: "You asked {her} to lend you {their} name before you had earned it."},
	RepeatsItself: {Name: "the same again", Principles: []string{"T9"},
		Heard:  func(m *Meaning) bool { return !m.Reflects() && !m.answers() && !m.Is(Wait) },
		Given:  func(t *turn) bool { return t.before.Last == t.m.Moves[0] && t.m.Leaves&^t.known == 0 },
		Weight: -2, Landing: Hollow, Spoils: true,
		Says: "You had just made the same move, and this time it added nothing."},
	StepsToMend: {Name: "a step to mend it", Principles: []string{"T7"},
		Heard: func(m *Meaning) bool { return m.Repair == Names || m.Repair == Owns },
		Given: func(t *turn) bool { return t.before.Rupture != NoRupture && t.owes() }, Landing: Mends,
		Does: (*turn).stepToMend,
		Says: "You named what had gone wrong and took it as yours, with no excuse; that is where mending starts."},
	MakesItGood: {Name: "makes it good", Principles: []string{"T7"},
		Heard: func(m *Meaning) bool { return m.Repair == MakesGood },
		Given: func(t *turn) bool { return t.before.Rupture == RuptureOwned }, Weight: 6, Landing: Mends,
		Does: (*turn).mend,
		Says: "You made it good with something that cost you; what is mended can be stronger."},

	ShowsCompetence: {Name: "shows you know the work", Principles: []string{"T2"},
		Heard: func(m *Meaning) bool { return m.Competence },
		Given: func(t *turn) bool { return !t.spoilt && !t.before.Knows },
		Does:  func(t *turn) { t.after.Knows = true },
		Says:  "Until then {she} could not tell whether you knew {their} work; now {she} can."},
	ShowsSelf: {Name: "shows who you are", Principles: []string{"T2"},
		Heard: func(m *Meaning) bool { return m.Self && !m.Client.WantsNoFriend },
		Given: func(t *turn) bool { return !t.spoilt && !t.before.Likes },
		Does:  func(t *turn) { t.after.Likes = true },
		Says:  "For the first time there was a person on your side of the table."},
	PlaysSafe: {Name: "safe", Principles: []string{"T8"},
		Given: func(t *turn) bool { return t.gain == 0 && t.loss == 0 && !t.mending && !t.m.Is(AskForReferral) },
		Does:  func(t *turn) { t.sum = -1 }, Landing: Flat,
		Says: "It risked nothing, and what risks nothing lets trust drift."},
	WeighsMore: {Name: "what they weigh most", Principles: []string{"T1"},
		Heard: weighs,
		Given: func(t *turn) bool { return t.sum > 0 },
		Does:  func(t *turn) { t.sum += 2 },
		Says:  "It is the thing {Name} weighs most in anyone who sells."},
	RuptureBlocks: {Name: "a rupture is open", Principles: []string{"T7"},
		Given: func(t *turn) bool { return t.before.Rupture != NoRupture && t.sum > 0 && !t.mending },
		Does:  func(t *turn) { t.sum = 0 },
		Says:  "Nothing good could land while what had broken was still between you."},
	GatesShut: {Name: "knows you, likes you", Principles: []string{"T2"},
		Heard: func(m *Meaning) bool { return !m.Client.WantsNoFriend },
		Given: func(t *turn) bool { return t.sum > 0 && int(t.before.Trust)+t.sum > t.line() },
		Does:  func(t *turn) { t.sum = max(0, t.line()-int(t.before.Trust)) },
		Says:  "It landed, but until {she} knows what you can do and who you are, it builds only so much."},
	SlowToEarn: {Name: "slow to earn", Principles: []string{"T6", "T5"},
		Given: func(t *turn) bool { return t.sum > 3 && t.before.Trust >= openFrom },
		Does:  func(t *turn) { t.sum -= pick(t.before.Trust >= trustingFrom, 3, 2) },
		Says:  "The more {she} trusts you already, the smaller the next step."},
	LossesWeighTwice: {Name: "losses weigh twice", Principles: []string{"T6"},
		Given: func(t *turn) bool { return t.sum < 0 },
		Does:  func(t *turn) { t.sum *= 2 },
		Says:  "A step back counts for two forward."},
	RiskShifts: {Name: "the risk is theirs now", Principles: []string{"T13", "P11"},
		Heard: func(m *Meaning) bool { return m.Phase != Before },
		Given: func(t *turn) bool {
			return t.sum < 0 || (t.before.Rupture == NoRupture || t.mending) && (t.m.Keeps != 0 || t.m.Is(Give))
		},
		Does: func(t *turn) { t.sum += pick(t.sum < 0, -2, 2) },
		Says: "Once {she} has decided, the risk is {theirs}, and everything you do weighs more."},
	CircleWatches: {Name: "their circle is watching", Principles: []string{"R5"},
		Heard: func(m *Meaning) bool { return m.Watched },
		Given: func(t *turn) bool { return t.sum < 0 },
		Does:  func(t *turn) { t.sum -= 2 },
		Says:  "It was said where the people {she} answers to could hear it, so it cost {her} too."},
	EnoughForToday: {Name: "enough for one meeting", Principles: []string{"T5"},
		Given: func(t *turn) bool { return t.sum > 0 && int(t.before.Trust)+t.sum > int(t.before.Cap) },
		Does:  func(t *turn) { t.sum = max(0, int(t.before.Cap)-int(t.before.Trust)) },
		Says:  "It landed; one meeting can only build so much, and this one had."},
	CeilingHolds: {Name: "the ceiling", Principles: []string{"T6"},
		Given: func(t *turn) bool { return int(t.before.Trust)+t.sum > int(t.after.Ceiling.Points()) },
		Does:  func(t *turn) { t.sum = int(t.after.Ceiling.Points()) - int(t.before.Trust) },
		Says:  "There is only so far {she} can trust you, after what happened."},
	CoolsBetween: {Name: "left alone between meetings", Principles: []string{"T8"},
		Given: func(t *turn) bool { return t.event&MeetingEnds != 0 && t.event&LeavesAThread == 0 },
		Does:  func(t *turn) { t.sum -= 4 },
		Says:  "Nothing had been promised for the time between, and it cooled a little."},
	LoanFades: {Name: "a loan that fades", Principles: []string{"R2"},
		Given: func(t *turn) bool { return t.event&MeetingEnds != 0 && t.before.Lent },
		Does:  func(t *turn) { t.sum -= 8; t.after.Lent = false },
		Says:  "The trust you came with was lent to you, and you had not made it your own."},

	// The rest are carried by Begin and by game/talk; the table names them.
	StartsLow: {Name: "strangers start low", Principles: []string{"T15"}, Heard: never,
		Says: "Most people begin by not trusting anyone who sells, and {Name} is most people."},
	LendsTrust: {Name: "an introduction lends trust", Principles: []string{"R1", "R2", "P18"}, Heard: never,
		Says: "Somebody {she} trusts had spoken for you; that is lent, and you began with it."},
	CarriesOver: {Name: "trust stays with the person", Principles: []string{"R7", "P14"}, Heard: never,
		Says: "What you were to {her} before, you were still."},
	TrustOpens: {Name: "trust opens", Principles: []string{"P15", "R9"}, Heard: never,
		Says: "As far as {she} trusted you, that far {she} opened the way."},
	Remembers: {Name: "what happened is remembered", Principles: []string{"P14", "P11", "R8", "T4"}, Heard: never,
		Says: "What had come up before came back."},
	Prepared: {Name: "homework", Principles: []string{"P5"}, Heard: never,
		Says: "You could say it because you had read about it before."},
}

func never(*Meaning) bool { return false }

// mannerWeight is what each manner costs in itself. Those with a rule of their
// own weigh nothing here.
var mannerWeight = [Pressing + 1]int{Glib: -2, Blunt: -2, Presuming: -3, BeforeOthers: -4, Defensive: -2}

// mannerSays is what the debrief says of a manner that weighs by itself.
var mannerSays = [...]string{
	Pressing:     "",
	Glib:         "It came too lightly, after what {she} had just said.",
	Blunt:        "It was put so that only the edge of it arrived.",
	Presuming:    "You knew for {her} what {she} had not said.",
	BeforeOthers: "It was done in front of others, and {she} was left standing there with it.",
	Defensive:    "It looked after you before it looked after {her}.",
}

// question is what a real question adds, by need: asking is no answer.
var question = [...]int{NoNeed: 1, BeHeard: 4, BeTold: 1, BeShown: 1, BeLeftAlone: 0}

// heardWeight is what being heard as something is worth.
var heardWeight = [...]int{Flat: 0, Opens: 8, Half: 4, Mends: 0, Costs: -1, Hollow: -2, Intrudes: -3, Pressure: -4, Trick: -4, Stings: -3, Betrays: -8}

func manner(k Manner) func(*Meaning) bool { return func(m *Meaning) bool { return m.Manner == k } }

// unasked reports a pitch that answers no stated need (P16).
func unasked(m *Meaning) bool {
	return m.Is(Pitch) && (m.Needs == BeHeard || m.Needs == BeLeftAlone || m.TiesTo == "")
}

// weighs reports whether the reply is of the kind this client weighs most.
func weighs(m *Meaning) bool {
	switch m.Client.Weighs {
	case WeighsCandour:
		return m.Is(Pushback) && m.reasoned() || m.Admits != ""
	case WeighsProof:
		return m.Is(Pitch) && m.TiesTo != "" && m.Competence || m.Trusts
	default:
		return m.Is(Empathy) && m.Issue && m.Feeling
	}
}

func both(m *Meaning, yes, no int) int { return pick(m.Issue && m.Feeling, yes, no) }

func pick(b bool, yes, no int) int {
	if b {
		return yes
	}
	return no
}
