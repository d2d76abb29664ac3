package draw

import (
	"image"
	"image/color"
	"strings"

	"github.com/hajimehoshi/ebiten/v2"
)

// quietZone is how many light squares a QR code keeps around it (ISO 18004).
const quietZone = 4

// squares paints a QR code: rows of 0 and 1 from the top, apart by "/", 1 dark.
// Dark on light in every theme: phones do not read it otherwise.
func (p *Painter) squares(dst *ebiten.Image, box image.Rectangle, code string) {
	rows := strings.Split(code, "/")
	n := len(rows) + 2*quietZone
	one := min(box.Dx(), box.Dy()) / n
	if one < 1 {
		return
	}
	light, dark := color.RGBA{255, 255, 255, 255}, color.RGBA{0, 0, 0, 255}
	x0, y0 := box.Min.X+(box.Dx()-n*one)/2, box.Min.Y+(box.Dy()-n*one)/2
	p.masks.rect(dst, x0, y0, n*one, n*one, 0, 0, light)
	for y, row := range rows {
		for x := 0; x < len(row); x++ {
			if row[x] != '1' {
				continue
			}
			from := x
			for x+1 < len(row) && row[x+1] == '1' {
				x++
			}
			p.masks.rect(dst, x0+(from+quietZone)*one, y0+(y+quietZone)*one, (x-from+1)*one, one, 0, 0, dark)
		}
	}
}
