package odds

import (
	"earned/game/talk"
	"earned/game/trust"
	"earned/scenarios"
)

// Step is one reply of a way through the conversation.
type Step struct {
	State talk.State // before it
	Reply int
	Slips []int // replies not given here, no breaches, after which the best outcome is lost
	Gains []int // breaches not given here, after which the best outcome can still be reached
}

// BestWay is a best way through: of all that reach the best outcome the one on
// which fewest slips would have lost it, and of those the one that keeps a
// random player's chance of it highest at each step. It is empty where no end
// can be reached.
func (o *Odds) BestWay() []Step {
	if len(o.ends) == 0 {
		return nil
	}
	cost := o.slips()
	place := o.places()
	var way []Step
	for id := uint32(0); !o.states[id].Over(); {
		p := place[id]
		g := &o.groups[p.group]
		row := o.row(g, p.row)
		step := Step{State: o.states[id], Reply: -1}
		for r, to := range row {
			if to == none || !o.keeps(to) {
				continue
			}
			if step.Reply < 0 || cost[to] < cost[row[step.Reply]] ||
				cost[to] == cost[row[step.Reply]] && o.goal[to] > o.goal[row[step.Reply]] {
				step.Reply = r
			}
		}
		for r, to := range row {
			if to == none || r == step.Reply {
				continue
			}
			breach := o.breach(g.beat, r)
			switch {
			case !breach && !o.keeps(to):
				step.Slips = append(step.Slips, r)
			case breach && o.keeps(to):
				step.Gains = append(step.Gains, r)
			}
		}
		way = append(way, step)
		id = row[step.Reply]
	}
	return way
}

func (o *Odds) breach(beat, reply int) bool {
	return o.Talk.Conversation.Beats[beat].Replies[reply].Breach != scenarios.NoBreach
}

// slips is, for each state that keeps the best outcome, on how many replies
// off the best way from there it hangs wrongly: slips that lose it, breaches
// that do not.
func (o *Odds) slips() []uint32 {
	cost := make([]uint32, len(o.states))
	for k := len(o.groups) - 1; k >= 0; k-- {
		g := &o.groups[k]
		for i, id := range g.ids {
			if !o.keeps(id) {
				continue
			}
			wrong, least := uint32(0), none
			for r, to := range o.row(g, i) {
				if to == none {
					continue
				}
				keeps, breach := o.keeps(to), o.breach(g.beat, r)
				if keeps == breach {
					wrong++
				}
				if keeps {
					least = min(least, cost[to])
				}
			}
			cost[id] = wrong + least
		}
	}
	return cost
}

type place struct{ group, row int }

// places says where each state's replies are.
func (o *Odds) places() map[uint32]place {
	out := make(map[uint32]place, len(o.states))
	for k := range o.groups {
		for i, id := range o.groups[k].ids {
			out[id] = place{k, i}
		}
	}
	return out
}

// Ruptures lists the replies, by beat and index, that open a rupture on a way
// that still reaches the best outcome.
func (o *Odds) Ruptures() [][2]int {
	var out [][2]int
	seen := map[[2]int]bool{}
	for k := range o.groups {
		g := &o.groups[k]
		for i, id := range g.ids {
			if o.states[id].Trust.Rupture != trust.NoRupture {
				continue
			}
			for r, to := range o.row(g, i) {
				at := [2]int{g.beat, r}
				if to == none || seen[at] || !o.keeps(to) || o.states[to].Trust.Rupture == trust.NoRupture {
					continue
				}
				seen[at] = true
				out = append(out, at)
			}
		}
	}
	return out
}
