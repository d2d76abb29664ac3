package e2e

import (
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
)

// Every ending of the first conversation is played from Start to the debrief
// through the twin alone, with nothing asked of the network once the game is
// here and no complaint from the browser or its content policy.
func TestEveryEnding(t *testing.T) {
	all := ways(t)
	if len(all) < 4 {
		t.Errorf("the first conversation has %d endings, fewer than four", len(all))
	}
	for _, w := range all {
		t.Run(w.ending.ID, func(t *testing.T) {
			p := open(t, opening{})
			loaded := -1
			sawEnding := false
			wk := &walker{page: p, way: w, press: pointer, each: func(screen string) {
				if screen == "talking" && loaded < 0 && p.here() { // before that the page itself shows the first beat
					loaded = len(p.requests())
					p.contract(w)
				}
				sawEnding = sawEnding || screen == "continue" && p.see().has("heading", w.ending.Title)
			}}
			wk.ends(wk.walk(nil))
			if !sawEnding {
				t.Errorf("the ending %q was not shown before the debrief", w.ending.Title)
			}
			if loaded < 0 {
				t.Fatal("the game was never here while the client talked")
			}
			asked := p.requests()
			for _, a := range asked[loaded:] {
				t.Errorf("asked for after the game was here: %s", a)
			}
			p.sameHost(asked)
			p.sound()
		})
	}
}

// contract holds the roles and names of docs/twin.md on the conversation's
// screen, and that no number stands for trust on it.
func (p *page) contract(w way) {
	p.t.Helper()
	t := p.see()
	if t.one("log", "Conversation") == nil {
		p.t.Errorf("no log is named \"Conversation\"")
	}
	if !strings.Contains(headings(t), w.talk.Client.Name) {
		p.t.Errorf("no heading holds the client's name; the headings are %s", headings(t))
	}
	img := t.one("image", "Client: …")
	if img == nil {
		img = t.one("img", "Client: …")
	}
	if img == nil || len(img.name) < len("Client: ")+10 {
		p.t.Errorf("no image of the client says what is seen: %v", img)
	}
	for _, it := range t {
		for _, word := range []string{"trust:", "/100", "of 100", "%"} {
			if strings.Contains(strings.ToLower(it.name), word) {
				p.t.Errorf("the conversation shows %q, in %s", word, it)
			}
		}
	}
}

func headings(t tree) string {
	var all []string
	for _, h := range t.all("heading", "…") {
		all = append(all, h.name)
	}
	return strings.Join(all, " | ")
}

// sameHost holds that nothing was asked of any other host.
func (p *page) sameHost(asked []string) {
	p.t.Helper()
	home, err := url.Parse(address)
	if err != nil {
		p.t.Fatal(err)
	}
	for _, a := range asked {
		if u, err := url.Parse(a); err != nil || u.Host != home.Host {
			p.t.Errorf("asked of another host: %s", a)
		}
	}
}

// A whole conversation by keyboard alone. Replies are given by digit, by
// arrows and Enter, and by Tab and Enter, in turn; focus is where the next key
// is expected.
func TestByKeyboardAlone(t *testing.T) {
	w := ways(t)[0]
	p := open(t, opening{})
	turn := 0
	wk := &walker{page: p, way: w}
	wk.press = func(p *page, it *item) {
		if !isReply(it) {
			keyboard(p, it)
			return
		}
		if f := p.see().focus(); f == nil || !isReply(f) {
			t.Errorf("reply %d: the replies are there and the focus is on %v", wk.said, f)
			p.tabTo(it.parent.in("button")[0])
		}
		buttons := it.parent.in("button")
		at := 0
		for i, b := range buttons {
			if b.backend == it.backend {
				at = i
			}
		}
		switch turn++; turn % 3 {
		case 0:
			p.key(string(rune('1' + at)))
		case 1:
			p.key(kb.Home)
			for range at {
				p.key(kb.ArrowDown)
			}
			p.key(kb.Enter)
		default:
			keyboard(p, it)
		}
	}
	wk.ends(wk.walk(nil))
	p.sound()
}

func isReply(it *item) bool {
	for up := it.parent; up != nil; up = up.parent {
		if up.role == "group" && up.name == "Your replies" {
			return it.role == "button"
		}
	}
	return false
}

// What belongs to the browser stays the browser's: Tab, function keys and
// chords reach it though the engine would swallow them.
func TestBrowserKeysStayTheBrowsers(t *testing.T) {
	w := ways(t)[0]
	p := open(t, opening{})
	wk := &walker{page: p, way: w, press: pointer}
	wk.walk(func(screen string) bool { return screen == "talking" })
	p.eval(`window.kept = []; addEventListener('keydown', e => { if (!e.defaultPrevented) kept.push(e.key); e.preventDefault() }); 0`, nil)
	p.key(kb.Tab)
	p.key(kb.F5)
	p.key(kb.F6)
	p.key("r", input.ModifierCtrl)
	p.key("f", input.ModifierCtrl)
	p.key("1", input.ModifierAlt)
	var kept []string
	p.eval("kept", &kept)
	if got, want := strings.Join(kept, " "), "Tab F5 F6 r f 1"; got != want {
		t.Errorf("the browser was left %q, want %q", got, want)
	}
	if _, screen := p.settled(); screen != "talking" || wk.said != 0 {
		t.Errorf("a browser's key answered the client: %s", screen)
	}
}

// A whole conversation with a finger, on a phone held upright.
func TestByTouch(t *testing.T) {
	w := ways(t)[0]
	p := open(t, opening{size: phone, touch: true})
	wk := &walker{page: p, way: w, press: pointer, each: func(string) {
		if f := p.misfits(); len(f) > 0 {
			t.Errorf("on a phone: %s", strings.Join(f, "; "))
		}
	}}
	wk.ends(wk.walk(nil))
	p.sound()
}
