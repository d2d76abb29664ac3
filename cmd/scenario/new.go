package main

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"earned/scenarios"
	"earned/scenarios/source"
)

//go:embed starter
var starter embed.FS

// newCommand writes a conversation to start from, and whatever it needs that is
// not there yet. What it writes has no fault.
type newCommand struct {
	Name   string `arg:"" help:"The conversation's id: lower-case letters, digits and hyphens."`
	Client string `help:"The client's id, there already or new; the folder's first if not said."`
	Dir    string `default:"scenarios" help:"The folder of conversations."`
}

func (c *newCommand) Run(e *env) error {
	if err := mustBeID(c.Name); err != nil {
		return err
	}
	if c.Name == "firm" {
		return errors.New("firm.yaml is the firm's own file: choose another name")
	}
	if err := os.MkdirAll(filepath.Join(c.Dir, "clients"), 0o755); err != nil {
		return err
	}
	book, _, err := readFolder(c.Dir)
	if err != nil {
		return err
	}
	if c.Client == "" {
		c.Client = firstClient(book)
	}
	if err := mustBeID(c.Client); err != nil {
		return err
	}
	if err := c.write(e, "conversation.yaml", c.Name+".yaml", book); err != nil {
		return fmt.Errorf("%w: choose another name", err)
	}
	for _, needed := range [][2]string{{"clients/client.yaml", "clients/" + c.Client + ".yaml"}, {"firm.yaml", "firm.yaml"}} {
		if err := c.write(e, needed[0], needed[1], book); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return nil
}

func mustBeID(s string) error {
	if !source.IsID(s) {
		return fmt.Errorf("%q is no id: lower-case letters, digits and hyphens, as in two-rooms", s)
	}
	return nil
}

// write writes one file of the starter unless there is one already.
func (c *newCommand) write(e *env, from, to string, book *scenarios.Book) error {
	text, err := starter.ReadFile("starter/" + from)
	if err != nil {
		return err
	}
	name := filepath.Join(c.Dir, filepath.FromSlash(to))
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = strings.NewReplacer("{{NAME}}", c.Name, "{{CLIENT}}", c.Client, "{{FIGURE}}", firstFigure(book)).
		WriteString(file, string(text))
	if err = cmp.Or(err, file.Close()); err == nil {
		fmt.Fprintln(e.out, name)
	}
	return err
}

func firstClient(book *scenarios.Book) string {
	if len(book.Clients) == 0 {
		return "sam-somebody"
	}
	return book.Clients[0].ID
}

// firstFigure is a figure that is drawn.
func firstFigure(book *scenarios.Book) string {
	if len(book.Clients) == 0 {
		return "dana"
	}
	return book.Clients[0].Figure
}
