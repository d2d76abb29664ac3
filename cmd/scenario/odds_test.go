package main

import (
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// begun is a folder with the conversation that `new` writes.
func begun(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "scenarios")
	if out, log, status := scenario("new", "two-rooms", "--dir", dir); status != 0 {
		t.Fatalf("new: status %d\n%s%s", status, out, log)
	}
	return dir
}

func has(t *testing.T, what, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%s has no %q in it:\n%s", what, part, text)
		}
	}
}

func TestOddsForPrograms(t *testing.T) {
	out, log, status := scenario("odds", "--json", "--dir", begun(t))
	if status != 0 {
		t.Fatalf("status %d: %s", status, log)
	}
	var list []struct {
		Conversation   string
		Outcomes       map[string]float64
		TrustedAdvisor *float64 `json:"trusted_advisor"`
		Strategies     map[string]struct{ Outcomes map[string]float64 }
	}
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 || list[0].Conversation != "two-rooms" || list[0].TrustedAdvisor == nil {
		t.Fatalf("the list is %+v", list)
	}
	one(t, "random", list[0].Outcomes)
	for _, name := range []string{"always-empathy", "always-pushback", "always-pitch", "first", "last", "longest", "shortest", "nicest", "blind"} {
		one(t, name, list[0].Strategies[name].Outcomes)
	}
}

// one holds that chances make one.
func one(t *testing.T, name string, chances map[string]float64) {
	t.Helper()
	sum := 0.0
	for _, p := range chances {
		sum += p
	}
	if math.Abs(sum-1) > 1e-9 {
		t.Errorf("the chances of %s make %v: %v", name, sum, chances)
	}
}

func TestOddsBeatByBeat(t *testing.T) {
	dir := begun(t)
	out, log, status := scenario("odds", "--beats", "two-rooms", "--dir", dir)
	if status != 0 {
		t.Fatalf("status %d: %s", status, log)
	}
	has(t, "the table", out, "the best outcome is", "random", "always-pitch", "blind", "needs be-", "keeps", "trust")
	byFile, _, status := scenario("odds", "--beats", filepath.Join(dir, "two-rooms.yaml"), "--dir", dir)
	if status != 0 || byFile != out {
		t.Errorf("by its file the conversation's odds are others: status %d\n%s", status, byFile)
	}
}

// A conversation that fails a condition fails the command: two replies are no
// test of anything.
func TestOddsConditions(t *testing.T) {
	out, _, status := scenario("odds", "--conditions", "--dir", begun(t))
	if status != 1 {
		t.Errorf("status %d, want 1", status)
	}
	has(t, "the conditions", out, "FAILS  blind", "one-note", "recoverable", "no-rupture")
}

func TestOddsOfNothing(t *testing.T) {
	dir := begun(t)
	for _, args := range [][]string{{"nobody"}, {"two-rooms", "--start", "nowhere"}, {"two-rooms", "--diff", "no-such-revision"}} {
		_, log, status := scenario(append([]string{"odds", "--dir", dir}, args...)...)
		if status != 1 || strings.Count(log, "\n") != 1 || !strings.HasPrefix(log, "scenario: ") {
			t.Errorf("%v: status %d, says %q; want one line", args, status, log)
		}
	}
}

// Where there is no folder, nothing can be told of its past.
func TestOddsDiffOfNoFolder(t *testing.T) {
	_, log, status := scenario("odds", "ten-to-four", "--diff", "HEAD", "--dir", filepath.Join(t.TempDir(), "none"))
	if status != 1 || !strings.Contains(log, "there is no folder") {
		t.Errorf("status %d, says %q", status, log)
	}
}

// What an edit changed, since a revision.
func TestOddsDiff(t *testing.T) {
	dir := begun(t)
	git := func(args ...string) {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@b", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@b",
			"GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	git("init", "-q")
	git("add", ".")
	git("commit", "-qm", "first")
	out, log, status := scenario("odds", "--diff", "HEAD", "--dir", dir)
	if status != 0 || !strings.Contains(out, "nothing has changed since HEAD") {
		t.Fatalf("before the edit: status %d\n%s%s", status, out, log)
	}
	name := filepath.Join(dir, "two-rooms.yaml")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	edited := strings.Replace(string(text), "reflects: [issue, feeling]", "reflects: [issue]", 1)
	if edited == string(text) {
		t.Fatal("the starter has no such reply to edit")
	}
	if err := os.WriteFile(name, []byte(edited), 0o600); err != nil {
		t.Fatal(err)
	}
	out, log, status = scenario("odds", "--diff", "HEAD", "--dir", dir)
	if status != 0 {
		t.Fatalf("status %d: %s", status, log)
	}
	has(t, "the difference", out, "two-rooms, since HEAD", "trust change", "→")
	out, _, _ = scenario("odds", "--diff", "HEAD", "--json", "--dir", dir)
	var list []changes
	if err := json.Unmarshal([]byte(out), &list); err != nil || len(list) != 1 || len(list[0].Changes) == 0 {
		t.Errorf("for programs: %v\n%s", err, out)
	}
}

func TestGraph(t *testing.T) {
	dir := begun(t)
	dot, log, status := scenario("graph", "two-rooms", "--dir", dir)
	if status != 0 {
		t.Fatalf("status %d: %s", status, log)
	}
	has(t, "the DOT", dot, "digraph \"two-rooms\" {", "subgraph", "fillcolor", "penwidth", "ending ")
	if strings.Count(dot, "{") != strings.Count(dot, "}") || strings.Count(dot, `"`)%2 != 0 {
		t.Errorf("braces or quotes do not pair:\n%s", dot)
	}
	mermaid, _, status := scenario("graph", "two-rooms", "--format", "mermaid", "--dir", dir)
	if status != 0 {
		t.Fatalf("status %d", status)
	}
	has(t, "the Mermaid", mermaid, "flowchart TD", "subgraph", ":::", "==>", "classDef lost")
}
