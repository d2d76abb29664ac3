package odds_test

import (
	"slices"
	"testing"

	"earned/game/odds"
	"earned/game/talk"
	"earned/scenarios"
)

// failing lists the conditions that a conversation fails.
func failing(t *testing.T, x *talk.Talk) []string {
	t.Helper()
	all, err := odds.Conditions(x)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range all {
		if c.Wants == "" || c.Found == "" {
			t.Errorf("%s does not say what it wants and what it found: %+v", c.ID, c)
		}
		if !c.Holds {
			out = append(out, c.ID)
		}
	}
	return out
}

// one is a conversation of one beat in which the first reply, the longest, is
// the only one that ends well.
func one(t *testing.T, change func(*scenarios.Conversation)) *talk.Talk {
	t.Helper()
	long := hear(over)
	long.Says += " And all of it on you."
	return held(t, func(c *scenarios.Conversation) {
		c.Endings[0].Serves = true
		if change != nil {
			change(c)
		}
	}, []scenarios.Reply{long, pitch(over)})
}

// A conversation that asks nothing of the player fails what can be failed: any
// player of one note wins, and one slip loses.
func TestConditionsOfTooSimpleAConversation(t *testing.T) {
	want := []string{"one-note", "blind", "advisor", "longest", "first", "apart", "second-best", "recoverable"}
	if got := failing(t, one(t, nil)); !slices.Equal(got, want) {
		t.Errorf("fails %v, want %v", got, want)
	}
}

// What a conversation is exempt from it must do: the exception is what it
// teaches.
func TestExceptionsAreHeldTo(t *testing.T) {
	all := []string{"always-empathy", "always-pushback", "first", "longest", "nicest", "blind"}
	x := one(t, func(c *scenarios.Conversation) { c.Exempt = all })
	if got := failing(t, x); slices.Contains(got, "one-note") || slices.Contains(got, "blind") {
		t.Errorf("it does what it is exempt from, and fails %v", got)
	}
	x = one(t, func(c *scenarios.Conversation) { c.Exempt = append(all, "always-pitch") })
	if got := failing(t, x); !slices.Contains(got, "one-note") {
		t.Errorf("it teaches that pitching works, pitching never does, and it fails only %v", got)
	}
}

// A breach after which the best outcome is still to be had, and a promise that
// breaks on a best way, are both found.
func TestBreachAndRuptureOnABestWay(t *testing.T) {
	lie := hear(to(1))
	lie.ID, lie.Breach = "lie", scenarios.Lie
	vow := hear(to(1))
	vow.ID, vow.Promises = "vow", 1
	x := held(t, func(c *scenarios.Conversation) {
		c.Endings[0].When.AtLeast = scenarios.Cold
		c.Promises = []scenarios.Vow{{ID: "soon", CanKeep: true}}
		c.Beats[1].Due = 1
	}, []scenarios.Reply{hear(to(1)), lie, vow}, []scenarios.Reply{hear(over), pitch(over)})
	got := failing(t, x)
	for _, id := range []string{"breach", "no-rupture"} {
		if !slices.Contains(got, id) {
			t.Errorf("%s is not found: fails %v", id, got)
		}
	}
}

// A beat come back to, by ways of unlike length to the same state, is dealt
// with after all of them, wherever it stands in the file.
func TestComingBackByWaysOfUnlikeLength(t *testing.T) {
	lie := pitch(to(1)) // to trust 0, where it stays
	lie.Breach = scenarios.Lie
	still := func(id string, to []scenarios.Target) scenarios.Reply {
		return scenarios.Reply{ID: id, Says: id, Moves: [2]scenarios.Move{scenarios.Wait}, Manner: scenarios.Canned, To: to}
	}
	again := still("again", to(1))
	again.Leaves, again.When.NotFacts = 1, 1
	x := held(t, func(c *scenarios.Conversation) { c.Facts = []string{"again"} },
		[]scenarios.Reply{lie},
		[]scenarios.Reply{still("short", to(2)), still("long", to(3))},
		[]scenarios.Reply{still("end", over), hear(over), again},
		[]scenarios.Reply{still("on", to(2))})
	o := analysed(t, x)
	b := newBrute(x)
	b.go1(x.Start(0, 0), 1)
	if len(b.states[2]) != 2 {
		t.Fatalf("the two ways lead to %d states, not to the same two: the test's conversation is not what it should be", len(b.states[2]))
	}
	for i, p := range o.Endings() {
		if !near(p, b.endings[i]) {
			t.Errorf("ending %d: odds %v, brute force %v", i, p, b.endings[i])
		}
	}
	for i, beat := range o.Beats() {
		if !near(beat.Chance, b.arrive[i]) {
			t.Errorf("beat %d: odds %v arrivals, brute force %v", i, beat.Chance, b.arrive[i])
		}
	}
}
