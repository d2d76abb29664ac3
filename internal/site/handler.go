package site

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// Policy is the Content-Security-Policy of every answer: no inline script, no
// eval, nothing from elsewhere. 'wasm-unsafe-eval' lets the browser compile
// the game and nothing more.
const Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
	"font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; " +
	"form-action 'none'; frame-ancestors 'self'"

// file is one answer in the encodings it can be sent in.
type file struct {
	packed
	mediaType string
	tag       string // of the contents, without quotes or encoding
}

func newFile(mediaType string, p packed) *file {
	sum := sha256.Sum256(p.plain)
	return &file{packed: p, mediaType: mediaType, tag: base64.RawURLEncoding.EncodeToString(sum[:12])}
}

// ServeHTTP answers from memory. Every file is asked for again at each visit
// (no-cache) and answered with 304 where the browser has it already, so that
// page, glue and program can never be of different builds.
func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", Policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")

	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	f := s.files[name]
	if f == nil && s.files[name+"/index.html"] != nil {
		h.Set("Location", path.Base(name)+"/") // relative: what a proxy put before it stays
		w.WriteHeader(http.StatusMovedPermanently)
		return
	}
	if f == nil {
		http.Error(w, "there is no such page", http.StatusNotFound)
		return
	}
	f.answer(w, r)
}

// answer sends the file in the best encoding the browser takes.
func (f *file) answer(w http.ResponseWriter, r *http.Request) {
	encoding := negotiate(r.Header.Get("Accept-Encoding"), f.packed)
	body := f.in(encoding)
	tag := `"` + f.tag + `"`
	h := w.Header()
	if encoding != identity {
		tag = `"` + f.tag + "-" + encoding + `"`
		h.Set("Content-Encoding", encoding)
	}
	h.Set("Vary", "Accept-Encoding")
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", tag)
	h.Set("Content-Type", f.mediaType)
	if matches(r.Header.Get("If-None-Match"), tag) {
		h.Del("Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method == http.MethodHead {
		return
	}
	_, _ = w.Write(body) // the browser has gone: nobody is left to tell
}

// matches tells whether an If-None-Match names the tag (RFC 9110, 13.1.2:
// weak comparison).
func matches(header, tag string) bool {
	for t := range strings.SplitSeq(header, ",") {
		t = strings.TrimPrefix(strings.TrimSpace(t), "W/")
		if t == tag || t == "*" {
			return true
		}
	}
	return false
}
