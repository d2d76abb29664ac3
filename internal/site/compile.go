package site

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"earned/scenarios"
	"earned/scenarios/source"
)

// Compile brings scenarios/compiled.bin up to what is written beside it, and
// reports whether that changed it. It goes by contents, not by times: a fresh
// clone's times say nothing. Where something written cannot be played, the
// first such fault is the error and the compiled form stays as it was.
func Compile(root string) (changed bool, err error) {
	dir := filepath.Join(root, "scenarios")
	file := filepath.Join(dir, "compiled.bin")
	if _, err := os.Stat(dir); errors.Is(err, os.ErrNotExist) {
		return false, nil // the build will say what it misses
	}
	book, faults := source.Read(os.DirFS(dir))
	if stopping := stopping(faults); len(stopping) > 0 {
		f := stopping[0]
		more := ""
		if n := len(stopping) - 1; n > 0 {
			more = fmt.Sprintf(" (and %d more)", n)
		}
		return false, fmt.Errorf("scenarios/%s:%d:%d: %s: %s%s; to see them all: go run ./cmd/scenario check", f.File, f.Line, f.Column, f.Code, f.Message, more)
	}
	if len(book.Conversations) == 0 {
		return false, errors.New("scenarios holds no conversation that can be played; to see why: go run ./cmd/scenario check")
	}
	fresh, err := scenarios.Encode(book)
	if err != nil {
		return false, err
	}
	if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, fresh) {
		return false, nil
	}
	tmp := file + ".new"
	if err := os.WriteFile(tmp, fresh, 0o644); err != nil {
		return false, fmt.Errorf("cannot write the compiled scenarios: %w", err)
	}
	return true, os.Rename(tmp, file)
}

// stopping are the faults that something cannot be played with.
func stopping(faults []source.Diagnostic) []source.Diagnostic {
	var all []source.Diagnostic
	for _, f := range faults {
		if source.Stopped([]source.Diagnostic{f}) {
			all = append(all, f)
		}
	}
	return all
}
