package person

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"earned/game/view"
	"earned/scenarios"
)

// still draws pic into the pen as it is at rest, with no clock.
func still(p *pen, w, h float64, pic view.Picture) {
	look := LookOf(pic.Figure)
	st := compose(w, h, scenarios.Setting(pic.Setting))
	st.planner = look.Planner
	q := Feel(scenarios.Feeling(pic.Feels), pic.Trust)
	p.reset(identity())
	p.backdrop(st)
	f := figure{pen: p, look: look, pose: &q}
	for l := range numLayers {
		f.scene(l, st, pic)
	}
}

func render(p *pen, w, h int, pic view.Picture) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	still(p, float64(w), float64(h), pic)
	raster(img, p.v, p.i)
	return img
}

// places are where each figure is shown on the contact sheet; all five are on
// the sheet of settings.
var places = map[string]scenarios.Setting{
	"dana": scenarios.Office, "marek": scenarios.Office, "rosa": scenarios.Office, "arjun": scenarios.Video,
	"samuel": scenarios.Workshop, "mei": scenarios.Office, "amina": scenarios.Ward, "walter": scenarios.Workshop,
}

// TestContactSheet writes every client at every feeling and at trust low,
// middle and high, when EARNED_SHEET names a folder for the pictures:
//
//	EARNED_SHEET=/tmp/faces go test -run ContactSheet ./game/draw/person
func TestContactSheet(t *testing.T) {
	dir := os.Getenv("EARNED_SHEET")
	if dir == "" {
		t.Skip("EARNED_SHEET names no folder")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	p := &pen{}
	const w, h = 260, 344
	for _, name := range Names() {
		all := image.NewNRGBA(image.Rect(0, 0, w*9, h*3))
		for f := scenarios.Guarded; f <= scenarios.Absent; f++ {
			for row, trust := range [3]uint8{16, 50, 84} {
				img := render(p, w-4, h-4, view.Picture{Figure: name, Feels: uint8(f), Trust: trust, Setting: uint8(places[name])})
				paste(all, img, int(f-scenarios.Guarded)*w, row*h)
			}
		}
		savePNG(t, filepath.Join(dir, name+".png"), all)
	}
	sizes := [...]image.Point{{390, 300}, {520, 720}, {800, 1080}}
	for s := scenarios.Office; s <= scenarios.Phone; s++ {
		all := image.NewNRGBA(image.Rect(0, 0, 390+520+800+8, 1080))
		x := 0
		for i, z := range sizes {
			pic := view.Picture{Figure: Names()[(int(s)+i*3)%8], Feels: uint8(scenarios.Curious) + uint8(i), Trust: 60, Setting: uint8(s), Speaking: true}
			paste(all, render(p, z.X, z.Y, pic), x, 0)
			x += z.X + 4
		}
		savePNG(t, filepath.Join(dir, "setting-"+s.String()+".png"), all)
	}
}

// TestPictures writes single pictures side by side, each figure:feeling:trust:
// setting in numbers, at EARNED_SIZE (460x560), EARNED_COLUMNS (all) in a row:
//
//	EARNED_PICTURES=0:5:60:1,4:7:20:2 EARNED_OUT=/tmp/two.png go test -run Pictures ./game/draw/person
func TestPictures(t *testing.T) {
	list := os.Getenv("EARNED_PICTURES")
	if list == "" {
		t.Skip("EARNED_PICTURES names no pictures")
	}
	w, h := 460, 560
	if s := os.Getenv("EARNED_SIZE"); s != "" {
		if _, err := fmt.Sscanf(s, "%dx%d", &w, &h); err != nil {
			t.Fatalf("EARNED_SIZE is %q, not as 460x560: %v", s, err)
		}
	}
	each := strings.Split(list, ",")
	columns := len(each)
	if s := os.Getenv("EARNED_COLUMNS"); s != "" {
		if _, err := fmt.Sscanf(s, "%d", &columns); err != nil || columns < 1 {
			t.Fatalf("EARNED_COLUMNS is %q, not a number of pictures in a row", s)
		}
	}
	all := image.NewNRGBA(image.Rect(0, 0, w*columns, h*((len(each)+columns-1)/columns)))
	p := &pen{}
	for i, e := range each {
		var who, feels, points, set int
		if _, err := fmt.Sscanf(e, "%d:%d:%d:%d", &who, &feels, &points, &set); err != nil || who >= len(people) {
			t.Fatalf("%q is not figure:feeling:trust:setting", e)
		}
		paste(all, render(p, w-4, h-4, view.Picture{Figure: people[who].Name, Feels: uint8(feels), Trust: uint8(points), Setting: uint8(set)}), i%columns*w, i/columns*h)
	}
	savePNG(t, os.Getenv("EARNED_OUT"), all)
}

func paste(dst, src *image.NRGBA, x, y int) {
	b := src.Bounds()
	for r := range b.Dy() {
		copy(dst.Pix[dst.PixOffset(x, y+r):], src.Pix[src.PixOffset(0, r):src.PixOffset(0, r)+4*b.Dx()])
	}
}
