package workshop

import (
	"context"
	"crypto/rand"
	"errors"
	"net/http"
	"strings"
	"sync"
	"time"

	"earned/workshop/phone"
)

// Options say where rooms are kept and how they are reached.
type Options struct {
	Base    string // address that phones open, as in "http://192.168.1.20:8080/"
	Address string // how Base was chosen, for people
	Proxied bool   // Base is that of a proxy, from which all requests come
	Data    string // folder of the embedded engine
	NATS    string // addresses of a NATS cluster, comma separated; "" embeds one
	Limits  Limits
	Log     func(string) // what went wrong, without names, codes or votes; nil drops it
}

// Server hosts rooms. Any number of servers on one NATS cluster host the same
// rooms.
type Server struct {
	options  Options
	limits   Limits
	id       string // of this server, made anew at each start
	gate     *gate
	store    *store
	rooms    rooms
	feed     *feed
	beats    beats
	guesses  *bucket // codes of no room
	makes    *bucket
	count    roomCount
	expiring sync.Mutex
	over     map[string]bool // rooms that had ended at the last look
	patience time.Duration   // how long a guest waits for a write
	now      func() time.Time
	closed   chan struct{}
	closing  sync.Once
}

// New opens the rooms: it starts the embedded engine or connects to the
// cluster. ctx bounds the opening only.
func New(ctx context.Context, o Options) (*Server, error) {
	s := &Server{options: o, limits: o.Limits.orDefault(), id: newToken(), patience: 10 * time.Second, now: time.Now, closed: make(chan struct{})}
	s.guesses = newBucket(s.limits.GuessBurst, s.limits.GuessRate)
	s.makes = newBucket(s.limits.MakeBurst, s.limits.MakeRate)
	s.rooms.load = s.load
	var err error
	if s.gate, err = newGate(o.Base); err != nil {
		return nil, err
	}
	if s.store, err = openStore(ctx, o.Data, o.NATS, s.limits); err != nil {
		return nil, err
	}
	s.feed = &feed{store: s.store, got: s.rooms.got, closed: s.closed}
	if err := s.feed.begin(ctx); err != nil {
		s.store.close()
		return nil, err
	}
	if s.store.shared() {
		if err := s.store.listen(hereSubject+"*", s.hear); err != nil {
			s.store.close()
			return nil, err
		}
	}
	go s.beats.run(s.closed)
	s.expire(ctx) // which counts the rooms
	go s.sweep(context.WithoutCancel(ctx))
	return s, nil
}

// Close cuts everyone and stops the engine. What happened is kept.
func (s *Server) Close() error {
	s.closing.Do(func() {
		close(s.closed)
		for _, l := range s.beats.all() {
			l.cut()
		}
		s.store.close()
	})
	return nil
}

// Handler serves the rooms, at addresses relative to where it is mounted.
func (s *Server) Handler() http.Handler { return s.gate.strip(s.guarded()) }

// guarded is the rooms behind their door.
func (s *Server) guarded() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /rooms", s.hello)
	mux.HandleFunc("POST /rooms", s.make)
	mux.HandleFunc("GET /rooms/{code}/host", s.hostSocket)
	mux.HandleFunc("POST /rooms/{code}/host", s.hostPost)
	mux.HandleFunc("GET /rooms/{code}/host/events", s.hostEvents)
	mux.HandleFunc("GET /j/{code}/ws", s.phoneSocket)
	mux.HandleFunc("GET /j/{code}/events", s.phoneEvents)
	s.phones(mux)
	s.checks(mux)
	return s.gate.wrap(mux)
}

// hello says that rooms are hosted here, and where phones go.
func (s *Server) hello(w http.ResponseWriter, req *http.Request) {
	sendJSON(w, http.StatusOK, struct {
		Rooms   bool   `json:"rooms"`
		Join    string `json:"join"`
		Address string `json:"address"`
	}{true, s.gate.base.String(), s.options.Address})
}

// make makes a room.
func (s *Server) make(w http.ResponseWriter, req *http.Request) {
	code, secret, err := s.create(req.Context())
	if err != nil {
		refuse(w, err)
		return
	}
	join := s.gate.join(code)
	sendJSON(w, http.StatusCreated, struct {
		Code   string `json:"code"`
		Secret string `json:"secret"`
		Join   string `json:"join"`
		QR     string `json:"qr"`
	}{code, secret, join, s.qr(join)})
}

// qr is an address as a QR code. An address too long for one is only written
// in words.
func (s *Server) qr(address string) string {
	code, err := phone.QR(address)
	if err != nil {
		s.log("rooms: " + err.Error())
	}
	return code
}

// create makes a room with a code that none has; the stream sees to that.
func (s *Server) create(ctx context.Context) (code, secret string, err error) {
	if !s.makes.take(s.now()) {
		return "", "", errSlow
	}
	if !s.count.add(s.limits.Rooms) {
		return "", "", errRooms
	}
	secret = newToken()
	for {
		code = newCode()
		ctx, cancel := context.WithTimeout(ctx, s.patience)
		_, err := s.store.write(ctx, code, &event{kind: used}) // first: what is made and not used is taken for expired
		if err == nil {
			_, err = s.store.write(ctx, code, &event{kind: made, Hash: hashOf(secret), Seats: s.limits.Seats})
		}
		cancel()
		switch {
		case err == nil:
			return code, secret, nil
		case !errors.Is(err, errThere):
			return "", "", s.busy(err)
		}
	}
}

// letters of room codes: none is easily taken for another. 31^6 codes.
const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ2345679"

const codeLength = 6

func newCode() string {
	b := make([]byte, 0, codeLength)
	for len(b) < codeLength {
		var r [1]byte
		_, _ = rand.Read(r[:]) // never fails
		if n := int(r[0]) & 31; n < len(letters) {
			b = append(b, letters[n])
		}
	}
	return string(b)
}

// aCode is the code as it is kept, and whether it can be one.
func aCode(code string) (string, bool) {
	code = strings.ToUpper(code)
	if len(code) != codeLength || strings.Trim(code, letters) != "" {
		return "", false
	}
	return code, true
}

// room finds a room: errNoRoom when there is none with the code, or no more;
// errSlow when too many codes are being guessed.
func (s *Server) room(ctx context.Context, code string) (*room, error) {
	code, ok := aCode(code)
	if !ok {
		return nil, errNoRoom
	}
	if r := s.rooms.get(code); r != nil {
		r.mu.Lock()
		defer r.mu.Unlock()
		if r.fold.over {
			return nil, errNoRoom
		}
		r.asked = s.now()
		return r, nil
	}
	if s.guesses.empty(s.now()) {
		return nil, errSlow
	}
	r, err := s.rooms.fold(ctx, code, s.patience)
	if errors.Is(err, errNoRoom) {
		s.guesses.take(s.now())
		return nil, errNoRoom
	}
	return r, s.busy(err)
}

// guest finds the room and seat of a phone's request; seat 0 has none yet.
func (s *Server) guest(w http.ResponseWriter, req *http.Request) (*room, int, bool) {
	r, err := s.room(req.Context(), req.PathValue("code"))
	if err == nil {
		var seat int
		if seat, err = r.seat(req.Context(), seatToken(req)); err == nil || errors.Is(err, errNoSeat) {
			return r, seat, true
		}
	}
	refuse(w, err)
	return nil, 0, false
}

// busy is what a guest is told of a failure that is none of theirs.
func (s *Server) busy(err error) error {
	if err == nil || isRefusal(err) {
		return err
	}
	s.log(err.Error())
	return errBusy
}

func (s *Server) log(line string) {
	if s.options.Log != nil {
		s.options.Log(line)
	}
}

// refuse answers with a refusal.
func refuse(w http.ResponseWriter, err error) {
	status := statusOf(err)
	if status == http.StatusTooManyRequests {
		w.Header().Set("Retry-After", "3")
	}
	sendJSON(w, status, struct {
		Why string `json:"why"`
	}{err.Error()})
}

func statusOf(err error) int {
	for _, r := range refusals {
		if errors.Is(err, r.err) {
			return r.status
		}
	}
	return http.StatusServiceUnavailable
}
