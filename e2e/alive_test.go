package e2e

import (
	"bytes"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// clock lets a test slow the page's clocks down, of which the game has words appear
// by the one on the wall, or all but stop them, and move them on by hand, so that
// what takes time can be looked at for as long as a picture needs. Not quite: after
// each frame the engine waits for a thousandth of a second of its clock, which is a
// second where the clock all but stands still.
const clock = `(() => {
	const real = performance.now.bind(performance);
	let at = 0, from = 0, rate = 1;
	performance.now = () => at + (real() - from) * rate;
	const wall = () => performance.timeOrigin + performance.now();
	globalThis.Date = class extends Date {
		constructor(...of) { of.length ? super(...of) : super(wall()) }
		static now() { return Math.trunc(wall()) }
	};
	const set = r => { at = performance.now(); from = real(); rate = r };
	globalThis.clock = {stop() { set(0.001) }, slow() { set(0.02) }, on(ms) { at += ms }, go() { set(1) }};
})()`

// unscrolled is small, and yet holds a beat without scrolling.
var unscrolled = size{1000, 680}

// newestInk is how much of the newest words' place on the screen is not paper,
// in thousandths.
func (p *page) newestInk(name string) (ink int, picture []byte) {
	p.t.Helper()
	p.still()
	png, err := os.ReadFile(p.shoot(name))
	if err != nil {
		p.t.Fatal(err)
	}
	var b []float64
	p.eval(newestWords+`; (() => { const b = newest(); return b ? [b.left, Math.max(b.top, b.from), b.right, Math.min(b.bottom, b.to)] : null })()`, &b)
	if b == nil {
		p.t.Fatal("nothing was said")
	}
	img, _, err := image.Decode(bytes.NewReader(png))
	if err != nil {
		p.t.Fatal(err)
	}
	_, most := palette(img, image.Rect(int(b[0]), int(b[1]), int(b[2]), int(b[3])), 1)
	return int(1000 * (1 - most)), png
}

// looks takes pictures of the newest words until is holds of how much of their
// place is not paper: the graphics may be some frames behind the page.
func (p *page) looks(name string, is func(ink int) bool) (ink int, picture []byte) {
	p.t.Helper()
	for range 60 {
		if ink, picture = p.newestInk(name); is(ink) {
			return ink, picture
		}
	}
	p.t.Fatalf("e2e/shots/%s.png never came to look as it should: of the place for the words %d points in a thousand are not paper", name, ink)
	return 0, nil
}

// met opens a page with the test's clock, on which a client has spoken and which
// the game itself has painted: the page shows the first screens without it, and
// the first picture of a client has no other to change from.
func met(t *testing.T, motion bool) (*page, *walker) {
	t.Helper()
	p := open(t, opening{motion: motion, script: clock, size: unscrolled})
	wk := &walker{page: p, way: ways(t)[0], press: pointer}
	wk.walk(func(screen string) bool { return screen == "talking" })
	p.wait("the game to be here", func(tree) bool { return p.here() })
	if motion {
		p.key(kb.Shift) // the first words at once
	}
	p.looks("alive-met", func(ink int) bool { return ink > 2*dots })
	return p, wk
}

// dots is how much three of them take of the place for the newest words, at
// most, in thousandths.
const dots = 9

// What was chosen is said at once; then there is silence, which is seen, and in
// which the face answers; then the words come, and at any key all of them.
func TestConversationIsAlive(t *testing.T) {
	p, wk := met(t, true)
	p.eval("clock.slow(); 0", nil)
	said := wk.replies[wk.said]
	wk.step(p.see(), "talking")
	if own := p.wait("the reply to be said", func(t tree) bool { return t.one("log", "Conversation") != nil && t.says(said) }); own == nil {
		t.Fatal("what was chosen is not said")
	}
	_, before := p.looks("alive-silence", func(ink int) bool { return ink > 0 && ink <= dots })
	p.eval("clock.on(550); 0", nil)
	p.looks("alive-face", func(ink int) bool {
		now, err := os.ReadFile(filepath.Join(shots(), "alive-face.png"))
		return err == nil && !alike(before, now) && ink <= dots // the face answered, and no word is there
	})
	some, _ := p.looks("alive-words", func(ink int) bool { p.eval("clock.on(100); 0", nil); return ink > dots })
	p.key(kb.Shift)
	p.looks("alive-all", func(ink int) bool { return ink > 2*some })
	p.sound()
}

// Who asks for less motion gets words at once and a face that keeps still; who
// does not sees it breathe.
func TestLessMotion(t *testing.T) {
	for _, motion := range []bool{false, true} {
		p, wk := met(t, motion)
		p.eval("clock.stop(); 0", nil)
		_, before := p.newestInk("motion")
		wk.step(p.see(), "talking")
		if motion {
			p.key(kb.Shift)
		}
		name := fmt.Sprintf("motion-%v", motion)
		var first []byte
		same := 0
		p.looks(name, func(ink int) bool { // the next words are there, and what had to be drawn was
			now, err := os.ReadFile(filepath.Join(shots(), name+".png"))
			if same++; err != nil || !bytes.Equal(now, first) {
				same = 0
			}
			first = now
			return ink > 20 && same >= 4 && differ(now, before) > 0.12 // a reply that lights up is less
		})
		moved := false
		for range 12 {
			p.eval("clock.on(350); 0", nil)
			p.still()
			now, err := os.ReadFile(p.shoot("motion"))
			if err != nil {
				t.Fatal(err)
			}
			if moved = !bytes.Equal(first, now); moved {
				break
			}
		}
		if moved != motion {
			t.Errorf("motion %v: the picture moves: %v", motion, moved)
		}
	}
}
