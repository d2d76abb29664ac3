package view

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// Memo keeps how texts break into lines. The zero value is ready. Not for use
// by two goroutines at once.
type Memo struct {
	seg    segmenter.Segmenter
	parts  map[paraKey]*para
	broken map[lineKey][]string
}

// paraKey is a text in a face: all that its parts depend on.
type paraKey struct {
	text         string
	bold, italic bool
	size         float64
}

type lineKey struct {
	paraKey
	width    float64
	balanced bool
}

// para is a text cut at every place where a line may end (UAX #14).
type para struct {
	segs        []seg
	whole, word float64 // width unbroken; width of the longest unbreakable part
}

type seg struct {
	from, to  int     // bytes of the text
	width     float64 // with trailing space
	solid     float64 // without
	mandatory bool    // a line must end after it
}

// memoLimit bounds a Memo: more than the longest screen has, a whole conversation
// with its questions, or laying it out again would break every line anew.
const memoLimit = 1000

func (o *Memo) para(key paraKey, st Style, m Measure) *para {
	if p, ok := o.parts[key]; ok {
		return p
	}
	if o.parts == nil || len(o.parts) > memoLimit {
		o.parts = map[paraKey]*para{}
	}
	p := &para{}
	o.parts[key] = p
	line, space := 0.0, -1.0
	o.seg.Init([]rune(key.text))
	for it := o.seg.LineIterator(); it.Next(); {
		l := it.Line()
		s := seg{from: l.OffsetInBytes, to: l.OffsetInBytes + l.LengthInBytes}
		part := key.text[s.from:s.to]
		s.mandatory = l.IsMandatoryBreak && strings.ContainsAny(part, "\n\u2028\u2029\v\f\r\u0085")
		bare := trimEnd(part)
		s.solid = m.Advance(bare, st, key.size)
		s.width = s.solid
		switch spaces := strings.TrimRight(part[len(bare):], "\r\n"); spaces {
		case "":
		case " ":
			if space < 0 {
				space = m.Advance(spaces, st, key.size)
			}
			s.width += space
		default:
			s.width += m.Advance(spaces, st, key.size)
		}
		p.segs = append(p.segs, s)
		p.word = max(p.word, s.solid)
		p.whole = max(p.whole, line+s.solid)
		if line += s.width; s.mandatory {
			line = 0
		}
	}
	// Kerning across a space can make the whole a little wider than its parts,
	// which matters to what might stand on one line.
	if p.whole < oneLine*key.size && !strings.Contains(key.text, "\n") {
		p.whole = max(p.whole, m.Advance(trimEnd(key.text), st, key.size))
	}
	return p
}

// oneLine is longer than any line on a screen, as a multiple of its letters'
// height; spaceKern is more than kerning across a space can add.
const (
	oneLine   = 200
	spaceKern = 0.1
)

func trimEnd(s string) string { return strings.TrimRightFunc(s, unicode.IsSpace) }

// lines breaks a text so that each line is at most width wide. A word wider
// than that is broken between graphemes. Balanced lines are about equally
// long.
func (o *Memo) lines(key paraKey, st Style, width float64, balanced bool, m Measure) []string {
	k := lineKey{key, width, balanced}
	if l, ok := o.broken[k]; ok {
		return l
	}
	if o.broken == nil || len(o.broken) > memoLimit {
		o.broken = map[lineKey][]string{}
	}
	p := o.para(key, st, m)
	fill := filler{o: o, key: key, st: st, m: m}
	l := fill.fill(p, width)
	if balanced && len(l) > 1 && len(l) < 5 && p.word <= width {
		l = fill.balance(p, width, l)
	}
	o.broken[k] = l
	return l
}

// filler fills lines, word by word.
type filler struct {
	o   *Memo
	key paraKey
	st  Style
	m   Measure
}

func (f filler) fits(s string, width float64) bool {
	return f.m.Advance(s, f.st, f.key.size) <= width+slack
}

func (f filler) fill(p *para, width float64) []string {
	var out []string
	text := f.key.text
	for i := 0; i < len(p.segs); {
		from, used, j := p.segs[i].from, 0.0, i
		for j < len(p.segs) {
			s := p.segs[j]
			if j > i && used+s.solid > width+slack {
				break
			}
			used += s.width
			j++
			if s.mandatory {
				break
			}
		}
		line := trimEnd(text[from:p.segs[j-1].to])
		if used+spaceKern*f.key.size*float64(j-i) <= width {
			out, i = append(out, line), j
			continue
		}
		for j > i+1 && !f.fits(line, width) { // kerning between words
			j--
			line = trimEnd(text[from:p.segs[j-1].to])
		}
		if j == i+1 && !f.fits(line, width) {
			out = f.shatter(out, line, width)
		} else {
			out = append(out, line)
		}
		i = j
	}
	if n := len(p.segs); n > 0 && p.segs[n-1].mandatory {
		out = append(out, "")
	}
	return out
}

// shatter breaks one word between graphemes, at least one a line.
func (f filler) shatter(out []string, word string, width float64) []string {
	var seg segmenter.Segmenter
	seg.Init([]rune(word))
	from, to := 0, 0
	for it := seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		end := g.OffsetInBytes + g.LengthInBytes
		if to > from && !f.fits(word[from:end], width) {
			out = append(out, word[from:to])
			from = to
		}
		to = end
	}
	return append(out, word[from:])
}

// balance narrows the lines as far as their number allows.
func (f filler) balance(p *para, width float64, wide []string) []string {
	lo, hi, best := max(p.word, width/2), width, wide
	for range 7 {
		mid := (lo + hi) / 2
		if l := f.fill(p, mid); len(l) <= len(wide) {
			hi, best = mid, l
		} else {
			lo = mid
		}
	}
	return best
}

// Break is a text in lines at most width pixels wide, as Lay breaks it, for
// words that are drawn and not laid out (a chart's).
func Break(s string, st Style, size, width float64, m Measure) []string {
	key := paraKey{strings.ToValidUTF8(s, "\uFFFD"), st.Bold, st.Italic, size}
	return memoOf(m).lines(key, st, max(width, 1), false, m)
}
