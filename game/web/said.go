package web

import "earned/game/view"

// said is what a log that has just appeared should say aloud: its last entry.
// A live region speaks of what is added after it is there, never of what it
// came with, so the first thing a client says would go unheard; and a log that
// comes back after a reload would be read from its beginning if it were filled
// afterwards. Logs that were there already announce their additions themselves.
func said(now []planned, isNew func(path string) bool) string {
	for i := range now {
		n := now[i].node
		if n.Role != view.Log || !isNew(now[i].path) || len(n.Children) == 0 {
			continue
		}
		return n.Children[len(n.Children)-1].Label()
	}
	return ""
}
