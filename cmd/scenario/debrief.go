package main

import (
	"fmt"

	"earned/game/debrief"
	"earned/game/talk"
)

// debriefCommand tells what a run's code holds, as the game's debrief does.
type debriefCommand struct {
	Code string `arg:"" help:"A run as the game or a workshop copies it."`
	Dir  string `default:"scenarios" help:"Where the conversations are."`
}

func (c *debriefCommand) Run(e *env) error {
	book, err := readBook(e, c.Dir)
	if err != nil {
		return err
	}
	run, err := talk.ParseCode(book, c.Code)
	if err != nil {
		return err
	}
	t, err := talk.New(book, run.Conversation)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(e.out, debrief.Of(t, run).Text())
	return err
}
