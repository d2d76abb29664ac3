package workshop

import (
	"net/http/httptest"
	"testing"
)

// ServeForTest starts a server in this process and gives its address, ending
// in /.
func ServeForTest(t *testing.T, o Options) string {
	t.Helper()
	o.Base, o.Data = "http://127.0.0.1/", t.TempDir()
	s, err := New(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(s.Handler())
	t.Cleanup(func() {
		_ = s.Close()
		web.Close()
	})
	return web.URL + "/"
}
