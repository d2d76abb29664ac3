package assets_test

import (
	"bytes"
	"testing"

	"github.com/go-text/typesetting/font"

	"earned/assets"
)

// What the game writes with: letters of western Europe, curly quotes, dashes,
// the ellipsis, the middle dot and the bullet, money, and no-break spaces.
const written = "ABCXYZabcxyz0123456789.,:;!?()[]/&%+-=#@*'\"‘’“”‚„–—…·•×÷−°½¼£€$§©«»‹›¡¿ÀÉÎÕÜßàçéèêëîïñóôöøåæœŒúüÿ\u00a0\u2009"

// The rest of Latin, as names have it.
const names = "ĀāĆćČčĎďĐđĘęĚěĞğİıŁłŃńŇňŐőŘřŚśŞşŠšŢţŤťŮůŰűŹźŻżŽžȘșȚțẞ"

func TestTypefaceHasTheLetters(t *testing.T) {
	for _, f := range []struct {
		name      string
		main, ext []byte
	}{
		{"regular", assets.Regular, assets.RegularExt},
		{"semibold", assets.Semibold, assets.SemiboldExt},
		{"italic", assets.Italic, assets.ItalicExt},
	} {
		main, ext := parse(t, f.main), parse(t, f.ext)
		for _, r := range written {
			if _, ok := main.NominalGlyph(r); !ok {
				t.Errorf("%s has no %q (%U)", f.name, r, r)
			}
		}
		for _, r := range names {
			_, a := main.NominalGlyph(r)
			_, b := ext.NominalGlyph(r)
			if !a && !b {
				t.Errorf("%s has no %q (%U)", f.name, r, r)
			}
		}
		for _, r := range "→←✓" { // drawn, never written: see fonts.go
			if _, ok := main.NominalGlyph(r); ok {
				t.Errorf("%s has %q after all: fonts.go says it has not", f.name, r)
			}
		}
	}
}

func parse(t *testing.T, woff []byte) *font.Face {
	t.Helper()
	f, err := font.ParseTTF(bytes.NewReader(woff))
	if err != nil {
		t.Fatal(err)
	}
	return f
}
