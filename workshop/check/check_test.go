package check

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
)

// begun is a server with a check under way: its address, the check's name, and
// what the laptop is told, as it is told.
func begun(t *testing.T) (at, name string, seen func() []Phone, c *Checks) {
	t.Helper()
	return begin(t, New("http://192.168.7.7:8080/", "chosen by hand", false))
}

func begin(t *testing.T, c *Checks) (at, name string, seen func() []Phone, _ *Checks) {
	t.Helper()
	mux := http.NewServeMux()
	c.Mount(mux)
	web := httptest.NewServer(mux)
	t.Cleanup(web.Close)
	r, err := http.Post(web.URL+"/check/open", "", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	var said struct{ T, Address, Chosen, SVG string }
	if err := json.NewDecoder(r.Body).Decode(&said); err != nil || r.StatusCode != http.StatusOK {
		t.Fatal(r.Status, err)
	}
	if said.Address != "http://192.168.7.7:8080/check/phone?t="+said.T || said.Chosen != "chosen by hand" || !strings.HasPrefix(said.SVG, "data:image/svg+xml,%3Csvg") {
		t.Fatalf("the laptop is told %+v", said)
	}
	stream, err := http.Get(web.URL + "/check/seen?t=" + said.T)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stream.Body.Close() })
	lines := bufio.NewScanner(stream.Body)
	return web.URL + "/check/", said.T, func() []Phone {
		t.Helper()
		for lines.Scan() {
			if body, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var all []Phone
				if err := json.Unmarshal([]byte(body), &all); err != nil {
					t.Fatal(err)
				}
				return all
			}
		}
		t.Fatal("the laptop is told no more")
		return nil
	}, c
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, string(b)
}

func TestTheLaptopSeesAPhoneThatCameAndHowItIsConnected(t *testing.T) {
	at, name, seen, _ := begun(t)
	if got := seen(); len(got) != 0 {
		t.Fatalf("before any phone came: %+v", got)
	}
	if _, page := get(t, at+"phone?t="+name); !strings.Contains(page, "This phone reaches the laptop") || !strings.Contains(page, `data-n="1"`) {
		t.Errorf("the phone is told %s", page)
	}
	if got := seen(); len(got) != 1 || got[0] != (Phone{N: 1, Self: true}) { // this test is the laptop itself
		t.Errorf("once it came: %+v", got)
	}
	r, err := http.Post(at+"report", "application/json", strings.NewReader(`{"t":"`+name+`","n":1,"self":false,"done":true,"ms":12,"socket":true,"events":false}`))
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if got := seen(); len(got) != 1 || got[0] != (Phone{N: 1, Self: true, Done: true, MS: 12, Socket: true}) {
		t.Errorf("once it reported: %+v", got)
	}
}

// Behind a proxy all come from one address; the laptop is known by the browser
// that began the check.
func TestBehindAProxyPhonesAreNotTakenForTheLaptop(t *testing.T) {
	at, name, seen, c := begin(t, New("http://192.168.7.7:8080/", "chosen by hand", true))
	seen()
	get(t, at+"phone?t="+name)
	if got := seen(); len(got) != 1 || got[0] != (Phone{N: 1}) {
		t.Errorf("a phone: %+v", got)
	}
	w := httptest.NewRecorder()
	c.mark(w, name)
	mine := w.Result().Cookies()
	if len(mine) != 1 || mine[0].Path != "/check/" || !mine[0].HttpOnly {
		t.Fatalf("the laptop is marked by %v", mine)
	}
	for who, want := range map[string]bool{name: true, "another": false} {
		r := httptest.NewRequest(http.MethodGet, "/check/phone", nil)
		r.AddCookie(mine[0])
		if got := c.self(r, who); got != want {
			t.Errorf("of check %s: the laptop itself: %v", who, got)
		}
	}
}

func TestWhatIsNoReportChangesNothing(t *testing.T) {
	at, name, seen, _ := begun(t)
	seen()
	get(t, at+"phone?t="+name)
	want := seen()
	for _, body := range []string{"", "{", `{"t":"` + name + `","n":1,"ms":-1}`, `{"t":"` + name + `","n":1,"ms":99999999}`, `{"t":"nobody","n":1}`,
		`{"t":"` + name + `","n":1,"evil":1}`, `{"t":"` + name + `","n":1,"x":"` + strings.Repeat("y", 1000) + `"}`} {
		r, err := http.Post(at+"report", "application/json", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode < 400 {
			t.Errorf("%.80s: %s", body, r.Status)
		}
	}
	get(t, at+"phone?t="+name)
	if got := seen(); len(got) != 2 || got[0] != want[0] {
		t.Errorf("afterwards: %+v", got)
	}
}

func TestThePiecesThatAPhoneTries(t *testing.T) {
	at, _, _, _ := begun(t)
	if status, _ := get(t, at+"ping"); status != http.StatusNoContent {
		t.Errorf("ping: %d", status)
	}
	conn, _, err := websocket.Dial(t.Context(), "ws"+strings.TrimPrefix(at, "http")+"ws", nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := conn.Write(t.Context(), websocket.MessageText, []byte("here")); err != nil {
		t.Fatal(err)
	}
	if _, b, err := conn.Read(t.Context()); err != nil || string(b) != "here" {
		t.Errorf("the socket says %q (%v)", b, err)
	}
	_ = conn.CloseNow()
	r, err := http.Get(at + "events")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if line, err := bufio.NewReader(r.Body).ReadString('\n'); err != nil || line != "data: \"here\"\n" || r.Header.Get("Content-Type") != "text/event-stream" {
		t.Errorf("the events say %q (%v)", line, err)
	}
}

func TestChecksAreBoundedAndForgotten(t *testing.T) {
	at, name, _, c := begun(t)
	for n := range maxPhones + 2 {
		_, page := get(t, at+"phone?t="+name)
		if counted := !strings.Contains(page, `data-n="0"`); counted != (n < maxPhones) || !strings.Contains(page, "This phone reaches the laptop") {
			t.Errorf("phone %d is told %s", n+1, page)
		}
	}
	if n := len(c.find(name).phones); n != maxPhones {
		t.Errorf("%d phones are kept", n)
	}
	open := func() int {
		r, err := http.Post(at+"open", "", nil)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Body.Close()
		return r.StatusCode
	}
	for range maxChecks - 1 {
		if open() != http.StatusOK {
			t.Fatal("a check was refused too early")
		}
	}
	if c.find(name) == nil {
		t.Error("the first check is forgotten too early")
	}
	if open() != http.StatusOK || len(c.all) != maxChecks || c.find(name) != nil {
		t.Errorf("one more takes the place of the first: %d are kept", len(c.all))
	}
	c.now = func() time.Time { return time.Now().Add(life + time.Minute) }
	if status, page := get(t, at+"phone?t="+name); status != 200 || !strings.Contains(page, "That check is over") || c.find(name) != nil {
		t.Errorf("an hour later: %d %s", status, page)
	}
	if open() != http.StatusOK || len(c.all) != 1 {
		t.Errorf("an hour later %d checks are kept", len(c.all))
	}
}
