package odds

import (
	"fmt"
	"slices"
	"strings"

	"earned/game/talk"
)

// Condition is one thing that every shipped conversation must satisfy, and
// whether one does.
type Condition struct {
	ID    string // "one-note"
	Wants string // what must be so
	Holds bool
	Found string   // what is so, in figures
	Where []string // what it hangs on: beats and replies, one a line
}

// The bounds of the conditions.
const (
	blindMost    = 0.25 // chance of the best outcome of the policy blind to the words
	advisorLeast = 0.01 // a random player's chance of ending as a trusted advisor (T15)
	advisorMost  = 0.18
	longestMost  = 0.40 // share of beats in which the best reply is the longest
	firstMost    = 0.40 // or the first on the screen
	apartLeast   = 1.0 / 3
	secondLeast  = 0.60
	mostly       = 0.5 // share of arrivals from which on a beat counts as being so
)

// Conditions checks a conversation against everything that is asked of a
// shipped one. What a conversation is exempt from (its Exempt, strategies by
// id, or "blind"), it must do instead: the exception is what it teaches. The
// error is that of Analyse.
func Conditions(t *talk.Talk) ([]Condition, error) {
	var all []*Odds
	for _, c := range Cases(t) {
		o, err := Analyse(t, c.Start, c.Prepared)
		if err != nil {
			return nil, err
		}
		all = append(all, o)
	}
	main := all[0]
	beats := main.Beats()
	return []Condition{
		oneNote(all), blindToWords(all), advisors(all),
		main.longestOnes(beats), main.firstOnes(beats), main.apartOnes(beats), main.secondOnes(beats),
		recoverable(all), unforgiven(all), noRupture(all), budget(all),
	}, nil
}

// name says which case it is, where there are several.
func (o *Odds) name() string {
	parts := []string{"from the start"}
	if starts := o.Talk.Conversation.Starts; o.Start < len(starts) {
		parts[0] = "from " + starts[o.Start].ID
	}
	for i := range o.Talk.Conversation.Notes {
		if o.Prepared&(1<<i) != 0 {
			parts = append(parts, o.Talk.Conversation.Notes[i].ID+" read")
		}
	}
	return strings.Join(parts, ", ")
}

func (o *Odds) exempt(id string) bool { return slices.Contains(o.Talk.Conversation.Exempt, id) }

func oneNote(all []*Odds) Condition {
	x := Condition{ID: "one-note", Wants: "no one-note strategy reaches the best outcome"}
	worst := 0.0
	for _, o := range all {
		for i := range Strategies {
			s := &Strategies[i]
			p := o.Play(s).Best
			switch {
			case o.exempt(s.ID) && p == 0:
				x.Where = append(x.Where, fmt.Sprintf("%s: %s is the exception this teaches, and never reaches it", o.name(), s.ID))
			case !o.exempt(s.ID) && p > 0:
				x.Where = append(x.Where, fmt.Sprintf("%s: %s reaches it in %s", o.name(), s.ID, percent(p)))
				worst = max(worst, p)
			}
		}
	}
	x.Holds, x.Found = len(x.Where) == 0, "at most "+percent(worst)
	return x
}

func blindToWords(all []*Odds) Condition {
	x := Condition{ID: "blind", Wants: "the best policy blind to the words reaches it in at most 25 of 100", Holds: true}
	worst := 0.0
	for _, o := range all {
		b := o.Blind()
		worst = max(worst, b.Best)
		if b.Best <= blindMost == o.exempt("blind") {
			x.Holds = false
			x.Where = append(x.Where, fmt.Sprintf("%s: in %s", o.name(), percent(b.Best)))
			for _, c := range b.Choices[:min(8, len(b.Choices))] {
				x.Where = append(x.Where, fmt.Sprintf("  %s, offered %s: takes %s", c.Needs, strings.Join(c.Offers, ", "), c.Takes))
			}
		}
	}
	x.Found = "in " + percent(worst)
	return x
}

func advisors(all []*Odds) Condition {
	x := Condition{ID: "advisor", Wants: "a random player ends as a trusted advisor in 1 to 18 of 100, from each start where anyone can", Holds: true}
	var found []string
	for _, o := range all {
		if !o.CanAdvise() {
			found = append(found, o.name()+": nobody can")
			if o.Start == 0 {
				x.Holds = false
			}
			continue
		}
		p := o.Advisor()
		found = append(found, o.name()+": in "+percent(p))
		if p < advisorLeast || p > advisorMost {
			x.Holds = false
		}
	}
	x.Found = strings.Join(found, "; ")
	return x
}

// recoverable: after any single reply off a best path that is no breach, the
// best outcome can still be reached.
func recoverable(all []*Odds) Condition {
	x := Condition{ID: "recoverable", Wants: "after any single reply off a best path that is no breach, the best outcome is still reachable"}
	for _, o := range all {
		way := o.BestWay()
		for i := range way {
			for _, r := range way[i].Slips {
				x.Where = append(x.Where, fmt.Sprintf("%s: %s on the best way loses it (trust %d there; the way takes %s)",
					o.name(), o.replyName(&way[i], r), way[i].State.Trust.Trust, o.replyName(&way[i], way[i].Reply)))
			}
		}
	}
	x.Holds, x.Found = len(x.Where) == 0, fmt.Sprintf("%d replies lose it", len(x.Where))
	return x
}

// unforgiven: after a breach it is not.
func unforgiven(all []*Odds) Condition {
	x := Condition{ID: "breach", Wants: "after a breach the best outcome is not reachable"}
	for _, o := range all {
		for k := range o.groups {
			g := &o.groups[k]
			for r := range g.replies {
				if o.breach(g.beat, r) && slices.ContainsFunc(o.leads(g, r), o.keeps) {
					x.Where = append(x.Where, fmt.Sprintf("%s: %s", o.name(), o.at(g.beat, r)))
				}
			}
		}
	}
	x.Holds, x.Found = len(x.Where) == 0, fmt.Sprintf("%d breaches leave it open", len(x.Where))
	return x
}

// leads is where one reply of a group leads.
func (o *Odds) leads(g *group, reply int) []uint32 {
	var out []uint32
	for i := range g.ids {
		if to := o.row(g, i)[reply]; to != none {
			out = append(out, to)
		}
	}
	return out
}

func noRupture(all []*Odds) Condition {
	x := Condition{ID: "no-rupture", Wants: "no best way contains a rupture of the player's own making"}
	for _, o := range all {
		for _, at := range o.Ruptures() {
			x.Where = append(x.Where, fmt.Sprintf("%s: after %s", o.name(), o.at(at[0], at[1])))
		}
	}
	x.Holds, x.Found = len(x.Where) == 0, fmt.Sprintf("%d replies open one and leave the best outcome reachable", len(x.Where))
	return x
}

func budget(all []*Odds) Condition {
	x := Condition{ID: "budget", Wants: fmt.Sprintf("at most %d states a beat on average", BudgetPerBeat), Holds: true}
	most := 0.0
	for _, o := range all {
		b := o.Budget()
		most = max(most, b.PerBeat)
		if !b.Over() {
			continue
		}
		x.Holds = false
		x.Where = append(x.Where, fmt.Sprintf("%s: %.0f a beat; at %s, %d, multiplied most by %s (%.1f×), %s (%.1f×)", o.name(), b.PerBeat,
			o.Talk.Conversation.Beats[b.Beat].ID, b.Most, b.Factors[0].Name, b.Factors[0].Times, b.Factors[1].Name, b.Factors[1].Times))
	}
	x.Found = fmt.Sprintf("%.0f a beat", most)
	return x
}

func (o *Odds) at(beat, reply int) string {
	b := &o.Talk.Conversation.Beats[beat]
	return b.ID + "/" + b.Replies[reply].ID
}

func (o *Odds) replyName(s *Step, r int) string { return o.at(int(s.State.Beat), r) }

// percent is a chance as "in n of 100" says it.
func percent(p float64) string {
	switch {
	case p == 0:
		return "0 of 100"
	case p < 0.0005:
		return fmt.Sprintf("%.1g of 100", 100*p)
	}
	return fmt.Sprintf("%.1f of 100", 100*p)
}
