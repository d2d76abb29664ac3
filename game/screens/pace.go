package screens

import (
	"time"
	"unicode/utf8"
)

// The pace at which words appear: after the face has answered, a little faster
// than they are read, so that nobody waits for them.
const (
	silence = 600 * time.Millisecond
	perRune = 24 * time.Millisecond
)

// pace lets one text appear word by word.
type pace struct {
	text  string
	begun bool
	since time.Duration // when it began
	shown int           // runes that have appeared
	done  bool
}

// say begins a text.
func (p *pace) say(text string) { *p = pace{text: text, done: text == ""} }

// hurry shows everything at once; it reports whether that changes anything.
func (p *pace) hurry() bool {
	was := p.done
	p.done = true
	return !was && p.text != ""
}

// tick moves on to the time; the first tick after say is when the text began.
func (p *pace) tick(now time.Duration) (changed, moving bool) {
	if p.done || p.text == "" {
		return false, false
	}
	if !p.begun {
		p.begun, p.since = true, now
	}
	n := wordsWithin(p.text, int((now-p.since-silence)/perRune))
	changed = n > p.shown
	p.shown = max(p.shown, n)
	if p.shown >= utf8.RuneCountInString(p.text) {
		p.done = true
	}
	return changed, !p.done
}

// speaking reports whether words are appearing just now.
func (p *pace) speaking() bool { return !p.done && p.shown > 0 }

// runes is what a node's Shown is to be: 0 when all has appeared.
func (p *pace) runes() int {
	switch {
	case p.done || p.text == "":
		return 0
	case p.shown == 0:
		return -1
	}
	return p.shown
}

// wordsWithin is how many of the first n runes of a text are whole words.
func wordsWithin(text string, n int) int {
	if n <= 0 {
		return 0
	}
	whole, i := 0, 0
	for _, r := range text {
		if i > n {
			return whole
		}
		if r == ' ' {
			whole = i
		}
		i++
	}
	if i <= n {
		return i
	}
	return whole
}
