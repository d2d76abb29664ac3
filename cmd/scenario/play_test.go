package main

import (
	"strings"
	"testing"
)

// played is what the terminal shows of a conversation for what is typed.
func played(t *testing.T, c playCommand, typed string) string {
	t.Helper()
	var out strings.Builder
	if err := c.Run(&env{in: strings.NewReader(typed), out: &out, log: &out}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestPlayToTheEnd(t *testing.T) {
	dir := begun(t)
	out := played(t, playCommand{Name: "two-rooms", Dir: dir}, strings.Repeat("1\n", 60))
	has(t, "the play", out, "Today you want", "deal: ", "referral")
	if strings.Contains(out, "thinks:") {
		t.Errorf("without the meter it shows what the client thinks:\n%s", out)
	}
}

func TestPlayWithTheMeter(t *testing.T) {
	out := played(t, playCommand{Name: "two-rooms", Dir: begun(t), Meter: true, Odds: true}, "1\nq\n")
	has(t, "the play", out, "thinks:", "trust ", "  > ", "from here: ")
}

// Going back is where it was before: the same words are said again.
func TestPlayBack(t *testing.T) {
	dir := begun(t)
	first := played(t, playCommand{Name: "two-rooms", Dir: dir}, "q\n")
	again := played(t, playCommand{Name: "two-rooms", Dir: dir}, "b\n1\nb\nq\n")
	has(t, "the play", again, "This is where it began.")
	line := first[strings.LastIndex(first, "\n  1  "):]
	if strings.Count(again, line[:strings.LastIndex(line, "\n")]) != 3 {
		t.Errorf("after going back the first replies are not offered again:\n%s", again)
	}
}

func TestPlayFromABeat(t *testing.T) {
	dir := begun(t)
	x, err := talks(&env{log: new(strings.Builder)}, dir, []string{"two-rooms"})
	if err != nil {
		t.Fatal(err)
	}
	last := x[0].Conversation.Beats[len(x[0].Conversation.Beats)-1]
	out := played(t, playCommand{Name: "two-rooms", Dir: dir, From: last.ID}, "what\nq\n")
	has(t, "the play", out, last.Replies[len(last.Replies)-1].Says, `There is no reply "what".`)
	if strings.Contains(out, "Today you want") {
		t.Errorf("from a beat in the middle the brief is shown:\n%s", out)
	}
	for _, c := range []playCommand{{Name: "two-rooms", Dir: dir, From: "nowhere"}, {Name: "two-rooms", Dir: dir, Read: []string{"nothing"}}} {
		if err := c.Run(&env{in: strings.NewReader(""), out: new(strings.Builder), log: new(strings.Builder)}); err == nil {
			t.Errorf("%+v is played", c)
		}
	}
}

// The order of the replies follows the seed, as on the screen.
func TestPlayBySeed(t *testing.T) {
	dir := begun(t)
	orders := map[string]bool{}
	for seed := range uint64(20) {
		orders[played(t, playCommand{Name: "two-rooms", Dir: dir, Seed: seed + 1}, "q\n")] = true
	}
	if len(orders) < 2 {
		t.Error("twenty seeds show one order")
	}
}
