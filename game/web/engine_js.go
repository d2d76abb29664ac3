package web

import "syscall/js"

// TameEngine makes the engine's canvas a picture and nothing more. The engine
// takes the keyboard (tabindex 1, every key's default prevented) and the
// pointer; here both belong to the twin's elements. The canvas is there as soon
// as the engine is linked, in text mode too. Call this once, first of all. Not `inert`, which kills the pointer for what lies above as well.
func TameEngine() {
	canvas := js.Global().Get("document").Call("querySelector", "canvas")
	if !canvas.Truthy() {
		return
	}
	canvas.Set("tabIndex", -1)
	canvas.Call("setAttribute", "aria-hidden", "true")
	// Should the canvas get focus after all, what it may not swallow: Tab,
	// function keys and every chord.
	js.Global().Call("addEventListener", "keydown", handler(func(e js.Value) {
		if e.Get("target").Equal(canvas) {
			e.Call("stopImmediatePropagation")
		}
	}), true)
	js.Global().Call("addEventListener", "keyup", handler(func(e js.Value) {
		if e.Get("target").Equal(canvas) {
			e.Call("stopImmediatePropagation")
		}
	}), true)
	canvas.Call("addEventListener", "webglcontextlost", handler(func(js.Value) { tell("lost") }), true)
}

// Pixels watches how many pixels of the display make one of the page (browser
// zoom, another monitor). The engine reads it once and would stay blurred, so
// the page is loaded anew when it changes.
type Pixels struct{ ratio float64 }

// WatchPixels begins to watch.
func WatchPixels() *Pixels {
	p := &Pixels{ratio: js.Global().Get("devicePixelRatio").Float()}
	number := px(p.ratio)
	query := js.Global().Call("matchMedia", "(resolution: "+number[:len(number)-len("px")]+"dppx)")
	on(query, "change", func(js.Value) { p.Check() })
	on(js.Global(), "resize", func(js.Value) { p.Check() })
	return p
}

// Check looks once more: not every browser tells of every change. It reports
// whether the page is about to be loaded anew.
func (p *Pixels) Check() bool {
	if js.Global().Get("devicePixelRatio").Float() == p.ratio || Shown() == Plain {
		return false
	}
	Reload()
	return true
}
