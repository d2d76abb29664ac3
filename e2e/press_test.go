package e2e

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// locate scrolls an element into sight and tells where it lies.
func locate(ctx context.Context, id cdp.BackendNodeID) (box, error) {
	if err := dom.ScrollIntoViewIfNeeded().WithBackendNodeID(id).Do(ctx); err != nil {
		return box{}, err
	}
	quads, err := dom.GetContentQuads().WithBackendNodeID(id).Do(ctx)
	if err != nil {
		return box{}, err
	}
	if len(quads) == 0 || len(quads[0]) < 8 {
		return box{}, fmt.Errorf("it has no place on the page")
	}
	q := quads[0]
	return box{q[0], q[1], q[4] - q[0], q[5] - q[1]}, nil
}

// push presses the button of that name with a real pointer, or a finger
// where the page was opened for touch: an event at the place where it lies, so
// that what covers it, or lies elsewhere than it seems, fails.
func (p *page) push(name string) {
	p.t.Helper()
	p.pressItem(p.find("button", name))
}

func (p *page) pressItem(it *item) {
	p.t.Helper()
	b := p.boxOf(it)
	x, y := b.x+b.w/2, b.y+b.h/2
	if x < 0 || y < 0 || x > float64(p.size.w) || y > float64(p.size.h) {
		p.t.Fatalf("%s lies outside the window of %s: %+v", it, p.size, b)
	}
	if p.touch {
		p.tap(x, y)
		return
	}
	p.do("press "+it.String(),
		input.DispatchMouseEvent(input.MouseMoved, x, y),
		input.DispatchMouseEvent(input.MousePressed, x, y).WithButton(input.Left).WithClickCount(1),
		input.DispatchMouseEvent(input.MouseReleased, x, y).WithButton(input.Left).WithClickCount(1),
	)
}

func (p *page) tap(x, y float64) {
	p.t.Helper()
	p.do("tap",
		input.DispatchTouchEvent(input.TouchStart, []*input.TouchPoint{{X: x, Y: y}}),
		input.DispatchTouchEvent(input.TouchEnd, []*input.TouchPoint{}),
	)
}

// key presses and releases a key: one of chromedp/kb, or a letter or digit.
func (p *page) key(k string, mods ...input.Modifier) {
	p.t.Helper()
	p.do(fmt.Sprintf("press the key %q", k), chromedp.KeyEvent(k, chromedp.KeyModifiers(mods...)))
}
