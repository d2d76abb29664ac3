// Package debrief says what happened in a conversation, why, and what else
// could have: from the record of a run, moment by moment. It is pure.
package debrief

import (
	"earned/game/odds"
	"earned/game/talk"
	"earned/game/trust"
	"earned/scenarios"
)

// Report is the debrief of one run.
type Report struct {
	Talk     *talk.Talk
	Run      talk.Run
	Ending   *scenarios.Ending // the recorded one; nil while the conversation goes on
	Stale    string            // why this is not quite the conversation as it was held; empty: it is
	Start    int               // trust at the start, 0–100
	End      int               // trust as recorded at the end
	Moments  []Moment
	Breaks   []Break
	From     int   // the first moment that was the players' own; what comes before it is judged nowhere
	Turning  int   // the moment that weighed most; From where there is none
	Most     []int // the highest trust at the end still in reach after each reply, the start first; nil: not known
	Least    []int // the lowest
	NoReturn int   // the moment after which the best ending was out of reach; -1: it never was, or is not known
	Advisor  bool
	Verdict  []string // paragraphs
	Apart    string   // what to make of a result that was out of the player's hands (T4), one of the verdict's; empty: it was not
	Habits   []Habit  // at most three
	Readings []Reading
	Reader   string // what the readings say about reading people; empty: there were none
	moments  []talk.Moment
}

// Moment is one reply, and what came of it.
type Moment struct {
	Meeting       string // its title
	Heard         string // what the client had said
	Said          string
	Landing       scenarios.Landing
	Landed        string // how it landed, in a few words
	Rule          string // the name of the rule that decided
	Principles    []string
	Why           string    // its sentence
	Also          []string  // sentences of the other rules that had a part in it
	Spoke         trust.Set // those rules and the one that decided
	Thinks        string    // what the client thought
	Reason        string    // why this client heard it as something else (T1); mostly empty
	Before, After int       // trust, 0–100
	Others        []Other   // what else could have been said
}

// Change is what the reply did to trust, in points.
func (m *Moment) Change() int { return m.After - m.Before }

// Other is a reply that was offered and not given.
type Other struct {
	Says   string
	Landed string
	Why    string
	Change int
	Closes bool // it would have put the best ending out of reach
	lead   trust.RuleID
	after  talk.State
}

// Break is where a meeting ended: after so many replies the next one opened.
type Break struct {
	After int
	Title string // of the meeting that opens
}

// Of is the debrief of a run of the talk. The run's recorded end is the truth:
// where text or rules have changed since, the report says so, and holds the
// moments that still fit. What was in reach it says only after Reach.
func Of(t *talk.Talk, run talk.Run) *Report { return OfFrom(t, run, 0) }

// OfFrom is the debrief of a run whose first replies were given for the players,
// who began after so many.
func OfFrom(t *talk.Talk, run talk.Run, from int) *Report {
	start := t.Start(run.Start, run.Prepared)
	r := &Report{Talk: t, Run: run, Start: int(start.Trust.Trust), End: int(run.End.Trust.Trust), From: from, Turning: from, NoReturn: -1}
	if run.End.Over() && int(run.End.Ending) < len(t.Conversation.Endings) {
		r.Ending = t.Ending(run.End)
	}
	moments, err := t.Replay(run)
	r.Stale = stale(t, run, err)
	leads := make([]trust.RuleID, len(moments))
	meeting := 0
	for i := range moments {
		m := &moments[i]
		b := t.Beat(m.Before)
		if k := int(b.Meeting); k != meeting && i > 0 {
			meeting = k
			r.Breaks = append(r.Breaks, Break{After: i, Title: t.Conversation.Meetings[k].Title})
		}
		r.Moments = append(r.Moments, moment(t, m, b))
		leads[i] = m.Result.Lead
		if i > from && abs(r.Moments[i].Change()) > abs(r.Moments[r.Turning].Change()) {
			r.Turning = i
		}
	}
	r.moments = moments
	r.judge()
	r.findHabits(leads)
	r.read()
	return r
}

func stale(t *talk.Talk, run talk.Run, err error) string {
	switch {
	case err != nil && t.Current(run):
		return "Not all of this conversation could be played again. Its ending stands as it was recorded."
	case err != nil:
		return "This conversation has been rewritten since you held it. Your ending stands as it was recorded; what follows is as much of it as still fits, by today’s text."
	case !t.Current(run):
		return "This conversation or its rules have changed since you held it. Your ending stands as it was recorded; the moments are told by today’s."
	}
	return ""
}

func moment(t *talk.Talk, m *talk.Moment, b *scenarios.Beat) Moment {
	reply := &b.Replies[m.Reply]
	x := Moment{
		Meeting: t.Conversation.Meetings[b.Meeting].Title,
		Heard:   m.Line.Says,
		Said:    reply.Says,
		Landing: m.Result.Landing,
		Landed:  Landed(m.Result.Landing),
		Thinks:  reply.Thinks,
		Reason:  reply.Reason,
		Before:  int(m.Before.Trust.Trust),
		After:   int(m.After.Trust.Trust),
	}
	lead := &trust.Rules[m.Result.Lead]
	x.Rule, x.Principles, x.Why = lead.Name, lead.Principles, trust.SaysOf(m.Result.Lead, reply, t.Client)
	x.Spoke = (m.Result.Counted() | m.Stood).With(m.Result.Lead)
	for id := range x.Spoke.Rules() {
		if id != m.Result.Lead {
			x.Also = append(x.Also, trust.SaysOf(id, reply, t.Client))
		}
	}
	if s := spared(m.Before, m.After, m.Result); s != "" {
		x.Also = append(x.Also, s)
	}
	for _, i := range t.Offered(m.Before, nil) {
		if i == m.Reply {
			continue
		}
		after, res := t.Apply(m.Before, i)
		other := &b.Replies[i]
		x.Others = append(x.Others, Other{Says: other.Says, Landed: Landed(res.Landing), Why: trust.SaysOf(res.Lead, other, t.Client) + held(t, m.Before, after, res),
			Change: int(after.Trust.Trust) - x.Before, lead: res.Lead, after: after})
	}
	return x
}

// limits are the rules that keep trust from rising further than it may.
const limits = trust.Set(1<<trust.RuptureBlocks | 1<<trust.GatesShut | 1<<trust.EnoughForToday | 1<<trust.CeilingHolds)

// held says, after the sentence of what decided, what kept a reply that was not
// given from doing more; empty: nothing.
func held(t *talk.Talk, before, after talk.State, res trust.Result) string {
	if s := spared(before, after, res); s != "" {
		return " " + s
	}
	for id := range (res.Spoke & limits).Rules() {
		if id != res.Lead {
			return " " + trust.Rules[id].Sentence(t.Client)
		}
	}
	return ""
}

// spared says why a reply that was received badly took nothing.
func spared(before, after talk.State, res trust.Result) string {
	if before.Trust.Trust != 0 || after.Trust.Trust != 0 || res.Landing < scenarios.Costs {
		return ""
	}
	return "There was no trust left to lose."
}

// Reach adds what was still in reach at each moment. o is the analysis of the
// talk from the run's start and preparation; of another it adds nothing.
func (r *Report) Reach(o *odds.Odds) {
	moments := r.moments
	p, ok := o.Prospect(r.Talk.Start(r.Run.Start, r.Run.Prepared))
	if !ok {
		return
	}
	open := p.Open
	most, least := []int{p.Most}, []int{p.Least}
	for i := range moments {
		after, ok := o.Prospect(moments[i].After)
		if !ok {
			return
		}
		most, least = append(most, after.Most), append(least, after.Least)
		for k := range r.Moments[i].Others {
			x := &r.Moments[i].Others[k]
			other, ok := o.Prospect(x.after)
			x.Closes = ok && open && !other.Open
		}
		if open && !after.Open {
			r.NoReturn = i
		}
		open = after.Open
	}
	r.Most, r.Least = most, least
}

// Curve is trust after each reply, the start first.
func (r *Report) Curve() []int {
	v := []int{r.Start}
	for i := range r.Moments {
		v = append(v, r.Moments[i].After)
	}
	return v
}

// Holds reports whether there is a moment of the players' own.
func (r *Report) Holds() bool { return len(r.Moments) > r.From }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
