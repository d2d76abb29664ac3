package main

import (
	"errors"
	"fmt"
	"net/http"
	"path/filepath"

	"github.com/chromedp/chromedp"
)

// start is when things happened on a page after its navigation, in
// milliseconds.
type start struct {
	Content   float64 // the first content
	First     float64 // the first press that was possible: a first screen's Start
	Pressable float64 // the first reply that could be pressed
	Drawn     float64 // the first frame that the engine drew, of that beat where there is one
	Honoured  float64 // the client has answered that reply, pressed as soon as it could be
}

// starts are several.
type starts struct{ content, first, pressable, drawn, honoured figures }

// pageFigures is what was measured of one page.
type pageFigures struct {
	subject
	url          string
	drawn        bool // the engine draws it
	cold, warm   starts
	weight       weight
	words        figures   // from press to next words in the page, ms
	picture      figures   // and to their drawing
	frames       figures   // in which frame after the press that was
	debrief      figures   // from the end of a conversation to its debrief in the page, ms
	debriefDrawn figures   // and to its drawing
	memory       [3]memory // after played[i]
	rest, play   figures   // processor share of all the browser's processes, % of one core
	work         figures   // of the page's own in each frame at the projector's size, ms
	moving       figures   // of that, in frames in which only the client moves
	perFrame     [2]float64
}

// memory is in MB.
type memory struct{ Wasm, JS float64 }

// played is when memory is looked at, in minutes of play.
var played = [3]int{5, 40, 80}

const (
	aConversation = 8 // minutes, about
	fewReplies    = 9 // five minutes' worth of a conversation's fourteen
)

// pages is what was measured of all of them.
type pages struct{ floor, ink, ours *pageFigures }

func measurePages(b *built, root string, rounds int, want func(part string) bool) (*pages, error) {
	p := &pages{floor: &pageFigures{subject: b.floor, drawn: true}, ink: &pageFigures{subject: b.ink}, ours: &pageFigures{subject: b.ours, drawn: true}}
	all := []*pageFigures{p.floor, p.ink, p.ours}
	for _, f := range all {
		url, stop, err := serve(f.handler)
		if err != nil {
			return nil, err
		}
		defer stop()
		f.url = url
	}
	for round := range rounds {
		if !want("starts") {
			break
		}
		fmt.Println("Opening the pages, round", round+1, "…")
		for i := range all {
			if err := all[(i+round)%len(all)].open(); err != nil {
				return nil, err
			}
		}
	}
	for _, f := range all {
		if !want("plays") {
			break
		}
		fmt.Println("Playing:", f.name, "…")
		if err := f.plays(f == p.floor); err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
	}
	for _, f := range []*pageFigures{p.ink, p.ours} {
		if !want("memory") {
			break
		}
		fmt.Println("Looking at memory:", f.name, "…")
		if err := f.remembers(); err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
	}
	for f, h := range map[*pageFigures]http.Handler{p.floor: b.floor.handler, p.ours: b.counting} {
		if !want("frames") {
			break
		}
		fmt.Println("Looking at frames:", f.name, "…")
		if err := f.framesOf(h); err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
	}
	if !want("weights") {
		return p, nil
	}
	fmt.Println("Weighing what is sent (a minute for new programs) …")
	weighed := make(chan error, len(all)) // all at once: nothing here is timed
	for _, f := range all {
		go func() { weighed <- f.weighs(filepath.Join(root, ".build", "bench")) }()
	}
	var faults []error
	for range all {
		faults = append(faults, <-weighed)
	}
	return p, errors.Join(faults...)
}

// ready is true in the page once everything about an eager player's start is
// known.
func (f *pageFigures) ready() string {
	switch {
	case f.drawn && f.name == "floor":
		return "probe.painted.length > 0"
	case f.drawn:
		return "probe.pressable > 0 && probe.painted.some((at) => at >= probe.pressable)"
	}
	return "probe.pressable > 0"
}

// began reads the start from the page.
const began = `(() => {
  return { Content: probe.contentful(), First: probe.firstPress ?? probe.pressable, Pressable: probe.pressable, Drawn: probe.painted.find((at) => at >= probe.pressable) ?? 0, Honoured: probe.honoured };
})()`

// open opens the page cold, in a browser that has never seen it, and again:
// once for who looks at what comes first, once for who gives the first reply as
// soon as it is there, once for who presses on as far as that.
func (f *pageFigures) open() error {
	if f.name != "floor" {
		err := f.visits(looks, "probe.contentful() > 0", func(s *starts, x start) { s.content.add(x.Content) })
		if err == nil {
			err = f.visits(replies, "probe.honoured > 0", func(s *starts, x start) { s.honoured.add(x.Honoured) })
		}
		if err != nil {
			return err
		}
	}
	return f.visits(presses, f.ready(), func(s *starts, x start) {
		s.first.add(x.First)
		s.pressable.add(x.Pressable)
		s.drawn.add(x.Drawn)
	})
}

func (f *pageFigures) visits(eager string, until string, add func(*starts, start)) error {
	c, err := launch(laptop, eager)
	if err != nil {
		return err
	}
	defer c.stop()
	for _, into := range []*starts{&f.cold, &f.warm} {
		if err := c.open(f.url); err != nil {
			return err
		}
		if err := c.until(until); err != nil {
			return err
		}
		var x start
		if err := c.eval(began, &x); err != nil {
			return err
		}
		add(into, x)
		// A player who comes back anew: what the page kept is gone, what the
		// browser kept is there. It keeps a program once that is compiled.
		if err := c.run("pause", chromedp.Sleep(between)); err != nil {
			return err
		}
		if err := c.eval("localStorage.clear(), sessionStorage.clear(), 0", nil); err != nil {
			return err
		}
		if err := c.leave(); err != nil {
			return err
		}
	}
	return nil
}
