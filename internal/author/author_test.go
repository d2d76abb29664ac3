package author_test

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"earned/internal/author"
)

// What the odds find stands in the file that was weighed, not in a copy that
// kept its id.
func TestACopyDoesNotTakeTheFaults(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"firm.yaml", "clients/ada-poole.yaml", "two-rooms.yaml"} {
		files[name] = &fstest.MapFile{Data: []byte(read(t, filepath.Join(data, "small", name)))}
	}
	text := strings.Replace(string(files["two-rooms.yaml"].Data), "expect: opens", "expect: closes", 1)
	files["two-rooms.yaml"].Data = []byte(text)
	files["zz-copy.yaml"] = &fstest.MapFile{Data: []byte("\n" + text)}
	_, found := author.Check(files, nil)
	var got []string
	for _, d := range found {
		got = append(got, d.Code+" of "+d.File)
	}
	if all := strings.Join(got, ", "); !strings.Contains(all, "E101 of two-rooms.yaml") || !strings.HasSuffix(all, ", E016 of zz-copy.yaml") {
		t.Errorf("the faults are %s", all)
	}
}
