package trust

import (
	"strings"

	"earned/scenarios"
)

// Sentence is what the rule says in the debrief, of one client. {Name} is the
// client's first name; {she}, {her}, {their} and {theirs} are the pronouns for
// who acts, who is acted on, and what belongs to them; a capital stays one.
func (r *Rule) Sentence(c *scenarios.Client) string { return fill(r.Says, c) }

// SaysOf is what a rule says in the debrief of one reply: its sentence, except
// that a manner that weighed by itself is told as that manner, and a
// confidence broken is not called a lie.
func SaysOf(id RuleID, reply *scenarios.Reply, c *scenarios.Client) string {
	switch {
	case id == Breaches && reply.Breach == scenarios.Confidence:
		return fill("You told what was not yours to tell; after that {Name} can only ever trust you so far.", c)
	case id == Manners && mannerSays[reply.Manner] != "":
		return fill(mannerSays[reply.Manner], c)
	case id == HoldsToTheirs && reply.Manner != scenarios.Plain:
		return fill("You held {her} to {theirs}, and {she} heard only how.", c)
	}
	return Rules[id].Sentence(c)
}

func fill(says string, c *scenarios.Client) string {
	first, _, _ := strings.Cut(c.Name, " ")
	she, her, their := c.Pronouns[0], c.Pronouns[1], c.Pronouns[2]
	theirs := their
	if !strings.HasSuffix(their, "s") {
		theirs += "s"
	}
	return strings.NewReplacer("{Name}", first, "{she}", she, "{She}", capital(she), "{her}", her,
		"{their}", their, "{theirs}", theirs).Replace(says)
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
