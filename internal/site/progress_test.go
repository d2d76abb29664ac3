package site

import (
	"bytes"
	"strings"
	"testing"
)

func TestProgressCountsPackagesAndKeepsFaults(t *testing.T) {
	var out bytes.Buffer
	p := startProgress(&out, "Building", map[string]bool{"fmt": true, "earned/game/talk": true})
	for _, piece := range []string{"fm", "t\nearned/game", "/talk\n# earned/game/web\ngame/web/a.go:1:1: undefi", "ned: x\n", "unended"} {
		if n, err := p.Write([]byte(piece)); n != len(piece) || err != nil {
			t.Fatalf("wrote %d of %d: %v", n, len(piece), err)
		}
	}
	p.stop(true)
	if got, want := p.rest(), "# earned/game/web\ngame/web/a.go:1:1: undefined: x\nunended"; got != want {
		t.Errorf("kept %q\nwant %q", got, want)
	}
	if !strings.HasPrefix(out.String(), "Building …\nBuilding: 2 packages, ") || !strings.HasSuffix(out.String(), "done\n") {
		t.Errorf("said %q", out.String())
	}
}

func TestBuildFault(t *testing.T) {
	err := buildFault("# earned/cmd/wasm\n./a.go:1:2: undefined: x\n\tnote\nb.go:3:4: y\n", nil)
	want := "the game does not build: a.go:1:2: undefined: x (and 1 more; to see them: GOOS=js GOARCH=wasm go build ./cmd/wasm)"
	if err.Error() != want {
		t.Errorf("said %q\nwant %q", err, want)
	}
}
