package web

import "strings"

// focusAfter decides where the keyboard's focus goes after an update, as an
// index into the plan, or -1 to leave it where it is.
//
// A node that asks for focus gets it when it first appears; the last such one
// in reading order wins, since what is inside is more exact than what is
// around. Otherwise, where the focused element went away (held is its path,
// lost says that it did), focus goes to the nearest thing that is still there:
// the first of its group's buttons, else the group, else the first heading, so
// that a keyboard never starts again from the top of the page.
func focusAfter(now []planned, isNew func(path string) bool, held string, lost bool) int {
	asked := -1
	for i := range now {
		if now[i].node.Focus && !now[i].node.Disabled && isNew(now[i].path) {
			asked = i
		}
	}
	if asked >= 0 || !lost {
		return asked
	}
	for up := parentOf(held); up != ""; up = parentOf(up) {
		around := -1
		for i := range now {
			if now[i].path == up {
				around = i
			}
			if around >= 0 && pressable(now[i].node) && strings.HasPrefix(now[i].path, up+"/") {
				return i
			}
		}
	}
	for i := range now {
		if now[i].tag == "h1" || now[i].tag == "h2" {
			return i
		}
	}
	return -1
}

// parentOf is the path without its last key.
func parentOf(path string) string {
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		return path[:i]
	}
	return ""
}

// neighbour is the element that an arrow key leads to from the one at index
// from: among the pressable elements of the nearest group or radio group
// around it, in reading order, without wrapping round. step is 1 or -1; 0 and 2
// are the first and the last. -1: the arrows mean nothing here.
func neighbour(now []planned, from int, step int) int {
	group := groupOf(now, from)
	if group < 0 {
		return -1
	}
	var all []int
	here := -1
	for i := group + 1; i < len(now) && strings.HasPrefix(now[i].path, now[group].path+"/"); i++ {
		if !pressable(now[i].node) || groupOf(now, i) != group {
			continue
		}
		if i == from {
			here = len(all)
		}
		all = append(all, i)
	}
	if len(all) == 0 {
		return -1
	}
	switch {
	case step == 0:
		here = 0
	case step == 2:
		here = len(all) - 1
	case here < 0 && step < 0: // on the group itself: up is nowhere
		return -1
	default:
		here += step // from the group itself (-1), down is the first
	}
	if here < 0 || here >= len(all) {
		return -1
	}
	return all[here]
}

// digit is the element that the key 1–9 presses while focus is at index from:
// within the same group only (WCAG 2.1.4). -1: none.
func digit(now []planned, from, d int) int {
	group := groupOf(now, from)
	if group < 0 {
		return -1
	}
	for i := group + 1; i < len(now) && strings.HasPrefix(now[i].path, now[group].path+"/"); i++ {
		if now[i].node.Digit == d && pressable(now[i].node) && !now[i].node.Disabled {
			return i
		}
	}
	return -1
}

// groupOf is the nearest group or radio group that is or holds the element at
// index i; -1: none.
func groupOf(now []planned, i int) int {
	for ; i >= 0; i = now[i].parent {
		if r := roleOf(now[i].node); r == "group" || r == "radiogroup" {
			return i
		}
	}
	return -1
}
