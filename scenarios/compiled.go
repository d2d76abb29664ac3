package scenarios

import (
	_ "embed" // for the compiled book
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"sync"
	"unicode/utf8"
)

// The compiled form: the head, the number of texts and the length of each, the
// texts themselves end to end, the book as codec walks it, and the FNV-1a of
// all that, 8 bytes, big end first.
const (
	head       = "earned\x00\x02" // the last byte is the version of the form
	sumSize    = 8
	maxEncoded = 32 << 20 // bytes
)

//go:generate go run earned/cmd/scenario build

//go:embed compiled.bin
var compiled []byte

var shipped = sync.OnceValues(func() (*Book, error) { return Decode(compiled) })

// Shipped is the book that comes with the game. It is read once and shared:
// nobody may change it. It fails only if the program was built from a broken
// compiled.bin.
func Shipped() (*Book, error) { return shipped() }

// Compiled is the compiled form that Shipped reads, for the test that it is
// fresh. Nobody may change it.
func Compiled() []byte { return compiled }

// Encode gives the compiled form of a book. It fails where Decode would not
// take the result: an index out of range, a beat without a reply, a limit
// passed.
func Encode(b *Book) ([]byte, error) {
	if err := valid(b); err != nil {
		return nil, fmt.Errorf("scenarios: cannot compile: %w", err)
	}
	out, err := encode(func(c *codec) { c.book(b) })
	if err != nil {
		return nil, fmt.Errorf("scenarios: cannot compile: %w", err)
	}
	out = append([]byte(head), out...)
	out = binary.BigEndian.AppendUint64(out, sum(out))
	if len(out) > maxEncoded {
		return nil, fmt.Errorf("scenarios: cannot compile: %d bytes, over the limit of %d", len(out), maxEncoded)
	}
	return out, nil
}

// Decode reads the compiled form. Whatever the bytes, it gives a book that can
// be played or an error, and takes memory in proportion to their number.
func Decode(data []byte) (*Book, error) {
	b, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("scenarios: the compiled form cannot be read: %w", err)
	}
	return b, nil
}

// Seal sets each conversation's Hash, of everything in it and of its client's
// temperament: all that, with the rules, decides how a run goes. Whoever makes
// or changes a book calls it last.
func (b *Book) Seal() error {
	for i := range b.Conversations {
		x := &b.Conversations[i]
		said := *x
		said.Questions = nil // what a room is asked changes no run
		out, err := encode(func(c *codec) {
			c.conversation(&said)
			if client := b.Client(x.Client); client != nil {
				c.temperament(&client.Temperament)
			}
		})
		if err != nil {
			return fmt.Errorf("scenarios: %s: %w", x.ID, err)
		}
		x.Hash = sum(out)
	}
	return nil
}

// Client is the client with that id, or nil.
func (b *Book) Client(id string) *Client {
	for i := range b.Clients {
		if b.Clients[i].ID == id {
			return &b.Clients[i]
		}
	}
	return nil
}

// Conversation is the conversation with that id, or nil.
func (b *Book) Conversation(id string) *Conversation {
	for i := range b.Conversations {
		if b.Conversations[i].ID == id {
			return &b.Conversations[i]
		}
	}
	return nil
}

// encode gives the texts and then the walk.
func encode(walk func(*codec)) ([]byte, error) {
	c := &codec{writing: true, index: map[string]uint64{}}
	if walk(c); c.err != nil {
		return nil, c.err
	}
	out := binary.AppendUvarint(nil, uint64(len(c.texts)))
	for _, text := range c.texts {
		out = binary.AppendUvarint(out, uint64(len(text)))
	}
	for _, text := range c.texts {
		out = append(out, text...)
	}
	return append(out, c.bytes...), nil
}

func decode(data []byte) (*Book, error) {
	body, err := open(data)
	if err != nil {
		return nil, err
	}
	c := &codec{bytes: body}
	c.readTexts()
	b := new(Book)
	c.book(b)
	switch {
	case c.err != nil:
		return nil, c.err
	case len(c.bytes) > 0:
		return nil, fmt.Errorf("%d bytes too many", len(c.bytes))
	}
	return b, valid(b)
}

// open checks head and sum and gives what is between.
func open(data []byte) ([]byte, error) {
	switch {
	case len(data) < len(head)+sumSize:
		return nil, errShort
	case len(data) > maxEncoded:
		return nil, fmt.Errorf("%d bytes, over the limit of %d", len(data), maxEncoded)
	case string(data[:len(head)-1]) != head[:len(head)-1]:
		return nil, errors.New("it is not a compiled book")
	case data[len(head)-1] != head[len(head)-1]:
		return nil, errors.New("it was compiled by another version: compile it again (go generate ./scenarios)")
	}
	end := len(data) - sumSize
	if sum(data[:end]) != binary.BigEndian.Uint64(data[end:]) {
		return nil, errors.New("its sum is wrong: it was cut or changed on the way")
	}
	return data[len(head):end], nil
}

// readTexts reads the table of texts. All are slices of one string, so a book
// costs one allocation for its words.
func (c *codec) readTexts() {
	n := c.uint(0, min(maxTexts, uint64(len(c.bytes)))) // a length takes a byte
	lengths := make([]int, 0, n)
	total := 0
	for i := uint64(0); i < n && c.err == nil; i++ {
		length := int(c.uint(0, maxEncoded))
		lengths = append(lengths, length)
		if total += length; total > len(c.bytes) {
			c.fail(errShort)
		}
	}
	if c.err != nil || total > len(c.bytes) {
		c.fail(errShort)
		return
	}
	if !utf8.Valid(c.bytes[:total]) {
		c.fail(errors.New("its texts are not UTF-8"))
		return
	}
	all := string(c.bytes[:total])
	c.bytes = c.bytes[total:]
	c.texts = make([]string, len(lengths))
	for i, length := range lengths {
		c.texts[i], all = all[:length], all[length:]
	}
}

func sum(data []byte) uint64 {
	h := fnv.New64a()
	h.Write(data) // never fails
	return h.Sum64()
}
