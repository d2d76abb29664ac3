package source

import (
	"slices"
	"strings"

	"earned/scenarios"
)

// compiler turns one conversation's written form into the running form. Names
// become indexes; a name that is not there is a fault.
type compiler struct {
	*file
	in  *ConversationFile
	out scenarios.Conversation
	world
	beats    map[ID]int
	facts    map[ID]int
	notes    map[ID]int
	promises map[ID]int
	read     map[ID]bool // facts some condition asks for, or that are carried on
	noted    map[ID]bool // notes some condition asks for
}

// compile gives the running form. It can be played if no fault stops that.
func (f *file) compile(in *ConversationFile, w world) scenarios.Conversation {
	c := &compiler{
		file: f, in: in, world: w,
		beats: map[ID]int{}, facts: map[ID]int{}, notes: map[ID]int{}, promises: map[ID]int{},
		read: map[ID]bool{}, noted: map[ID]bool{},
	}
	c.head()
	c.names()
	for i := range in.Meetings {
		c.meeting(&in.Meetings[i])
	}
	c.endings()
	c.starts()
	c.after()
	c.carries()
	c.questions()
	c.check()
	return c.out
}

func (c *compiler) head() {
	in := c.in
	c.out = scenarios.Conversation{
		ID: string(in.Conversation), Client: string(in.Client), Title: string(in.Title),
		Minutes: in.Minutes, Brief: paragraphs(in.Brief), Want: string(in.Want), Prepare: in.Prepare,
	}
	for _, e := range in.Exempt {
		c.out.Exempt = append(c.out.Exempt, e.String())
	}
	c.client(&in.Client)
}

func (c *compiler) client(id *ID) {
	if *id == "" {
		return
	}
	if slices.Contains(c.clients, string(*id)) {
		return
	}
	hint := didYouMean(string(*id), c.clients)
	if hint == "" {
		hint = "A client's file is clients/" + string(*id) + ".yaml."
	}
	c.fault(c.at(id), noSuchClient, hint, "there is no client %q", *id)
}

// names gives everything that can be named its index: what a target or a
// condition means does not depend on where it stands.
func (c *compiler) names() {
	for i := range c.in.Notes {
		n := &c.in.Notes[i]
		if c.name(c.notes, &n.ID, "note") {
			c.out.Notes = append(c.out.Notes, scenarios.Note{ID: string(n.ID), Title: string(n.Title), Text: string(n.Text)})
		}
	}
	c.most(len(c.notes), scenarios.MaxNotes, &c.in.Notes, "notes")
	for i := range c.in.Promises {
		p := &c.in.Promises[i]
		if c.name(c.promises, &p.ID, "promise") {
			c.out.Promises = append(c.out.Promises, scenarios.Vow{ID: string(p.ID), Says: string(p.Says), CanKeep: p.CanKeep.yes()})
		}
	}
	c.most(len(c.promises), scenarios.MaxPromises, &c.in.Promises, "promises")
	meetings := map[ID]int{}
	for i := range c.in.Meetings {
		m := &c.in.Meetings[i]
		c.name(meetings, &m.ID, "meeting")
		for k := range m.Beats {
			b := &m.Beats[k]
			if b.ID == "end" {
				c.fault(c.at(&b.ID), notAnID, "Call it something else.", "`end` means the end of the conversation and cannot be a beat's id")
			}
			c.name(c.beats, &b.ID, "beat")
			c.factsOf(b)
		}
	}
	c.most(len(c.beats), scenarios.MaxBeats, &c.in.Meetings, "beats")
	for i := range c.in.Starts {
		c.factsIn(c.in.Starts[i].Facts)
	}
	c.most(len(c.facts), scenarios.MaxFacts, &c.in.Meetings, "facts")
}

// name gives an id its index, and says whether it is its first.
func (c *compiler) name(known map[ID]int, id *ID, kind string) bool {
	if *id == "" {
		return false
	}
	if _, twice := known[*id]; twice {
		c.fault(c.at(id), sameID, "", "there is already a %s %q", kind, *id)
		return false
	}
	known[*id] = len(known)
	return true
}

func (c *compiler) most(n, most int, part any, what string) {
	if n > most {
		c.fault(c.field(part), tooMany, "", "there are %d %s; a conversation can hold %d", n, what, most)
	}
}

func (c *compiler) factsOf(b *Beat) {
	for i := range b.Replies {
		c.factsIn(b.Replies[i].Learns)
		c.factsIn(b.Replies[i].Happens)
	}
}

func (c *compiler) factsIn(ids List) {
	for _, id := range ids {
		if _, ok := c.facts[id]; id != "" && !ok {
			c.facts[id] = len(c.facts)
			c.out.Facts = append(c.out.Facts, string(id))
		}
	}
}

func (c *compiler) meeting(m *Meeting) {
	at := uint8(len(c.out.Meetings))
	c.out.Meetings = append(c.out.Meetings, scenarios.Meeting{
		ID: string(m.ID), Title: string(m.Title), Setting: m.Setting,
		Place: string(m.Place), Opens: string(m.Opens), Phase: m.Phase, Watched: m.Watched.yes(),
	})
	for i := range m.Beats {
		b := &m.Beats[i]
		c.out.Beats = append(c.out.Beats, c.beat(b, at))
	}
}

func (c *compiler) beat(b *Beat, meeting uint8) scenarios.Beat {
	out := scenarios.Beat{
		ID: string(b.ID), Meeting: meeting, Feels: b.Feels, Needs: b.Needs,
		Due: scenarios.PromiseSet(c.set(b.Due, c.promises, noSuchPromise, "promise")), Ask: b.Ask.yes(),
	}
	for i := range b.Says {
		line := &b.Says[i]
		seen := line.Seen
		if seen == "" {
			seen = b.Seen
		}
		out.Lines = append(out.Lines, scenarios.Line{
			When: c.condition(line.When), Says: string(line.Text), Seen: string(seen), Feels: line.Feels,
		})
	}
	ordered(c, b.Says, "line", "said", func(x *Line) *Condition { return x.When })
	for _, v := range b.Voice {
		out.Voice = append(out.Voice, scenarios.Excuse{Says: string(v.Says), Answer: string(v.Answer)})
	}
	ids := map[ID]int{}
	for i := range b.Replies {
		r := &b.Replies[i]
		c.name(ids, &r.ID, "reply")
		out.Replies = append(out.Replies, c.reply(r))
	}
	c.most(len(b.Replies), scenarios.MaxReplies, &b.Replies, "replies")
	return out
}

func (c *compiler) reply(r *Reply) scenarios.Reply {
	out := scenarios.Reply{
		ID: string(r.ID), Says: string(r.Says), Thinks: string(r.Thinks), Names: r.Names,
		TiesTo: string(r.TiesTo), Gives: string(r.Gives), Admits: string(r.Admits),
		Promises: c.promised(r.Promises), Keeps: c.promised(r.Keeps), Breaks: c.promised(r.Breaks),
		Hedges: r.Hedges.yes(), Trusts: r.Trusts.yes(), Holds: r.Holds.yes(), Yields: r.Yields.yes(), Serves: r.ServesUs.yes(),
		Against: string(r.Against), Because: string(r.Because), Instead: string(r.Instead),
		Breach: r.Breach, Manner: r.Manner, Repair: r.Repair, Expect: r.Expect,
		Leaves: c.factSet(r.Learns) | c.factSet(r.Happens), When: c.condition(r.When),
	}
	for i, move := range r.Move {
		if i < len(out.Moves) {
			out.Moves[i] = move
		}
	}
	for _, what := range r.Reflects {
		out.Issue = out.Issue || what == Issue
		out.Feeling = out.Feeling || what == Feeling
	}
	for _, what := range r.Shows {
		out.Competence = out.Competence || what == Competence
		out.Self = out.Self || what == Self
	}
	if r.HeardAs != nil {
		out.HeardAs, out.Reason = r.HeardAs.As, string(r.HeardAs.Because)
	}
	for i := range r.To {
		out.To = append(out.To, scenarios.Target{When: c.condition(r.To[i].When), Beat: c.target(&r.To[i])})
	}
	ordered(c, r.To, "target", "taken", func(x *Target) *Condition { return x.When })
	return out
}

// target is the index of the beat a reply leads to.
func (c *compiler) target(t *Target) int {
	if t.Beat == "end" || t.Beat == "" {
		return scenarios.EndHere
	}
	i, ok := c.beats[t.Beat]
	if !ok {
		c.fault(c.at(&t.Beat), noSuchBeat, suggest(t.Beat, c.beats, "end"), "there is no beat %q to lead to", t.Beat)
	}
	return i
}

func (c *compiler) questions() {
	for i := range c.in.Questions {
		q := &c.in.Questions[i]
		beat := scenarios.Afterwards
		if q.At != "" {
			var ok bool
			if beat, ok = c.beats[q.At]; !ok {
				c.fault(c.at(&q.At), noSuchBeat, suggest(q.At, c.beats), "there is no beat %q to ask this at", q.At)
			}
		}
		c.out.Questions = append(c.out.Questions, scenarios.Question{Asks: string(q.Asks), Beat: beat})
	}
}

func (c *compiler) endings() {
	ids := map[ID]int{}
	for i := range c.in.Endings {
		e := &c.in.Endings[i]
		c.name(ids, &e.ID, "ending")
		c.out.Endings = append(c.out.Endings, scenarios.Ending{
			ID: string(e.ID), Title: string(e.Title), When: c.condition(e.When), Deal: e.Deal,
			Referral: e.Referral.yes(), Serves: e.Serves.yes(), Says: paragraphs(e.Says),
			Became: string(e.Became), Judged: string(e.Judged),
		})
	}
	ordered(c, c.in.Endings, "ending", "reached", func(x *Ending) *Condition { return x.When })
}

// starts gives a conversation without any the one that its client's
// temperament decides.
func (c *compiler) starts() {
	if len(c.in.Starts) == 0 {
		c.out.Starts = []scenarios.Start{{ID: "first"}}
	}
	ids := map[ID]int{}
	for i := range c.in.Starts {
		s := &c.in.Starts[i]
		c.name(ids, &s.ID, "start")
		c.client(&s.IntroducedBy)
		c.out.Starts = append(c.out.Starts, scenarios.Start{
			ID: string(s.ID), Trust: s.Trust, Facts: c.factSet(s.Facts),
			IntroducedBy: string(s.IntroducedBy), Rupture: s.Rupture.yes(), From: c.origins(s.From),
		})
	}
}

func (c *compiler) carries() {
	for _, id := range c.in.Carries {
		c.read[id] = true
	}
	c.out.Carries = c.readFacts(c.in.Carries)
}

// ordered holds that of several things by condition, the last has none and no
// other lacks one.
func ordered[T any](c *compiler, items []T, kind, done string, when func(*T) *Condition) {
	if len(items) == 0 {
		return
	}
	last := len(items) - 1
	if when(&items[last]) != nil {
		c.fault(c.at(&items[last]), nothingElse, "Leave the last one's `when` out, or add one without.",
			"the last %s has a `when`, so nothing is left for the other cases", kind)
	}
	for i := range last {
		if when(&items[i]) == nil {
			c.fault(c.at(&items[i+1]), neverTaken, "The one without a `when` comes last.",
				"this %s is never %s: the one before it has no `when` and always holds", kind, done)
			return
		}
	}
}

func paragraphs(t Text) []string {
	if t == "" {
		return nil
	}
	return strings.Split(string(t), "\n\n")
}

func texts(in []Text) []string {
	var out []string
	for _, t := range in {
		out = append(out, string(t))
	}
	return out
}
