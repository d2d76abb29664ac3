package screens

import (
	"strconv"

	"earned/game/room"
)

// How hands are entered: a letter chooses the reply, digits its count, Enter
// takes it and goes on to the next. A count entered once more replaces the
// first.

const maxDigits = 4

// chooseRow chooses whose hands are entered next.
func (a *App) chooseRow(i int) bool {
	w := &a.shop
	if !w.s.Counting() || i < 0 || i >= len(w.s.Counts()) {
		return false
	}
	w.row, w.typed = i, ""
	return true
}

// typeDigit adds a digit to the count being entered.
func (a *App) typeDigit(d byte) bool {
	w := &a.shop
	if !w.s.Counting() || len(w.typed) >= maxDigits {
		return false
	}
	w.typed += string(d)
	return true
}

func (a *App) eraseDigit() bool {
	w := &a.shop
	switch {
	case w.typed != "":
		w.typed = w.typed[:len(w.typed)-1]
	case w.s.Counting():
		return w.s.Uncount(w.row)
	default:
		return false
	}
	return true
}

// enterCount takes the count that was typed.
func (a *App) enterCount() bool {
	w := &a.shop
	n, err := strconv.Atoi(w.typed)
	if err != nil || !w.s.Count(w.row, n) {
		return false
	}
	w.typed = ""
	if w.row++; w.row >= len(w.s.Counts()) {
		w.row = 0
	}
	return true
}

// Key is a key pressed anywhere on a workshop's screen, by its name in the
// browser; onButton says that it would press something by itself. It reports
// whether the key meant something: then it means nothing else. Single keys act
// on these screens only, and can be switched off (WCAG 2.1.4).
func (a *App) Key(key string, onButton bool) bool {
	if a.over != Title || a.at != Rooming || a.shop.s == nil {
		return false
	}
	w := &a.shop
	w.did = ""
	if !a.roomKey(key, onButton) {
		return false
	}
	a.save()
	a.changed()
	return true
}

func (a *App) roomKey(key string, onButton bool) bool {
	w := &a.shop
	switch key {
	case "PageDown", "ArrowRight", "ArrowDown":
		return a.forward()
	case "PageUp", "ArrowLeft", "ArrowUp":
		return a.backward()
	case "Escape":
		return (w.blank || w.menu || w.deciding || w.typed != "") && a.backward()
	case "Enter":
		if w.typed == "" { // none of these, or those already entered: on to the next
			return !onButton && w.s.Counting() && a.chooseRow((w.row+1)%len(w.s.Counts()))
		}
		return a.enterCount()
	case "Backspace":
		return a.eraseDigit()
	}
	if len(key) != 1 || w.noKeys {
		return false
	}
	c := key[0] | 0x20 // letters in lower case
	switch {
	case w.blank:
		return (c == 'b' || key == ".") && a.pressRoom("blank")
	case key >= "0" && key <= "9":
		return a.typeDigit(key[0])
	case w.deciding && c >= 'a' && c <= 'z':
		return a.roomSay(int(c - 'a'))
	case w.s.Counting() && c >= 'a' && int(c-'a') < len(w.s.Counts()) && w.s.Phase != room.Ask && w.s.Phase != room.Asked:
		return a.chooseRow(int(c - 'a'))
	case c == 'b' || key == ".":
		return a.pressRoom("blank")
	case c == 't':
		return a.pressRoom("timer")
	}
	return false
}
