// Package assets holds what the game looks like and is not code: the typeface,
// the palettes, and the licences of both.
package assets

import _ "embed"

// The typeface is Atkinson Hyperlegible Next (SIL OFL 1.1), drawn for readers
// with low vision: I, l and 1 cannot be confused. Unpacked from
// the package's WOFF (unwoff).
// The Latin files hold U+0000–00FF, Œ œ, curly quotes, dashes, … · • € and −,
// but no arrows and no ticks: the painter draws those. The Ext files add the
// rest of Latin (č ł ş) and are parsed only when a text asks for them.
var (
	//go:embed fonts/latin-400-normal.ttf
	Regular []byte
	//go:embed fonts/latin-600-normal.ttf
	Semibold []byte
	//go:embed fonts/latin-400-italic.ttf
	Italic []byte
	//go:embed fonts/latin-ext-400-normal.ttf
	RegularExt []byte
	//go:embed fonts/latin-ext-600-normal.ttf
	SemiboldExt []byte
	//go:embed fonts/latin-ext-400-italic.ttf
	ItalicExt []byte
)
