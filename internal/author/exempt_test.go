package author_test

import (
	"slices"
	"testing"

	"earned/game/odds"
	"earned/internal/author"
	"earned/scenarios/source"
)

// A conversation may be exempt from all that the odds hold it to, and from
// nothing that is not there.
func TestExemptionsAreThoseOfTheOdds(t *testing.T) {
	want := []string{""}
	for _, s := range odds.Strategies {
		want = append(want, s.ID)
	}
	want = append(want, "blind")
	for _, c := range author.Codes {
		want = append(want, c.ID)
	}
	for _, c := range source.AllCodes() {
		if !c.Stops {
			want = append(want, c.ID)
		}
	}
	if got := source.Exemption(0).Words(); !slices.Equal(got, want) {
		t.Errorf("exempt may be %q, not %q", got, want)
	}
}
