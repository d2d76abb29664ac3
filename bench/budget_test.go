package main

import (
	"bytes"
	"io"
	"os"
	"testing"

	"github.com/andybalholm/brotli"

	"earned/internal/site"
)

// floorBytes is what bench/floor and the page around it send, compressed by
// Brotli 5 (Ebitengine v2.10.4, Go 1.26). Measured; a newer engine moves it.
const floorBytes = 3_621_000

// All that a visitor fetches before the first conversation, fonts and pictures
// included, is at most a quarter more than the floor (docs/performance.md).
func TestWhatIsSentFitsTheBudget(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: the game is not built")
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	root, err := site.Root(dir)
	if err != nil {
		t.Fatal(err)
	}
	game, err := site.Build(t.Context(), root, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := site.Load(root, game)
	if err != nil {
		t.Fatal(err)
	}
	_, _, total := game.Size()
	for _, name := range pages.Names() {
		if name != site.Program {
			total += quick(t, pages.Body(name))
		}
	}
	t.Logf("%d bytes, %.3f × the floor", total, float64(total)/floorBytes)
	if total > floorBytes*5/4 {
		t.Errorf("%d bytes are sent, compressed; the budget is %d. make bench tells what weighs how much", total, floorBytes*5/4)
	}
}

func quick(t *testing.T, body []byte) int {
	t.Helper()
	var out bytes.Buffer
	w := brotli.NewWriterLevel(&out, 5)
	if _, err := w.Write(body); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Len()
}
