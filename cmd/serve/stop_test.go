package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
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
		fmt.Fprintln(os.Stdout, "ready")
		<-ctx.Done()
		fmt.Fprintln(os.Stdout, "stopping")
		<-time.After(time.Hour) // and that takes long
	}
	if runtime.GOOS == "windows" {
		t.Skip("no signal can be sent here")
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "-test.run", t.Name())
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
