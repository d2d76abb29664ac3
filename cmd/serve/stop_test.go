package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// A page that is being told things does not hold up the stop: it is ended, and
// not cut after the time of grace.
func TestStoppingEndsWhatLasts(t *testing.T) {
	l, err := listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	ended := make(chan error, 1)
	go func() {
		ended <- serve(ctx, l, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			_ = http.NewResponseController(w).Flush()
			<-r.Context().Done()
		}), io.Discard)
	}()
	r, err := http.Get("http://" + l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	stop()
	if _, err := io.ReadAll(r.Body); err != nil {
		t.Errorf("it was cut: %v", err)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// The first Ctrl-C lets what is under way finish; one more waits for nothing.
func TestAnotherCtrlCEndsTheProgram(t *testing.T) {
	const child = "EARNED_TEST_STOP"
	if os.Getenv(child) != "" {
		ctx, stop := untilStopped()
		defer stop()
		fmt.Println("ready")
		<-ctx.Done()
		fmt.Println("stopping")
		time.Sleep(time.Hour) // and that takes long
	}
	if runtime.GOOS == "windows" {
		t.Skip("no signal can be sent here")
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "-test.run", t.Name()) //nolint:gosec // this test itself
	cmd.Env = append(os.Environ(), child+"=1")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	for _, want := range []string{"ready\n", "stopping\n"} {
		if got, err := lines.ReadString('\n'); err != nil || got != want {
			t.Fatalf("said %q (%v), want %q", got, err, want)
		}
		_ = cmd.Process.Signal(os.Interrupt)
	}
	over := make(chan struct{})
	go func() {
		defer close(over)
		_ = cmd.Wait()
	}()
	for {
		select {
		case <-over:
			if ctx.Err() != nil {
				t.Error("it had to be killed")
			}
			return
		case <-time.After(50 * time.Millisecond): // the second may have come a moment too early
			_ = cmd.Process.Signal(os.Interrupt)
		}
	}
}

// The browser that was opened is the person's own.
func TestTheBrowserStaysWhenTheServerStops(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the program that opens a browser goes by another name here")
	}
	dir := t.TempDir()
	script := "#!/bin/sh\ncd " + dir + "\ntouch began\nwhile [ ! -e stopped ]; do sleep 0.1; done\ntouch lives\n"
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte(script), 0o700); err != nil { //nolint:gosec // it is run
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	await := func(name string) {
		t.Helper()
		for range 600 {
			if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
				return
			}
			time.Sleep(50 * time.Millisecond)
		}
		t.Fatalf("it never %s", name)
	}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	if err := open(ctx, "http://localhost/"); err != nil {
		t.Fatal(err)
	}
	await("began")
	stop()
	if err := os.WriteFile(filepath.Join(dir, "stopped"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	await("lives")
}
