package workshop

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"earned/workshop/phone"
)

// hall is a server with one room, and its host.
type hall struct {
	t            *testing.T
	server       *Server
	url          string // ends in /
	code, secret string
}

func newHall(t *testing.T, o Options) *hall {
	t.Helper()
	if o.Base == "" {
		o.Base = "http://127.0.0.1/"
	}
	o.Data = t.TempDir()
	s, err := New(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(s.Handler())
	t.Cleanup(func() {
		_ = s.Close()
		web.Close()
	})
	h := &hall{t: t, server: s, url: web.URL + "/"}
	if h.code, h.secret, err = s.create(t.Context()); err != nil {
		t.Fatal(err)
	}
	return h
}

// host does a host's command.
func (h *hall) host(command string) {
	h.t.Helper()
	if status, body := h.command(h.secret, command); status != http.StatusOK {
		h.t.Fatalf("%s: %d %s", command, status, body)
	}
}

func (h *hall) command(secret, command string) (int, string) {
	h.t.Helper()
	r := h.request(http.MethodPost, "rooms/"+h.code+"/host", command)
	r.Header.Set("Authorization", "Bearer "+secret)
	return h.do(http.DefaultClient, r)
}

func (h *hall) request(method, path, body string) *http.Request {
	h.t.Helper()
	r, err := http.NewRequestWithContext(h.t.Context(), method, h.url+path, strings.NewReader(body))
	if err != nil {
		h.t.Fatal(err)
	}
	r.Header.Set("Accept", "application/json")
	r.Header.Set("Content-Type", "application/json")
	return r
}

func (h *hall) do(c *http.Client, r *http.Request) (int, string) {
	h.t.Helper()
	a, err := c.Do(r)
	if err != nil {
		h.t.Fatal(err)
	}
	defer a.Body.Close()
	body, err := io.ReadAll(a.Body)
	if err != nil {
		h.t.Fatal(err)
	}
	return a.StatusCode, string(body)
}

// handset is a browser on a phone: it keeps cookies and follows redirects.
type handset struct {
	*hall
	*http.Client
}

func (h *hall) phone() handset {
	h.t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		h.t.Fatal(err)
	}
	return handset{h, &http.Client{Jar: jar}}
}

// seated is a phone with a seat.
func (h *hall) seated() handset {
	h.t.Helper()
	p := h.phone()
	if got := p.post("seat", "{}"); !got.OK {
		h.t.Fatalf("no seat: %q", got.Why)
	}
	return p
}

func (p handset) post(what, body string) phone.Answer {
	p.t.Helper()
	return p.answer(p.request(http.MethodPost, "j/"+p.code+"/"+what, body))
}

func (p handset) answer(r *http.Request) phone.Answer {
	p.t.Helper()
	_, body := p.do(p.Client, r)
	var a phone.Answer
	if err := json.Unmarshal([]byte(body), &a); err != nil {
		p.t.Fatalf("%s %s: %v in %q", r.Method, r.URL.Path, err, body)
	}
	return a
}

// page loads the phone's page, as a browser without script does.
func (p handset) page() string {
	p.t.Helper()
	a, err := p.Get(p.url + "j/" + p.code)
	if err != nil {
		p.t.Fatal(err)
	}
	defer a.Body.Close()
	body, err := io.ReadAll(a.Body)
	if err != nil {
		p.t.Fatal(err)
	}
	return string(body)
}

// form sends a form, follows where it leads and gives the page there.
func (p handset) form(what string, values url.Values) string {
	p.t.Helper()
	a, err := p.PostForm(p.url+"j/"+p.code+"/"+what, values)
	if err != nil {
		p.t.Fatal(err)
	}
	defer a.Body.Close()
	body, err := io.ReadAll(a.Body)
	if err != nil || a.Request.URL.Path != "/j/"+p.code {
		p.t.Fatalf("the form led to %s (%v)", a.Request.URL, err)
	}
	return string(body)
}

// view is the part of a page that is shown.
func view(page string) string {
	for part := range strings.SplitSeq(page, `<section data-view="`) {
		if name, rest, ok := strings.Cut(part, `"`); ok && strings.HasPrefix(rest, ">") && len(name) < 10 {
			return name
		}
	}
	return ""
}

func TestAPhoneWithoutScriptGoesThroughARound(t *testing.T) {
	h := newHall(t, Options{})
	p := h.phone()
	see := func(page, want, notice string) {
		t.Helper()
		if got := view(page); got != want {
			t.Errorf("sees %q, want %q", got, want)
		}
		if has := strings.Contains(page, `role="alert"`); has != (notice != "") || !strings.Contains(page, notice) {
			t.Errorf("at %s: a notice: %v, want %q", want, has, notice)
		}
	}
	see(p.page(), "sit", "")
	see(p.form("vote", url.Values{"round": {"1"}, "offer": {"0"}}), "sit", phone.NoSeat.Say())
	see(p.form("seat", nil), "wait", "")
	see(p.form("seat", nil), "wait", "") // pressed twice: the same seat
	h.host(`{"do":"open","round":1,"kind":"reply","asks":"What do you say?","offers":["One.","Two."]}`)
	see(p.page(), "vote", "")
	see(p.form("vote", url.Values{"round": {"1"}}), "vote", phone.Malformed.Say())
	see(p.form("vote", url.Values{"round": {"1"}, "offer": {"1"}}), "counted", "")
	see(p.form("vote", url.Values{"round": {"1"}, "offer": {"0"}}), "counted", phone.Again.Say())
	h.host(`{"do":"close"}`)
	h.host(`{"do":"reveal"}`)
	see(p.page(), "shown", "")
	late := h.phone()
	see(late.form("seat", nil), "shown", "")
	h.host(`{"do":"open","round":2,"kind":"reply","asks":"And now?","offers":["One.","Two."]}`)
	h.host(`{"do":"close"}`)
	see(late.form("vote", url.Values{"round": {"2"}, "offer": {"0"}}), "closed", phone.Late.Say())
	h.host(`{"do":"open","round":3,"kind":"reply","asks":"Table 2?","offers":["One.","Two."],"table":2}`)
	see(p.page(), "table", "")
	see(p.form("seat", url.Values{"table": {"1"}}), "other", "")
	see(late.form("seat", url.Values{"table": {"2"}}), "vote", "")
	see(p.form("vote", url.Values{"round": {"3"}, "offer": {"0"}}), "other", phone.NotOffer.Say())
	see(late.form("vote", url.Values{"round": {"3"}, "offer": {"0"}}), "counted", "")
	h.host(`{"do":"lock"}`)
	see(h.phone().page(), "locked", "")
	see(h.phone().form("seat", nil), "locked", phone.RoomLock.Say())
	h.host(`{"do":"remove","seat":1}`)
	see(p.page(), "removed", "")
	see(p.form("seat", nil), "removed", phone.Gone.Say())
	h.host(`{"do":"end"}`)
	if page := late.page(); !strings.Contains(page, phone.NoRoom.Say()) || !strings.Contains(page, "Which room?") {
		t.Errorf("after the end: %s", page)
	}
}

func TestCodesAsPeopleTypeThem(t *testing.T) {
	h := newHall(t, Options{})
	for _, typed := range []string{h.code, strings.ToLower(h.code), h.code[:3] + " " + h.code[3:], " " + h.code[:2] + "-" + h.code[2:] + " "} {
		a, err := h.phone().Get(h.url + "j?code=" + url.QueryEscape(typed))
		if err != nil {
			t.Fatal(err)
		}
		a.Body.Close()
		if a.StatusCode != http.StatusOK || a.Request.URL.Path != "/j/"+h.code {
			t.Errorf("%q led to %s: %s", typed, a.Request.URL, a.Status)
		}
	}
	for path, want := range map[string]int{"j": 200, "j/": 200, "j?code=%3Cb%3E": 200, "j/AAAAAA": 404, "j/nonsense-of-thirty-letters-and-more": 404, "j/%3Cb%3E": 404, "j/../secret": 404} {
		a, err := h.phone().Get(h.url + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(a.Body)
		a.Body.Close()
		if a.StatusCode != want || strings.HasPrefix(path, "j") && !strings.Contains(path, "..") && !strings.Contains(string(body), "Which room?") {
			t.Errorf("%s: %s, want %d and the form: %.200s", path, a.Status, want, body)
		}
	}
}

// Behind a proxy the server may see its sub-path or not; addresses and cookies
// are as the phone sees them.
func TestBelowASubPath(t *testing.T) {
	h := newHall(t, Options{Base: "https://example.org/tools/earned/"})
	for _, before := range []string{"", "tools/earned/"} {
		r := h.request(http.MethodPost, before+"j/"+h.code+"/seat", "")
		r.Header.Del("Accept")
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", "https://example.org")
		a, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		a.Body.Close()
		c := a.Cookies()
		if a.StatusCode != http.StatusSeeOther || a.Header.Get("Location") != "../"+h.code+"?say=seated" || len(c) != 1 {
			t.Fatalf("%q: %s to %q with %d cookies", before, a.Status, a.Header.Get("Location"), len(c))
		}
		if c[0].Path != "/tools/earned/j/"+h.code || !c[0].Secure || !c[0].HttpOnly || c[0].SameSite != http.SameSiteLaxMode {
			t.Errorf("%q: the cookie is %s", before, c[0])
		}
	}
	if status, body := h.do(http.DefaultClient, h.request(http.MethodGet, "rooms", "")); !strings.Contains(body, `"join":"https://example.org/tools/earned/"`) {
		t.Errorf("rooms: %d %s", status, body)
	}
	for _, own := range []string{"http://x/rooms", "http://x/j/", "http://x/check/y", "http://x/page/"} {
		if _, err := newGate(own); err == nil || !strings.Contains(err.Error(), "as in /earned/") {
			t.Errorf("%q: its rooms would not be found, and that is said as %v", own, err)
		}
	}
	for _, good := range []string{"http://x/", "http://x/checks/", "http://x/tools/rooms"} {
		if _, err := newGate(good); err != nil {
			t.Error(err)
		}
	}
	for _, bad := range []string{"", "example.org", "ftp://x/", "http://", "http://:80/", "http://x/?y", "http://u@x/", "//x/"} {
		if _, err := newGate(bad); err == nil {
			t.Errorf("%q passes for an address", bad)
		}
	}
}

// Whoever comes back has the seat for as long again as the room lives.
func TestTheSeatsCookieIsRenewed(t *testing.T) {
	h := newHall(t, Options{Limits: Limits{Expire: time.Hour}})
	p := h.seated()
	other := h.seated()
	h.host(`{"do":"remove","seat":2}`)
	renewed := func(who handset, method, path string) bool {
		a, err := who.Do(h.request(method, "j/"+h.code+path, "{}"))
		if err != nil {
			t.Fatal(err)
		}
		a.Body.Close()
		c := a.Cookies()
		return len(c) == 1 && c[0].Name == seatCookie && c[0].MaxAge == 3600 && len(c[0].Value) == 22
	}
	for path, method := range map[string]string{"": http.MethodGet, "?state": http.MethodGet, "/seat": http.MethodPost} {
		if !renewed(p, method, path) {
			t.Errorf("%s %s: not renewed", method, path)
		}
		if renewed(other, method, path) {
			t.Errorf("%s %s: the seat was taken away, and its cookie renewed", method, path)
		}
	}
}

// An address as people write it is the one that browsers name.
func TestTheAddressOfAProxyAsBrowsersHaveIt(t *testing.T) {
	for base, origin := range map[string]string{
		"https://example.org:443/x": "https://example.org", "http://example.org:80": "http://example.org",
		"https://example.org:80/": "https://example.org:80", "http://[::1]:80/x/": "http://[::1]",
	} {
		g, err := newGate(base)
		if err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1:8080/rooms", nil) // the proxy does not pass the host
		r.Header.Set("Origin", origin)
		if err := g.own(r); err != nil {
			t.Errorf("%s: a page of %s: %v", base, origin, err)
		}
	}
	g, err := newGate("https://example.org/caf%C3%A9%20a%2Fb")
	if err != nil {
		t.Fatal(err)
	}
	if got := g.path("QK7M3P"); got != "/caf%C3%A9%20a%2Fb/j/QK7M3P" {
		t.Errorf("the cookie's path is %q", got)
	}
}

func TestTheStateForTheScriptIsThePages(t *testing.T) {
	h := newHall(t, Options{})
	p := h.seated()
	h.host(`{"do":"open","round":4,"kind":"reading","asks":"How much?","offers":["A little.","A lot."]}`)
	status, body := p.do(p.Client, p.request(http.MethodGet, "j/"+h.code+"?state", ""))
	var s struct {
		View phone.View
		phone.State
	}
	if err := json.Unmarshal([]byte(body), &s); err != nil || status != 200 || s.View != phone.Vote || s.Round != 4 || s.Seat != 1 || len(s.Offers) != 2 {
		t.Errorf("%d %s (%v)", status, body, err)
	}
	if n := strings.Count(body, "counts"); n != 0 {
		t.Error("a phone is told counts")
	}
}

// Cut off in the middle of its vote, a phone sends it again until it is
// acknowledged; it counts once.
func TestAVoteSentAgainCountsOnce(t *testing.T) {
	h := newHall(t, Options{})
	p := h.seated()
	h.host(`{"do":"open","round":1,"kind":"reply","asks":"?","offers":["a","b"]}`)
	ctx, cut := context.WithCancel(t.Context())
	cut()
	if a, err := p.Do(p.request(http.MethodPost, "j/"+h.code+"/vote", `{"round":1,"offer":1}`).WithContext(ctx)); err == nil {
		a.Body.Close()
		t.Fatal("the request was not cut")
	}
	first := p.post("vote", `{"round":1,"offer":1}`)
	if !first.OK && first.Why != phone.Again {
		t.Errorf("sent again: %+v", first)
	}
	for range 3 {
		if got := p.post("vote", `{"round":1,"offer":1}`); got.OK || got.Why != phone.Again || !got.Why.Final() {
			t.Errorf("and again: %+v", got)
		}
	}
	h.host(`{"do":"close"}`)
	r, err := h.server.room(t.Context(), h.code)
	if err != nil {
		t.Fatal(err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.fold.now.votes != 1 {
		t.Errorf("%d votes were counted", r.fold.now.votes)
	}
}

// Every answer is bound by a strict policy, names its sockets for old Safaris,
// and is kept by no one; the page's own files are, for ever, by their version.
func TestHeadersOfThePhonesPages(t *testing.T) {
	h := newHall(t, Options{})
	host := strings.TrimSuffix(strings.TrimPrefix(h.url, "http://"), "/")
	for _, path := range []string{"j", "j/" + h.code, "j/AAAAAA", "rooms", "check/phone", "j/" + h.code + "?state", "nothing"} {
		a, err := http.Get(h.url + path)
		if err != nil {
			t.Fatal(err)
		}
		a.Body.Close()
		policy := a.Header.Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "connect-src 'self' ws://" + host} {
			if !strings.Contains(policy, want) {
				t.Errorf("%s: the policy lacks %s: %s", path, want, policy)
			}
		}
		if strings.Contains(policy, "unsafe") || strings.Contains(policy, "*") {
			t.Errorf("%s: the policy allows too much: %s", path, policy)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cache-Control": "no-store"} {
			if got := a.Header.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", path, name, got, want)
			}
		}
	}
	for path, want := range map[string]string{"j/phone.js?" + phone.Version(): "immutable", "j/phone.css?" + phone.Version(): "immutable", "j/phone.js": "no-cache", "j/phone.css?old": "no-cache"} {
		a, err := http.Get(h.url + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(a.Body)
		a.Body.Close()
		if !strings.Contains(a.Header.Get("Cache-Control"), want) || len(body) < 1000 {
			t.Errorf("%s: %q, %d bytes", path, a.Header.Get("Cache-Control"), len(body))
		}
	}
	// A Host that is not this server's is not written into the policy.
	r := h.request(http.MethodGet, "j", "")
	r.Host = "x;script-src *"
	a, err := http.DefaultClient.Do(r)
	if err == nil {
		defer a.Body.Close()
		if strings.Contains(a.Header.Get("Content-Security-Policy"), "*") {
			t.Error("a Host header changes the policy")
		}
	}
}
