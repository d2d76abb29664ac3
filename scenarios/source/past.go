package source

import (
	"slices"

	"earned/scenarios"
)

// world is what a conversation may refer to outside its own file.
type world struct {
	clients []string
	held    map[string][]string // of each conversation, by its id; nil: only this file is read, and they are not checked
}

// after reads which conversations must be over before.
func (c *compiler) after() {
	for i := range c.in.After {
		if c.past(&c.in.After[i]) {
			c.out.After = append(c.out.After, string(c.in.After[i]))
		}
	}
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
	known := c.held[string(o.Conversation)]
	for i := range o.Endings {
		if e := &o.Endings[i]; !slices.Contains(known, string(*e)) {
			c.fault(c.at(e), noSuchPast, didYouMean(string(*e), known), "conversation %q has no ending %q", o.Conversation, *e)
		}
	}
}
