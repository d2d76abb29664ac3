package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// patience is how long a test waits for what must happen. It is long because a
// machine without a GPU may draw a few frames a second; nothing is measured by
// it.
const patience = 45 * time.Second

// size is a viewport in CSS pixels.
type size struct{ w, h int64 }

func (s size) String() string { return fmt.Sprintf("%dx%d", s.w, s.h) }

// The sizes that every screen is shown at, and a small one for tests in which
// the picture is not the point: drawing is what costs.
var (
	phone     = size{390, 844}
	laptop    = size{1280, 720}
	projector = size{1920, 1080}
	little    = size{800, 500}
)

// page is one tab with an empty profile of its own.
type page struct {
	t     *testing.T
	ctx   context.Context
	size  size
	touch bool

	mu       sync.Mutex
	asked    []string // every address requested since it was opened
	problems []string // what the console and the browser complained of
}

// opening is what a test may ask for before the page loads.
type opening struct {
	size     size
	touch    bool
	motion   bool   // leave motion on; off, words appear at once
	dark     bool   // the system asks for dark colours
	contrast bool   // and for more contrast
	script   string // run in the page before any of its own
	bypass   bool   // the page's Content-Security-Policy is not enforced: for axe-core
	fragment string // of the address
	url      string // instead of the built site's
}

// open opens the game in a tab of its own, closed when the test ends.
func open(t *testing.T, o opening) *page {
	t.Helper()
	p := &page{t: t, ctx: newTab(t), size: o.size, touch: o.touch}
	if p.size == (size{}) {
		p.size = little
	}
	p.listen()
	url := address + o.fragment
	if o.url != "" {
		url = o.url
	}
	p.do("open the page",
		network.Enable(), log.Enable(), runtime.Enable(), cdppage.Enable(), accessibility.Enable(),
		cdppage.SetBypassCSP(o.bypass),
		emulation.SetEmulatedMedia().WithFeatures(o.asks()),
		emulation.SetTouchEmulationEnabled(o.touch),
		chromedp.ActionFunc(func(ctx context.Context) error {
			if o.script == "" {
				return nil
			}
			_, err := cdppage.AddScriptToEvaluateOnNewDocument(o.script).Do(ctx)
			return err
		}),
		p.sizing(),
		chromedp.Navigate(url),
	)
	return p
}

// asks are what the player's system asks of the page.
func (o opening) asks() []*emulation.MediaFeature {
	either := func(is bool, yes, no string) string {
		if is {
			return yes
		}
		return no
	}
	return []*emulation.MediaFeature{
		{Name: "prefers-reduced-motion", Value: either(o.motion, "no-preference", "reduce")},
		{Name: "prefers-color-scheme", Value: either(o.dark, "dark", "light")},
		{Name: "prefers-contrast", Value: either(o.contrast, "more", "no-preference")},
	}
}

// newTab makes a tab in a new profile. chromedp's own way asks for no window,
// without which a new profile has none to put a tab in.
func newTab(t *testing.T) context.Context {
	t.Helper()
	browser := cdp.WithExecutor(chromium, chromedp.FromContext(chromium).Browser)
	profile, err := target.CreateBrowserContext().Do(browser)
	if err != nil {
		t.Fatalf("make a profile: %v", err)
	}
	id, err := target.CreateTarget("about:blank").WithBrowserContextID(profile).WithNewWindow(true).Do(browser)
	if err != nil {
		t.Fatalf("open a tab: %v", err)
	}
	ctx, cancel := chromedp.NewContext(chromium, chromedp.WithTargetID(id))
	t.Cleanup(func() {
		cancel()
		_ = target.DisposeBrowserContext(profile).Do(browser) // the browser itself ends soon after
	})
	if err := chromedp.Run(ctx); err != nil {
		t.Fatalf("open a tab: %v", err)
	}
	return ctx
}

func (p *page) sizing() chromedp.Action {
	return emulation.SetDeviceMetricsOverride(p.size.w, p.size.h, 1, p.touch)
}

// resize makes the window another size.
func (p *page) resize(s size) {
	p.t.Helper()
	p.size = s
	p.do("resize", p.sizing())
}

// listen keeps what the page asks the network for and what is complained of.
func (p *page) listen() {
	chromedp.ListenTarget(p.ctx, func(ev any) {
		p.mu.Lock()
		defer p.mu.Unlock()
		switch e := ev.(type) {
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(e.Request.URL, "data:") {
				p.asked = append(p.asked, e.Request.URL)
			}
		case *runtime.EventExceptionThrown:
			p.problems = append(p.problems, "exception: "+e.ExceptionDetails.Error())
		case *runtime.EventConsoleAPICalled:
			if e.Type == runtime.APITypeError || e.Type == runtime.APITypeAssert {
				p.problems = append(p.problems, "console: "+consoleText(e.Args))
			}
		case *log.EventEntryAdded:
			if e.Entry.Level == log.LevelError || strings.Contains(e.Entry.Text, "Content Security Policy") {
				p.problems = append(p.problems, fmt.Sprintf("%s: %s (%s)", e.Entry.Source, e.Entry.Text, e.Entry.URL))
			}
		}
	})
}

func consoleText(args []*runtime.RemoteObject) string {
	var all []string
	for _, a := range args {
		if len(a.Value) > 0 {
			all = append(all, string(a.Value))
		} else {
			all = append(all, a.Description)
		}
	}
	return strings.Join(all, " ")
}

// requests is every address asked for so far.
func (p *page) requests() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.asked...)
}

// sound fails the test if the page, or the browser about it, complained: an
// error on the console, an exception, a breach of the content policy, a file
// that could not be had.
func (p *page) sound() {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, c := range p.problems {
		p.t.Errorf("the page complained: %s", c)
	}
}

// do carries out browser actions, or fails the test saying what could not be
// done.
func (p *page) do(what string, actions ...chromedp.Action) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		p.t.Fatalf("%s: %v", what, err)
	}
}

// eval runs JavaScript in the page. The content policy binds the page, not
// this.
func (p *page) eval(script string, result any) {
	p.t.Helper()
	p.do("run "+script, chromedp.Evaluate(script, result))
}

// see is the page as it stands.
func (p *page) see() tree {
	p.t.Helper()
	var nodes []*accessibility.Node
	p.do("look at the page", chromedp.ActionFunc(func(ctx context.Context) error {
		// Through Execute: values of kinds newer than the library are no fault.
		var err error
		nodes, err = accessibility.GetFullAXTree().Do(ctx)
		return err
	}))
	return grow(nodes)
}

// wait looks until is holds, and returns the page as it then stands.
func (p *page) wait(what string, is func(tree) bool) tree {
	p.t.Helper()
	late := time.After(patience)
	look := time.NewTicker(40 * time.Millisecond)
	defer look.Stop()
	for {
		t := p.see()
		if is(t) {
			return t
		}
		select {
		case <-look.C:
		case <-late:
			name := "failed-" + strings.NewReplacer("/", "-", " ", "-").Replace(p.t.Name())
			p.shoot(name)
			p.t.Fatalf("waited %s for %s; e2e/shots/%s.png shows the page, which holds:\n%s\ncomplaints: %q", patience, what, name, t, p.problems)
		}
	}
}

// find waits until the page has an item of the role and name.
func (p *page) find(role, name string) *item {
	p.t.Helper()
	return p.wait(fmt.Sprintf("%s %q", role, name), func(t tree) bool { return t.has(role, name) }).one(role, name)
}

// shoot writes what is seen to e2e/shots/<name>.png and returns its path.
func (p *page) shoot(name string) string {
	p.t.Helper()
	var png []byte
	p.do("take a picture", chromedp.ActionFunc(func(ctx context.Context) (err error) {
		png, err = cdppage.CaptureScreenshot().Do(ctx)
		return err
	}))
	file := filepath.Join(shots(), name+".png")
	if err := os.WriteFile(file, png, 0o644); err != nil {
		p.t.Fatal(err)
	}
	return file
}

// reload loads the page anew, as F5 does.
func (p *page) reload() {
	p.t.Helper()
	p.do("reload", chromedp.Reload())
}

// box is where an element lies in the window, in CSS pixels.
type box struct{ x, y, w, h float64 }

// boxOf scrolls an item into sight and tells where it lies.
func (p *page) boxOf(it *item) box {
	p.t.Helper()
	var b box
	p.do("find where "+it.String()+" lies", chromedp.ActionFunc(func(ctx context.Context) (err error) {
		b, err = locate(ctx, it.backend)
		return err
	}))
	return b
}
