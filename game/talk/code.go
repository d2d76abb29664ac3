package talk

import (
	"errors"
	"strings"

	"earned/game/trust"
	"earned/scenarios"
)

// A run's code is a short line of letters and digits that can be sent, typed
// in or kept: 64 signs of base64url, six bits each, behind a version and
// before a checksum. Eighteen runs fit in 4,000 characters.

const (
	signs      = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	codeFormat = 1
)

// The errors of ParseCode.
var (
	ErrCode     = errors.New("this is not the code of a run, or a part of it is missing")
	ErrFormat   = errors.New("this code was made by a newer version of the game")
	ErrNotKnown = errors.New("this code is of a conversation that is not here")
)

// String is the run's code.
func (r Run) String() string {
	var w digits
	w.put(codeFormat, 1)
	w.put(idHash(r.Conversation), 4)
	w.put(r.Hash, 4)
	w.put(uint64(r.Rules), 1)
	w.put(uint64(r.Start), 1)
	w.put(uint64(r.Prepared), 2)
	w.put(r.Seed, 6)
	w.put(uint64(len(r.Replies)), 1)
	for _, c := range r.Replies {
		w.put(uint64(c), 1)
	}
	w.put(uint64(len(r.Readings)), 1)
	for _, x := range r.Readings {
		w.put(uint64(x.After), 1)
		w.put(uint64(x.Trust), 1)
	}
	w.state(r.End)
	w.put(checksum(w.b.String()), 3)
	return w.b.String()
}

// ParseCode reads a run's code. Spaces and line breaks are passed over. The
// error is ErrCode, ErrFormat or ErrNotKnown.
func ParseCode(book *scenarios.Book, code string) (Run, error) {
	code = strings.Join(strings.Fields(code), "")
	if len(code) < 4 {
		return Run{}, ErrCode
	}
	body, sum := code[:len(code)-3], digitsOf{s: code[len(code)-3:]}
	if sum.get(3) != checksum(body) || sum.bad {
		return Run{}, ErrCode
	}
	d := digitsOf{s: body}
	if d.get(1) != codeFormat {
		return Run{}, ErrFormat
	}
	var r Run
	id := d.get(4)
	for i := range book.Conversations {
		if idHash(book.Conversations[i].ID) == id {
			r.Conversation = book.Conversations[i].ID
		}
	}
	if r.Conversation == "" {
		return Run{}, ErrNotKnown
	}
	r.Hash = d.get(4)
	r.Rules = uint8(d.get(1))
	r.Start = int(d.get(1))
	r.Prepared = uint16(d.get(2))
	r.Seed = d.get(6)
	for range d.get(1) {
		r.Replies = append(r.Replies, ReplyCode(d.get(1)))
	}
	for range d.get(1) {
		r.Readings = append(r.Readings, Reading{After: int(d.get(1)), Trust: int(min(4, d.get(1)))})
	}
	r.End = d.state()
	r.End.Prepared = r.Prepared
	if d.bad || d.s != "" {
		return Run{}, ErrCode
	}
	return r, nil
}

// digits writes numbers as signs, six bits each, the highest first.
type digits struct{ b strings.Builder }

func (w *digits) put(v uint64, n int) {
	for i := n - 1; i >= 0; i-- {
		w.b.WriteByte(signs[v>>(6*i)&63])
	}
}

func (w *digits) state(s State) {
	t := s.Trust
	w.put(uint64(t.Trust), 2)
	w.put(uint64(t.Cap)|bit(t.Lent)<<7, 2)
	w.put(uint64(t.Ceiling)|bit(t.Knows)<<2|bit(t.Likes)<<3|uint64(t.Rupture)<<4, 1)
	w.put(uint64(t.Last)|uint64(t.Unasked)<<4, 1)
	w.put(uint64(s.Promises), 3)
	w.put(uint64(s.Beat+1), 3)
	w.put(uint64(s.Ending+1), 1)
	n := 0
	for s.Facts>>(6*n) != 0 {
		n++
	}
	w.put(uint64(n), 1)
	w.put(uint64(s.Facts), n)
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// digitsOf reads what digits wrote.
type digitsOf struct {
	s   string
	bad bool
}

func (d *digitsOf) get(n int) uint64 {
	if len(d.s) < n {
		d.bad, d.s = true, ""
		return 0
	}
	var v uint64
	for _, c := range []byte(d.s[:n]) {
		i := strings.IndexByte(signs, c)
		if i < 0 {
			d.bad = true
			return 0
		}
		v = v<<6 | uint64(i)
	}
	d.s = d.s[n:]
	return v
}

func (d *digitsOf) state() State {
	var s State
	s.Trust.Trust = uint8(min(100, d.get(2)))
	v := d.get(2)
	s.Trust.Cap, s.Trust.Lent = uint8(min(100, v&127)), v&128 != 0
	v = d.get(1)
	s.Trust.Ceiling = trust.Ceiling(v & 3)
	s.Trust.Knows, s.Trust.Likes = v&4 != 0, v&8 != 0
	s.Trust.Rupture = trust.Rupture(v >> 4 & 3)
	v = d.get(1)
	s.Trust.Last, s.Trust.Unasked = scenarios.Move(v&15), uint8(v>>4)
	s.Promises = Promises(d.get(3))
	s.Beat = int16(d.get(3)) - 1
	s.Ending = int8(d.get(1)) - 1
	n := d.get(1)
	if n > 11 {
		d.bad = true
		return s
	}
	s.Facts = scenarios.FactSet(d.get(int(n)))
	return s
}

func idHash(id string) uint64 { return fnv(id) & (1<<24 - 1) }

func checksum(s string) uint64 { return fnv(s) >> 13 & (1<<18 - 1) }

func fnv(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h ^ h>>29
}
