package phone

import (
	"fmt"
	"strings"

	"rsc.io/qr"
)

// QR is a QR code of text as rows of 0 (light) and 1 (dark) from the top,
// separated by slashes, without the quiet zone of four modules that whoever
// paints it must leave around it. It survives the loss of about 15 % (level M).
func QR(text string) (string, error) {
	c, err := qr.Encode(text, qr.M)
	if err != nil {
		return "", fmt.Errorf("cannot make a QR code of %d characters: %w", len(text), err)
	}
	var b strings.Builder
	b.Grow(c.Size * (c.Size + 1))
	for y := range c.Size {
		if y > 0 {
			b.WriteByte('/')
		}
		for x := range c.Size {
			if c.Black(x, y) {
				b.WriteByte('1')
			} else {
				b.WriteByte('0')
			}
		}
	}
	return b.String(), nil
}

// Quiet is how many light modules belong around a QR code on every side.
const Quiet = 4

// SVG draws the rows of a QR code, quiet zone and all, dark on light whatever
// the page's colours: many cameras read no other.
func SVG(rows string) string {
	lines := strings.Split(rows, "/")
	size := len(lines) + 2*Quiet
	var path strings.Builder
	for y, line := range lines {
		for x := 0; x < len(line); x++ {
			if line[x] != '1' {
				continue
			}
			from := x
			for x+1 < len(line) && line[x+1] == '1' {
				x++
			}
			fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", from+Quiet, y+Quiet, x-from+1, x-from+1)
		}
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">`+
		`<rect width="%d" height="%d" fill="#fff"/><path d="%s"/></svg>`, size, size, size, size, path.String())
}
