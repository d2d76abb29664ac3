package e2e

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// middle plays a way to about its middle and returns the walker there.
func middle(t *testing.T) *walker {
	t.Helper()
	w := ways(t)[0]
	wk := &walker{page: open(t, opening{}), way: w, press: pointer}
	wk.walk(func(screen string) bool { return screen == "talking" && wk.said >= len(w.replies)/2 })
	return wk
}

// beat is what tells one moment of a conversation from another: everything
// said, and what may be answered, in its order on the screen.
func beat(t tree) string {
	log, replies := t.one("log", "Conversation"), t.one("group", "Your replies")
	if log == nil || replies == nil {
		return ""
	}
	all := []string{log.words()}
	for _, b := range replies.in("button") {
		all = append(all, b.name)
	}
	return strings.Join(all, "\n- ")
}

// again waits until the same beat is back after what happened to the page.
func (w *walker) again(before string) {
	w.t.Helper()
	w.wait("the same beat to be back:\n"+before+"\n", func(t tree) bool { return beat(t) == before })
}

// A reload in the middle goes on at the same beat, and the rest is as if
// nothing had been.
func TestReloadGoesOn(t *testing.T) {
	wk := middle(t)
	before := beat(wk.see())
	wk.reload()
	wk.again(before)
	wk.ends(wk.walk(nil))
	wk.sound()
}

// Closed and opened again later, in the same browser: Start leads back to the
// same beat.
func TestComingBackGoesOn(t *testing.T) {
	wk := middle(t)
	before := beat(wk.see())
	wk.eval("sessionStorage.clear(); 0", nil)
	wk.do("come back", chromedp.Navigate("about:blank"), chromedp.Navigate(address))
	wk.press(wk.page, wk.find("button", "Start"))
	wk.again(before)
	wk.sound()
}

// A lost graphics context (a driver that crashed, a laptop that slept) is
// survived at the same beat.
func TestLostContextGoesOn(t *testing.T) {
	wk := middle(t)
	before := beat(wk.see())
	wk.eval("window.first = true; 0", nil)
	var lost bool
	wk.eval(`(() => { const e = document.querySelector('canvas').getContext('webgl2')?.getExtension('WEBGL_lose_context'); e?.loseContext(); return !!e })()`, &lost)
	if !lost {
		t.Fatal("no context could be taken away; is there a canvas?")
	}
	// The engine loads the page anew (ebiten #1603).
	wk.wait("the page to be loaded anew", func(tree) bool {
		var first bool
		wk.eval("window.first === true", &first)
		return !first
	})
	wk.again(before)
	wk.ends(wk.walk(nil))
}

// kept is everything in local storage.
func (p *page) kept() map[string]string {
	p.t.Helper()
	var all map[string]string
	p.eval("({...localStorage})", &all)
	return all
}

// A save that was damaged is said, and set aside as it is.
func TestBrokenSaveIsSetAside(t *testing.T) {
	wk := middle(t)
	kept := wk.kept()
	if len(kept) == 0 {
		t.Fatal("nothing is kept in the middle of a conversation")
	}
	damaged := map[string]bool{}
	for name, text := range kept {
		text = text[:len(text)-3] + "???"
		damaged[text] = true
		wk.do("damage "+name, chromedp.ActionFunc(func(ctx context.Context) error {
			return chromedp.Evaluate("localStorage.setItem("+quote(name)+","+quote(text)+")", nil).Do(ctx)
		}))
	}
	wk.reload()
	notice := wk.wait("the broken save to be said", func(t tree) bool { return t.says("could not be read") || t.says("cannot be read") })
	if !notice.has("button", "Continue") {
		t.Errorf("there is no way on from the notice:\n%s", notice)
	}
	for _, text := range wk.kept() {
		delete(damaged, text)
	}
	for text := range damaged {
		t.Errorf("lost: %.60q is kept under no name any more", text)
	}
	wk.leave(wk.find("button", "Continue"))
	wk.find("button", "Start")
}

func quote(s string) string {
	return "decodeURIComponent('" + strings.ReplaceAll(escape(s), "'", "%27") + "')"
}

// escape writes a text so that it can stand between quotes in JavaScript.
func escape(s string) string {
	var b strings.Builder
	for i := range len(s) {
		const hex = "0123456789ABCDEF"
		b.WriteString("%" + string(hex[s[i]>>4]) + string(hex[s[i]&15]))
	}
	return b.String()
}

// Everything kept is deleted by one press.
func TestDeleteWhatIsKept(t *testing.T) {
	wk := middle(t)
	wk.leaveTo("Settings", "Delete what is kept here")
	wk.pressItem(wk.find("button", "Delete what is kept here"))
	wk.wait("it to be said", func(t tree) bool { return t.says("has been deleted") })
	if kept := wk.kept(); len(kept) > 0 {
		t.Errorf("still kept: %q", kept)
	}
}

// leaveTo presses a button and waits for another that the next screen has.
func (p *page) leaveTo(button, next string) {
	p.t.Helper()
	p.push(button)
	p.find("button", next)
}

// breakIt makes the game's next new element a panic, once.
const breakIt = `(() => { const real = Document.prototype.createElement;
	Document.prototype.createElement = function () { Document.prototype.createElement = real; throw new Error('taken away by a test') } })()`

// A panic in the game becomes a screen that can be read and left, with the
// run's code; going on from it leads to the same beat. The panic is made by
// taking a function of the browser away that the game calls.
func TestPanicBecomesACrashScreen(t *testing.T) {
	wk := middle(t)
	before := beat(wk.see())
	wk.eval(breakIt, nil)
	wk.pressItem(wk.see().one("group", "Your replies").in("button")[0])
	crash := wk.wait("the crash screen", func(t tree) bool { return t.has("button", "Restart") })
	if crash.one("heading", "…") == nil || crash.has("group", "Your replies") {
		t.Errorf("the crash screen is\n%s", crash)
	}
	box := crash.one("textbox", "…")
	if box == nil || len(box.value) < 8 {
		t.Errorf("the crash screen shows no code of the run: %v", box)
	}
	if f := crash.focus(); f == nil {
		t.Error("nothing on the crash screen has focus")
	}
	wk.press(wk.page, crash.one("button", "Restart"))
	after := wk.wait("the game to go on", func(t tree) bool { return beat(t) != "" || t.has("button", "Continue") })
	if !strings.HasPrefix(beat(after), strings.SplitN(before, "\n- ", 2)[0]) && beat(after) != "" {
		t.Errorf("the game went on elsewhere:\n%s\nbefore:\n%s", beat(after), before)
	}
}

// Where the browser has no WebGL, the game is whole as text.
func TestWithoutWebGL(t *testing.T) {
	w := ways(t)[0]
	p := open(t, opening{script: `(() => { const get = HTMLCanvasElement.prototype.getContext;
		HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /^(experimental-)?webgl/.test(kind) ? null : get.call(this, kind, ...rest) } })()`})
	p.asText(w, "Start")
}

// The same by choice.
func TestTextByChoice(t *testing.T) {
	p := open(t, opening{})
	p.asText(ways(t)[0], "Play as text")
}

// asText plays a way as text, begun by the button.
func (p *page) asText(w way, button string) {
	p.t.Helper()
	p.push(button)
	p.wait("the game to be here", func(tree) bool { return p.here() })
	wk := &walker{page: p, way: w, press: pointer, each: func(screen string) {
		var canvases, words int
		p.eval(`[...document.querySelectorAll('canvas')].filter(c => c.checkVisibility({visibilityProperty: true})).length`, &canvases)
		p.eval(`document.body.innerText.trim().length`, &words)
		if canvases > 0 {
			p.t.Errorf("%s: there is a canvas in text mode", screen)
		}
		if words < 40 {
			p.t.Errorf("%s: only %d letters can be read", screen, words)
		}
	}}
	wk.ends(wk.walk(nil))
	p.sound()
}
