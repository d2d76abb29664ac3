package e2e

import (
	"testing"
	"time"
)

// countFrames counts the frames that the page's scripts ask the browser for.
const countFrames = `(() => { window.frames_ = 0; const real = requestAnimationFrame;
	window.requestAnimationFrame = f => { window.frames_++; return real(f) } })()`

// A screen at rest asks for no frames at all, and a press for few: the engine
// would ask for sixty a second.
func TestAtRestNothingIsDrawn(t *testing.T) {
	p := open(t, opening{script: countFrames})
	wk := &walker{page: p, way: ways(t)[0], press: pointer}
	wk.walk(func(screen string) bool { return screen == "talking" && wk.said > 0 })
	frames := func() (n int) {
		p.eval("window.frames_", &n)
		return n
	}
	p.wait("the screen to come to rest", func(tree) bool {
		n := frames()
		<-time.After(300 * time.Millisecond) // what does not happen cannot be waited for
		return n > 0 && frames() == n
	})
	n := frames()
	<-time.After(2 * time.Second)
	if more := frames() - n; more > 0 {
		t.Errorf("%d frames in two seconds in which nothing happened", more)
	}
	p.pressItem(p.see().one("group", "Your replies").in("button")[0])
	p.wait("the press to be drawn", func(tree) bool { return frames() > n })
}
