package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	_ "embed"
)

//go:embed page/probe.js
var probe string

// browser is one Chromium with an empty profile, and one tab in it.
type browser struct {
	ctx  context.Context // of the tab
	pid  int
	stop func()
}

// patience is how long anything in a browser may take.
const patience = 2 * time.Minute

// size is a viewport in CSS pixels.
type size struct{ w, h int64 }

var (
	laptop    = size{1280, 720}
	projector = size{1920, 1080}
)

// How a player begins.
const (
	looks   = ""      // reads what comes first, and presses nothing
	presses = "start" // presses at once whatever stands before the first reply
	replies = "reply" // and that reply too
)

// launch starts Chromium. Nothing of an earlier one is left in it.
func launch(s size, eager string) (*browser, error) {
	path, err := findChromium()
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "earned-bench-")
	if err != nil {
		return nil, err
	}
	alloc, stop := chromedp.NewExecAllocator(context.Background(), options(path, profile)...)
	quiet := func(string, ...any) {} // events newer than the library are not faults of ours
	ctx, cancel := chromedp.NewContext(alloc, chromedp.WithErrorf(quiet))
	b := &browser{ctx: ctx, stop: func() {
		cancel()
		stop()
		_ = os.RemoveAll(profile)
	}}
	err = chromedp.Run(ctx,
		emulation.SetDeviceMetricsOverride(s.w, s.h, 1, false),
		chromedp.ActionFunc(func(ctx context.Context) error {
			_, err := cdppage.AddScriptToEvaluateOnNewDocument(fmt.Sprintf("globalThis.eager = %q;\n%s", eager, probe)).Do(ctx)
			return err
		}))
	if err != nil {
		b.stop()
		return nil, fmt.Errorf("cannot start %s: %w", path, err)
	}
	b.pid = chromedp.FromContext(ctx).Browser.Process().Pid
	return b, nil
}

func options(path, profile string) []chromedp.ExecAllocatorOption {
	return []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path),
		chromedp.UserDataDir(profile),
		chromedp.WSURLReadTimeout(time.Minute),
		chromedp.NoSandbox,
		chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck,
		chromedp.Flag("headless", "new"),
		chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("enable-precise-memory-info", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("mute-audio", true),
		chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("lang", "en-GB"),
	}
}

// findChromium is the browser named by CHROMIUM, or the first found.
func findChromium() (string, error) {
	names := []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"}
	if c := os.Getenv("CHROMIUM"); c != "" {
		names = []string{c}
	}
	for _, n := range names {
		if p, err := exec.LookPath(n); err == nil {
			return p, nil
		}
	}
	return "", errors.New("no Chromium found; install it, or set CHROMIUM to its path")
}

// open navigates and returns when the page's own loading is done.
func (b *browser) open(url string) error {
	return b.run("open "+url, chromedp.Navigate(url))
}

// leave goes to an empty page.
func (b *browser) leave() error { return b.open("about:blank") }

// eval runs an expression in the page, waits for it where it is a promise, and
// reads its result into out (nil: not wanted).
func (b *browser) eval(expression string, out any) error {
	return b.run(expression, chromedp.Evaluate(expression, out, chromedp.EvalAsValue, awaiting))
}

// until waits until an expression is true in the page.
func (b *browser) until(expression string) error {
	var ok bool
	return b.run(expression, chromedp.Poll("!!("+expression+")", &ok, chromedp.WithPollingInterval(50*time.Millisecond), chromedp.WithPollingTimeout(patience)))
}

func awaiting(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }

func (b *browser) run(what string, actions ...chromedp.Action) error {
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Run(ctx, actions...); err != nil {
		return fmt.Errorf("%s: %w", shorten(what), err)
	}
	return nil
}

func shorten(s string) string {
	if len(s) > 80 {
		return s[:80] + "…"
	}
	return s
}
