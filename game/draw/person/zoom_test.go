package person

import (
	"fmt"
	"image"
	"os"
	"strings"
	"testing"

	"earned/game/view"
)

func TestZoom(t *testing.T) {
	list := os.Getenv("LIST")
	if list == "" {
		t.Skip()
	}
	W, H := 460, 560
	if z := os.Getenv("SIZE"); z != "" {
		fmt.Sscanf(z, "%dx%d", &W, &H)
	}
	el := strings.Split(list, ",")
	all := image.NewNRGBA(image.Rect(0, 0, W*len(el), H))
	p := &pen{}
	for i, e := range el {
		var who, fe, tr, set int
		fmt.Sscanf(e, "%d:%d:%d:%d", &who, &fe, &tr, &set)
		paste(all, render(p, W-4, H, view.Picture{Figure: Names()[who], Feels: uint8(fe), Trust: uint8(tr), Setting: uint8(set)}), i*W, 0)
	}
	savePNG(t, os.Getenv("OUT"), all)
}
