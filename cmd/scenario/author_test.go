package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"earned/scenarios"
	"earned/scenarios/source"
)

// scenario runs the tool and gives what it printed and its status.
func scenario(args ...string) (out, log string, status int) {
	var o, l strings.Builder
	status = run(args, &o, &l)
	return o.String(), l.String(), status
}

// TestNewChecksClean: what `new` writes into an empty folder has no fault, can
// be packed, and is not written over.
func TestNewChecksClean(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "scenarios")
	out, log, status := scenario("new", "two-rooms", "--dir", dir)
	if status != 0 || strings.Count(out, "\n") != 3 {
		t.Fatalf("status %d, wrote\n%s%s", status, out, log)
	}
	if out, log, status := scenario("check", "--dir", dir); status != 0 || out != "" || log != "no faults\n" {
		t.Errorf("check: status %d\n%s%s", status, out, log)
	}
	packed := filepath.Join(dir, "x.earned")
	if out, log, status := scenario("pack", filepath.Join(dir, "two-rooms.yaml"), "--dir", dir, "--out", packed); status != 0 {
		t.Fatalf("pack: status %d\n%s%s", status, out, log)
	}
	byID := filepath.Join(dir, "y.earned")
	if out, log, status := scenario("pack", "two-rooms", "--dir", dir, "--out", byID); status != 0 {
		t.Errorf("pack by id: status %d\n%s%s", status, out, log)
	}
	data, err := os.ReadFile(packed)
	if err != nil {
		t.Fatal(err)
	}
	book, err := scenarios.Decode(data)
	if err != nil || book.Conversation("two-rooms") == nil || book.Client("sam-somebody") == nil || book.Firm.Name == "" {
		t.Errorf("packed is %+v, %v", book, err)
	}
	if _, log, status := scenario("new", "two-rooms", "--dir", dir); status != 1 || !strings.Contains(log, "choose another name") {
		t.Errorf("written over: status %d, %s", status, log)
	}
	if out, _, status := scenario("new", "another", "--dir", dir); status != 0 || strings.Count(out, "\n") != 1 {
		t.Errorf("a second conversation wrote more than itself: %d\n%s", status, out)
	}
	if _, log, status := scenario("new", "Two Rooms", "--dir", dir); status != 1 || !strings.Contains(log, "is no id") {
		t.Errorf("no id: status %d, %s", status, log)
	}
	empty := t.TempDir()
	if _, log, status := scenario("new", "firm", "--dir", empty); status != 1 || !strings.Contains(log, "firm.yaml is the firm's own file") {
		t.Errorf("the firm: status %d, %s", status, log)
	}
	if names, err := os.ReadDir(empty); err != nil || len(names) != 0 {
		t.Errorf("wrote %v, %v", names, err)
	}
}

// TestCheck: every fault, the status, one file alone, a file of another folder,
// and the list for programs.
func TestCheck(t *testing.T) {
	dir := t.TempDir()
	scenario("new", "good", "--dir", dir)
	scenario("new", "bad", "--dir", dir)
	name := filepath.Join(dir, "bad.yaml")
	spoil(t, name, name)
	elsewhere := filepath.Join(t.TempDir(), "bad.yaml")
	spoil(t, name, elsewhere)

	out, _, status := scenario("check", "--dir", dir)
	if status != 1 || !strings.Contains(out, name+":") || !strings.Contains(out, "E012: ") || !strings.HasSuffix(out, "\n1 fault\n") {
		t.Errorf("status %d\n%s", status, out)
	}
	if out, _, status := scenario("check", "--dir", dir, "bad"); status != 1 || !strings.Contains(out, name+":") {
		t.Errorf("by its id: status %d\n%s", status, out)
	}
	if _, log, status := scenario("odds", "--dir", dir, "bad"); status != 1 || !strings.Contains(log, "bad has faults, or its client has: scenario check --dir "+dir+" says which") {
		t.Errorf("the odds of it: status %d, %s", status, log)
	}
	for _, other := range []string{"firm", filepath.Join(dir, "clients", "sam-somebody.yaml")} {
		if _, log, status := scenario("odds", "--dir", dir, other); status != 1 || !strings.Contains(log, "is no conversation; there are good") {
			t.Errorf("the odds of %s: status %d, %s", other, status, log)
		}
	}
	if out, _, status := scenario("check", "--dir", dir, filepath.Join(dir, "good.yaml")); status != 0 || out != "" {
		t.Errorf("the good one alone: status %d\n%s", status, out)
	}
	if out, _, status := scenario("check", "--dir", dir, elsewhere); status != 1 || !strings.Contains(out, elsewhere+":") {
		t.Errorf("a file from elsewhere: status %d\n%s", status, out)
	}
	if _, log, status := scenario("check", "--dir", dir, filepath.Join(dir, "none.yaml")); status != 1 || !strings.Contains(log, "none.yaml") {
		t.Errorf("a file that is not there: status %d, %s", status, log)
	}
	if _, log, status := scenario("check", "--dir", filepath.Join(dir, "none")); status != 1 || !strings.Contains(log, "there is no folder") {
		t.Errorf("a folder that is not there: status %d, %s", status, log)
	}
	out, _, status = scenario("check", "--dir", dir, "--json")
	var faults []source.Diagnostic
	if err := json.Unmarshal([]byte(out), &faults); err != nil || status != 1 || len(faults) != 1 || faults[0].Code != "E012" || faults[0].File != name {
		t.Errorf("status %d, %v, %+v", status, err, faults)
	}
}

// spoil copies a file with a target that is not there.
func spoil(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, []byte(strings.Replace(string(data), "to: the-day", "to: the-dya", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestBuild: faults fail it, unless it is told to leave out what has them; what
// is there already is not touched.
func TestBuild(t *testing.T) {
	dir := t.TempDir()
	scenario("new", "good", "--dir", dir)
	scenario("new", "bad", "--dir", dir)
	spoil(t, filepath.Join(dir, "bad.yaml"), filepath.Join(dir, "bad.yaml"))
	out := filepath.Join(dir, "compiled.bin")
	if _, log, status := scenario("build", "--dir", dir); status != 1 || !strings.Contains(log, "E012") {
		t.Errorf("status %d\n%s", status, log)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("compiled in spite of a fault")
	}
	if _, log, status := scenario("build", "--dir", dir, "--force"); status != 0 {
		t.Fatalf("status %d\n%s", status, log)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	book, err := scenarios.Decode(data)
	if err != nil || len(book.Conversations) != 1 || book.Conversations[0].ID != "good" {
		t.Errorf("compiled is %+v, %v", book, err)
	}
	before, _ := os.Stat(out)
	scenario("build", "--dir", dir, "--force")
	if after, _ := os.Stat(out); !after.ModTime().Equal(before.ModTime()) {
		t.Error("written again though nothing changed")
	}
}

// TestNotUnderstood: a word too many, none at all, and a call for help.
func TestNotUnderstood(t *testing.T) {
	if _, log, status := scenario("chekc"); status != 2 || !strings.Contains(log, `did you mean "check"`) {
		t.Errorf("status %d, %s", status, log)
	}
	if _, log, status := scenario(); status != 2 || !strings.Contains(log, "expected one of") {
		t.Errorf("status %d, %s", status, log)
	}
	if out, _, status := scenario("--help"); status != 0 || !strings.Contains(out, "Commands:") {
		t.Errorf("status %d, %s", status, out)
	}
}

// broken is a screen that cannot be written to.
type broken struct{}

func (broken) Write([]byte) (int, error) { panic("broken") }

// TestPanicsAreNotHidden: only leaving is, which is how --help ends.
func TestPanicsAreNotHidden(t *testing.T) {
	defer func() {
		if got := recover(); got != "broken" {
			t.Errorf("the panic became %v", got)
		}
	}()
	t.Errorf("status %d", run([]string{"--help"}, broken{}, broken{}))
}

// TestAFileFromElsewhere is played as it stands there, though the folder has
// one of the same id, and whether or not there is a folder.
func TestAFileFromElsewhere(t *testing.T) {
	dir := t.TempDir()
	scenario("new", "demo", "--dir", dir)
	text, err := os.ReadFile(filepath.Join(dir, "demo.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := filepath.Join(t.TempDir(), "demo.yaml")
	other := strings.Replace(string(text), "title: ", "title: Another ", 1)
	write(t, elsewhere, other)
	if out, log, status := scenario("texts", elsewhere, "--dir", dir); status != 0 || !strings.Contains(out, "Another ") {
		t.Errorf("status %d: the folder's is told\n%s%s", status, out, log)
	}
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	before := len(book.Conversations)
	write(t, elsewhere, strings.Replace(other, "client: sam-somebody", "client: "+book.Clients[0].ID, 1))
	out, log, status := scenario("texts", elsewhere, "--dir", filepath.Join(dir, "none"))
	if status != 0 || !strings.Contains(out, "Another ") || len(book.Conversations) != before {
		t.Errorf("status %d, and %d are shipped, not %d\n%s%s", status, len(book.Conversations), before, out, log)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestWhatIsNotRead is never said to have no fault.
func TestWhatIsNotRead(t *testing.T) {
	dir := t.TempDir()
	scenario("new", "demo", "--dir", dir)
	for _, name := range []string{"compiled.bin", "draft.yml"} {
		write(t, filepath.Join(dir, name), "x")
	}
	for _, name := range []string{"compiled.bin", "draft.yml", "clients"} {
		if _, log, status := scenario("check", filepath.Join(dir, name), "--dir", dir); status != 1 || !strings.Contains(log, "ends in .yaml") {
			t.Errorf("%s: status %d, %s", name, status, log)
		}
	}
	draft := filepath.Join(dir, "draft.yml")
	if out, _, status := scenario("check", "--dir", dir); status != 1 || !strings.Contains(out, draft+": E016: ") || !strings.Contains(out, "draft.yaml.") {
		t.Errorf("the folder: status %d\n%s", status, out)
	}
	write(t, filepath.Join(dir, "demo.yml"), "x")
	if _, log, status := scenario("texts", filepath.Join(dir, "demo.yml"), "--dir", dir); status != 1 || !strings.Contains(log, "ends in .yaml") {
		t.Errorf("the texts of demo.yaml are told for demo.yml: status %d, %s", status, log)
	}
}
