package source_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"earned/scenarios/source"
)

// The pages of docs/diagnostics are tests: each example there is read, and must
// give what the page says, to the letter.

var update = flag.Bool("update", false, "write what the examples give into the pages")

const pages = "../../docs/diagnostics"

// example is one failing example of a page.
type example struct {
	kind string // what the fenced block says after `yaml`: a frame, or a whole file
	text string
	want string
}

var exampleForm = regexp.MustCompile("(?s)```yaml ?([a-z]*)\n(.*?)```\n\n```text\n(.*?)```\n")

func examples(page string) []example {
	var out []example
	for _, m := range exampleForm.FindAllStringSubmatch(page, -1) {
		out = append(out, example{m[1], m[2], m[3]})
	}
	return out
}

func TestPages(t *testing.T) {
	for _, code := range source.AllCodes() {
		t.Run(code.ID, func(t *testing.T) {
			name := filepath.Join(pages, code.ID+".md")
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			page := string(text)
			if title := fmt.Sprintf("# %s: %s\n", code.ID, code.Title); !strings.HasPrefix(page, title) {
				t.Errorf("%s should begin with %q", name, title)
			}
			if !strings.Contains(page, "\n**Mend.** ") {
				t.Errorf("%s says no mend: a paragraph that begins with **Mend.**", name)
			}
			if strings.Count(page, "```yaml") != len(examples(page)) || len(examples(page)) == 0 {
				t.Errorf("%s has no example, or one that is not followed by a block of what it gives", name)
			}
			for _, x := range examples(page) {
				got := x.read(t)
				if !strings.Contains(got, ": "+code.ID+": ") {
					t.Errorf("%s: the example does not give %s:\n%s\n%s", name, code.ID, x.text, got)
				}
				if got != x.want && *update {
					page = strings.Replace(page, x.text+"```\n\n```text\n"+x.want, x.text+"```\n\n```text\n"+got, 1)
				} else if got != x.want {
					t.Errorf("%s: the example gives\n%s\nand the page says\n%s", name, got, x.want)
				}
			}
			if *update && page != string(text) {
				if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// TestIndex: the index of the pages lists each, with its title.
func TestIndex(t *testing.T) {
	index, err := os.ReadFile(filepath.Join(pages, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range source.AllCodes() {
		if line := fmt.Sprintf("\n- [%s](%s.md): %s\n", code.ID, code.ID, code.Title); !strings.Contains(string(index), line) {
			t.Errorf("docs/diagnostics/README.md lacks %q", line)
		}
	}
}

// TestEachPageHasACode finds pages of codes that are gone.
func TestEachPageHasACode(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(pages, "E0*.md"))
	if err != nil || len(names) == 0 {
		t.Fatal("no pages", err)
	}
	for _, name := range names {
		id := strings.TrimSuffix(filepath.Base(name), ".md")
		if !slices.ContainsFunc(source.AllCodes(), func(c source.Code) bool { return c.ID == id }) {
			t.Errorf("%s: there is no code %s", name, id)
		}
	}
}

// read gives what reading an example says. A fragment is put into its frame, and
// the places are told as in the fragment.
func (x example) read(t *testing.T) string {
	t.Helper()
	files := small(t)
	delete(files, "two-rooms.yaml")
	name, text, line, indent := "example.yaml", x.text, 0, 0
	switch x.kind {
	case "", "file":
	case "client":
		name = "clients/ada-poole.yaml"
	case "firm":
		name = "firm.yaml"
	case "quoted":
		text = unquote(t, text)
	case "nothing":
		delete(files, "firm.yaml")
	default:
		text, line, indent = frame(t, x.kind, x.text)
	}
	if x.kind != "nothing" {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	_, faults := source.Read(files)
	for i := range faults {
		d := &faults[i]
		if d.Line == 0 || line == 0 {
			continue
		}
		if d.Line <= line || d.Line > line+strings.Count(x.text, "\n") {
			t.Errorf("a fault of the frame, not of the example: %s", *d)
		}
		d.Line -= line
		d.Column -= indent
		d.Text = strings.TrimPrefix(d.Text, strings.Repeat(" ", indent))
	}
	var b strings.Builder
	for _, d := range faults {
		b.WriteString(d.String())
	}
	return b.String()
}

// frame puts a fragment where the frame says, and gives how many lines and
// columns came before it.
func frame(t *testing.T, kind, fragment string) (text string, line, indent int) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata/frames", kind+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	before, after, _ := strings.Cut(string(data), "# HERE\n")
	at := strings.LastIndexByte(before, '\n') + 1
	space := before[at:]
	var b strings.Builder
	for l := range strings.Lines(fragment) {
		b.WriteString(space + l)
	}
	return before[:at] + b.String() + after, strings.Count(before, "\n"), len(space)
}

func unquote(t *testing.T, text string) string {
	t.Helper()
	var b strings.Builder
	for l := range strings.Lines(text) {
		s, err := strconv.Unquote(strings.TrimSpace(l))
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(s)
	}
	return b.String()
}

// small is the folder of testdata/small, in memory.
func small(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"firm.yaml", "clients/ada-poole.yaml", "two-rooms.yaml"} {
		data, err := os.ReadFile(filepath.Join("testdata/small", name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}
