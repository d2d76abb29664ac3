package screens

import "earned/scenarios"

// HintAt is the hint that practice gives at a beat; empty: none.
func HintAt(b *scenarios.Beat) string {
	a := &App{}
	a.kept.settings.Practice = true
	if n := a.hint(b); n != nil {
		return n.Text
	}
	return ""
}
