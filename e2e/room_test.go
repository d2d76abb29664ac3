package e2e

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"earned/workshop"
)

// hall is a server with the game and one room, whose host is the test, over a
// network that can be cut.
type hall struct {
	t            *testing.T
	url          string // ends in /
	code, secret string
	net          *wire
	round        int

	options workshop.Options
	rooms   *workshop.Server
	handler atomic.Pointer[http.Handler]
}

// wire is a listener whose connections can be cut, all at once and until
// mended: what a phone meets that leaves the network.
type wire struct {
	net.Listener
	mu   sync.Mutex
	all  map[net.Conn]bool
	down bool
}

func (w *wire) Accept() (net.Conn, error) {
	for {
		c, err := w.Listener.Accept()
		if err != nil {
			return nil, err
		}
		w.mu.Lock()
		down := w.down
		if !down {
			w.all[c] = true
		}
		w.mu.Unlock()
		if !down {
			return c, nil
		}
		_ = c.Close()
	}
}

// cut ends every connection; no new one is taken until mend.
func (w *wire) cut() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.down = true
	for c := range w.all {
		_ = c.Close()
	}
	clear(w.all)
}

func (w *wire) mend() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.down = false
}

// newHall serves the game with rooms, and makes one.
func newHall(t *testing.T) *hall {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	h := &hall{t: t, url: "http://" + l.Addr().String() + "/", net: &wire{Listener: l, all: map[net.Conn]bool{}}}
	h.options = workshop.Options{Base: h.url, Address: "By this test.", Data: t.TempDir()}
	h.start()
	server := &http.Server{ReadHeaderTimeout: 10 * time.Second, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		(*h.handler.Load()).ServeHTTP(w, r)
	})}
	go func() { _ = server.Serve(h.net) }()
	t.Cleanup(func() {
		_ = h.rooms.Close()
		_ = server.Close()
	})
	var room struct{ Code, Secret, Join string }
	h.post("rooms", "", &room)
	h.code, h.secret = room.Code, room.Secret
	if room.Join != h.url+"j/"+h.code {
		t.Fatalf("phones are to open %q", room.Join)
	}
	return h
}

// start opens the rooms beside the game.
func (h *hall) start() {
	h.t.Helper()
	if pages == nil {
		h.t.Fatal("this test needs the site served here: leave out -url")
	}
	var err error
	if h.rooms, err = workshop.New(h.t.Context(), h.options); err != nil {
		h.t.Fatal(err)
	}
	handler := h.rooms.Beside(pages)
	h.handler.Store(&handler)
}

// restart stops the server and starts it again, at the same address.
func (h *hall) restart() {
	h.t.Helper()
	h.net.cut()
	_ = h.rooms.Close()
	h.start()
	h.net.mend()
}

func (h *hall) post(path, body string, answer any) {
	h.t.Helper()
	r, err := http.NewRequestWithContext(h.t.Context(), http.MethodPost, h.url+path, strings.NewReader(body))
	if err != nil {
		h.t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+h.secret)
	a, err := http.DefaultTransport.(*http.Transport).Clone().RoundTrip(r) // a connection of its own: the last may have been cut
	if err != nil {
		h.t.Fatal(err)
	}
	defer a.Body.Close()
	said, err := io.ReadAll(a.Body)
	if err != nil || a.StatusCode >= 300 || json.Unmarshal(said, answer) != nil {
		h.t.Fatalf("%s %s: %s %s (%v)", path, body, a.Status, said, err)
	}
}

// do has the host do something.
func (h *hall) do(command string) {
	h.t.Helper()
	var done struct{ Done int }
	h.post("rooms/"+h.code+"/host", command, &done)
}

// ask opens the next round.
func (h *hall) ask(question string, offers ...string) {
	h.t.Helper()
	h.round++
	h.askTable(0, question, offers...)
}

func (h *hall) askTable(table int, question string, offers ...string) {
	h.t.Helper()
	b, err := json.Marshal(map[string]any{"id": 1, "do": "open", "round": h.round, "kind": "reply", "asks": question, "offers": offers, "table": table})
	if err != nil {
		h.t.Fatal(err)
	}
	h.do(string(b))
}

// counted closes the round and checks its counts, as the host is told them.
func (h *hall) counted(want ...int) {
	h.t.Helper()
	h.do(`{"do":"close"}`)
	r, err := http.NewRequestWithContext(h.t.Context(), http.MethodGet, h.url+"rooms/"+h.code+"/host/events", nil)
	if err != nil {
		h.t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+h.secret)
	a, err := http.DefaultTransport.(*http.Transport).Clone().RoundTrip(r)
	if err != nil {
		h.t.Fatal(err)
	}
	defer a.Body.Close()
	for d := json.NewDecoder(dataOf(a.Body)); ; {
		var said struct {
			Room struct {
				Counts []int
				Votes  int
			}
		}
		if err := d.Decode(&said); err != nil {
			h.t.Fatal(err)
		}
		if said.Room.Counts != nil {
			if got := fmt.Sprint(said.Room.Counts); got != fmt.Sprint(want) {
				h.t.Errorf("counted %s, want %v", got, want)
			}
			return
		}
	}
}

// dataOf is what server-sent events say, without what is around it.
func dataOf(events io.Reader) io.Reader {
	out, in := io.Pipe()
	go func() {
		buf := make([]byte, 64<<10)
		for {
			n, err := events.Read(buf)
			_, err2 := in.Write([]byte(strings.ReplaceAll(string(buf[:n]), "data: ", "")))
			if err != nil || err2 != nil {
				_ = in.CloseWithError(io.EOF)
				return
			}
		}
	}()
	return out
}

// phone opens the room's page on a phone.
func (h *hall) phone(t *testing.T, o opening) *page {
	t.Helper()
	if o.size == (size{}) {
		o.size = phone
	}
	o.touch = true
	if o.url == "" {
		o.url = h.url + "j/" + h.code
	}
	return open(t, o)
}

// seated is one that has taken its seat.
func (h *hall) seated(t *testing.T, o opening) *page {
	t.Helper()
	p := h.phone(t, o)
	p.push("Take a seat")
	p.heads("Look up")
	return p
}

// heads waits for the heading that is seen.
func (p *page) heads(title string) tree {
	p.t.Helper()
	return p.wait("the heading "+title, func(tr tree) bool { return tr.has("heading", title) })
}

// votes chooses an answer and sends it.
func (p *page) votes(answer string) {
	p.t.Helper()
	p.pressItem(p.find("radio", answer))
	p.push("Send")
}
