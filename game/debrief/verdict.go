package debrief

import (
	"fmt"

	"earned/game/trust"
	"earned/scenarios"
)

// how far the client trusts at the end, by band.
var standing = [...]string{
	scenarios.Cold:     "{Name} does not trust you.",
	scenarios.Wary:     "{Name} is wary of you still.",
	scenarios.Open:     "{Name} trusts you some of the way.",
	scenarios.Trusting: "{Name} trusts you.",
}

// judge says in plain words what the run came to. The conversation is judged
// apart from its result (T4).
func (r *Report) judge() {
	t, end := r.Talk, r.Run.End
	say := func(s string) { r.Verdict = append(r.Verdict, fill(s, t.Client)) }
	if r.Ending == nil {
		return
	}
	r.Advisor = t.TrustedAdvisor(end)
	if r.Advisor {
		say("You ended as a trusted advisor: {Name} trusts you, you deceived {her} in nothing, you broke no promise, and what was decided is what serves {her} best.")
	} else {
		say("You did not end as a trusted advisor. " + standing[end.Trust.Band()] + r.lacks())
	}
	if r.Apart = r.Ending.Judged; r.Apart == "" {
		r.Apart = apart(r.Advisor, r.Ending.Deal)
	}
	if r.Apart != "" {
		r.Apart = fill(r.Apart, t.Client)
		r.Verdict = append(r.Verdict, r.Apart)
	}
}

// apart is what to make of a result that the conversation did not deserve, for
// better or worse; empty where the two agree (T4).
func apart(advisor bool, deal scenarios.Deal) string {
	switch {
	case advisor && (deal == scenarios.NoDeal || deal == scenarios.LaterDeal):
		return "Nothing was signed, and it was a good conversation all the same. Judge it by what you did, which was yours, and not by what came of it, which was not."
	case !advisor && deal == scenarios.FullDeal:
		return "There is a deal, and the conversation was not as good as its result. Judge it by what you did: the next deal has only that to stand on."
	}
	return ""
}

// lacks says what else stood in the way.
func (r *Report) lacks() string {
	s := ""
	if r.Run.End.Trust.Ceiling == trust.Deceived {
		s += " You broke faith with {her}, and that is not forgotten."
	}
	if r.Run.End.Promises.Broken() != 0 {
		s += " A promise of yours was broken."
	}
	if !r.Ending.Serves {
		s += " And what was decided is not what would have served {her} best."
	} else if s == "" && r.Run.End.Trust.Band() != scenarios.Trusting {
		s = " What was decided does serve {her}."
	}
	return s
}

// Outcome says what was decided, in a few words.
func Outcome(e *scenarios.Ending) string {
	deal := [...]string{scenarios.NoDeal: "No deal", scenarios.LaterDeal: "Perhaps later", scenarios.SmallDeal: "A small deal", scenarios.FullDeal: "A deal"}[e.Deal]
	if e.Referral {
		return deal + ", and a referral"
	}
	return deal + ", no referral"
}

// Signed is a change of trust as it is written: "+6", "−4", "0".
func Signed(n int) string {
	switch {
	case n > 0:
		return fmt.Sprintf("+%d", n)
	case n < 0:
		return fmt.Sprintf("−%d", -n)
	}
	return "0"
}
