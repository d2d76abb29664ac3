package workshop

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"time"

	"github.com/coder/websocket"

	"earned/workshop/phone"
)

const (
	writeTime = 5 * time.Second // for one message; a phone that takes longer is cut, and comes again
	helloTime = 5 * time.Second // for a host's first message
	beatEvery = 20 * time.Second
	beatTime  = 15 * time.Second // for the answer to a ping
	maxWrong  = 50               // messages that made no sense, before a phone is cut
)

// accept upgrades to a WebSocket. Whose page asks was checked at the gate,
// which knows the public address too.
func accept(w http.ResponseWriter, r *http.Request, limit int64) *websocket.Conn {
	c, err := websocket.Accept(lean{w}, r, &websocket.AcceptOptions{InsecureSkipVerify: true})
	if err != nil {
		return nil // answered
	}
	c.SetReadLimit(limit)
	return c
}

// lean gives a connection that is taken over small buffers in place of the
// server's two of 4 kB: messages are short, and phones many.
type lean struct{ http.ResponseWriter }

const leanBuffer = 512

// Hijack implements http.Hijacker.
func (l lean) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	c, rw, err := http.NewResponseController(l.ResponseWriter).Hijack()
	if err != nil || rw.Reader.Buffered() > 0 {
		return c, rw, err
	}
	return c, bufio.NewReadWriter(bufio.NewReaderSize(c, leanBuffer), bufio.NewWriterSize(c, leanBuffer)), nil
}

// socket makes a listener of a WebSocket.
func socket(r *room, c *websocket.Conn) *listener {
	return &listener{
		room: r,
		send: func(b []byte) error { return write(c, b) },
		cut:  func() { _ = c.CloseNow() },
		ping: func() {
			ctx, cancel := context.WithTimeout(context.Background(), beatTime)
			defer cancel()
			if c.Ping(ctx) != nil {
				_ = c.CloseNow()
			}
		},
	}
}

func write(c *websocket.Conn, b []byte) error {
	ctx, cancel := context.WithTimeout(context.Background(), writeTime)
	defer cancel()
	return c.Write(ctx, websocket.MessageText, b)
}

// read reads one text message into buf.
func read(c *websocket.Conn, buf []byte) ([]byte, error) {
	t, r, err := c.Reader(context.Background())
	if err != nil {
		return nil, err
	}
	if t != websocket.MessageText {
		return nil, errMessage
	}
	n, err := io.ReadFull(r, buf)
	if err == nil {
		return nil, errMessage // it fills the buffer, which is longer than any message may be
	}
	if !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return buf[:n], nil
}

// phoneSocket connects a seat, or someone who has none yet.
func (s *Server) phoneSocket(w http.ResponseWriter, req *http.Request) {
	r, seat, ok := s.guest(w, req)
	if !ok {
		return
	}
	c := accept(w, req, maxPhoneMessage)
	if c == nil {
		return
	}
	l := socket(r, c)
	l.seat = seat
	l.say = func(r *room) any { return r.phoneState(seat) }
	// The handler's goroutine has grown; a small one reads from here on.
	go s.serve(l, false, func() { readVotes(l, c) })
}

// serve keeps a listener connected while run does its work.
func (s *Server) serve(l *listener, host bool, run func()) {
	if l.attach(host) {
		s.beats.add(l)
		run()
		s.beats.remove(l)
		l.detach()
	}
	l.cut()
}

// readVotes takes a phone's votes until it is gone. A vote that counts is
// answered by the state, in which it is counted; one that does not, by why.
func readVotes(l *listener, c *websocket.Conn) {
	buf := make([]byte, maxPhoneMessage+1)
	for wrong := 0; wrong < maxWrong; {
		b, err := read(c, buf)
		if err != nil {
			return
		}
		round, offer, err := readVote(b)
		if err == nil {
			err = l.room.vote(context.Background(), l.seat, round, offer)
		}
		if err != nil {
			wrong++
			if l.send(encode(phone.Answer{Why: reason(err)})) != nil {
				return
			}
		}
	}
}

// readVote reads a phone's message: errMessage if it is not one.
func readVote(b []byte) (round, offer int, err error) {
	var v struct {
		Round int  `json:"round"`
		Offer *int `json:"offer"`
	}
	if len(b) > maxPhoneMessage || json.Unmarshal(b, &v) != nil || v.Offer == nil {
		return 0, 0, errMessage
	}
	return v.Round, *v.Offer, nil
}

// hostSocket connects a laptop. Its first message holds the secret.
func (s *Server) hostSocket(w http.ResponseWriter, req *http.Request) {
	r, err := s.room(req.Context(), req.PathValue("code"))
	if err != nil {
		refuse(w, err)
		return
	}
	if c := accept(w, req, maxHostMessage); c != nil {
		go s.host(r, c)
	}
}

func (s *Server) host(r *room, c *websocket.Conn) {
	as, err := s.greet(r, c)
	if err != nil {
		code := websocket.StatusTryAgainLater
		if errors.Is(err, errSecret) || errors.Is(err, errMessage) {
			code = websocket.StatusPolicyViolation // trying again would not help
		}
		_ = c.Close(code, err.Error())
		return
	}
	l := socket(r, c)
	l.gap = hostGap
	l.say = s.hostView(as)
	s.serve(l, true, func() {
		for {
			t, b, err := c.Read(context.Background()) // as long as may be; a buffer kept for each would be most of a room
			if err != nil || t != websocket.MessageText {
				return
			}
			cmd, err := readCommand(b)
			if err == nil {
				err = r.command(context.Background(), as, cmd)
			}
			if l.send(encode(cmd.answer(err))) != nil {
				return
			}
		}
	})
}

// greet reads a host's first message and has its laptop hold the room.
func (s *Server) greet(r *room, c *websocket.Conn) (as string, err error) {
	if !r.greet(1) {
		return "", errSlow
	}
	defer r.greet(-1)
	late := time.AfterFunc(helloTime, func() { _ = c.CloseNow() })
	defer late.Stop()
	b, err := read(c, make([]byte, maxPhoneMessage+1))
	if err != nil {
		return "", errMessage
	}
	var hello struct {
		Secret string `json:"secret"`
		As     string `json:"as"`
	}
	if json.Unmarshal(b, &hello) != nil || len(hello.As) > 40 {
		return "", errMessage
	}
	if !r.isHost(hello.Secret) {
		return "", errSecret
	}
	if hello.As == "" {
		hello.As = newToken()
	}
	return hello.As, r.hold(context.Background(), hello.As)
}

// maxGreeting is how many connections of a room may be about to show its
// secret.
const maxGreeting = 20

// greet counts them; false if there is no room for one more.
func (r *room) greet(n int) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if n > 0 && r.greeting >= maxGreeting {
		return false
	}
	r.greeting += n
	return true
}

// hostView is what a laptop is told, with all there is in the first message.
func (s *Server) hostView(as string) func(*room) any {
	first := true
	return func(r *room) any {
		v := r.view(as, first)
		v.Join = s.gate.join(r.code)
		if first {
			v.QR = s.qr(v.Join)
		}
		first = false
		return struct {
			Room snapshot `json:"room"`
		}{v}
	}
}
