package site

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// checkout writes a small checkout: a go.mod and the files given.
func checkout(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	files["go.mod"] = "module earned\n\ngo 1.26\n"
	files["go.sum"] = ""
	for name, body := range files {
		p := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// small is a site of a page, a style and a program.
func small(t *testing.T) *Site {
	t.Helper()
	root := checkout(t, map[string]string{"index.html": "<!doctype html>", "page/page.css": "a{}", "secret.txt": "no"})
	s, err := Load(root, &Built{
		program: packed{plain: []byte("plain"), gzip: []byte("gz"), brotli: []byte("br")},
		support: []byte("glue"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func get(s *Site, path string, header ...string) *http.Response {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func TestWhatIsServed(t *testing.T) {
	s := small(t)
	for path, want := range map[string]string{
		"/":              "text/html; charset=utf-8",
		"/index.html":    "text/html; charset=utf-8",
		"/page/page.css": "text/css; charset=utf-8",
		"/earned.wasm":   "application/wasm",
		"/wasm_exec.js":  "text/javascript; charset=utf-8",
	} {
		r := get(s, path)
		if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != want {
			t.Errorf("%s: %s, %q", path, r.Status, r.Header.Get("Content-Type"))
		}
	}
	for _, path := range []string{"/secret.txt", "/go.mod", "/page/", "/page", "/../go.mod", "/page/../secret.txt", "/.git/config"} {
		if r := get(s, path); r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %s, want 404", path, r.Status)
		}
	}
}

func TestEveryAnswerIsBounded(t *testing.T) {
	s := small(t)
	for _, path := range []string{"/", "/earned.wasm", "/nothing"} {
		h := get(s, path).Header
		if got := h.Get("X-Content-Type-Options"); got != "nosniff" {
			t.Errorf("%s: X-Content-Type-Options %q", path, got)
		}
		if got := h.Get("Referrer-Policy"); got != "no-referrer" {
			t.Errorf("%s: Referrer-Policy %q", path, got)
		}
		for _, want := range []string{"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "base-uri 'none'", "frame-ancestors 'self'"} {
			if !strings.Contains(h.Get("Content-Security-Policy"), want+";") && !strings.HasSuffix(h.Get("Content-Security-Policy"), want) {
				t.Errorf("%s: the policy lacks %s: %s", path, want, h.Get("Content-Security-Policy"))
			}
		}
		for _, never := range []string{"unsafe-inline", "'unsafe-eval'", "*"} {
			if strings.Contains(h.Get("Content-Security-Policy"), never) {
				t.Errorf("%s: the policy allows %s", path, never)
			}
		}
	}
}

func TestEncodingsAndTags(t *testing.T) {
	s := small(t)
	seen := map[string]string{}
	for accept, want := range map[string]string{"br, gzip": "br", "gzip": "gzip", "": ""} {
		r := get(s, "/earned.wasm", "Accept-Encoding", accept)
		if got := r.Header.Get("Content-Encoding"); got != want {
			t.Errorf("%q: encoding %q, want %q", accept, got, want)
		}
		if r.Header.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%q: Vary is %q", accept, r.Header.Get("Vary"))
		}
		tag := r.Header.Get("ETag")
		if other, ok := seen[tag]; ok {
			t.Errorf("%q and %q have the same ETag %s for different bytes", accept, other, tag)
		}
		seen[tag] = accept
		again := get(s, "/earned.wasm", "Accept-Encoding", accept, "If-None-Match", `"other", W/`+tag)
		if again.StatusCode != http.StatusNotModified || again.Header.Get("ETag") != tag {
			t.Errorf("%q: asked again with its ETag: %s", accept, again.Status)
		}
		if stale := get(s, "/earned.wasm", "Accept-Encoding", accept, "If-None-Match", `"other"`); stale.StatusCode != http.StatusOK {
			t.Errorf("%q: asked with another ETag: %s", accept, stale.Status)
		}
		if got := r.Header.Get("Cache-Control"); got != "no-cache" {
			t.Errorf("%q: Cache-Control %q", accept, got)
		}
	}
}

func TestMethods(t *testing.T) {
	s := small(t)
	for method, want := range map[string]int{http.MethodHead: http.StatusOK, http.MethodPost: http.StatusMethodNotAllowed, http.MethodDelete: http.StatusMethodNotAllowed} {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest(method, "/", nil))
		if w.Code != want {
			t.Errorf("%s: %d, want %d", method, w.Code, want)
		}
		if method == http.MethodHead && w.Body.Len() > 0 {
			t.Errorf("HEAD sent a body")
		}
	}
}

func TestMissingAndForeignFilesAreSaid(t *testing.T) {
	_, err := Load(checkout(t, map[string]string{}), &Built{})
	if err == nil || !strings.HasPrefix(err.Error(), "index.html is missing") {
		t.Errorf("without index.html: %v", err)
	}
	_, err = Load(checkout(t, map[string]string{"index.html": "", "page/notes.odt": "x"}), &Built{})
	if err == nil || !strings.Contains(err.Error(), "page/notes.odt") {
		t.Errorf("with a file of unknown kind: %v", err)
	}
	if _, err = Root(t.TempDir()); err == nil || !strings.Contains(err.Error(), "no checkout of Earned") {
		t.Errorf("outside a checkout: %v", err)
	}
}
