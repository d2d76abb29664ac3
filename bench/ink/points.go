// Package ink writes a conversation as a story in ink and one in Yarn, as an
// author of those would: hidden variables, and fixed points for each reply.
// They are what Earned is measured against (bench). The points come from the
// rules, asked once for each reply on neutral ground; what the rules weigh
// besides (the same move again, the gates, gains that shrink) such a story does
// not know, so it does less work for each reply than Earned does.
package ink

import (
	"fmt"

	"earned/game/talk"
	"earned/game/trust"
	"earned/scenarios"
)

// neutral is where the rules are asked what a reply is worth.
var neutral = trust.State{Trust: 40, Cap: 100, Knows: true, Likes: true}

// points is what a reply does, once and for all.
type points struct {
	change                          int // of trust
	knows, likes, deceives, mending bool
}

func pointsOf(t *talk.Talk, beat *scenarios.Beat, r *scenarios.Reply) points {
	m := trust.Mean(t.Client, &t.Conversation.Meetings[beat.Meeting], beat, r)
	after, result := t.Judge.Apply(neutral, &m, 0, 0)
	stranger := neutral
	stranger.Knows, stranger.Likes = false, false
	met, _ := t.Judge.Apply(stranger, &m, 0, 0)
	owned := neutral
	owned.Rupture, owned.Ceiling = trust.RuptureOwned, trust.Slipped
	mended, _ := t.Judge.Apply(owned, &m, 0, 0)
	return points{change: int(result.Change), knows: met.Knows, likes: met.Likes,
		deceives: after.Ceiling == trust.Deceived, mending: mended.Rupture == trust.NoRupture}
}

// What events beyond the words are worth, in points.
const (
	broken = -16 // a promise that came due and was not there
	kept   = 6
	meet   = 20 // what each later meeting adds to the most that trust can reach
	low    = 30 // the most after a deception
)

// test is one comparison of a hidden variable: all of a condition must hold.
type test struct {
	variable, compare, value string
}

// tests are a condition's parts. never is a condition that no game without
// preparation meets.
func tests(c *scenarios.Condition) (all []test, never bool) {
	add := func(variable, compare, value string) { all = append(all, test{variable, compare, value}) }
	for i := range 64 {
		if c.Facts&(1<<i) != 0 {
			add(fact(i), "==", "true")
		}
		if c.NotFacts&(1<<i) != 0 {
			add(fact(i), "==", "false")
		}
	}
	for i := range 8 {
		if c.Promised&(1<<i) != 0 {
			add(vow(i), ">", "0")
		}
		if c.Kept&(1<<i) != 0 {
			add(vow(i), "==", "2")
		}
		if c.Broken&(1<<i) != 0 {
			add(vow(i), "==", "3")
		}
	}
	if c.AtLeast != scenarios.Cold {
		add("trust", ">=", from(c.AtLeast))
	}
	if c.Below != scenarios.Cold {
		add("trust", "<", from(c.Below))
	}
	for _, w := range []struct {
		variable string
		want     scenarios.Want
	}{{"ruptured", c.Rupture}, {"mended", c.Mended}, {"deceived", c.Deceived}, {"knows", c.Known}, {"likes", c.Liked}} {
		switch w.want {
		case scenarios.Yes:
			add(w.variable, "==", "true")
		case scenarios.No:
			add(w.variable, "==", "false")
		case scenarios.Either:
		}
	}
	switch c.Capped {
	case scenarios.Yes:
		add("trust", ">=", "cap")
	case scenarios.No:
		add("trust", "<", "cap")
	case scenarios.Either:
	}
	return all, c.Prepared != 0
}

func fact(i int) string { return fmt.Sprintf("fact_%d", i) }
func vow(i int) string  { return fmt.Sprintf("vow_%d", i) }
func knot(i int) string { return fmt.Sprintf("beat_%d", i) }

// from is the trust from which a band holds.
func from(b scenarios.Band) string {
	points := 0
	for (trust.State{Trust: uint8(points)}).Band() < b {
		points++
	}
	return fmt.Sprint(points)
}

// variable is a hidden variable and where it starts.
type variable struct{ name, value string }

func variables(t *talk.Talk) []variable {
	s := t.Start(0, 0)
	all := []variable{{"trust", fmt.Sprint(s.Trust.Trust)}, {"cap", fmt.Sprint(s.Trust.Cap)}, {"knows", "false"}, {"likes", "false"},
		{"deceived", "false"}, {"ruptured", fmt.Sprint(s.Trust.Rupture != trust.NoRupture)}, {"mended", "false"}}
	for i := range t.Conversation.Facts {
		all = append(all, variable{fact(i), fmt.Sprint(s.Facts&(1<<i) != 0)})
	}
	for i := range t.Conversation.Promises {
		all = append(all, variable{vow(i), "0"})
	}
	return all
}
