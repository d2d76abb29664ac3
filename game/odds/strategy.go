package odds

import (
	"math/bits"
	"slices"
	"unicode/utf8"

	"earned/scenarios"
)

// Strategy is a way to play that needs no thought: from what a beat offers (a
// set of its replies, 1<<index) it chooses some, one of which is given, each
// with the same chance.
type Strategy struct {
	ID     string // "always-empathy"
	Says   string
	choose func(replies []scenarios.Reply, offered uint64) uint64
}

// Strategies are the one-note strategies. One that wants a move a beat does
// not offer gives any reply there.
var Strategies = []Strategy{
	always("always-empathy", scenarios.Empathy),
	always("always-pushback", scenarios.Pushback),
	always("always-pitch", scenarios.Pitch),
	{"first", "always the first reply in the file", func(_ []scenarios.Reply, offered uint64) uint64 { return offered & -offered }},
	{"last", "always the last reply in the file", func(_ []scenarios.Reply, offered uint64) uint64 {
		return 1 << (63 - bits.LeadingZeros64(offered))
	}},
	{"longest", "always the longest reply", func(replies []scenarios.Reply, offered uint64) uint64 {
		return foremost(replies, offered, length)
	}},
	{"shortest", "always the shortest reply", func(replies []scenarios.Reply, offered uint64) uint64 {
		return foremost(replies, offered, func(r *scenarios.Reply) int { return -length(r) })
	}},
	{"nicest", "give before promise before empathy before wait before ask before pitch before pushback",
		func(replies []scenarios.Reply, offered uint64) uint64 { return foremost(replies, offered, niceness) }},
}

// always is the strategy of one move: a reply whose main move it is, else one
// whose second move it is.
func always(id string, m scenarios.Move) Strategy {
	return Strategy{id, "always " + m.String() + ", any reply where there is none", func(replies []scenarios.Reply, offered uint64) uint64 {
		return foremost(replies, offered, func(r *scenarios.Reply) int {
			if r.Moves[0] == m {
				return 2
			}
			if r.Moves[1] == m {
				return 1
			}
			return 0
		})
	}}
}

var nicest = []scenarios.Move{scenarios.Give, scenarios.Promise, scenarios.Empathy, scenarios.Wait, scenarios.Ask,
	scenarios.ReferOut, scenarios.AskForReferral, scenarios.Pitch, scenarios.Pushback}

// niceness is how nice a reply's nicest move is.
func niceness(r *scenarios.Reply) int {
	first := slices.Index(nicest, r.Moves[0])
	if second := slices.Index(nicest, r.Moves[1]); second >= 0 {
		first = min(first, second)
	}
	return -first
}

// length is how long a reply is, in characters.
func length(r *scenarios.Reply) int { return utf8.RuneCountInString(r.Says) }

// foremost is the set of those offered that have most of something.
func foremost(replies []scenarios.Reply, offered uint64, of func(*scenarios.Reply) int) uint64 {
	best, chosen := 0, uint64(0)
	for rest := offered; rest != 0; rest &= rest - 1 {
		r := bits.TrailingZeros64(rest)
		switch n := of(&replies[r]); {
		case chosen == 0 || n > best:
			best, chosen = n, 1<<r
		case n == best:
			chosen |= 1 << r
		}
	}
	return chosen
}

// Played is what comes of a way to play.
type Played struct {
	Endings []float64 // chance of each, by index
	Best    float64   // chance of the best outcome
	Advisor float64   // chance of ending as a trusted advisor
	Trust   float64   // at the end, on average
}

// Random is what comes of a random player.
func (o *Odds) Random() Played { return o.played(o.chance) }

// Play is what comes of a strategy, exactly.
func (o *Odds) Play(s *Strategy) Played {
	chance := make([]float64, len(o.states))
	chance[0] = 1
	for k := range o.groups {
		g := &o.groups[k]
		replies := o.Talk.Conversation.Beats[g.beat].Replies
		known := map[uint64]uint64{}
		for i, id := range g.ids {
			if chance[id] == 0 {
				continue
			}
			row := o.row(g, i)
			offered := mask(row)
			chosen, ok := known[offered]
			if !ok && offered != 0 {
				chosen = s.choose(replies, offered)
				known[offered] = chosen
			}
			spread(chance, chance[id], row, chosen)
		}
	}
	return o.played(chance)
}

// spread hands a state's chance on to where the replies chosen lead.
func spread(chance []float64, p float64, row []uint32, chosen uint64) {
	p /= float64(bits.OnesCount64(chosen))
	for ; chosen != 0; chosen &= chosen - 1 {
		chance[row[bits.TrailingZeros64(chosen)]] += p
	}
}

// mask is the set of replies a row offers.
func mask(row []uint32) uint64 {
	m := uint64(0)
	for r, to := range row {
		if to != none {
			m |= 1 << r
		}
	}
	return m
}

// played sums up the ends.
func (o *Odds) played(chance []float64) Played {
	x := Played{Endings: make([]float64, len(o.Talk.Conversation.Endings))}
	for _, id := range o.ends {
		p, s := chance[id], o.states[id]
		if p == 0 {
			continue
		}
		x.Endings[s.Ending] += p
		x.Trust += p * float64(s.Trust.Trust)
		if o.best[id] <= o.limit {
			x.Best += p
		}
		if o.best[id]&notAdvisor == 0 {
			x.Advisor += p
		}
	}
	return x
}

// Mean averages what comes of a way to play over several odds, as of one start
// with each preparation: who plays at random also prepares at random.
func Mean(all []*Odds, play func(*Odds) Played) Played {
	var sum Played
	share := 1 / float64(len(all))
	for _, o := range all {
		x := play(o)
		if sum.Endings == nil {
			sum.Endings = make([]float64, len(x.Endings))
		}
		for i := range x.Endings {
			sum.Endings[i] += share * x.Endings[i]
		}
		sum.Best += share * x.Best
		sum.Advisor += share * x.Advisor
		sum.Trust += share * x.Trust
	}
	return sum
}
