package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"earned/internal/author"
	"earned/scenarios"
	"earned/scenarios/source"
)

// checkCommand finds faults. With no file named it checks the whole folder.
type checkCommand struct {
	Files []string `arg:"" optional:"" help:"Conversations by id, or files; all in the folder if none is named."`
	JSON  bool     `name:"json" help:"Print a list for a program to read."`
	Dir   string   `default:"scenarios" help:"The folder of conversations, clients/ and firm.yaml."`
}

func (c *checkCommand) Run(e *env) error {
	faults, err := c.faults(e.log)
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
func (c *checkCommand) faults(log io.Writer) ([]source.Diagnostic, error) {
	book, all, err := c.folder(log)
	if err != nil {
		return nil, err
	}
	if len(c.Files) == 0 {
		return all, nil
	}
	var faults []source.Diagnostic
	for _, name := range c.Files {
		name = fileOf(c.Dir, name)
		if err := mustBeYAML(name); err != nil {
			return nil, err
		}
		if within(c.Dir, name) {
			faults = append(faults, slices.DeleteFunc(slices.Clone(all), func(d source.Diagnostic) bool { return !same(d.File, name) })...)
			continue
		}
		conversation, found, places, err := readOther(name, book)
		if err != nil {
			return nil, err
		}
		faults = append(faults, found...)
		if !source.Stopped(found) {
			with := &scenarios.Book{Clients: book.Clients, Conversations: []scenarios.Conversation{conversation}}
			faults = append(faults, author.Weigh(with, conversation.ID, places)...)
		}
	}
	source.Sort(faults)
	return faults, nil
}

// folder checks the whole folder; the faults name their files as the caller
// would.
func (c *checkCommand) folder(log io.Writer) (*scenarios.Book, []source.Diagnostic, error) {
	if err := isFolder(c.Dir); err != nil {
		return nil, nil, err
	}
	p := startProgress(log)
	defer p.end()
	book, faults := author.Check(os.DirFS(c.Dir), func(id string) { p.is("Weighing %s", id) })
	return book, inFolder(c.Dir, faults), nil
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
	if err := isFolder(dir); err != nil {
		return nil, nil, err
	}
	book, faults := source.Read(os.DirFS(dir))
	return book, inFolder(dir, faults), nil
}

func isFolder(dir string) error {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return fmt.Errorf("there is no folder %s: name one with --dir, or change to where it is", dir)
	}
	return nil
}

func inFolder(dir string, faults []source.Diagnostic) []source.Diagnostic {
	for i := range faults {
		faults[i].File = filepath.Join(dir, filepath.FromSlash(faults[i].File))
	}
	return faults
}

// readOther reads a conversation from outside the folder.
func readOther(name string, book *scenarios.Book) (scenarios.Conversation, []source.Diagnostic, source.Places, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return scenarios.Conversation{}, nil, nil, err
	}
	var clients []string
	for i := range book.Clients {
		clients = append(clients, book.Clients[i].ID)
	}
	conversation, faults, places := source.ReadConversation(name, text, clients)
	return conversation, faults, places, nil
}

// mustBeYAML holds that a file is one that can be read: in the folder any
// other is passed over.
func mustBeYAML(name string) error {
	info, err := os.Stat(name)
	if err == nil && (!info.Mode().IsRegular() || filepath.Ext(name) != ".yaml") {
		return fmt.Errorf("%s is no file that ends in .yaml", name)
	}
	return err
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
