package main

import (
	"fmt"
	"io"

	"earned/game/debrief"
	"earned/game/talk"
)

// reasonCommand prints beats with the best reply named. The key has what the
// debrief says of every reply.
type reasonCommand struct {
	reading `embed:""`
}

func (c *reasonCommand) Run() error {
	return c.sheet(func(out io.Writer) error {
		n := 0
		for _, b := range c.beats() {
			run, ok := c.arrive(b.Index)
			if !ok || n == c.Count {
				continue
			}
			n++
			replies := c.scene(out, n, run.End, false)
			want := best(&b, c.talk, run.End)
			fmt.Fprintf(c.key, "%d.\n", n)
			for i, reply := range replies {
				if reply == want {
					fmt.Fprintf(out, "   best: %c\n\n", letter(i))
				}
				c.reason(letter(i), run, reply, reply == want)
			}
			fmt.Fprintln(c.key)
		}
		return nil
	})
}

// arrive is a random player's run up to a beat with a choice; false where none
// of many runs came there.
func (c *reasonCommand) arrive(beat int) (talk.Run, bool) {
	for range 20000 {
		run := c.talk.NewRun(c.Start, c.odds.Prepared, c.Seed)
		for !run.End.Over() {
			offered := c.talk.Offered(run.End, nil)
			if int(run.End.Beat) == beat && len(offered) > 1 {
				return run, true
			}
			run, _ = c.talk.Say(run, offered[c.rand.IntN(len(offered))])
		}
	}
	return talk.Run{}, false
}

// reason writes what the debrief says of a reply.
func (c *reasonCommand) reason(letter rune, run talk.Run, reply int, best bool) {
	run, _ = c.talk.Say(run, reply)
	all := debrief.Of(c.talk, run).Moments
	m := &all[len(all)-1]
	mark := ""
	if best {
		mark = ", the best"
	}
	fmt.Fprintf(c.key, "%c%s: %s (%s)\n", letter, mark, m.Landed, debrief.Signed(m.Change()))
	fmt.Fprintf(c.key, "   %s\n", m.Why)
	for _, also := range m.Also {
		fmt.Fprintf(c.key, "   %s\n", also)
	}
	if m.Reason != "" {
		fmt.Fprintf(c.key, "   because: %s\n", m.Reason)
	}
	if m.Thinks != "" {
		fmt.Fprintf(c.key, "   thought: %s\n", m.Thinks)
	}
}
