package main

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
)

// measured is all of one run.
type measured struct {
	machine *machine
	rules   *rules // nil: not measured
	pages   *pages
}

// What lies between these lines of the document is written by each run; the
// rest is kept by hand.
const (
	document = "docs/performance.md"
	opening  = "<!-- measured: written by make bench -->\n"
	closing  = "<!-- end of what was measured -->\n"
)

// write prints what was measured and, where all was, puts it into the document.
func (m *measured) write(root string, whole bool) error {
	var w bytes.Buffer
	m.text(&w)
	fmt.Print("\n", w.String())
	if !whole {
		return nil
	}
	return replace(root, opening, closing, w.Bytes())
}

// replace puts text between two lines of the document.
func replace(root, opening, closing string, text []byte) error {
	name := filepath.Join(root, filepath.FromSlash(document))
	old, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	before, rest, ok := bytes.Cut(old, []byte(opening))
	_, after, ok2 := bytes.Cut(rest, []byte(closing))
	if !ok || !ok2 {
		return errors.New(document + " has lost the lines between which figures are written")
	}
	out := bytes.Join([][]byte{before, []byte(opening), []byte("\n"), text, []byte("\n"), []byte(closing), after}, nil)
	if err := os.WriteFile(name, out, 0o644); err != nil {
		return err
	}
	fmt.Println("Written to", document)
	return nil
}

// row is one thing measured, beside its bound where it has one.
type row struct {
	what, bound, found string
	met                verdict
}

type verdict int

const (
	unbound verdict = iota
	missed
	kept
	unknown
)

func (v verdict) String() string { return [...]string{"", "**missed**", "met", "**not measured**"}[v] }

// holds is a verdict; a figure that is not there holds nothing.
func holds(ok bool) verdict {
	if ok {
		return kept
	}
	return missed
}

func table(w *bytes.Buffer, rows []row) {
	fmt.Fprintln(w, "| what | measured | bound | |\n|---|---|---|---|")
	for _, r := range rows {
		if strings.Contains(r.found, unmeasured) && r.met != unbound {
			r.met = unknown
		}
		fmt.Fprintf(w, "| %s | %s | %s | %s |\n", r.what, r.found, r.bound, r.met)
	}
	fmt.Fprintln(w)
}

func (m *measured) text(w *bytes.Buffer) {
	h := m.machine
	fmt.Fprintf(w, "Measured on %s. %s, %s, Node %s; no GPU is used (SwiftShader). The run took %.0f s; %s programs on average wanted a core when it began, %s when it ended%s.\n\n",
		h.kind, h.goVersion, h.chromium, h.node, h.took.Seconds(), h.loadBefore, h.loadAfter, busy(h))
	fmt.Fprint(w, "Each figure is a median, with the least and the most in brackets.\n\n")
	m.reached(w)
	if m.rules != nil {
		m.rules.text(w)
	}
	if m.pages != nil {
		m.pages.text(w)
	}
}

// busy says that others were at work, where they were: times are longer then.
func busy(m *machine) string {
	var load float64
	if n, _ := fmt.Sscan(m.loadBefore, &load); n == 1 && load > 0.7 {
		return ": **others were at work on the machine, so times are too long and rates too low**"
	}
	return ""
}

func (r *rules) text(w *bytes.Buffer) {
	ratio := r.wasm.median() / r.ink.median()
	fmt.Fprintf(w, "## The rules\n\nThe same %s seeded games of `%s`, %s replies a game. %s of them go the same way in the ink story, reply by reply.\n\n",
		thousands(manyGames), conversation, short(r.perGame), thousands(int64(r.sameWay)))
	table(w, []row{
		{"replies a second, native", "at least 5,000,000", r.native.String(), holds(r.native.median() >= 5e6)},
		{"replies a second, WebAssembly", "at least 2,000,000", r.wasm.String(), holds(r.wasm.median() >= 2e6)},
		{"replies a second, inkjs in the same browser", "", r.ink.String(), unbound},
		{"replies a second, bondage in the same browser", "", r.yarn.String(), unbound},
		{"WebAssembly to inkjs", "at least 60 times", short(ratio) + " times", holds(ratio >= 60)},
		{"whole games a second: native, WebAssembly, inkjs, bondage", "", r.aGame(r.native, r.wasm, r.ink, r.yarn), unbound},
		{"allocations a reply: native, WebAssembly", "none", fmt.Sprintf("%.4f, %.4f", r.allocsNative, r.allocsWasm), holds(r.allocsNative < 0.01 && r.allocsWasm < 0.01)},
	})
	fmt.Fprint(w, "## The exact odds\n\nForward and backward, from one start, in milliseconds.\n\n")
	rows := []row{
		{"the shipped conversation, native", "", r.odds.String(), unbound},
		{"the shipped conversation, WebAssembly", "faster than 100 games of inkjs", r.oddsWasm.String(), holds(r.oddsWasm.median() < r.hundred.median())},
		{"100 sampled games of inkjs", "", r.hundred.String(), unbound},
		{"10,000 sampled games of inkjs", "", r.tenThu.String(), unbound},
	}
	bounds := map[int]float64{40: 20, 2000: 2000}
	for _, g := range r.growth {
		rows = append(rows, g.row("native", bounds[g.Beats]))
	}
	bounds = map[int]float64{40: 100, 2000: 5000}
	for _, g := range r.growthWasm {
		rows = append(rows, g.row("WebAssembly", bounds[g.Beats]))
	}
	table(w, rows)
}

func (r *rules) aGame(all ...figures) string {
	parts := make([]string, len(all))
	for i, f := range all {
		parts[i] = short(f.median() / r.perGame)
	}
	return strings.Join(parts, ", ")
}

func (g grown) row(where string, bound float64) row {
	x := row{what: fmt.Sprintf("%s generated beats, %s: %s states, %.0f MB", thousands(int64(g.Beats)), where, thousands(int64(g.States)), g.MB), found: g.Ms.String()}
	if bound > 0 {
		x.bound, x.met = "under "+short(bound), holds(g.Ms.median() < bound)
	}
	if g.Beats == 2000 {
		x.bound += ", under 300 MB"
		x.met = min(x.met, holds(g.MB < 300))
	}
	return x
}

func (p *pages) text(w *bytes.Buffer) {
	fmt.Fprintf(w, "## Loading\n\nFrom a server on the same machine, in milliseconds after the navigation. Cold is a browser that has never seen the page; warm the next visit, with what the browser kept. The beat is the conversation's first; the floor has only its first frame. A reply can be pressed when its element is seen and its press will be honoured; Earned's first one stands in the page before the game is there, behind Start, the brief and the scene, each pressed here as soon as it can be. When the client answers is the line below it.\n\n")
	fmt.Fprintln(w, "| | floor | ink page | Earned | bound | |\n|---|---|---|---|---|---|")
	line := func(what, bound string, v verdict, f func(*pageFigures) figures) {
		fmt.Fprintf(w, "| %s | %s | %s | %s | %s | %s |\n", what, cell(f(p.floor)), cell(f(p.ink)), cell(f(p.ours)), bound, v)
	}
	line("first content, cold", "no later than the ink page", p.noLater(content), content)
	line("first press, cold", "", unbound, func(f *pageFigures) figures { return f.cold.first })
	line("first reply that can be pressed, cold", "no later than the ink page", p.noLater(pressable), pressable)
	line("that reply, pressed as soon as it can be, is answered, cold", "", unbound, func(f *pageFigures) figures { return f.cold.honoured })
	line("the beat drawn by the engine, cold", "1.25 × the floor", p.within(1.25, drawn), drawn)
	line("first content, warm", "", unbound, func(f *pageFigures) figures { return f.warm.content })
	line("first reply that can be pressed, warm", "", unbound, func(f *pageFigures) figures { return f.warm.pressable })
	line("that reply, pressed as soon as it can be, is answered, warm", "", unbound, func(f *pageFigures) figures { return f.warm.honoured })
	line("the beat drawn by the engine, warm", "1.1 × the floor", p.within(1.1, warmDrawn), warmDrawn)
	p.weightText(w)
	p.playText(w)
}

// cell is a figure in a table with a column for each page: zeros mean that the
// page has no such thing.
func cell(f figures) string {
	if len(f) == 0 || f.at(1) == 0 {
		return "–"
	}
	return f.String()
}

func (p *pages) weightText(w *bytes.Buffer) {
	kB := func(n int) string {
		if n == 0 {
			return unmeasured
		}
		return thousands(int64(math.Round(float64(n) / 1000)))
	}
	line := func(what, bound string, v verdict, f func(weight) int) {
		fmt.Fprintf(w, "| %s | %s | %s | %s | %s | %s |\n", what, kB(f(p.floor.weight)), kB(f(p.ink.weight)), kB(f(p.ours.weight)), bound, v)
	}
	line("kB, as it is", "", unbound, func(x weight) int { return x.raw })
	line("kB, gzip 9", "", unbound, func(x weight) int { return x.gzip })
	ratio := p.weightRatio()
	line("kB, Brotli 11", fmt.Sprintf("1.25 × the floor; it is %s", short(ratio)), bounded(ratio, ratio <= 1.25), func(x weight) int { return x.brotli })
	fmt.Fprintf(w, "\n")
}

func (p *pages) playText(w *bytes.Buffer) {
	o := p.ours
	fmt.Fprintf(w, "## Playing\n\n")
	fmt.Fprintf(w, "Forty minutes of play are five conversations of about eight minutes. They are held here with a press every %.1f s, which is as long as Earned takes to lay out ahead and to collect while a screen is read, and shorter than a player reads; of the ink page, with a press a frame. What grows, grows with presses and screens, and a screen at rest does nothing (its processor share, below). After each conversation its debrief, the client's chair and a what-if are looked at. Five minutes are %d replies.\n\n", reading.Seconds(), fewReplies)
	table(w, []row{
		{"from a press to the next words in the page, ms", "within 10", o.words.String(), holds(o.words.at(0.9) <= 10)},
		{"the same, ink page", "", p.ink.words.String(), unbound},
		{"from a press to their drawing, ms", "", o.picture.String(), unbound},
		{"in which frame after the press that was", "the next but one", o.frames.String(), holds(o.frames.at(1) <= 2)},
		{"from the end of a conversation to its debrief in the page, and to its drawing, ms", "", o.debrief.String() + ", " + o.debriefDrawn.String(), unbound},
		{"at rest, all the browser's processes, % of one core", "under 2", o.rest.String(), holds(o.rest.median() < 2)},
		{"the same, floor", "", p.floor.rest.String(), unbound},
		{"the same, ink page", "", p.ink.rest.String(), unbound},
		{fmt.Sprintf("a reply every %.0f s, %% of one core", paused.Seconds()), "", o.play.String(), unbound},
		{"the same, ink page", "", p.ink.play.String(), unbound},
		{"a frame's own work at 1920×1080, ms: median", "under 2", short(o.work.median()), holds(o.work.median() < 2)},
		{fmt.Sprintf("the same, the longest of a hundred (of %d frames)", len(o.work)), "under 8", short(o.work.at(0.99)), holds(o.work.at(0.99) < 8)},
		{"the same, floor: median, the longest of a hundred", "", short(p.floor.work.median()) + ", " + short(p.floor.work.at(0.99)), unbound},
		{fmt.Sprintf("the same, while only the client moves (%d frames)", len(o.moving)), "under 2, under 8", short(o.moving.median()) + ", " + short(o.moving.at(0.99)), holds(o.moving.median() < 2 && o.moving.at(0.99) < 8)},
		{"allocations in a frame while the client moves", "no more than the floor's", o.allocations(), holds(o.perFrame[0] <= p.floor.perFrame[0]*1.05)},
		{"the same, floor", "", p.floor.allocations(), unbound},
		{fmt.Sprintf("memory after %d, %d and %d minutes of play, MB", played[0], played[1], played[2]), "", memories(o), unbound},
		{"by how much it grew from 5 to 40 minutes, and to 80", "within 5 %", short(o.grew(1)) + " %, " + short(o.grew(2)) + " %", holds(o.grew(1) <= 5)},
		{"memory of the ink page, MB", "", memories(p.ink), unbound},
	})
}
