package e2e

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"earned/game/talk"
	"earned/scenarios"
)

// slowed limits what comes in to so many bytes a second; -1: no limit.
func slowed(bytes float64) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := network.EmulateNetworkConditionsByRule([]*network.Conditions{{Latency: 20, DownloadThroughput: bytes, UploadThroughput: bytes}}).Do(ctx)
		return err
	})
}

// openSlow opens the page where the game takes long to come in.
func openSlow(t *testing.T, o opening) *page {
	t.Helper()
	o.url = "about:blank"
	p := open(t, o)
	p.do("slow the network down", slowed(400_000))
	p.visit()
	return p
}

// visit goes to the page, as a link does.
func (p *page) visit() {
	p.t.Helper()
	p.do("go to the page", chromedp.ActionFunc(func(ctx context.Context) error {
		return chromedp.Evaluate("location.href = "+quote(address), nil).Do(ctx)
	}))
	p.find("button", "Start")
}

// firstHeadings are those of the first conversation's brief, first scene and
// first beat.
func firstHeadings(t *testing.T) [3]string {
	t.Helper()
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	c := &book.Conversations[0]
	return [3]string{c.Title, c.Meetings[0].Title, book.Client(c.Client).Name}
}

// begin presses on, so many times, through the first screens; each press waits
// for the screen it is on.
func (p *page) begin(presses int) {
	p.t.Helper()
	headings := firstHeadings(p.t)
	for i, b := range []string{"Start", "Start", "Continue"}[:presses] {
		p.push(b)
		heading := headings[i]
		p.wait("the screen "+heading, func(t tree) bool { return t.has("heading", heading) })
	}
}

// comesIn lets the game come in, and waits for it.
func (p *page) comesIn() {
	p.t.Helper()
	if p.here() {
		p.t.Fatal("the game was here before it could be: this shows nothing")
	}
	p.do("let it come in", slowed(-1))
	p.wait("the game to be here", func(tree) bool { return p.here() })
}

// here tells whether the game runs.
func (p *page) here() (is bool) {
	p.t.Helper()
	p.eval("!!document.body.dataset.mode", &is)
	return is
}

// isTrue waits until a script says so.
func (p *page) isTrue(what, script string) {
	p.t.Helper()
	p.wait(what, func(tree) (is bool) {
		p.eval(script, &is)
		return is
	})
}

// replies are what may be answered, in the order it is shown in.
func (t tree) replies() []string {
	var all []string
	if g := t.one("group", "Your replies"); g != nil {
		for _, b := range g.in("button") {
			all = append(all, b.name)
		}
	}
	return all
}

// run is the run in progress, as it is kept.
func (p *page) run() (run talk.Run, ok bool) {
	p.t.Helper()
	book, err := scenarios.Shipped()
	if err != nil {
		p.t.Fatal(err)
	}
	for l := range strings.Lines(p.kept()["earned"]) {
		if code, is := strings.CutPrefix(strings.TrimSpace(l), "now "); is {
			if run, err = talk.ParseCode(book, code); err != nil {
				p.t.Fatal(err)
			}
			return run, true
		}
	}
	return run, false
}

// heldOnce holds that the run has this one reply, that its seed orders the
// replies as they were shown, and that the screen goes on from it.
func (p *page) heldOnce(shown []string, said string) {
	p.t.Helper()
	t := p.wait("the client to answer", func(t tree) bool {
		log := t.one("log", "Conversation")
		return log != nil && strings.Contains(log.words(), "You: "+said) && !slices.Equal(t.replies(), shown)
	})
	if n := strings.Count(t.one("log", "Conversation").words(), "You: "); n != 1 {
		p.t.Errorf("the player has spoken %d times:\n%s", n, t)
	}
	run, ok := p.run()
	if !ok || len(run.Replies) != 1 {
		p.t.Fatalf("the run that is kept has the replies %q, not one", run.Replies)
	}
	book, _ := scenarios.Shipped()
	tk, err := talk.New(book, run.Conversation)
	if err != nil {
		p.t.Fatal(err)
	}
	s := tk.Start(run.Start, run.Prepared)
	var order []string
	for _, i := range tk.Order(run.Seed, s, nil) {
		order = append(order, tk.Beat(s).Replies[i].Says)
	}
	if !slices.Equal(order, shown) {
		p.t.Errorf("the replies were shown as %q; the seed that is kept orders them as %q", shown, order)
	}
	p.sound()
}

// The first reply can be given long before the game is here. It is given then,
// once, however often and on whatever one presses.
func TestFirstReplyNeedNotWait(t *testing.T) {
	for name, o := range map[string]opening{"mouse": {}, "finger": {size: phone, touch: true}, "motion": {motion: true}} {
		t.Run(name, func(t *testing.T) {
			p := openSlow(t, o)
			p.begin(3)
			tr := p.wait("the first replies", func(t tree) bool { return len(t.replies()) > 1 })
			shown := tr.replies()
			p.push(shown[1])
			p.push(shown[1])
			p.push(shown[0])
			p.push("Settings")
			p.wait("it to be said that the answer is kept", func(t tree) bool { return t.says("Your answer is kept. Loading") })
			p.comesIn()
			p.heldOnce(shown, shown[1])
		})
	}
}

// hearing keeps what is said aloud through the page's own region.
const hearing = `globalThis.heard = [];
	new MutationObserver((l) => l.forEach(({ target }) => target.id === 'announce' && target.textContent && heard.push(target.textContent))).
		observe(document, { childList: true, subtree: true });`

// aloud is what was said aloud so far.
func (p *page) aloud() (all []string) {
	p.t.Helper()
	p.eval("heard", &all)
	return all
}

// That an answer is kept is said at once, and aloud, also where nobody counts
// the bytes, because the game is compiled as it comes in.
func TestAnAnswerIsSaidToBeKept(t *testing.T) {
	p := openSlow(t, opening{script: hearing + "performance.getEntriesByType = () => []"}) // nothing tells that the network is slow
	p.begin(3)
	p.isTrue("the game's first bytes", "document.getElementById('bytes').textContent === 'Loading'")
	shown := p.see().replies()
	p.push(shown[1])
	p.says("Your answer is kept. Loading")
	if all := p.aloud(); !slices.Contains(all, "Your answer is kept.") {
		t.Errorf("said aloud is %q", all)
	}
	p.comesIn()
	p.heldOnce(shown, shown[1])
}

// The same with keys alone: focus is where the next key is expected, and keys
// mean what they mean in the game.
func TestFirstReplyByKeyboardNeedNotWait(t *testing.T) {
	p := openSlow(t, opening{})
	for _, want := range []struct{ press, then string }{{"Start", firstHeadings(t)[0]}, {"Start", firstHeadings(t)[1]}, {"Continue", ""}} {
		keyboard(p, p.find("button", want.press))
		if f := p.see().focus(); want.then != "" && (f == nil || f.name != want.then) {
			t.Errorf("after %q the focus is on %v, not on %q", want.press, f, want.then)
		}
	}
	shown := p.see().replies()
	on := func(i int, after string) {
		t.Helper()
		if f := p.see().focus(); f == nil || f.name != shown[i] {
			t.Errorf("%s the focus is on %v, not on reply %d", after, f, i+1)
		}
	}
	on(0, "at first")
	p.key(kb.ArrowDown)
	on(1, "after an arrow")
	p.key(kb.End)
	on(len(shown)-1, "after End")
	p.key(kb.Home)
	on(0, "after Home")
	p.key("2")
	p.key("1")
	p.key(kb.Enter)
	p.comesIn()
	p.heldOnce(shown, shown[1])
	if f := p.see().focus(); f == nil || !isReply(f) {
		t.Errorf("the client has answered, and the focus is on %v", f)
	}
}

// From the first words painted until the game could begin, nothing of the first
// screen moves: not as letters, pictures and progress come in.
func TestTheFirstScreenKeepsStill(t *testing.T) {
	const watch = `globalThis.shifts = [];
		new PerformanceObserver((l) => l.getEntries().forEach((e) => shifts.push(e.value + ": " + e.sources.map((s) =>
			(s.node?.id || s.node?.nodeName) + " from " + s.previousRect.y + " to " + s.currentRect.y)))).observe({ type: "layout-shift", buffered: true })`
	for _, s := range []size{phone, laptop, projector, {360, 640}, {1024, 768}} {
		t.Run(s.String(), func(t *testing.T) {
			p := openSlow(t, opening{size: s, script: watch})
			p.do("let it come in", slowed(-1))
			p.wait("the game to be there", func(t tree) bool { return t.says("Ready") })
			p.still()
			var shifts []string
			if p.eval("shifts", &shifts); len(shifts) > 0 {
				t.Errorf("it moved: %s", strings.Join(shifts, "; "))
			}
			p.sound()
		})
	}
}

// Where the game comes in while one still reads, it takes over what is there:
// nothing moves, and focus stays.
func TestTheGameTakesOverInPlace(t *testing.T) {
	for _, s := range []size{phone, laptop, projector, {360, 640}, {844, 390}, {1024, 768}} {
		for presses, screen := range []string{"brief", "scene", "talk"} {
			t.Run(fmt.Sprintf("%s at %s", screen, s), func(t *testing.T) {
				p := openSlow(t, opening{size: s})
				p.begin(1 + presses)
				p.eval(`[...document.querySelectorAll('#twin button')].find(e => e.checkVisibility() && e.dataset.press !== 'home').focus(); 0`, nil)
				p.still()
				before, focus := p.places(), p.see().focus()
				p.shoot("early-" + screen + "-" + s.String())
				p.comesIn()
				p.still()
				p.stayed(before)
				p.shoot("early-" + screen + "-" + s.String() + "-after")
				if f := p.see().focus(); f == nil || f.backend != focus.backend {
					t.Errorf("the focus was on %v, and is on %v", focus, f)
				}
				p.sound()
			})
		}
	}
}

// What is pressed in the very moment in which the game begins is taken over
// like what was pressed before.
func TestTheGameTakesOverWhatIsPressedMeanwhile(t *testing.T) {
	p := open(t, opening{script: hearing + `{ const begin = WebAssembly.instantiate;
		WebAssembly.instantiate = async (...a) => { await new Promise((go) => (globalThis.letIn = go)); return begin(...a) } }`})
	p.begin(2)
	p.isTrue("the game to be about to begin", "!!globalThis.letIn")
	p.push("Continue")
	shown := p.wait("the first replies", func(t tree) bool { return len(t.replies()) > 1 }).replies()
	p.still()
	before, focus := p.places(), p.see().focus()
	p.eval("letIn(); 0", nil)
	p.wait("the game to be here", func(tree) bool { return p.here() })
	p.still()
	p.stayed(before)
	if f := p.see().focus(); f == nil || f.backend != focus.backend {
		t.Errorf("the focus was on %v, and is on %v", focus, f)
	}
	if all := p.aloud(); len(all) != 1 {
		t.Errorf("said aloud is %q", all)
	}
	p.push(shown[1])
	p.heldOnce(shown, shown[1])
}

// places are where the words and buttons that are in sight lie: left, top, width
// and height, in pixels.
func (p *page) places() (at map[string][]float64) {
	p.t.Helper()
	p.eval(`Object.fromEntries([...document.querySelectorAll('#twin :is(h1, h2, h3, p, button, [role=img])')].
		filter(e => e.checkVisibility() && !e.closest('.drawn, .unseen, .own')).
		map(e => [e, e.getBoundingClientRect()]).filter(([e, r]) => r.bottom > 0 && r.top < innerHeight).
		map(([e, r]) => [e.tagName + ' ' + (e.getAttribute('aria-label') ?? e.textContent), [r.x, r.y, r.width, r.height]]))`, &at)
	if len(at) < 3 {
		p.t.Fatalf("there are only %d things on the page", len(at))
	}
	return at
}

// stayed holds that everything lies where it lay, to two pixels.
func (p *page) stayed(before map[string][]float64) {
	p.t.Helper()
	after, moved, worst := p.places(), 0, ""
	most := 2.0
	for what, a := range before {
		b, ok := after[what]
		if !ok {
			p.t.Errorf("%s is gone", what)
		} else if d := apart(a, b); d > 2 {
			if moved++; d >= most {
				most, worst = d, fmt.Sprintf("%s lay at %v, and lies at %v", what, a, b)
			}
		}
	}
	if moved > 0 {
		p.t.Errorf("%d of %d have moved: %s", moved, len(before), worst)
	}
}

func apart(a, b []float64) float64 {
	most := 0.0
	for i := range a {
		most = max(most, a[i]-b[i], b[i]-a[i])
	}
	return most
}

// What was scrolled stays scrolled.
func TestTheGameTakesOverWhereOneReads(t *testing.T) {
	p := openSlow(t, opening{size: phone})
	p.begin(1)
	p.eval(`(() => { const e = [...document.querySelectorAll('#twin *')].find(e => e.checkVisibility() && e.scrollHeight > e.clientHeight + 200 && getComputedStyle(e).overflowY === 'auto'); e.scrollTop = 150 })()`, nil)
	p.still()
	before := p.places()
	p.comesIn()
	p.still()
	p.stayed(before)
	p.shoot("early-scrolled")
	p.sound()
}

// As text, too.
func TestFirstReplyAsTextNeedNotWait(t *testing.T) {
	p := openSlow(t, opening{})
	p.push("Play as text")
	p.find("heading", firstHeadings(t)[0])
	p.push("Start")
	p.push("Continue")
	shown := p.see().replies()
	p.push(shown[0])
	p.comesIn()
	var mode string
	p.eval("document.body.dataset.mode", &mode)
	if mode != "text" {
		t.Errorf("the game is shown in the mode %q", mode)
	}
	p.heldOnce(shown, shown[0])
}

// Who has been here before goes on where they were, which the game alone knows:
// Start waits for it, is kept, and loading is shown honestly.
func TestWhoHasBeenHereWaitsForTheGame(t *testing.T) {
	wk := middle(t)
	before := beat(wk.see())
	wk.eval("sessionStorage.clear(); 0", nil)
	wk.do("forget the game", chromedp.Navigate("about:blank"), network.ClearBrowserCache(), slowed(400_000))
	wk.visit()
	wk.push("Start")
	wk.wait("progress to be shown", func(t tree) bool { return t.has("progressbar", "…") })
	if t1 := wk.see(); !t1.has("heading", "Who you will meet") || t1.has("button", "Continue") {
		t.Errorf("the page shows a first beat to who is past it:\n%s", t1)
	}
	wk.comesIn()
	wk.again(before)
	wk.sound()
}
