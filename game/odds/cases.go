package odds

import "earned/game/talk"

// Case is a start and what was prepared.
type Case struct {
	Start    int
	Prepared uint16
}

// Cases are what odds are computed for: each start with the first notes
// prepared, and the first start with every other preparation. They are never
// multiplied.
func Cases(t *talk.Talk) []Case {
	all := Preparations(t)
	out := []Case{{0, all[0]}}
	for start := 1; start < len(t.Conversation.Starts); start++ {
		out = append(out, Case{start, all[0]})
	}
	for _, p := range all[1:] {
		out = append(out, Case{0, p})
	}
	return out
}

// Preparations are all ways to read as many notes as may be read, each a set
// of notes; one without any where nothing is prepared.
func Preparations(t *talk.Talk) []uint16 {
	return preparations(len(t.Conversation.Notes), t.Conversation.Prepare)
}

func preparations(n, k int) []uint16 {
	if k == 0 || n == 0 {
		return []uint16{0}
	}
	var out []uint16
	var pick func(from int, set uint16, left int)
	pick = func(from int, set uint16, left int) {
		if left == 0 {
			out = append(out, set)
			return
		}
		for i := from; i <= n-left; i++ {
			pick(i+1, set|1<<i, left-1)
		}
	}
	pick(0, 0, min(k, n))
	return out
}
