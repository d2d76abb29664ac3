package debrief

import "earned/game/trust"

// Habit is one thing to take into the next conversation.
type Habit struct {
	Kind HabitKind
	Says string
	At   int // the moment that shows it
}

// HabitKind is what to do with a habit.
type HabitKind uint8

// The kinds, at most one of each.
const (
	Keep HabitKind = iota
	Change
	Next
)

var habitNames = [...]string{"Keep", "Change", "Try next"}

func (k HabitKind) String() string { return habitNames[k] }

// theme is what a habit is about: two of one theme would say the same thing
// twice.
type theme uint8

const (
	word theme = iota // what was promised, and what was said to be so
	sound
	haste
	praise
	hearing
	memory
	person
	ours
	risk
	answers
	room
	asking
	timing
	offers
	showing
	refusing
	giving
	admitting
	theirSide
	others
	introductions
	variety
	mending
)

// advice is a habit to be had.
type advice struct {
	about theme
	says  string
}

// habits is what each rule asks for, said as something to do: of rules that
// opened to be kept, of those that closed to be changed.
var habits = map[trust.RuleID]advice{
	trust.Breaches:           {word, "Say only what you know to be so, and promise only what you can give."},
	trust.HeardOtherwise:     {sound, "Listen for how your words arrive; what you meant does not count."},
	trust.AsksForTrust:       {haste, "Leave the word trust out, and do one thing that would earn it."},
	trust.Presses:            {haste, "Take the hurry out. What has to be decided today can be decided without a push."},
	trust.Flatters:           {praise, "Leave the praise out, and say what you noticed."},
	trust.NamesWrongFeeling:  {hearing, "Name only the feeling that was shown."},
	trust.EmptyFormula:       {hearing, "Use no sentence that you could say to anyone."},
	trust.DropsNames:         {memory, "Act on what a thing meant to them; remembering it is not enough."},
	trust.Manners:            {sound, "Hear how a sentence sounds before you say it."},
	trust.CannotBear:         {person, "Find out early what this person cannot stand."},
	trust.NoFriendWanted:     {person, "Let someone who wants no friend have a good product and a straight answer."},
	trust.SellsForUs:         {ours, "Where something is good only for you, say so first."},
	trust.CoversItself:       {risk, "Say it without the cover; the risk you leave open is the one they see."},
	trust.Hears:              {hearing, "Take up both what happened and what it was like."},
	trust.HearsHalf:          {hearing, "Take up the other half too: what happened, and what it was like."},
	trust.HearsNothing:       {hearing, "Say back something only this person could have said."},
	trust.DodgesTheAnswer:    {answers, "When someone asks for an answer, answer."},
	trust.Intrusion:          {room, "Leave people the minute they need without you."},
	trust.SaysNothing:        {room, "Leave people room where they need it more than words."},
	trust.AsksWell:           {asking, "Ask the question that only fits this business."},
	trust.AsksIdly:           {asking, "Ask the question that only fits this business."},
	trust.FactsTooSoon:       {timing, "Meet the feeling first; the fact can wait a minute."},
	trust.AnswersWhatMatters: {offers, "Tie what you offer to what they said matters."},
	trust.ListsFeatures:      {offers, "Tie what you offer to what they said matters."},
	trust.PitchesAgain:       {offers, "Stop pitching when the last one met no answer."},
	trust.LetsSee:            {showing, "Put it into their hands, and let them see for themselves."},
	trust.TellsStraight:      {answers, "Tell the unwelcome truth with its reason and a way out."},
	trust.TellsHalf:          {answers, "Give the reason and the way out together."},
	trust.Contradicts:        {answers, "Never disagree without the reason, and what you would do instead."},
	trust.UnwelcomeTruth:     {timing, "Wait with the hard truth until it can be heard; a minute is often enough."},
	trust.GivesIn:            {refusing, "Say no to what harms them, before it becomes your decision too."},
	trust.GivesFirst:         {giving, "Give first, and ask for nothing back."},
	trust.AdmitsWeakness:     {admitting, "Say the thing against yourself before they find it out."},
	trust.TrustsFirst:        {risk, "Trust them first."},
	trust.KeepsPromise:       {word, "Promise little, and bring it on the day."},
	trust.BreaksPromise:      {word, "Promise only what you can bring on the day."},
	trust.HoldsToTheirs:      {theirSide, "Hold people kindly to their side, when you have kept yours."},
	trust.SendsToAnother:     {others, "Send people to whoever serves them best."},
	trust.AsksEarned:         {introductions, "Ask, once it is earned."},
	trust.AsksEarly:          {introductions, "Earn the introduction before you ask for it."},
	trust.RepeatsItself:      {variety, "When a move has just been made, add something or make another."},
	trust.StepsToMend:        {mending, "Say what went wrong before they have to, and own it without the excuse."},
	trust.MakesItGood:        {mending, "Make good with an act, after the words."},
	trust.PromisesSomething:  {word, "Promise something small, and bring it."},
	trust.RuptureBlocks:      {mending, "Mend what is broken before anything else."},
	trust.CoolsBetween:       {word, "Leave them something to expect from you between two meetings."},
	trust.LoanFades:          {introductions, "Make trust that was lent to you your own, early."},
	trust.PlaysSafe:          {risk, "Risk something true; a safe answer does its harm slowly."},
}

// findHabits names at most three, each about something else: the rule that
// earned most, the one that cost most, and the one that would have earned most
// where it was not used.
func (r *Report) findHabits(leads []trust.RuleID) {
	sum := map[trust.RuleID]int{}
	for i := r.From; i < len(leads); i++ {
		sum[leads[i]] += r.Moments[i].Change()
	}
	used := map[theme]bool{}
	add := func(kind HabitKind, at int, id trust.RuleID) {
		used[habits[id].about] = true
		r.Habits = append(r.Habits, Habit{kind, habits[id].says, at})
	}
	free := func(id trust.RuleID) bool { h, ok := habits[id]; return ok && !used[h.about] }
	if at := most(leads, r.From, free, func(i int) int { return 1000*sum[leads[i]] + r.Moments[i].Change() }); at >= 0 {
		add(Keep, at, leads[at])
	}
	if at := most(leads, r.From, free, func(i int) int { return -1000*sum[leads[i]] - r.Moments[i].Change() }); at >= 0 {
		add(Change, at, leads[at])
	}
	if id, at, ok := r.missed(free); ok {
		add(Next, at, id)
	}
}

// most is the moment worth most, of those from the first on whose rule is free and that are worth
// anything; -1: there is none.
func most(leads []trust.RuleID, first int, free func(trust.RuleID) bool, worth func(moment int) int) int {
	at, best := -1, 100 // no one moment is worth more; a sum that is not nought is
	for i := first; i < len(leads); i++ {
		if w := worth(i); w > best && free(leads[i]) {
			at, best = i, w
		}
	}
	return at
}

// missed is the rule by which another reply would have gained most over the
// one given.
func (r *Report) missed(free func(trust.RuleID) bool) (id trust.RuleID, at int, ok bool) {
	most := 0
	for i := r.From; i < len(r.Moments); i++ {
		for _, o := range r.Moments[i].Others {
			if by := o.Change - r.Moments[i].Change(); o.Change > 0 && by > most && free(o.lead) {
				id, at, ok, most = o.lead, i, true, by
			}
		}
	}
	return id, at, ok
}
