package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Worker is the script that keeps the site for when there is no network. It
// stands at the top, since a browser lets it see to no more than its folder.
const Worker = "sw.js"

// checkPage is the self-test page: the folder's index, so that any web host
// serves it at check/.
const checkPage = "check/index.html"

// list is where the worker's list of files goes.
var list = []byte("const FILES = {};")

// addOffline adds the self-test page and, last of all, the worker, which names
// every other file and what it holds: any change of the site changes it too, by
// which browsers know that there is a new version.
func (s *Site) addOffline(root string) error {
	for _, name := range []string{checkPage, Worker} {
		body, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		} else if err != nil {
			return fmt.Errorf("cannot read the page: %w", err)
		}
		if name == Worker {
			if body, err = s.listInto(body); err != nil {
				return err
			}
		}
		if err := s.add(name, packed{plain: body}); err != nil {
			return err
		}
	}
	return nil
}

// listInto writes the site's files into the worker.
func (s *Site) listInto(worker []byte) ([]byte, error) {
	if bytes.Count(worker, list) != 1 {
		return nil, fmt.Errorf("%s has no place for the list of files, which is %q", Worker, list)
	}
	files := map[string]string{}
	for _, name := range s.Names() {
		sum := sha256.Sum256(s.Body(name))
		files[name] = hex.EncodeToString(sum[:12])
	}
	all, err := json.MarshalIndent(files, "", "  ") // sorted by name: the same site, the same worker
	if err != nil {
		return nil, err
	}
	return bytes.Replace(worker, list, fmt.Appendf(nil, "const FILES = %s;", all), 1), nil
}
