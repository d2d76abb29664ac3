package main

import (
	"encoding/json"
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
	Diff       string   `placeholder:"REV" help:"What has changed since a git revision, by today's rules."`
}

// survey is a conversation's odds from one start with every preparation; those
// of the first preparation stand for all where one is asked about a state.
type survey struct {
	*odds.Odds
	all []*odds.Odds
}

func (c *oddsCommand) Run(e *env) error {
	all, err := talks(e, c.Dir, c.Names)
	if err != nil {
		return err
	}
	p := startProgress(e.log)
	defer p.end()
	if c.Diff != "" {
		return c.diff(e, p, all)
	}
	if c.JSON {
		return c.json(e, p, all)
	}
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
	s, err := c.survey(p, t)
	if err != nil {
		return false, err
	}
	var b strings.Builder
	writeHead(&b, s.Odds)
	writeStrategies(&b, p, s)
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
		writeBeats(&b, s.Odds)
	}
	fmt.Fprint(e.out, b.String())
	return failed, nil
}

// survey walks a conversation from the start asked for.
func (c *oddsCommand) survey(p *progress, t *talk.Talk) (*survey, error) {
	start, err := startOf(t, c.Start)
	if err != nil {
		return nil, err
	}
	s := &survey{}
	for _, prepared := range odds.Preparations(t) {
		o, err := analyse(p, t, start, prepared)
		if err != nil {
			return nil, err
		}
		s.all = append(s.all, o)
	}
	s.Odds = s.all[0]
	return s, nil
}

func analyse(p *progress, t *talk.Talk, start int, prepared uint16) (*odds.Odds, error) {
	id := t.Conversation.ID
	p.is("%s: walking", id)
	return odds.AnalyseWatched(t, start, prepared, func(done, all int) { p.is("%s: %d of %d beats walked", id, done, all) })
}

func (c *oddsCommand) json(e *env, p *progress, all []*talk.Talk) error {
	list := []*summary{}
	for _, t := range all {
		x, err := c.summarise(p, t)
		if err != nil {
			return err
		}
		list = append(list, x)
	}
	return writeList(e, list)
}

func writeList(e *env, list any) error {
	enc := json.NewEncoder(e.out)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(list)
}

// played calls for each way to play: at random, the strategies, blind to the
// words.
func (s *survey) played(p *progress, each func(name string, x odds.Played)) {
	id := s.Talk.Conversation.ID
	p.is("%s: strategies", id)
	each("random", odds.Mean(s.all, (*odds.Odds).Random))
	for i := range odds.Strategies {
		x := &odds.Strategies[i]
		each(x.ID, odds.Mean(s.all, func(o *odds.Odds) odds.Played { return o.Play(x) }))
	}
	p.is("%s: the best policy blind to the words", id)
	each("blind", odds.Mean(s.all, func(o *odds.Odds) odds.Played { return o.Blind().Played }))
}
