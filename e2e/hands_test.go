package e2e

import (
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// toWorkshop goes from the page's first screen to the planning of a workshop.
func (p *page) toWorkshop(start string) {
	p.t.Helper()
	p.push(start)
	p.leaveTo("Clients", "About")
	p.push("Workshop")
	p.find("heading", "Workshop")
}

// A second server with the same site, which a test may stop.
func stoppable(t *testing.T) (url string, stop func()) {
	t.Helper()
	if pages == nil {
		t.Fatal("this test needs the site served here: leave out -url")
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: pages, ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = server.Serve(listener) }() // ends when it is closed
	stop = func() { _ = server.Close() }
	t.Cleanup(stop)
	return "http://" + listener.Addr().String() + "/", stop
}

// hands enters a show of hands by keys.
func (p *page) hands(counts ...string) {
	p.t.Helper()
	for i, c := range counts {
		p.key(string(rune('a' + i)))
		for _, d := range c {
			p.key(string(d))
		}
		p.key(kb.Enter)
	}
}

func (p *page) says(words string) {
	p.t.Helper()
	p.wait("it to say "+words, func(t tree) bool { return t.says(words) })
}

// popup is the window that the page opens next.
func (p *page) popup(open func()) *page {
	p.t.Helper()
	ids := chromedp.WaitNewTarget(p.ctx, func(i *target.Info) bool { return i.Type == "page" })
	open()
	select {
	case id := <-ids:
		ctx, cancel := chromedp.NewContext(p.ctx, chromedp.WithTargetID(id))
		p.t.Cleanup(cancel)
		if err := chromedp.Run(ctx); err != nil { // with no time limit: it would end the connection
			p.t.Fatalf("reach the second window: %v", err)
		}
		n := &page{t: p.t, ctx: ctx, size: size{560, 860}}
		n.listen()
		n.do("look at the second window", runtime.Enable(), log.Enable(), accessibility.Enable(),
			emulation.SetDeviceMetricsOverride(n.size.w, n.size.h, 1, false))
		return n
	case <-time.After(patience):
		p.t.Fatal("no window opens")
	}
	return nil
}

// A whole show of hands with the server stopped once the page is here: keys and
// clicker, the notes in a second window, a reload that is none of the server's
// business, and a debrief with the splits.
func TestShowOfHands(t *testing.T) {
	url, stop := stoppable(t)
	p := open(t, opening{size: laptop, url: url})
	p.toWorkshop("Start")
	p.do("wait until the page has been put by", chromedp.Evaluate("navigator.serviceWorker.ready.then(() => 0)", nil, awaited))
	notes := p.popup(func() { p.push("Open the notes window") })
	notes.find("heading", "Notes for whoever leads the room")
	stop()
	p.push("Begin")
	p.find("heading", "A first call")
	p.key(kb.PageDown)
	p.says("We've been burned before")
	notes.says("We've been burned before")
	p.key(kb.PageDown)
	p.hands("12", "7")
	if p.see().says("12 votes") {
		t.Error("the split is shown before it is revealed")
	}
	notes.find("textbox", "Hands for A")
	p.key(kb.PageDown)
	p.says("A, 12 votes of 19")
	p.shoot("room-split")
	notes.push("Next: discuss")
	p.says("2:5")
	p.key(kb.PageDown)
	p.hands("3", "16")
	p.key(kb.PageDown)
	p.says("B, 16 votes of 19")
	p.key(".")
	p.find("button", "Show the screen again")
	p.key(".")
	p.key(kb.PageDown)
	p.find("button", "Show the replies and vote")
	p.sound()
	notes.sound()
}
