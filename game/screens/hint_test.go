package screens_test

import (
	"regexp"
	"testing"

	"earned/game/screens"
	"earned/scenarios"
)

// moveNames are what each move is called, in the shapes its name takes.
var moveNames = map[scenarios.Move]*regexp.Regexp{
	scenarios.Empathy:        regexp.MustCompile(`(?i)\b(empath|sympath)`),
	scenarios.Pushback:       regexp.MustCompile(`(?i)\b(push(es|ed|ing)?\b|pushback|object|contradict|disagree)`),
	scenarios.Pitch:          regexp.MustCompile(`(?i)\b(pitch|sell|offer)`),
	scenarios.Ask:            regexp.MustCompile(`(?i)\b(ask|question)`),
	scenarios.Give:           regexp.MustCompile(`(?i)\b(give|gives|gave|given|giving|gift)\b`),
	scenarios.Promise:        regexp.MustCompile(`(?i)\bpromis`),
	scenarios.ReferOut:       regexp.MustCompile(`(?i)\b(refer|send)`),
	scenarios.AskForReferral: regexp.MustCompile(`(?i)\b(referral|introduc|recommend)`),
	scenarios.Wait:           regexp.MustCompile(`(?i)\b(wait|silen|pause)`),
}

// In practice every beat of every conversation that is shipped has a hint, and
// none names a move.
func TestHintsNeverNameAMove(t *testing.T) {
	b := book(t)
	for m := scenarios.Empathy; m <= scenarios.Wait; m++ {
		if moveNames[m] == nil {
			t.Fatalf("no name is known of the move %v", m)
		}
		if !moveNames[m].MatchString(m.String()) {
			t.Errorf("the move %v would not be noticed by its own name", m)
		}
	}
	for _, c := range b.Conversations {
		for i := range c.Beats {
			hint := screens.HintAt(&c.Beats[i])
			if hint == "" {
				t.Errorf("%s, %s: no hint", c.ID, c.Beats[i].ID)
			}
			for m, name := range moveNames {
				if name.MatchString(hint) {
					t.Errorf("%s, %s: the hint names the move %v: %q", c.ID, c.Beats[i].ID, m, hint)
				}
			}
		}
	}
}
