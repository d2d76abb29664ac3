package e2e

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

const asked = "Dana says: We’ve been burned before. What do you answer?"

var answers = []string{
	"Nine months. Who had to stand up and explain that?",
	"Our average roll-out is five weeks from the day we sign. I can show you the last twelve, the late ones too.",
	"For a network your size six weeks was never going to happen, and someone over there knew it.",
}

// Three phones, one that comes late, one that loads its page anew in the
// middle, one that is taken out: each is counted once, and sees what is so.
func TestPhonesThroughWholeRounds(t *testing.T) {
	h := newHall(t)
	typed := h.phone(t, opening{url: h.url + "j"})
	typed.shoot("phone-code")
	typed.pressItem(typed.find("textbox", "The code is on the wall, next to the square."))
	typed.do("type the code", chromedp.KeyEvent(strings.ToLower(h.code[:3])+" "+strings.ToLower(h.code[3:])))
	typed.push("Go in")
	typed.push("Take a seat")
	one := typed
	one.heads("Look up")
	two := h.seated(t, opening{})
	if !two.see().says("Seat") || !two.see().says("2") {
		t.Errorf("the phone does not say its seat:\n%s", two.see())
	}
	h.do(`{"do":"say","text":"Dana has just come in."}`)
	one.wait("what is said", func(tr tree) bool { return tr.says("Dana has just come in.") })
	one.shoot("phone-wait")

	h.ask(asked, answers...)
	one.heads(asked)
	one.shoot("phone-vote")
	one.pressItem(one.find("radio", "A "+answers[0]))
	one.shoot("phone-vote-chosen")
	one.push("Send")
	one.heads("Counted")
	one.shoot("phone-counted")
	two.pressItem(two.find("radio", "B "+answers[1]))
	two.reload() // a choice half made is lost, a seat is not
	two.heads(asked)
	two.votes("C " + answers[2])
	two.heads("Counted")
	one.reload()
	one.heads("Counted")

	late := h.seatedDuring(t)
	late.votes("A " + answers[0])
	late.heads("Counted")
	h.counted(2, 0, 1)
	h.do(`{"do":"reveal"}`)
	for _, p := range []*page{one, two, late} {
		p.wait("the reveal", func(tr tree) bool { return tr.says("What the room answered is on the wall.") })
		if tr := p.see(); tr.says("2 votes") || tr.has("radio", "…") {
			t.Errorf("a phone shows counts or answers after the reveal:\n%s", tr)
		}
	}
	one.shoot("phone-shown")

	// The second vote, after talking it over; one phone is too late for it.
	h.ask(asked, answers...)
	one.votes("B " + answers[1])
	two.votes("B " + answers[1])
	one.heads("Counted")
	two.heads("Counted")
	late.heads(asked)
	h.counted(0, 2, 0)
	late.heads("That question is closed")
	late.shoot("phone-closed")

	h.do(`{"do":"lock"}`)
	stranger := h.phone(t, opening{})
	stranger.heads("The room is locked")
	stranger.shoot("phone-locked")
	h.do(`{"do":"unlock"}`)
	stranger.heads("Take a seat") // by itself
	stranger.shoot("phone-sit")

	h.do(`{"do":"remove","seat":2}`)
	two.heads("This seat was taken away")
	two.shoot("phone-removed")
	two.reload()
	two.heads("This seat was taken away")

	h.round++
	h.askTable(2, "Table 2: what do you answer?", answers[:2]...)
	one.heads("Which table are you at?")
	one.shoot("phone-table")
	one.push("Table 1")
	one.heads("The other table answers")
	one.shoot("phone-other")
	late.push("Table 2")
	late.heads("Table 2: what do you answer?")
	late.votes("A " + answers[0])
	late.heads("Counted")
	h.counted(1, 0)

	h.do(`{"do":"end"}`)
	one.heads("The room is over")
	one.shoot("phone-over")
	one.reload()
	one.wait("that there is no such room", func(tr tree) bool {
		return tr.has("heading", "Which room?") && tr.says("There is no room of that code")
	})
	one.shoot("phone-none")
	for _, p := range []*page{one, late, stranger} {
		p.mu.Lock()
		for _, c := range p.problems {
			if !strings.Contains(c, "404") { // the room that is over
				t.Errorf("a phone complained: %s", c)
			}
		}
		p.mu.Unlock()
	}
}

// seatedDuring takes a seat while a question is open.
func (h *hall) seatedDuring(t *testing.T) *page {
	t.Helper()
	p := h.phone(t, opening{})
	p.push("Take a seat")
	p.heads(asked)
	return p
}

// soon does something to the phone, after which the heading must be there
// within two seconds. The page itself looks for it, often.
func (p *page) soon(title, what string, does ...chromedp.Action) {
	p.t.Helper()
	began := time.Now()
	p.do(what, does...)
	p.do("wait for "+title, chromedp.Evaluate(`new Promise(r => {
		const look = () => [...document.querySelectorAll('h1')].some(h => h.offsetParent && h.textContent === `+quoted(title)+`) ? r(true) : setTimeout(look, 10);
		look();
	})`, nil, awaited))
	if took := time.Since(began); took > 2*time.Second {
		p.t.Errorf("%s: %q came after %s, want at most 2 s", what, title, took)
	} else {
		p.t.Logf("%s: %q after %s", what, title, took.Round(time.Millisecond))
	}
}

func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `\'`) + "'" }

// A phone leaves the network and comes back on another, or wakes from sleep:
// within two seconds it is where the room is. What was sent meanwhile is kept.
func TestAPhoneThatWasAwayHasItsSeatAgainWithinTwoSeconds(t *testing.T) {
	h := newHall(t)
	p := h.seated(t, opening{})
	h.ask(asked, answers...)
	p.heads(asked)

	off := func(is bool) chromedp.Action { return network.OverrideNetworkState(is, 0, -1, -1) }
	p.pressItem(p.find("radio", "A "+answers[0]))
	h.net.cut()
	p.do("leave the network", off(true))
	p.push("Send")
	p.wait("that the answer is kept", func(tr tree) bool { return tr.says("Kept, until there is a connection.") })
	p.shoot("phone-kept")
	h.net.mend()
	p.soon("Counted", "join another network", off(false))
	h.counted(1, 0, 0)
	p.heads("Counted")

	h.net.cut() // the Wi-Fi restarts, and the phone is told nothing of it
	p.wait("that the connection is gone", func(tr tree) bool { return tr.says("No connection. Trying again.") })
	p.shoot("phone-lost")
	p.do("leave the network", off(true))
	h.net.mend()
	h.ask("And now?", answers...)
	p.soon("And now?", "join the network again", off(false))

	// Asleep: the socket dies unseen, the room goes on; then it is looked at.
	p.eval(`Object.defineProperty(document, 'hidden', {configurable: true, get: () => true}); document.dispatchEvent(new Event('visibilitychange'))`, nil)
	h.net.cut()
	h.net.mend()
	h.counted(0, 0, 0)
	p.soon("That question is closed", "wake up",
		chromedp.Evaluate(`Object.defineProperty(document, 'hidden', {configurable: true, get: () => false}); document.dispatchEvent(new Event('visibilitychange'))`, nil))

	h.ask("And at last?", answers...)
	p.heads("And at last?")
	p.soon("And at last?", "load the page anew", chromedp.Reload())
	p.votes("B " + answers[1])
	p.heads("Counted")
	h.counted(0, 1, 0)
}

// A vote whose acknowledgement was lost is sent again and counts once.
func TestAVoteWhoseAcknowledgementIsLostCountsOnce(t *testing.T) {
	h := newHall(t)
	p := h.seated(t, opening{})
	h.ask(asked, answers...)
	p.pressItem(p.find("radio", "A "+answers[0]))
	// What is sent arrives; what comes back on the socket is lost.
	p.eval(`(() => { const send = WebSocket.prototype.send; WebSocket.prototype.send = function (m) { this.onmessage = null; send.call(this, m); }; })()`, nil)
	p.push("Send")
	p.heads("Counted")
	h.counted(1, 0, 0)
}

// The server is stopped and started again in the middle of a question: the phone
// comes back by itself, with its seat, and what it had sent is counted.
func TestTheServerStartsAgain(t *testing.T) {
	h := newHall(t)
	p, q := h.seated(t, opening{}), h.seated(t, opening{})
	h.ask(asked, answers...)
	p.heads(asked)
	q.votes("B " + answers[1])
	q.heads("Counted")
	h.restart()
	p.votes("A " + answers[0])
	p.heads("Counted")
	h.counted(1, 1, 0)
	h.ask("And now?", answers...)
	for _, phone := range []*page{p, q} {
		phone.heads("And now?")
	}
}

// Where WebSockets are cut on the way, server-sent events serve; where those
// are too, the page asks.
func TestPhonesWithoutWebSocketsAreToldAllTheSame(t *testing.T) {
	for name, script := range map[string]string{
		"no WebSocket":        `delete window.WebSocket`,
		"WebSockets cut":      `window.WebSocket = function () { const s = {close() {}, readyState: 0}; setTimeout(() => s.onclose && s.onclose(), 5); return s; }`,
		"WebSockets hang":     `window.WebSocket = function () { return {close() {}, readyState: 0}; }`,
		"only plain requests": `delete window.WebSocket; delete window.EventSource`,
		"both hang":           `window.WebSocket = window.EventSource = function () { return {close() {}, readyState: 0}; }`,
	} {
		t.Run(name, func(t *testing.T) {
			h := newHall(t)
			p := h.seated(t, opening{script: script})
			h.ask(asked, answers...)
			p.heads(asked)
			p.votes("B " + answers[1])
			p.heads("Counted")
			h.counted(0, 1, 0)
			h.do(`{"do":"reveal"}`)
			p.wait("the reveal", func(tr tree) bool { return tr.says("What the room answered is on the wall.") })
		})
	}
}

// A phone without script is told by loading the page anew, and votes by form.
func TestAPhoneWithoutScript(t *testing.T) {
	h := newHall(t)
	p := &page{t: t, ctx: newTab(t), size: phone, touch: true}
	p.listen()
	p.do("open it without script", network.Enable(), emulation.SetScriptExecutionDisabled(true), p.sizing(),
		emulation.SetTouchEmulationEnabled(true), chromedp.ActionFunc(func(ctx context.Context) error {
			return chromedp.Navigate(h.url + "j/" + h.code).Do(ctx)
		}))
	p.push("Take a seat")
	p.heads("Look up")
	h.ask(asked, answers...)
	p.heads(asked) // by itself
	p.shoot("phone-plain")
	p.votes("C " + answers[2])
	p.heads("Counted")
	h.counted(0, 0, 1)
	h.do(`{"do":"reveal"}`)
	p.wait("the reveal, by itself", func(tr tree) bool { return tr.says("What the room answered is on the wall.") })
}

// Behind a proxy that puts a path before everything, and takes it off again or
// not, a phone does all it does without one.
func TestAPhoneBehindAProxyWithAPath(t *testing.T) {
	for name, strips := range map[string]bool{"taken off": true, "left": false} {
		t.Run(name, func(t *testing.T) {
			h := newHall(t)
			target, err := url.Parse(strings.TrimSuffix(h.url, "/"))
			if err != nil {
				t.Fatal(err)
			}
			pass := http.Handler(httputil.NewSingleHostReverseProxy(target))
			if strips {
				pass = http.StripPrefix("/tools/earned", pass)
			}
			mux := http.NewServeMux()
			mux.Handle("/tools/earned/", pass)
			proxy := httptest.NewServer(mux)
			t.Cleanup(proxy.Close)
			h.options.Base = proxy.URL + "/tools/earned/"
			h.restart()

			p := h.seated(t, opening{url: h.options.Base + "j?code=" + h.code})
			h.ask(asked, answers...)
			p.heads(asked)
			p.votes("A " + answers[0])
			p.heads("Counted")
			p.reload()
			p.heads("Counted")
			h.counted(1, 0, 0)
			p.sound()
			check := open(t, opening{url: h.options.Base + "check/"})
			check.find("image", "A QR code of the address below.")
			check.wait("that all is kept", func(tr tree) bool { return tr.says("Yes: all") })
			check.sound()
		})
	}
}
