package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"earned/scenarios"
	"earned/scenarios/source"
)

// packCommand makes one file of a few conversations, with all that they need, to
// be opened in the browser.
type packCommand struct {
	Files []string `arg:"" help:"Conversations by id, or files."`
	Out   string   `help:"The file to write; the first conversation's name with .earned if not said."`
	Dir   string   `default:"scenarios" help:"The folder of their clients and the firm."`
}

func (c *packCommand) Run(e *env) error {
	check := checkCommand{Files: c.Files, Dir: c.Dir}
	if err := check.Run(e); err != nil {
		return err
	}
	all, _, err := readFolder(c.Dir)
	if err != nil {
		return err
	}
	book := &scenarios.Book{Firm: all.Firm}
	for _, name := range c.Files {
		conversation, faults, _, err := readOther(fileOf(c.Dir, name), all)
		if err != nil {
			return err
		}
		if source.Stopped(faults) {
			return fmt.Errorf("%s: not a conversation", name)
		}
		book.Conversations = append(book.Conversations, conversation)
	}
	book.Clients = slices.DeleteFunc(all.Clients, func(x scenarios.Client) bool { return !met(book, x.ID) })
	if err := book.Seal(); err != nil {
		return err
	}
	data, err := scenarios.Encode(book)
	if err != nil {
		return err
	}
	out := c.Out
	if out == "" {
		out = strings.TrimSuffix(filepath.Base(c.Files[0]), ".yaml") + ".earned"
	}
	if err := os.WriteFile(out, data, 0o644); err != nil {
		return err
	}
	fmt.Fprintf(e.out, "%s: %d bytes\n", out, len(data))
	return nil
}

// met says whether a client is met in the book, or has introduced the player.
func met(book *scenarios.Book, id string) bool {
	return slices.ContainsFunc(book.Conversations, func(x scenarios.Conversation) bool {
		return x.Client == id || slices.ContainsFunc(x.Starts, func(s scenarios.Start) bool { return s.IntroducedBy == id })
	})
}
