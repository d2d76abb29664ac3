package site

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"earned/scenarios"
)

// here is the checkout these tests are in.
func here(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	root, err := Root(dir)
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func load(t *testing.T) *Site {
	t.Helper()
	s, err := Load(here(t), &Built{program: packed{plain: []byte("program")}, support: []byte("glue")})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var (
	reference = regexp.MustCompile(`(?:href|src)="([^"#?]+)"`)
	imported  = regexp.MustCompile(`(?:from|import|import\(|fetch\(|load\(|new URL\() ?"([^"]+)"`)
	styled    = regexp.MustCompile(`url\(["']?([^"')]+)["']?\)`)
)

// What the page refers to, its scripts import and its styles ask for is
// served; and what is served is referred to by something.
func TestEveryReferenceIsServed(t *testing.T) {
	s := load(t)
	used := map[string]bool{"index.html": true, checkPage: true} // which people open by their address
	refer := func(from, to string) {
		if strings.HasPrefix(to, "data:") {
			return
		}
		if strings.HasSuffix(to, "/") {
			to += "index.html"
		}
		// A script's fetch is from the page's folder, all else from its own file's.
		name := filepath.ToSlash(filepath.Join(filepath.Dir(from), to))
		if s.Body(name) == nil && s.Body(to) != nil {
			name = to
		}
		if s.Body(name) == nil {
			t.Errorf("%s refers to %s, which is not served", from, to)
		}
		used[name] = true
	}
	for _, name := range s.Names() {
		patterns := map[string][]*regexp.Regexp{".html": {reference}, ".js": {imported}, ".css": {styled}}[filepath.Ext(name)]
		for _, p := range patterns {
			for _, m := range p.FindAllStringSubmatch(string(s.Body(name)), -1) {
				refer(name, m[1])
			}
		}
	}
	for _, name := range s.Names() {
		if !used[name] && !strings.HasSuffix(name, ".txt") { // licences stand beside what they license
			t.Errorf("%s is served and nothing refers to it", name)
		}
	}
}

// The page carries the same policy as the server's answers, for hosts whose
// headers are not ours; only frame-ancestors has no meaning there.
func TestThePagesPolicyIsTheServers(t *testing.T) {
	for _, name := range []string{"index.html", checkPage} {
		thePagesPolicy(t, name, string(load(t).Body(name)))
	}
}

func thePagesPolicy(t *testing.T, name, page string) {
	t.Helper()
	m := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]+)"`).FindStringSubmatch(page)
	if m == nil {
		t.Fatalf("%s has no Content-Security-Policy", name)
	}
	ours, theirs := directives(Policy), directives(m[1])
	delete(ours, "frame-ancestors")
	for name, want := range ours {
		if theirs[name] != want {
			t.Errorf("%s: the page allows %q, the server %q", name, theirs[name], want)
		}
	}
	for name := range theirs {
		if _, ok := ours[name]; !ok {
			t.Errorf("%s: the page says it, the server does not", name)
		}
	}
}

func directives(policy string) map[string]string {
	all := map[string]string{}
	for d := range strings.SplitSeq(policy, ";") {
		name, sources, _ := strings.Cut(strings.TrimSpace(d), " ")
		if name != "" {
			all[name] = sources
		}
	}
	return all
}

func TestNothingInline(t *testing.T) {
	s := load(t)
	for _, name := range s.Names() {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		page := string(s.Body(name))
		for _, bad := range []string{`<script>`, `<style`, ` style="`, ` onclick=`, ` onload=`, `javascript:`} {
			if strings.Contains(page, bad) {
				t.Errorf("%s holds %q, which the policy forbids", name, bad)
			}
		}
	}
}

func TestThePageIsToldTheProgramsSize(t *testing.T) {
	if page := string(load(t).Body("index.html")); !strings.Contains(page, `<meta name="earned-bytes" content="7">`) {
		t.Error("index.html does not say how many bytes the program has")
	}
}

func TestCompile(t *testing.T) {
	root := checkout(t, map[string]string{})
	dir := filepath.Join(root, "scenarios")
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(here(t), "scenarios"))); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "compiled.bin")
	if err := os.WriteFile(file, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if changed, err := Compile(root); err != nil || !changed {
		t.Fatalf("an old form: changed %v, %v", changed, err)
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if book, err := scenarios.Decode(got); err != nil || len(book.Conversations) == 0 {
		t.Errorf("what was compiled cannot be played: %v", err)
	}
	if changed, err := Compile(root); err != nil || changed {
		t.Errorf("a fresh form: changed %v, %v", changed, err)
	}
	if err := os.WriteFile(filepath.Join(dir, "broken.yaml"), []byte("conversation: broken\nclient: nobody\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err = Compile(root)
	if err == nil || !strings.HasPrefix(err.Error(), "scenarios/broken.yaml:") || strings.Contains(err.Error(), "\n") {
		t.Errorf("a broken file: %v", err)
	}
	if still, err := os.ReadFile(file); err != nil || string(still) != string(got) {
		t.Errorf("a broken file changed the compiled form (%v)", err)
	}
}
