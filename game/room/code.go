package room

import (
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
	"strings"
	"time"

	"earned/game/talk"
	"earned/scenarios"
)

// A session is kept as a few lines of plain text, the last a checksum: short
// enough for a browser's storage and for a server to keep along.
//
//	room 1
//	now <phones> <replies given before> <table asked> <phase> <second> <last vote> <discussion, seconds> <aside>
//	timer <runs> <left, milliseconds> <ends, milliseconds>
//	split <0|1> <votes …; - where not counted>
//	table
//	way <from> <code of its run>
//	round <at> <said> <votes before …> / <votes after …>
//	reading <after> <votes …>
//	sum 89abcdef
const keptHead = "room 1"

// MaxKept is how long what Encode writes can be at most, in bytes.
const MaxKept = 16 << 10

// ErrRewritten says that a session cannot go on because its conversation or the
// rules have changed since.
var ErrRewritten = errors.New("the conversation has been rewritten since")

// Encode is the session as text. Decode gives the same session again.
func (s *Session) Encode() string {
	var b strings.Builder
	line(&b, keptHead)
	line(&b, "now", bit(s.Phones), s.From, s.Turn, int(s.Phase), bit(s.Second), s.Vote, int(s.Discussion/time.Second), bit(s.Aside))
	line(&b, "timer", bit(s.Timer.Runs), s.Timer.Left.Milliseconds(), s.Timer.Ends.Milliseconds())
	for i, split := range s.Splits {
		if split != nil {
			line(&b, "split", i, votes(split))
		}
	}
	for i := range s.Tables {
		line(&b, "table")
		for k := range s.Tables[i].Ways {
			w := &s.Tables[i].Ways[k]
			line(&b, "way", w.From, w.Run.String())
			for _, r := range w.Rounds {
				line(&b, "round", r.At, r.Said, votes(r.Before)+"/"+votes(r.After))
			}
			for _, r := range w.Readings {
				line(&b, "reading", r.After, votes(r.Counts[:]))
			}
		}
	}
	return b.String() + fmt.Sprintf("sum %08x", crc32.ChecksumIEEE([]byte(b.String())))
}

func line(b *strings.Builder, parts ...any) {
	for i, p := range parts {
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprint(b, p)
	}
	b.WriteByte('\n')
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// votes are counts in a row, "12,3,-,0"; none: empty.
func votes(split []int) string {
	var b strings.Builder
	for i, n := range split {
		if i > 0 {
			b.WriteByte(',')
		}
		if n == Uncounted {
			b.WriteByte('-')
		} else {
			b.WriteString(strconv.Itoa(n))
		}
	}
	return b.String()
}

// Decode takes up what Encode wrote. It fails on anything else, and where the
// book no longer holds the conversation as it was (ErrRewritten).
func Decode(book *scenarios.Book, text string) (*Session, error) {
	at := strings.LastIndex(text, "sum ")
	switch {
	case len(text) > MaxKept:
		return nil, errors.New("it is too long to be ours")
	case at < 0:
		return nil, errors.New("its end is missing")
	case text[at:] != fmt.Sprintf("sum %08x", crc32.ChecksumIEEE([]byte(text[:at]))):
		return nil, errors.New("its checksum does not match")
	}
	lines := strings.Split(strings.TrimSuffix(text[:at], "\n"), "\n")
	if lines[0] != keptHead {
		return nil, fmt.Errorf("it was written by another version (%.20q)", lines[0])
	}
	r := reader{book: book, s: &Session{}}
	for _, l := range lines[1:] {
		word, rest, _ := strings.Cut(l, " ")
		r.line(word, strings.Fields(rest))
		if r.err != nil {
			return nil, r.err
		}
	}
	if err := r.s.sound(); err != nil {
		return nil, err
	}
	return r.s, nil
}

// reader reads the lines. The first error stops it.
type reader struct {
	book *scenarios.Book
	s    *Session
	err  error
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = fmt.Errorf(format, args...)
	}
}

// number is the i-th field, from 0 to most.
func (r *reader) number(fields []string, i, most int) int {
	if i >= len(fields) {
		r.fail("a line of it ends too early")
		return 0
	}
	n, err := strconv.Atoi(fields[i])
	if err != nil || n < 0 || n > most {
		r.fail("%.20q is not a number from 0 to %d", fields[i], most)
		return 0
	}
	return n
}

// longest is the latest moment a timer can end, in milliseconds: the year 2200.
const longest = 230 * 366 * 24 * 3600 * 1000

func (r *reader) line(word string, f []string) {
	s := r.s
	switch word {
	case "now":
		s.Phones = r.number(f, 0, 1) == 1
		s.From, s.Turn = r.number(f, 1, 63), r.number(f, 2, 1)
		s.Phase, s.Second = Phase(r.number(f, 3, int(numPhases)-1)), r.number(f, 4, 1) == 1
		s.Vote = r.number(f, 5, 1<<30)
		s.Discussion = time.Duration(r.number(f, 6, int(MaxDiscussion/time.Second))) * time.Second
		s.Aside = r.number(f, 7, 1) == 1
	case "timer":
		s.Timer = Timer{Runs: r.number(f, 0, 1) == 1,
			Left: time.Duration(r.number(f, 1, int(MaxDiscussion/time.Millisecond))) * time.Millisecond,
			Ends: time.Duration(r.number(f, 2, longest)) * time.Millisecond}
	case "split":
		if i := r.number(f, 0, 1); len(f) == 2 {
			s.Splits[i] = r.votes(f[1], true)
		}
	case "table":
		if s.Tables = append(s.Tables, Table{}); len(s.Tables) > 2 {
			r.fail("it has too many tables")
		}
	case "way":
		r.way(f)
	case "round", "reading":
		r.vote(word, f)
	default:
		r.fail("it holds a line nobody wrote (%.20q)", word)
	}
}

func (r *reader) votes(text string, open bool) []int {
	if text == "" {
		return nil
	}
	var out []int
	for v := range strings.SplitSeq(text, ",") {
		if v == "-" && open {
			out = append(out, Uncounted)
			continue
		}
		out = append(out, r.number([]string{v}, 0, MaxVotes))
	}
	return out
}

func (r *reader) way(f []string) {
	if len(r.s.Tables) == 0 || len(f) != 2 {
		r.fail("it holds a way that belongs nowhere")
		return
	}
	t := &r.s.Tables[len(r.s.Tables)-1]
	run, err := talk.ParseCode(r.book, f[1])
	if err != nil {
		r.fail("%w", err)
		return
	}
	r.begun(run.Conversation)
	if t.Ways = append(t.Ways, Way{Run: run, From: r.number(f, 0, 63)}); len(t.Ways) > MaxWays {
		r.fail("it has too many ways")
	}
}

func (r *reader) vote(word string, f []string) {
	n := len(r.s.Tables)
	if n == 0 || len(r.s.Tables[n-1].Ways) == 0 {
		r.fail("it holds a %s that belongs nowhere", word)
		return
	}
	w := r.s.Tables[n-1].way()
	if word == "reading" {
		x := Reading{After: r.number(f, 0, 63)}
		if len(f) != 2 || copy(x.Counts[:], r.votes(f[1], false)) != Levels {
			r.fail("it holds a reading that is not one")
			return
		}
		w.Readings = append(w.Readings, x)
		return
	}
	x := Round{At: r.number(f, 0, 63), Said: r.number(f, 1, 63)}
	if len(f) != 3 {
		r.fail("it holds a round that is not one")
		return
	}
	before, after, _ := strings.Cut(f[2], "/")
	x.Before, x.After = r.votes(before, false), r.votes(after, false)
	w.Rounds = append(w.Rounds, x)
}
