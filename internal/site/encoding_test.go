package site

import (
	"bytes"
	"compress/gzip"
	"io"
	"testing"

	"github.com/andybalholm/brotli"
)

func TestNegotiate(t *testing.T) {
	both := packed{plain: []byte("p"), gzip: []byte("g"), brotli: []byte("b")}
	for _, c := range []struct {
		accept string
		have   packed
		want   string
	}{
		{"gzip, deflate, br, zstd", both, brotlied},
		{"gzip, deflate", both, gzipped},
		{"", both, identity},
		{"identity", both, identity},
		{"br;q=0, gzip", both, gzipped},
		{"br; q=0.1, gzip; q=0.9", both, gzipped},
		{"GZIP", both, gzipped},
		{"*", both, brotlied},
		{"br;q=0, *;q=0.5", both, gzipped},
		{"*;q=0", both, identity},
		{"br;q=nonsense, gzip;q=2", both, identity},
		{"gzip, br", packed{plain: []byte("p")}, identity},
		{"br", packed{plain: []byte("p"), gzip: []byte("g")}, identity},
	} {
		if got := negotiate(c.accept, c.have); got != c.want {
			t.Errorf("Accept-Encoding %q: sent %s, want %s", c.accept, got, c.want)
		}
	}
}

func TestSqueezeComesBackWhole(t *testing.T) {
	plain := bytes.Repeat([]byte("nine months late "), 1000)
	p, err := squeeze(plain, quickGzip, quickBrotli)
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(bytes.NewReader(p.gzip))
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]io.Reader{gzipped: z, brotlied: brotli.NewReader(bytes.NewReader(p.brotli))} {
		got, err := io.ReadAll(r)
		if err != nil || !bytes.Equal(got, plain) {
			t.Errorf("%s: %d bytes came back of %d (%v)", name, len(got), len(plain), err)
		}
	}
	if len(p.gzip) > len(plain)/10 || len(p.brotli) > len(plain)/10 {
		t.Errorf("barely smaller: gzip %d, brotli %d, of %d", len(p.gzip), len(p.brotli), len(plain))
	}
}
