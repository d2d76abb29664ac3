package odds

// Arrival is how a conversation may have come to one of its beats: where a
// room can begin in the middle, with a past that can be replayed.
type Arrival struct {
	Beat int
	Way  []int // the replies that lead there from the start, each by its index in its beat
	Open bool  // the best outcome can still be reached from there
	Rest int   // at most so many replies are still to be given
}

// Arrivals are the beats that can be reached, in the order of the file. Of the
// states of a beat it is the one in which a random player arrives most often,
// among those from which the best outcome can still be reached where there are
// such; of the ways there the one a random player most often takes.
func (o *Odds) Arrivals() []Arrival {
	at := make([]uint32, len(o.Talk.Conversation.Beats))
	for i := range at {
		at[i] = none
	}
	for k := range o.groups {
		g := &o.groups[k]
		for _, id := range g.ids {
			if is := at[g.beat]; is == none || o.comesBefore(id, is) {
				at[g.beat] = id
			}
		}
	}
	from, rest := o.waysTo(), o.rests()
	var out []Arrival
	for beat, id := range at {
		if id != none {
			out = append(out, Arrival{Beat: beat, Way: from.to(id), Open: o.keeps(id), Rest: rest[id]})
		}
	}
	return out
}

// comesBefore reports whether a state stands for its beat sooner than another.
func (o *Odds) comesBefore(a, b uint32) bool {
	if x, y := o.keeps(a), o.keeps(b); x != y {
		return x
	}
	if o.chance[a] != o.chance[b] {
		return o.chance[a] > o.chance[b]
	}
	return a < b
}

// ways is, for each state, the reply and the state before it on the likeliest
// way there.
type ways struct {
	before []uint32 // none: the start
	reply  []uint8
}

// waysTo finds them: states come after all that lead to them.
func (o *Odds) waysTo() *ways {
	w := &ways{make([]uint32, len(o.states)), make([]uint8, len(o.states))}
	likely := make([]float64, len(o.states))
	for i := range w.before {
		w.before[i] = none
	}
	likely[0] = 1
	for k := range o.groups {
		g := &o.groups[k]
		for i, id := range g.ids {
			row := o.row(g, i)
			p := likely[id] / float64(offered(row))
			for r, to := range row {
				if to != none && p > likely[to] {
					likely[to], w.before[to], w.reply[to] = p, id, uint8(r)
				}
			}
		}
	}
	return w
}

func (w *ways) to(id uint32) []int {
	var way []int
	for ; w.before[id] != none; id = w.before[id] {
		way = append(way, int(w.reply[id]))
	}
	for i, k := 0, len(way)-1; i < k; i, k = i+1, k-1 {
		way[i], way[k] = way[k], way[i]
	}
	return way
}

// rests is, for each state, how many replies there can still be at most.
func (o *Odds) rests() []int {
	rest := make([]int, len(o.states))
	for k := len(o.groups) - 1; k >= 0; k-- {
		g := &o.groups[k]
		for i, id := range g.ids {
			for _, to := range o.row(g, i) {
				if to != none {
					rest[id] = max(rest[id], rest[to]+1)
				}
			}
		}
	}
	return rest
}
