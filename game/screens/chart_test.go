package screens_test

import (
	"testing"

	"earned/game/odds"
	"earned/game/screens"
	"earned/game/talk"
	"earned/game/view"
)

// What was in reach is said of a run as it was held, and not where text or rules
// have changed since.
func TestNothingIsInReachOfAStaleRun(t *testing.T) {
	b := book(t)
	x, err := talk.New(b, "nine-months-late")
	if err != nil {
		t.Fatal(err)
	}
	o, err := odds.Analyse(x, 0, 0)
	if err != nil {
		t.Fatal(err)
	}
	run := x.NewRun(0, 0, 1)
	for _, step := range o.BestWay() {
		run, _ = x.Say(run, step.Reply)
	}
	says := func(run talk.Run) bool {
		return open(t, b, screens.SavedRun(run)).app.View().Find(func(n *view.Node) bool { return n.Key == "reach" }) != nil
	}
	if !says(run) {
		t.Error("of the best way it is not said that the best was in reach")
	}
	run.Rules++
	if says(run) {
		t.Error("it is said what was in reach under other rules")
	}
}
