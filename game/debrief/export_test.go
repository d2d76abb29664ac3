package debrief

import "earned/game/trust"

// HasHabit reports whether a rule has a sentence in the table of habits.
func HasHabit(id trust.RuleID) bool { return habits[id] != "" }
