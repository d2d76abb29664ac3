package workshop

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/coder/websocket"

	"earned/workshop/phone"
)

// serveRooms starts a server of rooms and gives its address, ending in /.
func serveRooms(t *testing.T, o Options) (*Server, string) {
	t.Helper()
	if o.Base == "" {
		o.Base = "http://127.0.0.1/"
	}
	if o.Data == "" {
		o.Data = t.TempDir()
	}
	s, err := New(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(s.Handler())
	t.Cleanup(func() {
		_ = s.Close()
		web.Close()
	})
	return s, web.URL + "/"
}

func TestWholeRound(t *testing.T) {
	_, at := serveRooms(t, Options{})
	var made struct{ Code, Secret, Join, QR string }
	r, err := http.Post(at+"rooms", "application/json", nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.NewDecoder(r.Body).Decode(&made); err != nil || r.StatusCode != http.StatusCreated {
		t.Fatal(r.Status, err)
	}
	ctx := t.Context()
	ws := "ws" + strings.TrimPrefix(at, "http")
	host, _, err := websocket.Dial(ctx, ws+"rooms/"+made.Code+"/host", nil)
	if err != nil {
		t.Fatal(err)
	}
	host.SetReadLimit(1 << 20)
	say := func(s string) {
		if err := host.Write(ctx, websocket.MessageText, []byte(s)); err != nil {
			t.Fatal(err)
		}
	}
	say(`{"secret":"` + made.Secret + `"}`)
	read := func(c *websocket.Conn) string {
		_, b, err := c.Read(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	t.Log(read(host)[:200])
	req, _ := http.NewRequestWithContext(ctx, "POST", at+"j/"+made.Code+"/seat", nil)
	req.Header.Set("Accept", "application/json")
	r, err = http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	cookie := r.Cookies()[0]
	c, _, err := websocket.Dial(ctx, ws+"j/"+made.Code+"/ws", &websocket.DialOptions{HTTPHeader: http.Header{"Cookie": {cookie.Name + "=" + cookie.Value}}})
	if err != nil {
		t.Fatal(err)
	}
	t.Log(read(c))
	say(`{"id":1,"do":"open","round":1,"kind":"reply","asks":"What do you say?","offers":["a","<b>"]}`)
	t.Log(read(c))
	_ = c.Write(ctx, websocket.MessageText, []byte(`{"round":1,"offer":1}`))
	t.Log(read(c))
	_ = c.Write(ctx, websocket.MessageText, []byte(`{"round":1,"offer":0}`))
	t.Log(read(c))
	say(`{"id":2,"do":"close"}`)
	t.Log(read(c))
	say(`{"id":3,"do":"reveal","counts":true}`)
	for {
		m := read(host)
		t.Log(m)
		if strings.Contains(m, `"counts":[0,1]`) && strings.Contains(m, `"revealed":true`) {
			break
		}
	}
	_ = phone.State{}
	_ = context.Background()
}
