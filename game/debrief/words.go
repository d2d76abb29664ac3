package debrief

import (
	"strings"

	"earned/game/trust"
	"earned/scenarios"
)

// landed says how a reply was received, in plain words.
var landed = [...]string{
	scenarios.Flat:     "Passed by",
	scenarios.Opens:    "Landed fully",
	scenarios.Half:     "Landed in part",
	scenarios.Mends:    "Mended something",
	scenarios.Costs:    "Honest, unwelcome",
	scenarios.Hollow:   "Rang hollow",
	scenarios.Intrudes: "Pushed in",
	scenarios.Pressure: "Felt like pressure",
	scenarios.Trick:    "Felt like a trick",
	scenarios.Stings:   "Stung",
	scenarios.Betrays:  "Betrayed",
}

// Landed says how a reply was received, in a few plain words.
func Landed(l scenarios.Landing) string {
	if int(l) < len(landed) {
		return landed[l]
	}
	return l.String()
}

// Acts reports whether a reply is something done and not said: it is written in
// brackets.
func Acts(says string) bool { return strings.HasPrefix(says, "(") && strings.HasSuffix(says, ")") }

// Quoted is a reply as it is cited: what was said between quotation marks, what
// was done as it stands.
func Quoted(says string) string {
	if Acts(says) {
		return says
	}
	return "“" + says + "”"
}

// fill puts a client into a sentence, as the rules' own sentences are filled.
func fill(s string, c *scenarios.Client) string {
	r := trust.Rule{Says: s}
	return r.Sentence(c)
}

// FirstName is what one calls the client when speaking of them.
func FirstName(c *scenarios.Client) string {
	words := strings.Fields(c.Name)
	if len(words) == 0 {
		return c.ID
	}
	return words[0]
}
