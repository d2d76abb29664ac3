package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// clock is a connection that remembers until when it reads.
type clock struct {
	*httptest.ResponseRecorder
	until time.Time
}

func (c *clock) SetReadDeadline(until time.Time) error {
	c.until = until
	return nil
}

// A body has its time, and what follows it has as long as it takes.
func TestASlowBodyIsCut(t *testing.T) {
	for sent, bound := range map[string]bool{"": false, "vote": true} {
		w := &clock{ResponseRecorder: httptest.NewRecorder()}
		began := time.Now()
		timely(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
			if got := !w.until.IsZero(); got != bound || bound && (w.until.Before(began) || w.until.After(time.Now().Add(bodyTime))) {
				t.Errorf("%q is read until %v, %v after the request came", sent, w.until, w.until.Sub(began))
			}
			if b, err := io.ReadAll(r.Body); err != nil || string(b) != sent {
				t.Errorf("%q was read as %q (%v)", sent, b, err)
			}
			if !w.until.IsZero() {
				t.Errorf("%q is read, and time goes on", sent)
			}
		})).ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/", strings.NewReader(sent)))
	}
}

// Nothing is lost by it where the connection is a real one.
func TestABodyComesThrough(t *testing.T) {
	web := httptest.NewServer(timely(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = io.Copy(w, r.Body) })))
	defer web.Close()
	r, err := http.Post(web.URL, "text/plain", strings.NewReader("vote"))
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if b, err := io.ReadAll(r.Body); err != nil || string(b) != "vote" {
		t.Errorf("%q (%v)", b, err)
	}
}
