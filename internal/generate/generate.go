// Package generate makes conversations up, for tests and benchmarks: as many
// beats as are asked for, the same ones for the same seed, of the shape that
// written ones have. Their words mean nothing; what they say they mean does.
package generate

import (
	"fmt"
	"math/rand/v2"

	"earned/scenarios"
)

// Shape is what kind of conversation is made.
type Shape struct {
	Beats   int // at least 1
	Replies int // the most a beat offers; at least 1
	Facts   int // at most 64; each is read within Window beats of the first that sets it, and never later
	Vows    int // at most 8, likewise
	Notes   int // at most 16
	Window  int // in beats
	Meeting int // beats of a meeting; 0: all in one
	Ahead   int // how far ahead a reply may lead; at least 1
	Back    int // a reply in so many leads back, to the beat before; 0: none
}

// Written is the shape that written conversations have.
func Written(beats int) Shape {
	return Shape{Beats: beats, Replies: 3, Facts: min(64, beats/6), Vows: min(2, beats/12), Window: 15,
		Meeting: max(12, beats/250), Ahead: 3}
}

// Name is the id of the conversation in the book.
const Name = "generated"

// Book makes a book of one conversation with one client, from a seed.
func Book(seed uint64, shape Shape) *scenarios.Book {
	m := maker{Shape: shape, Rand: rand.New(rand.NewPCG(seed, 0x0dd5))}
	c := scenarios.Conversation{ID: Name, Client: "client", Title: "Generated", Prepare: min(1, shape.Notes)}
	for i := range shape.Facts {
		c.Facts = append(c.Facts, fmt.Sprintf("fact-%d", i))
	}
	for i := range shape.Vows {
		c.Promises = append(c.Promises, scenarios.Vow{ID: fmt.Sprintf("vow-%d", i), Says: "A promise.", CanKeep: m.IntN(3) > 0})
	}
	for i := range shape.Notes {
		c.Notes = append(c.Notes, scenarios.Note{ID: fmt.Sprintf("note-%d", i), Title: "A note", Text: "Text."})
	}
	for i := range shape.Beats {
		c.Beats = append(c.Beats, m.beat(i))
	}
	for i := range int(c.Beats[len(c.Beats)-1].Meeting) + 1 {
		c.Meetings = append(c.Meetings, scenarios.Meeting{ID: fmt.Sprintf("meeting-%d", i), Title: "A meeting", Phase: scenarios.Phase(m.IntN(3))})
	}
	c.Endings = m.endings()
	c.Starts = []scenarios.Start{{ID: "first"}, {ID: "introduced", Trust: scenarios.Wary, IntroducedBy: "somebody"}, {ID: "broken", Rupture: true}}
	b := &scenarios.Book{
		Clients: []scenarios.Client{{ID: "client", Name: "A Client", Temperament: scenarios.Temperament{
			Weighs: scenarios.Weigh(m.IntN(3)), CannotStand: uint16(1) << (1 + m.IntN(10))}}},
		Conversations: []scenarios.Conversation{c},
	}
	if err := b.Seal(); err != nil {
		panic(err) // nothing generated is beyond the compiled form
	}
	return b
}

type maker struct {
	Shape
	*rand.Rand
}

// one is true one time in n.
func (m *maker) one(n int) bool { return m.IntN(n) == 0 }

func (m *maker) beat(i int) scenarios.Beat {
	b := scenarios.Beat{
		ID:    fmt.Sprintf("beat-%d", i),
		Lines: []scenarios.Line{{Says: fmt.Sprintf("Line %d.", i)}},
		Feels: scenarios.Feeling(1 + m.IntN(9)),
		Needs: scenarios.Need(1 + m.IntN(4)),
	}
	if m.Meeting > 0 {
		b.Meeting = uint8(i / m.Meeting)
	}
	due, owed := m.vowHere(i)
	if owed && due >= 0 && m.one(2) {
		b.Due = 1 << due
	}
	n := 1 + m.IntN(m.Replies)
	if m.Replies > 1 {
		n = max(2, n)
	}
	for r := range n {
		b.Replies = append(b.Replies, m.reply(i, r))
	}
	return b
}

// factHere is the fact that lives at a beat, or -1; whether it may be set here,
// and whether it may be read. Facts live one after another, spread over all
// the beats, each for at most a window.
func (m *maker) factHere(beat int) (fact int, set, read bool) {
	return lives(beat, m.Beats, m.Facts, m.Window)
}

func (m *maker) vowHere(beat int) (vow int, owed bool) {
	vow, _, owed = lives(beat, m.Beats, m.Vows, m.Window)
	return vow, owed
}

func lives(beat, beats, n, window int) (which int, set, read bool) {
	if n == 0 {
		return -1, false, false
	}
	stretch := max(1, beats/n)
	which = min(beat/stretch, n-1)
	at, life := beat-which*stretch, max(2, min(window, stretch))
	return which, at < life/2, at >= life/2 && at < life
}

func (m *maker) reply(beat, r int) scenarios.Reply {
	x := scenarios.Reply{
		ID:     fmt.Sprintf("reply-%d", r),
		Says:   fmt.Sprintf("Reply %d of beat %d%*s", r, beat, m.IntN(40), "."),
		Thinks: "A thought.",
		Moves:  [2]scenarios.Move{scenarios.Move(1 + m.IntN(9))},
	}
	m.meaning(&x)
	if fact, set, read := m.factHere(beat); fact >= 0 {
		if set && m.one(3) {
			x.Leaves = 1 << fact
		}
		if read && r > 0 && m.one(3) { // the first is always offered
			x.When.Facts = 1 << fact
		}
	}
	if vow, owed := m.vowHere(beat); vow >= 0 {
		switch {
		case !owed && m.one(4):
			x.Promises = 1 << vow
		case owed && m.one(3):
			x.Keeps = 1 << vow
		}
	}
	if m.Notes > 0 && r > 0 && m.one(6) {
		x.When.Prepared = 1 << m.IntN(m.Notes)
	}
	if r > 0 && m.one(8) {
		x.When.AtLeast = scenarios.Wary
	}
	m.leads(beat, r, &x)
	return x
}

// meaning gives a reply something to be.
func (m *maker) meaning(x *scenarios.Reply) {
	if m.one(4) {
		x.Moves[1] = scenarios.Move(1 + m.IntN(9))
	}
	x.Issue, x.Feeling = m.one(2), m.one(3)
	x.Competence, x.Self = m.one(4), m.one(6)
	x.Hedges, x.Trusts = m.one(12), m.one(10)
	for _, part := range []*string{&x.TiesTo, &x.Because, &x.Instead} {
		if m.one(2) {
			*part = "something"
		}
	}
	for _, part := range []*string{&x.Gives, &x.Admits} {
		if m.one(8) {
			*part = "something"
		}
	}
	if m.one(6) {
		x.Manner = scenarios.Manner(1 + m.IntN(10))
	}
	if m.one(40) {
		x.Breach = scenarios.Breach(1 + m.IntN(3))
	}
	if m.one(10) {
		x.Repair = scenarios.Repair(1 + m.IntN(3))
	}
}

// leads says where a reply leads: on, now and then by what is known or how far
// the client trusts, and from the last beats to the end.
func (m *maker) leads(beat, r int, x *scenarios.Reply) {
	on := func() int {
		if to := beat + 1 + m.IntN(m.Ahead); to < m.Beats {
			return to
		}
		return scenarios.EndHere
	}
	if m.one(7) {
		when := scenarios.Condition{AtLeast: scenarios.Open}
		if fact, _, read := m.factHere(beat); read {
			when = scenarios.Condition{Facts: 1 << fact}
		}
		x.To = append(x.To, scenarios.Target{When: when, Beat: on()})
	}
	// One way back, and only to what has then changed.
	if fact, set, _ := m.factHere(beat); m.Back > 0 && set && beat > 0 && r > 0 && m.one(m.Back) {
		if m.Meeting == 0 || beat%m.Meeting != 0 {
			x.Leaves, x.When = 1<<fact, scenarios.Condition{NotFacts: 1 << fact}
			x.To = append(x.To, scenarios.Target{Beat: beat - 1})
			return
		}
	}
	x.To = append(x.To, scenarios.Target{Beat: on()})
}

func (m *maker) endings() []scenarios.Ending {
	out := []scenarios.Ending{
		{ID: "best", When: scenarios.Condition{AtLeast: scenarios.Trusting}, Deal: scenarios.FullDeal, Referral: true, Serves: true},
		{ID: "good", When: scenarios.Condition{AtLeast: scenarios.Open, Rupture: scenarios.No}, Deal: scenarios.FullDeal, Serves: m.one(2)},
		{ID: "small", When: scenarios.Condition{AtLeast: scenarios.Wary, Deceived: scenarios.No}, Deal: scenarios.SmallDeal},
		{ID: "none"},
	}
	for i := range out {
		out[i].Title, out[i].Says, out[i].Became = out[i].ID, []string{"It ended."}, "It went on."
	}
	return out
}
