package odds

import "fmt"

// seeds is over how many seeds the order on the screen is averaged.
const seeds = 256

// chosen are the beats in which there is something to choose.
func chosen(beats []Beat) []*Beat {
	var out []*Beat
	for i := range beats {
		if beats[i].Choices > 1 {
			out = append(out, &beats[i])
		}
	}
	return out
}

func (o *Odds) longestOnes(beats []Beat) Condition {
	x := Condition{ID: "longest", Wants: "the best reply is the longest in under 40 of 100 beats"}
	sum := 0.0
	all := chosen(beats)
	for _, b := range all {
		sum += b.Longest
		if b.Longest >= mostly {
			x.Where = append(x.Where, "longest: "+o.at(b.Index, b.Best()))
		}
	}
	return x.under(over(sum, float64(len(all))), longestMost)
}

func (o *Odds) firstOnes(beats []Beat) Condition {
	x := Condition{ID: "first", Wants: "the best reply is the first on the screen, over seeds, in under 40 of 100 beats"}
	sum := 0.0
	all := chosen(beats)
	for _, b := range all {
		p := o.firstOnScreen(b)
		sum += p
		if p >= mostly {
			x.Where = append(x.Where, fmt.Sprintf("first in %s: %s", percent(p), o.at(b.Index, b.Best())))
		}
	}
	return x.under(over(sum, float64(len(all))), firstMost)
}

// firstOnScreen is in what share of arrivals and seeds the best reply stands
// first on the screen.
func (o *Odds) firstOnScreen(b *Beat) float64 {
	sum, all := 0.0, 0.0
	known := map[uint64]float64{} // by what is offered
	var order []int
	for k := range o.groups {
		g := &o.groups[k]
		if g.beat != b.Index {
			continue
		}
		for i, id := range g.ids {
			row := o.row(g, i)
			best, second := b.bestIn(row)
			if second < 0 {
				continue
			}
			m := mask(row)
			share, ok := known[m]
			if !ok {
				for seed := range uint64(seeds) {
					order = o.Talk.Order(seed*0x9e3779b9, o.states[id], order[:0])
					if order[0] == best {
						share += 1.0 / seeds
					}
				}
				known[m] = share
			}
			sum += o.chance[id] * share
			all += o.chance[id]
		}
	}
	return over(sum, all)
}

func (x Condition) under(share, most float64) Condition {
	x.Holds, x.Found = share < most, "in "+percent(share)
	if x.Holds {
		x.Where = nil
	}
	return x
}

func (o *Odds) apartOnes(beats []Beat) Condition {
	x := Condition{ID: "apart", Wants: "a third of beats offer two replies of the same move that land apart"}
	n := 0
	all := chosen(beats)
	for _, b := range all {
		if b.Apart >= mostly {
			n++
			continue
		}
		x.Where = append(x.Where, "not at "+o.Talk.Conversation.Beats[b.Index].ID)
	}
	return x.least(n, len(all), apartLeast)
}

func (o *Odds) secondOnes(beats []Beat) Condition {
	x := Condition{ID: "second-best", Wants: "in 60 of 100 beats the second-best reply keeps the best outcome reachable"}
	n := 0
	all := chosen(beats)
	for _, b := range all {
		if b.SecondKeeps >= mostly {
			n++
			continue
		}
		second := ""
		if len(b.Ranked) > 1 {
			second = o.at(b.Index, b.Ranked[1])
		}
		x.Where = append(x.Where, fmt.Sprintf("%s keeps it in %s of those that could", second, percent(b.SecondKeeps)))
	}
	return x.least(n, len(all), secondLeast)
}

func (x Condition) least(n, all int, share float64) Condition {
	x.Holds, x.Found = all > 0 && float64(n) >= share*float64(all), fmt.Sprintf("%d of %d beats", n, all)
	if x.Holds {
		x.Where = nil
	}
	return x
}
