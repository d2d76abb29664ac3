package phone

import (
	"strings"
	"testing"
)

// The three corners by which a camera finds a code.
var corner = []string{"1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"}

func TestQRIsASquareWithItsCorners(t *testing.T) {
	rows, err := QR("http://192.168.100.200:8080/j/QK7M3P")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(rows, "/")
	n := len(lines)
	if n > 33 {
		t.Errorf("%d modules wide: too fine for the back row", n)
	}
	for _, l := range lines {
		if len(l) != n || strings.Trim(l, "01") != "" {
			t.Fatalf("a row of a code %d wide is %q", n, l)
		}
	}
	for i, want := range corner {
		if lines[i][:7] != want || lines[i][n-7:] != want || lines[n-7+i][:7] != want {
			t.Errorf("row %d of a corner is missing", i)
		}
	}
	if other, err := QR("http://192.168.100.200:8080/j/QK7M3Q"); err != nil || other == rows {
		t.Errorf("another room has the same code (%v)", err)
	}
	if _, err := QR(strings.Repeat("x", 5000)); err == nil {
		t.Error("5,000 letters were put into a code")
	}
}

// The drawing has the same dark modules as the rows, and nothing else.
func TestSVGDrawsTheRows(t *testing.T) {
	if got, want := SVG("101/011"), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" shape-rendering="crispEdges">`+
		`<rect width="10" height="10" fill="#fff"/><path d="M4 4h1v1h-1zM6 4h1v1h-1zM5 5h2v1h-2z"/></svg>`; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
