package e2e

import (
	"bytes"
	"image"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
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
	if start == "Start" {
		p.pressItem(p.find("link", "hold it as a workshop"))
	} else {
		p.push(start)
		p.leaveTo("Clients", "About")
		p.push("Workshop")
	}
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

// on presses the clicker's key until there is a button.
func (p *page) on(button string) {
	p.t.Helper()
	for range 12 {
		if p.see().has("button", button) {
			return
		}
		p.key(kb.PageDown)
	}
	p.t.Fatalf("%q does not come:\n%s", button, p.see())
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
// clicker, the notes in a second window, a reload in the middle of a
// discussion, and a debrief to take along.
func TestShowOfHands(t *testing.T) {
	url, stop := stoppable(t)
	p := open(t, opening{size: laptop, url: url})
	p.toWorkshop("Start")
	p.do("wait until the page has been put by", chromedp.Evaluate("navigator.serviceWorker.ready.then(() => 0)", nil, awaited))
	notes := p.popup(func() { p.push("Open the notes window") })
	notes.find("heading", "Notes for whoever leads the room")
	stop()
	p.push("Begin")
	p.on("Hear Dana")
	p.find("heading", "A first call")
	p.key(kb.PageDown)
	p.says("We’ve been burned before")
	notes.says("We’ve been burned before")
	p.key(kb.PageDown)
	p.hands("12", "7")
	if p.see().says("12 votes") {
		t.Error("the split is shown before it is revealed")
	}
	notes.find("textbox", "Hands for A")
	notes.shoot("room-notes-vote")
	p.key(kb.PageDown)
	p.says("A, 12 votes of 19")
	notes.push("Next: discuss")
	p.says("2:5") // the clock runs
	notes.key("t")
	p.says("paused")
	p.shoot("room-paused")
	p.reload()
	p.says("paused")
	p.key("t")
	p.key(kb.PageDown)
	p.hands("3", "16")
	p.key(kb.PageDown)
	p.says("B, 16 votes of 19")
	p.key(".")
	p.find("button", "Show the screen again")
	p.key(".")
	p.key(kb.PageDown)
	p.find("button", "Show the replies and vote")
	for !p.see().has("region", "Debrief") { // the rest at once, to the end
		switch t := p.see(); {
		case t.has("button", "Say one at once"):
			p.push("Say one at once")
			p.key("a")
		default:
			p.key(kb.PageDown)
		}
	}
	p.says("A 3, B 16, C 0")
	if name, csv := p.download("Save as a table (CSV)", "The table is among your downloads"); name != "earned-workshop-"+first+".csv" ||
		!strings.HasPrefix(string(csv), "\ufeffpath,reply") || !strings.Contains(string(csv), `"A 3, B 16, C 0"`) {
		t.Errorf("the table %q is\n%s", name, csv)
	}
	name, png := p.download("Save as a picture", "The picture is among your downloads")
	if img, _, err := image.Decode(bytes.NewReader(png)); err != nil || name != "earned-workshop-"+first+".png" || img.Bounds().Dx() < 1600 {
		t.Errorf("the picture %q: %v", name, err)
	}
	if err := os.WriteFile(filepath.Join(shots(), "room-picture.png"), png, 0o644); err != nil {
		t.Fatal(err)
	}
	words, charts := p.paper()
	for _, w := range []string{"How the room voted", "A 3, B 16, C 0", "Questions for the room", "This path as a code"} {
		if !strings.Contains(words, w) {
			t.Errorf("on paper %q is missing", w)
		}
	}
	if charts != 1 {
		t.Errorf("on paper are %d curves", charts)
	}
	p.print("room-printed")
	p.sound()
	notes.sound()
}

// The window that the browser refuses is said, and so is one that was closed.
func TestTheNotesWindow(t *testing.T) {
	p := open(t, opening{size: laptop, script: "const real = open; globalThis.refuse = true; open = (...a) => refuse ? null : real(...a)"})
	p.toWorkshop("Start")
	p.push("Open the notes window")
	p.says("The browser has blocked the notes window.")
	p.eval("refuse = false; 0", nil)
	notes := p.popup(func() { p.push("Open the notes window") })
	p.says("The notes window is open.")
	p.push("Begin")
	p.on("Hear Dana")
	notes.push("Next: hear Dana")
	p.says("We’ve been burned before")
	notes.find("button", "Blank the screen")
	notes.accessible("the notes window")
	notes.shoot("room-notes")
	notes.do("close the window", chromedp.Evaluate("close()", nil))
	p.push("More …")
	p.says("The notes window was closed.")
	p.sound()
}

// Every screen of a workshop at every size, looked over by axe-core.
func TestWorkshopScreens(t *testing.T) { tourWorkshop(t, composition{prefix: "room-", start: "Start"}) }

// The same as text, in the dark.
func TestWorkshopScreensAsText(t *testing.T) {
	tourWorkshop(t, composition{prefix: "room-text-", start: "Play as text", dark: true})
}

func tourWorkshop(t *testing.T, c composition) {
	g := &gallery{page: open(t, opening{bypass: true, size: laptop, dark: c.dark}), composition: c, shown: map[string]bool{}}
	g.toWorkshop(c.start)
	g.show("plan")
	g.push("Read all of it beforehand")
	g.find("button", "Back to the workshop")
	g.show("script")
	g.pressItem(g.see().one("button", "Back to the workshop"))
	g.pressItem(g.find("radio", "Two tables playing against each other"))
	g.push("Begin")
	g.find("heading", "Who you are")
	g.show("brief")
	g.on("Hear Dana")
	g.find("heading", "A first call")
	g.show("scene")
	g.key(kb.PageDown)
	g.says("We’ve been burned before")
	g.show("reads")
	g.key(kb.PageDown)
	g.find("list", "Replies")
	g.hands("12", "7")
	g.key("c")
	g.key("1")
	g.show("votes")
	g.key("Backspace")
	g.key(kb.PageDown)
	g.says("A, 12 votes of 19")
	g.show("split")
	g.key(kb.PageDown)
	g.key("t")
	g.says("paused")
	g.show("discuss")
	g.key(kb.PageDown)
	g.hands("9", "9", "1")
	g.key(kb.PageDown)
	g.says("A tie: A and B")
	g.show("tie")
	g.push("Decide which is said")
	g.says("Which one is said?")
	g.show("deciding")
	g.key("b")
	g.says("Table 2")
	g.push("More …")
	g.find("button", "Back to the round")
	g.show("menu")
	g.push("Back to the round")
	g.key(kb.PageDown)
	g.push("Ask how much they trust us")
	for _, n := range []string{"1", "2", "9", "3", "0"} {
		g.key(n)
		g.key(kb.Enter)
	}
	g.show("asks")
	g.key(kb.PageDown)
	g.says("The room says 3")
	g.show("asked")
	g.toReview(g.show)
	g.show("review")
	for _, screen := range []string{"plan", "script", "brief", "scene", "reads", "votes", "split", "discuss", "tie", "deciding", "menu", "asks", "asked", "ended", "became", "review"} {
		if !g.shown[screen] {
			t.Errorf("the tour did not come by the screen %q", screen)
		}
	}
	g.sound()
}
