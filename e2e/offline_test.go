package e2e

import (
	"context"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"earned/internal/site"
)

// host is a web host of its own: what it serves can be replaced, and it can
// fail as a host does that has gone.
type host struct {
	url    string
	serves atomic.Pointer[http.Handler] // nil: nothing answers
}

func newHost(t *testing.T) *host {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	h := &host{url: "http://" + l.Addr().String() + "/"}
	server := &http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		serves := h.serves.Load()
		if serves == nil {
			panic(http.ErrAbortHandler) // cuts the connection, as when there is no network
		}
		(*serves).ServeHTTP(w, r)
	})}
	go func() { _ = server.Serve(l) }()
	t.Cleanup(func() { _ = server.Close() })
	return h
}

func (h *host) serve(s http.Handler) { h.serves.Store(&s) }
func (h *host) leave()               { h.serves.Store(nil) }

// version is the site with another title.
func version(t *testing.T, title string) http.Handler {
	t.Helper()
	root := t.TempDir()
	for _, name := range []string{"index.html", "sw.js", "page", "check", "scenarios"} {
		from, to := filepath.Join(checkout, name), filepath.Join(root, name)
		info, err := os.Stat(from)
		if err != nil {
			t.Fatal(err)
		}
		if info.IsDir() {
			if err := os.CopyFS(to, os.DirFS(from)); err != nil {
				t.Fatal(err)
			}
			continue
		}
		body, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		if name == "index.html" {
			before, rest, _ := strings.Cut(string(body), "<title>")
			_, after, ok := strings.Cut(rest, "</title>")
			if !ok {
				t.Fatal("index.html has no title")
			}
			body = []byte(before + "<title>" + title + "</title>" + after)
		}
		if err := os.WriteFile(to, body, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	built, err := site.Build(context.Background(), checkout, os.Stdout)
	if err != nil {
		t.Fatal(err)
	}
	s, err := site.Load(root, built)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// keeps waits until the browser keeps the whole of the page titled so.
func (p *page) keeps(title string) {
	p.t.Helper()
	p.until("the browser to keep "+title, `(async () => {
		const names = await caches.keys();
		for (const name of names) {
			const cache = await caches.open(name);
			for (const r of await cache.keys()) {
				if (!r.url.includes('/index.html?')) continue;
				const text = await (await cache.match(r)).text();
				const reg = await navigator.serviceWorker.getRegistration();
				if (text.includes('<title>`+title+`</title>') && reg && reg.active && !reg.installing && !reg.waiting) return true;
			}
		}
		return false;
	})()`)
}

// until waits for a promise in the page to come to true.
func (p *page) until(what, script string) {
	p.t.Helper()
	p.wait(what, func(tree) bool {
		var is bool
		p.do("ask for "+what, chromedp.Evaluate(script, &is, awaited))
		return is
	})
}

func (p *page) title() (title string) {
	p.t.Helper()
	p.eval("document.title", &title)
	return title
}

func TestTheGameOpensOfflineOnTheSecondVisitAndANewVersionTakesOver(t *testing.T) {
	h := newHost(t)
	h.serve(version(t, "First"))
	p := open(t, opening{url: h.url})
	p.keeps("First")

	h.leave()
	p.do("be offline", network.OverrideNetworkState(true, 0, -1, -1))
	p.reload()
	if got := p.title(); got != "First" {
		t.Fatalf("offline the page is %q", got)
	}
	p.push("Start")
	p.wait("the game to run offline", func(tr tree) bool { return !tr.has("button", "Play as text") && tr.one("heading", "…") != nil })
	p.do("see that no part is missing", chromedp.Evaluate(`document.fonts.ready.then(() => [...document.fonts].every(f => f.status !== 'error'))`, nil, awaited))

	// With the network back a new version is what is seen at once, and what is
	// kept a moment later.
	p.do("be online", network.OverrideNetworkState(false, 0, -1, -1))
	h.serve(version(t, "Second"))
	p.do("open it anew", chromedp.Navigate(h.url))
	if got := p.title(); got != "Second" {
		t.Errorf("online an old page is shown: %q", got)
	}
	p.keeps("Second")
	h.leave()
	p.reload()
	if got := p.title(); got != "Second" {
		t.Errorf("after the new version was kept, the page is %q", got)
	}
	var files []string
	p.do("look at what is kept", chromedp.Evaluate(`caches.keys().then(async n => (await Promise.all(n.map(async k => (await (await caches.open(k)).keys()).map(r => r.url)))).flat())`, &files, awaited))
	seen := map[string]bool{}
	for _, f := range files {
		name, _, _ := strings.Cut(f, "?")
		if seen[name] {
			t.Errorf("two versions of %s are kept", name)
		}
		seen[name] = true
	}
}

// Inside another page nothing is kept: an LMS decides for itself.
func TestInAFrameNothingIsKept(t *testing.T) {
	h := newHost(t)
	inner := version(t, "Inner")
	h.serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/frame.html" {
			inner.ServeHTTP(w, r)
			return
		}
		_, _ = w.Write([]byte(`<!doctype html><html lang="en"><title>LMS</title><iframe title="course" src="./" width="700" height="400"></iframe>`))
	}))
	p := open(t, opening{url: h.url + "frame.html"})
	p.until("the game in the frame", `!!frames[0].document.getElementById('bytes') && frames[0].document.getElementById('bytes').textContent === 'Ready'`)
	var kept int
	p.do("give it longer than it would take", chromedp.Evaluate(`new Promise(r => setTimeout(r, 7000)).then(() => frames[0].navigator.serviceWorker.getRegistrations()).then(r => r.length)`, &kept, awaited))
	if kept != 0 {
		t.Error("in a frame the page had the browser keep it")
	}
}
