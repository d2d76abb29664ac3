package draw

import (
	"image"
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"earned/assets"
	"earned/game/view"
)

// ties paints the circle of box i: faces first, and between them, over their
// corners, what ties them to the player and to one another.
func (p *Painter) ties(dst *ebiten.Image, i int) {
	b, s := &p.placed.Boxes[i], &p.spots[i]
	t := b.Node.Picture.Ties
	if t == nil || s.box.Empty() {
		return
	}
	pen := tiePen{p: p, t: t, plan: view.PlanTies(t, b.W, b.H, p.placed.Type, p.m), theme: p.theme, paper: s.paper, corner: s.box.Min}
	pen.faces(dst)
	p.mesh.on(dst)
	pen.rings()
	pen.lines()
	pen.rims()
	p.mesh.paint()
	for _, w := range pen.plan.Words {
		var op text.DrawOptions
		paper := s.paper
		if w.Ink == view.OnAccent {
			paper = view.AccentPaper
		} else { // no line through words
			q := pen.dot(at(w.X, w.Y))
			words := image.Rect(int(q.X), int(q.Y), int(q.X)+p.px(w.W), int(q.Y)+p.px(pen.plan.LineH))
			dst.SubImage(words.Intersect(dst.Bounds())).(*ebiten.Image).Fill(p.theme.Paper(s.paper))
		}
		op.ColorScale.ScaleWithColor(p.theme.Ink(w.Ink, paper))
		p.line(dst, w.S, view.Style{Size: view.Small, Bold: w.Bold}, pen.plan.Size, s.box.Min.X+p.px(w.X), s.box.Min.Y+p.px(w.Y), p.px(pen.plan.LineH), &op)
	}
}

// tiePen draws a planned circle.
type tiePen struct {
	p      *Painter
	t      *view.Ties
	plan   *view.TiePlan
	theme  assets.Theme
	paper  view.Paper
	corner image.Point // the box's, in device pixels
}

// dot is a point of the plan in device pixels.
func (c *tiePen) dot(q point) point {
	return at(float64(c.corner.X)+q.X*c.p.scale, float64(c.corner.Y)+q.Y*c.p.scale)
}

func (c *tiePen) wide(units float64) float64 { return units * c.p.placed.Type.Unit * c.p.scale }

// faces are round: what lies outside the disc is covered again.
func (c *tiePen) faces(dst *ebiten.Image) {
	side := c.p.px(2 * c.plan.Radius)
	for i, x := range c.t.People {
		if x.Face.Kind == view.NoPicture || c.p.Person == nil {
			continue
		}
		q := c.dot(c.plan.At[i])
		left, top := int(math.Round(q.X))-side/2, int(math.Round(q.Y))-side/2
		in := image.Rect(left, top, left+side, top+side).Intersect(dst.Bounds())
		if in.Empty() {
			continue
		}
		face := dst.SubImage(in).(*ebiten.Image)
		c.p.Person(face, float64(left), float64(top), float64(side), float64(side), x.Face, 0, true)
		c.p.masks.corners(face, left, top, side, side, side/2, c.theme.Paper(c.paper))
	}
}

// rings are how near one can be, left out wherever somebody stands.
func (c *tiePen) rings() {
	ink := c.theme.Edge()
	const steps = 180
	for _, r := range c.plan.Rings {
		var run []point
		flush := func() {
			if len(run) > 1 {
				c.p.mesh.line(run, c.wide(1.4), ink)
			}
			run = run[:0]
		}
		for k := range steps + 1 {
			sin, cos := math.Sincos(2 * math.Pi * float64(k) / steps)
			q := at(c.plan.X+r[0]*cos, c.plan.Y+r[1]*sin)
			if c.taken(q) {
				flush()
				continue
			}
			run = append(run, c.dot(q))
		}
		flush()
	}
}

// taken is whether a face or a name is at a point.
func (c *tiePen) taken(q point) bool {
	for _, f := range c.plan.At {
		if math.Hypot(q.X-f.X, q.Y-f.Y) < c.plan.Radius*1.12 {
			return true
		}
	}
	for _, w := range c.plan.Words {
		if q.X > w.X-4 && q.X < w.X+w.W+4 && q.Y > w.Y && q.Y < w.Y+c.plan.LineH {
			return true
		}
	}
	return false
}

// lines tie whoever was met to the player, the thicker the nearer, and with an
// arrow to whom they introduced.
func (c *tiePen) lines() {
	ink := c.theme.Ink(view.Accent, c.paper)
	middle := at(c.plan.X, c.plan.Y)
	for i, x := range c.t.People {
		if x.Face.Kind != view.NoPicture {
			a, b := between(middle, c.plan.At[i], c.plan.You, c.plan.Radius*1.08)
			c.p.mesh.line([]point{c.dot(a), c.dot(b)}, c.wide([...]float64{5, 3, 1.6, 0.8}[min(max(x.Near, 0), 3)]), ink)
		}
		if x.By >= 0 {
			c.arrow(c.plan.At[x.By], c.plan.At[i])
		}
	}
}

func (c *tiePen) arrow(from, to point) {
	ink := c.theme.Ink(view.Good, c.paper)
	a, b := between(from, to, c.plan.Radius*1.15, c.plan.Radius*1.2)
	d := unit(a, b)
	long := c.plan.Radius * 0.3
	neck := at(b.X-d.X*long, b.Y-d.Y*long)
	c.p.mesh.line([]point{c.dot(a), c.dot(neck)}, c.wide(2.2), ink)
	half := long * 0.55
	c.p.mesh.convex([]point{c.dot(b), c.dot(at(neck.X-d.Y*half, neck.Y+d.X*half)), c.dot(at(neck.X+d.Y*half, neck.Y-d.X*half))}, ink)
}

// between is the line from a to b, short of each by so much.
func between(a, b point, short, shorter float64) (from, to point) {
	d := unit(a, b)
	return at(a.X+d.X*short, a.Y+d.Y*short), at(b.X-d.X*shorter, b.Y-d.Y*shorter)
}

// rims are the player's disc, a rim around each face, heavier where somebody
// trusts them as an advisor, and an empty one for whom they have not met.
func (c *tiePen) rims() {
	accent, rule := c.theme.Ink(view.Accent, c.paper), c.theme.Ink(view.Rule, c.paper)
	c.p.mesh.disc(c.dot(at(c.plan.X, c.plan.Y)), c.plan.You*c.p.scale, c.theme.Paper(view.AccentPaper))
	for i, x := range c.t.People {
		q, r := c.dot(c.plan.At[i]), c.plan.Radius*c.p.scale
		switch {
		case x.Face.Kind == view.NoPicture:
			c.rim(q, r*0.92, 1.2, rule, true)
		case x.Close:
			c.rim(q, r+c.wide(1), 4, accent, false)
		default:
			c.rim(q, r, 1.6, rule, false)
		}
	}
}

// rim is a circle, or the dashes of one.
func (c *tiePen) rim(q point, r, units float64, ink color.RGBA, dashed bool) {
	const steps = 60
	var run []point
	for k := range steps + 1 {
		sin, cos := math.Sincos(2 * math.Pi * float64(k) / steps)
		run = append(run, at(q.X+r*cos, q.Y+r*sin))
		if dashed && k%4 == 2 {
			c.p.mesh.line(run, c.wide(units), ink)
			run = run[:0]
		}
		if dashed && k%4 == 3 {
			run = run[:0]
		}
	}
	if len(run) > 1 {
		c.p.mesh.line(run, c.wide(units), ink)
	}
}
