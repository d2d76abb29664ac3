package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Diagnostic is one fault of one file, with its place and, where there is one,
// the mend. Each code has its page in docs/diagnostics.
type Diagnostic struct {
	Code       string `json:"code"`   // "E012"
	File       string `json:"file"`   // as it was given to the reader
	Line       int    `json:"line"`   // from 1; 0: the file as a whole
	Column     int    `json:"column"` // in characters, from 1
	Length     int    `json:"length"` // characters marked from there, at least 1
	Message    string `json:"message"`
	Text       string `json:"text"`       // the whole line
	Suggestion string `json:"suggestion"` // a sentence; empty: none
}

// shown is the most characters of a line that are printed.
const shown = 100

// String is the diagnostic as it is printed: place, code and message, the line
// with what is meant marked under it, the suggestion. It ends in a newline.
func (d Diagnostic) String() string {
	var b strings.Builder
	if d.Line == 0 {
		fmt.Fprintf(&b, "%s: %s: %s\n", d.File, d.Code, d.Message)
	} else {
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s\n", d.File, d.Line, d.Column, d.Code, d.Message)
		text, column, length := d.excerpt()
		number := fmt.Sprintf("%6d", d.Line)
		fmt.Fprintf(&b, "%s │ %s\n", number, text)
		fmt.Fprintf(&b, "%*s ╵ %s^%s\n", len(number), "", blank(text, column-1), strings.Repeat("~", length-1))
	}
	if d.Suggestion != "" {
		fmt.Fprintf(&b, "         %s\n", d.Suggestion)
	}
	return b.String()
}

// excerpt is the part of the line that is printed, and where the mark stands in
// it.
func (d Diagnostic) excerpt() (text string, column, length int) {
	runes := []rune(d.Text)
	column = min(max(d.Column, 1), len(runes)+1)
	from := 0
	if len(runes) > shown && column > shown*3/4 {
		from = column - shown/2
	}
	to := min(len(runes), from+shown)
	text = string(runes[from:to])
	if to < len(runes) {
		text += "…"
	}
	if from > 0 {
		text = "…" + text
		column++
	}
	column -= from
	return text, column, max(1, min(d.Length, utf8.RuneCountInString(text)-column+1))
}

// blank is the space before the mark; a tab stays a tab, so that the mark stands
// under what it means however wide tabs are shown.
func blank(text string, n int) string {
	runes := []rune(text)
	out := make([]rune, n)
	for i := range out {
		out[i] = ' '
		if i < len(runes) && runes[i] == '\t' {
			out[i] = '\t'
		}
	}
	return string(out)
}

// Sort puts diagnostics in the order of files, lines and columns.
func Sort(faults []Diagnostic) {
	slices.SortStableFunc(faults, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message, b.Message))
	})
}

// Format is all of them as they are printed, with how many there are.
func Format(faults []Diagnostic) string {
	var b strings.Builder
	for _, d := range faults {
		b.WriteString(d.String())
		b.WriteByte('\n')
	}
	switch len(faults) {
	case 0:
	case 1:
		b.WriteString("1 fault\n")
	default:
		fmt.Fprintf(&b, "%d faults\n", len(faults))
	}
	return b.String()
}

// didYouMean suggests what is nearest to a word that was not found, or nothing.
func didYouMean(word string, known []string) string {
	best, distance := "", 1+max(1, utf8.RuneCountInString(word)/3)
	for _, k := range known {
		if n := edits(word, k); k != "" && n < distance {
			best, distance = k, n
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("Did you mean %q?", best)
}

// edits is how many letters must be put in, left out, changed or swapped with
// their neighbour to make b of a.
func edits(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, last, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := range s {
		row[0] = i + 1
		for j := range t {
			change := last[j]
			if s[i] != t[j] {
				change++
			}
			row[j+1] = min(change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(t)]
}
