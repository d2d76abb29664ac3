package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/chromedp/cdproto/heapprofiler"
	domcounters "github.com/chromedp/cdproto/memory"
	"github.com/chromedp/chromedp"
)

// heap is what a program's memory is made of, in MB, and the page's.
type heap struct{ Live, InUse, Heap, Sys, Taken, JS float64 }

const heapOf = `(() => {
  probe.frames.length = probe.painted.length = 0;
  const h = earnedHeap();
  return { Live: h.live / 1e6, Heap: h.heap / 1e6, InUse: h.inUse / 1e6, Sys: h.sys / 1e6, Taken: probe.memory() / 1e6, JS: performance.memory.usedJSHeapSize / 1e6 };
})()`

// heaps prints how the program's memory grows as conversations are held, and
// what holds that which came after the first five minutes.
func (b *browser) heaps(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "earned-heap-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	fmt.Println("   live  in use    heap     sys   taken    page   nodes  (MB; live is after a collection, in use before it; nodes are the page's)")
	look := func(when string) error {
		var h heap
		var nodes int64
		err := b.run("collect garbage", chromedp.ActionFunc(func(ctx context.Context) (err error) {
			if err = heapprofiler.CollectGarbage().Do(ctx); err == nil {
				_, nodes, _, err = domcounters.GetDOMCounters().Do(ctx)
			}
			return err
		}))
		if err != nil {
			return err
		}
		if err := b.eval(heapOf, &h); err != nil {
			return err
		}
		fmt.Printf("%7.2f %7.2f %7.2f %7.2f %7.2f %7.2f %7d  %s\n", h.Live, h.InUse, h.Heap, h.Sys, h.Taken, h.JS, nodes, when)
		return nil
	}
	play := fmt.Sprintf("probe.play(1, %d)", reading.Milliseconds())
	for _, s := range []struct{ when, do, keep string }{
		{"at the first beat", "0", ""},
		{"when it has started", fmt.Sprintf("new Promise((done) => setTimeout(done, %d))", starting.Milliseconds()), ""},
		{fmt.Sprintf("after %d replies", fewReplies), fmt.Sprintf("probe.play(1, %d, %d)", reading.Milliseconds(), fewReplies), "early"},
		{"at the first ending", "probe.toEnding()", ""},
		{"at its debrief", "probe.toDebrief()", ""},
		{"after one more conversation, its debrief, chair and what-if", play, ""},
		{"after two", play, ""},
		{"after three", play, ""},
		{"after four", play, ""},
		{"after five", play, "late"},
	} {
		if err := b.eval(s.do, nil); err != nil {
			return err
		}
		if err := look(s.when); err != nil {
			return err
		}
		if s.keep == "" {
			continue
		}
		if err := b.keepHeap(filepath.Join(dir, s.keep)); err != nil {
			return err
		}
	}
	for _, of := range []string{"inuse_space", "alloc_space"} {
		for _, sort := range []string{"-flat", "-cum"} {
			if err := printGrowth(ctx, of, sort, filepath.Join(dir, "early"), filepath.Join(dir, "late")); err != nil {
				return err
			}
		}
	}
	return nil
}

// allocations prints what was allocated where, and how many in each frame, while
// only the client moves.
func (b *browser) allocations(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "earned-heap-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := b.eval("new Promise((done) => setTimeout(done, 4000)).then(() => { earnedSample(1); dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' })); return 0 })", nil); err != nil {
		return err
	}
	var frames [2]int
	for i, name := range []string{"early", "late"} {
		if err := b.eval("new Promise((done) => setTimeout(done, 1500))", nil); err != nil {
			return err
		}
		if err := b.keepHeap(filepath.Join(dir, name)); err != nil {
			return err
		}
		if err := b.eval("probe.frames.length", &frames[i]); err != nil {
			return err
		}
	}
	fmt.Printf("in %d frames\n", frames[1]-frames[0])
	for _, sort := range []string{"-flat", "-cum"} {
		if err := printGrowth(ctx, "alloc_objects", sort, filepath.Join(dir, "early"), filepath.Join(dir, "late")); err != nil {
			return err
		}
	}
	return nil
}

// keepHeap writes the program's own heap profile to a file.
func (b *browser) keepHeap(path string) error {
	var text string
	if err := b.eval(`btoa(Array.from(earnedHeapProfile(), (x) => String.fromCharCode(x)).join(""))`, &text); err != nil {
		return err
	}
	p, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return err
	}
	return os.WriteFile(path, p, 0o600)
}

// printGrowth prints what came between two heap profiles.
func printGrowth(ctx context.Context, of, sort, from, to string) error {
	top := exec.CommandContext(ctx, "go", "tool", "pprof", "-top", sort, "-nodecount=60", "-sample_index="+of, "-diff_base", from, to)
	top.Stdout, top.Stderr = os.Stdout, os.Stderr
	return top.Run()
}
