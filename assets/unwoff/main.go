// Command unwoff unpacks WOFF files, as the typeface's package has them, into
// TTF beside them: go run ./assets/unwoff *.woff. The tables stay as they are.
// The game carries them unpacked: its whole program is compressed on the way,
// and inflating them would cost each start some 10 ms a file.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/bits"
	"os"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font/opentype"
)

func main() {
	for _, name := range os.Args[1:] {
		if err := unpack(name); err != nil {
			fmt.Fprintf(os.Stderr, "unwoff: %s: %v\n", name, err)
			os.Exit(1)
		}
	}
}

func unpack(name string) error {
	packed, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	font, err := opentype.NewLoader(bytes.NewReader(packed))
	if err != nil {
		return err
	}
	tags := font.Tables()
	slices.Sort(tags)
	search := 16 << (bits.Len(uint(len(tags))) - 1)
	head := binary.BigEndian.AppendUint32(nil, uint32(font.Type))
	for _, n := range []int{len(tags), search, bits.Len(uint(len(tags))) - 1, 16*len(tags) - search} {
		head = binary.BigEndian.AppendUint16(head, uint16(n))
	}
	var body []byte
	for _, tag := range tags {
		table, err := font.RawTable(tag)
		if err != nil {
			return fmt.Errorf("table %s: %w", tag, err)
		}
		at := 12 + 16*len(tags) + len(body)
		body = append(body, table...)
		body = append(body, make([]byte, -len(table)&3)...)
		for _, n := range []uint32{uint32(tag), sum(tag, body[at-12-16*len(tags):]), uint32(at), uint32(len(table))} {
			head = binary.BigEndian.AppendUint32(head, n)
		}
	}
	return os.WriteFile(strings.TrimSuffix(name, ".woff")+".ttf", append(head, body...), 0o644)
}

// sum is a table's checksum; that of head leaves out its own adjustment.
func sum(tag opentype.Tag, table []byte) (s uint32) {
	if tag == opentype.MustNewTag("head") {
		s -= binary.BigEndian.Uint32(table[8:])
	}
	for ; len(table) >= 4; table = table[4:] {
		s += binary.BigEndian.Uint32(table)
	}
	return s
}
