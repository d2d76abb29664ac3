package main

import (
	"fmt"
	"strings"

	"earned/game/odds"
	"earned/scenarios"
)

// writeHead says what can come of a conversation.
func writeHead(b *strings.Builder, o *odds.Odds) {
	c := o.Talk.Conversation
	fmt.Fprintf(b, "%s: %s, with %s\n", c.ID, c.Title, o.Talk.Client.Name)
	budget := o.Budget()
	fmt.Fprintf(b, "from %s: %d states, %.0f a beat (most %d, at %s: %s %.1f×, %s %.1f×)\n",
		startName(c, o.Start), o.States(), budget.PerBeat, budget.Most, c.Beats[budget.Beat].ID,
		budget.Factors[0].Name, budget.Factors[0].Times, budget.Factors[1].Name, budget.Factors[1].Times)
	fmt.Fprintf(b, "%s of 100 replies matter\n", in100(o.Matter()))
	best := o.BestOutcome()
	if best.Ending < 0 {
		b.WriteString("no end can be reached\n")
		return
	}
	advisor := ""
	if best.Advisor {
		advisor = " as a trusted advisor"
	}
	fmt.Fprintf(b, "the best outcome is %s%s, with trust up to %d\n\n", c.Endings[best.Ending].ID, advisor, best.Trust)
	writeNever(b, o)
}

func startName(c *scenarios.Conversation, start int) string {
	if start < len(c.Starts) && c.Starts[start].ID != "" {
		return c.Starts[start].ID
	}
	return "the start"
}

func writeNever(b *strings.Builder, o *odds.Odds) {
	c := o.Talk.Conversation
	for _, i := range o.NeverReached() {
		fmt.Fprintf(b, "never reached: beat %s\n", c.Beats[i].ID)
	}
	for _, at := range o.NeverOffered() {
		fmt.Fprintf(b, "never offered: reply %s/%s\n", c.Beats[at[0]].ID, c.Beats[at[0]].Replies[at[1]].ID)
	}
	for _, i := range o.DeadEnds() {
		fmt.Fprintf(b, "dead end: beat %s\n", c.Beats[i].ID)
	}
	for _, i := range o.NeverEnds() {
		fmt.Fprintf(b, "nobody reaches: ending %s\n", c.Endings[i].ID)
	}
}

// writeStrategies is the table of ways to play and what comes of each, in
// chances of 100.
func writeStrategies(b *strings.Builder, p *progress, s *survey) {
	endings := s.Talk.Conversation.Endings
	fmt.Fprintf(b, "%-16s %7s %7s %6s ", "of 100", "best", "advisor", "trust")
	for i := range endings {
		fmt.Fprintf(b, " %*s", width(endings[i].ID), endings[i].ID)
	}
	b.WriteByte('\n')
	s.played(p, func(name string, x odds.Played) {
		fmt.Fprintf(b, "%-16s %7s %7s %6.1f ", name, in100(x.Best), in100(x.Advisor), x.Trust)
		for i := range endings {
			fmt.Fprintf(b, " %*s", width(endings[i].ID), in100(x.Endings[i]))
		}
		b.WriteByte('\n')
	})
	b.WriteByte('\n')
}

func width(s string) int { return max(6, len(s)) }

// in100 is a chance as a number of 100; what is not never is never 0.
func in100(p float64) string {
	switch {
	case p == 0:
		return "·"
	case p < 0.00005:
		return "<0.01"
	case p < 0.01:
		return fmt.Sprintf("%.2f", 100*p)
	}
	return fmt.Sprintf("%.1f", 100*p)
}

// writeConditions says which conditions hold, and reports whether one fails.
func writeConditions(b *strings.Builder, all []odds.Condition) bool {
	failed := false
	for _, x := range all {
		mark := "holds"
		if !x.Holds {
			mark, failed = "FAILS", true
		}
		fmt.Fprintf(b, "%s  %-12s %s: %s\n", mark, x.ID, x.Wants, x.Found)
		for _, where := range x.Where {
			fmt.Fprintf(b, "                      %s\n", where)
		}
	}
	b.WriteByte('\n')
	return failed
}

// writeBeats is what each reply does, beat by beat.
func writeBeats(b *strings.Builder, o *odds.Odds) {
	b.WriteString(`Beat by beat. All figures are of 100, averaged over the states in which a random player arrives.
open: the best outcome can still be reached on arrival.
>  the best reply, then + the second-best; b: the best policy blind to the words may give it. keeps: the best outcome is reachable after it; luck: a random player's chance of it
after it; trust: mean change (least to greatest); then how it lands, and the rule that decides most often.

`)
	c := o.Talk.Conversation
	meeting := -1
	beats, blind := o.Beats(), o.Blind()
	for i := range beats {
		if m := int(c.Beats[i].Meeting); m != meeting {
			meeting = m
			fmt.Fprintf(b, "── %s (%s) ──\n\n", c.Meetings[m].Title, c.Meetings[m].ID)
		}
		writeBeat(b, o, &beats[i], blind.Takes[i])
	}
}

func writeBeat(b *strings.Builder, o *odds.Odds, x *odds.Beat, blind uint64) {
	beat := &o.Talk.Conversation.Beats[x.Index]
	if x.States == 0 {
		fmt.Fprintf(b, "%s   NEVER REACHED\n\n", beat.ID)
		return
	}
	fmt.Fprintf(b, "%s   needs %s, feels %s   arrives %s, %d states, trust %d–%d, open %s   second keeps %s, longest %s, apart %s\n", beat.ID,
		beat.Needs, beat.Feels, in100(x.Chance), x.States, x.LeastTrust, x.MostTrust, in100(x.Open), in100(x.SecondKeeps), in100(x.Longest), in100(x.Apart))
	for r := range x.Replies {
		writeReply(b, beat, x, r, blind&(1<<r) != 0)
	}
	b.WriteByte('\n')
}

func writeReply(b *strings.Builder, beat *scenarios.Beat, x *odds.Beat, r int, blind bool) {
	reply, y := &beat.Replies[r], &x.Replies[r]
	mark := " "
	switch {
	case r == x.Best():
		mark = ">"
	case len(x.Ranked) > 1 && r == x.Ranked[1]:
		mark = "+"
	}
	if blind {
		mark += "b"
	}
	name := fmt.Sprintf(" %-2s %-22s %-22s", mark, reply.ID, moves(reply))
	if !y.Ever {
		fmt.Fprintf(b, "%s NEVER OFFERED\n", name)
		return
	}
	fmt.Fprintf(b, "%s keeps %5s  luck %5s  trust %+5.1f (%+d to %+d)  ", name, in100(y.Keeps), in100(y.Goal), y.Change, y.Least, y.Most)
	for i, l := range y.Landings {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(b, "%s", l.Landing())
		if l.Share < 0.995 {
			fmt.Fprintf(b, " %.0f", 100*l.Share)
		}
	}
	if len(y.Leads) > 0 {
		fmt.Fprintf(b, "  [%s]", y.Leads[0].Rule().Name)
	}
	if y.Offered < 0.9995 {
		fmt.Fprintf(b, "  offered %s", in100(y.Offered))
	}
	if !y.Matters {
		b.WriteString("  NEVER MATTERS")
	}
	b.WriteByte('\n')
}

func moves(r *scenarios.Reply) string {
	if r.Moves[1] == scenarios.NoMove {
		return r.Moves[0].String()
	}
	return r.Moves[0].String() + "+" + r.Moves[1].String()
}
