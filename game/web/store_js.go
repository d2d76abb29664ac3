package web

import (
	"errors"
	"fmt"
	"syscall/js"
)

// ErrBlocked says that the browser keeps nothing for this page.
var ErrBlocked = errors.New("this browser keeps nothing for this page; what happens here is forgotten when it is closed")

// errFull says that there is no room left.
var errFull = errors.New("this browser has no room left to keep this; your last choice is forgotten when the page is closed")

// Kept returns what local storage holds under the name; false for nothing.
// Browsers may refuse (blocked site data, some private windows): every refusal
// is an error, never a panic.
func Kept(name string) (text string, ok bool, err error) {
	v, err := storage("getItem", name)
	if err != nil || v.IsNull() {
		return "", false, err
	}
	return v.String(), true, nil
}

// Keep puts the text into local storage under the name.
func Keep(name, text string) error {
	_, err := storage("setItem", name, text)
	return err
}

// Forget takes what is under the name out of local storage.
func Forget(name string) error {
	_, err := storage("removeItem", name)
	return err
}

// WatchKept calls f when another tab has changed what is kept.
func WatchKept(f func()) { on(js.Global(), "storage", func(js.Value) { f() }) }

// storage calls a method of the browser's local storage. Where it is blocked
// merely asking for it throws, hence Reflect: syscall/js lets only a call's
// exception be recovered from.
func storage(method string, args ...any) (v js.Value, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = refusal(r)
		}
	}()
	local := js.Global().Get("Reflect").Call("get", js.Global(), "localStorage")
	if !local.Truthy() {
		return js.Null(), ErrBlocked
	}
	return local.Call(method, args...), nil
}

// refusal is the error for an exception that the browser threw.
func refusal(r any) error {
	thrown, ok := r.(js.Error)
	if !ok {
		panic(r)
	}
	switch name := thrown.Get("name"); {
	case name.Type() != js.TypeString:
	case name.String() == "SecurityError":
		return ErrBlocked
	case name.String() == "QuotaExceededError":
		return errFull
	}
	return fmt.Errorf("this browser would not keep it: %w", thrown)
}
