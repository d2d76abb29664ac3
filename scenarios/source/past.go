package source

import (
	"slices"
	"strings"

	"earned/scenarios"
)

// world is what a conversation may refer to outside its own file.
type world struct {
	clients []string
	held    map[string]*ConversationFile // by its id; nil: only this file is read, and they are not checked
}

// after reads which conversations must be over before. Of those that wait for
// each other none could ever be held.
func (c *compiler) after() {
	for i := range c.in.After {
		id := &c.in.After[i]
		if !c.past(id) {
			continue
		}
		if way := c.way(*id, c.in.Conversation, map[ID]bool{}); way != nil {
			c.fault(c.at(id), afterItself, "Leave it out here, or further along.",
				"%q would be held after itself: it comes after %s", c.in.Conversation, strings.Join(way, ", that after "))
		}
		c.out.After = append(c.out.After, string(*id))
	}
}

// way is how one conversation comes after another, by the ids from the one to
// the other; nil if it does not. What was seen is not looked at again.
func (w world) way(from, to ID, seen map[ID]bool) []string {
	if from == to {
		return []string{string(to)}
	}
	in := w.held[string(from)]
	if in == nil || seen[from] {
		return nil
	}
	seen[from] = true
	for _, before := range in.After {
		if rest := w.way(before, to, seen); rest != nil {
			return append([]string{string(from)}, rest...)
		}
	}
	return nil
}

// origins reads what must have happened in a career.
func (c *compiler) origins(in []Origin) []scenarios.Origin {
	var out []scenarios.Origin
	for i := range in {
		o := &in[i]
		if c.past(&o.Conversation) {
			c.endingsOf(o)
		}
		x := scenarios.Origin{Conversation: string(o.Conversation), Idle: o.Idle}
		for _, e := range o.Endings {
			x.Endings = append(x.Endings, string(e))
		}
		out = append(out, x)
	}
	return out
}

// past reports whether there is such a conversation.
func (c *compiler) past(id *ID) bool {
	if c.held == nil {
		return false
	}
	if _, ok := c.held[string(*id)]; ok {
		return true
	}
	ids := make([]string, 0, len(c.held))
	for id := range c.held {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	c.fault(c.at(id), noSuchPast, didYouMean(string(*id), ids), "there is no conversation %q", *id)
	return false
}

func (c *compiler) endingsOf(o *Origin) {
	var known []string
	for _, e := range c.held[string(o.Conversation)].Endings {
		known = append(known, string(e.ID))
	}
	for i := range o.Endings {
		if e := &o.Endings[i]; !slices.Contains(known, string(*e)) {
			c.fault(c.at(e), noSuchPast, didYouMean(string(*e), known), "conversation %q has no ending %q", o.Conversation, *e)
		}
	}
}
