package main

import (
	"bytes"
	"os"
	"path/filepath"

	"earned/scenarios/source"
)

// schemaCommand writes what an editor needs to help while one types.
type schemaCommand struct {
	Dir string `default:"scenarios" help:"The folder that schema.json goes into."`
}

func (c *schemaCommand) Run(*env) error {
	data, err := source.Schema()
	if err != nil {
		return err
	}
	return writeIfNew(filepath.Join(c.Dir, "schema.json"), data)
}

// writeIfNew leaves a file alone that is the same already, so that nothing is
// built again for it.
func writeIfNew(name string, data []byte) error {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, data) {
		return nil
	}
	return os.WriteFile(name, data, 0o644)
}
