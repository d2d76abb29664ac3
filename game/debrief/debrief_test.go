package debrief_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"earned/game/debrief"
	"earned/game/odds"
	"earned/game/talk"
	"earned/game/trust"
	"earned/scenarios"
)

type fataler interface {
	Helper()
	Fatal(...any)
}

func shipped(t fataler) *talk.Talk {
	t.Helper()
	b, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	x, err := talk.New(b, b.Conversations[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// run draws a whole run, with readings.
func run(r *rapid.T, t *talk.Talk) talk.Run {
	x := t.NewRun(0, 0, 1)
	for !x.End.Over() {
		x, _ = t.Say(x, rapid.SampledFrom(t.Offered(x.End, nil)).Draw(r, "reply"))
		if rapid.IntRange(0, 4).Draw(r, "asked") == 0 {
			x.Readings = append(x.Readings, talk.Reading{After: len(x.Replies), Trust: rapid.IntRange(0, 4).Draw(r, "reading")})
		}
	}
	return x
}

// T14: each reply is accounted for, and what is said of it adds up.
func TestT14EveryReplyIsAccountedFor(t *testing.T) {
	x := shipped(t)
	o, err := odds.Analyse(x, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(r *rapid.T) {
		played := run(r, x)
		d := debrief.Of(x, played)
		d.Reach(o)
		if len(d.Moments) != len(played.Replies) || d.Stale != "" || d.Ending == nil {
			r.Fatalf("%d moments for %d replies, stale %q", len(d.Moments), len(played.Replies), d.Stale)
		}
		if curve := d.Curve(); curve[len(curve)-1] != d.End || len(d.Most) != len(curve) || len(d.Least) != len(curve) {
			r.Fatalf("the curve ends at %d, the record at %d; %d and %d bounds", curve[len(curve)-1], d.End, len(d.Most), len(d.Least))
		}
		for i := range d.Moments {
			m := &d.Moments[i]
			if m.Why == "" || m.Landed == "" || m.Thinks == "" || len(m.Principles) == 0 {
				r.Fatalf("moment %d is not explained: %+v", i+1, m)
			}
			lost := slices.Contains(m.Also, "There was no trust left to lose.")
			if lost != (m.Before == 0 && m.After == 0 && m.Landing >= scenarios.Costs) {
				r.Fatalf("reply %d went from %d to %d, %s: %q", i+1, m.Before, m.After, m.Landed, m.Also)
			}
			for _, s := range append(m.Also, m.Why) {
				if strings.ContainsAny(s, "{}") {
					r.Fatalf("a sentence was not filled: %q", s)
				}
			}
			if d.Most[i+1] > d.Most[i] || d.Least[i+1] < d.Least[i] {
				r.Fatalf("more is in reach after reply %d than before it: %v %v", i+1, d.Most, d.Least)
			}
		}
		if n := len(d.Most) - 1; d.Most[n] != d.End || d.Least[n] != d.End {
			r.Fatalf("at the end %d to %d are in reach, and it is %d", d.Least[n], d.Most[n], d.End)
		}
		if d.Advisor && d.NoReturn >= 0 && x.Ending(played.End) == &x.Conversation.Endings[o.BestOutcome().Ending] {
			r.Fatal("the best ending was reached after it was out of reach")
		}
		if len(d.Habits) > 3 {
			r.Fatalf("%d habits", len(d.Habits))
		}
		kinds, about := map[debrief.HabitKind]bool{}, map[int]bool{}
		for _, h := range d.Habits {
			if kinds[h.Kind] || about[debrief.About(h.Says)] || h.At < 0 || h.At >= len(d.Moments) {
				r.Fatalf("habits %+v", d.Habits)
			}
			kinds[h.Kind], about[debrief.About(h.Says)] = true, true
		}
		if len(d.Readings) != len(played.Readings) || (len(d.Readings) > 0) != (d.Reader != "") {
			r.Fatalf("readings %+v say %q", d.Readings, d.Reader)
		}
		text := d.Text()
		for i := range d.Moments {
			if !strings.Contains(text, d.Moments[i].Said) {
				r.Fatalf("the text leaves out %q", d.Moments[i].Said)
			}
		}
	})
}

// Every rule that can decide how a reply lands says what to do about it.
func TestEveryLeadHasAHabit(t *testing.T) {
	x := shipped(t)
	var without []string
	rapid.Check(t, func(r *rapid.T) {
		moments, err := x.Replay(run(r, x))
		if err != nil {
			r.Fatal(err)
		}
		for _, m := range moments {
			if name := trust.Rules[m.Result.Lead].Name; !debrief.HasHabit(m.Result.Lead) && !slices.Contains(without, name) {
				without = append(without, name)
			}
		}
	})
	if len(without) > 0 {
		t.Errorf("no habit for the rules %q", without)
	}
}

// The record is the truth: under other rules its ending stands, and the
// debrief says so.
func TestTheRecordedEndingStands(t *testing.T) {
	x := shipped(t)
	played := x.NewRun(0, 0, 1)
	for !played.End.Over() {
		played, _ = x.Say(played, x.Offered(played.End, nil)[0])
	}
	played.Rules++
	played.End.Trust.Trust = 3
	d := debrief.Of(x, played)
	if d.End != 3 || d.Ending != x.Ending(played.End) {
		t.Errorf("the recorded end is told as %d, %v", d.End, d.Ending)
	}
	if !strings.Contains(d.Stale, "stands") {
		t.Errorf("that the rules have changed is told as %q", d.Stale)
	}
	played.Replies[0] = 63 ^ played.Replies[0]
	if d := debrief.Of(x, played); d.Stale == "" || len(d.Moments) != 0 {
		t.Errorf("a reply that is no longer there: %q and %d moments", d.Stale, len(d.Moments))
	}
}

// T4: what was out of the player's hands is judged apart from the result.
func TestT4JudgedApartFromTheResult(t *testing.T) {
	shared, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	b := *shared
	b.Conversations = slices.Clone(b.Conversations)
	c := &b.Conversations[0]
	c.Endings = slices.Clone(c.Endings)
	c.Endings[0].Judged = "The board decided it over her head."
	x, err := talk.New(&b, c.ID)
	if err != nil {
		t.Fatal(err)
	}
	played := x.NewRun(0, 0, 1)
	played.End.Beat, played.End.Ending = -1, 0
	if d := debrief.Of(x, played); !slices.Contains(d.Verdict, c.Endings[0].Judged) {
		t.Errorf("the verdict leaves out %q: %q", c.Endings[0].Judged, d.Verdict)
	}
}

// What the readings say depends on how far off they were, and to which side.
func TestReadings(t *testing.T) {
	x := shipped(t)
	at := func(answer int) string {
		played := x.NewRun(0, 0, 1)
		played, _ = x.Say(played, 0)
		played.Readings = []talk.Reading{{After: 1, Trust: answer}}
		return debrief.Of(x, played).Reader
	}
	if low, high := at(0), at(4); low == high || !strings.Contains(high, "more than") {
		t.Errorf("read far too high: %q; low: %q", high, low)
	}
}

// T4: where nothing was written of it, a good conversation with a bad result is
// said to be one, and a bad one with a good result too.
func TestT4WhereResultAndConversationPartWays(t *testing.T) {
	shared, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	verdict := func(deal scenarios.Deal, trusted uint8) string {
		b := *shared
		b.Conversations = slices.Clone(b.Conversations)
		c := &b.Conversations[0]
		c.Endings = slices.Clone(c.Endings)
		c.Endings[0].Judged, c.Endings[0].Deal, c.Endings[0].Serves = "", deal, true
		x, err := talk.New(&b, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		played := x.NewRun(0, 0, 1)
		played.End = talk.State{Beat: -1}
		played.End.Trust.Trust, played.End.Trust.Cap = trusted, 100
		return strings.Join(debrief.Of(x, played).Verdict, " ")
	}
	for _, c := range []struct {
		deal    scenarios.Deal
		trusted uint8
		good    bool
		bad     bool
	}{{scenarios.NoDeal, 90, true, false}, {scenarios.FullDeal, 90, false, false}, {scenarios.FullDeal, 20, false, true}, {scenarios.NoDeal, 20, false, false}} {
		v := verdict(c.deal, c.trusted)
		if strings.Contains(v, "a good conversation all the same") != c.good || strings.Contains(v, "not as good as its result") != c.bad {
			t.Errorf("deal %v with trust at %d: %q", c.deal, c.trusted, v)
		}
	}
}

// What is done instead of said is cited without quotation marks.
func TestQuoted(t *testing.T) {
	for says, want := range map[string]string{"(You wait.)": "(You wait.)", "Nine months.": "“Nine months.”", "(You wait.) Well.": "“(You wait.) Well.”"} {
		if got := debrief.Quoted(says); got != want {
			t.Errorf("%q is cited as %q, want %q", says, got, want)
		}
	}
}

// What was said for the players before they began weighs nothing: neither the
// turning moment nor a habit is from before it, and begun at the first reply
// the debrief is that of the whole.
func TestWhatCameBeforeTheBeginningIsNotJudged(t *testing.T) {
	x := shipped(t)
	rapid.Check(t, func(r *rapid.T) {
		played := run(r, x)
		all := debrief.Of(x, played)
		from := rapid.IntRange(0, len(played.Replies)).Draw(r, "from")
		d := debrief.OfFrom(x, played, from)
		if !slices.Equal(d.Curve(), all.Curve()) || !slices.Equal(d.Verdict, all.Verdict) {
			r.Fatal("the curve or the verdict is another")
		}
		if from == 0 && (d.Turning != all.Turning || !slices.Equal(d.Habits, all.Habits)) {
			r.Fatalf("from the first reply on it is another: %d %v", d.Turning, d.Habits)
		}
		for _, h := range d.Habits {
			if h.At < from {
				r.Fatalf("begun after %d replies, a habit is from moment %d: %q", from, h.At+1, h.Says)
			}
		}
		if d.Holds() != (from < len(played.Replies)) || d.Turning < from {
			r.Fatalf("begun after %d replies of %d, moment %d weighs most", from, len(played.Replies), d.Turning+1)
		}
		for i := from; i < len(d.Moments); i++ {
			if by, most := d.Moments[i].Change(), d.Moments[d.Turning].Change(); by*by > most*most {
				r.Fatalf("moment %d weighs %d, and the turning one, %d, %d", i+1, by, d.Turning+1, most)
			}
		}
	})
}
