package main

import (
	"fmt"
	"io"

	"earned/game/talk"
	"earned/game/trust"
	"earned/scenarios"
)

// wordsCommand prints the client's half of conversations, up to a random point
// of each.
type wordsCommand struct {
	reading `embed:""`

	Tells bool `help:"With the tells that a gate, a cap or a rupture brings."`
}

// thirds of trust, 0–33, 34–66 and 67–100.
var thirds = [...]string{"low", "middle", "high"}

func third(trust uint8) int {
	switch {
	case trust < 34:
		return 0
	case trust < 67:
		return 1
	}
	return 2
}

// least is how many replies have been given at the earliest point shown.
const least = 2

// enough runs to find points in every third.
const enough = 3000

func (c *wordsCommand) Run() error {
	return c.sheet(func(out io.Writer) error {
		points := c.points()
		for n := range c.Count {
			k := c.rand.IntN(len(thirds)) // each third is as likely, whatever came before
			if len(points[k]) == 0 {
				return fmt.Errorf("in %d runs trust was never %s", enough, thirds[k])
			}
			run := points[k][c.rand.IntN(len(points[k]))]
			c.heard(out, n+1, run)
			s := run[len(run)-1].After
			fmt.Fprintf(c.key, "%d %s %d\n", n+1, thirds[k], s.Trust.Trust)
		}
		return nil
	})
}

// points are runs up to a random point, by the third in which trust is there.
func (c *wordsCommand) points() [len(thirds)][][]talk.Moment {
	var points [len(thirds)][][]talk.Moment
	for range enough {
		run := c.play()
		if last := len(run) - 1; run[last].After.Over() {
			run = run[:last]
		}
		if len(run) <= least {
			continue
		}
		run = run[:least+c.rand.IntN(len(run)-least+1)]
		k := third(run[len(run)-1].After.Trust.Trust)
		points[k] = append(points[k], run)
	}
	return points
}

// play plays a run by one of five ways: at random, better, worse, and from one
// to the other half-way.
func (c *wordsCommand) play() []talk.Moment {
	ways := [...][2]int{{0, 0}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1}}
	way := ways[c.rand.IntN(len(ways))]
	turn := 4 + c.rand.IntN(6)
	s := c.talk.Start(c.Start, c.odds.Prepared)
	var run []talk.Moment
	for !s.Over() {
		sign := way[0]
		if len(run) >= turn {
			sign = way[1]
		}
		reply := c.choose(s, sign)
		after, result := c.talk.Apply(s, reply)
		run = append(run, talk.Moment{Before: s, Line: c.talk.Line(s), Reply: reply, Result: result, After: after})
		s = after
	}
	return run
}

// choose is a reply: one in four at random, else that after which trust can
// rise highest, or stands highest (or lowest, where the sign is below zero).
func (c *wordsCommand) choose(s talk.State, sign int) int {
	offered := c.talk.Offered(s, nil)
	reply := offered[c.rand.IntN(len(offered))]
	if sign == 0 || c.rand.IntN(4) == 0 {
		return reply
	}
	value := func(reply int) int {
		after, _ := c.talk.Apply(s, reply)
		x, _ := c.odds.Prospect(after)
		if sign < 0 {
			return -int(after.Trust.Trust)
		}
		return 200*x.Most + int(after.Trust.Trust)
	}
	for _, other := range offered {
		if value(other) > value(reply) {
			reply = other
		}
	}
	return reply
}

// heard prints what the client said and let be seen in a run, and says now.
func (c *wordsCommand) heard(out io.Writer, n int, run []talk.Moment) {
	fmt.Fprintf(out, "%d.\n", n)
	meeting := -1
	for i := range len(run) + 1 {
		s := run[0].Before
		if i > 0 {
			s = run[i-1].After
		}
		if m := int(c.talk.Beat(s).Meeting); m != meeting {
			meeting = m
			fmt.Fprintf(out, "   [%s]\n", c.talk.Conversation.Meetings[m].Title)
		}
		l := c.talk.Line(s)
		fmt.Fprintf(out, "   — %s\n", l.Says)
		if l.Seen != "" {
			fmt.Fprintf(out, "     (%s)\n", l.Seen)
		}
		if tell := tellOf(c.talk, run, i); c.Tells && tell != "" {
			fmt.Fprintf(out, "   — %s\n", tell)
		}
	}
	fmt.Fprintln(out)
}

// tellOf is the tell that goes with what is said after i replies, once a
// meeting, as game/screens shows it.
func tellOf(t *talk.Talk, run []talk.Moment, i int) string {
	if i == 0 {
		return ""
	}
	id, ok := tellAfter(&run[i-1])
	if !ok {
		return ""
	}
	meeting := func(k int) uint8 { return t.Beat(run[k-1].After).Meeting }
	for k := i - 1; k > 0 && meeting(k) == meeting(i); k-- {
		if before, ok := tellAfter(&run[k-1]); ok && before == id {
			return ""
		}
	}
	return t.Client.Tells[id]
}

func tellAfter(m *talk.Moment) (scenarios.Tell, bool) {
	spoke, after := m.Result.Spoke, m.After.Trust
	switch {
	case after.Ceiling == trust.Deceived && (spoke.Has(trust.Breaches) || spoke.Has(trust.CeilingHolds)):
		return scenarios.TellDeceived, true
	case after.Rupture != trust.NoRupture && (m.Before.Trust.Rupture == trust.NoRupture || spoke.Has(trust.RuptureBlocks)):
		return scenarios.TellRupture, true
	case spoke.Has(trust.GatesShut) && !after.Knows:
		return scenarios.TellKnowsNotYou, true
	case spoke.Has(trust.GatesShut) && !after.Likes:
		return scenarios.TellLikesNotYou, true
	case spoke.Has(trust.EnoughForToday):
		return scenarios.TellEnoughForNow, true
	}
	return 0, false
}
