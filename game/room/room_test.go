package room_test

import (
	"fmt"
	"hash/crc32"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"earned/game/room"
	"earned/game/talk"
	"earned/scenarios"
)

func shipped(t testing.TB) *scenarios.Book {
	t.Helper()
	b, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func begin(t testing.TB, p room.Plan) *room.Session {
	t.Helper()
	if p.Conversation == "" {
		p.Conversation = "nine-months-late"
	}
	p.Tables = max(1, p.Tables)
	s, err := room.New(shipped(t), p)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// must fails where a step was refused.
func must(t testing.TB, s *room.Session, did ...bool) {
	t.Helper()
	for i, ok := range did {
		if !ok {
			t.Fatalf("step %d was refused in phase %d", i, s.Phase)
		}
	}
}

// What is compared in a list of calls is asked by a call: only those are in order.
func in(s *room.Session, p room.Phase) bool { return s.Phase == p }
func said(s *room.Session) int              { return s.Said() }
func ways(s *room.Session) int              { return len(s.Tables[0].Ways) }
func vote(s *room.Session) int              { return s.Vote }

func counts(s *room.Session, votes ...int) bool {
	for i, n := range votes {
		if !s.Count(i, n) {
			return false
		}
	}
	return true
}

// A full round: nothing is led before the split is seen, the discussion can
// turn it, the second split decides, and both are kept.
func TestAFullRound(t *testing.T) {
	s := begin(t, room.Plan{Discussion: 3 * time.Minute, Seed: 7})
	must(t, s, in(s, room.Scene), s.Go(), in(s, room.Read), s.Open(), counts(s, 9, 2, 1))
	if s.Leading() != nil {
		t.Error("somebody leads before the split is seen")
	}
	must(t, s, s.Reveal())
	if got := s.Leading(); !reflect.DeepEqual(got, []int{0}) {
		t.Errorf("%v lead", got)
	}
	must(t, s, s.StartDiscussion(time.Hour), s.Open(), counts(s, 4, 8), s.Reveal())
	if got := s.Leading(); !reflect.DeepEqual(got, []int{1}) {
		t.Errorf("after the discussion %v lead", got)
	}
	want := s.Talk.Beat(s.Now()).Replies[s.Offers()[1]].ID
	must(t, s, s.Say(1))
	w := s.Way()
	if len(w.Run.Replies) != 1 || w.Run.Replies[0] != talk.Code(want) {
		t.Errorf("the run says %v", w.Run.Replies)
	}
	r := w.RoundAt(0)
	if r == nil || !reflect.DeepEqual(*r, room.Round{At: 0, Said: 1, Before: []int{9, 2, 1}, After: []int{4, 8, 0}}) {
		t.Errorf("the round is kept as %+v", r)
	}
}

// A tie is led by all who tie; a count put right after the split was seen ends
// it.
func TestATieAndAMistypedCount(t *testing.T) {
	s := begin(t, room.Plan{})
	must(t, s, s.Go(), s.Open(), counts(s, 7, 3, 7), s.Reveal())
	if got := s.Leading(); !reflect.DeepEqual(got, []int{0, 2}) {
		t.Errorf("%v tie", got)
	}
	must(t, s, s.Count(0, 6))
	if got := s.Leading(); !reflect.DeepEqual(got, []int{2}) {
		t.Errorf("put right, %v lead", got)
	}
	if s.Count(0, -1) || s.Count(9, 1) || s.Count(0, room.MaxVotes+1) {
		t.Error("a count that cannot be was taken")
	}
	must(t, s, s.Back(), in(s, room.Vote), s.Count(1, 9), s.Reveal())
	if got := s.Leading(); !reflect.DeepEqual(got, []int{1}) {
		t.Errorf("after a step back %v lead", got)
	}
}

// The timer runs on through a closed lid, pauses, and never goes below nothing.
func TestTheTimer(t *testing.T) {
	s := begin(t, room.Plan{Discussion: 3 * time.Minute})
	must(t, s, s.Go(), s.Open(), s.Reveal(), s.StartDiscussion(100*time.Second))
	left := func(now, want time.Duration) {
		t.Helper()
		if got := s.Timer.Remaining(now); got != want {
			t.Errorf("at %v there are %v left, want %v", now, got, want)
		}
	}
	left(160*time.Second, 2*time.Minute)
	s = again(t, s)
	left(190*time.Second, 90*time.Second)
	must(t, s, s.Turned(190*time.Second))
	left(time.Hour, 90*time.Second)
	must(t, s, s.Turned(time.Hour), s.Add(time.Hour, time.Minute))
	left(time.Hour+time.Minute, 90*time.Second)
	left(2*time.Hour, 0)
	must(t, s, s.Add(2*time.Hour, time.Minute))
	left(2*time.Hour, time.Minute)
}

func again(t testing.TB, s *room.Session) *room.Session {
	t.Helper()
	n, err := room.Decode(shipped(t), s.Encode())
	if err != nil {
		t.Fatalf("%v\n%s", err, s.Encode())
	}
	return n
}

// Counts of phones are taken for the vote that is open and no other.
func TestPhonesCountForTheirVote(t *testing.T) {
	s := begin(t, room.Plan{Phones: true})
	must(t, s, s.Go(), s.Open())
	n := len(s.Offers())
	votes := make([]int, n)
	votes[1] = 40
	if s.Count(0, 3) || s.Counted(s.Vote-1, votes) || s.Counted(s.Vote, votes[1:]) {
		t.Fatal("counts of something else were taken")
	}
	must(t, s, s.Counted(s.Vote, votes), in(s, room.Split))
	if s.Counted(s.Vote, votes) {
		t.Error("a vote was counted twice")
	}
	was := s.Vote
	must(t, s, s.Again(), vote(s) == was+1, in(s, room.Vote))
	if s.Counted(was, votes) {
		t.Error("a vote that was started over still counts")
	}
}

// The way before a beginning in the middle is part of the run, and cannot be
// gone back into.
func TestBeginningInTheMiddle(t *testing.T) {
	b := shipped(t)
	for i := range b.Conversations {
		tk, err := talk.New(b, b.Conversations[i].ID)
		if err != nil {
			t.Fatal(err)
		}
		all, err := room.Openings(tk, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		cut, ok := room.Cut(tk, all)
		if !ok || cut.Rest > room.CutRounds || cut.Rest < 5 || !cut.Open || len(cut.Way) == 0 {
			t.Fatalf("%s is cut to %+v", tk.Conversation.ID, cut)
		}
		s := begin(t, room.Plan{Conversation: tk.Conversation.ID, Way: cut.Way})
		if s.Said() != len(cut.Way) || s.Return(0, len(cut.Way)-1) {
			t.Errorf("%s begins after %d replies", tk.Conversation.ID, s.Said())
		}
		if _, err := tk.Replay(s.Way().Run); err != nil {
			t.Error(err)
		}
		rounds := 0
		for s.Phase != room.Over {
			if !s.Go() && !s.Reveal() {
				rounds++
				must(t, s, s.Say(0))
			}
		}
		if rounds > cut.Rest {
			t.Errorf("%s: the cut took %d rounds, more than %d", tk.Conversation.ID, rounds, cut.Rest)
		}
	}
}

// Going back begins another way; the one before stands.
func TestGoingBack(t *testing.T) {
	s := begin(t, room.Plan{Tables: 1})
	play(t, s, 0)
	first := s.Way().Run
	must(t, s, s.Return(0, 2), in(s, room.Read), said(s) == 2, s.Return(0, 1), ways(s) == 2)
	last := len(s.Offers()) - 1
	must(t, s, s.Say(last))
	if !reflect.DeepEqual(s.Tables[0].Ways[0].Run, first) {
		t.Error("the first way has changed")
	}
	for len(s.Tables[0].Ways) < room.MaxWays {
		play(t, s, 0)
		must(t, s, s.Return(0, 0))
	}
	play(t, s, 0)
	if s.Return(0, 0) {
		t.Error("there are more ways than can be kept")
	}
}

// play plays to the end, with the pick-th offer each time.
func play(t testing.TB, s *room.Session, pick int) {
	t.Helper()
	for s.Phase != room.Over {
		if !s.Go() && !s.Reveal() {
			must(t, s, s.Say(min(pick, len(s.Offers())-1)))
		}
	}
}

// Two tables take turns, and the one that is not over goes on alone.
func TestTwoTables(t *testing.T) {
	s := begin(t, room.Plan{Tables: 2})
	turns := ""
	for s.Phase != room.Over {
		if s.Phase == room.Read {
			turns += fmt.Sprint(s.Turn)
		}
		if !s.Go() && !s.Reveal() {
			must(t, s, s.Say(s.Turn))
		}
	}
	a, b := len(s.Tables[0].Way().Run.Replies), len(s.Tables[1].Way().Run.Replies)
	if strings.Count(turns, "0") != a || strings.Count(turns, "1") != b {
		t.Errorf("turns %s for %d and %d replies", turns, a, b)
	}
	if n := 2 * min(a, b); !strings.HasPrefix(turns, strings.Repeat("01", n/2)) {
		t.Errorf("turns are not taken: %s", turns)
	}
	for i := range s.Tables {
		if !s.Tables[i].Way().Run.End.Over() {
			t.Errorf("table %d is not over", i)
		}
	}
}

// The room's reading is the mean, rounded, kept in the run; passed over it is
// not, and it is not asked for again.
func TestReadings(t *testing.T) {
	for counts, want := range map[[5]int]int{{0, 0, 0, 0, 5}: 4, {3, 0, 0, 0, 3}: 2, {0, 3, 3, 0, 0}: 2, {5, 1, 0, 0, 0}: 0, {0, 4, 0, 0, 0}: -1, {}: -1} {
		s := begin(t, room.Plan{})
		must(t, s, s.Go(), s.AskReading())
		for i, n := range counts {
			must(t, s, s.Count(i, n))
		}
		must(t, s, s.Reveal(), in(s, room.Asked))
		var got = -1
		if r := s.Way().Run.Readings; len(r) > 0 {
			got = r[0].Trust
		}
		if got != want {
			t.Errorf("%v is read as %d, want %d", counts, got, want)
		}
		must(t, s, s.Go(), in(s, room.Read))
	}
	s := begin(t, room.Plan{})
	asked := 0
	for s.Phase != room.Over {
		if s.Phase == room.Ask {
			asked++
		}
		if !s.Go() && !s.Reveal() {
			must(t, s, s.Say(0))
		}
	}
	if asked == 0 {
		t.Error("the room is never asked where the player would be")
	}
}

// step does something at random that may have a meaning, by one number.
func step(s *room.Session, what int, now time.Duration) {
	switch n := what / 16; what % 16 {
	case 0, 1:
		s.Go()
	case 2, 3:
		s.Open()
	case 4, 5:
		s.Reveal()
	case 6:
		s.StartDiscussion(now)
	case 7, 8:
		s.Say(n % 5)
	case 9:
		s.Back()
	case 10:
		s.Count(n%5, n)
	case 11:
		s.AskReading()
	case 12:
		s.Return(n%2, n/2)
	case 13:
		s.Turned(now)
	case 14:
		s.Counted(s.Vote, []int{n, 1, 2, 3, 4, 5}[:max(0, min(6, len(s.Counts())))])
		s.Uncount(n % 5)
	case 15:
		s.Again()
		s.Add(now, time.Minute)
	}
}

// At every step of any workshop, what is kept and taken up again goes on
// exactly as what was never interrupted, and fits where it is kept.
func TestKeptAtAnyStepItGoesOnTheSame(t *testing.T) {
	b := shipped(t)
	rapid.Check(t, func(r *rapid.T) {
		plan := room.Plan{Conversation: b.Conversations[rapid.IntRange(0, len(b.Conversations)-1).Draw(r, "conversation")].ID,
			Tables: rapid.IntRange(1, 2).Draw(r, "tables"), Phones: rapid.Bool().Draw(r, "phones"), Seed: rapid.Uint64Range(0, 99).Draw(r, "seed"), Discussion: 3 * time.Minute}
		s := begin(t, plan)
		for range rapid.IntRange(1, 150).Draw(r, "steps") {
			n, err := room.Decode(b, s.Encode())
			if err != nil {
				r.Fatalf("%v\n%s", err, s.Encode())
			}
			if len(s.Encode()) > room.MaxKept {
				r.Fatalf("%d bytes", len(s.Encode()))
			}
			what, now := rapid.IntRange(0, 16*40).Draw(r, "step"), time.Duration(rapid.Int64Range(0, 1e13).Draw(r, "now"))
			step(s, what, now)
			step(n, what, now)
			if a, b := s.Encode(), n.Encode(); a != b {
				r.Fatalf("it goes on as\n%s\nand, taken up again, as\n%s", a, b)
			}
		}
	})
}

// The longest workshop there can be fits where it is kept.
func TestTheLongestWorkshopFits(t *testing.T) {
	b := shipped(t)
	longest := 0
	for i := range b.Conversations {
		s := begin(t, room.Plan{Conversation: b.Conversations[i].ID, Tables: 2})
		for table := range 2 {
			for len(s.Tables[table].Ways) <= room.MaxWays {
				for s.Phase != room.Over {
					if s.Go() || s.Phase == room.Ask && counts(s, 210, 220, 230, 240, 250) && s.Reveal() {
						continue
					}
					must(t, s, s.Open(), counts(s, 1200, 300, 300), s.Reveal(), s.Open(), counts(s, 300, 1200, 300), s.Reveal(), s.Say(0))
				}
				if !s.Return(table, 0) {
					break
				}
			}
		}
		longest = max(longest, len(s.Encode()))
		again(t, s)
	}
	t.Logf("%d bytes", longest)
	if longest > room.MaxKept {
		t.Errorf("%d bytes, more than %d", longest, room.MaxKept)
	}
}

// Whatever was done to what is kept, it is taken up and can be gone on with,
// or refused.
func TestHostileTextIsRefused(t *testing.T) {
	b := shipped(t)
	rapid.Check(t, func(r *rapid.T) {
		s := begin(t, room.Plan{Tables: rapid.IntRange(1, 2).Draw(r, "tables"), Phones: rapid.Bool().Draw(r, "phones")})
		for range rapid.IntRange(0, 60).Draw(r, "steps") {
			step(s, rapid.IntRange(0, 16*40).Draw(r, "step"), 0)
		}
		text := s.Encode()
		text = text[:strings.LastIndex(text, "sum ")]
		for range rapid.IntRange(1, 3).Draw(r, "changes") {
			i := rapid.IntRange(0, len(text)-1).Draw(r, "at")
			text = text[:i] + rapid.SampledFrom([]string{"", "0", "9", "1", "-", " ", "\n", "/", ",", "way 0 "}).Draw(r, "into") + text[i+1:]
		}
		n, err := room.Decode(b, text+fmt.Sprintf("sum %08x", crc32.ChecksumIEEE([]byte(text))))
		if err != nil {
			return
		}
		for range 40 {
			step(n, rapid.IntRange(0, 16*40).Draw(r, "step"), 0)
			n.Leading()
			n.Offers()
		}
	})
	for _, bad := range []string{"", "sum 00000000", "room 1\nsum 00000000", strings.Repeat("x", room.MaxKept+1)} {
		if _, err := room.Decode(b, bad); err == nil {
			t.Errorf("%.20q was taken", bad)
		}
	}
}

// What cannot begin is refused.
func TestWhatCannotBegin(t *testing.T) {
	for _, p := range []room.Plan{{}, {Conversation: "nine-months-late"}, {Conversation: "nine-months-late", Tables: 3},
		{Conversation: "nine-months-late", Tables: 1, Way: []int{99}}, {Conversation: "nine-months-late", Tables: 1, Start: 7}} {
		if s, err := room.New(shipped(t), p); err == nil {
			t.Errorf("%+v began as %+v", p, s)
		}
	}
}
