package odds

import (
	"fmt"
	"maps"
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

// tangle is the states of beats that lead to each other, before they are put in
// order.
type tangle struct {
	rows   map[uint32][]uint32 // where each state's replies lead
	before map[uint32]int      // how many replies lead to a state from within
	ready  map[int][]uint32    // states with none before them left, by beat
}

// straighten puts the states of beats that lead to each other, all groups from
// a given one on, into an order in which every reply leads to a later one: a
// beat can be come back to, a state cannot (Kahn's order, a beat at a time).
func (w *walker) straighten(from int) error {
	t := w.tangle(w.groups[from:])
	w.next = w.next[:w.groups[from].edges]
	w.groups = w.groups[:from]
	done := 0
	for len(t.ready) > 0 {
		beat := slices.Min(slices.Collect(maps.Keys(t.ready)))
		ids := t.ready[beat]
		delete(t.ready, beat)
		done += len(ids)
		w.groups = append(w.groups, group{beat: beat, ids: ids, replies: len(w.Talk.Conversation.Beats[beat].Replies), edges: len(w.next)})
		for _, id := range ids {
			w.next = append(w.next, t.rows[id]...)
			for _, to := range t.rows[id] {
				if !t.within(to) {
					continue
				}
				if t.before[to]--; t.before[to] == 0 {
					b := int(w.states[to].Beat)
					t.ready[b] = append(t.ready[b], to)
				}
			}
		}
	}
	if done < len(t.rows) {
		return w.circle(t)
	}
	return nil
}

func (w *walker) tangle(groups []group) *tangle {
	t := &tangle{rows: map[uint32][]uint32{}, before: map[uint32]int{}, ready: map[int][]uint32{}}
	for k := range groups {
		for i, id := range groups[k].ids {
			t.rows[id] = slices.Clone(w.row(&groups[k], i))
		}
	}
	for _, row := range t.rows {
		for _, to := range row {
			if t.within(to) {
				t.before[to]++
			}
		}
	}
	for k := range groups {
		for _, id := range groups[k].ids {
			if t.before[id] == 0 {
				t.ready[groups[k].beat] = append(t.ready[groups[k].beat], id)
			}
		}
	}
	return t
}

// within reports whether a place in a row is a state of the tangle.
func (t *tangle) within(to uint32) bool {
	_, ok := t.rows[to]
	return ok
}

// circle names a way round among the states that each have one before them
// left: going back among them is sure to find it.
func (w *walker) circle(t *tangle) error {
	from := map[uint32]uint32{}
	at := none
	for id, n := range t.before {
		if n == 0 {
			continue
		}
		at = min(at, id)
		for _, to := range t.rows[id] {
			if t.within(to) && t.before[to] > 0 {
				if known, ok := from[to]; !ok || id < known {
					from[to] = id
				}
			}
		}
	}
	for seen := map[uint32]bool{}; !seen[at]; at = from[at] {
		seen[at] = true
	}
	e := &Circle{Conversation: w.Talk.Conversation.ID}
	for first, to := at, at; ; {
		id := from[to]
		beat := &w.Talk.Conversation.Beats[w.states[id].Beat]
		e.Steps = append(e.Steps, beat.ID+"/"+beat.Replies[slices.Index(t.rows[id], to)].ID)
		if to = id; to == first {
			break
		}
	}
	slices.Reverse(e.Steps)
	return e
}
