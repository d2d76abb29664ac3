package workshop

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"earned/workshop/phone"
)

// socket opens a phone's socket.
func (p handset) socket() *websocket.Conn {
	p.t.Helper()
	c, _, err := websocket.Dial(p.t.Context(), "ws"+strings.TrimPrefix(p.url, "http")+"j/"+p.code+"/ws", &websocket.DialOptions{HTTPClient: p.Client})
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { _ = c.CloseNow() })
	return c
}

// told is the next message of a socket.
func (h *hall) told(c *websocket.Conn) string {
	h.t.Helper()
	ctx, cancel := context.WithTimeout(h.t.Context(), 10*time.Second)
	defer cancel()
	_, b, err := c.Read(ctx)
	if err != nil {
		h.t.Fatal(err)
	}
	return string(b)
}

func (h *hall) says(c *websocket.Conn, message string) {
	h.t.Helper()
	if err := c.Write(h.t.Context(), websocket.MessageText, []byte(message)); err != nil {
		h.t.Fatal(err)
	}
}

// Over a socket a vote is answered by the state in which it is counted, or by
// why it is not.
func TestVotesOverASocket(t *testing.T) {
	h := newHall(t, Options{})
	c := h.seated().socket()
	h.told(c) // nothing asked
	refused := func(message string, why phone.Why) {
		t.Helper()
		h.says(c, message)
		got := h.told(c)
		for strings.Contains(got, `"view"`) { // the state, told again
			got = h.told(c)
		}
		var a phone.Answer
		if json.Unmarshal([]byte(got), &a) != nil || a.OK || a.Why != why {
			t.Errorf("%s: told %s, want %q", message, got, why)
		}
	}
	refused(`{"round":1,"offer":0}`, phone.Late) // not asked yet
	h.host(question)
	h.told(c)
	refused(`{"round":1,"offer":2}`, phone.NotOffer)
	refused(`{"round":1,"offer":-1}`, phone.NotOffer)
	refused(`{"round":2,"offer":0}`, phone.Late)
	refused(`{"round":0,"offer":0}`, phone.Late)
	for _, malformed := range []string{``, `null`, `[]`, `{}`, `{"round":1}`, `{"round":1,"offer":"0"}`, `{"round":1,"offer":0`, `{"round":1,"offer":1e99}`, "\xff"} {
		refused(malformed, phone.Malformed)
	}
	h.says(c, `{"round":1,"offer":1}`)
	if got := h.told(c); !strings.Contains(got, `"voted":true`) {
		t.Errorf("told %s", got)
	}
	refused(`{"round":1,"offer":0}`, phone.Again)
	h.host(`{"do":"close"}`)
	h.told(c)
	refused(`{"round":1,"offer":0}`, phone.Again)
	h.counts(0, 1)
	h.host(`{"do":"open","round":2,"asks":"?","offers":["a","b"]}`)
	h.host(`{"do":"close"}`)
	other := h.seated().socket()
	h.told(other)
	c = other
	refused(`{"round":2,"offer":0}`, phone.Late)
	h.counts(0, 0)
}

// Who sends what no phone sends is cut: too much, bytes, or nonsense again and
// again.
func TestASocketThatMisbehavesIsCut(t *testing.T) {
	h := newHall(t, Options{})
	h.host(question)
	for name, send := range map[string]func(c *websocket.Conn) error{
		"too long": func(c *websocket.Conn) error {
			return c.Write(t.Context(), websocket.MessageText, []byte(`{"round":1,"offer":0}`+strings.Repeat(" ", maxPhoneMessage)))
		},
		"a megabyte": func(c *websocket.Conn) error {
			return c.Write(t.Context(), websocket.MessageText, make([]byte, 1<<20))
		},
		"binary": func(c *websocket.Conn) error {
			return c.Write(t.Context(), websocket.MessageBinary, []byte(`{"round":1,"offer":0}`))
		},
		"nonsense": func(c *websocket.Conn) error {
			for range maxWrong {
				if err := c.Write(t.Context(), websocket.MessageText, []byte("nonsense")); err != nil {
					return err
				}
			}
			return nil
		},
	} {
		c := h.seated().socket()
		_ = send(c) // it may be cut before all is sent
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		var err error
		for err == nil {
			_, _, err = c.Read(ctx)
		}
		if ctx.Err() != nil {
			t.Errorf("%s: still connected", name)
		}
		cancel()
	}
	h.counts(0, 0)
}

// A wrong secret closes for good; a room that many try to hold, for a while,
// and those who are in it are not disturbed.
func TestAHostIsGreetedOrToldWhy(t *testing.T) {
	h := newHall(t, Options{})
	hello := func(message string) websocket.StatusCode {
		c, _, err := websocket.Dial(t.Context(), "ws"+strings.TrimPrefix(h.url, "http")+"rooms/"+h.code+"/host", nil)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.CloseNow() })
		c.SetReadLimit(1 << 16)
		if message == "" {
			return 0 // says nothing
		}
		h.says(c, message)
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		_, _, err = c.Read(ctx)
		return websocket.CloseStatus(err)
	}
	right := `{"secret":"` + h.secret + `"}`
	for message, want := range map[string]websocket.StatusCode{right: -1, `{"secret":"x"}`: 1008, `{}`: 1008, `nonsense`: 1008, `{"secret":"` + h.secret + `","as":"` + strings.Repeat("x", 41) + `"}`: 1008} {
		if got := hello(message); got != want {
			t.Errorf("%s: closed with %d, want %d", message, got, want)
		}
	}
	r, _ := h.server.room(t.Context(), h.code)
	for range maxGreeting {
		r.greet(1)
	}
	if got := hello(right); got != websocket.StatusTryAgainLater {
		t.Errorf("one too many: closed with %d", got)
	}
	r.greet(-1)
	if got := hello(right); got != -1 {
		t.Errorf("closed with %d", got)
	}
}

// Someone without a seat may look on, and cannot vote.
func TestWithoutASeatThereIsNoVote(t *testing.T) {
	h := newHall(t, Options{})
	h.host(question)
	c := h.phone().socket()
	if got := h.told(c); !strings.Contains(got, `"view":"sit"`) {
		t.Errorf("told %s", got)
	}
	h.says(c, `{"round":1,"offer":0}`)
	if got := h.told(c); !strings.Contains(got, string(phone.NoSeat)) {
		t.Errorf("told %s", got)
	}
	h.counts(0, 0)
}

// A phone that changes its network again and again leaves no more than a few
// connections behind.
func TestASeatHasFewConnections(t *testing.T) {
	h := newHall(t, Options{})
	p := h.seated()
	first := p.socket()
	h.told(first)
	for range seatListeners {
		h.told(p.socket())
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	if _, _, err := first.Read(ctx); err == nil || ctx.Err() != nil {
		t.Errorf("the oldest is still connected: %v", err)
	}
	r, _ := h.server.room(t.Context(), h.code)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.here != 1 {
		t.Errorf("%d seats are here, want 1", r.here)
	}
}

// What is typed by a host is no markup in any message.
func TestMarkupIsEscapedInMessages(t *testing.T) {
	h := newHall(t, Options{})
	c := h.seated().socket()
	h.told(c)
	h.host(`{"do":"open","round":1,"asks":"<script>alert(1)</script>","offers":["<img src=x onerror=alert(1)>","\u202eb\u0000</script>"]}`)
	got := h.told(c)
	if strings.ContainsAny(got, "<>\x00") || strings.Contains(got, "\u202e") || !strings.Contains(got, `\u003cscript\u003e`) {
		t.Errorf("told %s", got)
	}
}

// Where sockets are cut on the way, a seat is told by server-sent events, and
// so is a host; everything else is a plain POST.
func TestARoundByEventsAndPost(t *testing.T) {
	h := newHall(t, Options{})
	p := h.seated()
	phone := h.events(p.Client, "j/"+h.code+"/events", "")
	host := h.events(http.DefaultClient, "rooms/"+h.code+"/host/events?as=laptop", h.secret)
	phone.until(`"view":"wait"`)
	host.until(`"held":true`)
	h.host(question)
	phone.until(`"view":"vote"`)
	if a := p.post("vote", `{"round":1,"offer":1}`); !a.OK {
		t.Fatal(a)
	}
	phone.until(`"voted":true`)
	host.until(`"votes":1`)
	h.host(`{"do":"close"}`)
	host.until(`"counts":[0,1]`)
	h.host(`{"do":"reveal"}`)
	phone.until(`"revealed":true`)
	if status, body := h.command("x", `{"do":"close"}`); status != http.StatusUnauthorized {
		t.Errorf("%d %s", status, body)
	}
	taken := h.events(http.DefaultClient, "rooms/"+h.code+"/host/events?as=another", h.secret)
	taken.until(`"held":true`)
	host.until(`"held":false`)
}

// eventReader reads server-sent events.
type eventReader struct {
	*hall
	lines *bufio.Scanner
}

func (h *hall) events(c *http.Client, path, secret string) eventReader {
	h.t.Helper()
	r := h.request(http.MethodGet, path, "")
	if secret != "" {
		r.Header.Set("Authorization", "Bearer "+secret)
	}
	a, err := c.Do(r)
	if err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { _ = a.Body.Close() })
	if a.StatusCode != http.StatusOK || a.Header.Get("Content-Type") != "text/event-stream" {
		b, _ := io.ReadAll(a.Body)
		h.t.Fatalf("%s %s", a.Status, b)
	}
	return eventReader{h, bufio.NewScanner(a.Body)}
}

// until reads on to a message that holds part.
func (e eventReader) until(part string) {
	e.t.Helper()
	for e.lines.Scan() {
		if line := e.lines.Text(); strings.HasPrefix(line, "data: ") && strings.Contains(line, part) {
			return
		}
	}
	e.t.Fatalf("%s was not told: %v", part, errors.Join(e.lines.Err(), io.ErrUnexpectedEOF))
}
