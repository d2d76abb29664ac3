package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// The program for this platform serves the game and hosts a room from an empty
// folder, on a machine that has no Go.
func TestAProgramAloneServesTheGameAndHostsARoom(t *testing.T) {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "dist")
	var said bytes.Buffer
	if err := run(t.Context(), dir, options{Out: to, For: []string{runtime.GOOS + "/" + runtime.GOARCH}, Quick: true}, &said); err != nil {
		t.Fatalf("%v\n%s", err, said.String())
	}
	programs, err := filepath.Glob(filepath.Join(to, "earned-*"))
	if err != nil || len(programs) != 1 {
		t.Fatalf("made %q (%v)", programs, err)
	}
	if sums, err := os.ReadFile(filepath.Join(to, "SHA256SUMS")); err != nil || !strings.Contains(string(sums), filepath.Base(programs[0])) {
		t.Errorf("the checksums are %q (%v)", sums, err)
	}

	url := start(t, programs[0])
	page := get(t, url)
	folder, err := os.ReadFile(filepath.Join(to, "site", "index.html"))
	if err != nil || page != string(folder) {
		t.Errorf("the program's page is not the folder's (%v)", err)
	}
	if game := get(t, url+"earned.wasm"); !strings.HasPrefix(game, "\x00asm") || len(game) < 1_000_000 {
		t.Errorf("the game has %d bytes", len(game))
	}
	rights := get(t, url+licencesName)
	for _, own := range []string{filepath.Join(to, licencesName), filepath.Join(to, "site", licencesName)} {
		if text, err := os.ReadFile(own); err != nil || string(text) != rights {
			t.Errorf("%s is not what the program tells (%v)", own, err)
		}
	}
	for _, words := range []string{"Copyright 2009 The Go Authors", "SIL OPEN FONT LICENSE", "github.com/hajimehoshi/ebiten/v2\n", "github.com/nats-io/nats-server/v2\n", "github.com/coder/websocket\n"} {
		if !strings.Contains(rights, words) {
			t.Errorf("among the licences %q is missing", words)
		}
	}
	r, err := http.Post(url+"rooms", "application/json", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	var room struct{ Code, Secret, Join string }
	if err := json.NewDecoder(r.Body).Decode(&room); err != nil || r.StatusCode != http.StatusCreated || room.Secret == "" {
		t.Fatalf("no room: %s, %v", r.Status, err)
	}
	if seat := get(t, url+"j/"+room.Code); !strings.Contains(seat, "Take a seat") {
		t.Errorf("a phone sees %s", seat)
	}
}

// A platform that there is not is said before what was made is cleared.
func TestAWrongPlatformClearsNothing(t *testing.T) {
	to := t.TempDir()
	made := filepath.Join(to, "earned-linux-amd64")
	if err := os.WriteFile(made, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, wrong := range []string{"linux", "linux/amd46"} {
		err := run(t.Context(), ".", options{Out: to, For: []string{wrong}, Quick: true}, io.Discard)
		if err == nil || !strings.Contains(err.Error(), wrong+" is no platform") {
			t.Errorf("%s: %v", wrong, err)
		}
		if _, err := os.Stat(made); err != nil {
			t.Errorf("%s: %v", wrong, err)
		}
	}
}

// start runs a program with nothing around it until the test ends, and gives
// its address.
func start(t *testing.T, program string) string {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	cmd := exec.CommandContext(ctx, program, "--lan", "--addr", "127.0.0.1:0")
	cmd.Dir = t.TempDir()
	cmd.Env = []string{"HOME=" + cmd.Dir, "TMPDIR=" + cmd.Dir, "TEMP=" + cmd.Dir, "SYSTEMROOT=" + os.Getenv("SYSTEMROOT")} // and no PATH
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		_ = cmd.Wait() // it was killed
	})
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "Earned is at "); ok {
			url, _, _ := strings.Cut(rest, " ")
			return url
		}
	}
	t.Fatal("it ended before it served")
	return ""
}

func get(t *testing.T, url string) string {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s, %v", url, r.Status, err)
	}
	return string(body)
}
