package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// pages stand for the site.
var pages = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, "page "+r.URL.Path) })

// hosted serves rooms beside pages, as options say.
func hosted(t *testing.T, o hosting, listenTo string) (port string, said string, get func(path string) (int, string)) {
	t.Helper()
	l, err := listen(t.Context(), listenTo)
	if err != nil {
		t.Fatal(err)
	}
	if o.Data == "" {
		o.Data = t.TempDir()
	}
	var out bytes.Buffer
	h, stop, err := o.open(t.Context(), l, true, pages, &out)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewUnstartedServer(h)
	server.Listener.Close()
	server.Listener = l
	server.Start()
	t.Cleanup(func() {
		stop()
		server.Close()
	})
	_, port, _ = net.SplitHostPort(l.Addr().String())
	return port, out.String(), func(path string) (int, string) {
		t.Helper()
		r, err := http.Get("http://127.0.0.1:" + port + path)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		b, err := io.ReadAll(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		return r.StatusCode, string(b)
	}
}

func TestRoomsBesideTheGame(t *testing.T) {
	_, said, get := hosted(t, hosting{LAN: true, Expire: time.Hour}, ":0")
	if !strings.Contains(said, "Phones") {
		t.Errorf("said %q", said)
	}
	for path, want := range map[string]string{
		"/": "page /", "/page/x.js": "page /page/x.js", "/check/": "page /check/", "/check/index.html": "page /check/index.html", "/sw.js": "page /sw.js",
		"/rooms": `"rooms":true`, "/j": "Which room?", "/check/phone": "That check is over",
	} {
		if status, body := get(path); status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: %d %.200s", path, status, body)
		}
	}
	if status, _ := get("/j/AAAAAA"); status != http.StatusNotFound {
		t.Errorf("a room that is not there: %d", status)
	}
}

func TestBehindAProxyThePublicAddressIsSaid(t *testing.T) {
	_, said, get := hosted(t, hosting{PublicURL: "https://example.org/tools/earned"}, "127.0.0.1:0")
	if !strings.Contains(said, "https://example.org/tools/earned/") {
		t.Errorf("said %q", said)
	}
	for path, want := range map[string]string{
		"/tools/earned/": "page /", "/tools/earned/page/x.js": "page /page/x.js", "/page/x.js": "page /page/x.js",
		"/tools/earned/j": "Which room?", "/j": "Which room?",
	} {
		if status, body := get(path); status != http.StatusOK || !strings.Contains(body, want) {
			t.Errorf("%s: %d %.200s", path, status, body)
		}
	}
	_, body := get("/rooms")
	var told struct{ Join string }
	if err := json.Unmarshal([]byte(body), &told); err != nil || told.Join != "https://example.org/tools/earned/" {
		t.Errorf("rooms: %s", body)
	}
	l, err := listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if _, _, err := (hosting{PublicURL: "example.org", Data: t.TempDir()}).open(t.Context(), l, true, pages, io.Discard); err == nil || !strings.Contains(err.Error(), "https://") {
		t.Errorf("an address without https: %v", err)
	}
}

// A redirect leads to where the browser finds it, whatever a proxy put before.
func TestBehindAProxyRedirectsKeepThePath(t *testing.T) {
	port, _, _ := hosted(t, hosting{PublicURL: "https://example.org/tools/earned"}, "127.0.0.1:0")
	for from, want := range map[string]string{
		"/tools/earned": "/tools/earned/", "/tools/earned/j/": "/tools/earned/j", "/tools/earned/check": "page /check", "/check": "page /check",
	} {
		r, err := http.DefaultTransport.RoundTrip(httptest.NewRequest(http.MethodGet, "http://127.0.0.1:"+port+from, nil))
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(r.Body)
		r.Body.Close()
		got := string(body) // the site's own answer
		if to, err := r.Location(); err == nil {
			got = to.Path
		}
		if got != want {
			t.Errorf("%s leads to %q, want %q", from, got, want)
		}
	}
}

func TestOneAddressOnlyIsTheOneForPhones(t *testing.T) {
	port, said, _ := hosted(t, hosting{LAN: true}, "127.0.0.1:0")
	if !strings.Contains(said, "http://127.0.0.1:"+port+"/") || !strings.Contains(said, "--addr") {
		t.Errorf("said %q", said)
	}
}

func TestOptionsForTheNetwork(t *testing.T) {
	for _, c := range []struct {
		o    options
		want string
	}{{options{}, "127.0.0.1:8080"}, {options{hosting: hosting{LAN: true}}, ":8080"}, {options{Addr: ":9", hosting: hosting{LAN: true}}, ":9"}} {
		if got := c.o.addr(); got != c.want {
			t.Errorf("listens to %s, want %s", got, c.want)
		}
	}
	if (hosting{}).wanted() || !(hosting{LAN: true}).wanted() || !(hosting{PublicURL: "x"}).wanted() || !(hosting{NATS: "x"}).wanted() {
		t.Error("rooms are hosted when they are asked for, and only then")
	}
	l, err := listen(context.Background(), ":0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if _, _, err := (hosting{LAN: true, Address: "nowhere0"}).reach(l, io.Discard); err == nil || !strings.Contains(err.Error(), "--address nowhere0") {
		t.Errorf("an address that is not there: %v", err)
	}
	if url := here(l); !strings.HasPrefix(url, "http://localhost:") {
		t.Errorf("opens %s", url)
	}
}
