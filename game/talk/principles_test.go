package talk_test

import (
	"fmt"
	"slices"
	"testing"

	"earned/game/talk"
	"earned/game/trust"
	s "earned/scenarios"
)

// lesson is a small conversation in which one principle decides how it ends:
// the client's temperament, and what is said at one beat after another. Its
// endings are the bands of trust.
type lesson struct {
	id     string
	client s.Temperament
	start  s.Start
	said   []said
	more   func(*s.Conversation)
}

// said is one beat and the reply given at it.
type said struct {
	needs   s.Need
	feels   s.Feeling
	phase   s.Phase
	watched bool
	due     s.PromiseSet // promises that come due
	reply   s.Reply
	times   int // how often in a row; 0: once
}

func rep(f func(*s.Reply), m ...s.Move) s.Reply {
	var r s.Reply
	copy(r.Moves[:], m)
	if f != nil {
		f(&r)
	}
	return r
}

func both(r *s.Reply)                    { r.Issue, r.Feeling = true, true }
func straight(r *s.Reply)                { r.Because, r.Instead = "because", "instead" }
func mannered(m s.Manner) func(*s.Reply) { return func(r *s.Reply) { r.Manner = m } }

// conversation builds the lesson: a chain of beats, each with its one reply,
// that ends by how far the client trusts.
func (l lesson) conversation() (*s.Book, string) {
	c := s.Conversation{ID: "lesson-" + l.id, Client: "c", Starts: []s.Start{l.start}, Promises: []s.Vow{{ID: "kept", CanKeep: true}, {ID: "vain"}}}
	meetings := map[[2]any]uint8{}
	for _, x := range l.said {
		key := [2]any{x.phase, x.watched}
		m, ok := meetings[key]
		if !ok {
			m = uint8(len(c.Meetings))
			meetings[key] = m
			c.Meetings = append(c.Meetings, s.Meeting{ID: fmt.Sprint("m", m), Phase: x.phase, Watched: x.watched})
		}
		for range max(1, x.times) {
			r := x.reply
			r.ID = "r"
			r.To = []s.Target{{Beat: len(c.Beats) + 1}}
			c.Beats = append(c.Beats, s.Beat{ID: fmt.Sprint("b", len(c.Beats)), Meeting: m, Needs: x.needs, Feels: x.feels, Due: x.due,
				Lines: []s.Line{{}}, Replies: []s.Reply{r}})
		}
	}
	c.Beats[len(c.Beats)-1].Replies[0].To[0].Beat = s.EndHere
	for _, b := range []s.Band{s.Trusting, s.Open, s.Wary, s.Cold} {
		c.Endings = append(c.Endings, s.Ending{ID: b.String(), When: s.Condition{AtLeast: b}})
	}
	if l.more != nil {
		l.more(&c)
	}
	return &s.Book{Clients: []s.Client{{ID: "c", Temperament: l.client}}, Conversations: []s.Conversation{c}}, c.ID
}

// ending holds the lesson with some rules silent and tells how it ended.
func (l lesson) ending(t testing.TB, off trust.Set) (string, talk.State) {
	t.Helper()
	book, id := l.conversation()
	x, err := talk.New(book, id)
	if err != nil {
		t.Fatal(err)
	}
	x.Judge.Off = off
	st := x.Start(0, 1)
	for !st.Over() {
		offered := x.Offered(st, nil)
		st, _ = x.Apply(reloaded(t, book, x, st), offered[0])
	}
	return x.Ending(st).ID, st
}

// Each principle that the rules carry decides how its own lesson ends: with a
// rule that lists it off, the recorded run ends otherwise, and no rule changes
// the lesson of a principle that it does not list.
func TestEachPrincipleDecidesItsLesson(t *testing.T) {
	changes := map[string][]trust.RuleID{}
	for _, l := range lessons {
		want, _ := l.ending(t, 0)
		for id := range trust.Rules {
			rule := trust.RuleID(id)
			got, _ := l.ending(t, trust.Set(0).With(rule))
			if got == want {
				continue
			}
			changes[l.id] = append(changes[l.id], rule)
			if !slices.Contains(trust.Rules[rule].Principles, l.id) {
				t.Errorf("%s ends %q, and %q with the rule %q off, which does not list it", l.id, want, got, trust.Rules[rule].Name)
			}
		}
	}
	for _, id := range carried {
		if len(changes[id]) == 0 {
			t.Errorf("%s: no rule that lists it changes how its lesson ends", id)
		}
	}
}

// carried are the principles that are rules of trust or turn on a reply's
// kind. T14 (each moment counts) is every one of these tests, and P12 (sit in
// their chair) is the debrief's.
var carried = []string{"T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10", "T11", "T12", "T13", "T15",
	"P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11", "P13", "P14", "P15", "P16", "P17", "P18",
	"R2", "R3", "R4", "R5", "R7", "R8", "R9"}
