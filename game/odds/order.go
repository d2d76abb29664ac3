package odds

import (
	"slices"

	"earned/scenarios"
)

// component is a set of beats each of which leads to every other.
type component struct {
	beats []int
	loops bool // a beat of it can be come back to
}

// beatOrder gives the beats that replies lead to from the first, those that
// lead to others before them (Tarjan's components, in reverse).
func beatOrder(c *scenarios.Conversation) []component {
	t := tarjan{c: c, index: make([]int, len(c.Beats)), low: make([]int, len(c.Beats)), onStack: make([]bool, len(c.Beats))}
	t.visit(0)
	slices.Reverse(t.out)
	return t.out
}

type tarjan struct {
	c          *scenarios.Conversation
	index, low []int // from 1; 0: not visited
	onStack    []bool
	stack      []int
	count      int
	out        []component
}

func (t *tarjan) visit(b int) {
	t.count++
	t.index[b], t.low[b] = t.count, t.count
	t.stack, t.onStack[b] = append(t.stack, b), true
	self := false
	for r := range t.c.Beats[b].Replies {
		for _, to := range t.c.Beats[b].Replies[r].To {
			switch {
			case to.Beat == scenarios.EndHere:
			case t.index[to.Beat] == 0:
				t.visit(to.Beat)
				t.low[b] = min(t.low[b], t.low[to.Beat])
			case t.onStack[to.Beat]:
				self = self || to.Beat == b
				t.low[b] = min(t.low[b], t.index[to.Beat])
			}
		}
	}
	if t.low[b] != t.index[b] {
		return
	}
	at := slices.Index(t.stack, b)
	beats := slices.Clone(t.stack[at:])
	t.stack = t.stack[:at]
	for _, x := range beats {
		t.onStack[x] = false
	}
	slices.Sort(beats)
	t.out = append(t.out, component{beats: beats, loops: self || len(beats) > 1})
}
