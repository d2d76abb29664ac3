package main

import (
	"errors"
	"io"
	"net/http"
	"time"
)

// bodyTime is how long a request may take to bring its body. The server's own
// ReadTimeout would cut those, too, that are told things for hours.
const bodyTime = 10 * time.Second

// timely cuts whoever sends slower than that.
func timely(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.ContentLength != 0 {
			c := http.NewResponseController(w)
			_ = c.SetReadDeadline(time.Now().Add(bodyTime)) // where it cannot be set, only this one hangs
			r.Body = body{r.Body, c}
		}
		h.ServeHTTP(w, r)
	})
}

// body has the deadline taken away when all of it has come.
type body struct {
	io.ReadCloser
	c *http.ResponseController
}

// Read implements io.Reader.
func (b body) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if errors.Is(err, io.EOF) {
		_ = b.c.SetReadDeadline(time.Time{})
	}
	return n, err
}
