package source

import (
	"slices"
	"strings"
	"unicode"
)

// elided are the words whose first letters an apostrophe stands for.
var elided = []string{"em", "til", "tis", "twas", "cause", "bout", "n"}

// curled sets straight quotation marks and apostrophes as a book has them, which
// the game's own words are set with; keyboards type them straight.
func curled(s string) string {
	if !strings.ContainsAny(s, `'"`) {
		return s
	}
	runes := []rune(s)
	for i, r := range runes {
		opens := i == 0 || unicode.IsSpace(runes[i-1]) || strings.ContainsRune("([{—–“‘", runes[i-1])
		switch {
		case r == '"' && opens:
			runes[i] = '“'
		case r == '"':
			runes[i] = '”'
		case r == '\'' && opens && !elides(runes[i+1:]):
			runes[i] = '‘'
		case r == '\'':
			runes[i] = '’'
		}
	}
	return string(runes)
}

// elides is whether what follows an apostrophe is a year's end or a word that
// begins with one.
func elides(after []rune) bool {
	end := slices.IndexFunc(after, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(after)
	}
	return len(after) > 0 && unicode.IsDigit(after[0]) || slices.Contains(elided, strings.ToLower(string(after[:end])))
}
