package odds

// forward computes the chance with which a random player comes by each state.
func (o *Odds) forward() {
	o.chance = make([]float64, len(o.states))
	o.chance[0] = 1
	for k := range o.groups {
		g := &o.groups[k]
		for i, id := range g.ids {
			row := o.row(g, i)
			share := o.chance[id] / float64(offered(row))
			for _, to := range row {
				if to != none {
					o.chance[to] += share
				}
			}
		}
	}
}

// offered is how many replies of a row are.
func offered(row []uint32) int {
	n := 0
	for _, to := range row {
		if to != none {
			n++
		}
	}
	return n
}

// backward computes what can still be reached from each state, and a random
// player's chance of the best outcome.
func (o *Odds) backward() {
	n := len(o.states)
	o.best, o.worst = make([]outcome, n), make([]outcome, n)
	o.most, o.least = make([]uint8, n), make([]uint8, n)
	o.goal = make([]float64, n)
	first := noOutcome
	for _, id := range o.ends {
		s := o.states[id]
		x := outcomeOf(o.Talk, s)
		o.best[id], o.worst[id] = x, x
		o.most[id], o.least[id] = s.Trust.Trust, s.Trust.Trust
		first = min(first, x)
	}
	if len(o.ends) > 0 {
		o.limit = first | worstOf
	}
	for _, id := range o.ends {
		if o.best[id] <= o.limit {
			o.goal[id] = 1
		}
	}
	for k := len(o.groups) - 1; k >= 0; k-- {
		g := &o.groups[k]
		for i, id := range g.ids {
			o.look(id, o.row(g, i))
		}
	}
}

// look sets what can be reached from a state by what can be from those after.
func (o *Odds) look(id uint32, row []uint32) {
	best, worst, most, least := noOutcome, outcome(0), uint8(0), uint8(255)
	goal, n := 0.0, 0
	for _, to := range row {
		if to == none {
			continue
		}
		n++
		goal += o.goal[to]
		best, worst = min(best, o.best[to]), max(worst, o.worst[to])
		most, least = max(most, o.most[to]), min(least, o.least[to])
	}
	if n == 0 { // a dead end
		best, worst, least = noOutcome, noOutcome, 0
	} else {
		goal /= float64(n)
	}
	o.best[id], o.worst[id], o.most[id], o.least[id], o.goal[id] = best, worst, most, least, goal
}

// keeps reports whether the best outcome can be reached from a state.
func (o *Odds) keeps(id uint32) bool { return o.best[id] <= o.limit }
