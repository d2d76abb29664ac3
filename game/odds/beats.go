package odds

import (
	"cmp"
	"slices"

	"earned/game/trust"
	"earned/scenarios"
)

// Beat is what the odds say of one beat. Averages are over the states in which
// a random player arrives, each weighing as much as the chance of it.
type Beat struct {
	Index       int
	States      int     // in which it can be reached; 0: never
	Chance      float64 // that a random player arrives; where it can be come back to, how often on average
	LeastTrust  int     // on arrival
	MostTrust   int
	Open        float64 // share of arrivals from which the best outcome can still be reached
	Replies     []Reply // in the order of the file
	Ranked      []int   // the replies ever offered, the best first; in a state the best is the first that is offered there
	SecondKeeps float64 // share of arrivals with the best outcome open, and two replies offered, in which the second-best keeps it open
	Choices     int     // most replies offered at once
	Apart       float64 // greatest share of arrivals in which two replies of the same main move land apart
	ApartPair   [2]int  // those two
	Longest     float64 // share of arrivals in which the best reply offered is the longest
}

// Best is the best reply of the beat, or -1 where none is offered. It is the
// one with the highest chance of the best outcome under best play after it; of
// several with the same, the one after which a random player's chance is
// highest, then the one after which better endings can be reached, then the one
// that builds most trust.
func (b *Beat) Best() int {
	if len(b.Ranked) == 0 {
		return -1
	}
	return b.Ranked[0]
}

// Reply is what the odds say of one reply of a beat, averaged over the states
// in which a random player arrives and it is offered.
type Reply struct {
	Offered  float64 // share of arrivals in which it is offered
	Ever     bool    // it is offered in some state
	Keeps    float64 // chance of the best outcome under best play after it
	Goal     float64 // a random player's chance of the best outcome after it
	Hope     float64 // index of the best ending that can be reached after it, on average
	Change   float64 // of trust, in points
	Least    int     // least change
	Most     int     // greatest change
	Landings []Share // how it lands, most often first; What is a scenarios.Landing
	Leads    []Share // the rule that decides, most often first; What is a trust.RuleID
	Matters  bool    // in some state, the chances of the endings after it are not those after another
}

// Share is how often something is so.
type Share struct {
	What  uint8
	Share float64
}

// Beats is what the odds say of each beat, in the order of the file.
func (o *Odds) Beats() []Beat {
	c := o.Talk.Conversation
	byBeat := make([][]int, len(c.Beats))
	for k := range o.groups {
		byBeat[o.groups[k].beat] = append(byBeat[o.groups[k].beat], k)
	}
	out := make([]Beat, len(c.Beats))
	marks := o.marks()
	for i := range out {
		out[i] = o.beat(i, byBeat[i], marks)
	}
	return out
}

// Matter is the share of the replies ever offered that ever matter.
func (o *Odds) Matter() float64 {
	matter, offered := 0.0, 0.0
	for _, b := range o.Beats() {
		for i := range b.Replies {
			if b.Replies[i].Ever {
				offered++
			}
			if b.Replies[i].Matters {
				matter++
			}
		}
	}
	return over(matter, offered)
}

// tally is what is added up about one reply.
type tally struct {
	weight, keeps, goal, hope, change float64
	landings                          [32]float64
	leads                             [len(trust.Rules)]float64
}

func (o *Odds) beat(index int, groups []int, marks []float64) Beat {
	replies := o.Talk.Conversation.Beats[index].Replies
	b := Beat{Index: index, LeastTrust: 100, Replies: make([]Reply, len(replies))}
	tallies := make([]tally, len(replies))
	apart := make([]float64, len(replies)*len(replies))
	o.each(groups, func(id uint32, row []uint32) {
		s := o.states[id]
		b.States++
		b.Chance += o.chance[id]
		b.LeastTrust, b.MostTrust = min(b.LeastTrust, int(s.Trust.Trust)), max(b.MostTrust, int(s.Trust.Trust))
		if o.keeps(id) {
			b.Open += o.chance[id]
		}
		o.weigh(id, row, &b, tallies, apart, marks)
	})
	if b.States == 0 {
		b.LeastTrust = 0
		return b
	}
	b.Open = over(b.Open, b.Chance)
	for r := range replies {
		tallies[r].into(&b.Replies[r], b.Chance)
		if b.Replies[r].Ever {
			b.Ranked = append(b.Ranked, r)
		}
	}
	b.rank()
	b.pair(apart)
	o.inTurn(groups, &b)
	return b
}

// each calls for every state of some groups.
func (o *Odds) each(groups []int, do func(id uint32, row []uint32)) {
	for _, k := range groups {
		g := &o.groups[k]
		for i, id := range g.ids {
			do(id, o.row(g, i))
		}
	}
}

// weigh adds what each reply does in one state.
func (o *Odds) weigh(id uint32, row []uint32, b *Beat, tallies []tally, apart, marks []float64) {
	replies := o.Talk.Conversation.Beats[b.Index].Replies
	p := o.chance[id]
	var landed [64]scenarios.Landing
	for r, to := range row {
		if to == none {
			continue
		}
		_, result := o.Talk.Apply(o.states[id], r)
		landed[r] = result.Landing
		t, x := &tallies[r], &b.Replies[r]
		change := int(result.Change)
		if !x.Ever {
			x.Ever, x.Least, x.Most = true, change, change
		}
		x.Least, x.Most = min(x.Least, change), max(x.Most, change)
		t.weight += p
		t.change += p * float64(change)
		t.goal += p * o.goal[to]
		t.hope += p * float64(o.best[to].open().Ending)
		if o.keeps(to) {
			t.keeps += p
		}
		t.landings[result.Landing] += p
		t.leads[result.Lead] += p
		for q, other := range row[:r] {
			if other == none {
				continue
			}
			if d := marks[to] - marks[other]; d > same || d < -same {
				x.Matters, b.Replies[q].Matters = true, true
			}
			if replies[q].Moves[0] == replies[r].Moves[0] && landed[q] != landed[r] {
				apart[q*len(row)+r] += p
			}
		}
	}
	b.Choices = max(b.Choices, offered(row))
}

// marks tell states apart by what can come after them: the average, over a
// random player's ways from there, of a number drawn for each ending, with and
// without a trusted advisor. Two states with the same chances of all of these
// have the same mark, and others hardly ever do.
func (o *Odds) marks() []float64 {
	marks := make([]float64, len(o.states))
	for _, id := range o.ends {
		x := uint64(o.best[id]>>7+1) * 0x9e3779b97f4a7c15
		x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
		marks[id] = float64(x>>11) / (1 << 53)
	}
	for k := len(o.groups) - 1; k >= 0; k-- {
		g := &o.groups[k]
		for i, id := range g.ids {
			sum, n := 0.0, 0
			for _, to := range o.row(g, i) {
				if to != none {
					sum += marks[to]
					n++
				}
			}
			marks[id] = sum / float64(max(1, n))
		}
	}
	return marks
}

func (t *tally) into(x *Reply, arrivals float64) {
	x.Offered = over(t.weight, arrivals)
	x.Keeps, x.Goal, x.Hope, x.Change = over(t.keeps, t.weight), over(t.goal, t.weight), over(t.hope, t.weight), over(t.change, t.weight)
	x.Landings, x.Leads = shares(t.landings[:], t.weight), shares(t.leads[:], t.weight)
}

func shares(sums []float64, all float64) []Share {
	var out []Share
	for i, p := range sums {
		if p > 0 {
			out = append(out, Share{uint8(i), p / all})
		}
	}
	slices.SortStableFunc(out, func(a, b Share) int { return cmp.Compare(b.Share, a.Share) })
	return out
}

func over(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// same is below what differences are rounding.
const same = 1e-9

// rank puts the replies ever offered in order, the best first.
func (b *Beat) rank() {
	by := func(x, y float64) int {
		if d := x - y; d > same || d < -same {
			return cmp.Compare(y, x)
		}
		return 0
	}
	slices.SortStableFunc(b.Ranked, func(i, k int) int {
		x, y := &b.Replies[i], &b.Replies[k]
		return cmp.Or(by(x.Keeps, y.Keeps), by(x.Goal, y.Goal), by(y.Hope, x.Hope), by(x.Change, y.Change))
	})
}

// pair finds the two replies of one move that land apart most often.
func (b *Beat) pair(apart []float64) {
	n := len(b.Replies)
	for at, p := range apart {
		if share := over(p, b.Chance); share > b.Apart {
			b.Apart, b.ApartPair = share, [2]int{at / n, at % n}
		}
	}
}

// inTurn sums what turns on which replies are offered in each state.
func (o *Odds) inTurn(groups []int, b *Beat) {
	replies := o.Talk.Conversation.Beats[b.Index].Replies
	longest, choices, kept, open := 0.0, 0.0, 0.0, 0.0
	o.each(groups, func(id uint32, row []uint32) {
		first, second := b.bestIn(row)
		if second < 0 {
			return
		}
		p := o.chance[id]
		choices += p
		if isLongest(replies, row, first) {
			longest += p
		}
		if o.keeps(id) {
			open += p
			if o.keeps(row[second]) {
				kept += p
			}
		}
	})
	b.Longest, b.SecondKeeps = over(longest, choices), over(kept, open)
}

// bestIn is the best and the second-best reply of those a row offers, -1 where
// there is none.
func (b *Beat) bestIn(row []uint32) (first, second int) {
	first = -1
	for _, r := range b.Ranked {
		switch {
		case row[r] == none:
		case first < 0:
			first = r
		default:
			return first, r
		}
	}
	return first, -1
}

// isLongest reports whether a reply is longer than all others offered.
func isLongest(replies []scenarios.Reply, row []uint32, r int) bool {
	for k, to := range row {
		if k != r && to != none && length(&replies[k]) >= length(&replies[r]) {
			return false
		}
	}
	return true
}

// Landing is how it landed.
func (s Share) Landing() scenarios.Landing { return scenarios.Landing(s.What) }

// Rule is the rule that decided.
func (s Share) Rule() *trust.Rule { return &trust.Rules[s.What] }
