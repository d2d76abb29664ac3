package site

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
)

// The encodings a file can be sent in, as HTTP names them.
const (
	identity = "identity"
	gzipped  = "gzip"
	brotlied = "br"
)

// packed is a file's bytes, and the same compressed where that was done.
type packed struct {
	plain, gzip, brotli []byte
}

// in is the bytes in an encoding that negotiate chose.
func (p packed) in(encoding string) []byte {
	switch encoding {
	case brotlied:
		return p.brotli
	case gzipped:
		return p.gzip
	}
	return p.plain
}

// negotiate picks the encoding with the highest weight in an Accept-Encoding
// header (RFC 9110, 12.5.3) among those there are; the smaller wins a tie.
func negotiate(accept string, p packed) string {
	best, weight := identity, 0.0
	for _, e := range []struct {
		name string
		body []byte
	}{{brotlied, p.brotli}, {gzipped, p.gzip}} {
		if q := quality(accept, e.name); e.body != nil && q > weight {
			best, weight = e.name, q
		}
	}
	return best
}

// quality is the weight 0–1 that an Accept-Encoding header gives an encoding,
// by its name or else by *; 0 where it gives none or cannot be read.
func quality(accept, encoding string) float64 {
	star := 0.0
	for part := range strings.SplitSeq(accept, ",") {
		name, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		q := 1.0
		if v, ok := strings.CutPrefix(strings.ReplaceAll(strings.ToLower(params), " ", ""), "q="); ok {
			var err error
			if q, err = strconv.ParseFloat(v, 64); err != nil || q < 0 || q > 1 {
				q = 0
			}
		}
		switch name = strings.TrimSpace(name); {
		case strings.EqualFold(name, encoding):
			return q
		case name == "*":
			star = q
		}
	}
	return star
}

// Levels of compression: quick at every build, best for a release. Brotli's
// best takes a minute for the whole game.
const (
	quickBrotli = 5
	quickGzip   = 6
)

// squeeze compresses with gzip and Brotli, both at once.
func squeeze(plain []byte, gzipLevel, brotliLevel int) (packed, error) {
	p := packed{plain: plain}
	zipped := make(chan error, 1)
	go func() {
		var out bytes.Buffer
		z, err := gzip.NewWriterLevel(&out, gzipLevel)
		if err == nil {
			err = writeAll(z, plain)
		}
		p.gzip = out.Bytes()
		zipped <- err
	}()
	var out bytes.Buffer
	err := writeAll(brotli.NewWriterLevel(&out, brotliLevel), plain)
	p.brotli = out.Bytes()
	if zipErr := <-zipped; err == nil {
		err = zipErr
	}
	if err != nil {
		return packed{}, fmt.Errorf("cannot compress the game: %w", err)
	}
	return p, nil
}

func writeAll(w io.WriteCloser, b []byte) error {
	if _, err := w.Write(b); err != nil {
		return err
	}
	return w.Close()
}
