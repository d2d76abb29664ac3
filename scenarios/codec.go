package scenarios

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// codec walks a book in one fixed order and either writes what it meets or
// fills it from bytes. One walk for both directions, so that the two cannot
// drift apart. The first error stops it; everything after is a no-op.
type codec struct {
	writing bool
	bytes   []byte // written so far, or still to be read
	texts   []string
	index   map[string]uint64 // writing: a text's place in texts
	err     error
}

var errShort = errors.New("it ends too early")

func (c *codec) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

// uint carries one number from 0 to most.
func (c *codec) uint(v, most uint64) uint64 {
	if c.err != nil {
		return 0
	}
	if c.writing {
		if v > most {
			c.fail(fmt.Errorf("%d is over the limit of %d", v, most))
		}
		c.bytes = binary.AppendUvarint(c.bytes, v)
		return v
	}
	v, n := binary.Uvarint(c.bytes)
	if n <= 0 {
		c.fail(errShort)
		return 0
	}
	if v > most {
		c.fail(fmt.Errorf("%d is over the limit of %d", v, most))
		return 0
	}
	c.bytes = c.bytes[n:]
	return v
}

// flags carries up to 64 yes or no in one number.
func (c *codec) flags(flags ...*bool) {
	var v uint64
	for i, f := range flags {
		if *f {
			v |= 1 << i
		}
	}
	v = c.uint(v, 1<<len(flags)-1)
	for i, f := range flags {
		*f = v>>i&1 == 1
	}
}

// text carries a string, by its place in the table of all strings.
func (c *codec) text(s *string) {
	if !c.writing {
		if i := c.uint(0, uint64(len(c.texts))); i > 0 {
			*s = c.texts[i-1]
		}
		return
	}
	var i uint64 // 0: the empty string
	if *s != "" {
		if i = c.index[*s]; i == 0 {
			c.texts = append(c.texts, *s)
			i = uint64(len(c.texts))
			c.index[*s] = i
		}
	}
	c.uint(i, maxTexts)
}

func (c *codec) strings(s *[]string, most int) {
	list(c, s, most, func(c *codec, s *string) { c.text(s) })
}

// choice carries a value of a closed list.
func choice[T ~uint8](c *codec, v *T, count T) { *v = T(c.uint(uint64(*v), uint64(count-1))) }

// number carries a value from 0 to most.
func number[T ~uint8 | ~uint16 | ~uint64 | ~int](c *codec, v *T, most uint64) {
	*v = T(c.uint(uint64(*v), most))
}

// list carries a slice. It grows as its items are read, never by the count
// alone, so that a false count cannot ask for more memory than its bytes earn.
func list[T any](c *codec, s *[]T, most int, item func(*codec, *T)) {
	n := int(c.uint(uint64(len(*s)), uint64(most)))
	if !c.writing && n > 0 {
		*s = make([]T, 0, min(n, 16))
	}
	for i := 0; i < n && c.err == nil; i++ {
		if !c.writing {
			var zero T
			*s = append(*s, zero)
		}
		item(c, &(*s)[i])
	}
}
