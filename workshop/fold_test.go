package workshop

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// anEvent draws something that may happen in a small room, sensible or not.
func anEvent(t *rapid.T) event {
	n := func(name string, from, to int) int { return rapid.IntRange(from, to).Draw(t, name) }
	switch n("kind", 0, 11) {
	case 0, 1:
		return event{kind: taken, token: fmt.Sprint(n("token", 1, 8)), Table: n("table", 0, 2)}
	case 2:
		return event{kind: moved, seat: n("seat", 0, 9), Table: n("table", 0, 2)}
	case 3, 4, 5, 6:
		return event{kind: voted, round: n("round", 0, 3), seat: n("seat", 0, 7), Offer: n("offer", -1, 3)}
	case 7:
		return event{kind: hosts, Do: "open", Round: n("round", 0, 3), Offers: slices.Repeat([]string{"x"}, n("offers", 1, 3)), Table: n("for", 0, 2)}
	case 8:
		return event{kind: hosts, Do: "close", Round: n("round", 0, 3)}
	case 9:
		return event{kind: hosts, Do: "remove", Seat: n("seat", 0, 7)}
	case 10:
		return event{kind: hosts, Do: rapid.SampledFrom([]string{"lock", "unlock", "reveal", "say", "nonsense"}).Draw(t, "do"), Round: n("round", 0, 5)}
	}
	return event{kind: hosts, Do: "take", As: fmt.Sprint(n("as", 0, 2))}
}

var opening = event{kind: made, Hash: "s", Seats: 4}

// someEvents draws the life of a room: people sit, something is asked, and
// then anything happens.
func someEvents(t *rapid.T) []event {
	n := func(name string, from, to int) int { return rapid.IntRange(from, to).Draw(t, name) }
	events := []event{opening}
	for i := range n("seats", 0, 5) {
		events = append(events, event{kind: taken, token: fmt.Sprint(i + 1), Table: n("table", 0, 2)})
	}
	events = append(events, event{kind: hosts, Do: "open", Round: 1, Offers: slices.Repeat([]string{"x"}, n("offers", 1, 3)), Table: n("for", 0, 2)})
	return append(events, rapid.SliceOfN(rapid.Custom(anEvent), 50, 80).Draw(t, "events")...)
}

func foldOf(events []event) *fold {
	f := newFold()
	for _, e := range events {
		f.apply(e)
	}
	return f
}

// seen is what anyone is told of a room.
func (f *fold) seen() string {
	all, tables := f.sitting()
	s := fmt.Sprintf("%d %v locked %v holder %q round %d open %v revealed %v votes %d %v;", all, tables, f.locked, f.holder, f.now.number, f.now.open, f.now.revealed, f.now.votes, f.now.counts)
	for i, c := range f.seats {
		s += fmt.Sprintf(" %d: %d %v %v", i+1, c.table, c.removed, c.voted)
	}
	return s
}

// The counts of the last round are those of each seat's first vote that could
// be given, from the opening of the round to its close, as the list of events
// has it.
func TestCountsAreTheFirstVoteOfEachSeat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := someEvents(t)
		f := newFold()
		var seats []string // tokens
		var tables []int   // by seat
		removed := map[int]bool{}
		locked := false
		var open *event
		first := map[int]int{} // seat → offer
		closed := false
		for _, e := range events {
			f.apply(e)
			switch {
			case e.kind == taken && !locked && len(seats) < 4 && !slices.Contains(seats, e.token):
				seats, tables = append(seats, e.token), append(tables, e.Table)
			case e.kind == moved && e.seat >= 1 && e.seat <= len(seats):
				tables[e.seat-1] = e.Table
			case e.kind == voted && open != nil && !closed && e.round == open.Round && e.seat >= 1 && e.seat <= len(seats) && !removed[e.seat] &&
				e.Offer >= 0 && e.Offer < len(open.Offers) && (open.Table == 0 || open.Table == tables[e.seat-1]):
				if _, again := first[e.seat]; !again {
					first[e.seat] = e.Offer
				}
			case e.Do == "open" && (open == nil && e.Round > 0 || open != nil && e.Round > open.Round):
				open, closed, first = &e, false, map[int]int{}
			case e.Do == "close" && open != nil && e.Round == open.Round:
				closed = true
			case e.Do == "remove" && e.Seat >= 1 && e.Seat <= len(seats):
				if !closed {
					delete(first, e.Seat)
				}
				removed[e.Seat] = true
			case e.Do == "lock", e.Do == "unlock":
				locked = e.Do == "lock"
			}
			if open == nil {
				continue
			}
			want := make([]int, len(open.Offers))
			for _, offer := range first {
				want[offer]++
			}
			if f.now.number != open.Round || !slices.Equal(f.now.counts, want) || f.now.votes != len(first) {
				t.Fatalf("round %d: %v (%d), want round %d: %v", f.now.number, f.now.counts, f.now.votes, open.Round, want)
			}
		}
	})
}

// Votes and seats that are in the stream twice change nothing.
func TestVotesAndSeatsTwiceAreOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := someEvents(t)
		var twice []event
		for _, e := range events {
			twice = append(twice, e)
			if e.kind == voted || e.kind == taken {
				twice = append(twice, e)
			}
		}
		if a, b := foldOf(events).seen(), foldOf(twice).seen(); a != b {
			t.Fatalf("once:  %s\ntwice: %s", a, b)
		}
	})
}

// After a tally is written its votes are erased: a server that reads the
// stream then sees the same room as one that heard them, after each event.
func TestARoomIsTheSameWithoutItsErasedVotes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heard := newFold()
		var stream []event
		for _, e := range someEvents(t) {
			heard.apply(e)
			stream = append(stream, e)
			tally := heard.unsettled()
			if tally == nil || rapid.Bool().Draw(t, "later") {
				continue
			}
			heard.apply(*tally)
			stream = slices.DeleteFunc(append(stream, *tally), func(e event) bool { return e.kind == voted && e.round <= tally.round })
			if heard.unsettled() != nil {
				t.Fatal("a tally that is written is still wanted")
			}
			if a, b := heard.seen(), foldOf(stream).seen(); a != b {
				t.Fatalf("heard: %s\nread:  %s", a, b)
			}
		}
	})
}

// A server that lags may read a close whose votes are erased already. The
// tally, which comes after it in the stream, puts it right.
func TestATallyPutsALaggingServerRight(t *testing.T) {
	room := []event{opening, {kind: taken, token: "a"}, {kind: taken, token: "b"}, {kind: hosts, Do: "open", Round: 1, Offers: []string{"x", "y"}}}
	heard := foldOf(append(slices.Clone(room), event{kind: voted, round: 1, seat: 2, Offer: 1}, event{kind: hosts, Do: "close", Round: 1}))
	lagging := foldOf(append(slices.Clone(room), event{kind: hosts, Do: "close", Round: 1}))
	tally := *heard.unsettled()
	heard.apply(tally)
	lagging.apply(tally)
	if a, b := heard.seen(), lagging.seen(); a != b || lagging.now.counts[1] != 1 || !lagging.counted(2, 1) || lagging.counted(1, 1) {
		t.Errorf("heard:   %s\nlagging: %s", a, b)
	}
}

// A tally that was written late is not taken for that of the round since.
func TestATallyIsOfItsOwnRound(t *testing.T) {
	events := []event{opening, {kind: taken, token: "a"}, {kind: hosts, Do: "open", Round: 1, Offers: []string{"x", "y"}}, {kind: voted, round: 1, seat: 1, Offer: 1}, {kind: hosts, Do: "close", Round: 1}}
	late := *foldOf(events).unsettled()
	f := foldOf(append(events, event{kind: hosts, Do: "open", Round: 2, Offers: []string{"x", "y"}}, event{kind: hosts, Do: "close", Round: 2}, late))
	if f.now.settled || f.now.votes != 0 || f.unsettled() == nil {
		t.Errorf("round 2 has the counts of round 1: %s", f.seen())
	}
}

// A vote is known to have counted while the next round is asked, and no
// longer.
func TestAVoteIsKnownForARoundMore(t *testing.T) {
	f := foldOf([]event{opening, {kind: taken, token: "a"}, {kind: hosts, Do: "open", Round: 1, Offers: []string{"x"}}, {kind: voted, round: 1, seat: 1}})
	for round, want := range []bool{1: true, 2: true, 3: false} {
		if round > 1 {
			f.apply(event{kind: hosts, Do: "open", Round: round, Offers: []string{"x"}})
		}
		if round > 0 && f.counted(1, 1) != want {
			t.Errorf("in round %d: %v", round, !want)
		}
	}
}

func TestNothingHappensInARoomThatIsOver(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := foldOf(append(someEvents(t), event{kind: ended}))
		before := f.seen()
		for _, e := range someEvents(t) {
			if f.apply(e) != (touched{}) {
				t.Fatalf("someone was told of %+v", e)
			}
		}
		if f.seen() != before {
			t.Fatal("it changed")
		}
	})
}
