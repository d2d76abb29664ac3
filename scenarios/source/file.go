package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// file is one file being read: its lines, where everything stood, and what is
// wrong with it.
type file struct {
	name   string
	lines  []string
	places map[any]*yaml.Node // of each part of the written form, by pointer to it
	keys   map[any]*yaml.Node // of the field's name, where the part is a field
	most   map[any]int        // of each number, by pointer to it
	faults []Diagnostic
}

func newFile(name string, text []byte) *file {
	return &file{
		name:   name,
		lines:  strings.Split(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n"),
		places: map[any]*yaml.Node{},
		keys:   map[any]*yaml.Node{},
		most:   map[any]int{},
	}
}

// faultAt adds a fault at a place of the text; suggestion may be empty.
func (f *file) faultAt(line, column, length int, code, suggestion, format string, args ...any) {
	d := Diagnostic{
		Code: code, File: f.name, Line: line, Column: max(1, column), Length: max(1, length),
		Message: fmt.Sprintf(format, args...), Suggestion: suggestion,
	}
	if line > 0 && line <= len(f.lines) {
		d.Text = strings.TrimRight(f.lines[line-1], " \r")
	}
	f.faults = append(f.faults, d)
}

// fault adds a fault at a node; nil: at the file as a whole.
func (f *file) fault(n *yaml.Node, code, suggestion, format string, args ...any) {
	if n == nil {
		f.faultAt(0, 0, 0, code, suggestion, format, args...)
		return
	}
	f.faultAt(n.Line, n.Column, width(n), code, suggestion, format, args...)
}

// at is where a part of the written form stood, by pointer to it; nil where it
// was not written.
func (f *file) at(part any) *yaml.Node { return f.places[part] }

// field is where the name of a field stood, by pointer to it.
func (f *file) field(part any) *yaml.Node { return f.keys[part] }

// has says whether a part was written.
func (f *file) has(part any) bool { return f.places[part] != nil }

// width is how many characters of its first line a node takes.
func width(n *yaml.Node) int {
	if n.Kind != yaml.ScalarNode {
		return 1
	}
	first, _, _ := strings.Cut(n.Value, "\n")
	length := utf8.RuneCountInString(first)
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return 1
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		return length + 2
	}
	return length
}

// parse turns the text into one mapping, or says why it cannot.
func (f *file) parse(text []byte) *yaml.Node {
	if !f.checkText() {
		return nil
	}
	loader, err := yaml.NewLoader(bytes.NewReader(text))
	var doc yaml.Node
	if err == nil {
		err = loader.Load(&doc)
	}
	if err != nil {
		f.syntax(err)
		return nil
	}
	var more yaml.Node
	if loader.Load(&more) == nil && len(more.Content) > 0 {
		f.fault(more.Content[0], tooMuchYAML, "Put it in a file of its own.", "a second document in the same file")
	}
	if len(doc.Content) == 0 || doc.Content[0].Tag == "!!null" {
		f.fault(nil, emptyFile, "`scenario new NAME` writes one to start from.", "nothing is in this file")
		return nil
	}
	return doc.Content[0]
}

// checkText holds that the file is UTF-8 without control characters, that its
// lines end as lines do, and that there is something in it.
func (f *file) checkText() bool {
	for i, line := range f.lines {
		column := 1
		for rest := line; rest != ""; column++ {
			r, size := utf8.DecodeRuneInString(rest)
			rest = rest[size:]
			if r == utf8.RuneError && size == 1 {
				f.faultAt(i+1, column, 1, notText, "Save the file as UTF-8.", "this is not UTF-8 text")
				f.faults[len(f.faults)-1].Text = strings.ToValidUTF8(line, "�")
				return false
			}
			if printable(r) == r {
				continue
			}
			if strings.ContainsRune(separators, r) {
				f.faultAt(i+1, column, 1, notText, "Take it out, or end the line here as the others end.", "a line separator (%U) is not text", r)
			} else {
				f.faultAt(i+1, column, 1, notText, "Take it out.", "a control character (%U) is not text", r)
			}
			f.faults[len(f.faults)-1].Text = strings.Map(printable, line)
			return false
		}
	}
	for _, line := range f.lines {
		line = strings.TrimSpace(line)
		if line != "" && line[0] != '#' {
			return true
		}
	}
	f.fault(nil, emptyFile, "`scenario new NAME` writes one to start from.", "nothing is in this file")
	return false
}

// separators end a line for the YAML parser and for hardly an editor: every
// place after one would be told wrong.
const separators = "\r\u0085\u2028\u2029"

func printable(r rune) rune {
	if r < ' ' && r != '\t' || r == 0x7f || strings.ContainsRune(separators, r) {
		return '�'
	}
	return r
}

// syntax adds what the YAML parser found. It stops at its first, so a file has
// at most one of these.
func (f *file) syntax(err error) {
	var e *yaml.LoadError
	if !errors.As(err, &e) {
		f.fault(nil, notYAML, "", "%s", err)
		return
	}
	at, message := e.Mark, e.Message
	if e.ContextMsg != "" {
		message = e.ContextMsg + ", " + message
		// An end that never came is found at the end of the file; where it began is what helps.
		if at.Line >= len(f.lines) && e.ContextMark.Line > 0 {
			at = e.ContextMark
		}
	}
	suggestion := ""
	text := ""
	if at.Line > 0 && at.Line <= len(f.lines) {
		text = f.lines[at.Line-1]
	}
	switch {
	case strings.Contains(message, "mapping values are not allowed"):
		suggestion = "A text with a colon and a space in it goes in quotes, or on lines of its own after `|`; or a line above is indented too little."
	case strings.HasPrefix(strings.TrimLeft(text, " "), "\t"):
		suggestion = "Indent with spaces, not with tabs."
	case strings.Contains(message, "cannot start any token"):
		suggestion = "A text that begins with this character goes in quotes."
	case strings.Contains(message, "expected key") && strings.ContainsAny(text, `"'`):
		suggestion = "A text that begins with a quotation mark goes whole in other quotes, or on lines of its own after `|`."
	case strings.Contains(message, "quoted scalar"):
		suggestion = "Close the quotation mark."
	}
	f.faultAt(at.Line, at.Column, 1, notYAML, suggestion, "%s", message)
}
