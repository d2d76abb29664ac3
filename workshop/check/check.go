// Package check is the server's side of the page that is opened the day before
// a workshop: it gives the laptop an address for phones to try, and tells it
// which phones came and how well they are connected. All of it is forgotten
// after an hour, and with the server.
package check

import (
	"bytes"
	"context"
	"crypto/rand"
	_ "embed" // the phone's page
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/coder/websocket"

	"earned/workshop/phone"
)

// Bounds: of checks at once, of phones in one, and of a check's life.
const (
	maxChecks = 50
	maxPhones = 40
	life      = time.Hour
)

// Phone is what became of one phone's visit.
type Phone struct {
	N      int  `json:"n"`      // from 1, in the order they came
	Self   bool `json:"self"`   // it is this very laptop: says nothing of the network
	Done   bool `json:"done"`   // its script ran to the end; what follows holds only then
	MS     int  `json:"ms"`     // there and back, the middle one of five
	Socket bool `json:"socket"` // WebSocket works
	Events bool `json:"events"` // server-sent events work
}

// Checks are those under way.
type Checks struct {
	base    string
	address string
	proxied bool
	now     func() time.Time

	mu  sync.Mutex
	all map[string]*one
}

type one struct {
	began   time.Time
	phones  []Phone
	changed chan struct{} // closed and made anew at each change
}

// New makes the checks of a server that phones reach at base (ending in /),
// which was chosen as address says. Behind a proxy (proxied) it is not known
// from which computer a request comes.
func New(base, address string, proxied bool) *Checks {
	return &Checks{base: base, address: address, proxied: proxied, now: time.Now, all: map[string]*one{}}
}

// Mount puts the check's pages where they are asked for. Who may ask is the
// caller's to see to.
func (c *Checks) Mount(mux *http.ServeMux) {
	mux.HandleFunc("POST /check/open", c.open)
	mux.HandleFunc("GET /check/seen", c.seen)
	mux.HandleFunc("GET /check/phone", c.page)
	mux.HandleFunc("POST /check/report", c.report)
	mux.HandleFunc("GET /check/ping", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("GET /check/ws", echo)
	mux.HandleFunc("GET /check/events", event)
	mux.HandleFunc("GET /check/phone.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		_, _ = w.Write(script)
	})
}

// open begins a check and tells the laptop what to show.
func (c *Checks) open(w http.ResponseWriter, _ *http.Request) {
	id := make([]byte, 4)
	_, _ = rand.Read(id) // never fails
	name := fmt.Sprintf("%x", id)
	c.mu.Lock()
	for k, o := range c.all {
		if c.now().Sub(o.began) > life {
			delete(c.all, k)
		}
	}
	if len(c.all) >= maxChecks {
		delete(c.all, c.oldest())
	}
	c.all[name] = &one{began: c.now(), changed: make(chan struct{})}
	c.mu.Unlock()
	to := c.base + "check/phone?t=" + name
	rows, err := phone.QR(to)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	c.mark(w, name)
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(map[string]string{
		"t": name, "address": to, "chosen": c.address, "svg": "data:image/svg+xml," + url.PathEscape(phone.SVG(rows)),
	})
}

// oldest is the check that began first. The checks are locked.
func (c *Checks) oldest() (name string) {
	for k, o := range c.all {
		if name == "" || o.began.Before(c.all[name].began) {
			name = k
		}
	}
	return name
}

// find is the check of a name, nil where it is over or never was.
func (c *Checks) find(name string) *one {
	c.mu.Lock()
	defer c.mu.Unlock()
	if o := c.all[name]; o != nil && c.now().Sub(o.began) <= life {
		return o
	}
	return nil
}

// change changes a check's phones and tells the laptop.
func (c *Checks) change(o *one, how func([]Phone) []Phone) {
	c.mu.Lock()
	defer c.mu.Unlock()
	o.phones = how(o.phones)
	close(o.changed)
	o.changed = make(chan struct{})
}

// seen tells the laptop of its phones, as they come.
func (c *Checks) seen(w http.ResponseWriter, r *http.Request) {
	o := c.find(r.URL.Query().Get("t"))
	if o == nil {
		http.Error(w, "no such check", http.StatusNotFound)
		return
	}
	stream(w)
	for {
		c.mu.Lock()
		phones, changed := slices.Clone(o.phones), o.changed
		c.mu.Unlock()
		body, err := json.Marshal(phones)
		if err != nil {
			return
		}
		if _, err := fmt.Fprintf(w, "data: %s\n\n", body); err != nil {
			return
		}
		if http.NewResponseController(w).Flush() != nil {
			return
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		}
	}
}

func stream(w http.ResponseWriter) {
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("X-Accel-Buffering", "no") // nginx would hold it back
	w.WriteHeader(http.StatusOK)
}

var (
	//go:embed phone.html
	page string
	//go:embed phone.js
	script []byte

	pages = template.Must(template.New("").Parse(page))
)

// page greets a phone: that it is seen at all is the answer to the question.
func (c *Checks) page(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("t")
	n, full := 0, false
	if o := c.find(name); o != nil {
		c.change(o, func(p []Phone) []Phone {
			if full = len(p) >= maxPhones; full {
				return p
			}
			n = len(p) + 1
			return append(p, Phone{N: n, Self: c.self(r, name)})
		})
	}
	var out bytes.Buffer
	if err := pages.Execute(&out, map[string]any{"Name": name, "N": n, "Full": full, "Version": phone.Version()}); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write(out.Bytes())
}

// selfCookie marks the browser that a check was begun with.
const selfCookie = "check"

func (c *Checks) mark(w http.ResponseWriter, name string) {
	base, err := url.Parse(c.base)
	if err != nil {
		return
	}
	http.SetCookie(w, &http.Cookie{ //nolint:gosec // a room's own network has no https; where the address has, the cookie is Secure
		Name: selfCookie, Value: name, Path: base.EscapedPath() + "check/", MaxAge: int(life.Seconds()),
		HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: base.Scheme == "https",
	})
}

// self tells whether a request comes from the laptop that the check was begun
// at: by the same browser or, where that can be seen, from this very computer.
func (c *Checks) self(r *http.Request, name string) bool {
	if mark, err := r.Cookie(selfCookie); err == nil && mark.Value == name {
		return true
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil || c.proxied {
		return false
	}
	u, err := url.Parse(c.base)
	return net.ParseIP(host).IsLoopback() || err == nil && u.Hostname() == host
}

// report takes what a phone's script found.
func (c *Checks) report(w http.ResponseWriter, r *http.Request) {
	var m struct {
		T string `json:"t"`
		Phone
	}
	r.Body = http.MaxBytesReader(w, r.Body, 256)
	d := json.NewDecoder(r.Body)
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil || m.MS < 0 || m.MS > 60_000 {
		http.Error(w, "that is no report", http.StatusBadRequest)
		return
	}
	o := c.find(m.T)
	if o == nil {
		http.Error(w, "no such check", http.StatusNotFound)
		return
	}
	c.change(o, func(p []Phone) []Phone {
		if m.N >= 1 && m.N <= len(p) {
			was := p[m.N-1]
			p[m.N-1] = Phone{N: was.N, Self: was.Self, Done: true, MS: m.MS, Socket: m.Socket, Events: m.Events}
		}
		return p
	})
	w.WriteHeader(http.StatusNoContent)
}

// echo says back one short message, over a socket.
func echo(w http.ResponseWriter, r *http.Request) {
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{InsecureSkipVerify: true}) // the origin is seen to at the door
	if err != nil {
		return // answered already
	}
	defer func() { _ = conn.CloseNow() }()
	conn.SetReadLimit(64)
	ctx, cancel := context.WithTimeout(r.Context(), 20*time.Second)
	defer cancel()
	for range 10 {
		kind, body, err := conn.Read(ctx)
		if err != nil || conn.Write(ctx, kind, body) != nil {
			return
		}
	}
	_ = conn.Close(websocket.StatusNormalClosure, "")
}

// event sends one server-sent event and stays a moment: a proxy that holds
// answers back until they end shows itself so.
func event(w http.ResponseWriter, r *http.Request) {
	stream(w)
	_, err := fmt.Fprintf(w, "data: %s\n\n", strconv.Quote("here"))
	if err = errors.Join(err, http.NewResponseController(w).Flush()); err != nil {
		return
	}
	t := time.NewTimer(8 * time.Second)
	defer t.Stop()
	select {
	case <-t.C:
	case <-r.Context().Done():
	}
}
