package draw

import (
	"github.com/hajimehoshi/ebiten/v2"

	"earned/assets"
	"earned/game/view"
)

// chartCache is a chart as painted.
type chartCache struct {
	chart *view.Chart
	theme assets.Theme
	paper view.Paper
	size  float64
	img   *ebiten.Image
}

// curve paints the chart of box i.
func (p *Painter) curve(dst *ebiten.Image, i int) {}

// dropCharts releases the charts that are no longer on the screen.
func (p *Painter) dropCharts() {
	for path, c := range p.charts {
		if b := p.placed.Find(path); b == nil || b.Node.Picture.Chart == nil {
			release(&c.img)
			delete(p.charts, path)
		}
	}
}
