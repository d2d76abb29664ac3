package author_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"earned/internal/author"
)

// The pages of docs/diagnostics are tests: each example is read, and must give
// what the page says, to the letter.

var update = flag.Bool("update", false, "write what the examples give into the pages")

const (
	pages = "../../docs/diagnostics"
	data  = "../../scenarios/source/testdata"
)

var exampleForm = regexp.MustCompile("(?s)```yaml ([a-z]+)\n(.*?)```\n\n```text\n(.*?)```\n")

func TestPages(t *testing.T) {
	index := read(t, filepath.Join(pages, "README.md"))
	for _, code := range author.Codes {
		t.Run(code.ID, func(t *testing.T) {
			name := filepath.Join(pages, code.ID+".md")
			page := read(t, name)
			if title := fmt.Sprintf("# %s: %s\n", code.ID, code.Title); !strings.HasPrefix(page, title) || !strings.Contains(page, "\n**Mend.** ") {
				t.Errorf("%s should begin with %q and say the mend", name, title)
			}
			if line := fmt.Sprintf("\n- [%s](%s.md): %s\n", code.ID, code.ID, code.Title); !strings.Contains(index, line) {
				t.Errorf("docs/diagnostics/README.md lacks %q", line)
			}
			m := exampleForm.FindStringSubmatch(page)
			if m == nil {
				t.Fatalf("%s has no example", name)
			}
			got := faults(t, m[1], m[2])
			if !strings.Contains(got, ": "+code.ID+": ") {
				t.Errorf("the example does not give %s:\n%s", code.ID, got)
			}
			if got != m[3] && *update {
				page = strings.Replace(page, "```text\n"+m[3]+"```", "```text\n"+got+"```", 1)
				if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != m[3] {
				t.Errorf("the example gives\n%s\nand the page says\n%s", got, m[3])
			}
		})
	}
}

// TestEachPageHasACode finds pages of codes that are gone.
func TestEachPageHasACode(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(pages, "E1*.md"))
	if err != nil || len(names) != len(author.Codes) {
		t.Errorf("%d pages for %d codes, %v", len(names), len(author.Codes), err)
	}
}

// faults is what an example in its frame gives, the places told as in the
// fragment.
func faults(t *testing.T, frame, fragment string) string {
	t.Helper()
	before, after, _ := strings.Cut(read(t, filepath.Join(data, "frames", frame+".yaml")), "# HERE\n")
	at := strings.LastIndexByte(before, '\n') + 1
	indent := before[at:]
	var b strings.Builder
	for l := range strings.Lines(fragment) {
		b.WriteString(indent + l)
	}
	folder := fstest.MapFS{"example.yaml": {Data: []byte(before[:at] + b.String() + after)}}
	for _, name := range []string{"firm.yaml", "clients/ada-poole.yaml"} {
		folder[name] = &fstest.MapFile{Data: []byte(read(t, filepath.Join(data, "small", name)))}
	}
	_, found := author.Check(folder, nil)
	var out strings.Builder
	for _, d := range found {
		if d.Line > 0 {
			d.Line -= strings.Count(before, "\n")
			d.Column -= len(indent)
			d.Text = strings.TrimPrefix(d.Text, indent)
		}
		out.WriteString(d.String())
	}
	return out.String()
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
