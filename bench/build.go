package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"earned/bench/ink"
	"earned/game/talk"
	"earned/internal/site"
	"earned/scenarios"
)

// conversation is the shipped one that everything is measured with.
const conversation = "nine-months-late"

// subject is a page that is measured.
type subject struct {
	name    string
	handler http.Handler
}

// built is everything that is measured, ready to run.
type built struct {
	talk             *talk.Talk
	engine           http.Handler // the rules in the browser, beside inkjs and bondage
	floor, ink, ours subject
	counting         http.Handler // ours, built to tell of its allocations
}

// build builds all of it. Nothing is measured while it does.
func build(ctx context.Context, root string) (*built, error) {
	book, err := scenarios.Shipped()
	if err != nil {
		return nil, err
	}
	b := &built{floor: subject{name: "floor"}, ink: subject{name: "ink page"}, ours: subject{name: "Earned"}}
	if b.talk, err = talk.New(book, conversation); err != nil {
		return nil, err
	}
	rivals, err := fetchRivals(ctx, root, b.talk)
	if err != nil {
		return nil, err
	}
	glue, err := wasmGlue(ctx)
	if err != nil {
		return nil, err
	}
	if b.engine, err = enginePage(ctx, root, glue, rivals); err != nil {
		return nil, err
	}
	if b.floor.handler, err = floorPage(ctx, root, glue); err != nil {
		return nil, err
	}
	if b.ink.handler, err = inkPage(root, rivals); err != nil {
		return nil, err
	}
	return b, b.buildOurs(ctx, root)
}

func (b *built) buildOurs(ctx context.Context, root string) error {
	game, err := site.Build(ctx, root, os.Stdout)
	if err != nil {
		return err
	}
	pages, err := site.Load(root, game)
	if err != nil {
		return err
	}
	b.ours.handler = pages
	program, err := wasm(ctx, root, "cmd/wasm", append(site.BuildFlags, "-tags", "bench")...)
	if err != nil {
		return err
	}
	own, err := static(files{site.Program: program})
	if err != nil {
		return err
	}
	b.counting = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/"+site.Program {
			own.ServeHTTP(w, r)
			return
		}
		pages.ServeHTTP(w, r)
	})
	return nil
}

// rivals is what npm brought and what was made for it from the conversation.
type rivals struct {
	module, script, bondage []byte // inkjs as a module and as a script; bondage
	story, yarn             []byte
}

// fetchRivals asks npm for inkjs and bondage, at the versions the lock file
// names, and makes the conversation into a story of each.
func fetchRivals(ctx context.Context, root string, t *talk.Talk) (*rivals, error) {
	dir := filepath.Join(root, "bench")
	cmd := exec.CommandContext(ctx, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("npm could not bring inkjs and bondage: %w: %s", err, out)
	}
	r := &rivals{}
	for name, into := range map[string]*[]byte{"inkjs/dist/ink.mjs": &r.module, "inkjs/dist/ink.js": &r.script, "bondage/dist/bondage.min.js": &r.bondage} {
		var err error
		if *into, err = os.ReadFile(filepath.Join(dir, "node_modules", filepath.FromSlash(name))); err != nil {
			return nil, err
		}
	}
	compile := exec.CommandContext(ctx, "node", filepath.Join(dir, "page", "compile.mjs"))
	compile.Stdin = strings.NewReader(ink.Ink(t))
	var out, faults bytes.Buffer
	compile.Stdout, compile.Stderr = &out, &faults
	if err := compile.Run(); err != nil {
		return nil, fmt.Errorf("inkjs does not compile the conversation: %w: %s", err, faults.String())
	}
	r.story = out.Bytes()
	var err error
	r.yarn, err = ink.Yarn(t)
	return r, err
}

func enginePage(ctx context.Context, root string, glue []byte, r *rivals) (http.Handler, error) {
	program, err := wasm(ctx, root, "bench/engine")
	if err != nil {
		return nil, err
	}
	f := files{"engine.wasm": program, site.Support: glue, "ink.mjs": r.module, "bondage.min.js": r.bondage, "story.json": r.story, "yarn.json": r.yarn}
	err = f.read(root, map[string]string{"index.html": "bench/page/engine.html", "engine.js": "bench/page/engine.js", "games.js": "bench/page/games.js"})
	if err != nil {
		return nil, err
	}
	return static(f)
}

func floorPage(ctx context.Context, root string, glue []byte) (http.Handler, error) {
	program, err := wasm(ctx, root, "bench/floor")
	if err != nil {
		return nil, err
	}
	f := files{"floor.wasm": program, site.Support: glue}
	if err := f.read(root, map[string]string{"index.html": "bench/page/floor.html", "floor.js": "bench/page/floor.js"}); err != nil {
		return nil, err
	}
	return static(f)
}

func inkPage(root string, r *rivals) (http.Handler, error) {
	f := files{"ink.js": r.script, "story.js": []byte("const storyContent = " + string(r.story) + ";\n")}
	err := f.read(root, map[string]string{"index.html": "bench/ink/page/index.html", "play.js": "bench/ink/page/play.js", "style.css": "bench/ink/page/style.css"})
	if err != nil {
		return nil, err
	}
	return static(f)
}

func (f files) read(root string, names map[string]string) error {
	for name, at := range names {
		body, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(at)))
		if err != nil {
			return err
		}
		f[name] = body
	}
	return nil
}

// wasm builds a program for the browser as it comes, but for the flags given.
func wasm(ctx context.Context, root, dir string, flags ...string) ([]byte, error) {
	fmt.Println("Building", dir, strings.Join(flags, " "), "…")
	out := filepath.Join(root, ".build", "bench", strings.ReplaceAll(dir, "/", "-")+".wasm")
	args := append([]string{"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", out}, flags...)
	cmd := exec.CommandContext(ctx, site.GoTool(), append(args, "./"+dir)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if text, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s does not build: %w: %s", dir, err, text)
	}
	return os.ReadFile(out)
}

// wasmGlue is Go's own script that starts such a program.
func wasmGlue(ctx context.Context) ([]byte, error) {
	goroot, err := exec.CommandContext(ctx, site.GoTool(), "env", "GOROOT").Output()
	if err != nil {
		return nil, errors.New("cannot run the go command")
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", site.Support))
}
