package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"earned/internal/site"
)

// licencesName is the file that goes with everything given away, beside the
// programs, in the folder, and within each program.
const licencesName = "LICENSES.txt"

// licences is the text of every licence of what is given away: ours, the
// typeface's, and those of what is linked into the game and into the programs.
// assets/LICENSES.md lists the same.
func licences(ctx context.Context, root string) ([]byte, error) {
	var all strings.Builder
	add := func(of, file string) error {
		text, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("a licence is missing: %w", err)
		}
		fmt.Fprintf(&all, "%s\n%s\n%s\n\n\n", of, strings.Repeat("=", len(of)), strings.TrimSpace(string(text)))
		return nil
	}
	if err := add("Earned", filepath.Join(root, "LICENSE")); err != nil {
		return nil, err
	}
	if err := add("Atkinson Hyperlegible Next, the typeface", filepath.Join(root, "assets", "fonts", "OFL.txt")); err != nil {
		return nil, err
	}
	modules, err := linked(ctx, root)
	if err != nil {
		return nil, err
	}
	for _, m := range modules {
		files, err := licenceFiles(m.dir)
		if err != nil {
			return nil, err
		}
		if len(files) == 0 {
			return nil, fmt.Errorf("%s has no licence in %s", m.path, m.dir)
		}
		of := m.path
		if of == "golang.org/x/sync" { // word for word the same, and where Go is installed is not always Go's licence
			of += ", and Go's runtime and standard library"
		}
		for _, f := range files {
			if err := add(of, f); err != nil {
				return nil, err
			}
		}
	}
	return []byte(all.String()), nil
}

// module is one that is linked, and the folder it is in.
type module struct{ path, dir string }

// linked are the modules that the game and the programs are made of, by name.
func linked(ctx context.Context, root string) ([]module, error) {
	var all []module
	for _, of := range []struct{ system, arch, cmd string }{{"js", "wasm", "./cmd/wasm"}, {"linux", "amd64", "./cmd/serve"}, {"windows", "amd64", "./cmd/serve"}} {
		cmd := exec.CommandContext(ctx, site.GoTool(), "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}", of.cmd)
		cmd.Dir = root
		cmd.Env = append(os.Environ(), "GOOS="+of.system, "GOARCH="+of.arch, "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("cannot list what %s is made of: %w", of.cmd, err)
		}
		for line := range strings.Lines(string(out)) {
			if path, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
				all = append(all, module{path, dir})
			}
		}
	}
	slices.SortFunc(all, func(a, b module) int { return strings.Compare(a.path, b.path) })
	return slices.Compact(all), nil
}

// licenceFiles are the files of a module that say what it may be used for.
func licenceFiles(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		name := strings.ToUpper(e.Name())
		if e.Type().IsRegular() && (strings.HasPrefix(name, "LICENSE") || strings.HasPrefix(name, "COPYING") || strings.HasPrefix(name, "NOTICE")) {
			files = append(files, filepath.Join(dir, e.Name()))
		}
	}
	return files, nil
}
