package workshop

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coder/websocket"

	"earned/workshop/phone"
)

const question = `{"do":"open","round":1,"kind":"reply","asks":"?","offers":["a","b"]}`

// counted are the votes of the present round.
func (h *hall) counted() []int {
	h.t.Helper()
	r, err := h.server.room(h.t.Context(), h.code)
	if err != nil {
		h.t.Fatal(err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return append([]int(nil), r.fold.now.counts...)
}

func (h *hall) counts(want ...int) {
	h.t.Helper()
	if got := h.counted(); fmt.Sprint(got) != fmt.Sprint(want) {
		h.t.Errorf("counted %v, want %v", got, want)
	}
}

// A page of another site can neither vote in a phone's name, nor make a room,
// nor open a socket; nor can one that has its own name lead here.
func TestAForeignPageIsRefused(t *testing.T) {
	h := newHall(t, Options{Base: "http://192.168.7.7:8080/"})
	p := h.seated()
	h.host(question)
	for name, headers := range map[string][]string{
		"another site":         {"Origin", "https://evil.example"},
		"a sandbox":            {"Origin", "null"},
		"another port":         {"Origin", "http://127.0.0.1:1"},
		"the name in another":  {"Origin", "http://192.168.7.7:8080.evil.example"},
		"no address":           {"Origin", "evil"},
		"cross-site":           {"Sec-Fetch-Site", "cross-site"},
		"another of one site":  {"Sec-Fetch-Site", "same-site"},
		"a name that leads it": {"Host", "evil.example"},
		"no name":              {"Host", "."},
	} {
		for _, target := range []string{"POST rooms", "POST j/" + h.code + "/vote", "POST j/" + h.code + "/seat", "POST rooms/" + h.code + "/host",
			"GET j/" + h.code + "/ws", "GET rooms/" + h.code + "/host", "POST check/open", "GET check/ws"} {
			method, path, _ := strings.Cut(target, " ")
			r := h.request(method, path, `{"round":1,"offer":0}`)
			r.Header.Set("Authorization", "Bearer "+h.secret)
			if method == http.MethodGet {
				for k, v := range map[string]string{"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA=="} {
					r.Header.Set(k, v)
				}
			}
			if headers[0] == "Host" {
				r.Host = headers[1]
			} else {
				r.Header.Set(headers[0], headers[1])
			}
			status, body := h.do(p.Client, r)
			if status != http.StatusForbidden && status != http.StatusMisdirectedRequest && status != http.StatusBadRequest {
				t.Errorf("%s: %s: %d %.80s", name, target, status, body)
			}
		}
	}
	h.counts(0, 0)
	for _, own := range []string{strings.TrimSuffix(h.url, "/"), "http://192.168.7.7:8080"} {
		r := h.request(http.MethodPost, "j/"+h.code+"/vote", `{"round":1,"offer":0}`)
		r.Header.Set("Origin", own)
		if a := p.answer(r); !a.OK && a.Why != phone.Again {
			t.Errorf("our own page at %s was refused: %+v", own, a)
		}
	}
	h.counts(1, 0)
}

func TestAGuessedSecretHoldsNoRoom(t *testing.T) {
	h := newHall(t, Options{})
	other := newHall(t, Options{})
	wrong := []string{"", "x", other.secret, h.secret[:21], h.secret + "A", strings.ToUpper(h.secret), h.code, hashOf(h.secret)}
	for _, guess := range wrong {
		for _, do := range []string{question, `{"do":"lock"}`, `{"do":"end"}`, `{"do":"take"}`} {
			if status, body := h.command(guess, do); status != http.StatusForbidden && status != http.StatusUnauthorized {
				t.Errorf("%q does %s: %d %s", guess, do, status, body)
			}
		}
		c, _, err := websocket.Dial(t.Context(), "ws"+strings.TrimPrefix(h.url, "http")+"rooms/"+h.code+"/host", nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Write(t.Context(), websocket.MessageText, encode(map[string]string{"secret": guess})); err != nil {
			t.Fatal(err)
		}
		if _, b, err := c.Read(t.Context()); err == nil {
			t.Errorf("%q is told %s", guess, b)
		}
		_ = c.CloseNow()
	}
	r, err := h.server.room(t.Context(), h.code)
	if err != nil {
		t.Fatal(err)
	}
	if r.fold.locked || r.fold.over || r.fold.holder != "" || r.fold.now.number != 0 {
		t.Error("a guess changed the room")
	}
}

// What a phone is told never holds what a host needs.
func TestPhonesAreNeverToldASecret(t *testing.T) {
	h := newHall(t, Options{})
	p := h.seated()
	h.host(question)
	_, state := p.do(p.Client, p.request(http.MethodGet, "j/"+h.code+"?state", ""))
	for _, said := range []string{p.page(), state} {
		if strings.Contains(said, h.secret) || strings.Contains(said, hashOf(h.secret)) {
			t.Error("a phone is told the host's secret")
		}
	}
}

// A second vote is refused, sent at once by a hundred requests or after the
// other; what was first counts.
func TestASecondVoteIsRefused(t *testing.T) {
	h := newHall(t, Options{})
	p := h.seated()
	h.host(question)
	var ok atomic.Int32
	var all sync.WaitGroup
	for i := range 100 {
		all.Go(func() {
			r := p.request(http.MethodPost, "j/"+h.code+"/vote", fmt.Sprintf(`{"round":1,"offer":%d}`, i%2))
			if a := p.answer(r); a.OK {
				ok.Add(1)
			} else if a.Why != phone.Again {
				t.Errorf("refused with %q", a.Why)
			}
		})
	}
	all.Wait()
	if n := ok.Load(); n != 1 {
		t.Errorf("%d of 100 votes were taken", n)
	}
	if c := h.counted(); c[0]+c[1] != 1 {
		t.Errorf("counted %v", c)
	}
	h.host(`{"do":"close"}`)
	h.host(strings.Replace(question, `"round":1`, `"round":2`, 1))
	if a := p.post("vote", `{"round":1,"offer":0}`); a.OK || a.Why != phone.Late {
		t.Errorf("a vote of round 1 replayed in round 2: %+v", a)
	}
	h.counts(0, 0)
}

func TestAVoteForWhatIsNotOfferedIsRefused(t *testing.T) {
	h := newHall(t, Options{})
	p := h.seated()
	if a := p.post("vote", `{"round":1,"offer":0}`); a.OK {
		t.Error("a vote before there was a question")
	}
	h.host(question)
	for _, m := range []string{`{"round":1,"offer":2}`, `{"round":1,"offer":-1}`, `{"round":1,"offer":256}`, `{"round":2,"offer":0}`, `{"round":0,"offer":0}`,
		`{"round":-1,"offer":0}`, `{"round":9223372036854775807,"offer":0}`, `{"round":1,"offer":4294967296}`} {
		if a := p.post("vote", m); a.OK || a.Why == "" || a.Why == phone.Trouble {
			t.Errorf("%s: %+v", m, a)
		}
	}
	h.counts(0, 0)
	if a := p.post("vote", `{"round":1,"offer":1}`); !a.OK {
		t.Errorf("and the seat has lost its vote: %+v", a)
	}
}

func TestMalformedAndOversizedMessagesAreRefused(t *testing.T) {
	h := newHall(t, Options{})
	p := h.seated()
	h.host(question)
	for _, m := range []string{``, `{`, `null`, `[]`, `"x"`, `{"round":1}`, `{"offer":0}`, `{"round":"1","offer":"0"}`, `{"round":1.5,"offer":0}`,
		`{"round":1,"offer":0,"seat":2}`, `{"round":1,"offer":0}{"round":1,"offer":0}`, `{"round":1e99,"offer":0}`,
		`{"round":1,"offer":0` + strings.Repeat(" ", 5000) + `}`, strings.Repeat("[", 5000), "\x00\xff", `{"round":null,"offer":0}`} {
		if a := p.post("vote", m); a.OK || a.Why != phone.Malformed {
			t.Errorf("%.60q: %+v", m, a)
		}
	}
	for _, kind := range []string{"text/plain", "multipart/form-data; boundary=x", "application/xml", ""} {
		r := p.request(http.MethodPost, "j/"+h.code+"/vote", `{"round":1,"offer":0}`)
		r.Header.Set("Content-Type", kind)
		if a := p.answer(r); a.OK {
			t.Errorf("as %q it counts", kind)
		}
	}
	r := p.request(http.MethodPost, "j/"+h.code+"/seat", `{"table":7}`)
	if a := p.answer(r); a.OK {
		t.Error("there is no table 7")
	}
	for _, method := range []string{http.MethodPut, http.MethodDelete, http.MethodPatch} {
		if status, _ := h.do(p.Client, h.request(method, "j/"+h.code+"/vote", `{"round":1,"offer":0}`)); status != http.StatusMethodNotAllowed {
			t.Errorf("%s: %d", method, status)
		}
	}
	h.counts(0, 0)

	// Over a socket: a message too long ends it, and its seat votes all the same.
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	c, _, err := websocket.Dial(ctx, "ws"+strings.TrimPrefix(h.url, "http")+"j/"+h.code+"/ws", &websocket.DialOptions{HTTPClient: p.Client})
	if err != nil {
		t.Fatal(err)
	}
	// It may be cut while it is still being written.
	err = c.Write(ctx, websocket.MessageText, []byte(`{"round":1,"offer":0,"x":"`+strings.Repeat("y", 10_000)+`"}`))
	for err == nil {
		_, _, err = c.Read(ctx)
	}
	if ctx.Err() != nil {
		t.Error("a message of 10 kB was read to the end")
	}
	h.counts(0, 0)
	if a := p.post("vote", `{"round":1,"offer":0}`); !a.OK {
		t.Errorf("and the seat has lost its vote: %+v", a)
	}
}

// Whatever is typed, asked or offered comes to the phone as text.
func TestMarkupIsTextOnThePhone(t *testing.T) {
	h := newHall(t, Options{})
	p := h.seated()
	evil := `</main><script src=//evil.example></script><img src=x onerror=alert(1)>"'` + "\u202e"
	text := string(encode(evil))
	h.host(`{"do":"say","text":` + text + `}`)
	h.host(`{"do":"open","round":1,"kind":"reply","asks":` + text + `,"offers":[` + text + `,"b"]}`)
	_, state := p.do(p.Client, p.request(http.MethodGet, "j/"+h.code+"?state", ""))
	_, typed := h.do(p.Client, h.request(http.MethodGet, "j?code=%3Cscript%3Ealert(1)%3C/script%3E", ""))
	_, path := h.do(p.Client, h.request(http.MethodGet, "j/%3Cscript%3Ealert(1)%3C%2Fscript%3E", ""))
	for name, body := range map[string]string{"the page": p.page(), "the state": state, "a code typed": typed, "an address": path} {
		for _, bad := range []string{"<script src=//evil", "<script>alert", "<img src=x", "\u202e"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s holds %q", name, bad)
			}
		}
	}
	if !strings.Contains(p.page(), "&lt;script src=//evil.example&gt;") {
		t.Error("the question's words are not on the page")
	}
}

// A seat of one room is none in another, and cannot be made up.
func TestACookieOfAnotherRoomIsNoSeat(t *testing.T) {
	h := newHall(t, Options{})
	p := h.seated()
	other := *h
	var err error
	if other.code, other.secret, err = h.server.create(t.Context()); err != nil {
		t.Fatal(err)
	}
	other.host(question)
	h.host(question)
	r, err := h.server.room(context.Background(), h.code)
	if err != nil {
		t.Fatal(err)
	}
	token := ""
	for _, c := range p.Jar.Cookies(p.request(http.MethodGet, "j/"+h.code, "").URL) {
		token = c.Value
	}
	if seat, err := r.seat(t.Context(), token); err != nil || seat != 1 {
		t.Fatalf("the phone's own token: seat %d, %v", seat, err)
	}
	for name, value := range map[string]string{
		"of another room": token, "its hash": hashOf(token), "made up": newToken(), "a number": "1", "empty": "", "long": strings.Repeat("A", 3000),
	} {
		for _, room := range []*hall{h, &other} {
			if room == h && name == "of another room" {
				continue
			}
			req := room.request(http.MethodPost, "j/"+room.code+"/vote", `{"round":1,"offer":0}`)
			req.Header.Set("Cookie", seatCookie+"="+value)
			if a := (handset{room, http.DefaultClient}).answer(req); a.OK || a.Why != phone.NoSeat {
				t.Errorf("a cookie %s: %+v", name, a)
			}
		}
	}
	h.counts(0, 0)
	other.counts(0, 0)
	req := h.request(http.MethodGet, "j/"+other.code, "")
	if n := len(p.Jar.Cookies(req.URL)); n != 0 {
		t.Errorf("a browser sends %d cookies of one room to another", n)
	}
}

// A script that takes seats by the thousand is slowed; a room full of phones
// behind one address is not, and a phone that was slowed gets in a moment later.
func TestAScriptIsSlowedAndARoomIsNot(t *testing.T) {
	h := newHall(t, Options{Limits: Limits{Seats: 5000, JoinBurst: 200, JoinRate: 50}})
	for i := range 200 { // a room at one address, at once
		if a := h.phone().post("seat", "{}"); !a.OK {
			t.Fatalf("phone %d of an ordinary room: %+v", i+1, a)
		}
	}
	clock := h.server.now()
	var mu sync.Mutex
	h.server.now = func() time.Time { mu.Lock(); defer mu.Unlock(); return clock }
	taken, slowed := 0, 0
	for range 2000 {
		if a := h.phone().post("seat", "{}"); a.OK {
			taken++
		} else if a.Why == phone.Slow && !a.Why.Final() {
			slowed++
		}
	}
	if taken > 200 || slowed < 1800 {
		t.Errorf("a script took %d seats of 2,000 at once", taken)
	}
	mu.Lock()
	clock = clock.Add(1e9)
	mu.Unlock()
	if a := h.phone().post("seat", "{}"); !a.OK {
		t.Errorf("a phone a second later: %+v", a)
	}
}
