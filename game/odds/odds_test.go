package odds_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"earned/game/odds"
	"earned/game/talk"
	"earned/internal/generate"
	"earned/scenarios"
)

// to is a way on that always holds; over one to the end.
func to(beat int) []scenarios.Target { return []scenarios.Target{{Beat: beat}} }

var over = to(scenarios.EndHere)

// held is a conversation of some beats, each of which needs to be heard; it
// ends well where the client is wary at least.
func held(t testing.TB, change func(*scenarios.Conversation), beats ...[]scenarios.Reply) *talk.Talk {
	t.Helper()
	c := scenarios.Conversation{ID: "held", Client: "client", Meetings: []scenarios.Meeting{{ID: "m"}}, Starts: []scenarios.Start{{ID: "first"}},
		Endings: []scenarios.Ending{{ID: "well", When: scenarios.Condition{AtLeast: scenarios.Wary}}, {ID: "badly"}}}
	for i, replies := range beats {
		c.Beats = append(c.Beats, scenarios.Beat{ID: string(rune('a' + i)), Needs: scenarios.BeHeard, Feels: scenarios.Hurt,
			Lines: []scenarios.Line{{Says: "Well."}}, Replies: replies})
	}
	if change != nil {
		change(&c)
	}
	book := &scenarios.Book{Clients: []scenarios.Client{{ID: "client"}}, Conversations: []scenarios.Conversation{c}}
	x, err := talk.New(book, "held")
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// hear is a reply that lands fully, pitch one that lands badly.
func hear(to []scenarios.Target) scenarios.Reply {
	return scenarios.Reply{ID: "hear", Says: "That was nine months.", Moves: [2]scenarios.Move{scenarios.Empathy}, Issue: true, Feeling: true, To: to}
}

func pitch(to []scenarios.Target) scenarios.Reply {
	return scenarios.Reply{ID: "pitch", Says: "Ours takes six weeks.", Moves: [2]scenarios.Move{scenarios.Pitch}, To: to}
}

func analysed(t testing.TB, x *talk.Talk) *odds.Odds {
	t.Helper()
	o, err := odds.Analyse(x, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestChancesOfTwoBeats(t *testing.T) {
	x := held(t, nil, []scenarios.Reply{hear(to(1)), pitch(to(1))}, []scenarios.Reply{hear(over), pitch(over)})
	o := analysed(t, x)
	// Trust 20: heard once +8 or more, twice over 30; a pitch takes it back.
	s := x.Start(0, 0)
	s, _ = x.Apply(s, 0)
	well := 0.0
	for _, r := range []int{0, 1} {
		end, _ := x.Apply(s, r)
		if end.Ending == 0 {
			well += 0.25
		}
	}
	if well == 0 {
		t.Fatal("two good replies do not end well: the test's conversation is not what it should be")
	}
	if got := o.Endings(); got[0] != well || got[1] != 1-well {
		t.Errorf("endings %v, want %v and %v", got, well, 1-well)
	}
	if o.BestOutcome().Ending != 0 || o.BestChance() != well {
		t.Errorf("the best outcome is %+v with chance %v", o.BestOutcome(), o.BestChance())
	}
	if b := o.Beats(); b[0].Best() != 0 || b[1].Best() != 0 || b[0].States != 1 || b[1].States != 2 {
		t.Errorf("beats %+v", b)
	}
}

// A conversation that can come back to where it was, with nothing changed, is
// refused, and the way round is named.
func TestCircleIsNamed(t *testing.T) {
	wait := scenarios.Reply{ID: "round", Says: "Hm.", Moves: [2]scenarios.Move{scenarios.Wait}, HeardAs: scenarios.Mends, Reason: "so that trust stays"}
	on, back := wait, wait
	on.To, back.To = to(2), to(1)
	x := held(t, nil, []scenarios.Reply{pitch(to(1))}, []scenarios.Reply{on, pitch(over)}, []scenarios.Reply{back, pitch(over)})
	_, err := odds.Analyse(x, 0, 0)
	var circle *odds.Circle
	if !errors.As(err, &circle) {
		t.Fatalf("a circle gives %v", err)
	}
	slices.Sort(circle.Steps)
	if want := []string{"b/round", "c/round"}; !slices.Equal(circle.Steps, want) {
		t.Errorf("the circle is %v, want %v", circle.Steps, want)
	}
	if !strings.Contains(err.Error(), "held") || !strings.Contains(err.Error(), "→") {
		t.Errorf("the error does not name the conversation and the way: %s", err)
	}
}

// A beat may be come back to where something has changed by then.
func TestComingBackChanged(t *testing.T) {
	once := scenarios.Reply{ID: "once", Says: "Before that.", Moves: [2]scenarios.Move{scenarios.Ask}, Leaves: 1, When: scenarios.Condition{NotFacts: 1}, To: to(0)}
	x := held(t, func(c *scenarios.Conversation) { c.Facts = []string{"asked"} }, []scenarios.Reply{once, pitch(over)})
	o := analysed(t, x)
	b := o.Beats()[0]
	if b.States != 2 || b.Chance != 1.5 {
		t.Errorf("%d states, arrives %v times; want 2 and 1.5", b.States, b.Chance)
	}
	if e := o.Endings(); e[0]+e[1] != 1 {
		t.Errorf("endings %v do not make one", e)
	}
}

func TestNeverReachedNeverOfferedDeadEnds(t *testing.T) {
	never := pitch(over)
	never.ID, never.When = "never", scenarios.Condition{AtLeast: scenarios.Trusting}
	x := held(t, nil,
		[]scenarios.Reply{hear(to(2)), pitch(over), never},
		[]scenarios.Reply{hear(over)},
		[]scenarios.Reply{never})
	o := analysed(t, x)
	if got := o.NeverReached(); !slices.Equal(got, []int{1}) {
		t.Errorf("never reached: %v", got)
	}
	if got := o.NeverOffered(); !slices.Equal(got, [][2]int{{0, 2}, {2, 0}}) {
		t.Errorf("never offered: %v", got)
	}
	if got := o.DeadEnds(); !slices.Equal(got, []int{2}) {
		t.Errorf("dead ends: %v", got)
	}
	if got := o.NeverEnds(); !slices.Equal(got, []int{0}) {
		t.Errorf("never ends: %v", got)
	}
}

// Odds are per named start.
func TestNamedStartsDiffer(t *testing.T) {
	x := held(t, func(c *scenarios.Conversation) {
		c.Starts = append(c.Starts, scenarios.Start{ID: "known", Trust: scenarios.Open})
	}, []scenarios.Reply{pitch(over), hear(over)})
	cold, err := odds.Analyse(x, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	known, err := odds.Analyse(x, 1, 0)
	if err != nil {
		t.Fatal(err)
	}
	if cold.Endings()[0] != 0.5 || known.Endings()[0] != 1 {
		t.Errorf("ends well in %v from cold, %v from open", cold.Endings()[0], known.Endings()[0])
	}
}

// What was prepared is a parameter: it opens a reply.
func TestPreparationOpensAReply(t *testing.T) {
	note := hear(over)
	note.When.Prepared = 1
	x := held(t, func(c *scenarios.Conversation) {
		c.Notes, c.Prepare = []scenarios.Note{{ID: "one"}, {ID: "two"}}, 1
	}, []scenarios.Reply{pitch(over), note})
	if got := odds.Preparations(x); !slices.Equal(got, []uint16{1, 2}) {
		t.Fatalf("preparations: %v", got)
	}
	with, err := odds.Analyse(x, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	without, err := odds.Analyse(x, 0, 2)
	if err != nil {
		t.Fatal(err)
	}
	if len(with.NeverOffered()) != 0 || len(without.NeverOffered()) != 1 {
		t.Errorf("never offered: %v with the note, %v without", with.NeverOffered(), without.NeverOffered())
	}
}

// The point of no return of a run is the moment after which the best outcome
// is out of reach.
func TestNoReturn(t *testing.T) {
	lie := pitch(to(1))
	lie.ID, lie.Breach = "lie", scenarios.Lie
	x := held(t, func(c *scenarios.Conversation) { c.Endings[0].When.Deceived = scenarios.No },
		[]scenarios.Reply{hear(to(1)), lie}, []scenarios.Reply{hear(to(2)), pitch(to(2))}, []scenarios.Reply{hear(over)})
	o := analysed(t, x)
	moments := func(replies ...int) []talk.Moment {
		run := x.NewRun(0, 0, 1)
		for _, r := range replies {
			run, _ = x.Say(run, r)
		}
		out, err := x.Replay(run)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	if got := o.NoReturn(moments(0, 0, 0)); got != -1 {
		t.Errorf("a best run has a point of no return, %d", got)
	}
	if got := o.NoReturn(moments(1, 0, 0)); got != 0 {
		t.Errorf("after a lie the point of no return is %d, want 0", got)
	}
}

// A conversation of more states than the budget names what multiplies them.
func TestBudgetNamesTheCulprit(t *testing.T) {
	var beats [][]scenarios.Reply
	for i := range 12 {
		beats = append(beats, []scenarios.Reply{
			{ID: "yes", Says: "Yes?", Moves: [2]scenarios.Move{scenarios.Ask}, Leaves: 1 << i, To: to(i + 1)},
			{ID: "no", Says: "No.", Moves: [2]scenarios.Move{scenarios.Wait}, To: to(i + 1)},
		})
	}
	last := hear(over)
	last.ID, last.When.Facts = "last", 1<<12-1
	beats = append(beats, []scenarios.Reply{hear(over), last})
	x := held(t, func(c *scenarios.Conversation) {
		for i := range 12 {
			c.Facts = append(c.Facts, "fact-"+string(rune('a'+i)))
		}
	}, beats...)
	b := analysed(t, x).Budget()
	if b.Beat != 12 || b.Most < 1<<12 {
		t.Errorf("most states at beat %d: %d", b.Beat, b.Most)
	}
	if !strings.HasPrefix(b.Factors[0].Name, "the fact ") {
		t.Errorf("the culprit is %v", b.Factors[0])
	}
}

// A conversation too large to walk is given up, with what makes it so, instead
// of taking all the memory there is.
func TestTooManyStates(t *testing.T) {
	x := generated(t, 4, generate.Shape{Beats: 40, Replies: 4, Facts: 3, Vows: 3, Window: 40, Meeting: 13, Ahead: 1})
	_, err := odds.AnalyseAtMost(x, 1000)
	var many *odds.TooMany
	if !errors.As(err, &many) {
		t.Fatalf("too many states give %v", err)
	}
	if many.Beat == "" || many.Culprit.Times <= 1 || !strings.Contains(err.Error(), many.Culprit.Name) {
		t.Errorf("the error does not name the beat and the culprit: %s", err)
	}
}

// How far the walk has come is said as it goes on, and never goes back.
func TestWatched(t *testing.T) {
	var seen []int
	x := generated(t, 1, generate.Written(300))
	if _, err := odds.AnalyseWatched(x, 0, 0, func(done, all int) {
		if done > all {
			t.Errorf("%d of %d", done, all)
		}
		seen = append(seen, done)
	}); err != nil {
		t.Fatal(err)
	}
	if len(seen) < 2 || !slices.IsSorted(seen) {
		t.Errorf("said %v", seen)
	}
}

// What comes of a strategy is what comes of following it.
func TestStrategiesAreFollowed(t *testing.T) {
	for seed := range uint64(40) {
		x := generated(t, seed, generate.Shape{Beats: 8, Replies: 4, Facts: 3, Vows: 1, Window: 5, Ahead: 2})
		o := analysed(t, x)
		for i := range odds.Strategies {
			s := &odds.Strategies[i]
			endings := make([]float64, 4)
			follow(x, s.ID, x.Start(0, 0), 1, endings)
			for k, p := range o.Play(s).Endings {
				if !near(p, endings[k]) {
					t.Fatalf("seed %d, %s, ending %d: %v, followed %v", seed, s.ID, k, p, endings[k])
				}
			}
		}
	}
}

// follow plays a strategy by its words: each reply is given a rank, and all of
// the highest are tried.
func follow(x *talk.Talk, strategy string, s talk.State, p float64, endings []float64) {
	if s.Over() {
		endings[s.Ending] += p
		return
	}
	offered := x.Offered(s, nil)
	best, top := []int{}, -1<<30
	for n, r := range offered {
		rank := rankOf(strategy, &x.Beat(s).Replies[r], n)
		if rank > top {
			best, top = nil, rank
		}
		if rank == top {
			best = append(best, r)
		}
	}
	for _, r := range best {
		after, _ := x.Apply(s, r)
		follow(x, strategy, after, p/float64(len(best)), endings)
	}
}

func rankOf(strategy string, r *scenarios.Reply, n int) int {
	if word, ok := strings.CutPrefix(strategy, "always-"); ok {
		switch word {
		case r.Moves[0].String():
			return 2
		case r.Moves[1].String():
			return 1
		}
		return 0
	}
	switch strategy {
	case "first":
		return -n
	case "last":
		return n
	case "longest":
		return len(r.Says)
	case "shortest":
		return -len(r.Says)
	case "nicest":
		words := "give promise empathy wait ask refer-out ask-for-referral pitch pushback"
		rank := strings.Index(" "+words+" ", " "+r.Moves[0].String()+" ")
		if second := r.Moves[1].String(); second != "" {
			rank = min(rank, strings.Index(" "+words+" ", " "+second+" "))
		}
		return -rank
	}
	panic("a strategy that the test does not know: " + strategy)
}

// The policy blind to the words is at least as good as chance, and can do no
// more than chance where only words tell apart.
func TestBlind(t *testing.T) {
	for seed := range uint64(20) {
		x := generated(t, seed, generate.Shape{Beats: 10, Replies: 4, Facts: 2, Window: 5, Ahead: 2})
		o := analysed(t, x)
		b := o.Blind()
		if o.BestChance() > b.Best+1e-9 {
			t.Errorf("seed %d: a random player reaches the best outcome in %v, the blind policy in %v", seed, o.BestChance(), b.Best)
		}
	}
	hollow := hear(over)
	hollow.ID, hollow.Feeling, hollow.Issue = "hollow", false, false
	x := held(t, func(c *scenarios.Conversation) {
		c.Endings[0].When.AtLeast = scenarios.Cold
		c.Endings[0].When.Facts = 1
		c.Facts = []string{"f"}
	},
		[]scenarios.Reply{hear(over), hollow})
	x.Conversation.Beats[0].Replies[0].Leaves = 1
	if got := analysed(t, x).Blind().Best; got != 0.5 {
		t.Errorf("where two replies look the same to it the blind policy reaches the best outcome in %v, want 0.5", got)
	}
}
