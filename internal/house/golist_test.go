package house

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"earned/internal/site"
)

// pkg is what the tests need of `go list -json`.
type pkg struct {
	ImportPath string
	Imports    []string
}

// room is the package's path inside the module; "" for a package of another.
func (p pkg) room() string { return inside(p.ImportPath) }

func inside(importPath string) string {
	r, ok := strings.CutPrefix(importPath, "earned/")
	if !ok {
		return ""
	}
	return r
}

func root(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	r, err := site.Root(dir)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// list runs go list -json as it sees the packages for the browser or, with
// js false, for this machine.
func list(t *testing.T, js bool, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command(site.GoTool(), append([]string{"list", "-e", "-buildvcs=false", "-json"}, args...)...)
	cmd.Dir = root(t)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if js {
		cmd.Env = append(cmd.Env, "GOOS=js", "GOARCH=wasm")
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var all []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}
