package debrief

import "earned/game/trust"

// HasHabit reports whether a rule has a sentence in the table of habits.
func HasHabit(id trust.RuleID) bool { return habits[id].says != "" }

// About is the theme of the habit that says so; -1: none does.
func About(says string) int {
	for _, h := range habits {
		if h.says == says {
			return int(h.about)
		}
	}
	return -1
}
