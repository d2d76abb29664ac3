package scenarios_test

import (
	"testing"

	"earned/scenarios"
)

func TestShippedIsRead(t *testing.T) {
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	if len(book.Conversations) == 0 || len(book.Clients) == 0 {
		t.Fatalf("shipped are %d conversations and %d clients", len(book.Conversations), len(book.Clients))
	}
	again, err := scenarios.Encode(book)
	if err != nil {
		t.Fatal(err)
	}
	if string(again) != string(scenarios.Compiled()) {
		t.Error("what was decoded does not encode to the same bytes")
	}
}
