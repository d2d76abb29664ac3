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

// habits is what each rule asks for, said as something to do: of rules that
// opened to be kept, of those that closed to be changed.
var habits = map[trust.RuleID]string{
	trust.Breaches:           "Say only what you know to be so, and promise only what you can give.",
	trust.HeardOtherwise:     "Listen for how your words arrive; what you meant does not count.",
	trust.AsksForTrust:       "Leave the word trust out, and do one thing that would earn it.",
	trust.Presses:            "Take the hurry out. What has to be decided today can be decided without a push.",
	trust.Flatters:           "Leave the praise out, and say what you noticed.",
	trust.NamesWrongFeeling:  "Name only the feeling that was shown.",
	trust.EmptyFormula:       "Use no sentence that you could say to anyone.",
	trust.DropsNames:         "Act on what a thing meant to them; remembering it is not enough.",
	trust.Manners:            "Hear how a sentence sounds before you say it.",
	trust.CannotBear:         "Find out early what this person cannot stand.",
	trust.NoFriendWanted:     "Let someone who wants no friend have a good product and a straight answer.",
	trust.SellsForUs:         "Where something is good only for you, say so first.",
	trust.CoversItself:       "Say it without the cover; the risk you leave open is the one they see.",
	trust.Hears:              "Take up both what happened and what it was like.",
	trust.HearsHalf:          "Take up the other half too: what happened, and what it was like.",
	trust.HearsNothing:       "Say back something only this person could have said.",
	trust.DodgesTheAnswer:    "When someone asks for an answer, answer.",
	trust.Intrusion:          "Leave people the minute they need without you.",
	trust.SaysNothing:        "Leave people room where they need it more than words.",
	trust.AsksWell:           "Ask the question that only fits this business.",
	trust.AsksIdly:           "Ask the question that only fits this business.",
	trust.FactsTooSoon:       "Meet the feeling first; the fact can wait a minute.",
	trust.AnswersWhatMatters: "Tie what you offer to what they said matters.",
	trust.ListsFeatures:      "Tie what you offer to what they said matters.",
	trust.PitchesAgain:       "Stop pitching when the last one met no answer.",
	trust.LetsSee:            "Put it into their hands, and let them see for themselves.",
	trust.TellsStraight:      "Tell the unwelcome truth with its reason and a way out.",
	trust.TellsHalf:          "Give the reason and the way out together.",
	trust.Contradicts:        "Never disagree without the reason, and what you would do instead.",
	trust.UnwelcomeTruth:     "Wait with the hard truth until it can be heard; a minute is often enough.",
	trust.GivesIn:            "Say no to what harms them, before it becomes your decision too.",
	trust.GivesFirst:         "Give first, and ask for nothing back.",
	trust.AdmitsWeakness:     "Say what you cannot do before they find out.",
	trust.TrustsFirst:        "Trust them first.",
	trust.KeepsPromise:       "Promise little, and bring it on the day.",
	trust.BreaksPromise:      "Promise only what you can bring on the day.",
	trust.HoldsToTheirs:      "Hold people kindly to their side, when you have kept yours.",
	trust.SendsToAnother:     "Send people to whoever serves them best.",
	trust.AsksEarned:         "Ask, once it is earned.",
	trust.AsksEarly:          "Earn the introduction before you ask for it.",
	trust.RepeatsItself:      "When a move has just been made, add something or make another.",
	trust.StepsToMend:        "Say what went wrong before they have to, and own it without the excuse.",
	trust.MakesItGood:        "Make good with an act, after the words.",
	trust.PromisesSomething:  "Promise something small, and bring it.",
	trust.RuptureBlocks:      "Mend what is broken before anything else.",
	trust.CoolsBetween:       "Leave them something to expect from you between two meetings.",
	trust.LoanFades:          "Make trust that was lent to you your own, early.",
	trust.PlaysSafe:          "Risk something true; a safe answer does its harm slowly.",
}

// findHabits names at most three: the rule that earned most, the one that cost
// most, and the one that would have earned most where it was not used.
func (r *Report) findHabits(leads []trust.RuleID) {
	sum := map[trust.RuleID]int{}
	for i, id := range leads {
		sum[id] += r.Moments[i].Change()
	}
	used := map[string]bool{}
	add := func(kind HabitKind, id trust.RuleID, at int) {
		if says := habits[id]; says != "" && !used[says] {
			used[says] = true
			r.Habits = append(r.Habits, Habit{kind, says, at})
		}
	}
	best, worst := 0, 0 // moments
	for i, id := range leads {
		if sum[id] > sum[leads[best]] {
			best = i
		}
		if sum[id] < sum[leads[worst]] {
			worst = i
		}
	}
	if len(leads) > 0 && sum[leads[best]] > 0 {
		add(Keep, leads[best], best)
	}
	if len(leads) > 0 && sum[leads[worst]] < 0 {
		add(Change, leads[worst], worst)
	}
	if id, at, ok := r.missed(used); ok {
		add(Next, id, at)
	}
}

// missed is the rule by which another reply would have gained most over the
// one given.
func (r *Report) missed(used map[string]bool) (id trust.RuleID, at int, ok bool) {
	most := 0
	for i := range r.Moments {
		for _, o := range r.Moments[i].Others {
			if by := o.Change - r.Moments[i].Change(); o.Change > 0 && by > most && habits[o.lead] != "" && !used[habits[o.lead]] {
				id, at, ok, most = o.lead, i, true, by
			}
		}
	}
	return id, at, ok
}
