package workshop

import "net/http"

// Beside answers with rooms what is asked of them, and with the site's pages
// all else: a page and its rooms share one origin.
func (s *Server) Beside(pages http.Handler) http.Handler {
	rooms := s.guarded()
	mux := http.NewServeMux()
	for _, at := range []string{"/", "/check", "/check/{$}", "/check/index.html"} { // the check page itself needs no server, though what it asks for does
		mux.Handle(at, pages)
	}
	for _, at := range []string{"/rooms", "/rooms/", "/j", "/j/", "/check/"} {
		mux.Handle(at, rooms)
	}
	return s.gate.strip(mux)
}
