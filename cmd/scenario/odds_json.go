package main

import (
	"earned/game/odds"
)

// summary is what `odds --json` prints of one conversation. Chances are from 0
// to 1.
type summary struct {
	Conversation   string                `json:"conversation"`
	Title          string                `json:"title"`
	Client         string                `json:"client"`
	Start          string                `json:"start"`
	Outcomes       map[string]float64    `json:"outcomes"` // ending to a random player's chance
	TrustedAdvisor float64               `json:"trusted_advisor"`
	Deal           float64               `json:"deal"`
	Referral       float64               `json:"referral"`
	BestOutcome    bestOutcome           `json:"best_outcome"`
	Strategies     map[string]strategied `json:"strategies"`
	States         int                   `json:"states"`
	StatesPerBeat  float64               `json:"states_per_beat"`
	RepliesMatter  float64               `json:"replies_matter"` // share of those ever offered
	NeverReached   []string              `json:"never_reached"`  // beats
	NeverOffered   []string              `json:"never_offered"`  // replies
	NeverEnds      []string              `json:"never_ends"`     // endings
	DeadEnds       []string              `json:"dead_ends"`      // beats
	Conditions     []conditionSummary    `json:"conditions"`     // of a shipped conversation, from all starts
	Beats          []beatSummary         `json:"beats"`
}

type conditionSummary struct {
	ID    string   `json:"id"`
	Wants string   `json:"wants"`
	Holds bool     `json:"holds"`
	Found string   `json:"found"`
	Where []string `json:"where"`
}

type bestOutcome struct {
	Ending         string  `json:"ending"`
	TrustedAdvisor bool    `json:"trusted_advisor"`
	Chance         float64 `json:"chance"` // a random player's
}

type strategied struct {
	Best           float64            `json:"best_outcome"` // chance
	TrustedAdvisor float64            `json:"trusted_advisor"`
	Trust          float64            `json:"trust"` // at the end, on average
	Outcomes       map[string]float64 `json:"outcomes"`
}

type beatSummary struct {
	Beat     string         `json:"beat"`
	Chance   float64        `json:"chance"`
	States   int            `json:"states"`
	Least    int            `json:"least_trust"`
	Most     int            `json:"greatest_trust"`
	NoReturn float64        `json:"past_no_return"` // share of arrivals from which the best outcome is lost
	Best     string         `json:"best_reply"`
	Replies  []replySummary `json:"replies"`
}

type replySummary struct {
	Reply    string             `json:"reply"`
	Offered  float64            `json:"offered"`
	Keeps    float64            `json:"keeps_best"`     // chance of the best outcome under best play after it
	Goal     float64            `json:"chance_of_best"` // a random player's, after it
	Change   float64            `json:"trust_change"`
	Landings map[string]float64 `json:"landings"`
	Matters  bool               `json:"matters"`
}

func (s *survey) summary(p *progress) (*summary, error) {
	c := s.Talk.Conversation
	best := s.BestOutcome()
	random := odds.Mean(s.all, (*odds.Odds).Random)
	budget := s.Budget()
	x := &summary{
		Conversation: c.ID, Title: c.Title, Client: c.Client, Start: startName(c, s.Start),
		Outcomes: s.byEnding(random.Endings), TrustedAdvisor: random.Advisor,
		BestOutcome: bestOutcome{TrustedAdvisor: best.Advisor, Chance: random.Best},
		Strategies:  map[string]strategied{}, States: s.States(), StatesPerBeat: budget.PerBeat,
		NeverReached: []string{}, NeverOffered: []string{}, NeverEnds: []string{}, DeadEnds: []string{},
	}
	for i := range c.Endings {
		if c.Endings[i].Deal != 0 {
			x.Deal += random.Endings[i]
		}
		if c.Endings[i].Referral {
			x.Referral += random.Endings[i]
		}
	}
	if best.Ending >= 0 {
		x.BestOutcome.Ending = c.Endings[best.Ending].ID
	}
	s.played(p, func(name string, y odds.Played) {
		if name != "random" {
			x.Strategies[name] = strategied{y.Best, y.Advisor, y.Trust, s.byEnding(y.Endings)}
		}
	})
	s.never(x)
	p.is("%s: beats", c.ID)
	s.beatByBeat(x)
	p.is("%s: conditions", c.ID)
	conditions, err := odds.Conditions(s.Talk)
	for _, y := range conditions {
		x.Conditions = append(x.Conditions, conditionSummary{y.ID, y.Wants, y.Holds, y.Found, append([]string{}, y.Where...)})
	}
	return x, err
}

func (s *survey) byEnding(chances []float64) map[string]float64 {
	out := map[string]float64{}
	for i, p := range chances {
		out[s.Talk.Conversation.Endings[i].ID] = p
	}
	return out
}

// never lists what happens with no preparation at all.
func (s *survey) never(x *summary) {
	c := s.Talk.Conversation
	for _, i := range inAll(s.all, (*odds.Odds).NeverReached) {
		x.NeverReached = append(x.NeverReached, c.Beats[i].ID)
	}
	for _, at := range inAll(s.all, (*odds.Odds).NeverOffered) {
		x.NeverOffered = append(x.NeverOffered, c.Beats[at[0]].ID+"/"+c.Beats[at[0]].Replies[at[1]].ID)
	}
	for _, i := range inAll(s.all, (*odds.Odds).NeverEnds) {
		x.NeverEnds = append(x.NeverEnds, c.Endings[i].ID)
	}
	for _, i := range s.DeadEnds() {
		x.DeadEnds = append(x.DeadEnds, c.Beats[i].ID)
	}
}

// inAll is what is so with every preparation.
func inAll[T comparable](all []*odds.Odds, of func(*odds.Odds) []T) []T {
	count := map[T]int{}
	for _, o := range all {
		for _, x := range of(o) {
			count[x]++
		}
	}
	var out []T
	for _, x := range of(all[0]) {
		if count[x] == len(all) {
			out = append(out, x)
		}
	}
	return out
}

func (s *survey) beatByBeat(x *summary) {
	c := s.Talk.Conversation
	beats := s.Beats()
	for i := range beats {
		b := &beats[i]
		y := beatSummary{Beat: c.Beats[i].ID, Chance: b.Chance, States: b.States, Least: b.LeastTrust, Most: b.MostTrust, Replies: []replySummary{}}
		if b.States > 0 {
			y.NoReturn = 1 - b.Open
			y.Best = c.Beats[i].Replies[b.Best()].ID
		}
		for k := range b.Replies {
			r := &b.Replies[k]
			z := replySummary{Reply: c.Beats[i].Replies[k].ID, Offered: r.Offered, Keeps: r.Keeps, Goal: r.Goal, Change: r.Change,
				Landings: map[string]float64{}, Matters: r.Matters}
			for _, l := range r.Landings {
				z.Landings[l.Landing().String()] = l.Share
			}
			y.Replies = append(y.Replies, z)
		}
		x.Beats = append(x.Beats, y)
	}
	x.RepliesMatter = s.Matter()
}
