package trust

import (
	"strings"

	"earned/scenarios"
)

// Sentence is what the rule says in the debrief, of one client. {Name} is the
// client's first name; {she}, {her}, {their} and {theirs} are the pronouns for
// who acts, who is acted on, and what belongs to them; a capital stays one.
func (r *Rule) Sentence(c *scenarios.Client) string {
	first, _, _ := strings.Cut(c.Name, " ")
	she, her, their := c.Pronouns[0], c.Pronouns[1], c.Pronouns[2]
	theirs := their
	if !strings.HasSuffix(their, "s") {
		theirs += "s"
	}
	return strings.NewReplacer("{Name}", first, "{she}", she, "{She}", capital(she), "{her}", her,
		"{their}", their, "{theirs}", theirs).Replace(r.Says)
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
