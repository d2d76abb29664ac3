package e2e

import (
	"bytes"
	"fmt"
	"image"
	_ "image/png" // to look at what was taken
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// gallery shows each screen at each size: it is fitted, looked over by
// axe-core, and its picture written, with all that can be scrolled to.
type gallery struct {
	*page
	composition
	shown map[string]bool
}

// composition is how the screens are looked at.
type composition struct {
	prefix   string // of the pictures' names
	start    string // the button that begins
	dark     bool
	contrast bool
	text     string // the size of text that is set; empty: as it comes
	practice bool   // with hints
}

// show takes a screen at every size, once, and goes back to the first.
func (g *gallery) show(screen string) {
	g.t.Helper()
	if g.shown[screen] {
		return
	}
	g.shown[screen] = true
	was := g.size
	for _, s := range []size{phone, laptop, projector} {
		g.resize(s)
		g.still()
		for _, f := range g.misfits() {
			g.t.Errorf("%s%s at %s: %s", g.prefix, screen, s, f)
		}
		g.accessible(g.prefix + screen + " at " + s.String())
		name := g.prefix + screen + "-" + s.String()
		g.drawn(g.shoot(name))
		g.further(name)
	}
	g.resize(was)
	g.still()
}

// further takes what is below, a windowful at a time, and goes back to where
// it was.
func (g *gallery) further(name string) {
	g.t.Helper()
	const most = 8
	var steps int
	g.eval(`(() => {
		const all = [document.scrollingElement, ...document.querySelectorAll('.scroll')].filter(e => e && !e.querySelector('[role=log]'));
		const e = globalThis.lower = all.sort((a, b) => b.clientWidth * b.clientHeight - a.clientWidth * a.clientHeight).find(e => e.scrollHeight > e.clientHeight + 8);
		if (!e) return 0;
		e.before = e.scrollTop;
		return Math.ceil((e.scrollHeight - e.clientHeight) / (0.9 * e.clientHeight));
	})()`, &steps)
	for i := range min(steps, most) {
		g.eval(fmt.Sprintf("lower.scrollTop = %d * 0.9 * lower.clientHeight; 0", i+1), nil)
		g.still()
		g.drawn(g.shoot(fmt.Sprintf("%s-%d", name, i+2)))
	}
	if steps > 0 {
		g.eval("lower.scrollTop = lower.before; 0", nil)
	}
}

// still waits until the page has had time to draw what it now shows: two
// frames, and nothing moving.
func (p *page) still() {
	p.t.Helper()
	p.do("wait for two frames", chromedp.Evaluate(
		`new Promise(done => { let n = 0; const next = () => ++n > 4 ? done(n) : requestAnimationFrame(next); next() })`, nil, awaited))
}

// drawn fails for a picture that is all but one colour, as a canvas is that
// was never painted; and for one on which newest words are not painted where
// their element lies.
func (g *gallery) drawn(file string) {
	g.t.Helper()
	f, err := os.Open(file)
	if err != nil {
		g.t.Fatal(err)
	}
	defer f.Close()
	img, _, err := image.Decode(f)
	if err != nil {
		g.t.Fatal(err)
	}
	if colours, most := palette(img, img.Bounds(), 3); colours < 12 || most > 0.997 {
		g.t.Errorf("%s shows next to nothing: %d colours, one of them on %.1f %% of it", filepath.Base(file), colours, 100*most)
	}
	var b []float64
	g.eval(newestWords+`; (() => { const b = document.body.dataset.mode === 'canvas' && newest(); return b ? [b.left, Math.max(b.top, b.from), b.right, Math.min(b.bottom, b.to)] : null })()`, &b)
	if b == nil {
		return
	}
	at := image.Rect(int(b[0]), int(b[1]), int(b[2]), int(b[3]))
	if colours, most := palette(img, at, 1); colours < 8 || most > 0.98 {
		g.t.Errorf("%s: the newest words are not painted where they lie, %v: %d colours, one of them on %.1f %%", filepath.Base(file), at, colours, 100*most)
	}
}

// palette is how many colours a part of a picture has, looked at every so many
// points, and which share of it has the commonest.
func palette(img image.Image, part image.Rectangle, every int) (colours int, most float64) {
	count, all := map[[3]uint32]int{}, 0
	part = part.Intersect(img.Bounds())
	for y := part.Min.Y; y < part.Max.Y; y += every {
		for x := part.Min.X; x < part.Max.X; x += every {
			r, gr, bl, _ := img.At(x, y).RGBA()
			count[[3]uint32{r, gr, bl}]++
			all++
		}
	}
	commonest := 0
	for _, n := range count {
		if n > commonest {
			commonest = n
		}
	}
	return len(count), float64(commonest) / float64(max(all, 1))
}

// Every screen of the game at every size.
func TestScreens(t *testing.T) { tour(t, composition{start: "Start"}) }

// The same as text.
func TestScreensAsText(t *testing.T) { tour(t, composition{prefix: "text-", start: "Play as text"}) }

// In the dark, with hints.
func TestScreensDark(t *testing.T) {
	tour(t, composition{prefix: "dark-", start: "Start", dark: true, practice: true})
}

// With text twice as large.
func TestScreensLargeText(t *testing.T) {
	tour(t, composition{prefix: "large-", start: "Start", text: "200 %"})
}

// With more contrast.
func TestScreensHighContrast(t *testing.T) {
	tour(t, composition{prefix: "contrast-", start: "Start", contrast: true})
}

// Text in text mode, twice as large, in the dark.
func TestScreensAsLargeText(t *testing.T) {
	tour(t, composition{prefix: "large-text-", start: "Play as text", text: "200 %", dark: true})
}

// tour walks over every screen there is.
func tour(t *testing.T, c composition) {
	w := askingWay(t)
	g := &gallery{page: open(t, opening{bypass: true, size: laptop, dark: c.dark, contrast: c.contrast}), composition: c, shown: map[string]bool{}}
	g.find("button", c.start)
	g.wait("the game to have come in", func(t tree) bool { return t.says("Ready") })
	g.show("first")
	g.push(c.start)
	wk := &walker{page: g.page, way: w, press: pointer}
	g.wait("the brief", func(t tree) bool { return !t.has("button", "Play as text") && kind(t) == "start" })
	g.set()
	g.show("brief")
	wk.each = func(screen string) { g.show(g.screen(screen, wk)) }
	wk.ends(wk.walk(nil))
	g.readme()
	g.afterwards(wk)
	g.aside()
	for _, screen := range []string{"first", "brief", "scene", "talking", "asking", "ended", "debrief", "what-if", "what-if-compared", "chair", "circle", "title", "settings", "offering", "about", "notice", "crash"} {
		if !g.shown[screen] {
			t.Errorf("the tour did not come by the screen %q", screen)
		}
	}
}

// set makes the settings of the composition.
func (g *gallery) set() {
	g.t.Helper()
	if g.text == "" && !g.practice {
		return
	}
	g.leaveTo("Settings", "Back")
	if g.text != "" {
		g.pressItem(g.find("radio", g.text))
	}
	if g.practice {
		g.pressItem(g.find("switch", "Practice: a hint at each turn"))
	}
	g.push("Back")
	g.find("button", "Start")
}

// afterwards comes by what the debrief leads to.
func (g *gallery) afterwards(wk *walker) {
	g.t.Helper()
	g.push("Their chair")
	g.find("button", "Back to the debrief")
	g.show("chair")
	g.push("Back to the debrief")
	g.find("region", "Debrief")
	g.push("What if")
	g.wait("the conversation to be back", func(t tree) bool { return kind(t) == "talking" })
	g.show("what-if")
	wk.leave(g.see().one("group", "Your replies").in("button")[1])
	g.push("Back to the debrief")
	g.find("region", "Debrief")
	g.show("what-if-compared")
	g.leaveTo("Clients", "About")
	g.show("title")
	g.leaveTo("Your circle", "Back")
	g.show("circle")
	g.leaveTo("Back", "About")
}

// aside comes by the screens that no conversation leads to.
func (g *gallery) aside() {
	g.t.Helper()
	g.leaveTo("Settings", "Back")
	g.show("settings")
	g.leaveTo("Choose what is offered", "Copy the link")
	g.show("offering")
	g.leaveTo("Back", "Choose what is offered")
	g.leaveTo("Back", "About")
	g.leaveTo("About", "Back")
	g.show("about")
	g.eval(`for (const k of Object.keys(localStorage)) localStorage.setItem(k, 'damaged'); 0`, nil)
	g.reload()
	g.wait("the notice", func(t tree) bool { return t.says("cannot be read") })
	g.show("notice")
	g.eval(breakIt, nil)
	g.push("Continue")
	g.find("button", "Restart")
	g.show("crash")
}

// screen names the screens that the walker tells apart only by their buttons.
func (g *gallery) screen(kind string, wk *walker) string {
	switch {
	case kind == "start":
		return "brief"
	case kind == "continue" && wk.said >= len(wk.replies):
		return "ended"
	case kind == "continue":
		return "scene"
	case kind == "talking" && wk.said == len(wk.replies)/2:
		return "talking-later"
	}
	return kind
}

// askingWay is a way on which the player is asked how it goes, so that every
// screen is on it; the longest of them.
func askingWay(t *testing.T) way {
	t.Helper()
	var best *way
	for _, w := range ways(t) {
		if w.asks && (best == nil || len(w.replies) > len(best.replies)) {
			best = &w
		}
	}
	if best == nil {
		t.Fatal("on no way is the player asked how it goes")
	}
	return *best
}

// readme keeps the picture of a conversation that the README shows.
func (g *gallery) readme() {
	g.t.Helper()
	if g.prefix != "" {
		return
	}
	png, err := os.ReadFile(filepath.Join(shots(), "talking-"+laptop.String()+".png"))
	if err != nil {
		g.t.Error(err)
		return
	}
	to := filepath.Join(checkout, "docs", "conversation.png")
	if old, err := os.ReadFile(to); err == nil && alike(old, png) {
		return // so that a run of the tests leaves the checkout as it was
	}
	if err := os.WriteFile(to, png, 0o644); err != nil {
		g.t.Error(err)
	}
}

// alike reports whether two pictures are of the same size and, but for a
// hundredth of their points, look the same.
func alike(a, b []byte) bool { return differ(a, b) < 0.01 }

// differ is the share of their points in which two pictures do not look the
// same; 1 where they cannot be compared.
func differ(a, b []byte) float64 {
	x, _, err1 := image.Decode(bytes.NewReader(a))
	y, _, err2 := image.Decode(bytes.NewReader(b))
	if err1 != nil || err2 != nil || x.Bounds() != y.Bounds() {
		return 1
	}
	other, all := 0, 0
	for v := x.Bounds().Min.Y; v < x.Bounds().Max.Y; v += 2 {
		for u := x.Bounds().Min.X; u < x.Bounds().Max.X; u += 2 {
			all++
			r, g, bl, _ := x.At(u, v).RGBA()
			r2, g2, bl2, _ := y.At(u, v).RGBA()
			if far(r, r2) || far(g, g2) || far(bl, bl2) {
				other++
			}
		}
	}
	return float64(other) / float64(max(all, 1))
}

func far(a, b uint32) bool { return max(a, b)-min(a, b) > 0x1000 }
