package main

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// The browser that was opened is the person's own: it stays when the server
// stops.
func TestTheBrowserStaysWhenTheServerStops(t *testing.T) {
	dir := t.TempDir()
	pipe := func(name string) *os.File {
		t.Helper()
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := os.OpenFile(filepath.Join(dir, name), os.O_RDWR, 0)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		return f
	}
	asks, says := pipe("asks"), pipe("says")
	script := "#!/bin/sh\ncd " + dir + "\necho began > says\nread x < asks\necho lives > says\n"
	if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	if err := open(ctx, "http://localhost/"); err != nil {
		t.Fatal(err)
	}
	if err := says.SetReadDeadline(time.Now().Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(says)
	if got, err := lines.ReadString('\n'); err != nil || got != "began\n" {
		t.Fatalf("the browser says %q (%v)", got, err)
	}
	stop()
	if _, err := asks.WriteString("still there?\n"); err != nil {
		t.Fatal(err)
	}
	if got, err := lines.ReadString('\n'); err != nil || got != "lives\n" {
		t.Errorf("the browser says %q (%v)", got, err)
	}
}
