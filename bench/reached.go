package main

import (
	"bytes"
	"fmt"
	"math"
	"strings"
)

// What is to be reached, each bound with what was measured in this run.

func content(f *pageFigures) figures   { return f.cold.content }
func pressable(f *pageFigures) figures { return f.cold.pressable }
func drawn(f *pageFigures) figures     { return f.cold.drawn }
func warmDrawn(f *pageFigures) figures { return f.warm.drawn }

// bounded is a verdict on a figure, which may not have been measured.
func bounded(x float64, ok bool) verdict {
	if math.IsNaN(x) || x == 0 {
		return unknown
	}
	return holds(ok)
}

func (p *pages) noLater(f func(*pageFigures) figures) verdict {
	ours, ink := f(p.ours).median(), f(p.ink).median()
	return bounded(ours*ink, ours <= ink)
}

func (p *pages) within(x float64, f func(*pageFigures) figures) verdict {
	ours, floor := f(p.ours).median(), f(p.floor).median()
	return bounded(ours*floor, ours <= x*floor)
}

// weightRatio is our bytes to the floor's, by Brotli 11.
func (p *pages) weightRatio() float64 {
	if p.floor.weight.brotli == 0 {
		return math.NaN()
	}
	return float64(p.ours.weight.brotli) / float64(p.floor.weight.brotli)
}

// grew is by how much memory grew since it was first looked at, in %.
func (f *pageFigures) grew(to int) float64 {
	first, end := f.memory[0].Wasm+f.memory[0].JS, f.memory[to].Wasm+f.memory[to].JS
	if first == 0 {
		return math.NaN()
	}
	return 100 * (end/first - 1)
}

// allocations are those of a frame, the engine's own among them.
func (f *pageFigures) allocations() string {
	if len(f.work) == 0 {
		return unmeasured
	}
	return fmt.Sprintf("%.0f, %s bytes", f.perFrame[0], thousands(int64(f.perFrame[1])))
}

func memories(f *pageFigures) string {
	if f.memory[0] == (memory{}) {
		return unmeasured
	}
	parts := make([]string, len(f.memory))
	for i, m := range f.memory {
		parts[i] = fmt.Sprintf("%.1f", m.Wasm+m.JS)
	}
	own := make([]string, len(f.memory))
	for i, m := range f.memory {
		own[i] = fmt.Sprintf("%.1f", m.Wasm)
	}
	return strings.Join(parts, ", ") + " (of these the program's " + strings.Join(own, ", ") + ")"
}

// reached is the table of all bounds. What a run has not measured is said to be
// so, never left out.
func (m *measured) reached(w *bytes.Buffer) {
	fmt.Fprint(w, "## What is to be reached\n\nTimes are in milliseconds. How each was measured stands below.\n\n")
	p, r := m.pages, m.rules
	if p == nil {
		p = &pages{floor: &pageFigures{}, ink: &pageFigures{}, ours: &pageFigures{}}
	}
	if r == nil {
		r = &rules{}
	}
	against := func(who string, f func(*pageFigures) figures, other *pageFigures) string {
		ours, theirs := f(p.ours), f(other)
		if len(ours) == 0 || len(theirs) == 0 {
			return unmeasured
		}
		return fmt.Sprintf("%s; %s %s; × %.2f", ours, who, theirs, ours.median()/theirs.median())
	}
	o := p.ours
	ratio := r.wasm.median() / r.ink.median()
	table(w, []row{
		{"first content, cold", "no later than the ink page's", against("ink", content, p.ink), p.noLater(content)},
		{"first reply that can be pressed, cold", "no later than the ink page's", against("ink", pressable, p.ink), p.noLater(pressable)},
		{"the same beat drawn by the engine, cold", "at most 1.25 × the floor's first frame", against("floor", drawn, p.floor), p.within(1.25, drawn)},
		{"the same, warm", "at most 1.1 × the floor", against("floor", warmDrawn, p.floor), p.within(1.1, warmDrawn)},
		{"bytes, Brotli, everything needed for the first conversation, fonts included", "at most 1.25 × the floor", "× " + short(p.weightRatio()), bounded(p.weightRatio(), p.weightRatio() <= 1.25)},
		{"press to next words in the twin, nine of ten", "within 10", short(o.words.at(0.9)) + "; all: " + o.words.String(), bounded(o.words.at(0.9), o.words.at(0.9) <= 10)},
		{"press to their drawing, in frames", "the next but one", o.frames.String(), bounded(o.frames.at(1), o.frames.at(1) <= 2)},
		{"at rest, all processes, % of one core", "under 2", o.rest.String(), bounded(o.rest.median(), o.rest.median() < 2)},
		{"a frame's own work at 1920×1080: median, longest of a hundred", "under 2, under 8", short(o.work.median()) + ", " + short(o.work.at(0.99)), bounded(o.work.median(), o.work.median() < 2 && o.work.at(0.99) < 8)},
		{"allocations in it while the client moves, to the bare engine's", "none of our own", o.allocations() + "; floor " + p.floor.allocations(), bounded(float64(len(o.work)), o.perFrame[0] <= p.floor.perFrame[0]*1.05)},
		{"memory after 40 minutes of play, to that after 5", "within 5 %", short(o.grew(1)) + " %", bounded(o.grew(1), o.grew(1) <= 5)},
		{"replies a second in WebAssembly, rules explaining themselves, to inkjs in the same browser", "at least 60 times", short(ratio) + " times", bounded(ratio, ratio >= 60)},
		{"exact odds of a shipped conversation in WebAssembly", "faster than 100 sampled games of inkjs", r.oddsWasm.String() + "; inkjs " + r.hundred.String(), bounded(r.oddsWasm.median(), r.oddsWasm.median() < r.hundred.median())},
	})
}
