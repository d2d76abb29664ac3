package web

import (
	"syscall/js"
	"time"
)

// Extended tells whether the desktop is extended over several screens. Known is
// false where the browser does not say.
func Extended() (extended, known bool) {
	v := js.Global().Get("screen").Get("isExtended")
	if v.Type() != js.TypeBoolean {
		return false, false
	}
	return v.Bool(), true
}

// WatchDisplays calls f when the screens may have changed.
func WatchDisplays(f func()) {
	screen := js.Global().Get("screen")
	if screen.Get("addEventListener").Type() == js.TypeFunction {
		on(screen, "change", func(js.Value) { f() })
	}
	on(js.Global(), "focus", func(js.Value) { f() })
}

// After calls f once, after some time.
func After(d time.Duration, f func()) { after(int(d.Milliseconds()), f) }

// Download has the browser keep a table as a file of that name.
func Download(name, text string) {
	// The mark tells spreadsheets that it is UTF-8. A string of Go's loses it on
	// the way to the browser.
	mark := js.Global().Get("String").Call("fromCharCode", 0xFEFF)
	blob := js.Global().Get("Blob").New([]any{mark, text}, map[string]any{"type": "text/csv"})
	url := js.Global().Get("URL").Call("createObjectURL", blob)
	link := js.Global().Get("document").Call("createElement", "a")
	link.Set("href", url)
	link.Set("download", name)
	link.Call("click")
	after(10_000, func() { js.Global().Get("URL").Call("revokeObjectURL", url) })
}

// Visit opens the page at an address below this one's in a tab of its own. It
// must be called while a press is being handled.
func Visit(path string) { js.Global().Call("open", path, "_blank", "noopener") }
