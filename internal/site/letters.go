package site

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"regexp"
)

// firstScript is the script that index.html runs before anything is laid out.
const firstScript = "page/early.js"

var fontLink = regexp.MustCompile(` *<link rel="preload" as="font" type="font/woff2" href="(page/[a-z]+-(\d+)-normal\.woff2)" crossorigin>\n`)

// setType puts the typefaces that index.html asks for ahead into its first
// script. Letters that come after the words move what somebody is about to
// press; a typeface that a script brings is there at once, while one that a
// style sheet brings is read beside the page, even where its bytes are here.
func (s *Site) setType() error {
	page, script := s.files["index.html"], s.files[firstScript]
	links := fontLink.FindAllSubmatch(page.plain, -1)
	if len(links) == 0 {
		return nil
	}
	if script == nil {
		return fmt.Errorf("index.html asks for typefaces ahead, and %s, which is to bring them, is not there", firstScript)
	}
	var letters bytes.Buffer
	letters.WriteString("globalThis.letters = {")
	for _, l := range links {
		f := s.files[string(l[1])]
		if f == nil {
			return fmt.Errorf("index.html asks for %s ahead, which is not there", l[1])
		}
		fmt.Fprintf(&letters, "%s: %q, ", l[2], base64.StdEncoding.EncodeToString(f.plain))
	}
	letters.WriteString("};\n")
	if err := s.add(firstScript, packed{plain: append(letters.Bytes(), script.plain...)}); err != nil {
		return err
	}
	return s.add("index.html", packed{plain: fontLink.ReplaceAll(page.plain, nil)})
}
