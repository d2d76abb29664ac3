package main

import (
	"bytes"
	"context"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
)

func TestPortInUse(t *testing.T) {
	l, err := listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	addr := l.Addr().String()
	err = run(t.Context(), options{Addr: addr}, &bytes.Buffer{})
	if err == nil {
		t.Fatal("the port was taken twice")
	}
	want := addr + " is already in use by another program; choose another port with --addr " + other(addr)
	if err.Error() != want {
		t.Errorf("said %q\nwant %q", err, want)
	}
}

func TestTheNextPort(t *testing.T) {
	for addr, want := range map[string]string{"127.0.0.1:8080": "127.0.0.1:8081", ":8080": ":8081", "[::1]:80": "[::1]:81", ":65535": "127.0.0.1:8081", "x": "127.0.0.1:8081"} {
		if got := other(addr); got != want {
			t.Errorf("%s: %s, want %s", addr, got, want)
		}
	}
}

func TestNoSuchAddress(t *testing.T) {
	for _, addr := range []string{"here", "127.0.0.1:notaport", "127.0.0.1:99999"} {
		err := run(t.Context(), options{Addr: addr}, &bytes.Buffer{})
		if err == nil || !strings.Contains(err.Error(), "--addr takes a host and a port") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q: %v", addr, err)
		}
	}
}

func TestOutsideACheckout(t *testing.T) {
	t.Chdir(t.TempDir())
	err := run(t.Context(), options{Addr: "127.0.0.1:0"}, &bytes.Buffer{})
	if err == nil || !strings.Contains(err.Error(), "no checkout of Earned") {
		t.Errorf("said %v", err)
	}
}

// A whole start and stop, with a program of one line in place of the game.
func TestStartAndStop(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, body := range map[string]string{
		"go.mod": "module earned\n\ngo 1.26\n", "go.sum": "", "index.html": "<!doctype html><title>Earned</title>",
		"cmd/wasm/main.go": "package main\n\nfunc main() {}\n",
	} {
		if err := os.MkdirAll("cmd/wasm", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	out := &lines{said: make(chan string, 100)}
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, options{Addr: "127.0.0.1:0"}, out) }()
	url := ""
	for url == "" {
		select {
		case l := <-out.said:
			if rest, ok := strings.CutPrefix(l, "Earned is at "); ok {
				url, _, _ = strings.Cut(rest, " ")
			}
		case err := <-ended:
			t.Fatalf("ended before it served: %v", err)
		}
	}
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if r.StatusCode != http.StatusOK {
		t.Errorf("the page: %s", r.Status)
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("stopped with %v", err)
	}
	if c, err := net.Dial("tcp", strings.Trim(strings.TrimPrefix(url, "http://"), "/")); err == nil {
		c.Close()
		t.Error("still listening after it stopped")
	}
}

// lines hands on each piece that is written.
type lines struct{ said chan string }

func (l *lines) Write(b []byte) (int, error) {
	l.said <- string(b)
	return len(b), nil
}
