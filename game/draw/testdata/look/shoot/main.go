// Command shoot builds the page of game/draw/testdata/look and takes pictures
// of it in a headless Chromium, for looking at:
//
//	go run ./game/draw/testdata/look/shoot OUT 'screen=talk|390x844@2' 'screen=form&theme=dark|1280x720'
//
// screen: talk, form, chart, over; theme: dark, contrast; text: 1.5; hover and
// focus: a path; still=1: no motion; steps=1: detours before the picture is
// taken, after which it must be the same to the byte.
package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/chromedp/chromedp"
)

const page = `<!doctype html><meta charset=utf-8><meta name=viewport content="width=device-width"><style>body{margin:0}</style>
<script src=wasm_exec.js></script><script>const go=new Go();WebAssembly.instantiateStreaming(fetch("look.wasm"),go.importObject).then(r=>go.run(r.instance))</script>`

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "shoot: say where to, and which: shoot OUT 'screen=talk|390x844@2'")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "shoot:", err)
		os.Exit(1)
	}
}

func run(out string, jobs []string) error {
	site, err := os.MkdirTemp("", "look")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(site) }()
	if err := build(site); err != nil {
		return err
	}
	server := httptest.NewServer(http.FileServer(http.Dir(site)))
	defer server.Close()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.Flag("headless", "new"),
		chromedp.Flag("use-angle", "swiftshader"), chromedp.Flag("enable-unsafe-swiftshader", true), chromedp.Flag("disable-gpu", false))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	ctx, stop = chromedp.NewContext(ctx)
	defer stop()
	ctx, stop = context.WithTimeout(ctx, 3*time.Minute)
	defer stop()
	for _, job := range jobs {
		name := filepath.Join(out, strings.NewReplacer("&", "_", "=", "-", "|", "_", "/", "-").Replace(job)+".png")
		if err := shoot(ctx, server.URL, job, name); err != nil {
			return fmt.Errorf("%s: %w", job, err)
		}
		fmt.Println(name)
	}
	return nil
}

func build(site string) error {
	cmd := exec.Command("go", "build", "-o", filepath.Join(site, "look.wasm"), "earned/game/draw/testdata/look")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return err
	}
	glue, err := os.ReadFile(filepath.Join(runtime.GOROOT(), "lib/wasm/wasm_exec.js")) //nolint:staticcheck // go run knows it
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(site, "wasm_exec.js"), glue, 0o600); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(site, "index.html"), []byte(page), 0o600)
}

func shoot(ctx context.Context, url, job, name string) error {
	query, size, _ := strings.Cut(job, "|")
	w, h, ratio := int64(1280), int64(720), 1.0
	if _, err := fmt.Sscanf(size, "%dx%d@%f", &w, &h, &ratio); err != nil && ratio != 1 {
		return err
	}
	var png []byte
	err := chromedp.Run(ctx, chromedp.EmulateViewport(w, h, chromedp.EmulateScale(ratio)), chromedp.Navigate(url+"/?"+query),
		chromedp.Poll("document.title === 'ready'", nil, chromedp.WithPollingInterval(50*time.Millisecond)), chromedp.CaptureScreenshot(&png))
	if err != nil {
		return err
	}
	return os.WriteFile(name, png, 0o600)
}
