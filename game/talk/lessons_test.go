package talk_test

import s "earned/scenarios"

// Three ways to begin: with trust to lose (70), halfway (50), and as a
// stranger (20).
var (
	trusting = s.Temperament{Start: s.Trusting, Weighs: s.WeighsProof}
	halfway  = s.Temperament{Start: s.Open, Weighs: s.WeighsProof}
	stranger = s.Temperament{Weighs: s.WeighsProof}
	nofriend = s.Temperament{Start: s.Trusting, Weighs: s.WeighsProof, WantsNoFriend: true}
)

// Replies that more than one lesson uses.
var (
	safe   = said{reply: rep(nil, s.Wait)}
	heard  = said{needs: s.BeHeard, reply: rep(both, s.Empathy)}
	told   = said{needs: s.BeTold, reply: rep(straight, s.Pushback)}
	idly   = said{needs: s.BeHeard, reply: rep(nil, s.Ask)}
	kindly = said{needs: s.BeHeard, reply: rep(nil, s.Empathy)}
	trusts = said{needs: s.BeTold, reply: rep(mannered(s.TrustMe), s.Promise)}
)

func (x said) at(p s.Phase) said    { x.phase = p; return x }
func (x said) in(watched bool) said { x.watched = watched; return x }
func (x said) again(n int) said     { x.times = n; return x }

// fact makes the first ending hang on a fact, and the reply at the beat, if
// any, leave it.
func fact(at int) func(*s.Conversation) {
	return func(c *s.Conversation) {
		if at >= 0 {
			c.Beats[at].Replies[0].Leaves = 1
		}
		c.Endings = append([]s.Ending{{ID: "remembered", When: s.Condition{Facts: 1}}}, c.Endings...)
	}
}

// gate makes the way from the first beat hang on a condition: it leads past
// the second, in which the fact of the ending is left.
func gate(when s.Condition) func(*s.Conversation) {
	return func(c *s.Conversation) {
		c.Beats[1].Replies[0].Leaves = 1
		c.Endings = []s.Ending{{ID: "the long way", When: s.Condition{Facts: 1}}, {ID: "the short way"}}
		c.Beats[0].Replies[0].To = []s.Target{{When: when, Beat: 2}, {Beat: 1}}
	}
}

// lessons holds one small conversation for each principle that the rules carry.
var lessons = []lesson{
	{id: "T1", client: trusting, said: []said{{needs: s.BeHeard, reply: rep(func(r *s.Reply) { both(r); r.HeardAs, r.Reason = s.Stings, "x" }, s.Empathy)}}},
	{id: "T2", client: halfway, said: []said{heard.again(2), trusts}},
	{id: "T3", client: trusting, said: []said{heard.again(3)}},
	{id: "T4", client: trusting, start: s.Start{Facts: 1}, said: []said{told}, more: fact(-1)},
	{id: "T5", client: trusting, said: []said{{needs: s.BeShown, reply: rep(func(r *s.Reply) { r.Manner, r.TiesTo = s.Pressing, "x" }, s.Pitch)}}},
	{id: "T6", client: trusting, said: []said{{needs: s.BeTold, reply: rep(func(r *s.Reply) { r.Breach = s.Lie }, s.Promise)}}},
	{id: "T7", client: func() s.Temperament { t := halfway; t.WantsNoFriend = true; return t }(), said: []said{
		{needs: s.BeTold, reply: rep(func(r *s.Reply) { r.Promises = 1 }, s.Promise)},
		{needs: s.BeTold, due: 1, reply: rep(straight, s.Pushback)}, told.again(2)}},
	{id: "T8", client: trusting, said: []said{safe.again(42)}},
	{id: "T9", client: trusting, said: []said{{needs: s.BeHeard, reply: rep(func(r *s.Reply) { both(r); r.Manner = s.Flattering }, s.Empathy)}}},
	{id: "T10", client: trusting, said: []said{trusts}},
	{id: "T11", client: trusting, said: []said{
		{needs: s.BeTold, reply: rep(func(r *s.Reply) { r.Promises = 1 }, s.Promise)},
		{needs: s.BeTold, due: 1, reply: rep(straight, s.Pushback)}}},
	{id: "T12", client: trusting, said: []said{{needs: s.BeTold, reply: rep(func(r *s.Reply) { r.Trusts = true }, s.Give), times: 3}}},
	{id: "T13", client: trusting, said: []said{idly.at(s.After), kindly.at(s.After), idly.at(s.After), kindly.at(s.After), idly.at(s.After), kindly.at(s.After), idly.at(s.After)}},
	{id: "T15", client: stranger, said: []said{safe}},

	{id: "P1", client: nofriend, said: []said{{needs: s.BeTold, reply: rep(both, s.Empathy)}}},
	{id: "P2", client: trusting, said: []said{{needs: s.BeHeard, reply: rep(func(r *s.Reply) { r.TiesTo = "x" }, s.Pitch)}}},
	{id: "P3", client: trusting, said: []said{told.again(3)}},
	{id: "P4", client: trusting, said: []said{{needs: s.BeTold, reply: rep(func(r *s.Reply) { r.Gives = "x" }, s.Give), times: 3}}},
	{id: "P5", client: trusting, said: []said{told, told, told}, more: gate(s.Condition{Prepared: 1})},
	{id: "P6", client: trusting, said: []said{{needs: s.BeTold, reply: rep(func(r *s.Reply) { r.Serves = true }, s.Pitch)}}},
	{id: "P7", client: trusting, said: []said{{needs: s.BeTold, reply: rep(nil, s.ReferOut), times: 3}}},
	{id: "P8", client: trusting, said: []said{{needs: s.BeTold, reply: rep(func(r *s.Reply) { r.Holds = true }, s.Wait), times: 3}}},
	{id: "P9", client: trusting, said: []said{{needs: s.BeLeftAlone, reply: rep(nil, s.Ask)}}},
	{id: "P10", client: trusting, said: []said{{needs: s.BeShown, reply: rep(func(r *s.Reply) { r.TiesTo = "x" }, s.Pitch), times: 3}}},
	{id: "P11", client: trusting, said: []said{told.again(2)}, more: fact(0)},
	{id: "P13", client: trusting, said: []said{{needs: s.BeHeard, reply: rep(func(r *s.Reply) { r.Issue, r.Manner = true, s.NameDrop }, s.Empathy), times: 2}}},
	{id: "P14", client: halfway, start: s.Start{Trust: s.Trusting}, said: []said{safe}},
	{id: "P15", client: trusting, said: []said{told, told, told}, more: gate(s.Condition{AtLeast: s.Trusting})},
	{id: "P16", client: trusting, said: []said{{needs: s.BeShown, reply: rep(nil, s.Pitch), times: 15}}},
	{id: "P17", client: trusting, said: []said{{needs: s.BeHeard, reply: rep(func(r *s.Reply) { r.Issue = true }, s.Ask), times: 3}}},
	{id: "P18", client: halfway, start: s.Start{IntroducedBy: "a friend"}, said: []said{safe}},

	{id: "R2", client: func() s.Temperament { t := nofriend; t.Start = s.Open; return t }(), start: s.Start{IntroducedBy: "a friend"}, said: []said{
		{needs: s.BeTold, reply: rep(func(r *s.Reply) { r.Promises = 1 }, s.Promise)},
		{needs: s.BeTold, watched: true, reply: rep(func(r *s.Reply) { r.Gives = "x" }, s.Give)}}},
	{id: "R3", client: halfway, said: []said{{needs: s.BeTold, reply: rep(nil, s.AskForReferral)}}},
	{id: "R4", client: trusting, said: []said{{needs: s.BeTold, reply: rep(nil, s.AskForReferral)}}},
	{id: "R5", client: trusting, said: []said{idly.in(true), kindly.in(true), idly.in(true), kindly.in(true), idly.in(true), kindly.in(true), idly.in(true)}},
	{id: "R7", client: halfway, start: s.Start{Trust: s.Trusting}, said: []said{safe}},
	{id: "R8", client: trusting, start: s.Start{Facts: 1}, said: []said{told}, more: fact(-1)},
	{id: "R9", client: trusting, said: []said{told, told, told}, more: gate(s.Condition{AtLeast: s.Trusting})},
}
