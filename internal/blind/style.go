package main

import (
	"fmt"
	"io"
	"slices"

	"earned/game/odds"
	"earned/game/talk"
)

// styleCommand prints beats: what the client says and the replies, in no order.
type styleCommand struct {
	reading `embed:""`

	Bare bool `help:"The replies alone, without the client's words: what style gives away by itself."`
	Skip int  `help:"Leave out so many of this seed's beats first: with 20, those an earlier sheet has not shown."`
}

func (c *styleCommand) Run() error {
	return c.sheet(func(out io.Writer) error {
		all := c.beats()
		if c.Skip > len(all) {
			c.Skip = len(all)
		}
		all = all[c.Skip:]
		all = all[:min(c.Count, len(all))]
		for n, b := range all {
			s, _ := c.odds.Likeliest(b.Index)
			replies := c.scene(out, n+1, s, c.Bare)
			fmt.Fprintf(c.key, "%d %c\n", n+1, letter(slices.Index(replies, best(&b, c.talk, s))))
		}
		return nil
	})
}

// beats are those that leave a choice, in the seed's order.
func (r *reading) beats() []odds.Beat {
	all := slices.DeleteFunc(r.odds.Beats(), func(b odds.Beat) bool {
		s, ok := r.odds.Likeliest(b.Index)
		return !ok || len(r.talk.Offered(s, nil)) < 2
	})
	r.rand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// best is the best reply of a beat by the odds' own definition, of those
// offered in a state.
func best(b *odds.Beat, t *talk.Talk, s talk.State) int {
	i := slices.IndexFunc(b.Ranked, func(r int) bool { return t.Offers(s, r) })
	return b.Ranked[i]
}

// scene prints a state as its screen shows it, less whatever is no words (and
// bare, less the client's words too), and returns the replies in the order in
// which they stand there.
func (r *reading) scene(out io.Writer, n int, s talk.State, bare bool) []int {
	replies := r.talk.Offered(s, nil)
	r.rand.Shuffle(len(replies), func(i, j int) { replies[i], replies[j] = replies[j], replies[i] })
	fmt.Fprintf(out, "%d. ", n)
	if !bare {
		fmt.Fprintf(out, "%s. %s: %q", r.talk.Meeting(s).Title, r.talk.Client.Name, r.talk.Line(s).Says)
	}
	fmt.Fprintln(out)
	for i, reply := range replies {
		fmt.Fprintf(out, "   %c  %s\n", letter(i), r.talk.Beat(s).Replies[reply].Says)
	}
	fmt.Fprintln(out)
	return replies
}

func letter(i int) rune { return 'a' + rune(i) }
