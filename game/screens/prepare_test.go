package screens_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"earned/game/talk"
	"earned/game/view"
	"earned/scenarios"
)

// withNotes is the shipped book with three notes before its first
// conversation, of which two may be read.
func withNotes(t *testing.T) *scenarios.Book {
	b := *book(t)
	b.Conversations = slices.Clone(b.Conversations)
	c := &b.Conversations[0]
	c.Prepare, c.Notes = 2, nil
	for i, s := range []string{"The board", "The last vendor", "The rota"} {
		c.Notes = append(c.Notes, scenarios.Note{ID: fmt.Sprintf("n%d", i), Title: s, Text: "First of " + s + ".\n\nSecond of " + s + "."})
	}
	return &b
}

// P5: only so many notes can be read; what was read stands to be read again,
// how many remain is said, and the rest can no longer be.
func TestP5ReadingIsLimited(t *testing.T) {
	b := withNotes(t)
	d := open(t, b, "")
	d.button("Start")
	says := func(words string) {
		t.Helper()
		if got := d.must(view.Status, "").Text; !strings.Contains(got, words) {
			t.Fatalf("it says %q, want %q", got, words)
		}
	}
	says("Of these 3 there is time to read 2.")
	if d.find(view.Text, "First of The board.") != nil {
		t.Fatal("a note can be read before it is chosen")
	}
	d.button("Read it: The board")
	says("There is time for one more.")
	d.must(view.Text, "First of The board.")
	d.must(view.Text, "Second of The board.")
	if d.has("Read it: The board") {
		t.Error("what was read is still to be read")
	}
	d = d.again()
	says("There is time for one more.")
	d.button("Read it: The rota")
	says("There is no time to read more.")
	d.must(view.Text, "First of The rota.")
	if d.has("Read it: The last vendor") || d.find(view.Text, "First of The last vendor.") != nil {
		t.Error("a third can be read")
	}
	if d.app.Press("read:n1") {
		t.Error("a third is read all the same")
	}
	sound(t, d.app.View())
	d.button("Start")
	if run, err := talk.ParseCode(b, d.app.Code()); err != nil || run.Prepared != 0b101 {
		t.Errorf("the run began with %b read (%v), want the first and the third", run.Prepared, err)
	}
	d.play(first)
	d.button("Continue")
	d.must(view.Text, "Before it you read “The board” and “The rota”.")
}

// Read or not, the screen fits every size at every size of text.
func TestThePreparationFits(t *testing.T) {
	b := withNotes(t)
	for read := range 3 {
		d := open(t, b, "")
		d.button("Start")
		for _, s := range []string{"The board", "The rota"}[:read] {
			d.button("Read it: " + s)
		}
		for _, size := range sizes {
			for _, text := range []int{100, 150, 200} {
				d.textSize(text)
				d.resize(size.w, size.h)
				p := view.Lay(d.app.View(), size.w, size.h, d.app.Settings().Scale(), view.Monospace{})
				for i := range p.Boxes {
					fits(t, fmt.Sprintf("%d read, %s at %d %%", read, size.name, text), p, i)
				}
			}
		}
	}
}

// P5: of what is shipped, each note that is read opens a reply that nobody sees
// who did not read it.
func TestP5WhatWasReadOpensAReply(t *testing.T) {
	b := book(t)
	notes := 0
	for i := range b.Conversations {
		c := &b.Conversations[i]
		for n := range c.Notes {
			notes++
			t.Run(c.ID+"/"+c.Notes[n].ID, func(t *testing.T) { opens(t, b, c, n) })
		}
	}
	if notes == 0 {
		t.Error("nothing is to be read before any conversation")
	}
}

// opens plays on screen to where the note opens a reply, with it and without.
func opens(t *testing.T, b *scenarios.Book, c *scenarios.Conversation, note int) {
	x, err := talk.New(b, c.ID)
	if err != nil {
		t.Fatal(err)
	}
	way, ok := wayTo(x, note)
	if !ok {
		t.Fatalf("no reply needs the note %q", c.Notes[note].Title)
	}
	at := func(read bool) []string {
		d := openHere(t, b, "", "offer="+c.ID)
		d.app.Press("open")
		if read {
			d.button("Read it: " + c.Notes[note].Title)
		}
		d.button("Start")
		for _, says := range way[:len(way)-1] {
			for d.find(view.Button, says) == nil {
				d.button("Continue")
			}
			d.button(says)
		}
		for len(d.replies()) == 0 {
			d.button("Continue")
		}
		var out []string
		for _, r := range d.replies() {
			out = append(out, r.Text)
		}
		return out
	}
	opened := way[len(way)-1]
	if with := at(true); !slices.Contains(with, opened) {
		t.Errorf("who read it is not offered %q but %q", opened, with)
	}
	if without := at(false); slices.Contains(without, opened) {
		t.Errorf("who did not read it is offered %q", opened)
	}
}

// wayTo is what is said to come, without a note, to where it would open a
// reply, and that reply last.
func wayTo(x *talk.Talk, note int) (way []string, ok bool) {
	type step struct {
		s   talk.State
		way []string
	}
	without := x.Start(0, 0)
	seen := map[talk.State]bool{}
	for todo := []step{{without, nil}}; len(todo) > 0; {
		at := todo[0]
		if todo = todo[1:]; at.s.Over() || seen[at.s] {
			continue
		}
		seen[at.s] = true
		replies := x.Beat(at.s).Replies
		for i := range replies {
			if replies[i].When.Prepared&(1<<note) == 0 {
				continue
			}
			with := x.Start(0, 1<<note) // along the same way
			for _, says := range at.way {
				k := slices.IndexFunc(x.Beat(with).Replies, func(r scenarios.Reply) bool { return r.Says == says })
				with, _ = x.Apply(with, k)
			}
			if x.Offers(with, i) {
				return append(slices.Clone(at.way), replies[i].Says), true
			}
		}
		for _, i := range x.Offered(at.s, nil) {
			next, _ := x.Apply(at.s, i)
			todo = append(todo, step{next, append(slices.Clone(at.way), replies[i].Says)})
		}
	}
	return nil, false
}
