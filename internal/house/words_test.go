package house

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// unwanted is what no file of the project may hold. The patterns are written
// so that they do not match themselves.
var unwanted = []struct {
	pattern *regexp.Regexp
	why     string
}{
	{regexp.MustCompile(`(^|[\s"'=(` + "`" + `])/(root|home|Users|work|farm)/[\w.-]+`), "a path of someone's own machine"},
	{regexp.MustCompile(`[A-Z]:\\Users\\`), "a path of someone's own machine"},
	{regexp.MustCompile(`\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\b`), "work left undone; do it, or open an issue"},
	{regexp.MustCompile(`(?i)\bl[o]rem ipsum\b`), "words that are not meant"},
	{regexp.MustCompile(`(?i)\b(c[l]aude|a[n]thropic|c[h]atgpt|o[p]enai|c[o]pilot)\b`), "how it was written is not part of it"},
	{regexp.MustCompile(`^(<{7} |>{7} |={7}$)`), "a merge left unfinished"},
}

func TestNoUnwantedWords(t *testing.T) {
	seen := 0
	for name, body := range textFiles(t) {
		seen++
		for i, line := range strings.Split(string(body), "\n") {
			for _, u := range unwanted {
				if m := u.pattern.FindString(line); m != "" {
					t.Errorf("%s:%d: %q: %s", name, i+1, strings.TrimSpace(m), u.why)
				}
			}
		}
	}
	if seen < 20 {
		t.Fatalf("only %d files were read", seen)
	}
}

// maxLines is past what a file of Go surely holds a second concept. Few should
// pass 400.
const maxLines = 600

func TestNoFileIsTooLong(t *testing.T) {
	for name, body := range textFiles(t) {
		if n := bytes.Count(body, []byte("\n")); strings.HasSuffix(name, ".go") && n > maxLines {
			t.Errorf("%s has %d lines, over %d: is there a second concept in it?", name, n, maxLines)
		}
	}
}

// textFiles reads every text file of the checkout that is the project's own,
// by its path with slashes. It walks the folders, so that it works without git.
func textFiles(t *testing.T) map[string][]byte {
	t.Helper()
	top := root(t)
	skip := map[string]bool{".git": true, ".build": true, "node_modules": true, "dist": true, "shots": true}
	files := map[string][]byte{}
	err := filepath.WalkDir(top, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(top, p)
		if err != nil {
			return err
		}
		// A folder or file that starts with a dot and is not ours: editors', tools'.
		hidden := strings.HasPrefix(d.Name(), ".") && name != "." && name != ".ci" && !strings.HasPrefix(d.Name(), ".git") && d.Name() != ".golangci.yml"
		if d.IsDir() {
			if skip[d.Name()] || hidden {
				return fs.SkipDir
			}
			return nil
		}
		if hidden || !d.Type().IsRegular() || d.Name() == "package-lock.json" || d.Name() == "go.sum" || d.Name() == "LICENSE" {
			return nil
		}
		body, err := os.ReadFile(p)
		if err == nil && !bytes.ContainsRune(body, 0) {
			files[filepath.ToSlash(name)] = body
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
