package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

const (
	timedPresses   = 14
	debriefsOpened = 3                     // in turn
	between        = time.Second           // two of them
	held           = 80 * time.Millisecond // a pointer's button
	settling       = 10 * time.Second      // until a page that comes to rest has
	sampled        = 6 * time.Second       // for a processor share
	paused         = 3 * time.Second       // between two replies while one is taken during play
	starting       = 4 * time.Second       // until the program has started, and collects
	reading        = 1100 * time.Millisecond
)

// plays measures what happens while a conversation is held. The floor holds
// none: only its rest is of interest.
func (f *pageFigures) plays(onlyRest bool) error {
	c, err := launch(laptop, presses)
	if err != nil {
		return err
	}
	defer c.stop()
	if err := c.start(f); err != nil {
		return err
	}
	if !onlyRest {
		for range timedPresses {
			if err := f.press(c); err != nil {
				return err
			}
		}
	}
	if f.name == "Earned" {
		if err := f.debriefs(c); err != nil {
			return err
		}
	}
	if err := c.run("rest", chromedp.Sleep(settling)); err != nil {
		return err
	}
	if f.rest, err = c.share(2, sampled); err != nil || onlyRest {
		return err
	}
	if err := c.eval(fmt.Sprintf("void probe.play(1e6, %d)", paused.Milliseconds()), nil); err != nil {
		return err
	}
	f.play, err = c.share(1, 2*sampled)
	return err
}

func (b *browser) start(f *pageFigures) error {
	if err := b.open(f.url); err != nil {
		return err
	}
	return b.until(f.ready())
}

// debriefed is how long a debrief took to open, in ms.
type debriefed struct{ Words, Drawn float64 }

// debriefs opens several debriefs, each of a conversation just held: the first
// is cold, nothing on it was laid out before.
func (f *pageFigures) debriefs(c *browser) error {
	for range debriefsOpened {
		if err := c.eval("probe.toEnding()", nil); err != nil {
			return err
		}
		var told debriefed
		if err := c.eval("probe.toDebrief()", &told); err != nil {
			return err
		}
		f.debrief.add(told.Words)
		f.debriefDrawn.add(told.Drawn)
		if err := c.eval("probe.onward().click()", nil); err != nil { // play again
			return err
		}
	}
	return nil
}

// place is where to press.
type place struct{ X, Y float64 }

const firstReply = `(() => {
  const b = probe.replies()[0] ?? probe.onward();
  b.scrollIntoView({ block: "nearest" });
  const r = b.getBoundingClientRect();
  return { X: r.x + r.width / 2, Y: r.y + r.height / 2 };
})()`

// press gives a reply with a press of the pointer, held as long as people hold
// it, and times it from its release. What is
// not a reply (a question, the next meeting) is only pressed.
func (f *pageFigures) press(c *browser) error {
	if err := c.until("probe.replies().length > 0 || probe.onward()"); err != nil {
		return err
	}
	var talking bool
	var at place
	if err := c.eval("probe.replies().length > 0", &talking); err != nil {
		return err
	}
	if err := c.eval(firstReply, &at); err != nil {
		return err
	}
	if err := c.eval("globalThis.told = probe.press(), 0", nil); err != nil {
		return err
	}
	click := func(t input.MouseType) chromedp.Action {
		return input.DispatchMouseEvent(t, at.X, at.Y).WithButton(input.Left).WithClickCount(1)
	}
	if err := c.run("press", input.DispatchMouseEvent(input.MouseMoved, at.X, at.Y), click(input.MousePressed), chromedp.Sleep(held), click(input.MouseReleased)); err != nil {
		return err
	}
	var told struct{ Words, Drawn, Frame float64 }
	if err := c.eval("told", &told); err != nil {
		return err
	}
	if talking && told.Words > 0 {
		f.words.add(told.Words)
		f.picture.add(told.Drawn)
		f.frames.add(told.Frame)
	}
	return c.run("pause", chromedp.Sleep(between))
}

// share samples the processor share of the browser n times, in % of one core.
func (b *browser) share(n int, d time.Duration) (figures, error) {
	var f figures
	for range n {
		before, err := processorTime(b.pid)
		if err != nil {
			return nil, nil //nolint:nilerr // not told by this system: a figure is left out, the run goes on
		}
		from := time.Now()
		if err := b.run("sample", chromedp.Sleep(d)); err != nil {
			return nil, err
		}
		after, err := processorTime(b.pid)
		if err != nil {
			return nil, err
		}
		f.add(100 * (after - before).Seconds() / time.Since(from).Seconds())
	}
	return f, nil
}

// remembers looks at memory after some time of play, in a browser of its own.
func (f *pageFigures) remembers() error {
	c, err := launch(laptop, presses)
	if err != nil {
		return err
	}
	defer c.stop()
	if err := c.start(f); err != nil {
		return err
	}
	pace := time.Duration(0)
	if f.name == "Earned" { // it collects when it has started, and while a screen is read
		pace = reading
		if err := c.run("start", chromedp.Sleep(starting)); err != nil {
			return err
		}
	}
	ended := 0
	for i, minutes := range played {
		if minutes < aConversation {
			if err := c.eval(fmt.Sprintf("probe.play(1, %d, %d)", pace.Milliseconds(), fewReplies), nil); err != nil {
				return err
			}
		}
		for ; ended < minutes/aConversation; ended++ {
			if err := c.eval(fmt.Sprintf("probe.play(1, %d)", pace.Milliseconds()), nil); err != nil {
				return err
			}
		}
		if err := c.eval("probe.frames.length = probe.painted.length = 0", nil); err != nil { // not the page's
			return err
		}
		collect := chromedp.ActionFunc(func(ctx context.Context) error { return heapprofiler.CollectGarbage().Do(ctx) })
		if err := c.run("collect garbage", collect); err != nil {
			return err
		}
		if err := c.eval("({ Wasm: probe.memory() / 1e6, JS: performance.memory.usedJSHeapSize / 1e6 })", &f.memory[i]); err != nil {
			return err
		}
	}
	return nil
}

// framesOf measures the page's own work in each frame at the projector's size,
// and its allocations while only the picture moves.
func (f *pageFigures) framesOf(h http.Handler) error {
	url, stop, err := serve(h)
	if err != nil {
		return err
	}
	defer stop()
	c, err := launch(projector, presses)
	if err != nil {
		return err
	}
	defer c.stop()
	if err := c.open(url); err != nil {
		return err
	}
	if err := c.until(f.ready()); err != nil {
		return err
	}
	// The first frames make what later ones use again.
	if err := c.eval("new Promise((done) => setTimeout(done, 3000)).then(() => { probe.frames.length = 0 })", nil); err != nil {
		return err
	}
	if f.name != "floor" {
		for range timedPresses {
			if err := c.eval("(probe.replies()[0] ?? probe.onward()).click()", nil); err != nil {
				return err
			}
			if err := c.run("pause", chromedp.Sleep(between)); err != nil {
				return err
			}
		}
		if err := c.run("pause", chromedp.Sleep(3*between)); err != nil { // the words stand now
			return err
		}
	} else if err := c.run("pause", chromedp.Sleep(3*between)); err != nil {
		return err
	}
	var work []float64
	if err := c.eval("probe.frames.map((f) => f.work)", &work); err != nil {
		return err
	}
	f.work = work
	return f.counts(c)
}

// counts tells how long the frames take in which only the client moves, and how
// many allocations, and how many bytes, each makes.
func (f *pageFigures) counts(c *browser) error {
	// Any key has all words stand.
	if err := c.eval("dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' })), 0", nil); err != nil {
		return err
	}
	if err := c.run("pause", chromedp.Sleep(2*between)); err != nil {
		return err
	}
	var before, after struct {
		Frames float64
		Made   []float64
	}
	const look = "({ Frames: probe.frames.length, Made: globalThis.earnedAllocations() })"
	if err := c.eval(look, &before); err != nil {
		return err
	}
	if err := c.run("pause", chromedp.Sleep(3*between)); err != nil {
		return err
	}
	if err := c.eval(look, &after); err != nil {
		return err
	}
	var moving []float64
	if err := c.eval(fmt.Sprintf("probe.frames.slice(%d).map((f) => f.work)", int(before.Frames)), &moving); err != nil {
		return err
	}
	f.moving = moving
	if frames := after.Frames - before.Frames; frames > 0 {
		f.perFrame = [2]float64{(after.Made[0] - before.Made[0]) / frames, (after.Made[1] - before.Made[1]) / frames}
	}
	return nil
}
