package scenarios_test

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"earned/scenarios"
)

// full is a book in which every field of every type is set, within range, so
// that a field that the walk forgets comes back empty.
func full(t testing.TB) *scenarios.Book {
	t.Helper()
	b := &scenarios.Book{}
	fill(reflect.ValueOf(b).Elem())
	b.Conversations = b.Conversations[:1]
	x := &b.Conversations[0]
	x.Client = b.Clients[0].ID
	b.Clients[1].ID = "another"
	x.Beats[0].ID, x.Beats[0].Meeting, x.Beats[1].ID = "first", 0, "second"
	x.Facts = strings.Fields("a b c d e f")
	x.Prepare = 1
	last(&x.Endings[1].When)
	for i := range x.Beats {
		last(&x.Beats[i].Lines[1].When)
		for k := range x.Beats[i].Replies {
			r := &x.Beats[i].Replies[k]
			r.ID += string(rune('a' + k))
			last(&r.To[1].When)
			r.To[1].Beat = scenarios.EndHere
		}
	}
	if err := b.Seal(); err != nil {
		t.Fatal(err)
	}
	return b
}

func last(c *scenarios.Condition) { *c = scenarios.Condition{} }

func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("text of " + v.Type().String())
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(1)
	case reflect.Uint8, reflect.Uint16, reflect.Uint64:
		v.SetUint(1)
	case reflect.Struct:
		for _, field := range v.Fields() {
			fill(field)
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i))
		}
	default:
		panic("a kind the compiled form was not made for: " + v.Kind().String())
	}
}

func encoded(t testing.TB, b *scenarios.Book) []byte {
	t.Helper()
	data, err := scenarios.Encode(b)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestEveryFieldComesBack(t *testing.T) {
	want := full(t)
	got, err := scenarios.Decode(encoded(t, want))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		a, b := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want)
		i := 0
		for i < min(len(a), len(b)) && a[i] == b[i] {
			i++
		}
		t.Errorf("%s\nshould be %s", a[max(0, i-80):], b[max(0, i-80):min(len(b), i+80)])
	}
}

func TestShipped(t *testing.T) {
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	if len(book.Conversations) == 0 || len(book.Clients) == 0 || book.Firm.Name == "" {
		t.Fatalf("shipped are %d conversations, %d clients and the firm %q", len(book.Conversations), len(book.Clients), book.Firm.Name)
	}
	if string(encoded(t, book)) != string(scenarios.Compiled()) {
		t.Error("what was decoded does not encode to the same bytes")
	}
	if again, _ := scenarios.Shipped(); again != book {
		t.Error("it is read more than once")
	}
}

// TestHash: it changes with anything that changes how a run goes, and with
// nothing else.
func TestHash(t *testing.T) {
	hash := func(change func(*scenarios.Book)) uint64 {
		b := full(t)
		change(b)
		if err := b.Seal(); err != nil {
			t.Fatal(err)
		}
		return b.Conversations[0].Hash
	}
	plain := hash(func(*scenarios.Book) {})
	for name, change := range map[string]func(*scenarios.Book){
		"a text":      func(b *scenarios.Book) { b.Conversations[0].Beats[1].Replies[0].Says += "!" },
		"a move":      func(b *scenarios.Book) { b.Conversations[0].Beats[1].Replies[0].Moves[1] = scenarios.Wait },
		"a target":    func(b *scenarios.Book) { b.Conversations[0].Beats[0].Replies[0].To[0].Beat = 0 },
		"temperament": func(b *scenarios.Book) { b.Clients[0].Temperament.Start = scenarios.Open },
	} {
		if hash(change) == plain {
			t.Errorf("%s changed and the hash did not", name)
		}
	}
	for name, change := range map[string]func(*scenarios.Book){
		"the firm":       func(b *scenarios.Book) { b.Firm.Name += "!" },
		"another client": func(b *scenarios.Book) { b.Clients[1].Temperament.Start = scenarios.Open },
		"the hash":       func(b *scenarios.Book) { b.Conversations[0].Hash = 7 },
	} {
		if hash(change) != plain {
			t.Errorf("%s changed and the hash did too", name)
		}
	}
}

// TestNotPlayable: what could not be played is neither written nor read.
func TestNotPlayable(t *testing.T) {
	type book = scenarios.Book
	for name, spoil := range map[string]func(*book, *scenarios.Conversation){
		"no client of that id":    func(_ *book, x *scenarios.Conversation) { x.Client = "nobody" },
		"a client without id":     func(b *book, _ *scenarios.Conversation) { b.Clients[1].ID = "" },
		"two clients alike":       func(b *book, _ *scenarios.Conversation) { b.Clients[1].ID = b.Clients[0].ID },
		"two conversations alike": func(b *book, x *scenarios.Conversation) { b.Conversations = append(b.Conversations, *x) },
		"no id":                   func(_ *book, x *scenarios.Conversation) { x.ID = "" },
		"no meeting":              func(_ *book, x *scenarios.Conversation) { x.Meetings = nil },
		"no beat":                 func(_ *book, x *scenarios.Conversation) { x.Beats = nil },
		"no ending":               func(_ *book, x *scenarios.Conversation) { x.Endings = nil },
		"no start":                func(_ *book, x *scenarios.Conversation) { x.Starts = nil },
		"too much to prepare":     func(_ *book, x *scenarios.Conversation) { x.Prepare = 3 },
		"a last ending's when":    func(_ *book, x *scenarios.Conversation) { x.Endings[1].When.Facts = 1 },
		"an ending's fact":        func(_ *book, x *scenarios.Conversation) { x.Endings[0].When.Facts = 1 << 6 },
		"a start's fact":          func(_ *book, x *scenarios.Conversation) { x.Starts[0].Facts = 1 << 6 },
		"a carried fact":          func(_ *book, x *scenarios.Conversation) { x.Carries = 1 << 6 },
		"a beat's id":             func(_ *book, x *scenarios.Conversation) { x.Beats[1].ID = x.Beats[0].ID },
		"a beat's meeting":        func(_ *book, x *scenarios.Conversation) { x.Beats[1].Meeting = 2 },
		"the first beat's":        func(_ *book, x *scenarios.Conversation) { x.Beats[0].Meeting = 1 },
		"meetings out of order":   func(_ *book, x *scenarios.Conversation) { x.Beats = append(x.Beats, x.Beats[0]); x.Beats[2].ID = "x" },
		"a due promise":           func(_ *book, x *scenarios.Conversation) { x.Beats[0].Due = 1 << 2 },
		"no line":                 func(_ *book, x *scenarios.Conversation) { x.Beats[0].Lines = nil },
		"a last line's when":      func(_ *book, x *scenarios.Conversation) { x.Beats[0].Lines[1].When.Capped = scenarios.No },
		"a line's note":           func(_ *book, x *scenarios.Conversation) { x.Beats[0].Lines[0].When.Prepared = 1 << 2 },
		"no reply":                func(_ *book, x *scenarios.Conversation) { x.Beats[0].Replies = nil },
		"a reply's id":            func(_ *book, x *scenarios.Conversation) { x.Beats[0].Replies[0].ID = "" },
		"two replies alike":       func(_ *book, x *scenarios.Conversation) { x.Beats[0].Replies[0].ID = x.Beats[0].Replies[1].ID },
		"no move":                 func(_ *book, x *scenarios.Conversation) { x.Beats[0].Replies[0].Moves[0] = scenarios.NoMove },
		"a reply's promise":       func(_ *book, x *scenarios.Conversation) { x.Beats[0].Replies[0].Keeps = 1 << 2 },
		"a reply's fact":          func(_ *book, x *scenarios.Conversation) { x.Beats[0].Replies[0].Leaves = 1 << 6 },
		"a reply's when":          func(_ *book, x *scenarios.Conversation) { x.Beats[0].Replies[0].When.Broken = 1 << 2 },
		"no target":               func(_ *book, x *scenarios.Conversation) { x.Beats[0].Replies[0].To = nil },
		"a target":                func(_ *book, x *scenarios.Conversation) { x.Beats[0].Replies[0].To[0].Beat = 2 },
		"a target before":         func(_ *book, x *scenarios.Conversation) { x.Beats[0].Replies[0].To[0].Beat = -2 },
		"a last target's when":    func(_ *book, x *scenarios.Conversation) { x.Beats[0].Replies[0].To[1].When.Known = scenarios.Yes },
		"a word":                  func(_ *book, x *scenarios.Conversation) { x.Beats[0].Feels = 200 },
	} {
		b := full(t)
		spoil(b, &b.Conversations[0])
		if _, err := scenarios.Encode(b); err == nil || !strings.HasPrefix(err.Error(), "scenarios: cannot compile: ") {
			t.Errorf("%s: compiled (%v)", name, err)
		}
	}
}

// TestCutAndChanged: a byte less or another byte, anywhere, is an error.
func TestCutAndChanged(t *testing.T) {
	data := encoded(t, full(t))
	for i := range data {
		if _, err := scenarios.Decode(data[:i]); err == nil {
			t.Fatalf("read when cut at byte %d of %d", i, len(data))
		}
		changed := append([]byte(nil), data...)
		changed[i] ^= 1 << (i % 8)
		if _, err := scenarios.Decode(changed); err == nil {
			t.Fatalf("read with byte %d changed", i)
		}
	}
	for text, data := range map[string][]byte{
		"another version": reseal(append([]byte("earned\x00\x63"), data[8:]...)),
		"not a compiled":  reseal(append([]byte("learned\x01"), data[8:]...)),
		"too many":        reseal(append(data[:len(data)-8:len(data)-8], make([]byte, 9)...)),
		"is wrong":        append(data[:len(data)-1:len(data)-1], data[len(data)-1]+1),
	} {
		if _, err := scenarios.Decode(data); err == nil || !strings.Contains(err.Error(), text) {
			t.Errorf("%v should speak of %q", err, text)
		}
	}
}

// reseal puts the right sum under a head and a body that were changed, so that
// what is behind the sum is tested.
func reseal(data []byte) []byte {
	h := fnv.New64a()
	body := data[:len(data)-8]
	h.Write(body)
	return binary.BigEndian.AppendUint64(slices.Clip(body), h.Sum64())
}

// TestMemory: a count of items that are not there does not cost their memory.
func TestMemory(t *testing.T) {
	var m0, m1 runtime.MemStats
	for _, body := range []string{
		"\xff\xff\x3f",                     // a million texts
		"\x01\xff\xff\xff\x0f",             // a text of 32 MB
		"\x00\x00\x00\x00\x00\xff\x07",     // a thousand clients
		"\x00\x00\x00\x00\x00\x00\xff\x07", // a thousand conversations
	} {
		data := reseal([]byte("earned\x00\x01" + body + "12345678"))
		runtime.ReadMemStats(&m0)
		_, err := scenarios.Decode(data)
		runtime.ReadMemStats(&m1)
		if err == nil {
			t.Errorf("%q was read", body)
		}
		if got := m1.TotalAlloc - m0.TotalAlloc; got > 1<<16 {
			t.Errorf("%q took %d bytes", body, got)
		}
	}
}

// FuzzDecode: whatever the bytes, there is an error or a book that encodes and
// comes back the same.
func FuzzDecode(f *testing.F) {
	f.Add(encoded(f, full(f)))
	f.Add([]byte("earned\x00\x01\x00\x00\x00\x00\x00\x00\x00........"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) >= 8 {
			data = reseal(data) // else the sum alone would stop nearly all
		}
		book, err := scenarios.Decode(data)
		if err != nil {
			return
		}
		again, err := scenarios.Decode(encoded(t, book))
		if err != nil || !reflect.DeepEqual(again, book) {
			t.Errorf("comes back otherwise: %v", err)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	data := scenarios.Compiled()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := scenarios.Decode(data); err != nil {
			b.Fatal(err)
		}
	}
}
