package source

import "earned/scenarios"

// checkPaths follows every reply: each beat must be reached from the first, and
// the end from each beat. Conditions are not weighed here; the odds do that.
func (c *compiler) checkPaths() {
	if c.stopped() {
		return // with a target missing, half of this would be untrue
	}
	n := len(c.out.Beats)
	leads, from := make([][]int, n), make([][]int, n)
	var ends []int
	for i := range c.out.Beats {
		for k := range c.out.Beats[i].Replies {
			for _, to := range c.out.Beats[i].Replies[k].To {
				if to.Beat == scenarios.EndHere {
					ends = append(ends, i)
					continue
				}
				leads[i] = append(leads[i], to.Beat)
				from[to.Beat] = append(from[to.Beat], i)
			}
		}
	}
	reached, ending := closure(leads, []int{0}), closure(from, ends)
	i := 0
	c.eachBeat(func(b *Beat) {
		switch {
		case !reached[i]:
			c.fault(c.at(&b.ID), notReached, "Have a reply lead to it, or leave it out.", "no way leads to beat %q", b.ID)
		case !ending[i]:
			c.fault(c.at(&b.ID), noWayOut, "Have a reply lead onward or to `end`.", "no way leads from beat %q to the end", b.ID)
		}
		c.checkTime(b, c.out.Beats[i].Meeting)
		i++
	})
}

// checkTime holds that no reply leads back to an earlier meeting.
func (c *compiler) checkTime(b *Beat, meeting uint8) {
	for i := range b.Replies {
		for k := range b.Replies[i].To {
			to := &b.Replies[i].To[k]
			if at, ok := c.beats[to.Beat]; ok && c.out.Beats[at].Meeting < meeting {
				c.fault(c.at(&to.Beat), backInTime, "", "beat %q is in an earlier meeting", to.Beat)
			}
		}
	}
}

// stopped says whether something was found that leaves the conversation in
// pieces.
func (c *compiler) stopped() bool {
	for _, d := range c.faults {
		if stops(d.Code) {
			return true
		}
	}
	return false
}

// closure is everything that can be reached from where it begins.
func closure(leads [][]int, begin []int) []bool {
	reached := make([]bool, len(leads))
	todo := append([]int(nil), begin...)
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !reached[i] {
			reached[i] = true
			todo = append(todo, leads[i]...)
		}
	}
	return reached
}
