package person

import (
	"fmt"
	"image"
	"os"
	"strings"
	"testing"

	"earned/game/view"
	"earned/scenarios"
)

func still(p *pen, x, y, w, h float64, pic view.Picture) {
	st := compose(w, h, scenarios.Setting(pic.Setting))
	st.x += x
	st.y += y
	_ = st
	q := Feel(scenarios.Feeling(pic.Feels), pic.Trust)
	lk := LookOf(pic.Figure)
	lk.habits(&q, pic)
	p.backdrop(st)
	f := figure{pen: p, look: lk, pose: &q, written: float64(pic.Trust) / 100}
	f.scene(st, pic)
}

func TestTry(t *testing.T) {
	out := os.Getenv("TRY")
	if out == "" {
		t.Skip()
	}
	p := &pen{}
	one := func(W, H int, pic view.Picture) *image.NRGBA {
		img := image.NewNRGBA(image.Rect(0, 0, W, H))
		p.reset(identity())
		still(p, 0, 0, float64(W), float64(H), pic)
		raster(img, p.v, p.i)
		return img
	}
	fig := os.Getenv("FIG")
	set := scenarios.Setting(0)
	for i := scenarios.Office; i <= scenarios.Phone; i++ {
		if i.String() == os.Getenv("SET") {
			set = i
		}
	}
	if v := os.Getenv("SIZE"); v != "" {
		var W, H, fe, tr int
		n := 0
		for i, s := range strings.Split(v, ",") {
			for _, c := range s {
				n = n*10 + int(c-'0')
			}
			*[]*int{&W, &H, &fe, &tr}[i] = n
			n = 0
		}
		savePNG(t, out, one(W, H, view.Picture{Figure: fig, Feels: uint8(fe), Trust: uint8(tr), Setting: uint8(set), Speaking: true}))
		return
	}
	if v := os.Getenv("LIST"); v != "" { // feeling:trust,…
		list := strings.Split(v, ",")
		W, H := 460, 620
		all := image.NewNRGBA(image.Rect(0, 0, W*len(list), H))
		for i, e := range list {
			var fe, tr int
			who := 0
			fmt.Sscanf(e, "%d:%d:%d", &fe, &tr, &who)
			if strings.Count(e, ":") > 1 {
				fig = people[who].Name
			}
			img := one(W-4, H-4, view.Picture{Figure: fig, Feels: uint8(fe), Trust: uint8(tr), Setting: uint8(set)})
			for y := 0; y < H-4; y++ {
				copy(all.Pix[all.PixOffset(i*W, y):], img.Pix[img.PixOffset(0, y):img.PixOffset(0, y)+4*(W-4)])
			}
		}
		savePNG(t, out, all)
		return
	}
	W, H := 250, 330
	all := image.NewNRGBA(image.Rect(0, 0, W*9, H*4))
	for fe := scenarios.Guarded; fe <= scenarios.Absent; fe++ {
		for b, tr := range []uint8{15, 40, 60, 85} {
			img := one(W-4, H-4, view.Picture{Figure: fig, Feels: uint8(fe), Trust: tr, Setting: uint8(set)})
			for y := 0; y < H-4; y++ {
				copy(all.Pix[all.PixOffset(int(fe-1)*W, b*H+y):], img.Pix[img.PixOffset(0, y):img.PixOffset(0, y)+4*(W-4)])
			}
		}
	}
	savePNG(t, out, all)
}
