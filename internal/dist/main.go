// Command dist makes what people are given who have no Go: one program a
// platform with the built site inside, and the site as a plain folder for any
// web host. make dist runs it.
package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"earned/internal/site"
)

// platforms are those that a program is made for.
var platforms = []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64"}

type options struct {
	Out   string   `default:"dist" help:"Folder to make; what is in it is replaced."`
	For   []string `help:"Platforms, as in linux/amd64; all five where none is given." placeholder:"OS/ARCH"`
	Quick bool     `help:"Do not compress the game as well as can be, which takes most of a minute once."`
}

func main() {
	var o options
	kong.Parse(&o, kong.Name("dist"), kong.Description("Makes programs with the game inside, and the game as a folder for any web host."))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	dir, err := os.Getwd()
	if err == nil {
		err = run(ctx, dir, o, os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "dist:", err)
		os.Exit(1)
	}
}

// run makes all of it from the checkout that dir is in.
func run(ctx context.Context, dir string, o options, out io.Writer) error {
	if len(o.For) == 0 {
		o.For = platforms
	}
	if err := known(ctx, o.For); err != nil {
		return err
	}
	root, err := site.Root(dir)
	if err != nil {
		return err
	}
	if _, err := site.Compile(root); err != nil {
		return err
	}
	built, err := site.Build(ctx, root, out)
	if err != nil {
		return err
	}
	if !o.Quick {
		fmt.Fprintln(out, "Compressing the game as well as can be (most of a minute, once)")
		if err := built.Shrink(); err != nil {
			return err
		}
	}
	pages, err := site.Load(root, built)
	if err != nil {
		return err
	}
	rights, err := licences(ctx, root)
	if err != nil {
		return err
	}
	if err := os.RemoveAll(o.Out); err != nil {
		return fmt.Errorf("cannot clear %s: %w", o.Out, err)
	}
	if err := pages.Write(filepath.Join(o.Out, "site"), false); err != nil {
		return err
	}
	for _, dir := range []string{o.Out, filepath.Join(o.Out, "site")} {
		if err := os.WriteFile(filepath.Join(dir, licencesName), rights, 0o644); err != nil {
			return err
		}
	}
	if err := programs(ctx, root, pages, rights, o, out); err != nil {
		return err
	}
	return sums(o.Out)
}

// known holds that Go knows the platforms: what was made before is cleared only
// for what can be made.
func known(ctx context.Context, all []string) error {
	list, err := exec.CommandContext(ctx, site.GoTool(), "tool", "dist", "list").Output()
	if err != nil {
		return fmt.Errorf("cannot ask Go for its platforms: %w", err)
	}
	for _, p := range all {
		if !slices.Contains(strings.Fields(string(list)), p) {
			return fmt.Errorf("--for %s is no platform; one looks like linux/amd64", p)
		}
	}
	return nil
}

// programs makes one a platform. The site is put where internal/site embeds it
// from by an overlay: the checkout itself stays as it is.
func programs(ctx context.Context, root string, pages *site.Site, rights []byte, o options, out io.Writer) error {
	tmp, err := os.MkdirTemp("", "earned-dist-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	inside := filepath.Join(tmp, "site")
	if err := pages.Write(inside, true); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(inside, licencesName), rights, 0o644); err != nil {
		return err
	}
	over, err := overlay(inside, filepath.Join(root, "internal", "site", "shipped"))
	if err != nil {
		return err
	}
	list := filepath.Join(tmp, "overlay.json")
	if err := os.WriteFile(list, over, 0o644); err != nil {
		return err
	}
	to, err := filepath.Abs(o.Out)
	if err != nil {
		return err
	}
	for _, p := range o.For {
		system, arch, _ := strings.Cut(p, "/")
		name := "earned-" + system + "-" + arch
		if system == "windows" {
			name += ".exe"
		}
		fmt.Fprintln(out, "Building", filepath.Join(o.Out, name))
		cmd := exec.CommandContext(ctx, site.GoTool(), "build", "-tags", "shipped", "-overlay", list, "-trimpath", "-buildvcs=false", "-ldflags=-s -w",
			"-o", filepath.Join(to, name), "./cmd/serve")
		cmd.Dir = root
		cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+arch, "CGO_ENABLED=0")
		if said, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("the program for %s does not build: %w\n%s", p, err, said)
		}
	}
	return nil
}

// overlay tells go build to see the files of one folder in another.
func overlay(from, as string) ([]byte, error) {
	files := map[string]string{}
	err := filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		below, err := filepath.Rel(from, name)
		files[filepath.Join(as, below)] = name
		return err
	})
	if err != nil {
		return nil, err
	}
	return json.Marshal(map[string]map[string]string{"Replace": files})
}

// sums writes the programs' checksums, as sha256sum -c reads them.
func sums(dir string) error {
	programs, err := filepath.Glob(filepath.Join(dir, "earned-*"))
	if err != nil {
		return err
	}
	var all strings.Builder
	for _, p := range programs {
		body, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		fmt.Fprintf(&all, "%x  %s\n", sha256.Sum256(body), filepath.Base(p))
	}
	return os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte(all.String()), 0o644)
}
