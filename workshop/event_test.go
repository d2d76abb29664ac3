package workshop

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is written is read.
func TestEventsAreReadAsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anEvent(t)
		e.Asks, e.Text, e.State = rapid.String().Draw(t, "asks"), rapid.String().Draw(t, "text"), rapid.String().Draw(t, "state")
		if rapid.Bool().Draw(t, "tally") {
			e = event{kind: tally, round: rapid.IntRange(1, 1e6).Draw(t, "round"), Tally: []int{0, 3}, Voted: []byte{0, 255}}
		}
		got, err := readEvent(e.subject("ABCDEF"), e.data())
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, e) {
			t.Fatalf("wrote %+v\nread  %+v", e, got)
		}
	})
}

func FuzzReadEvent(f *testing.F) {
	for _, e := range []event{opening, {kind: voted, round: 1, seat: 2, Offer: 3}, {kind: tally, round: 1, Tally: []int{1}}, {kind: hosts, Do: "open", Round: 1, Offers: []string{"a"}}} {
		f.Add(e.subject("ABCDEF"), e.data())
	}
	f.Fuzz(func(_ *testing.T, subject string, data []byte) {
		room := foldOf([]event{opening, {kind: taken, token: "a"}, {kind: hosts, Do: "open", Round: 1, Offers: []string{"x"}}})
		if e, err := readEvent(subject, data); err == nil {
			room.apply(e) // must not panic
			_ = room.unsettled()
		}
	})
}

func FuzzReadCommand(f *testing.F) {
	f.Add([]byte(question))
	f.Add([]byte(`{"do":"keep","state":"x"}`))
	f.Add([]byte(`{"do":"remove","seat":1}`))
	f.Add([]byte("{\"do\":\"say\",\"text\":\"a\u202eb\u0000\"}"))
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := readCommand(b)
		if err != nil {
			return
		}
		room := foldOf([]event{opening, {kind: taken, token: "a"}})
		e, err := c.event(room)
		if err != nil {
			return
		}
		if n := len(e.data()); n > maxEvent {
			t.Fatalf("an event of %d bytes would be refused by the stream", n)
		}
		if strings.ContainsAny(e.Asks+e.Text, "\x00\u202e\u2066") {
			t.Fatal("text that can look other than it is")
		}
		room.apply(*e)
	})
}

func FuzzReadVote(f *testing.F) {
	f.Add([]byte(`{"round":1,"offer":0}`))
	f.Add([]byte(`{"round":-1,"offer":1e9}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		round, offer, err := readVote(b)
		room := foldOf([]event{opening, {kind: taken, token: "a"}, {kind: hosts, Do: "open", Round: 1, Offers: []string{"x"}}})
		if err == nil && room.canVote(1, round, offer) == nil && (round != 1 || offer != 0) {
			t.Fatalf("round %d offer %d", round, offer)
		}
	})
}
