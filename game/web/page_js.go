package web

import (
	"fmt"
	"runtime/debug"
	"strings"
	"syscall/js"
	"time"
)

// The page's own script (page/boot.js) leaves an object named earned for the
// game: how it is to be shown, and what to tell the page.
var page = js.Global().Get("earned")

// Shown is how the page was asked to show the game.
func Shown() Mode {
	if page.Truthy() && page.Get("mode").String() == "text" {
		return Plain
	}
	return Canvas
}

// Ready tells the page that the first screen of the game stands; the page's
// own first screen goes.
func Ready() { tell("ready") }

// RunCode tells the page the code of the run being played, for the crash
// screen. "": none.
func RunCode(code string) { tell("run", code) }

// Wake asks for one frame of the engine. Between frames that were asked for it
// rests: its loop is stopped by page/pace.js. Asking twice gives one.
func Wake() { tell("wake") }

// WakeIn asks for a frame after so long, never earlier: animations need no more.
func WakeIn(d time.Duration) { tell("wakeIn", (d + time.Millisecond - 1).Milliseconds()) }

// CanDraw tells whether this browser can show the picture.
func CanDraw() bool { return page.Truthy() && page.Get("draws").Bool() }

// Reload loads the page anew and goes on where the game was, without asking.
func Reload() { tell("reload") }

var crashed bool

// Crash shows the crash screen with what happened, and lets nothing more
// happen in the game.
func Crash(what any, stack []byte) {
	if crashed {
		return
	}
	crashed = true
	js.Global().Get("console").Call("error", fmt.Sprintf("%v\n%s", what, stack))
	tell("crash", fmt.Sprint(what))
}

// Guard runs f and turns a panic into the crash screen.
func Guard(f func()) {
	defer func() {
		if r := recover(); r != nil {
			Crash(r, debug.Stack())
		}
	}()
	if !crashed {
		f()
	}
}

func tell(what string, args ...any) {
	if page.Truthy() {
		page.Call(what, args...)
	}
}

// handler is an event listener that cannot kill the program.
func handler(f func(event js.Value)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		Guard(func() {
			e := js.Undefined()
			if len(args) > 0 {
				e = args[0]
			}
			f(e)
		})
		return nil
	})
}

// on listens for as long as the page lives.
func on(target js.Value, event string, f func(event js.Value)) {
	target.Call("addEventListener", event, handler(f))
}

// Copy puts text on the clipboard and tells how that went. It must be called
// while a press is being handled, or the browser refuses.
func Copy(text string, done func(ok bool)) {
	clip := js.Global().Get("navigator").Get("clipboard")
	if !clip.Truthy() { // not a secure context
		done(copyOld(text))
		return
	}
	var yes, no js.Func
	release := func() { yes.Release(); no.Release() }
	yes = handler(func(js.Value) { release(); done(true) })
	no = handler(func(js.Value) { release(); done(copyOld(text)) })
	clip.Call("writeText", text).Call("then", yes, no)
}

// copyOld is how it was done before there was a clipboard interface, and still
// is where a page was not fetched securely.
func copyOld(text string) bool {
	doc := js.Global().Get("document")
	was := doc.Get("activeElement")
	area := doc.Call("createElement", "textarea")
	area.Set("value", text)
	area.Set("className", "unseen")
	doc.Get("body").Call("appendChild", area)
	area.Call("select")
	ok := doc.Call("execCommand", "copy").Bool()
	area.Call("remove")
	if was.Truthy() {
		was.Call("focus")
	}
	return ok
}

var body js.Value // once it is there

// Size is the page's size in CSS pixels.
func Size() (w, h float64) {
	if body.IsUndefined() {
		body = js.Global().Get("document").Get("body")
	}
	return body.Get("clientWidth").Float(), body.Get("clientHeight").Float()
}

// OnResize calls f when the page's size changes.
func OnResize(f func()) { on(js.Global(), "resize", func(js.Value) { f() }) }

// Say shows a line beside the game that is not part of any screen: that
// something could not be kept. "" takes it away.
func Say(text string) { tell("say", text) }

// SayError says what an error says, as a sentence.
func SayError(err error) {
	s := err.Error()
	Say(strings.ToUpper(s[:1]) + s[1:] + ".")
}

// Show tells the page which mode the game is in from now on, so that a reload
// goes on in it.
func Show(m Mode) {
	if m == Plain {
		tell("show", "text")
		return
	}
	tell("show", "canvas")
}

// First tells whether the game was started by a press on the first screen, not
// by a reload.
func First() bool { return page.Truthy() && page.Get("first").Bool() }

// Words tells whether that press asked for the game in text.
func Words() bool { return page.Truthy() && page.Get("words").Bool() }

// Look gives the page the palette and the text size, a factor, that the player
// chose.
func Look(dark, moreContrast bool, scale float64) {
	root := js.Global().Get("document").Get("documentElement")
	data := root.Get("dataset")
	data.Set("theme", map[bool]string{false: "light", true: "dark"}[dark])
	data.Set("contrast", map[bool]string{false: "standard", true: "more"}[moreContrast])
	root.Get("style").Call("setProperty", "--scale", scale)
}
