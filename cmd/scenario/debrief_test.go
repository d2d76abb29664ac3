package main

import (
	"strings"
	"testing"
)

// What a code holds is told again, reply by reply; what is none is refused.
func TestDebriefOfACode(t *testing.T) {
	dir := begun(t)
	var out strings.Builder
	e := &env{out: &out, log: &out}
	all, err := talks(e, dir, []string{"two-rooms"})
	if err != nil {
		t.Fatal(err)
	}
	run := all[0].NewRun(0, 0, 1)
	var said []string
	for !run.End.Over() {
		reply := all[0].Offered(run.End, nil)[0]
		said = append(said, all[0].Beat(run.End).Replies[reply].Says)
		run, _ = all[0].Say(run, reply)
	}
	if err := (&debriefCommand{Code: run.String(), Dir: dir}).Run(e); err != nil {
		t.Fatal(err)
	}
	has(t, "the debrief", out.String(), said...)
	if err := (&debriefCommand{Code: "nonsense", Dir: dir}).Run(e); err == nil {
		t.Error("nonsense was taken for a code")
	}
}
