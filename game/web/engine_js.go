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

// WatchPixels saves and loads the page anew when a pixel's size changes
// (browser zoom, another monitor): the engine reads it once, and would stay
// blurred.
func WatchPixels(save func()) {
	ratio := js.Global().Get("devicePixelRatio").Float()
	query := js.Global().Call("matchMedia", "(resolution: "+px(ratio)[:len(px(ratio))-2]+"dppx)")
	on(query, "change", func(js.Value) {
		if js.Global().Get("devicePixelRatio").Float() != ratio {
			save()
			Reload()
		}
	})
}
