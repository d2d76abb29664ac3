package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
)

// weight is the bytes of everything a page fetches for its first conversation.
type weight struct{ files, raw, gzip, brotli int }

// weighs asks the page what it fetched, and compresses each as well as can be.
// That takes a minute for a whole program; what was weighed is kept in a
// folder.
func (f *pageFigures) weighs(keep string) error {
	c, err := launch(laptop, presses)
	if err != nil {
		return err
	}
	defer c.stop()
	if err := c.start(f); err != nil {
		return err
	}
	var paths []string
	if err := c.eval("probe.resources()", &paths); err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, path := range paths {
		if seen[path] {
			continue
		}
		seen[path] = true
		body, err := get(f.url + strings.TrimPrefix(path, "/"))
		if err != nil {
			return err
		}
		if body == nil {
			continue
		}
		zipped, squeezed, err := compressed(body, keep)
		if err != nil {
			return err
		}
		f.weight.files++
		f.weight.raw += len(body)
		f.weight.gzip += zipped
		f.weight.brotli += squeezed
	}
	return nil
}

// get is what is at an address; nil where nothing is: a browser asks every page
// for an icon.
func get(url string) ([]byte, error) {
	answer, err := http.Get(url) //nolint:noctx // a server of our own
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode == http.StatusNotFound {
		return nil, nil
	}
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", url, answer.Status)
	}
	return io.ReadAll(answer.Body)
}

// compressed is the length of a body by gzip 9 and by Brotli 11.
func compressed(body []byte, keep string) (zipped, squeezed int, err error) {
	name := filepath.Join(keep, "weight-"+sum(body))
	if b, err := os.ReadFile(name); err == nil {
		if n, _ := fmt.Sscan(string(b), &zipped, &squeezed); n == 2 {
			return zipped, squeezed, nil
		}
	}
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return 0, 0, err
	}
	if err := all(z, body); err != nil {
		return 0, 0, err
	}
	zipped = out.Len()
	out.Reset()
	if err := all(brotli.NewWriterLevel(&out, brotli.BestCompression), body); err != nil {
		return 0, 0, err
	}
	squeezed = out.Len()
	return zipped, squeezed, os.WriteFile(name, []byte(strconv.Itoa(zipped)+" "+strconv.Itoa(squeezed)+"\n"), 0o644)
}

func all(w io.WriteCloser, b []byte) error {
	if _, err := w.Write(b); err != nil {
		return err
	}
	return w.Close()
}
