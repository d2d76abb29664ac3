package screens

import (
	"time"
	"unicode/utf8"
)

// The pace at which words appear: after the face has answered, a little faster
// than they are read, so that nobody waits for them.
const (
	beforeWords = 700 * time.Millisecond  // the face answers in it
	waited      = 1800 * time.Millisecond // the same, where the player chose to wait
	perRune     = 24 * time.Millisecond
	dots        = 3 // by which silence is seen
)

// pace lets one text appear word by word, after a silence that can be seen.
type pace struct {
	text  string
	rest  time.Duration // the silence before the text
	quiet int           // how much of it has passed, in dots
	begun bool
	since time.Duration // when it began
	shown int           // runes that have appeared
	done  bool
}

// say begins a text, after some silence.
func (p *pace) say(text string, rest time.Duration) {
	*p = pace{text: text, rest: rest, quiet: 1, done: text == ""}
}

// hurry shows everything at once; it reports whether that changes anything.
func (p *pace) hurry() bool {
	was := p.done
	p.done = true
	return !was && p.text != ""
}

// tick moves on to the time; the first tick after say is when the text began.
// wait is how long it is until more appears, 0 where all has.
func (p *pace) tick(now time.Duration) (changed bool, wait time.Duration) {
	if p.done || p.text == "" {
		return false, 0
	}
	if !p.begun {
		p.begun, p.since = true, now
	}
	n := wordsWithin(p.text, int((now-p.since-p.rest)/perRune))
	quiet := min(1+int(dots*(now-p.since)/p.rest), dots)
	changed = n > p.shown || p.shown == 0 && quiet > p.quiet
	p.shown, p.quiet = max(p.shown, n), quiet
	if p.shown >= utf8.RuneCountInString(p.text) {
		p.done = true
		return changed, 0
	}
	return changed, p.due() - now
}

// due is when the next dot or word appears.
func (p *pace) due() time.Duration {
	if p.shown == 0 && p.quiet < dots {
		return p.since + (p.rest*time.Duration(p.quiet)+dots-1)/dots
	}
	return p.since + p.rest + perRune*time.Duration(wordAfter(p.text, p.shown))
}

// speaking reports whether words are appearing just now.
func (p *pace) speaking() bool { return !p.done && p.shown > 0 }

// runes is what a node's Shown is to be: 0 when all has appeared, less while
// there is silence.
func (p *pace) runes() int {
	switch {
	case p.done || p.text == "":
		return 0
	case p.shown == 0:
		return -max(p.quiet, 1)
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

// wordAfter is how many runes of a text are whole words with one word more than
// the first n hold.
func wordAfter(text string, n int) int {
	i := 0
	for _, r := range text {
		if r == ' ' && i > n {
			return i
		}
		i++
	}
	return i
}
