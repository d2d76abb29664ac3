package career_test

import (
	"testing"

	"earned/game/career"
	"earned/game/talk"
	"earned/scenarios"
)

// small is a book of two clients: ada, met once, who may introduce ben, met
// twice.
func small() *scenarios.Book {
	conversation := func(id, client string, starts ...scenarios.Start) scenarios.Conversation {
		reply := func(id string, leaves scenarios.FactSet) scenarios.Reply {
			return scenarios.Reply{ID: id, Moves: [2]scenarios.Move{scenarios.Wait}, Leaves: leaves, To: []scenarios.Target{{Beat: scenarios.EndHere}}}
		}
		return scenarios.Conversation{ID: id, Client: client, Starts: append([]scenarios.Start{{ID: "cold"}}, starts...),
			Facts: []string{"good"}, Meetings: []scenarios.Meeting{{ID: "m"}},
			Beats:   []scenarios.Beat{{ID: "b", Lines: []scenarios.Line{{}}, Replies: []scenarios.Reply{reply("well", 1), reply("badly", 0)}}},
			Endings: []scenarios.Ending{{ID: "well", When: scenarios.Condition{Facts: 1}, Referral: true, Serves: true}, {ID: "badly"}}}
	}
	first := conversation("ada", "ada", scenarios.Start{ID: "known", Trust: scenarios.Trusting})
	ben := conversation("ben", "ben", scenarios.Start{ID: "introduced", IntroducedBy: "ada",
		From: []scenarios.Origin{{Conversation: "ada", Endings: []string{"well"}}}})
	later := conversation("ben-later", "ben", scenarios.Start{ID: "left-alone", From: []scenarios.Origin{{Conversation: "ben", Idle: 1}}},
		scenarios.Start{ID: "met", Trust: scenarios.Trusting, From: []scenarios.Origin{{Conversation: "ben"}}})
	later.After = []string{"ben"}
	return &scenarios.Book{Clients: []scenarios.Client{{ID: "ada"}, {ID: "ben"}}, Conversations: []scenarios.Conversation{first, ben, later}}
}

func run(t *testing.T, b *scenarios.Book, id string, start, reply int) talk.Run {
	t.Helper()
	x, err := talk.New(b, id)
	if err != nil {
		t.Fatal(err)
	}
	r, _ := x.Say(x.NewRun(start, 0, 0), reply)
	if !r.End.Over() {
		t.Fatal("the run goes on")
	}
	return r
}

func startOf(c *career.Career, b *scenarios.Book, id string) string {
	x := b.Conversation(id)
	return x.Starts[c.Start(x)].ID
}

// R1: an introduction that was earned opens warmer; without one the door is
// colder, and open.
func TestR1AnIntroductionIsAStart(t *testing.T) {
	b := small()
	none, good, bad := career.Of(b, nil), career.Of(b, []talk.Run{run(t, b, "ada", 0, 0)}), career.Of(b, []talk.Run{run(t, b, "ada", 0, 1)})
	for c, want := range map[*career.Career]string{none: "cold", good: "introduced", bad: "cold"} {
		if got := startOf(c, b, "ben"); got != want {
			t.Errorf("ben is met %q, want %q", got, want)
		}
		if o := c.Offers()[1]; !o.Open {
			t.Error("the door is locked")
		}
	}
}

// What must be over first is named, and opens when it is.
func TestAfter(t *testing.T) {
	b := small()
	if o := career.Of(b, nil).Offers()[2]; o.Open || o.Waits != "ben" {
		t.Errorf("%+v", o)
	}
	if o := career.Of(b, []talk.Run{run(t, b, "ben", 0, 1)}).Offers()[2]; !o.Open {
		t.Errorf("%+v", o)
	}
}

// T8: a client left alone while others are met is met again cooler.
func TestT8LeftAloneCools(t *testing.T) {
	b := small()
	ben, ada := run(t, b, "ben", 0, 0), run(t, b, "ada", 0, 0)
	if got := startOf(career.Of(b, []talk.Run{ben}), b, "ben-later"); got != "met" {
		t.Errorf("met again at once: %q", got)
	}
	if got := startOf(career.Of(b, []talk.Run{ben, ada}), b, "ben-later"); got != "left-alone" {
		t.Errorf("met again after another: %q", got)
	}
}

// A recorded ending stands: playing again never rewrites it.
func TestTheFirstEndingStands(t *testing.T) {
	b := small()
	c := career.Of(b, []talk.Run{run(t, b, "ada", 0, 1), run(t, b, "ada", 0, 0)})
	if e := c.Ending("ada"); e == nil || e.ID != "badly" {
		t.Errorf("ada ended %+v", e)
	}
}

// R10: what counts is who trusts you in the end, however few meetings.
func TestR10QualityCounts(t *testing.T) {
	b := small()
	c := career.Of(b, []talk.Run{run(t, b, "ada", 1, 0), run(t, b, "ben", 0, 1), run(t, b, "ben-later", 2, 1)})
	people := c.Circle()
	if c.Relationships() != 1 || !people[0].Advisor || people[1].Advisor || !people[0].Introduced {
		t.Errorf("%d relationships in %+v", c.Relationships(), people)
	}
	if !c.Over() {
		t.Error("everyone was met, and it is not over")
	}
}

// A run of another text's ending is kept, and read without a panic.
func TestARecordOfAnotherText(t *testing.T) {
	b := small()
	r := run(t, b, "ada", 0, 0)
	r.End.Ending = 7
	c := career.Of(b, []talk.Run{r})
	if _, ok := c.Held("ada"); !ok || c.Ending("ada") != nil || startOf(c, b, "ben") != "cold" {
		t.Error("a recorded run of another text is not kept, or is misread")
	}
	if p := c.Circle()[0]; !p.Met || p.Ending != nil {
		t.Errorf("%+v", p)
	}
}
