package odds

import (
	"fmt"
	"slices"
	"strings"
)

// Circle is a conversation that can come back to exactly where it was: the
// same beat, with nothing changed. It could go round for ever, and no odds of
// it exist. A beat may be come back to as long as something has changed.
type Circle struct {
	Conversation string
	Steps        []string // "beat/reply", in turn; the last leads back to the first
}

func (e *Circle) Error() string {
	return fmt.Sprintf("%s: it can go round for ever with nothing changed: %s, and back. Let one of these replies leave something behind that stops it from being offered again",
		e.Conversation, strings.Join(e.Steps, " → "))
}

// straighten puts the states of beats that lead to each other, all groups from
// a given one on, into an order in which every reply leads to a later one: a
// beat can be come back to, a state cannot.
func (w *walker) straighten(from int) error {
	old := slices.Clone(w.groups[from:])
	start := old[0].edges
	edges := slices.Clone(w.next[start:])
	place := map[uint32]int{} // of a state's row in edges
	group1 := map[uint32]int{}
	for k := range old {
		for i, id := range old[k].ids {
			place[id] = old[k].edges - start + i*old[k].replies
			group1[id] = k
		}
	}
	row := func(id uint32) []uint32 { at := place[id]; return edges[at : at+old[group1[id]].replies] }
	before := map[uint32]int{} // how many replies lead to a state from within
	for id := range place {
		for _, to := range row(id) {
			if _, within := place[to]; within && to != none {
				before[to]++
			}
		}
	}
	ready := map[int][]uint32{} // by beat
	for k := range old {
		for _, id := range old[k].ids {
			if before[id] == 0 {
				ready[old[k].beat] = append(ready[old[k].beat], id)
			}
		}
	}
	w.groups, w.next = w.groups[:from], w.next[:start]
	done := 0
	for len(ready) > 0 {
		beat := -1
		for b := range ready {
			if beat < 0 || b < beat {
				beat = b
			}
		}
		ids := ready[beat]
		delete(ready, beat)
		done += len(ids)
		w.groups = append(w.groups, group{beat: beat, ids: ids, replies: len(w.Talk.Conversation.Beats[beat].Replies), edges: len(w.next)})
		for _, id := range ids {
			w.next = append(w.next, row(id)...)
			for _, to := range row(id) {
				if _, within := place[to]; !within || to == none {
					continue
				}
				if before[to]--; before[to] == 0 {
					b := int(w.states[to].Beat)
					ready[b] = append(ready[b], to)
				}
			}
		}
	}
	if done < len(place) {
		return w.circle(before, row)
	}
	return nil
}

// circle names a way round among states that each have one before them left.
func (w *walker) circle(before map[uint32]int, row func(uint32) []uint32) error {
	at := none
	for id, n := range before {
		if n > 0 && id < at {
			at = id
		}
	}
	// Going back is sure to find the way round: each has one before it.
	from := map[uint32]uint32{}
	for id := range before {
		if before[id] == 0 {
			continue
		}
		for _, to := range row(id) {
			if to != none && before[to] > 0 {
				if known, ok := from[to]; !ok || id < known {
					from[to] = id
				}
			}
		}
	}
	seen := map[uint32]bool{}
	for !seen[at] {
		seen[at] = true
		at = from[at]
	}
	e := &Circle{Conversation: w.Talk.Conversation.ID}
	for first, to := at, at; ; {
		id := from[to]
		beat := &w.Talk.Conversation.Beats[w.states[id].Beat]
		e.Steps = append(e.Steps, beat.ID+"/"+beat.Replies[slices.Index(row(id), to)].ID)
		if to = id; to == first {
			break
		}
	}
	slices.Reverse(e.Steps)
	return e
}
