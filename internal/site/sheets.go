package site

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
)

// Sheets is the style sheets of index.html in one file: nothing is painted
// before all of them are here, and each more is a request more.
const Sheets = "page/index.css"

var sheetLink = regexp.MustCompile(` *<link rel="stylesheet" href="(page/[^"]+)">\n`)

// joinSheets puts the style sheets that index.html asks for into one, in their
// order. Those that no other page asks for are served as part of it only.
func (s *Site) joinSheets(root string) error {
	index := s.files["index.html"]
	links := sheetLink.FindAllSubmatch(index.plain, -1)
	if len(links) == 0 {
		return nil
	}
	others, _ := os.ReadFile(filepath.Join(root, filepath.FromSlash(checkPage))) // where there is none, nothing asks
	var all bytes.Buffer
	for _, l := range links {
		name := string(l[1])
		if s.files[name] == nil {
			return fmt.Errorf("index.html asks for %s, which is not there", name)
		}
		all.Write(s.files[name].plain)
		if !bytes.Contains(others, []byte(path.Base(name))) {
			delete(s.files, name)
		}
	}
	first := true
	page := sheetLink.ReplaceAllFunc(index.plain, func([]byte) []byte {
		if !first {
			return nil
		}
		first = false
		return []byte(`  <link rel="stylesheet" href="` + Sheets + `">` + "\n")
	})
	if err := s.add("index.html", packed{plain: page}); err != nil {
		return err
	}
	return s.add(Sheets, packed{plain: all.Bytes()})
}
