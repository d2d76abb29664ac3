package site

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const hello = "package main\n\nfunc main() { println(\"hello\") }\n"

func TestBuildKeepsWhatItBuilt(t *testing.T) {
	root := checkout(t, map[string]string{"cmd/wasm/main.go": hello, "README.md": "one"})
	var said bytes.Buffer
	first, err := Build(context.Background(), root, &said)
	if err != nil {
		t.Fatal(err)
	}
	if first.Cached || !strings.Contains(said.String(), "Building the game for the browser") {
		t.Errorf("the first build: cached %v, said %q", first.Cached, said.String())
	}
	if !bytes.HasPrefix(first.program.plain, []byte("\x00asm")) || len(first.program.gzip) == 0 || len(first.program.brotli) == 0 {
		t.Errorf("not a program and its compressed forms: %d, %d, %d bytes", len(first.program.plain), len(first.program.gzip), len(first.program.brotli))
	}
	if !bytes.Contains(first.support, []byte("globalThis.Go")) {
		t.Error("the glue is not Go's")
	}

	write := func(name, body string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(root, name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	build := func() *Built {
		t.Helper()
		b, err := Build(context.Background(), root, io.Discard)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	write("README.md", "two")
	if b := build(); !b.Cached || b.Key != first.Key {
		t.Error("built again though nothing of the game changed")
	}
	write("cmd/wasm/main.go", strings.Replace(hello, "hello", "goodbye", 1))
	if b := build(); b.Cached || b.Key == first.Key {
		t.Error("the old game was served after a change of its source")
	}
	write("cmd/wasm/main.go", hello)
	if b := build(); !b.Cached || b.Key != first.Key {
		t.Error("going back did not find the first build")
	}
	left, err := filepath.Glob(filepath.Join(root, CacheDir, "making-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestBuildFaultsAreOneLine(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"undefined": {
			map[string]string{"cmd/wasm/main.go": "package main\n\nfunc main() { nothing(); nobody() }\n"},
			"cmd/wasm/main.go:3:15: undefined: nothing (and 1 more; to see them:",
		},
		"syntax": {
			map[string]string{"cmd/wasm/main.go": "package main\n\nfunc main( {\n"},
			"cmd/wasm/main.go:3:",
		},
		"no program": {map[string]string{}, "the game does not build"},
		"missing package": {
			map[string]string{"cmd/wasm/main.go": "package main\n\nimport _ \"earned/game/nowhere\"\n\nfunc main() {}\n"},
			"earned/game/nowhere",
		},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Build(context.Background(), checkout(t, c.files), io.Discard)
			if err == nil {
				t.Fatal("it built")
			}
			if !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("said %q\nwant one line with %q", err, c.want)
			}
		})
	}
}

func TestPruneKeepsTheNewest(t *testing.T) {
	cache := t.TempDir()
	for _, d := range []string{"a", "b", "c", "d", "now"} {
		if err := os.Mkdir(filepath.Join(cache, d), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	prune(cache, "now")
	entries, err := os.ReadDir(cache)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != keep {
		t.Errorf("%d builds kept, want %d", len(entries), keep)
	}
	if _, err := os.Stat(filepath.Join(cache, "now")); err != nil {
		t.Error("the build in use was removed")
	}
}
