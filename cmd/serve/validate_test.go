package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// parsed reads a command line.
func parsed(t *testing.T, line string) (options, error) {
	t.Helper()
	var o options
	k, err := kong.New(&o)
	if err != nil {
		t.Fatal(err)
	}
	_, err = k.Parse(strings.Fields(line))
	return o, err
}

func TestNoOptionIsPassedOverWithoutAWord(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("file", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for line, want := range map[string]string{
		"--data rooms": "--data is about rooms", "--address eth0": "add --lan", "--max-seats 5": "--max-seats is", "--max-rooms 5 --expire 1h": "--max-rooms, --expire is",
		"--lan --max-seats=-1": "--max-seats -1", "--lan --max-rooms 0": "--max-rooms 0", "--lan --expire=-1h": "--expire -1h", "--lan --expire 2000000h": "8784h",
		"--public-url https://:8080/": "--public-url", "--public-url example.org": "https://", "--public-url https://x/rooms/": "/earned/",
		"--lan --data file": "--data file is a file", "--nats a:1 --data rooms": "--nats", "--public-url https://x/ --address eth0": "leave one out",
		"--lan --addr 127.0.0.1:80 --address eth0": "leave one out",
	} {
		if _, err := parsed(t, line); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", line, err, want)
		}
	}
	for _, line := range []string{
		"", "--lan", "--lan --max-seats 5 --max-rooms 1 --expire 1s --data rooms", "--lan --addr :80 --address eth0", "--lan --addr 0.0.0.0:80 --address eth0",
		"--public-url https://x/earned --addr 127.0.0.1:80", "--nats a:1,b:2 --expire 8784h", "--lan --data " + filepath.Dir(t.TempDir()),
	} {
		if _, err := parsed(t, line); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
}

func TestTheUsualLimitsAreThoseOfTheTags(t *testing.T) {
	o, err := parsed(t, "")
	if err != nil || o.hosting != usual {
		t.Errorf("%+v (%v), want %+v", o.hosting, err, usual)
	}
}
