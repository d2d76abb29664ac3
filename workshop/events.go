package workshop

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"
)

// phoneEvents tells a seat what changes by server-sent events, where
// WebSockets are cut on the way.
func (s *Server) phoneEvents(w http.ResponseWriter, req *http.Request) {
	r, seat, ok := s.guest(w, req)
	if !ok {
		return
	}
	l := &listener{room: r, seat: seat, say: func(r *room) any { return r.phoneState(seat) }}
	s.stream(w, req, l, false)
}

// hostEvents is the same for a laptop, which holds the room from then on.
func (s *Server) hostEvents(w http.ResponseWriter, req *http.Request) {
	r, as, ok := s.bearer(w, req)
	if !ok {
		return
	}
	if as == "" {
		as = newToken()
	}
	if err := r.hold(req.Context(), as); err != nil {
		refuse(w, err)
		return
	}
	s.stream(w, req, &listener{room: r, say: s.hostView(as), gap: hostGap}, true)
}

// hostPost does one command.
func (s *Server) hostPost(w http.ResponseWriter, req *http.Request) {
	r, as, ok := s.bearer(w, req)
	if !ok {
		return
	}
	b, err := io.ReadAll(http.MaxBytesReader(w, req.Body, maxHostMessage))
	if err != nil {
		refuse(w, errMessage)
		return
	}
	cmd, err := readCommand(b)
	if err == nil {
		err = r.command(req.Context(), as, cmd)
	}
	status := http.StatusOK
	if err != nil {
		status = statusOf(err)
	}
	sendJSON(w, status, cmd.answer(err))
}

// bearer finds the room and checks the host's secret. ?as= names the laptop.
func (s *Server) bearer(w http.ResponseWriter, req *http.Request) (r *room, as string, ok bool) {
	r, err := s.room(req.Context(), req.PathValue("code"))
	secret, bears := strings.CutPrefix(req.Header.Get("Authorization"), "Bearer ")
	as = req.URL.Query().Get("as")
	switch {
	case err != nil:
	case !bears || !r.isHost(secret):
		err = errSecret
	case len(as) > 40:
		err = errMessage
	}
	if err != nil {
		refuse(w, err)
		return nil, "", false
	}
	return r, as, true
}

// stream serves one listener by server-sent events, until it is gone.
func (s *Server) stream(w http.ResponseWriter, req *http.Request, l *listener, host bool) {
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no") // nginx would keep it back
	out := &eventStream{w: w, c: http.NewResponseController(w), end: make(chan struct{})}
	l.send = func(b []byte) error { return out.write(b) }
	l.cut = out.close
	s.serve(l, host, func() {
		select {
		case <-req.Context().Done():
		case <-out.end:
		case <-s.closed:
		}
	})
	out.close()
	_ = out.c.SetWriteDeadline(time.Time{}) // the connection may serve again
}

// eventStream writes to a response from several goroutines, until its handler
// returns.
type eventStream struct {
	mu   sync.Mutex
	w    http.ResponseWriter
	c    *http.ResponseController
	end  chan struct{}
	done bool
}

var errCut = errors.New("rooms: the connection was cut")

func (e *eventStream) write(data []byte) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.done {
		return errCut
	}
	_ = e.c.SetWriteDeadline(time.Now().Add(writeTime)) // where it cannot be set, only this phone hangs
	for _, b := range [][]byte{[]byte("data: "), data, []byte("\n\n")} {
		if _, err := e.w.Write(b); err != nil {
			return err
		}
	}
	return e.c.Flush()
}

// close is safe to call again, and from anywhere.
func (e *eventStream) close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !e.done {
		e.done = true
		close(e.end)
	}
}

// encode writes what guests are told. They are structs of strings, numbers
// and flags; <, > and & are escaped, so that it is no markup wherever it ends up.
func encode(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}
