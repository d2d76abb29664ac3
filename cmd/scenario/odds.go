package main

import (
	"fmt"
	"strings"

	"earned/game/odds"
	"earned/game/talk"
)

// oddsCommand says what can come of conversations, exactly.
type oddsCommand struct {
	Names      []string `arg:"" optional:"" help:"Conversations by id, or files; all if none is named."`
	Dir        string   `default:"scenarios" help:"The folder of conversations, clients/ and firm.yaml."`
	Start      string   `help:"The named start to begin from; the first if not said."`
	Beats      bool     `help:"Beat by beat: what each reply does, and which is best."`
	Conditions bool     `help:"What every shipped conversation must satisfy, and what fails; exit status 1 if anything does."`
	JSON       bool     `name:"json" help:"A list with one object a conversation, for programs."`
	Diff       string   `placeholder:"REV" help:"What has changed since a git revision."`
}

func (c *oddsCommand) Run(e *env) error {
	all, err := talks(e, c.Dir, c.Names)
	if err != nil {
		return err
	}
	p := startProgress(e.log)
	defer p.end()
	failed := false
	for _, t := range all {
		bad, err := c.one(e, p, t)
		if err != nil {
			return err
		}
		failed = failed || bad
	}
	if failed {
		return errFaults
	}
	return nil
}

// one prints one conversation, and reports whether a condition fails.
func (c *oddsCommand) one(e *env, p *progress, t *talk.Talk) (bool, error) {
	start, err := startOf(t, c.Start)
	if err != nil {
		return false, err
	}
	o, err := analyse(p, t, start, odds.Cases(t)[0].Prepared)
	if err != nil {
		return false, err
	}
	var b strings.Builder
	writeHead(&b, o)
	p.is("%s: strategies", t.Conversation.ID)
	writeStrategies(&b, o)
	failed := false
	if c.Conditions || c.Beats {
		p.is("%s: conditions", t.Conversation.ID)
		conditions, err := odds.Conditions(t)
		if err != nil {
			return false, err
		}
		failed = writeConditions(&b, conditions) && c.Conditions
	}
	if c.Beats {
		writeBeats(&b, o)
	}
	fmt.Fprint(e.out, b.String())
	return failed, nil
}

func analyse(p *progress, t *talk.Talk, start int, prepared uint16) (*odds.Odds, error) {
	id := t.Conversation.ID
	p.is("%s: walking", id)
	return odds.AnalyseWatched(t, start, prepared, func(done, all int) { p.is("%s: %d of %d beats walked", id, done, all) })
}
