package web

import "syscall/js"

// Prefs are what the user told their system or browser.
type Prefs struct {
	Dark         bool // dark colours
	MoreContrast bool
	LessMotion   bool
}

// The questions that a browser answers, in the order of Prefs' fields.
var queries = []string{
	"(prefers-color-scheme: dark)",
	"(prefers-contrast: more)",
	"(prefers-reduced-motion: reduce)",
}

// ReadPrefs asks the browser for the preferences.
func ReadPrefs() Prefs {
	is := func(i int) bool { return js.Global().Call("matchMedia", queries[i]).Get("matches").Bool() }
	return Prefs{Dark: is(0), MoreContrast: is(1), LessMotion: is(2)}
}

// WatchPrefs calls f with the preferences whenever one changes.
func WatchPrefs(f func(Prefs)) {
	for _, q := range queries {
		on(js.Global().Call("matchMedia", q), "change", func(js.Value) { f(ReadPrefs()) })
	}
}
