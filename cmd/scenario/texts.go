package main

import (
	"encoding/csv"
	"encoding/json"
	"maps"
)

// textsCommand prints every text with its stable id, for translators and
// voices.
type textsCommand struct {
	Names []string `arg:"" optional:"" help:"Conversations, by id or file; all if none is named."`
	JSON  bool     `name:"json" help:"Print one object, id to text, in place of comma-separated lines."`
	Dir   string   `default:"scenarios" help:"The folder of conversations, clients/ and firm.yaml."`
}

func (c *textsCommand) Run(e *env) error {
	all, err := talks(e, c.Dir, c.Names)
	if err != nil {
		return err
	}
	if c.JSON {
		out := map[string]string{}
		for _, t := range all {
			maps.Insert(out, t.Conversation.Texts())
		}
		encoder := json.NewEncoder(e.out)
		encoder.SetIndent("", "  ")
		encoder.SetEscapeHTML(false)
		return encoder.Encode(out)
	}
	w := csv.NewWriter(e.out)
	rows := [][]string{{"id", "text"}}
	for _, t := range all {
		for id, text := range t.Conversation.Texts() {
			rows = append(rows, []string{id, text})
		}
	}
	return w.WriteAll(rows)
}
