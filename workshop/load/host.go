package load

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/coder/websocket"
)

// Room is what making a room gives.
type Room struct {
	Code, Secret, Join string
}

// MakeRoom makes a room at the server.
func MakeRoom(ctx context.Context, at string) (Room, error) {
	var room Room
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, at+"rooms", http.NoBody)
	if err != nil {
		return room, err
	}
	r, err := http.DefaultClient.Do(req)
	if err != nil {
		return room, err
	}
	defer r.Body.Close()
	if r.StatusCode != http.StatusCreated {
		return room, fmt.Errorf("making a room: %s", r.Status)
	}
	return room, json.NewDecoder(r.Body).Decode(&room)
}

// Snapshot is what a host is told of its room.
type Snapshot struct {
	Seats, Here, Round, Votes    int
	Open, Revealed, Locked, Held bool
	Over                         bool
	Tables                       [2]int
	Counts                       []int
	Kept                         string
}

// Command is what a host says.
type Command struct {
	ID     int64    `json:"id"`
	Do     string   `json:"do"`
	Round  int      `json:"round,omitempty"`
	Kind   string   `json:"kind,omitempty"`
	Asks   string   `json:"asks,omitempty"`
	Offers []string `json:"offers,omitempty"`
	Table  int      `json:"table,omitempty"`
	Seat   int      `json:"seat,omitempty"`
	Text   string   `json:"text,omitempty"`
	State  string   `json:"state,omitempty"`
}

// Host is a laptop that holds a room.
type Host struct {
	conn *websocket.Conn

	mu      sync.Mutex
	changed chan struct{}
	last    Snapshot
	first   bool // a snapshot has come
	answers map[int64]string
	id      int64
	err     error // why the connection ended
}

// Dial connects a host, which takes the room under the name as.
func Dial(ctx context.Context, at string, room Room, as string) (*Host, error) {
	c, _, err := websocket.Dial(ctx, "ws"+strings.TrimPrefix(at, "http")+"rooms/"+room.Code+"/host", nil) //nolint:bodyclose // a socket has none
	if err != nil {
		return nil, err
	}
	c.SetReadLimit(1 << 20)
	hello, _ := json.Marshal(map[string]string{"secret": room.Secret, "as": as})
	if err := c.Write(ctx, websocket.MessageText, hello); err != nil {
		return nil, err
	}
	h := &Host{conn: c, changed: make(chan struct{}), answers: map[int64]string{}}
	go h.read(context.WithoutCancel(ctx))
	_, err = h.Until(ctx, func(Snapshot) bool { return true })
	return h, err
}

// Redial connects a host again and again until it is let in.
func Redial(ctx context.Context, at string, room Room, as string) (*Host, error) {
	for {
		h, err := Dial(ctx, at, room, as)
		if err == nil {
			return h, nil
		}
		select {
		case <-ctx.Done():
			return nil, err
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func (h *Host) read(ctx context.Context) {
	for {
		_, b, err := h.conn.Read(ctx)
		var m struct {
			Room          *Snapshot
			Done, Refused int64
			Why           string
		}
		if err == nil {
			err = json.NewDecoder(bytes.NewReader(b)).Decode(&m)
		}
		h.mu.Lock()
		switch {
		case err != nil:
			h.err = err
		case m.Room != nil:
			kept := h.last.Kept
			h.last, h.first = *m.Room, true
			if h.last.Kept == "" {
				h.last.Kept = kept
			}
		case m.Done != 0:
			h.answers[m.Done] = ""
		case m.Refused != 0:
			h.answers[m.Refused] = m.Why
		}
		close(h.changed)
		h.changed = make(chan struct{})
		h.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// Until waits for a snapshot.
func (h *Host) Until(ctx context.Context, is func(Snapshot) bool) (Snapshot, error) {
	var last Snapshot
	err := h.wait(ctx, func() bool { last = h.last; return h.first && is(h.last) })
	if err != nil {
		err = fmt.Errorf("the host last saw %+v: %w", last, err)
	}
	return last, err
}

// wait waits for what holds while the mutex is held.
func (h *Host) wait(ctx context.Context, is func() bool) error {
	for {
		h.mu.Lock()
		ok, err, changed := is(), h.err, h.changed
		h.mu.Unlock()
		switch {
		case ok:
			return nil
		case err != nil:
			return err
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// ErrRefused is a command that the server refused.
var ErrRefused = errors.New("refused")

// Do does a command, and returns when the room is so.
func (h *Host) Do(ctx context.Context, c Command) error {
	h.mu.Lock()
	h.id++
	c.ID = h.id
	h.mu.Unlock()
	b, err := json.Marshal(c)
	if err != nil {
		return err
	}
	if err := h.conn.Write(ctx, websocket.MessageText, b); err != nil {
		return err
	}
	why := ""
	if err := h.wait(ctx, func() bool { w, ok := h.answers[c.ID]; why = w; return ok }); err != nil {
		return err
	}
	if why != "" {
		return fmt.Errorf("%s: %w: %s", c.Do, ErrRefused, why)
	}
	return nil
}

// Open asks the room for one of n offers.
func (h *Host) Open(ctx context.Context, round, n int) error {
	offers := []string{
		"Nine months. Who had to stand up and explain that?", "I hear you. Let me show you what we have done since then.",
		"Six weeks was never going to hold; I would not promise it either.", "What would have to be different this time?",
	}
	for len(offers) < n {
		offers = append(offers, fmt.Sprintf("Offer %d", len(offers)+1))
	}
	return h.Do(ctx, Command{Do: "open", Round: round, Kind: "reply", Asks: "We've been burned before. They promised six weeks. It took nine months.", Offers: offers[:n]})
}

// Close ends the connection.
func (h *Host) Close() { _ = h.conn.CloseNow() }
