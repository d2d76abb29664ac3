package talk

import (
	"earned/game/trust"
	"earned/scenarios"
)

// standing is which of the rules that no reply sets off a moment hung on: what
// was remembered, what trust or homework had opened, and in the first moment
// from where it all began.
func (t *Talk) standing(m *Moment, r *Run, first bool) trust.Set {
	reply := &t.Beat(m.Before).Replies[m.Reply]
	set := asks(&m.Line.When) | asks(&reply.When)
	said := m.After
	if e := t.Ending(m.After); e != nil {
		set |= asks(&e.When) &^ (1 << trust.TrustOpens) // that trust decides the ending is no rule of its own
	} else {
		for i := range reply.To {
			if to := &reply.To[i]; to.Beat == int(said.Beat) && t.Holds(&said, &to.When) {
				set |= asks(&to.When)
				break
			}
		}
	}
	if first {
		set |= t.opening(r.Start)
	}
	return set &^ t.Judge.Off
}

// asks is the rules by which a condition can hold.
func asks(c *scenarios.Condition) trust.Set {
	var set trust.Set
	if c.Facts|c.NotFacts != 0 {
		set = set.With(trust.Remembers)
	}
	if c.Prepared != 0 {
		set = set.With(trust.Prepared)
	}
	if c.AtLeast != scenarios.Cold || c.Below != scenarios.Cold {
		set = set.With(trust.TrustOpens)
	}
	return set
}

// opening is the rules by which a conversation begins where it does.
func (t *Talk) opening(start int) trust.Set {
	var st scenarios.Start
	if start < len(t.Conversation.Starts) {
		st = t.Conversation.Starts[start]
	}
	var set trust.Set
	switch own := t.Client.Temperament.Start; {
	case st.IntroducedBy != "":
		set = set.With(trust.LendsTrust)
	case st.Trust > own:
		set = set.With(trust.CarriesOver)
	case own < scenarios.Open:
		set = set.With(trust.StartsLow)
	}
	if st.Facts != 0 {
		set = set.With(trust.Remembers)
	}
	return set
}
