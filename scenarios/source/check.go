package source

import (
	"slices"

	"earned/scenarios"

	"go.yaml.in/yaml/v4"
)

func sortStrings(s []string) { slices.Sort(s) }

// check looks at the conversation as a whole, once every name has its meaning.
func (c *compiler) check() {
	c.checkIDs()
	if slices.ContainsFunc(c.faults, func(d Diagnostic) bool { return d.Code == tooMany }) {
		return // what is over the limit would only be named again
	}
	c.checkNotes()
	c.checkFacts()
	c.checkPromises()
	c.checkHeardAs()
	c.eachReply(func(b *Beat, r *Reply) {
		c.checkParts(r)
		if r.Names != scenarios.NoFeeling && r.Names == b.Feels {
			c.fault(c.at(&r.Names), ownFeeling, "Leave `names` out; `reflects: feeling` says that the feeling shown is named.",
				"%s is what the client shows here", r.Names)
		}
	})
	c.eachBeat(func(b *Beat) { c.checkLengths(b); c.checkSameWords(b); c.checkReplyCodes(b) })
	c.checkPaths()
}

func (c *compiler) eachBeat(do func(*Beat)) {
	for i := range c.in.Meetings {
		for k := range c.in.Meetings[i].Beats {
			do(&c.in.Meetings[i].Beats[k])
		}
	}
}

func (c *compiler) eachReply(do func(*Beat, *Reply)) {
	c.eachBeat(func(b *Beat) {
		for i := range b.Replies {
			do(b, &b.Replies[i])
		}
	})
}

func (c *compiler) checkIDs() {
	if id := c.in.Conversation; id != "" && string(id) != stem(c.file.name) {
		c.fault(c.at(&c.in.Conversation), wrongFileName, "Rename the file to "+string(id)+".yaml, or the conversation.",
			"the conversation is called %q and its file %q", id, stem(c.file.name))
	}
}

func (c *compiler) checkNotes() {
	switch in := c.in; {
	case len(in.Notes) > 0 && !c.has(&in.Prepare):
		c.fault(c.field(&in.Notes), prepareNotes, "Add `prepare:` with a number smaller than that of the notes.", "there are notes, and no `prepare` says how many may be read")
	case c.has(&in.Prepare) && in.Prepare > len(in.Notes):
		c.fault(c.at(&in.Prepare), prepareNotes, "", "`prepare` is %d and there are %d notes", in.Prepare, len(in.Notes))
		c.out.Prepare = len(in.Notes) // so it can be played all the same
	}
	for i := range c.in.Notes {
		if n := &c.in.Notes[i]; n.ID != "" && !c.noted[n.ID] {
			c.fault(c.at(&n.ID), noteNotRead, "Have a reply be offered `when: {prepared: "+string(n.ID)+"}`, or leave the note out.",
				"having read note %q opens nothing", n.ID)
		}
	}
}

func (c *compiler) checkFacts() {
	seen := map[ID]bool{}
	check := func(ids List) {
		for i := range ids {
			if id := ids[i]; id != "" && !c.read[id] && !seen[id] {
				seen[id] = true
				c.fault(c.at(&ids[i]), factNotRead, "Read it in a `when`, carry it on in `carries`, or leave it out.", "no `when` reads fact %q", id)
			}
		}
	}
	c.eachReply(func(_ *Beat, r *Reply) { check(r.Learns); check(r.Happens) })
	for i := range c.in.Starts {
		check(c.in.Starts[i].Facts)
	}
}

func (c *compiler) checkPromises() {
	made, due, kept := map[ID]bool{}, map[ID]bool{}, map[ID]bool{}
	mark := func(set map[ID]bool, ids List) {
		for _, id := range ids {
			set[id] = true
		}
	}
	c.eachBeat(func(b *Beat) { mark(due, b.Due) })
	c.eachReply(func(_ *Beat, r *Reply) {
		mark(made, r.Promises)
		mark(kept, r.Keeps)
		c.checkKeeps(r)
	})
	for i := range c.in.Promises {
		p := &c.in.Promises[i]
		if p.ID == "" {
			continue
		}
		if !made[p.ID] {
			c.fault(c.at(&p.ID), promiseUnmade, "Have a reply make it with `promises`, or leave it out.", "no reply makes promise %q", p.ID)
		}
		if !due[p.ID] {
			c.fault(c.at(&p.ID), promiseNotDue, "Name it in the `due` of a later beat.", "promise %q never comes due", p.ID)
		}
		if !kept[p.ID] && p.CanKeep.yes() {
			c.fault(c.at(&p.ID), nobodyKeeps, "Have a reply keep it with `keeps`, or say `can-keep: no`.", "promise %q can be kept, and no reply keeps it", p.ID)
		}
	}
}

// checkKeeps: what cannot be kept is broken on arrival where it is due.
func (c *compiler) checkKeeps(r *Reply) {
	for i := range r.Keeps {
		k, ok := c.promises[r.Keeps[i]]
		if ok && !c.out.Promises[k].CanKeep {
			c.fault(c.at(&r.Keeps[i]), cannotKeep, "", "promise %q cannot be kept, as its `can-keep: no` says", r.Keeps[i])
		}
	}
}

// checkHeardAs holds the share of replies that are heard as something else: the
// rules should carry the rest.
func (c *compiler) checkHeardAs() {
	var replies, heard int
	var at *yaml.Node
	c.eachReply(func(_ *Beat, r *Reply) {
		replies++
		if r.HeardAs != nil {
			heard++
			if heard*100 > replies*15 || at == nil {
				at = c.at(r.HeardAs)
			}
		}
	})
	if heard*100 > replies*15 {
		c.fault(at, heardAsOften, "Say what the replies mean, and let the rules land them.",
			"%d of %d replies have `heard-as`; at most 15 in 100 may", heard, replies)
	}
}

// checkParts holds that a move stands with its parts, and parts with their move.
func (c *compiler) checkParts(r *Reply) {
	moves := func(m scenarios.Move) bool { return slices.Contains(r.Move, m) }
	if len(r.Move) > 2 {
		c.fault(c.at(&r.Move), partsOfMove, "Name the two that matter, the main one first.", "a reply has one move or two, and this has %d", len(r.Move))
	}
	if len(r.Move) == 2 && r.Move[0] == r.Move[1] && r.Move[0] != scenarios.NoMove {
		c.fault(c.at(&r.Move[1]), partsOfMove, "Name it once.", "`move` is `%s` twice", r.Move[1])
	}
	for _, part := range []struct {
		name string
		text *Text
	}{{"against", &r.Against}, {"because", &r.Because}, {"instead", &r.Instead}} {
		if *part.text != "" && !moves(scenarios.Pushback) {
			c.fault(c.at(part.text), partsOfMove, "Add `pushback` to its `move`, or leave it out.", "`%s` is a part of a pushback, and this reply is none", part.name)
		}
	}
	// Said falsely, or in a manner of its own, it need not give or promise anything.
	spoilt := r.Breach != scenarios.NoBreach || r.Manner != scenarios.Plain
	switch {
	case moves(scenarios.Pushback) && r.Against == "":
		c.fault(c.at(&r.Move), partsOfMove, "Add `against:` with a few words.", "a pushback says what it is against")
	case spoilt:
	case moves(scenarios.Promise) && len(r.Promises)+len(r.Keeps) == 0:
		c.fault(c.at(&r.Move), partsOfMove, "Add `promises:` with a promise's id.", "a promise names what it promises")
	case moves(scenarios.Give) && r.Gives == "" && r.Admits == "" && len(r.Keeps) == 0 && !r.Trusts.yes() && r.Repair == scenarios.NoRepair:
		c.fault(c.at(&r.Move), partsOfMove, "Add `gives:` with what it costs you.", "a give says what it gives (`gives`, `admits`, `trusts`, `keeps` or `repair`)")
	}
}

// checkLengths holds what is said to what a room can be shown.
func (c *compiler) checkLengths(b *Beat) {
	check := func(said *Text, what string) {
		if n := len(*said); n > scenarios.MaxSaid {
			c.fault(c.at(said), tooLong, "Say it in fewer words.", "a %s of %d bytes is too long for a room, where it can have %d", what, n, scenarios.MaxSaid)
		}
	}
	for i := range b.Says {
		check(&b.Says[i].Text, "line")
	}
	for i := range b.Replies {
		check(&b.Replies[i].Says, "reply")
	}
}

func (c *compiler) checkSameWords(b *Beat) {
	said := map[Text]ID{}
	for i := range b.Replies {
		r := &b.Replies[i]
		if first, twice := said[r.Says]; twice && r.Says != "" {
			c.fault(c.at(&r.Says), sameWords, "", "reply %q says the same", first)
		}
		said[r.Says] = r.ID
	}
}

func (c *compiler) checkReplyCodes(b *Beat) {
	taken := map[uint8]ID{}
	for i := range b.Replies {
		id := &b.Replies[i].ID
		first, twice := taken[replyCode(*id)]
		if twice && *id != "" && first != *id {
			c.fault(c.at(id), sameReplyCode, "Change one letter of it.", "%q and %q share a sign in run codes", first, *id)
		}
		taken[replyCode(*id)] = *id
	}
}

// replyCode is a reply's sign in a run's code, as game/talk has it (a test holds
// the two together; importing it here would turn the imports round).
func replyCode(id ID) uint8 {
	h := uint32(2166136261)
	for i := range len(id) {
		h = (h ^ uint32(id[i])) * 16777619
	}
	return uint8((h ^ h>>6 ^ h>>12 ^ h>>18 ^ h>>24) & 63)
}
