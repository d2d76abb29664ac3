// Package games plays seeded games of a conversation as fast as it can, the
// same ones in Go, in WebAssembly and, by the same arithmetic, in JavaScript
// (bench/page/games.js).
package games

import (
	"fmt"

	"earned/game/talk"
	"earned/game/trust"
)

// Played is what came of some games.
type Played struct {
	Games, Replies int
	Endings        []int     // how many games came to each, by index
	Spoke          trust.Set // every rule that explained itself
	Words          int       // bytes the client said, so that no line is left unread
}

// Play plays n games from the first start, with the seeds first, first+1 and
// so on. At each beat it reads the client's line and gives one of the replies
// offered, as Pick has it; the rules explain themselves at each.
func Play(t *talk.Talk, first, n int) Played {
	p := Played{Games: n, Endings: make([]int, len(t.Conversation.Endings))}
	var room [64]int
	for g := range n {
		s := t.Start(0, 0)
		for x := Seed(first + g); !s.Over(); p.Replies++ {
			p.Words += len(t.Line(s).Says)
			offered := t.Offered(s, room[:0])
			x = Next(x)
			var r trust.Result
			s, r = t.Apply(s, offered[Pick(x, len(offered))])
			p.Spoke |= r.Spoke
		}
		p.Endings[s.Ending]++
	}
	return p
}

// Seed is the first number of a game's chance.
func Seed(game int) uint32 { return uint32(game)*0x9e3779b1 + 1 | 1 }

// Next is the number after x: Marsaglia's xorshift32 (J. Stat. Softw. 8, 14,
// 2003), never zero where x is not.
func Next(x uint32) uint32 {
	x ^= x << 13
	x ^= x >> 17
	return x ^ x<<5
}

// Pick is which of n replies a number stands for.
func Pick(x uint32, n int) int { return int(x>>8) % n }

// Ways are n games as text, to be compared with those of others: for each
// reply which of how many it was.
func Ways(t *talk.Talk, first, n int) []string {
	ways := make([]string, n)
	for g := range ways {
		s := t.Start(0, 0)
		for x := Seed(first + g); !s.Over(); {
			offered := t.Offered(s, nil)
			x = Next(x)
			at := Pick(x, len(offered))
			ways[g] += fmt.Sprintf("%d/%d ", at, len(offered))
			s, _ = t.Apply(s, offered[at])
		}
	}
	return ways
}
