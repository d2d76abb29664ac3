package site

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Write puts the site's files into a folder, as any web host serves them:
// beside what is large, the same compressed, for hosts that look for it. bare
// leaves out what Open can make again.
func (s *Site) Write(dir string, bare bool) error {
	for _, name := range s.Names() {
		f := s.files[name]
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return fmt.Errorf("cannot write the site: %w", err)
		}
		for end, body := range map[string][]byte{"": f.plain, ".gz": f.gzip, ".br": f.brotli} {
			if body == nil || bare && end == "" && f.gzip != nil {
				continue
			}
			if err := os.WriteFile(to+end, body, 0o644); err != nil {
				return fmt.Errorf("cannot write the site: %w", err)
			}
		}
	}
	return nil
}

// Open reads a site that was written.
func Open(files fs.FS) (*Site, error) {
	all := map[string]*packed{}
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		end := path.Ext(name)
		if end != ".gz" && end != ".br" {
			end = ""
		}
		name = strings.TrimSuffix(name, end)
		p := all[name]
		if p == nil {
			p = &packed{}
			all[name] = p
		}
		switch end {
		case ".gz":
			p.gzip = body
		case ".br":
			p.brotli = body
		default:
			p.plain = body
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("cannot read the site: %w", err)
	}
	if all["index.html"] == nil {
		return nil, errors.New("there is no site here: it has no index.html")
	}
	s := &Site{files: map[string]*file{}}
	for name, p := range all {
		if p.plain == nil {
			if p.plain, err = unzip(p.gzip); err != nil {
				return nil, fmt.Errorf("cannot read the site's %s: %w", name, err)
			}
		}
		if err := s.add(name, *p); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func unzip(body []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// Shrink compresses the program as well as can be. It takes most of a minute,
// once: the result is kept beside the build.
func (b *Built) Shrink() error {
	name := filepath.Join(b.Dir, "best")
	zipped, err := os.ReadFile(name + ".gz")
	brotlied, none := os.ReadFile(name + ".br")
	if err == nil && none == nil {
		b.program.gzip, b.program.brotli = zipped, brotlied
		return nil
	}
	best, err := squeeze(b.program.plain, gzip.BestCompression, bestBrotli)
	if err != nil {
		return err
	}
	b.program = best
	for end, body := range map[string][]byte{".gz": best.gzip, ".br": best.brotli} {
		if err := os.WriteFile(name+end, body, 0o644); err != nil {
			return fmt.Errorf("cannot keep the build: %w", err)
		}
	}
	return nil
}

// bestBrotli is Brotli's highest level.
const bestBrotli = 11
