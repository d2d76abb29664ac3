package screens

import (
	"cmp"
	"fmt"
	"slices"

	"earned/game/debrief"
)

// recapLines is how many exchanges are told of what came before the room began.
const recapLines = 3

// recap tells those exchanges before the room began that weighed most, in the
// order they came: what was said and what the client answered in the same
// meeting. The last is told by before.
func (a *App) recap() []string {
	s := a.shop.s
	h, err := holdAgain(s.Talk, s.Way().Run)
	if err != nil {
		return nil
	}
	var told []int
	for i := range s.From - 1 {
		if h.meeting(i) == h.meeting(i+1) {
			told = append(told, i)
		}
	}
	weight := func(i int) int {
		by := int(h.moments[i].After.Trust.Trust) - int(h.moments[i].Before.Trust.Trust)
		return max(by, -by)
	}
	slices.SortStableFunc(told, func(i, k int) int { return cmp.Compare(weight(k), weight(i)) })
	told = told[:min(len(told), recapLines)]
	slices.Sort(told)
	var lines []string
	for _, i := range told {
		lines = append(lines, fmt.Sprintf("You: %s %s: “%s”", debrief.Quoted(h.said(i).Says), debrief.FirstName(s.Talk.Client), h.moments[i+1].Line.Says))
	}
	return lines
}

// before says in two lines what happened before the room began.
func (a *App) before() []string {
	s := a.shop.s
	h, err := holdAgain(s.Talk, s.Way().Run)
	if err != nil {
		return nil
	}
	name := debrief.FirstName(s.Talk.Client)
	met := ""
	for i := range s.From {
		if t := h.Conversation.Meetings[h.meeting(i)].Title; i == 0 {
			met = "“" + t + "”"
		} else if h.meeting(i) != h.meeting(i-1) {
			met += ", “" + t + "”"
		}
	}
	first := fmt.Sprintf("Before this, %d replies: %s.", s.From, met)
	return []string{first, fmt.Sprintf("You said last: %s %s answers:", debrief.Quoted(h.said(s.From-1).Says), name)}
}
