package e2e

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"earned/internal/site"
)

var (
	wanted  = flag.Bool("e2e", false, "run the tests in a real browser")
	at      = flag.String("url", "", "test the site at this address, instead of one built and served here")
	verbose = flag.Bool("browser-log", false, "show what Chromium itself writes")
)

// What all tests share: the checkout, the address of the built site, and one
// Chromium, in which each test has a profile of its own.
var (
	checkout string
	address  string
	pages    http.Handler // the site itself; nil where url was given
	chromium context.Context
)

func TestMain(m *testing.M) {
	flag.Parse()
	if !*wanted {
		fmt.Println("e2e: the browser tests did not run; make e2e (or go test ./e2e -e2e) runs them")
		return
	}
	code, err := withBrowser(m.Run)
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		code = 1
	}
	os.Exit(code)
}

// withBrowser builds and serves the game, starts Chromium, runs, and cleans up.
func withBrowser(run func() int) (int, error) {
	dir, err := os.Getwd()
	if err != nil {
		return 0, err
	}
	if checkout, err = site.Root(dir); err != nil {
		return 0, err
	}
	if err := os.MkdirAll(shots(), 0o755); err != nil {
		return 0, err
	}
	stopSite, err := serve(*at)
	if err != nil {
		return 0, err
	}
	defer stopSite()

	path, err := findChromium()
	if err != nil {
		return 0, err
	}
	profile, err := os.MkdirTemp("", "earned-chromium-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(profile)
	alloc, stop := chromedp.NewExecAllocator(context.Background(), chromiumOptions(path, profile)...)
	defer stop()
	var cancel context.CancelFunc
	quiet := func(string, ...any) {} // events newer than the library are not faults of ours
	chromium, cancel = chromedp.NewContext(alloc, chromedp.WithErrorf(quiet))
	defer cancel()
	if err := chromedp.Run(chromium); err != nil {
		return 0, fmt.Errorf("cannot start %s: %w (-browser-log shows what it says)", path, err)
	}
	return run(), nil
}

// serve sees to address: url where that is given, else the game built and
// served here.
func serve(url string) (stop func(), err error) {
	if url != "" {
		address = url
		return func() {}, nil
	}
	built, err := site.Build(context.Background(), checkout, os.Stdout)
	if err != nil {
		return nil, err
	}
	loaded, err := site.Load(checkout, built)
	if err != nil {
		return nil, err
	}
	pages = loaded
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	server := &http.Server{Handler: pages, ReadHeaderTimeout: 10 * time.Second}
	go func() { _ = server.Serve(listener) }() // ends when it is closed
	address = "http://" + listener.Addr().String() + "/"
	return func() { _ = server.Close() }, nil
}

func chromiumOptions(path, profile string) []chromedp.ExecAllocatorOption {
	o := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path),
		chromedp.UserDataDir(profile),
		chromedp.WSURLReadTimeout(time.Minute),
		chromedp.NoSandbox,
		chromedp.NoFirstRun,
		chromedp.NoDefaultBrowserCheck,
		chromedp.Flag("headless", "new"),
		chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("hide-scrollbars", true),
		chromedp.Flag("mute-audio", true),
		// Tests that run in a tab behind another must not be slowed down.
		chromedp.Flag("disable-background-timer-throttling", true),
		chromedp.Flag("disable-backgrounding-occluded-windows", true),
		chromedp.Flag("disable-renderer-backgrounding", true),
		chromedp.Flag("force-color-profile", "srgb"),
		chromedp.Flag("lang", "en-GB"),
	}
	if *verbose {
		o = append(o, chromedp.CombinedOutput(os.Stderr))
	}
	return o
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
	return "", errors.New("no Chromium found; make test installs it where it may, or set CHROMIUM to its path")
}

// shots is the folder for pictures; git ignores it.
func shots() string { return filepath.Join(checkout, "e2e", "shots") }
