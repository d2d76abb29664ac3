package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"earned/scenarios"
	"earned/scenarios/source"
)

// checkCommand finds faults. With no file named it checks the whole folder.
type checkCommand struct {
	Files []string `arg:"" optional:"" help:"Files to check; all in the folder if none is named."`
	JSON  bool     `name:"json" help:"Print a list for a program to read."`
	Dir   string   `default:"scenarios" help:"The folder of conversations, clients/ and firm.yaml."`
}

func (c *checkCommand) Run(e *env) error {
	faults, err := c.faults()
	if err != nil {
		return err
	}
	if c.JSON {
		err = writeJSON(e.out, faults)
	} else if len(faults) == 0 {
		fmt.Fprintln(e.log, "no faults")
	} else {
		_, err = fmt.Fprint(e.out, source.Format(faults))
	}
	if err == nil && len(faults) > 0 {
		err = errFaults
	}
	return err
}

// faults gives those of the files named. A file of the folder is checked in it;
// any other is a conversation with one of the folder's clients.
func (c *checkCommand) faults() ([]source.Diagnostic, error) {
	book, all, err := readFolder(c.Dir)
	if err != nil {
		return nil, err
	}
	if len(c.Files) == 0 {
		return all, nil
	}
	var faults []source.Diagnostic
	for _, name := range c.Files {
		if _, err := os.Stat(name); err != nil {
			return nil, err
		}
		if within(c.Dir, name) {
			faults = append(faults, slices.DeleteFunc(slices.Clone(all), func(d source.Diagnostic) bool { return !same(d.File, name) })...)
			continue
		}
		_, found, err := readOther(name, book)
		if err != nil {
			return nil, err
		}
		faults = append(faults, found...)
	}
	source.Sort(faults)
	return faults, nil
}

// writeJSON prints a list, an empty one too.
func writeJSON(out io.Writer, faults []source.Diagnostic) error {
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(append([]source.Diagnostic{}, faults...))
}

// readFolder reads a folder of scenarios; the faults name their files as the
// caller would.
func readFolder(dir string) (*scenarios.Book, []source.Diagnostic, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, nil, fmt.Errorf("there is no folder %s: name one with --dir, or change to where it is", dir)
	}
	book, faults := source.Read(os.DirFS(dir))
	for i := range faults {
		faults[i].File = filepath.Join(dir, filepath.FromSlash(faults[i].File))
	}
	return book, faults, nil
}

// readOther reads a conversation from outside the folder.
func readOther(name string, book *scenarios.Book) (scenarios.Conversation, []source.Diagnostic, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return scenarios.Conversation{}, nil, err
	}
	var clients []string
	for i := range book.Clients {
		clients = append(clients, book.Clients[i].ID)
	}
	conversation, faults := source.ReadConversation(name, text, clients)
	return conversation, faults, nil
}

// within says whether a file is one that a folder's reading covers.
func within(dir, name string) bool {
	at := filepath.Dir(name)
	return same(at, dir) || same(at, filepath.Join(dir, "clients"))
}

func same(a, b string) bool {
	x, errX := filepath.Abs(a)
	y, errY := filepath.Abs(b)
	return errX == nil && errY == nil && x == y
}
