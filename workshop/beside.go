package workshop

import (
	"net/http"
	"strings"
)

// Beside answers with rooms what is asked of them, and with the site's pages
// all else: a page and its rooms share one origin. The path that a proxy puts
// before everything is taken off, if the proxy has not done so.
func (s *Server) Beside(pages http.Handler) http.Handler {
	rooms := s.Handler()
	mux := http.NewServeMux()
	mux.Handle("/", pages)
	mux.Handle("/check/{$}", pages) // a page that needs no server, though what it asks for does
	mux.Handle("/check/index.html", pages)
	for _, at := range []string{"/rooms", "/rooms/", "/j", "/j/", "/check/"} {
		mux.Handle(at, rooms)
	}
	before := s.gate.base.Path
	if before == "/" {
		return mux
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if rest, ok := strings.CutPrefix(r.URL.Path, before); ok {
			r2 := r.Clone(r.Context())
			r2.URL.Path, r2.URL.RawPath = "/"+rest, ""
			r = r2
		}
		mux.ServeHTTP(w, r)
	})
}
