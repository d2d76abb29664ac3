package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"time"

	"earned/bench/games"
	"earned/game/odds"
	"earned/game/talk"
	"earned/internal/generate"
)

// rules is what was measured of the rules, without the game around them.
type rules struct {
	native, wasm, ink, yarn         figures // replies a second
	perGame                         float64 // replies of a whole game
	allocsNative, allocsWasm        float64 // for each reply
	sameWay                         int     // of the games, how many inkjs and Earned play alike
	odds, oddsWasm, hundred, tenThu figures // milliseconds
	growth                          []grown
	growthWasm                      []grown
}

// grown is the exact odds of a generated conversation.
type grown struct {
	Beats, States int
	Ms            figures
	MB            float64 // the most memory the program took
}

const (
	manyGames = 2000 // seeded games that are played
	fewGames  = 60   // and for bondage, which is slow
	walks     = 5    // times that odds are computed
)

// measureRules measures all of it in turn: native, wasm, inkjs, bondage, and
// again.
func measureRules(b *built, rounds int) (*rules, error) {
	url, stop, err := serve(b.engine)
	if err != nil {
		return nil, err
	}
	defer stop()
	c, err := launch(laptop, presses)
	if err != nil {
		return nil, err
	}
	defer c.stop()
	if err := c.open(url); err != nil {
		return nil, err
	}
	if err := c.until("globalThis.engine !== undefined"); err != nil {
		return nil, err
	}
	r := &rules{}
	in := &page{browser: c}
	for round := range rounds + 1 { // the first, in which the browser's compiler gets ready, is not counted
		native := playNative(b.talk)
		ours, ink, yarn := in.rate("engine.ours", manyGames*10), in.rate("engine.ink", manyGames), in.rate("engine.yarn", fewGames)
		if round > 0 {
			r.native.add(native)
			r.wasm.add(ours.rate())
			r.ink.add(ink.rate())
			r.yarn.add(yarn.rate())
		}
		r.perGame = ink.N / manyGames
	}
	for range walks {
		from := time.Now()
		if _, err := odds.Analyse(b.talk, 0, 0); err != nil {
			return nil, err
		}
		r.odds.add(milliseconds(time.Since(from)))
		r.oddsWasm.add(in.timed(fmt.Sprintf("engine.odds(%q)", conversation)).Ms)
		r.hundred.add(in.timed("engine.ink(100)").Ms)
	}
	r.tenThu.add(in.timed("engine.ink(10000)").Ms)
	r.allocsNative = allocations(b.talk)
	a := in.timed(fmt.Sprintf("engine.allocations(%d)", manyGames))
	r.allocsWasm = a.Ms / a.N
	var ways []string
	if err := c.eval(fmt.Sprintf("engine.ways(%d)", manyGames), &ways); err != nil {
		return nil, err
	}
	for i, way := range games.Ways(b.talk, 0, manyGames) {
		if i < len(ways) && ways[i] == way {
			r.sameWay++
		}
	}
	if in.err != nil {
		return nil, in.err
	}
	return r, r.grow(c)
}

// count is what a function of the page counted, and how long it took.
type count struct{ N, Ms float64 }

func (c count) rate() float64 { return c.N / c.Ms * 1000 }

// page asks the engine's page to do things, and keeps the first fault.
type page struct {
	*browser
	err error
}

func (p *page) timed(expression string) (c count) {
	if p.err == nil {
		p.err = p.eval(expression, &c)
	}
	return c
}

func (p *page) rate(function string, games int) count {
	return p.timed(fmt.Sprintf("%s(%d)", function, games))
}

func playNative(t *talk.Talk) float64 {
	from := time.Now()
	p := games.Play(t, 0, manyGames*20)
	return float64(p.Replies) / time.Since(from).Seconds()
}

func allocations(t *talk.Talk) float64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	p := games.Play(t, 0, manyGames)
	runtime.ReadMemStats(&after)
	return float64(after.Mallocs-before.Mallocs) / float64(p.Replies)
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// grow measures growth with size: native in a process for each size, so that
// its memory is its own, in the browser on one page.
func (r *rules) grow(c *browser) error {
	for _, beats := range []int{40, 200, 1000, 2000, 10000} {
		g, err := growApart(beats)
		if err != nil {
			return err
		}
		r.growth = append(r.growth, g)
	}
	for _, beats := range []int{40, 2000} {
		name := fmt.Sprintf("%q", strconv.Itoa(beats))
		g := grown{Beats: beats}
		if err := c.eval("engine.make("+name+")", nil); err != nil {
			return err
		}
		for range 3 {
			var x count
			if err := c.eval("engine.odds("+name+")", &x); err != nil {
				return err
			}
			g.Ms.add(x.Ms)
			g.States = int(x.N)
		}
		if err := c.eval("engine.memory() / 1e6", &g.MB); err != nil {
			return err
		}
		r.growthWasm = append(r.growthWasm, g)
	}
	return nil
}

// growApart runs this program again, for one size.
func growApart(beats int) (grown, error) {
	var g grown
	self, err := os.Executable()
	if err != nil {
		return g, err
	}
	out, err := exec.Command(self, "grow", strconv.Itoa(beats)).Output()
	if err != nil {
		return g, fmt.Errorf("the odds of %d beats: %w", beats, err)
	}
	return g, json.Unmarshal(out, &g)
}

// grow is what growApart runs.
func grow(beats int) error {
	t, err := talk.New(generate.Book(1, generate.Written(beats)), generate.Name)
	if err != nil {
		return err
	}
	g := grown{Beats: beats}
	for range 3 {
		runtime.GC()
		from := time.Now()
		o, err := odds.Analyse(t, 0, 0)
		if err != nil {
			return err
		}
		g.Ms.add(milliseconds(time.Since(from)))
		g.States = o.States()
		if g.MB == 0 {
			g.MB = peak() // of the first: garbage of a second would add to it
		}
	}
	return json.NewEncoder(os.Stdout).Encode(g)
}

// peak is the most memory this process has taken from the system, in MB.
func peak() float64 {
	if status, err := os.ReadFile("/proc/self/status"); err == nil {
		for line := range strings.Lines(string(status)) {
			var kb float64
			if n, _ := fmt.Sscanf(line, "VmHWM: %f kB", &kb); n == 1 {
				return kb / 1000
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.Sys) / 1e6
}
