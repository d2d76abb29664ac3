package author_test

import (
	"os"
	"strings"
	"sync"
	"testing"

	"earned/internal/author"
	"earned/scenarios"
)

// found are the hinges of the shipped book; the search takes a while.
var found = sync.OnceValues(func() ([]author.Hinge, error) {
	book, err := scenarios.Shipped()
	if err != nil {
		return nil, err
	}
	return author.Hinges(book)
})

// The page of the circle holds the odds and the hinges as they are.
func TestTheCirclePage(t *testing.T) {
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	odds, err := author.OddsTable(book)
	if err != nil {
		t.Fatal(err)
	}
	hinges, err := found()
	if err != nil {
		t.Fatal(err)
	}
	const name = "../../docs/circle.md"
	old := read(t, name)
	page := between(t, old, "odds", odds)
	page = between(t, page, "hinges", author.HingesTable(hinges))
	if page == old {
		return
	}
	if !*update {
		t.Fatal("docs/circle.md is not of the conversations as they are: go test ./internal/author -run TestTheCirclePage -update")
	}
	if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
}

// between puts a table where the page has a place for it.
func between(t *testing.T, page, what, table string) string {
	t.Helper()
	_, rest, ok := strings.Cut(page, "<!-- "+what+": go test ./internal/author -run TestTheCirclePage -update -->\n")
	_, after, closed := strings.Cut(rest, "<!-- end of "+what+" -->\n")
	if !ok || !closed {
		t.Fatalf("docs/circle.md has no place for the %s", what)
	}
	return page[:len(page)-len(rest)] + "\n" + table + "\n<!-- end of " + what + " -->\n" + after
}

// Every row that a rule carries is the hinge of some conversation, as far as
// the circle goes today.
func TestHingesAreManyEnough(t *testing.T) {
	hinges, err := found()
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	for _, h := range hinges {
		have[h.Principle] = true
	}
	if len(have) < 36 {
		t.Errorf("only %d principles decide a run, of 36 wanted", len(have))
	}
}
