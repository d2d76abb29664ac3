package workshop

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"earned/workshop/phone"
)

// phones puts the phone's pages where they are asked for.
func (s *Server) phones(mux *http.ServeMux) {
	mux.HandleFunc("GET /j", s.codePage)
	mux.HandleFunc("GET /j/{$}", func(w http.ResponseWriter, _ *http.Request) { seeOther(w, "../j") })
	mux.HandleFunc("GET /j/{code}", s.roomPage)
	mux.HandleFunc("POST /j/{code}/seat", s.takeSeat)
	mux.HandleFunc("POST /j/{code}/vote", s.castVote)
	mux.Handle("GET /j/phone.css", asset("text/css; charset=utf-8", phone.Style()))
	mux.Handle("GET /j/phone.js", asset("text/javascript; charset=utf-8", phone.Script()))
}

// asset serves a file of the phone's page, for ever where its version is asked
// for.
func asset(mediaType string, body []byte) http.Handler {
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	_, _ = z.Write(body) // into memory: neither fails
	_ = z.Close()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Type", mediaType)
		h.Set("Cache-Control", "no-cache")
		if r.URL.RawQuery == phone.Version() {
			h.Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		h.Set("Vary", "Accept-Encoding")
		out := body
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			h.Set("Content-Encoding", "gzip")
			out = zipped.Bytes()
		}
		_, _ = w.Write(out)
	})
}

// codePage asks for a room's code, or sends on to the room of the one typed.
func (s *Server) codePage(w http.ResponseWriter, r *http.Request) {
	typed := r.URL.Query().Get("code")
	if code := cleanCode(typed); code != "" {
		seeOther(w, "j/"+code)
		return
	}
	p := phone.Page{Typed: typed, Keep: s.limits.Expire}
	if typed != "" {
		p.Notice = phone.NoRoom
	}
	s.send(w, http.StatusOK, p)
}

// cleanCode is a code as it was meant: capitals, and no spaces or dashes.
// Empty where it can be no code.
func cleanCode(typed string) string {
	var b strings.Builder
	for _, c := range strings.ToUpper(typed) {
		switch {
		case c >= 'A' && c <= 'Z' || c >= '0' && c <= '9':
			b.WriteRune(c)
		case c == ' ' || c == '-':
		default:
			return ""
		}
	}
	if b.Len() > 12 {
		return ""
	}
	return b.String()
}

// roomPage is what a phone in a room sees, or its state for the page's script.
func (s *Server) roomPage(w http.ResponseWriter, r *http.Request) {
	typed := r.PathValue("code")
	code := cleanCode(typed)
	if code != "" && code != typed {
		seeOther(w, code)
		return
	}
	_, asState := r.URL.Query()["state"]
	state, has, err := s.seen(w, r, code)
	switch {
	case err != nil && asState:
		answerPhone(w, err)
	case err != nil:
		why := reason(err)
		s.send(w, status(why), phone.Page{Below: true, Typed: typed, Notice: why, Keep: s.limits.Expire})
	case asState:
		sendJSON(w, http.StatusOK, state)
	default:
		notice := phone.Why(r.URL.Query().Get("say"))
		if notice == "seated" && !has && state.View() == phone.Sit {
			notice = phone.NoCookie
		}
		if notice.Say() == "" {
			notice = ""
		}
		s.send(w, http.StatusOK, phone.Page{Code: code, Below: true, State: state, Notice: notice, Keep: s.limits.Expire})
	}
}

// seen is the state of the seat that a request comes from, and whether it came
// with a seat at all. The seat's cookie is renewed, to live as long as the room.
func (s *Server) seen(w http.ResponseWriter, r *http.Request, code string) (phone.State, bool, error) {
	room, err := s.room(r.Context(), code)
	if err != nil {
		return phone.State{}, false, err
	}
	token := seatToken(r)
	if token == "" {
		return room.state(0), false, nil
	}
	seat, err := room.seat(r.Context(), token)
	switch {
	case errors.Is(err, errRemoved):
		return phone.State{Removed: true}, true, nil
	case errors.Is(err, errNoSeat): // a cookie of another room, or made up
		return room.state(0), false, nil
	case err != nil:
		return phone.State{}, true, err
	}
	s.setSeat(w, code, token)
	return room.state(seat), true, nil
}

// takeSeat gives a phone a seat, or moves the one it has to a table.
func (s *Server) takeSeat(w http.ResponseWriter, r *http.Request) {
	var m struct {
		Table int `json:"table"`
	}
	err := readMessage(w, r, &m, func(field func(string) (int, error)) (err error) {
		m.Table, err = field("table")
		return err
	})
	if err == nil && (m.Table < 0 || m.Table > 2) {
		err = errMessage
	}
	if err == nil {
		err = s.sit(w, r, cleanCode(r.PathValue("code")), m.Table)
	}
	reply(w, r, err, "?say=seated")
}

func (s *Server) sit(w http.ResponseWriter, r *http.Request, code string, table int) error {
	ctx := r.Context()
	room, err := s.room(ctx, code)
	if err != nil {
		return err
	}
	if token := seatToken(r); token != "" {
		seat, err := room.seat(ctx, token)
		if err == nil {
			s.setSeat(w, code, token)
		}
		switch {
		case err == nil && table != 0:
			return room.move(ctx, seat, table)
		case !errors.Is(err, errNoSeat):
			return err // nil: it has its seat already
		}
	}
	token, _, err := room.take(ctx, table)
	if err != nil {
		return err
	}
	s.setSeat(w, code, token)
	return nil
}

// castVote counts a vote, or says why not.
func (s *Server) castVote(w http.ResponseWriter, r *http.Request) {
	var m struct {
		Round *int `json:"round"`
		Offer *int `json:"offer"`
	}
	err := readMessage(w, r, &m, func(field func(string) (int, error)) error {
		round, err1 := field("round")
		offer, err2 := field("offer")
		m.Round, m.Offer = &round, &offer
		return errors.Join(err1, err2)
	})
	if err == nil && (m.Round == nil || m.Offer == nil) {
		err = errMessage
	}
	if err == nil {
		err = s.vote(r.Context(), r, *m.Round, *m.Offer)
	}
	reply(w, r, err, "")
}

func (s *Server) vote(ctx context.Context, r *http.Request, round, offer int) error {
	room, err := s.room(ctx, cleanCode(r.PathValue("code")))
	if err != nil {
		return err
	}
	token := seatToken(r)
	if token == "" {
		return errNoSeat
	}
	seat, err := room.seat(ctx, token)
	if err != nil {
		return err
	}
	return room.vote(ctx, seat, round, offer)
}

// seatCookie holds a seat's token. Its path is the room's, so that rooms do not
// see each other's.
const seatCookie = "seat"

func (s *Server) setSeat(w http.ResponseWriter, code, token string) {
	http.SetCookie(w, &http.Cookie{ //nolint:gosec // a room's own network has no https; where the address has, the cookie is Secure
		Name: seatCookie, Value: token, Path: s.gate.path(code), MaxAge: int(s.limits.Expire.Seconds()),
		HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: s.gate.base.Scheme == "https",
	})
}

// seatToken is the token that a request brings, or "".
func seatToken(r *http.Request) string {
	c, err := r.Cookie(seatCookie)
	if err != nil {
		return ""
	}
	return c.Value
}

// readMessage reads what a phone sent, as JSON or as a form.
func readMessage(w http.ResponseWriter, r *http.Request, into any, form func(field func(string) (int, error)) error) error {
	r.Body = http.MaxBytesReader(w, r.Body, maxPhoneMessage)
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind == "application/json" {
		d := json.NewDecoder(r.Body)
		d.DisallowUnknownFields()
		if err := d.Decode(into); err != nil {
			return errMessage
		}
		if _, err := d.Token(); !errors.Is(err, io.EOF) {
			return errMessage
		}
		return nil
	}
	if kind != "application/x-www-form-urlencoded" && (kind != "" || r.ContentLength > 0) {
		return errMessage
	}
	if err := r.ParseForm(); err != nil {
		return errMessage
	}
	err := form(func(name string) (int, error) {
		if !r.PostForm.Has(name) && name == "table" {
			return 0, nil
		}
		return strconv.Atoi(r.PostForm.Get(name))
	})
	if err != nil {
		return errMessage
	}
	return nil
}

// reply answers a phone that sent something: its script in JSON, its browser by
// sending it back to the page, which says what happened.
func reply(w http.ResponseWriter, r *http.Request, err error, done string) {
	if strings.Contains(r.Header.Get("Accept"), "application/json") {
		answerPhone(w, err)
		return
	}
	to := "../" + cleanCode(r.PathValue("code"))
	if err != nil {
		to += "?say=" + string(reason(err))
	} else {
		to += done
	}
	seeOther(w, to)
}

// answerPhone says in JSON that it was done, or why not.
func answerPhone(w http.ResponseWriter, err error) {
	if err == nil {
		sendJSON(w, http.StatusOK, phone.Answer{OK: true})
		return
	}
	why := reason(err)
	if why == phone.Slow || why == phone.Trouble {
		w.Header().Set("Retry-After", "1")
	}
	sendJSON(w, status(why), phone.Answer{Why: why})
}

// seeOther sends a browser on, by an address relative to the one it asked for:
// what a proxy put before it stays.
func seeOther(w http.ResponseWriter, to string) {
	w.Header().Set("Location", to)
	w.WriteHeader(http.StatusSeeOther)
}

func sendJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v) // the phone has gone: nobody is left to tell
}

// send writes a page.
func (s *Server) send(w http.ResponseWriter, status int, p phone.Page) {
	body, err := p.Render()
	if err != nil {
		s.log("phones: " + err.Error())
		http.Error(w, phone.Trouble.Say(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// reason is a refusal as the phone's page knows it.
func reason(err error) phone.Why {
	for _, known := range []struct {
		err error
		why phone.Why
	}{
		{errNoRoom, phone.NoRoom}, {errLocked, phone.RoomLock}, {errFull, phone.RoomFull}, {errSlow, phone.Slow},
		{errNoSeat, phone.NoSeat}, {errRemoved, phone.Gone}, {errLate, phone.Late}, {errAgain, phone.Again},
		{errNoOffer, phone.NotOffer}, {errMessage, phone.Malformed}, {errForeign, phone.Foreign},
	} {
		if errors.Is(err, known.err) {
			return known.why
		}
	}
	return phone.Trouble
}

// status is how HTTP says a refusal.
func status(why phone.Why) int {
	switch why {
	case phone.NoRoom:
		return http.StatusNotFound
	case phone.Malformed, phone.NotOffer:
		return http.StatusBadRequest
	case phone.NoSeat, phone.Gone, phone.RoomLock, phone.RoomFull, phone.Foreign:
		return http.StatusForbidden
	case phone.Slow:
		return http.StatusTooManyRequests
	case phone.Trouble:
		return http.StatusServiceUnavailable
	}
	return http.StatusConflict
}
