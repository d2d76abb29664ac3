package person

import (
	"slices"
	"testing"

	"earned/scenarios"
)

// What an author may write as a figure is what is drawn.
func TestAuthorsKnowTheFigures(t *testing.T) {
	if drawn, known := Names(), scenarios.Figures()[1:]; !slices.Equal(drawn, known) {
		t.Errorf("drawn are %q, and scenarios.Figures has %q", drawn, known)
	}
}
