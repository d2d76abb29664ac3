package draw

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"earned/assets"
	"earned/game/view"
)

// chartCache is a chart's plot as painted.
type chartCache struct {
	chart *view.Chart
	theme assets.Theme
	paper view.Paper
	box   image.Point
	typ   view.Type
	plan  *view.ChartPlan
	img   *ebiten.Image
}

// curve paints the chart of box i: the plot from a picture that is kept, the
// words over it.
func (p *Painter) curve(dst *ebiten.Image, i int) {
	b, s := &p.placed.Boxes[i], &p.spots[i]
	chart := b.Node.Picture.Chart
	if chart == nil || s.box.Empty() {
		return
	}
	c := p.charts[b.Path]
	if c == nil || !sameChart(c.chart, chart) || c.theme != p.theme || c.paper != s.paper || c.box != s.box.Size() || c.typ != p.placed.Type {
		if c != nil {
			release(&c.img)
		}
		c = &chartCache{chart: chart, theme: p.theme, paper: s.paper, box: s.box.Size(), typ: p.placed.Type}
		c.plan = view.PlanChart(chart, b.W, b.H, p.placed.Type, p.m)
		c.img = p.plotImage(c)
		p.charts[b.Path] = c
	}
	at := s.box.Min
	var op ebiten.DrawImageOptions
	op.Filter = ebiten.FilterLinear
	if c.img != nil {
		op.GeoM.Scale(float64(s.box.Dx())/float64(c.img.Bounds().Dx()), float64(s.box.Dy())/float64(c.img.Bounds().Dy()))
		op.GeoM.Translate(float64(at.X), float64(at.Y))
		dst.DrawImage(c.img, &op)
	}
	for _, w := range c.plan.Words {
		var top text.DrawOptions
		top.ColorScale.ScaleWithColor(p.theme.Ink(w.Ink, s.paper))
		st := view.Style{Size: view.Small, Bold: w.Bold}
		p.line(dst, w.S, st, c.plan.Size, at.X+p.px(w.X), at.Y+p.px(w.Y), p.px(c.plan.LineH), &top)
	}
}

// plotImage paints the plot.
func (p *Painter) plotImage(c *chartCache) *ebiten.Image {
	const most = 4096 // what every graphics card takes
	w, h := min(c.box.X, most), min(c.box.Y, most)
	img := ebiten.NewImage(w, h)
	pen := chartPen{dst: img, m: &p.mesh, p: c.plan, k: p.scale, unit: p.placed.Type.Unit * p.scale, theme: p.theme, paper: c.paper}
	pen.paint(c.chart)
	return img
}

// dropCharts releases the charts that are no longer on the screen.
func (p *Painter) dropCharts() {
	for path, c := range p.charts {
		if b := p.placed.Find(path); b == nil || b.Node.Picture.Chart == nil {
			release(&c.img)
			delete(p.charts, path)
		}
	}
}
