package source

import "earned/scenarios"

// condition is the running form of a `when`; nil always holds.
func (c *compiler) condition(w *Condition) scenarios.Condition {
	if w == nil {
		return scenarios.Condition{}
	}
	for _, id := range w.Prepared {
		c.noted[id] = true
	}
	for _, ids := range []List{w.Learned, w.Happened, w.Not} {
		for _, id := range ids {
			c.read[id] = true
		}
	}
	out := scenarios.Condition{
		Facts:    c.readFacts(w.Learned) | c.readFacts(w.Happened),
		NotFacts: c.readFacts(w.Not),
		Prepared: uint16(c.set(w.Prepared, c.notes, noSuchNote, "note")),
		Promised: c.promised(w.Promised), Kept: c.promised(w.Kept), Broken: c.promised(w.Broken),
		AtLeast: w.Trust, Below: w.Below,
		Rupture: scenarios.Want(w.Rupture), Mended: scenarios.Want(w.Mended), Deceived: scenarios.Want(w.Deceived),
		Known: scenarios.Want(w.Knows), Liked: scenarios.Want(w.Likes), Capped: scenarios.Want(w.Capped),
	}
	c.canHold(w, out)
	return out
}

// canHold holds that a condition asks something, and does not contradict
// itself.
func (c *compiler) canHold(w *Condition, out scenarios.Condition) {
	n := c.at(w)
	switch {
	case out == scenarios.Condition{} && c.has(&w.Trust):
		c.fault(c.at(&w.Trust), neverHolds, "Leave it out.", "every client trusts at least `cold`: this asks nothing")
	case c.has(&w.Below) && w.Below == scenarios.Cold:
		c.fault(c.at(&w.Below), neverHolds, "", "no client trusts less than `cold`: this never holds")
	case out.Below != scenarios.Cold && out.AtLeast >= out.Below:
		c.fault(c.at(&w.Below), neverHolds, "", "trust cannot be at least `%s` and below `%s`: this never holds", out.AtLeast, out.Below)
	case out.Facts&out.NotFacts != 0:
		c.fault(n, neverHolds, "", "this asks for a fact and for its opposite: it never holds")
	case out.Kept&out.Broken|out.Kept&out.Promised|out.Broken&out.Promised != 0:
		c.fault(n, neverHolds, "", "a promise is either open, kept or broken: this never holds")
	}
}

// factSet is the facts that something sets.
func (c *compiler) factSet(ids List) scenarios.FactSet {
	return scenarios.FactSet(c.set(ids, c.facts, factNotSet, "fact"))
}

// readFacts is the facts that something reads: each must be set somewhere.
func (c *compiler) readFacts(ids List) scenarios.FactSet {
	for i := range ids {
		if _, ok := c.facts[ids[i]]; !ok && ids[i] != "" {
			c.fault(c.at(&ids[i]), factNotSet, suggest(ids[i], c.facts), "no reply learns %q or makes it happen", ids[i])
		}
	}
	var known List
	for _, id := range ids {
		if _, ok := c.facts[id]; ok {
			known = append(known, id)
		}
	}
	return c.factSet(known)
}

func (c *compiler) promised(ids List) scenarios.PromiseSet {
	return scenarios.PromiseSet(c.set(ids, c.promises, noSuchPromise, "promise"))
}

// set is a set of named things by index.
func (c *compiler) set(ids List, known map[ID]int, code, kind string) uint64 {
	var out uint64
	for i := range ids {
		k, ok := known[ids[i]]
		switch {
		case ok:
			out |= 1 << k
		case ids[i] != "":
			c.fault(c.at(&ids[i]), code, suggest(ids[i], known), "there is no %s %q", kind, ids[i])
		}
	}
	return out
}

// suggest is the nearest of what is known, and of more.
func suggest(id ID, known map[ID]int, more ...string) string {
	for k := range known {
		more = append(more, string(k))
	}
	// A map has no order; the nearest of several equally near must be the same each time.
	sortStrings(more)
	return didYouMean(string(id), more)
}
