package author

import (
	"fmt"
	"slices"
	"strings"

	"earned/game/odds"
	"earned/game/talk"
	"earned/scenarios"
)

// Principles are the rows of what is taught, by id.
var Principles = strings.Fields("T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 T13 T14 T15 " +
	"P1 P2 P3 P4 P5 P6 P7 P8 P9 P10 P11 P12 P13 P14 P15 P16 P17 P18 R1 R2 R3 R4 R5 R6 R7 R8 R9 R10")

// OddsTable is the odds of every conversation of a book from each start, as a
// Markdown table. Figures are of 100.
func OddsTable(book *scenarios.Book) (string, error) {
	var b strings.Builder
	b.WriteString("| conversation | start | a deal | trusted advisor | best ending | reached by chance | blind to the words | states a beat |\n|---|---|---|---|---|---|---|---|\n")
	for i := range book.Conversations {
		t, err := talk.New(book, book.Conversations[i].ID)
		if err != nil {
			return "", err
		}
		for start := range t.Conversation.Starts {
			o, err := odds.Analyse(t, start, 0)
			if err != nil {
				return "", err
			}
			budget, blind := o.Budget(), o.Blind()
			best := o.BestOutcome()
			fmt.Fprintf(&b, "| %s | %s | %.1f | %.1f | %s | %.1f | %.1f | %.0f |\n", t.Conversation.ID, t.Conversation.Starts[start].ID,
				100*o.Deal(), 100*o.Advisor(), t.Conversation.Endings[best.Ending].ID, 100*o.BestChance(), 100*blind.Best, budget.PerBeat)
		}
	}
	return b.String(), nil
}

// HingesTable is the first hinge of each principle, and which principles have
// none yet.
func HingesTable(hinges []Hinge) string {
	var b strings.Builder
	b.WriteString("| principle | conversation | start | rule | ends | with the rule silent | run |\n|---|---|---|---|---|---|---|\n")
	var missing []string
	for _, p := range Principles {
		i := slices.IndexFunc(hinges, func(h Hinge) bool { return h.Principle == p })
		if i < 0 {
			missing = append(missing, p)
			continue
		}
		h := hinges[i]
		otherwise := h.Otherwise
		if otherwise == "" {
			otherwise = "not all of it could be said"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | `%s` |\n", p, h.Conversation, h.Start, h.Rule, h.Ending, otherwise, h.Code)
	}
	fmt.Fprintf(&b, "\n%d of %d. Not by a run of this kind: %s.\n", len(Principles)-len(missing), len(Principles), strings.Join(missing, ", "))
	return b.String()
}
