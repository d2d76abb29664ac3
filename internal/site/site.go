// Package site is the game as a web site: it finds the files, builds the
// program for the browser, keeps what it built, and serves it all with the
// headers that the page needs. cmd/serve and the browser tests use it; it is
// never linked into the game.
package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
)

// Names of the files that are made, not kept, as the page asks for them.
const (
	Program = "earned.wasm"  // the game
	Support = "wasm_exec.js" // Go's own glue, of the very toolchain that built the game
)

// pageDir is the folder whose every file is part of the site, beside
// index.html; nothing else of the checkout is ever served.
const pageDir = "page"

// types are the media types by ending. A file of another ending in the page
// folder is a fault: it would be served as something the browser refuses.
var types = map[string]string{
	".html":        "text/html; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".webmanifest": "application/manifest+json",
	".wasm":        "application/wasm",
	".svg":         "image/svg+xml",
	".png":         "image/png",
	".webp":        "image/webp",
	".ico":         "image/x-icon",
	".woff2":       "font/woff2",
	".txt":         "text/plain; charset=utf-8",
}

// Site is everything a browser can ask for, held in memory.
type Site struct {
	files map[string]*file // by path, without the leading slash
}

// Root is the checkout's top folder, found from dir upwards.
func Root(dir string) (string, error) {
	for d := dir; ; d = filepath.Dir(d) {
		mod, err := os.ReadFile(filepath.Join(d, "go.mod"))
		if err == nil && bytes.HasPrefix(mod, []byte("module earned\n")) {
			return d, nil
		}
		if filepath.Dir(d) == d {
			return "", fmt.Errorf("no checkout of Earned in %s or above it; run this inside one", dir)
		}
	}
}

// Load reads the page's files from the checkout and joins them with what was
// built.
func Load(root string, b *Built) (*Site, error) {
	s := &Site{files: map[string]*file{}}
	names, err := pageFiles(os.DirFS(root))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		body, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			return nil, fmt.Errorf("cannot read the page: %w", err)
		}
		if name == "index.html" {
			if body, err = s.open(root, tellSize(body, len(b.program.plain))); err != nil {
				return nil, err
			}
		}
		if err := s.add(name, packed{plain: body}); err != nil {
			return nil, err
		}
	}
	if err := s.joinSheets(root); err != nil {
		return nil, err
	}
	if err := s.setType(); err != nil {
		return nil, err
	}
	if err := s.add(Program, b.program); err != nil {
		return nil, err
	}
	if err := s.add(Support, packed{plain: b.support}); err != nil {
		return nil, err
	}
	return s, s.addOffline(root)
}

// tellSize writes into the page how many bytes the program has, so that it can
// show honest progress: an answer that is compressed tells only how many bytes
// travel.
func tellSize(page []byte, size int) []byte {
	return bytes.Replace(page, []byte("</head>"), fmt.Appendf(nil, "  <meta name=\"earned-bytes\" content=\"%d\">\n</head>", size), 1)
}

// Names lists what the site serves, sorted.
func (s *Site) Names() []string {
	var names []string
	for n := range s.files {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// Body is a file's bytes, or nil where the site has no such file.
func (s *Site) Body(name string) []byte {
	if f := s.files[name]; f != nil {
		return f.plain
	}
	return nil
}

// pageFiles lists the page's own files: index.html and all of page/.
func pageFiles(root fs.FS) ([]string, error) {
	if _, err := fs.Stat(root, "index.html"); err != nil {
		return nil, errors.New("index.html is missing at the top of the checkout; git checkout index.html brings it back")
	}
	names := []string{"index.html"}
	err := fs.WalkDir(root, pageDir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == pageDir:
			return fs.SkipDir
		case err != nil:
			return err
		case d.IsDir() || strings.HasPrefix(d.Name(), "."):
			return nil
		}
		names = append(names, name)
		return nil
	})
	return names, err
}

// add makes a file ready to be served.
func (s *Site) add(name string, p packed) error {
	t, ok := types[path.Ext(name)]
	if !ok {
		return fmt.Errorf("%s: no media type is known for the ending %q; add it to internal/site, or move the file out of %s/",
			name, path.Ext(name), pageDir)
	}
	if p.brotli == nil && len(p.plain) > packWorth && (strings.HasPrefix(t, "text/") || t == types[".svg"] || t == types[".json"]) {
		var err error
		if p, err = squeeze(p.plain, quickGzip, quickBrotli); err != nil {
			return err
		}
	}
	s.files[name] = newFile(t, p)
	return nil
}

// packWorth is the size in bytes above which words are sent compressed: less
// fits a packet as it is.
const packWorth = 1400
