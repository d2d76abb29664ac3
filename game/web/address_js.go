package web

import (
	"strings"
	"syscall/js"
)

// Here is the page's own address, without the part after "#".
func Here() string {
	here, _, _ := strings.Cut(js.Global().Get("location").Get("href").String(), "#")
	return here
}

// Fragment is the part of the page's address after "#", empty where there is
// none.
func Fragment() string {
	f := strings.TrimPrefix(js.Global().Get("location").Get("hash").String(), "#")
	if plain, err := unescaped(f); err == nil {
		return plain
	}
	return f
}

// unescaped undoes what mail and chat programs do to commas in a link.
func unescaped(s string) (plain string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = refusal(r)
		}
	}()
	return js.Global().Call("decodeURIComponent", s).String(), nil
}

// DropFragment takes that part out of the address: what it asked for has been
// done, and a reload is not to do it again.
func DropFragment() {
	js.Global().Get("history").Call("replaceState", js.Null(), "", Here())
}

// OnFragment calls f when the part after "#" changes: a link was pasted into a
// page that was open already.
func OnFragment(f func()) { on(js.Global(), "hashchange", func(js.Value) { f() }) }
