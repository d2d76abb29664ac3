package site

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// wasmPackage is the program that runs in the browser.
const wasmPackage = "./cmd/wasm"

// BuildFlags are how it is built; they are part of the cache's key. Functions
// are inlined only where it is hot, in our own rooms, the engine, the shaper of
// its letters and Go's runtime: elsewhere code that repeats itself compresses
// to a tenth less (docs/performance.md). And in syscall/js, which keeps the lists
// of arguments of every call into the page on the stack only where the function
// that makes them is inlined; drawing a frame is some thirty such calls.
var BuildFlags = []string{"-trimpath", "-buildvcs=false", "-ldflags=-s -w",
	"-gcflags=all=-l", "-gcflags=earned/...=", "-gcflags=runtime/...=", "-gcflags=internal/runtime/...=",
	"-gcflags=github.com/hajimehoshi/ebiten/...=", "-gcflags=github.com/go-text/...=", "-gcflags=syscall/js="}

// CacheDir is where builds are kept, inside the checkout; git ignores .build.
const CacheDir = ".build/game"

// keep is how many builds stay in the cache; older ones are removed.
const keep = 3

// Built is the game built for the browser.
type Built struct {
	Key     string // of everything it was made from
	Dir     string // where the cache keeps it
	Cached  bool   // it was there already
	program packed
	support []byte
}

// Size is the program's size in bytes: as it is, and compressed by gzip and
// Brotli at the cache's quick levels.
func (b *Built) Size() (plain, gzip, brotli int) {
	return len(b.program.plain), len(b.program.gzip), len(b.program.brotli)
}

// Build builds the game for the browser, or finds it in the cache when nothing
// that goes into it has changed since. What it does is said on say. An error
// is one line that names the first fault.
func Build(ctx context.Context, root string, say io.Writer) (*Built, error) {
	in, err := look(ctx, root)
	if err != nil {
		return nil, err
	}
	support, err := os.ReadFile(filepath.Join(in.goroot, "lib", "wasm", Support))
	if err != nil {
		return nil, fmt.Errorf("this Go has no %s: %w; install Go again from go.dev/dl", Support, err)
	}
	b := &Built{Key: in.key, Dir: filepath.Join(root, CacheDir, in.key), support: support}
	if b.program, err = readPacked(b.Dir); err == nil {
		b.Cached = true
		now := time.Now()
		_ = os.Chtimes(b.Dir, now, now) // only so that prune keeps what is used
		return b, nil
	}
	if err := compile(ctx, root, in, b.Dir, say); err != nil {
		return nil, err
	}
	if b.program, err = readPacked(b.Dir); err != nil {
		return nil, fmt.Errorf("cannot read what was just built: %w", err)
	}
	prune(filepath.Join(root, CacheDir), b.Key)
	return b, nil
}

// inputs is what the game is made from.
type inputs struct {
	goroot   string
	key      string
	packages map[string]bool // import paths, the standard library's too
}

// listed is what `go list -json` says of a package, as far as it matters here.
type listed struct {
	ImportPath, Dir     string
	Standard            bool
	Module              *struct{ Main bool }
	GoFiles, EmbedFiles []string
	Error               *struct{ Err string }
}

// look finds what the game is made from, and a key of its contents. Packages
// of other modules are told apart by go.sum, the standard library by Go's
// version, our own by what is in their files.
func look(ctx context.Context, root string) (*inputs, error) {
	env, err := goCommand(ctx, root, "env", "GOROOT", "GOVERSION").Output()
	if err != nil {
		return nil, goFault("cannot run the go command", err)
	}
	goroot, version, _ := strings.Cut(strings.TrimSpace(string(env)), "\n")
	cmd := goCommand(ctx, root, "list", "-deps", "-e", "-buildvcs=false", "-json=ImportPath,Dir,Standard,Module,GoFiles,EmbedFiles,Error", wasmPackage)
	out, err := cmd.Output()
	if err != nil {
		return nil, goFault("cannot list the game's packages", err)
	}
	h := sha256.New()
	fmt.Fprintln(h, version, BuildFlags)
	in := &inputs{goroot: goroot, packages: map[string]bool{}}
	files := []string{filepath.Join(root, "go.mod"), filepath.Join(root, "go.sum")}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("cannot read what go list said: %w", err)
		}
		if p.Error != nil {
			return nil, fmt.Errorf("the game does not build: %s", firstLine(p.Error.Err))
		}
		in.packages[p.ImportPath] = true
		if p.Standard || p.Module == nil || !p.Module.Main {
			continue
		}
		for _, f := range append(p.GoFiles, p.EmbedFiles...) {
			files = append(files, filepath.Join(p.Dir, f))
		}
	}
	for _, name := range files {
		body, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("a file of the game is missing: %w", err)
		}
		fmt.Fprintf(h, "%s %d\n", strings.TrimPrefix(name, root), len(body))
		h.Write(body)
	}
	in.key = hex.EncodeToString(h.Sum(nil))[:16]
	return in, nil
}

// compile builds and compresses into dir, which appears only when it is whole.
func compile(ctx context.Context, root string, in *inputs, dir string, say io.Writer) error {
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return fmt.Errorf("cannot make the cache folder: %w", err)
	}
	tmp, err := os.MkdirTemp(filepath.Dir(dir), "making-")
	if err != nil {
		return fmt.Errorf("cannot make the cache folder: %w", err)
	}
	defer os.RemoveAll(tmp)

	p := startProgress(say, "Building the game for the browser", in.packages)
	args := append([]string{"build", "-v", "-o", filepath.Join(tmp, Program)}, BuildFlags...)
	cmd := goCommand(ctx, root, append(args, wasmPackage)...)
	cmd.Stderr = p
	err = cmd.Run()
	p.stop(err == nil)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return buildFault(p.rest(), err)
	}

	plain, err := os.ReadFile(filepath.Join(tmp, Program))
	if err != nil {
		return fmt.Errorf("go build left no program: %w", err)
	}
	p = startProgress(say, "Compressing it", nil)
	done, err := squeeze(plain, quickGzip, quickBrotli)
	p.stop(err == nil)
	if err != nil {
		return err
	}
	for end, body := range map[string][]byte{".gz": done.gzip, ".br": done.brotli} {
		if err := os.WriteFile(filepath.Join(tmp, Program+end), body, 0o644); err != nil {
			return fmt.Errorf("cannot keep the build: %w", err)
		}
	}
	if err := os.Rename(tmp, dir); err != nil {
		if _, there := readPacked(dir); there == nil {
			return nil // another start built the same just now
		}
		return fmt.Errorf("cannot keep the build: %w", err)
	}
	return nil
}

// goCommand is the go command set for the browser. CGO_ENABLED=0 because the
// game needs no C compiler on any machine.
func goCommand(ctx context.Context, root string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, GoTool(), args...) // the arguments are this package's own
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	return cmd
}

// GoTool is the go command: the one on the PATH, which `go run` puts first.
func GoTool() string {
	name := "go"
	if runtime.GOOS == "windows" {
		name = "go.exe"
	}
	if p, err := exec.LookPath(name); err == nil {
		return p
	}
	if goroot := os.Getenv("GOROOT"); goroot != "" {
		return filepath.Join(goroot, "bin", name)
	}
	return name
}

// goFault is one line from a go command that failed.
func goFault(what string, err error) error {
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && len(exit.Stderr) > 0 {
		return fmt.Errorf("%s: %s", what, firstLine(string(exit.Stderr)))
	}
	return fmt.Errorf("%s: %w", what, err)
}

// buildFault is one line from what the compiler said: the first fault, how
// many more there are, and how to see them.
func buildFault(said string, err error) error {
	var faults []string
	for l := range strings.SplitSeq(said, "\n") {
		if l = strings.TrimRight(l, " \r"); l != "" && !strings.HasPrefix(l, "#") && !strings.HasPrefix(l, "\t") {
			faults = append(faults, strings.TrimPrefix(l, "./"))
		}
	}
	if len(faults) == 0 {
		return fmt.Errorf("the game does not build: %w", err)
	}
	more := ""
	if n := len(faults) - 1; n > 0 {
		more = fmt.Sprintf(" (and %d more; to see them: GOOS=js GOARCH=wasm go build %s)", n, wasmPackage)
	}
	return fmt.Errorf("the game does not build: %s%s", faults[0], more)
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return strings.TrimSpace(line)
}

// readPacked reads a program and its compressed forms.
func readPacked(dir string) (p packed, err error) {
	name := filepath.Join(dir, Program)
	if p.plain, err = os.ReadFile(name); err != nil {
		return p, err
	}
	if p.gzip, err = os.ReadFile(name + ".gz"); err != nil {
		return p, err
	}
	p.brotli, err = os.ReadFile(name + ".br")
	return p, err
}

// prune removes the oldest builds but the newest few. A failure costs disk
// space and nothing else.
func prune(cache, current string) {
	entries, err := os.ReadDir(cache)
	if err != nil {
		return
	}
	for len(entries) > keep {
		oldest, age := -1, time.Now()
		for i, e := range entries {
			if info, err := e.Info(); err == nil && e.Name() != current && info.ModTime().Before(age) {
				oldest, age = i, info.ModTime()
			}
		}
		if oldest < 0 {
			return
		}
		_ = os.RemoveAll(filepath.Join(cache, entries[oldest].Name()))
		entries = append(entries[:oldest], entries[oldest+1:]...)
	}
}
