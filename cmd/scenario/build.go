package main

import (
	"fmt"
	"os"
	"path/filepath"

	"earned/scenarios"
	"earned/scenarios/source"
)

// buildCommand compiles the folder into the file that the game embeds.
type buildCommand struct {
	Dir   string `default:"." help:"The folder of conversations; where there is a scenarios folder in it, that."`
	Out   string `help:"The file to write; compiled.bin in the folder if not said."`
	Force bool   `help:"Leave out what has faults instead of failing."`
}

func (c *buildCommand) Run(e *env) error {
	dir := c.Dir
	if info, err := os.Stat(filepath.Join(dir, "scenarios")); err == nil && info.IsDir() {
		dir = filepath.Join(dir, "scenarios")
	}
	book, faults, err := readFolder(dir)
	if err != nil {
		return err
	}
	if len(faults) > 0 {
		fmt.Fprint(e.log, source.Format(faults))
		if !c.Force {
			return errFaults
		}
	}
	data, err := scenarios.Encode(book)
	if err != nil {
		return err
	}
	out := c.Out
	if out == "" {
		out = filepath.Join(dir, "compiled.bin")
	}
	return writeIfNew(out, data)
}
