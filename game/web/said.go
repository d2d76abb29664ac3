package web

import (
	"slices"
	"strings"

	"earned/game/view"
)

// said is what should be said aloud of what has just appeared. A live region
// speaks of what is added after it is there, never of what it came with.
//
// Of a log that is its last entry: the first thing a client says would go
// unheard, and a log that comes back after a reload would be read from its
// beginning if it were filled afterwards. Of a status it is its words, where it
// comes to a screen that was there; one that comes with its screen is read with
// it, and words that stood there already are not said again.
func said(was, now []planned, isNew func(path string) bool) string {
	var all []string
	for i := range now {
		n := now[i].node
		if !isNew(now[i].path) {
			continue
		}
		switch {
		case n.Role == view.Log && len(n.Children) > 0:
			all = append(all, n.Children[len(n.Children)-1].Label())
		case n.Role == view.Status && !isNew(now[0].path) && !stood(was, n.Label()):
			all = append(all, n.Label())
		}
	}
	return strings.Join(all, " ")
}

// stood tells whether a status had these words.
func stood(was []planned, words string) bool {
	return slices.ContainsFunc(was, func(p planned) bool { return p.node.Role == view.Status && p.node.Label() == words })
}
