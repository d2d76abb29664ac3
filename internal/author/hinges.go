package author

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"

	"earned/game/debrief"
	"earned/game/odds"
	"earned/game/talk"
	"earned/game/trust"
	"earned/scenarios"
)

// Hinge is a run of a conversation that a principle decides: with the rule
// silent the same replies end otherwise, and the debrief of the run says the
// rule's sentence.
type Hinge struct {
	Principle    string
	Conversation string
	Start        string
	Rule         string
	Ending       string // as it ended
	Otherwise    string // as it would have, with the rule silent; empty: one could not have said all of it
	Code         string // of the run
}

// tries is how many runs are drawn of each conversation and start, beside the
// best way through.
const tries = 1500

// Hinges finds for each principle a run that it decides, in each conversation
// of the book where there is one. The search is the same each time.
func Hinges(book *scenarios.Book) ([]Hinge, error) {
	var out []Hinge
	for i := range book.Conversations {
		found, err := hingesOf(book, book.Conversations[i].ID)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

func hingesOf(book *scenarios.Book, id string) ([]Hinge, error) {
	t, err := talk.New(book, id)
	if err != nil {
		return nil, err
	}
	var out []Hinge
	seen := map[string]bool{}
	for _, run := range runsOf(t) {
		moments, err := t.Replay(run)
		if err != nil {
			return nil, err
		}
		var spoke trust.Set
		for _, m := range moments {
			spoke |= m.Result.Spoke | m.Stood
		}
		for rule := range spoke.Rules() {
			for _, p := range trust.Rules[rule].Principles {
				if !seen[p] {
					if h, ok := hinge(t, run, rule, p); ok {
						seen[p] = true
						out = append(out, h)
					}
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b Hinge) int { return byPrinciple(a.Principle, b.Principle) })
	return out, nil
}

// runsOf are the runs that are searched: the best way from each start, and some
// drawn at random.
func runsOf(t *talk.Talk) []talk.Run {
	var out []talk.Run
	for _, c := range odds.Cases(t) {
		if o, err := odds.Analyse(t, c.Start, c.Prepared); err == nil {
			run := t.NewRun(c.Start, c.Prepared, 0)
			for _, step := range o.BestWay() {
				run, _ = t.Say(run, step.Reply)
			}
			out = append(out, run)
		}
		r := rand.New(rand.NewPCG(uint64(c.Start), uint64(c.Prepared)))
		for range tries {
			run := t.NewRun(c.Start, c.Prepared, 0)
			for !run.End.Over() {
				offered := t.Offered(run.End, nil)
				run, _ = t.Say(run, offered[r.IntN(len(offered))])
			}
			out = append(out, run)
		}
	}
	return out
}

// hinge reports whether a run ends otherwise with a rule silent, and is told
// so by its debrief.
func hinge(t *talk.Talk, run talk.Run, rule trust.RuleID, principle string) (Hinge, bool) {
	silent := *t
	silent.Judge.Off = trust.Set(0).With(rule)
	other, whole := again(&silent, run)
	if whole && other == run.End.Ending || !named(t, run, rule) {
		return Hinge{}, false
	}
	c := t.Conversation
	h := Hinge{Principle: principle, Conversation: c.ID, Start: c.Starts[run.Start].ID, Rule: trust.Rules[rule].Name,
		Ending: c.Endings[run.End.Ending].ID, Code: run.String()}
	if whole {
		h.Otherwise = c.Endings[other].ID
	}
	return h, true
}

// again says a run's replies once more. It reports how it ends, and whether
// all of them could be said.
func again(t *talk.Talk, run talk.Run) (int8, bool) {
	run.End = t.Start(run.Start, run.Prepared)
	run.Rules = 0 // what it comes to is looked at here; replay need not hold it to the record
	moments, err := t.Replay(run)
	if err != nil || len(moments) == 0 || !moments[len(moments)-1].After.Over() {
		return -1, false
	}
	return moments[len(moments)-1].After.Ending, true
}

// named reports whether the run's debrief says the rule's sentence.
func named(t *talk.Talk, run talk.Run, rule trust.RuleID) bool {
	return slices.ContainsFunc(debrief.Of(t, run).Moments, func(m debrief.Moment) bool { return m.Spoke.Has(rule) })
}

// byPrinciple orders ids as the list of principles does: T, P, R, each by its
// number.
func byPrinciple(a, b string) int {
	return cmp.Or(cmp.Compare(strings.IndexByte("TPR", a[0]), strings.IndexByte("TPR", b[0])),
		cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}
