package source_test

import (
	"bytes"
	"os"
	"testing"

	"earned/scenarios"
	"earned/scenarios/source"
)

// TestCompiledIsFresh holds that the compiled form is of the files as they are.
func TestCompiledIsFresh(t *testing.T) {
	book, _ := source.Read(os.DirFS("..")) // faults have their own test
	data, err := scenarios.Encode(book)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(data, scenarios.Compiled()) {
		t.Error("scenarios/compiled.bin is not of the files as they are: run go generate ./scenarios")
	}
}
