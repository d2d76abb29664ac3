package talk_test

import (
	"os"
	"testing"

	"pgregory.net/rapid"

	"earned/game/talk"
	"earned/game/trust"
	"earned/scenarios"
)

// shipped is every conversation that is shipped, ready to be held.
func shipped(t testing.TB) (*scenarios.Book, []*talk.Talk) {
	t.Helper()
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	var all []*talk.Talk
	for i := range book.Conversations {
		x, err := talk.New(book, book.Conversations[i].ID)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, x)
	}
	if len(all) == 0 {
		t.Fatal("no conversation is shipped")
	}
	return book, all
}

// The suite runs twice: plainly, and with EARNED_SAVED=1 through save and load
// before every reply.
var saved = os.Getenv("EARNED_SAVED") != ""

// reloaded is the state after being saved and loaded, where the suite runs so.
func reloaded(t testing.TB, book *scenarios.Book, x *talk.Talk, st talk.State) talk.State {
	t.Helper()
	if !saved {
		return st
	}
	r := x.NewRun(0, st.Prepared, 0)
	r.End = st
	back, err := talk.ParseCode(book, r.String())
	if err != nil {
		t.Fatal(err)
	}
	return back.End
}

// play draws a run, calling each with every state it passes.
func play(r *rapid.T, t *talk.Talk, each func(talk.Run)) talk.Run {
	start := rapid.IntRange(0, max(0, len(t.Conversation.Starts)-1)).Draw(r, "start")
	run := t.NewRun(start, uint16(rapid.IntRange(0, 1<<len(t.Conversation.Notes)-1).Draw(r, "prepared")), rapid.Uint64().Draw(r, "seed"))
	each(run)
	for !run.End.Over() {
		run = savedRun(r, run)
		run, _ = t.Say(run, rapid.SampledFrom(t.Offered(run.End, nil)).Draw(r, "reply"))
		each(run)
	}
	return run
}

func savedRun(r *rapid.T, run talk.Run) talk.Run {
	if !saved {
		return run
	}
	book, err := scenarios.Shipped()
	if err != nil {
		r.Fatal(err)
	}
	back, err := talk.ParseCode(book, run.String())
	if err != nil {
		r.Fatal(err)
	}
	return back
}

// T6, T5: trust stays within 0, the meeting's cap and its ceiling.
func TestTrustStaysWithinItsBounds(t *testing.T) {
	_, all := shipped(t)
	rapid.Check(t, func(r *rapid.T) {
		x := all[rapid.IntRange(0, len(all)-1).Draw(r, "conversation")]
		play(r, x, func(run talk.Run) {
			st := run.End.Trust
			if st.Trust > st.Ceiling.Points() || !run.End.Over() && st.Trust > st.Cap {
				r.Fatalf("trust %d over its ceiling %d or cap %d", st.Trust, st.Ceiling.Points(), st.Cap)
			}
		})
	})
}

// The same replies always give the same states, and replay verifies the record.
func TestReplayAgrees(t *testing.T) {
	_, all := shipped(t)
	rapid.Check(t, func(r *rapid.T) {
		x := all[rapid.IntRange(0, len(all)-1).Draw(r, "conversation")]
		var passed []talk.State
		run := play(r, x, func(run talk.Run) { passed = append(passed, run.End) })
		moments, err := x.Replay(run)
		if err != nil {
			r.Fatal(err)
		}
		for i, m := range moments {
			if m.Before != passed[i] || m.After != passed[i+1] {
				r.Fatalf("moment %d: replay passes other states", i)
			}
		}
	})
}

// Saving and loading at every step changes nothing.
func TestSaveAndLoadAtEveryStep(t *testing.T) {
	book, all := shipped(t)
	rapid.Check(t, func(r *rapid.T) {
		x := all[rapid.IntRange(0, len(all)-1).Draw(r, "conversation")]
		play(r, x, func(run talk.Run) {
			if n := len(run.Replies); n > 0 && n%3 == 0 {
				run.Readings = append(run.Readings, talk.Reading{After: n, Trust: n % 5})
			}
			back, err := talk.ParseCode(book, run.String())
			if err != nil {
				r.Fatalf("%s: %v", run, err)
			}
			if back.String() != run.String() || back.End != run.End {
				r.Fatalf("%+v came back as %+v", run, back)
			}
		})
	})
}

// A tampered end state is noticed: the record is verified, not believed blindly.
func TestReplayNoticesAnotherEnd(t *testing.T) {
	_, all := shipped(t)
	rapid.Check(t, func(r *rapid.T) {
		x := all[rapid.IntRange(0, len(all)-1).Draw(r, "conversation")]
		run := play(r, x, func(talk.Run) {})
		run.End.Trust.Trust ^= 2
		if _, err := x.Replay(run); err == nil {
			r.Fatal("replay believed an end state that the replies do not lead to")
		}
	})
}

// Eighteen runs fit in 4,000 characters (design, decision 2).
func TestEighteenRunsFit(t *testing.T) {
	_, all := shipped(t)
	rapid.Check(t, func(r *rapid.T) {
		x := all[rapid.IntRange(0, len(all)-1).Draw(r, "conversation")]
		run := play(r, x, func(talk.Run) {})
		for range 5 {
			run.Readings = append(run.Readings, talk.Reading{})
		}
		if n := 18 * (len(run.String()) + 1); n > 4000 {
			r.Fatalf("eighteen runs like this take %d characters", n)
		}
	})
}

// A code with any one sign changed, or cut short, is refused or is another
// valid record; it never panics, and what it holds can be replayed or refused.
func FuzzParseCode(f *testing.F) {
	book, all := shipped(f)
	run := all[0].NewRun(0, 0, 7)
	for !run.End.Over() {
		f.Add(run.String())
		run, _ = all[0].Say(run, all[0].Offered(run.End, nil)[0])
	}
	f.Add(run.String())
	f.Fuzz(func(t *testing.T, code string) {
		r, err := talk.ParseCode(book, code)
		if err != nil {
			return
		}
		x, err := talk.New(book, r.Conversation)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = x.Replay(r)
		_, _, _ = x.Ending(r.End), x.Line(r.End), x.Meeting(r.End)
		if again, err := talk.ParseCode(book, r.String()); err != nil || again.String() != r.String() {
			t.Fatalf("%q reads as %+v, which does not come back: %v", code, r, err)
		}
	})
}

func TestACodeCutShortIsRefused(t *testing.T) {
	book, all := shipped(t)
	code := all[0].NewRun(0, 0, 7).String()
	for i := range len(code) {
		if _, err := talk.ParseCode(book, code[:i]); err == nil {
			t.Errorf("%q, cut after %d signs, was taken", code, i)
		}
	}
	if _, err := talk.ParseCode(book, " "+code[:9]+"\n"+code[9:]); err != nil {
		t.Errorf("spaces in a code: %v", err)
	}
}

// Every order shows every reply offered, and not always in the same place.
func TestOrderIsAShuffle(t *testing.T) {
	_, all := shipped(t)
	x := all[0]
	s := x.Start(0, 0)
	n := len(x.Offered(s, nil))
	firsts := map[int]int{}
	for seed := range uint64(600) {
		order := x.Order(seed, s, nil)
		seen := map[int]bool{}
		for _, i := range order {
			seen[i] = true
		}
		if len(seen) != n || len(order) != n {
			t.Fatalf("seed %d shows %v of %d replies", seed, order, n)
		}
		firsts[order[0]]++
	}
	for i, k := range firsts {
		if k < 600/n*7/10 || k > 600/n*13/10 {
			t.Errorf("reply %d comes first in %d of 600 runs", i, k)
		}
	}
}

// No reply allocates.
func TestApplyDoesNotAllocate(t *testing.T) {
	_, all := shipped(t)
	x := all[0]
	s := x.Start(0, 0)
	if n := testing.AllocsPerRun(1000, func() { _, _ = x.Apply(s, 0) }); n != 0 {
		t.Errorf("%v allocations a reply", n)
	}
}

func BenchmarkReplies(b *testing.B) {
	_, all := shipped(b)
	x := all[0]
	var offered []int
	var sink trust.Result
	seed := uint64(1)
	s := x.Start(0, 0)
	b.ReportAllocs()
	for b.Loop() {
		offered = x.Offered(s, offered[:0])
		seed = seed*6364136223846793005 + 1442695040888963407
		s, sink = x.Apply(s, offered[int(seed>>33)%len(offered)])
		if s.Over() {
			s = x.Start(0, 0)
		}
	}
	_ = sink
}
