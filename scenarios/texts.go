package scenarios

import (
	"fmt"
	"hash/fnv"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// Texts yields every text of the conversation that a player reads, in the order
// of the story, each with an id for translators and voices. An id is made of
// the ids that authors give and of conditions, so that moving, adding or
// rewording texts changes no other's id.
func (c *Conversation) Texts() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		t := texts{yield: yield, in: c}
		t.add(c.Title, "title")
		t.all(c.Brief, "brief")
		t.add(c.Want, "want")
		for i := range c.Notes {
			t.add(c.Notes[i].Title, "note", c.Notes[i].ID, "title")
			t.add(c.Notes[i].Text, "note", c.Notes[i].ID, "text")
		}
		for i := range c.Promises {
			t.add(c.Promises[i].Says, "promise", c.Promises[i].ID)
		}
		for i := range c.Meetings {
			m := &c.Meetings[i]
			t.add(m.Title, "meeting", m.ID, "title")
			t.add(m.Place, "meeting", m.ID, "place")
			t.add(m.Opens, "meeting", m.ID, "opens")
		}
		for i := range c.Beats {
			t.beat(&c.Beats[i])
		}
		for i := range c.Endings {
			e := &c.Endings[i]
			t.add(e.Title, "ending", e.ID, "title")
			t.all(e.Says, "ending", e.ID, "says")
			t.add(e.Became, "ending", e.ID, "became")
			t.add(e.Judged, "ending", e.ID, "judged")
		}
		for i := range c.Questions {
			t.add(c.Questions[i].Asks, "question", strconv.Itoa(i+1))
		}
	}
}

// texts hands texts on until it is told to stop.
type texts struct {
	yield func(string, string) bool
	in    *Conversation
	done  bool
}

func (t *texts) add(text string, path ...string) {
	if text == "" || t.done {
		return
	}
	t.done = !t.yield(t.in.ID+"/"+strings.Join(path, "/"), text)
}

// all adds paragraphs, which have no id but their number.
func (t *texts) all(list []string, path ...string) {
	for i, text := range list {
		t.add(text, append(slices.Clip(path), strconv.Itoa(i+1))...)
	}
}

func (t *texts) beat(b *Beat) {
	for i := range b.Lines {
		l := &b.Lines[i]
		at := "says"
		if l.When != (Condition{}) {
			at += "~" + t.in.sign(&l.When)
		}
		t.add(l.Says, b.ID, at)
		t.add(l.Seen, b.ID, at, "seen")
	}
	for i, v := range b.Voice {
		t.add(v.Says, b.ID, "voice", strconv.Itoa(i+1))
		t.add(v.Answer, b.ID, "voice", strconv.Itoa(i+1), "answer")
	}
	for i := range b.Replies {
		r := &b.Replies[i]
		t.add(r.Says, b.ID, r.ID)
		t.add(r.Thinks, b.ID, r.ID, "thinks")
		t.add(r.Reason, b.ID, r.ID, "heard")
	}
}

// sign is a short name of a condition, the same as long as it asks the same: it
// is made of ids, not of the places things happen to have in their lists.
func (c *Conversation) sign(w *Condition) string {
	h := fnv.New32a()
	set := func(kind string, has func(i int) bool, n int, id func(i int) string) {
		var ids []string
		for i := range n {
			if has(i) {
				ids = append(ids, id(i))
			}
		}
		slices.Sort(ids)
		fmt.Fprintln(h, kind, ids)
	}
	facts := func(kind string, f FactSet) {
		set(kind, func(i int) bool { return f>>i&1 != 0 }, len(c.Facts), func(i int) string { return c.Facts[i] })
	}
	promises := func(kind string, p PromiseSet) {
		set(kind, func(i int) bool { return p>>i&1 != 0 }, len(c.Promises), func(i int) string { return c.Promises[i].ID })
	}
	facts("facts", w.Facts)
	facts("not", w.NotFacts)
	set("prepared", func(i int) bool { return w.Prepared>>i&1 != 0 }, len(c.Notes), func(i int) string { return c.Notes[i].ID })
	promises("promised", w.Promised)
	promises("kept", w.Kept)
	promises("broken", w.Broken)
	fmt.Fprintln(h, w.AtLeast, w.Below, w.Rupture, w.Mended, w.Deceived, w.Known, w.Liked, w.Capped)
	return fmt.Sprintf("%06x", h.Sum32()&0xffffff)
}
