package main

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/profiler"
	"github.com/chromedp/chromedp"

	"earned/internal/site"

	_ "embed"
)

//go:embed page/steps.js
var stepsScript string

// steps prints when each step of the engine's start began and how long it took,
// of the floor's and of ours, cold and warm.
func steps(b *built) error {
	for _, f := range []*pageFigures{{subject: b.floor, drawn: true}, {subject: b.ours, drawn: true}} {
		url, stop, err := serve(f.handler)
		if err != nil {
			return err
		}
		defer stop()
		f.url = url
		c, err := launch(laptop, presses)
		if err != nil {
			return err
		}
		defer c.stop()
		err = c.run("watch", chromedp.ActionFunc(func(ctx context.Context) error {
			_, err := cdppage.AddScriptToEvaluateOnNewDocument(stepsScript).Do(ctx)
			return err
		}))
		if err != nil {
			return err
		}
		for _, visit := range []string{"cold", "warm"} {
			if err := c.start(f); err != nil {
				return err
			}
			if err := c.printSteps(f.name + ", " + visit); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *browser) printSteps(title string) error {
	var told [][3]any
	err := b.eval(`probe.steps.concat([["the beat can be pressed", probe.pressable, 0]]).sort((a, b) => a[1] - b[1])`, &told)
	if err != nil {
		return err
	}
	fmt.Printf("\n%s\n", title)
	for _, s := range told {
		fmt.Printf("%8.1f %8.1f  %s\n", s[1], s[2], s[0])
	}
	if err := b.run("pause", chromedp.Sleep(between)); err != nil {
		return err
	}
	if err := b.eval("localStorage.clear(), sessionStorage.clear(), 0", nil); err != nil {
		return err
	}
	return b.leave()
}

// profile shows where the processor's time goes in the page's own thread:
// while it starts, while replies are given, while a debrief opens, or while only
// the client moves; or what allocates and holds its memory.
// It says what bounds a figure, where guessing would not.
func profile(ctx context.Context, b *built, root, what string) error {
	if what == "steps" {
		return steps(b)
	}
	program, err := wasm(ctx, root, "cmd/wasm", append(site.BuildFlags, "-tags", "bench", "-ldflags=")...) // with the functions' names
	if err != nil {
		return err
	}
	own, err := static(files{site.Program: program})
	if err != nil {
		return err
	}
	url, stop, err := serve(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/"+site.Program {
			own.ServeHTTP(w, r)
			return
		}
		b.ours.handler.ServeHTTP(w, r)
	}))
	if err != nil {
		return err
	}
	defer stop()
	c, err := launch(laptop, presses)
	if err != nil {
		return err
	}
	defer c.stop()
	f := &pageFigures{subject: b.ours, url: url, drawn: true}
	watched := func(do func() error) error {
		if err := c.run("profile", profiler.Enable(), profiler.SetSamplingInterval(100), profiler.Start()); err != nil {
			return err
		}
		if err := do(); err != nil {
			return err
		}
		var p *profiler.Profile
		err := c.run("profile", chromedp.ActionFunc(func(ctx context.Context) (err error) {
			p, err = profiler.Stop().Do(ctx)
			return err
		}))
		if err != nil {
			return err
		}
		printProfile(p)
		return nil
	}
	switch what {
	case "start":
		return watched(func() error { return c.start(f) })
	case "presses":
		if err := c.start(f); err != nil {
			return err
		}
		return watched(func() error {
			for range timedPresses {
				if err := f.press(c); err != nil {
					return err
				}
			}
			return nil
		})
	case "debrief":
		if err := c.start(f); err != nil {
			return err
		}
		if err := c.eval("probe.toEnding()", nil); err != nil {
			return err
		}
		return watched(func() error {
			var told debriefed
			if err := c.eval("probe.toDebrief()", &told); err != nil {
				return err
			}
			fmt.Printf("in the page after %.1f ms, drawn after %.1f ms\n", told.Words, told.Drawn)
			return nil
		})
	case "allocations":
		if err := c.start(f); err != nil {
			return err
		}
		return c.allocations(ctx)
	case "heap":
		if err := c.start(f); err != nil {
			return err
		}
		return c.heaps(ctx)
	case "frames":
		if err := c.start(f); err != nil {
			return err
		}
		return watched(func() error { return c.run("pause", chromedp.Sleep(5*time.Second)) })
	}
	return fmt.Errorf("there is no profile of %q: steps, start, presses, debrief, frames, allocations or heap", what)
}

// printProfile prints the functions that took the most time, by themselves and
// with what they called.
func printProfile(p *profiler.Profile) {
	name := map[int64]string{}
	up := map[int64]int64{}
	for _, n := range p.Nodes {
		name[n.ID] = n.CallFrame.FunctionName
		if name[n.ID] == "" {
			name[n.ID] = "(unnamed) " + n.CallFrame.URL[strings.LastIndexByte(n.CallFrame.URL, '/')+1:]
		}
		for _, child := range n.Children {
			up[child] = n.ID
		}
	}
	alone, within := map[string]float64{}, map[string]float64{}
	total := 0.0
	for i, id := range p.Samples {
		ms := float64(p.TimeDeltas[i]) / 1000
		total += ms
		alone[name[id]] += ms
		seen := map[string]bool{}
		for at := id; at != 0; at = up[at] {
			if !seen[name[at]] {
				seen[name[at]] = true
				within[name[at]] += ms
			}
		}
	}
	for _, list := range []struct {
		title string
		of    map[string]float64
		n     int
	}{{"by itself", alone, 45}, {"with what it called", within, 90}} {
		fmt.Printf("\n%s (ms of %.0f)\n", list.title, total)
		var names []string
		for n := range list.of {
			names = append(names, n)
		}
		slices.SortFunc(names, func(a, b string) int { return int(1000 * (list.of[b] - list.of[a])) })
		for _, n := range names[:min(list.n, len(names))] {
			fmt.Printf("%9.1f  %s\n", list.of[n], n)
		}
	}
}
