// Package web is the only door to the browser. Its Twin mirrors each screen's
// tree as real elements, which are what keyboards, assistive technology and
// tests use: in canvas mode they lie, transparent, exactly over what is drawn;
// in text mode the same elements are the whole game. Presses, keys, touches,
// scrolling and typing come in through those elements and nowhere else. Beside
// it are what else a page gives: storage, the clipboard, the user's
// preferences, and the page's own script (page/boot.js), which shows the first
// screen and the crash screen.
//
// What an element is to be, and what has to change in the page for it, is decided
// by plain functions (plan.go, element.go, mirror.go, focus.go), tested anywhere;
// page/twin.js carries it out; the rest builds for the browser only. The
// contract that outside tests rely on is docs/twin.md.
package web
