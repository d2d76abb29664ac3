package site

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
)

// A site that is written and read again is the same site, bare or not.
func TestWrittenAndReadAgainItIsTheSameSite(t *testing.T) {
	packed, err := squeeze(bytes.Repeat([]byte("program "), 1000), quickGzip, quickBrotli)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Load(withWorker(t, "<!doctype html>"), &Built{program: packed, support: []byte("glue")})
	if err != nil {
		t.Fatal(err)
	}
	for _, bare := range []bool{false, true} {
		dir := t.TempDir()
		if err := s.Write(dir, bare); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(filepath.Join(dir, Program)); (err == nil) == bare {
			t.Errorf("bare %v: the program as it is: %v", bare, err)
		}
		again, err := Open(os.DirFS(dir))
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(s.Names(), again.Names()) {
			t.Fatalf("bare %v: holds %q, want %q", bare, again.Names(), s.Names())
		}
		for _, name := range s.Names() {
			was, is := s.files[name], again.files[name]
			if !bytes.Equal(was.plain, is.plain) || !bytes.Equal(was.gzip, is.gzip) || !bytes.Equal(was.brotli, is.brotli) || was.tag != is.tag || was.mediaType != is.mediaType {
				t.Errorf("bare %v: %s is another", bare, name)
			}
		}
	}
}

func TestWhatIsNoSiteIsSaid(t *testing.T) {
	if _, err := Open(fstest.MapFS{"a.js": {Data: []byte("x")}}); err == nil {
		t.Error("a site without index.html was read")
	}
	if _, err := Open(fstest.MapFS{"index.html": {Data: []byte("x")}, "earned.wasm.gz": {Data: []byte("not zipped")}}); err == nil {
		t.Error("a broken program was read")
	}
}

func TestShrinkIsKept(t *testing.T) {
	b := &Built{Dir: t.TempDir(), program: packed{plain: bytes.Repeat([]byte("program "), 1000)}}
	if err := b.Shrink(); err != nil {
		t.Fatal(err)
	}
	best := b.program
	b.program = packed{} // a second time nothing is compressed
	if err := b.Shrink(); err != nil || !bytes.Equal(b.program.brotli, best.brotli) || !bytes.Equal(b.program.gzip, best.gzip) {
		t.Errorf("%d and %d bytes, then %d and %d (%v)", len(best.gzip), len(best.brotli), len(b.program.gzip), len(b.program.brotli), err)
	}
	if len(best.gzip) == 0 || len(best.brotli) == 0 {
		t.Errorf("compressed to %d and %d bytes", len(best.gzip), len(best.brotli))
	}
}
