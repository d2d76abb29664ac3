package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
)

// files are what a page is made of, by path without the leading slash.
type files map[string][]byte

// static serves files as the game's own server does: compressed by Brotli at
// the quick level, asked for again at each visit and answered with 304 where
// the browser has them.
func static(f files) (http.Handler, error) {
	packed := files{}
	for name, body := range f {
		var out bytes.Buffer
		w := brotli.NewWriterLevel(&out, 5)
		if _, err := w.Write(body); err != nil {
			return nil, err
		}
		if err := w.Close(); err != nil {
			return nil, err
		}
		packed[name] = out.Bytes()
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" {
			name = "index.html"
		}
		body, ok := f[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		h := w.Header()
		h.Set("Content-Type", mediaTypes[path.Ext(name)])
		h.Set("Cache-Control", "no-cache")
		h.Set("Vary", "Accept-Encoding")
		h.Set("ETag", `"`+sum(body)+`"`)
		if strings.Contains(r.Header.Get("Accept-Encoding"), "br") {
			h.Set("Content-Encoding", "br")
			body = packed[name]
		}
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(body))
	}), nil
}

var mediaTypes = map[string]string{".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".mjs": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".wasm": "application/wasm", ".json": "application/json"}

func sum(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:12])
}

// serve serves a page until stop. Its pages are isolated from others, so that
// the browser gives them its finest clock.
func serve(h http.Handler) (url string, stop func(), err error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	s := &http.Server{ReadHeaderTimeout: 10 * time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		h.ServeHTTP(w, r)
	})}
	go func() { _ = s.Serve(l) }() // ends when it is closed
	return "http://" + l.Addr().String() + "/", func() { _ = s.Close() }, nil
}
