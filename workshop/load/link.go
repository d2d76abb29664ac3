package load

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/coder/websocket"
)

// link is how a phone is connected: by a WebSocket, or by server-sent events
// and POST.
type link interface {
	// read is the next thing the phone is told.
	read(ctx context.Context) ([]byte, error)
	// vote sends a vote; what is answered may be read, or given at once.
	vote(ctx context.Context, message string) ([]byte, error)
	// cut ends it without a word. It may be called from anywhere.
	cut()
}

type socketLink struct{ conn *websocket.Conn }

func (l socketLink) read(ctx context.Context) ([]byte, error) {
	_, b, err := l.conn.Read(ctx)
	return b, err
}

func (l socketLink) vote(ctx context.Context, message string) ([]byte, error) {
	return nil, l.conn.Write(ctx, websocket.MessageText, []byte(message))
}

func (l socketLink) cut() { _ = l.conn.CloseNow() }

// eventsLink listens to server-sent events and votes by POST.
type eventsLink struct {
	phone *phone
	room  string // address of the room, ending in its code
	body  io.ReadCloser
	lines *bufio.Scanner
	stop  context.CancelFunc
}

var errEnded = errors.New("the events ended")

func (l eventsLink) read(context.Context) ([]byte, error) {
	for l.lines.Scan() {
		if data, ok := bytes.CutPrefix(l.lines.Bytes(), []byte("data: ")); ok {
			return bytes.Clone(data), nil
		}
	}
	return nil, errors.Join(errEnded, l.lines.Err())
}

func (l eventsLink) vote(ctx context.Context, message string) ([]byte, error) {
	r, err := l.phone.request(ctx, http.MethodPost, l.room+"/vote", message)
	if err != nil {
		return nil, err
	}
	a, err := l.phone.crowd.client.Do(r)
	if err != nil {
		return nil, err
	}
	defer a.Body.Close()
	return io.ReadAll(a.Body)
}

func (l eventsLink) cut() {
	l.stop()
	_ = l.body.Close()
}

// dial connects a phone in its way.
func (p *phone) dial(ctx context.Context, at string) (link, error) {
	room := at + "j/" + p.crowd.Code
	if p.crowd.Events > 0 && p.n%p.crowd.Events == 0 {
		return p.listenTo(ctx, room)
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	c, _, err := websocket.Dial(ctx, "ws"+strings.TrimPrefix(room, "http")+"/ws", &websocket.DialOptions{ //nolint:bodyclose // a socket has none
		HTTPHeader: http.Header{"Cookie": {p.cookie}}, HTTPClient: p.crowd.dialer,
	})
	if err != nil {
		return nil, err
	}
	return socketLink{c}, nil
}

func (p *phone) listenTo(ctx context.Context, room string) (link, error) {
	ctx, stop := context.WithCancel(ctx)
	r, err := p.request(ctx, http.MethodGet, room+"/events", "")
	if err != nil {
		stop()
		return nil, err
	}
	a, err := p.crowd.dialer.Do(r)
	if err == nil && a.StatusCode != http.StatusOK {
		_ = a.Body.Close()
		err = errors.New(a.Status)
	}
	if err != nil {
		stop()
		return nil, err
	}
	return eventsLink{phone: p, room: room, body: a.Body, lines: bufio.NewScanner(a.Body), stop: stop}, nil
}

// request is one of this phone's, with its seat.
func (p *phone) request(ctx context.Context, method, to, body string) (*http.Request, error) {
	r, err := http.NewRequestWithContext(ctx, method, to, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Accept", "application/json")
	if p.cookie != "" {
		r.Header.Set("Cookie", p.cookie)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	return r, nil
}
