package house

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"earned/internal/site"
)

var (
	// code is a command or path between backticks; fence is a fenced block.
	code    = regexp.MustCompile("`([^`\n]+)`")
	fence   = regexp.MustCompile("(?s)```(?:sh|console|bash|)\n(.*?)```")
	link    = regexp.MustCompile(`\]\(([^)#\s]+)(#[^)]*)?\)`)
	isRun   = regexp.MustCompile(`^(?:[A-Z_]+=\S+ )*go run (\./cmd/\S+)(.*)$`)
	isMake  = regexp.MustCompile(`^make((?: [a-z0-9-]+)+)`)
	isFlag  = regexp.MustCompile(`^--[a-z-]+`)
	isPath  = regexp.MustCompile(`^(?:\./)?(?:[a-z0-9_.-]+/)+[a-zA-Z0-9_.-]*$`)
	targets = regexp.MustCompile(`(?m)^([a-z0-9-]+):`)
)

// documents are the pages people read: Markdown that is not in a folder of
// samples.
func documents(t *testing.T) map[string]string {
	t.Helper()
	docs := map[string]string{}
	for name, body := range textFiles(t) {
		if strings.HasSuffix(name, ".md") && !strings.Contains(name, "testdata/") {
			docs[name] = string(body)
		}
	}
	return docs
}

// commands are what a document tells its reader to type.
func commands(doc string) []string {
	var all []string
	for _, block := range fence.FindAllStringSubmatch(doc, -1) {
		for l := range strings.SplitSeq(block[1], "\n") {
			l, _, _ = strings.Cut(l, " #")
			all = append(all, strings.TrimPrefix(strings.TrimSpace(l), "$ "))
		}
	}
	for _, c := range code.FindAllStringSubmatch(fence.ReplaceAllString(doc, ""), -1) {
		all = append(all, c[1])
	}
	return all
}

func TestDocumentsCommandsAreTrue(t *testing.T) {
	makefile, err := os.ReadFile(filepath.Join(root(t), "Makefile"))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, m := range targets.FindAllStringSubmatch(string(makefile), -1) {
		known[m[1]] = true
	}
	seen := 0
	for name, doc := range documents(t) {
		for _, c := range commands(doc) {
			if m := isRun.FindStringSubmatch(c); m != nil {
				seen++
				checkRun(t, name, c, m[1], m[2])
			}
			if m := isMake.FindStringSubmatch(c); m != nil {
				seen++
				for target := range strings.FieldsSeq(m[1]) {
					if !known[target] {
						t.Errorf("%s: %q: the Makefile has no %s", name, c, target)
					}
				}
			}
		}
	}
	if seen < 2 {
		t.Errorf("only %d commands found in the documents; the README alone has two", seen)
	}
}

// checkRun holds that the command is there and knows the flags and commands
// it is given, by its own --help.
func checkRun(t *testing.T, doc, command, dir, args string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(root(t), dir)); err != nil {
		t.Errorf("%s: %q: there is no %s", doc, command, dir)
		return
	}
	words := strings.Fields(args)
	sub := ""
	if len(words) > 0 && regexp.MustCompile(`^[a-z]+$`).MatchString(words[0]) {
		sub = words[0]
	}
	text, err := help(t, dir, sub)
	if err != nil {
		t.Errorf("%s: %q: %v", doc, command, err)
		return
	}
	for _, w := range words {
		if f := isFlag.FindString(w); f != "" && !strings.Contains(text, f) {
			t.Errorf("%s: %q: %s does not know %s", doc, command, dir, f)
		}
	}
}

var (
	helpMu sync.Mutex
	helped = map[string]string{}
)

// help is what `go run dir sub --help` prints, asked once.
func help(t *testing.T, dir, sub string) (string, error) {
	t.Helper()
	helpMu.Lock()
	defer helpMu.Unlock()
	key := dir + " " + sub
	if h, ok := helped[key]; ok {
		return h, nil
	}
	args := []string{"run", dir}
	if sub != "" {
		args = append(args, sub)
	}
	cmd := exec.CommandContext(t.Context(), site.GoTool(), append(args, "--help")...)
	cmd.Dir = root(t)
	out, err := cmd.CombinedOutput()
	helped[key] = string(out)
	return string(out), err
}

// made are the paths that a fresh clone has not yet.
var made = map[string]bool{"e2e/shots": true, "e2e/node_modules": true}

// Paths and links that a document names are there.
func TestDocumentsPathsAreTrue(t *testing.T) {
	top := root(t)
	for name, doc := range documents(t) {
		for _, m := range link.FindAllStringSubmatch(doc, -1) {
			if strings.Contains(m[1], ":") {
				continue // another site
			}
			if _, err := os.Stat(filepath.Join(top, filepath.Dir(filepath.FromSlash(name)), filepath.FromSlash(m[1]))); err != nil {
				t.Errorf("%s: the link to %s leads nowhere", name, m[1])
			}
		}
		for _, m := range code.FindAllStringSubmatch(fence.ReplaceAllString(doc, ""), -1) {
			p := strings.TrimSuffix(m[1], "/...")
			if !isPath.MatchString(p) {
				continue
			}
			first, _, _ := strings.Cut(strings.TrimPrefix(p, "./"), "/")
			if info, err := os.Stat(filepath.Join(top, first)); err != nil || !info.IsDir() || made[p] {
				continue // not a path of the checkout, or one that the tests make
			}
			if _, err := os.Stat(filepath.Join(top, filepath.FromSlash(p))); err != nil {
				t.Errorf("%s: there is no %s", name, m[1])
			}
		}
	}
}
