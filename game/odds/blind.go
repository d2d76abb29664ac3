package odds

import (
	"cmp"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"

	"earned/scenarios"
)

// Blind is a policy that sees only what the client needs and which moves are
// offered, never the words: the same sight, the same choice. Among replies of
// the same moves it picks at random, and it may pick at random altogether.
//
// To find the best such policy exactly is to solve a partially observed
// decision process without memory, which is hard; Blind is the best of several
// ascents, one choice at a time, and so a lower bound. What comes of it is
// exact.
type Blind struct {
	Played
	Choices []Choice // one for each sight, the most often had first
	Takes   []uint64 // of each beat: the replies it may give there, 1<<index
}

// Choice is what the blind policy does at one sight.
type Choice struct {
	Needs  scenarios.Need
	Offers []string // the moves of each reply, "empathy+ask"
	Takes  string   // the moves it takes; "any" for a random reply
}

// sight is what the policy can tell apart.
type sight struct {
	needs   scenarios.Need
	offers  []string // sorted
	options []string // the same without repeats
	states  int
}

// scene is a beat with some of its replies offered: which sight it is, and the
// replies of each option; the last option is all of them.
type scene struct {
	sight   int
	options []uint64
}

type blind struct {
	*Odds
	sights []sight
	scenes []scene
	of     []uint32 // the scene of each state
	chance []float64
}

// any is the option of a random reply, of whatever sight.
func (b *blind) any(sight int) int { return len(b.sights[sight].options) }

// Blind finds the best policy blind to the words.
func (o *Odds) Blind() Blind {
	b := o.newBlind()
	var best []int
	top := -1.0
	for _, order := range b.orders() {
		policy := b.ascend(order)
		if v := b.value(policy); v > top+1e-12 {
			best, top = policy, v
		}
	}
	b.run(best, true)
	return Blind{Played: o.played(b.chance), Choices: b.choices(best), Takes: b.takes(best)}
}

// newBlind sorts the states by what the policy sees in them.
func (o *Odds) newBlind() *blind {
	b := &blind{Odds: o, of: make([]uint32, len(o.states)), chance: make([]float64, len(o.states))}
	known := map[string]int{}
	for k := range o.groups {
		g := &o.groups[k]
		seen := map[uint64]uint32{}
		for i, id := range g.ids {
			offered := mask(o.row(g, i))
			n, ok := seen[offered]
			if !ok {
				n = uint32(len(b.scenes))
				b.scenes = append(b.scenes, b.scene(&o.Talk.Conversation.Beats[g.beat], offered, known))
				seen[offered] = n
			}
			b.of[id] = n
			b.sights[b.scenes[n].sight].states++
		}
	}
	return b
}

func (b *blind) scene(beat *scenarios.Beat, offered uint64, known map[string]int) scene {
	by := map[string]uint64{}
	var offers []string
	for rest := offered; rest != 0; rest &= rest - 1 {
		r := bits.TrailingZeros64(rest)
		moves := moves(&beat.Replies[r])
		by[moves] |= 1 << r
		offers = append(offers, moves)
	}
	slices.Sort(offers)
	key := beat.Needs.String() + " " + strings.Join(offers, " ")
	n, ok := known[key]
	if !ok {
		n = len(b.sights)
		known[key] = n
		b.sights = append(b.sights, sight{needs: beat.Needs, offers: offers, options: slices.Compact(slices.Clone(offers))})
	}
	x := scene{sight: n}
	for _, option := range b.sights[n].options {
		x.options = append(x.options, by[option])
	}
	x.options = append(x.options, offered)
	return x
}

// moves is a reply's moves in words.
func moves(r *scenarios.Reply) string {
	if r.Moves[1] == scenarios.NoMove {
		return r.Moves[0].String()
	}
	return r.Moves[0].String() + "+" + r.Moves[1].String()
}

// ascents is how many times the search begins anew; a conversation far beyond
// the written ones gets by with fewer.
const (
	ascents   = 24
	fewStates = 1 << 17
)

// orders are the orders in which ascents settle the sights: those had most
// often first, in the order of the talk, and shuffled, always the same way.
func (b *blind) orders() [][]int {
	out := [][]int{b.often(), b.often()}
	slices.Sort(out[1])
	r := rand.New(rand.NewPCG(uint64(len(b.sights)), 1))
	for len(out) < ascents && len(b.states) < fewStates {
		out = append(out, r.Perm(len(b.sights)))
	}
	return out
}

// often lists the sights, those had in most states first.
func (b *blind) often() []int {
	out := make([]int, len(b.sights))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(i, k int) int { return cmp.Compare(b.sights[k].states, b.sights[i].states) })
	return out
}

// ascend begins with a random player and settles one sight after another, each
// on what is best with the others as they are, until nothing betters it.
func (b *blind) ascend(order []int) []int {
	policy := make([]int, len(b.sights))
	for i := range policy {
		policy[i] = b.any(i)
	}
	top := b.value(policy)
	for again := true; again; {
		again = false
		for _, i := range order {
			if len(b.sights[i].options) == 1 {
				continue
			}
			was := policy[i]
			best := was
			for option := range b.any(i) + 1 {
				if policy[i] = option; option == was {
					continue
				}
				if v := b.value(policy); v > top+1e-12 {
					best, top, again = option, v, true
				}
			}
			policy[i] = best
		}
	}
	return policy
}

// value is the chance of the best outcome under a policy.
func (b *blind) value(policy []int) float64 {
	b.run(policy, false)
	v := 0.0
	for _, id := range b.ends {
		if b.best[id] <= b.limit {
			v += b.chance[id]
		}
	}
	return v
}

// run computes the chance of each state under a policy; if not of all, only of
// those on a way to the best outcome.
func (b *blind) run(policy []int, all bool) {
	clear(b.chance)
	b.chance[0] = 1
	for k := range b.groups {
		g := &b.groups[k]
		for i, id := range g.ids {
			p := b.chance[id]
			if p == 0 || !all && !b.keeps(id) {
				continue
			}
			x := &b.scenes[b.of[id]]
			spread(b.chance, p, b.row(g, i), x.options[policy[x.sight]])
		}
	}
}

func (b *blind) choices(policy []int) []Choice {
	out := make([]Choice, 0, len(b.sights))
	for _, i := range b.often() {
		s := &b.sights[i]
		takes := "any"
		if policy[i] < len(s.options) {
			takes = s.options[policy[i]]
		}
		out = append(out, Choice{s.needs, s.offers, takes})
	}
	return out
}

func (b *blind) takes(policy []int) []uint64 {
	out := make([]uint64, len(b.Talk.Conversation.Beats))
	for k := range b.groups {
		g := &b.groups[k]
		for _, id := range g.ids {
			if b.chance[id] > 0 {
				x := &b.scenes[b.of[id]]
				out[g.beat] |= x.options[policy[x.sight]]
			}
		}
	}
	return out
}
