package site

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// withWorker is a checkout of a page and the worker as it is.
func withWorker(t *testing.T, page string) string {
	t.Helper()
	worker, err := os.ReadFile(filepath.Join(here(t), Worker))
	if err != nil {
		t.Fatal(err)
	}
	return checkout(t, map[string]string{"index.html": page, "page/page.css": "a{}", checkPage: "<!doctype html>", Worker: string(worker)})
}

func loaded(t *testing.T, root, program string) *Site {
	t.Helper()
	s, err := Load(root, &Built{program: packed{plain: []byte(program)}, support: []byte("glue")})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The worker names every file but itself, and is another as soon as one is.
func TestTheWorkerKnowsTheWholeSite(t *testing.T) {
	root := withWorker(t, "<!doctype html>")
	s := loaded(t, root, "program")
	worker := string(s.Body(Worker))
	for _, name := range s.Names() {
		if has := strings.Contains(worker, `"`+name+`": "`); has != (name != Worker) {
			t.Errorf("%s is listed: %v", name, has)
		}
	}
	if again := string(loaded(t, root, "program").Body(Worker)); again != worker {
		t.Error("the same site has another worker")
	}
	if other := string(loaded(t, root, "another").Body(Worker)); other == worker {
		t.Error("another program has the same worker: browsers would not see that it changed")
	}
}

func TestAWorkerWithoutAPlaceForTheListIsAFault(t *testing.T) {
	root := checkout(t, map[string]string{"index.html": "", Worker: "const FILES = [];"})
	if _, err := Load(root, &Built{}); err == nil || !strings.Contains(err.Error(), Worker) {
		t.Errorf("said %v", err)
	}
}

// A folder's page is served at the folder, and a missing stroke is mended.
func TestFolders(t *testing.T) {
	s := loaded(t, withWorker(t, "<!doctype html>"), "program")
	if r := get(s, "/check/"); r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "text/html; charset=utf-8" {
		t.Errorf("check/: %s", r.Status)
	}
	if r := get(s, "/check"); r.StatusCode != http.StatusMovedPermanently || r.Header.Get("Location") != "check/" {
		t.Errorf("check: %s to %q", r.Status, r.Header.Get("Location"))
	}
	for _, name := range []string{"/page", "/page/", "/check/other/", "//"} {
		if r := get(s, name); r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %s", name, r.Status)
		}
	}
}
