package debrief

import (
	"fmt"
	"strings"
)

// Text is the whole debrief as plain text, to be copied and sent.
func (r *Report) Text() string {
	var b strings.Builder
	c := r.Talk.Conversation
	fmt.Fprintf(&b, "%s, with %s\n", c.Title, r.Talk.Client.Name)
	if r.Ending != nil {
		fmt.Fprintf(&b, "%s. %s.\n", r.Ending.Title, Outcome(r.Ending))
	}
	if r.Stale != "" {
		fmt.Fprintf(&b, "%s\n", r.Stale)
	}
	for _, v := range r.Verdict {
		fmt.Fprintf(&b, "\n%s\n", v)
	}
	if len(r.Habits) > 0 {
		b.WriteString("\n")
	}
	for _, h := range r.Habits {
		fmt.Fprintf(&b, "%s: %s\n", h.Kind, h.Says)
	}
	if r.Reader != "" {
		fmt.Fprintf(&b, "%s\n", r.Reader)
	}
	fmt.Fprintf(&b, "\nTrust at the start: %d of 100\n", r.Start)
	next := 0
	for i := range r.Moments {
		m := &r.Moments[i]
		if next < len(r.Breaks) && r.Breaks[next].After == i {
			fmt.Fprintf(&b, "\n— %s —\n", r.Breaks[next].Title)
			next++
		}
		fmt.Fprintf(&b, "\n%d. “%s”\n   You: %s\n   %s. Trust %d (%s). %s\n", i+1, m.Heard, Quoted(m.Said), m.Landed, m.After, Signed(m.Change()), m.Why)
		if m.Thinks != "" {
			fmt.Fprintf(&b, "   What %s thought: %s\n", FirstName(r.Talk.Client), m.Thinks)
		}
	}
	fmt.Fprintf(&b, "\nThis run as a code: %s\n", r.Run)
	return b.String()
}
