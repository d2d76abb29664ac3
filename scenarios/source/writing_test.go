package source_test

import (
	"os"
	"strings"
	"testing"

	"earned/scenarios"
)

// The page for authors names every word of the lists it speaks of.
func TestThePageForAuthorsNamesEveryWord(t *testing.T) {
	data, err := os.ReadFile("../../docs/writing.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range [][]string{
		scenarios.Move(0).Words(), scenarios.Need(0).Words(), scenarios.Manner(0).Words()[1:], scenarios.Breach(0).Words(), scenarios.Figures(),
	} {
		for _, word := range list {
			if word != "" && !strings.Contains(string(data), "`"+word+"`") {
				t.Errorf("docs/writing.md does not name `%s`", word)
			}
		}
	}
}
