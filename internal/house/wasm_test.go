package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"earned/internal/site"
)

// never is what the game in the browser must not link, and why. (net, os/exec,
// encoding/json and encoding/xml are not here: the engine itself links them.)
var never = map[string]string{
	"go.yaml.in":         "scenarios are compiled; YAML is for tools",
	"gopkg.in":           "scenarios are compiled; YAML is for tools",
	"net/http":           "the browser fetches",
	"crypto/tls":         "the browser fetches",
	"testing":            "it is a tool",
	"github.com/nats-io": "rooms are the server's",
	"github.com/hajimehoshi/ebiten/v2/exp/textinput": "it calls eval, which the page's policy forbids",
	"github.com/hajimehoshi/ebiten/v2/text":          "deprecated; text/v2 is used",
	"github.com/hajimehoshi/ebiten/v2/ebitenutil":    "it loads files and prints for debugging",
	"github.com/chromedp":                            "it is a tool",
	"github.com/alecthomas/kong":                     "it is a tool",
	"github.com/andybalholm/brotli":                  "it is a tool",
	"earned/scenarios/source":                        "scenarios are compiled",
	"earned/internal":                                "it is a tool",
	"earned/workshop":                                "rooms are the server's",
}

// except are packages that the list above would catch and that are wanted.
var except = []string{"github.com/hajimehoshi/ebiten/v2/text/v2"}

func TestWasmLinksNone(t *testing.T) {
	deps := list(t, true, "-deps", "./cmd/wasm")
	if len(deps) < 20 {
		t.Fatalf("cmd/wasm has only %d packages; is it there?", len(deps))
	}
	for _, p := range deps {
		for bad, why := range never {
			if under(p.ImportPath, bad) && !underAny(p.ImportPath, except) {
				t.Errorf("the game links %s: %s (go mod why, or GOOS=js go list -deps, tells through what)", p.ImportPath, why)
			}
		}
	}
}

func under(path, prefix string) bool { return path == prefix || strings.HasPrefix(path, prefix+"/") }

func underAny(path string, prefixes []string) bool {
	for _, p := range prefixes {
		if under(path, p) {
			return true
		}
	}
	return false
}

// Bounds on what a visitor downloads, compressed by Brotli at the quick level
// (a release's is about a seventh smaller). Measured, with a little room: what
// passes them was decided by someone.
const maxBrotli = 4_500_000

func TestSizeBudget(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: the game is not built")
	}
	b, err := site.Build(t.Context(), root(t), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	plain, gzip, brotli := b.Size()
	t.Logf("the game: %d bytes, gzip %d, brotli %d", plain, gzip, brotli)
	if brotli > maxBrotli {
		t.Errorf("the game is %d bytes compressed, over the budget of %d", brotli, maxBrotli)
	}
}

// Pure rooms neither read the clock nor use the shared source of chance, even
// through a package they may import.
func TestPureRoomsTakeClocksAsParameters(t *testing.T) {
	files := 0
	for _, r := range rooms {
		if !r.pure {
			continue
		}
		names, err := filepath.Glob(filepath.Join(root(t), filepath.FromSlash(r.name), "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			files++
			checkClocks(t, name)
		}
	}
	if files == 0 {
		t.Fatal("no file of a pure room was found")
	}
}

var (
	// clocks are the names of package time that read the clock or wait for it.
	clocks = []string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"}
	// seeded are the names of package math/rand/v2 that bring no chance of their own.
	seeded = []string{"New", "NewPCG", "NewChaCha8", "NewZipf", "Rand", "Source", "PCG", "ChaCha8", "Zipf"}
)

func checkClocks(t *testing.T, name string) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, nil, 0)
	if err != nil {
		t.Error(err)
		return
	}
	ast.Inspect(f, func(n ast.Node) bool {
		s, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		x, ok := s.X.(*ast.Ident)
		if !ok || x.Obj != nil {
			return true
		}
		switch {
		case x.Name == "time" && slices.Contains(clocks, s.Sel.Name):
			t.Errorf("%s: time.%s in a pure room; take the time as a parameter", fset.Position(s.Pos()), s.Sel.Name)
		case x.Name == "rand" && !slices.Contains(seeded, s.Sel.Name):
			t.Errorf("%s: rand.%s in a pure room; use a rand.Rand of a seed that is given", fset.Position(s.Pos()), s.Sel.Name)
		}
		return true
	})
}
