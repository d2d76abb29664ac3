package author

import (
	"slices"

	"earned/game/odds"
	"earned/game/trust"
	"earned/scenarios"
	"earned/scenarios/source"
)

func beatPart(beat int, field string) source.Part {
	return source.Part{Beat: beat, Reply: -1, Ending: -1, Field: field}
}

func replyPart(beat, reply int, field string) source.Part {
	return source.Part{Beat: beat, Reply: reply, Ending: -1, Field: field}
}

// budget names what multiplies the states of a conversation that has too many.
func (w *weigher) budget() {
	for _, o := range w.all {
		if b := o.Budget(); b.Over() {
			w.fault(beatPart(b.Beat, ""), overBudget, "Fewer facts and promises alive at once, or conditions on them sooner.",
				"%.0f states a beat on average, over %d; most at this beat, where %s multiplies them by %.1f", b.PerBeat, odds.BudgetPerBeat, b.Factors[0].Name, b.Factors[0].Times)
			return
		}
	}
}

// endings finds those that are reached from no start.
func (w *weigher) endings() {
	for i := range w.t.Conversation.Endings {
		reached := 0.0
		for _, o := range w.all {
			reached += o.Endings()[i]
		}
		if reached == 0 {
			w.fault(source.Part{Beat: -1, Reply: -1, Ending: i}, neverEnds, "Ask less in its `when`, or in those of the endings before it take less.",
				"nobody reaches the ending %q, whatever they say", w.t.Conversation.Endings[i].ID)
		}
	}
}

// beat finds what is amiss at one beat, over all starts.
func (w *weigher) beat(i int) {
	b := &w.t.Conversation.Beats[i]
	if !w.any(func(o int) bool { return w.beats[o][i].States > 0 }) {
		w.fault(beatPart(i, ""), neverReached, "Ask less of the ways that lead to it, or leave it out.", "nobody reaches the beat %q, whatever they say", b.ID)
		return
	}
	for _, o := range w.all {
		if slices.Contains(o.DeadEnds(), i) {
			w.fault(beatPart(i, ""), deadEnd, "Give it a reply without a `when`.", "one can come to the beat %q and be offered nothing", b.ID)
			return
		}
	}
	met := false
	for k := range b.Replies {
		lands, leads := w.landings(i, k)
		if lands == nil {
			w.fault(replyPart(i, k, ""), neverOffered, "Ask less in its `when`, or leave it out.", "the reply %q is never offered", b.Replies[k].ID)
			continue
		}
		met = met || leads[trust.RuptureBlocks] > 0
		for l, share := range lands {
			met = met || share > 0 && class(scenarios.Landing(l)) == scenarios.ExpectOpens
		}
		w.expected(i, k, lands, leads)
	}
	if !met {
		w.fault(beatPart(i, "needs"), unmet, "Write a reply that meets it, or another need.", "no reply to %q meets the need %s, however things stand", b.ID, b.Needs)
	}
}

func (w *weigher) any(is func(o int) bool) bool {
	for o := range w.all {
		if is(o) {
			return true
		}
	}
	return false
}

// landings is how often a reply lands in each way, and by which rule, over all
// starts; nil where it is never offered.
func (w *weigher) landings(beat, reply int) (lands, leads []float64) {
	for o := range w.all {
		r := &w.beats[o][beat].Replies[reply]
		if !r.Ever {
			continue
		}
		if lands == nil {
			lands, leads = make([]float64, len(scenarios.Landing(0).Words())), make([]float64, len(trust.Rules))
		}
		for _, s := range r.Landings {
			lands[s.What] += s.Share
		}
		for _, s := range r.Leads {
			leads[s.What] += s.Share
		}
	}
	return lands, leads
}

// expected holds a reply to what its author expects: mostly it must land so.
// While a rupture is open nothing lands, whatever is said; those states do not
// count.
func (w *weigher) expected(beat, reply int, lands, leads []float64) {
	r := &w.t.Conversation.Beats[beat].Replies[reply]
	if r.Expect == scenarios.NoExpect {
		return
	}
	var by [4]float64
	for l, share := range lands {
		by[class(scenarios.Landing(l))] += share
	}
	by[scenarios.ExpectFlat] -= leads[trust.RuptureBlocks]
	leads[trust.RuptureBlocks] = 0
	if by[scenarios.ExpectOpens]+by[scenarios.ExpectFlat]+by[scenarios.ExpectCloses] < 1e-9 {
		return
	}
	if is := scenarios.Expect(most(by[:])); is != r.Expect {
		rule := &trust.Rules[most(leads)]
		w.fault(replyPart(beat, reply, "expect"), otherwise, "Mend what it means, or take the expectation back: the number is not yours to set.",
			"%q should come to `%s`, and mostly comes to `%s`: the rule %q decides (%s)", r.ID, r.Expect, is, rule.Name, rule.Sentence(w.t.Client))
	}
}

// class is what an author calls a landing.
func class(l scenarios.Landing) scenarios.Expect {
	switch l {
	case scenarios.Opens, scenarios.Half, scenarios.Mends:
		return scenarios.ExpectOpens
	case scenarios.Flat:
		return scenarios.ExpectFlat
	}
	return scenarios.ExpectCloses
}

// most is the index of the greatest.
func most(of []float64) int {
	at := 0
	for i := range of {
		if of[i] > of[at] {
			at = i
		}
	}
	return at
}
