package workshop

import (
	"net/http"

	"earned/workshop/check"
)

// checks puts the server's side of the self-test page where it is asked for.
func (s *Server) checks(mux *http.ServeMux) {
	check.New(s.gate.base.String(), s.options.Address, s.options.Proxied).Mount(mux)
}
