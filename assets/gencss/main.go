// Command gencss writes page/palette.css from the palettes. Run by
// go generate ./assets.
package main

import (
	"fmt"
	"os"

	"earned/assets"
)

func main() {
	if err := os.WriteFile("../page/palette.css", []byte(assets.CSS()), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "gencss:", err)
		os.Exit(1)
	}
}
