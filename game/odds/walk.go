package odds

import (
	"fmt"
	"slices"

	"earned/game/talk"
)

// maxStates bounds the memory a walk may take: some 60 bytes a state and 4 a
// reply.
const maxStates = 1 << 24

// TooMany is a conversation with more states than can be walked.
type TooMany struct {
	Conversation, Beat string // at which beat the walk stopped
	States             int    // found by then
	Culprit            Factor // what multiplied them most there
}

func (e *TooMany) Error() string {
	return fmt.Sprintf("%s: more than %d states by beat %q, too many to walk. What multiplies them most there is %s (%.1f×): let it be forgotten sooner",
		e.Conversation, e.States, e.Beat, e.Culprit.Name, e.Culprit.Times)
}

// walker is a walk going on.
type walker struct {
	*Odds
	tables  []*table   // by beat; the last is that of the ends
	found   [][]uint32 // by beat: states not yet dealt with
	spare   []*table
	maximum int
}

// walk fills states, groups, ends, stuck and next.
func (o *Odds) walk(watch func(done, all int), maximum int) error {
	beats := len(o.Talk.Conversation.Beats)
	w := &walker{Odds: o, tables: make([]*table, beats+1), found: make([][]uint32, beats+1), maximum: maximum}
	w.add(o.Talk.Start(o.Start, o.Prepared))
	order := beatOrder(o.Talk.Conversation)
	for n, component := range order {
		if err := w.component(component); err != nil {
			return err
		}
		if watch != nil && n%64 == 63 {
			watch(n+1, len(order))
		}
	}
	o.ends = w.found[beats]
	return nil
}

// component deals with beats that lead to each other; mostly it is one that
// does not lead to itself.
func (w *walker) component(c component) error {
	from := len(w.groups)
	for again := true; again; {
		again = false
		for _, beat := range c.beats {
			if len(w.found[beat]) == 0 {
				continue
			}
			ids := w.found[beat]
			w.found[beat] = nil
			if err := w.expand(beat, ids); err != nil {
				return err
			}
			again = c.loops
		}
	}
	for _, beat := range c.beats {
		if t := w.tables[beat]; t != nil {
			t.clear()
			w.spare = append(w.spare, t)
			w.tables[beat] = nil
		}
	}
	if c.loops && from < len(w.groups) { // else nothing arrives there
		return w.straighten(from)
	}
	return nil
}

// expand finds where each reply of a beat leads from some of its states.
func (w *walker) expand(beat int, ids []uint32) error {
	replies := len(w.Talk.Conversation.Beats[beat].Replies)
	w.groups = append(w.groups, group{beat: beat, ids: ids, replies: replies, edges: len(w.next)})
	w.next = room(w.next, len(ids)*replies)
	for _, id := range ids {
		s := w.states[id]
		some := false
		for r := range replies {
			if !w.Talk.Offers(s, r) {
				w.next = append(w.next, none)
				continue
			}
			after, _ := w.Talk.Apply(s, r)
			w.next = append(w.next, w.add(after))
			some = true
		}
		if !some {
			w.stuck = append(w.stuck, id)
		}
	}
	if len(w.states) > w.maximum {
		return &TooMany{w.Talk.Conversation.ID, w.Talk.Conversation.Beats[beat].ID, w.maximum, w.culprit(ids)}
	}
	return nil
}

// room is the list with room for n more. It grows twofold: append's steps of a
// quarter leave five times as much behind as they end with.
func room[T any](list []T, n int) []T {
	if len(list)+n <= cap(list) {
		return list
	}
	return slices.Grow(list, max(n, len(list)))
}

// add gives a state its number.
func (w *walker) add(s talk.State) uint32 {
	at := int(s.Beat)
	if s.Over() {
		at = len(w.tables) - 1
	}
	t := w.tables[at]
	if t == nil {
		if n := len(w.spare); n > 0 {
			t, w.spare = w.spare[n-1], w.spare[:n-1]
		} else {
			t = new(table)
		}
		w.tables[at] = t
	}
	id, isNew := t.id(w.states, &s)
	if isNew {
		w.states = append(room(w.states, 1), s)
		w.found[at] = append(w.found[at], id)
	}
	return id
}
