// Package person draws the clients: parametric figures in vector outlines, from
// head to hands, in the place where they are met. What they feel is a point in
// the space of poses, trust shades it, and a change of either is blended.
package person

import (
	"image"
	"image/color"
	"math"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"earned/game/view"
	"earned/scenarios"
)

const (
	blendTime = 400 * time.Millisecond
	breathing = 4600 * time.Millisecond
	blinkTime = 220 * time.Millisecond
)

// Tick is between two frames of idle motion, and of speech. What else moves as
// slowly is best moved with them, so that it needs no frames of its own.
const Tick = 100 * time.Millisecond

// Painter draws one client at a time and keeps what does not change: the place
// behind them, and the last figure's triangles. Use one for each place on the
// screen; it is not safe for concurrent use.
type Painter struct {
	fig    figure
	layers [numLayers]layer

	stage stage
	pic   view.Picture
	look  *Look
	began bool

	from, to, now Pose // the blend in progress, and its present state
	posed         Pose // that the layer being meshed is drawn in
	since         time.Duration

	white, back *ebiten.Image
	placed      []ebiten.Vertex // some of a layer's, where they are drawn
	order       []uint32        // which of them make triangles
	opt         ebiten.DrawTrianglesOptions
	img         ebiten.DrawImageOptions

	next time.Duration
}

// New returns a Painter that has drawn nothing yet.
func New() *Painter { return &Painter{} }

// Draw paints the client of pic in their setting over all of the rectangle x, y,
// w, h of dst, in pixels, as they are at the time now. Reduced asks for no motion.
// It reports whether a further frame would differ at once; when idle motion is
// next due is told by Next.
func (p *Painter) Draw(dst *ebiten.Image, x, y, w, h float64, pic view.Picture, now time.Duration, reduced bool) bool {
	w, h = math.Round(w), math.Round(h)
	if w < 8 || h < 8 {
		p.next = never
		return false
	}
	p.prepare(w, h, pic, now, reduced)
	moving := p.move(now, reduced)
	p.compose(dst, math.Round(x), math.Round(y))
	return moving
}

// never is when nothing more is due.
const never = time.Duration(math.MaxInt64)

// Next is when the next change will be seen, on the clock that Draw is given:
// now while a blend is going on, later for a breath or a blink, and far in the
// future when nothing moves.
func (p *Painter) Next(now time.Duration) time.Duration {
	if p.next < now {
		return now
	}
	return p.next
}

// prepare takes in what to draw.
func (p *Painter) prepare(w, h float64, pic view.Picture, now time.Duration, reduced bool) {
	look := LookOf(pic.Figure)
	st := compose(w, h, scenarios.Setting(pic.Setting))
	st.planner = look.Planner
	if p.back == nil || st != p.stage {
		p.stages(int(w), int(h), st)
	}
	same := p.began && pic.Figure == p.pic.Figure && pic.Setting == p.pic.Setting
	if same && pic.Feels == p.pic.Feels && pic.Trust == p.pic.Trust {
		if pic.Speaking != p.pic.Speaking { // the line of a voice
			p.stale()
		}
		p.pic = pic
		return
	}
	to := Feel(scenarios.Feeling(pic.Feels), pic.Trust)
	p.look = look
	p.from, p.to, p.since = p.now, to, now
	if !same || reduced { // somebody else, or elsewhere: nothing to blend from
		p.from, p.now = to, to
	}
	p.pic, p.began = pic, true
	p.stale()
}

// A figure is meshed in layers, so that a blink or a word does not mesh the
// clothes again.
const (
	behind = iota // hair behind the head, neck, trunk, upper arms
	head
	front // table, things, forearms and hands
	numLayers
)

type layer struct {
	pen
	key  Pose // what it was meshed for, other parts zero
	made bool
	off  pt // how far it has moved since, in pixels
}

// depends is the pose with all that does not show in a layer left out.
func depends(l int, q *Pose) Pose {
	k := *q
	switch l {
	case behind:
		clear(k[:yaw])
		clear(k[things:])
	case head:
		clear(k[armL:])
		k[breath] = 0 // it rises as a whole
	case front:
		clear(k[:armL])
		k[sway] = q[sway]
	}
	return k
}

// stages paints what is behind a stage, into the same image again if it has the
// size.
func (p *Painter) stages(w, h int, st stage) {
	if p.back == nil || p.back.Bounds() != image.Rect(0, 0, w, h) {
		if p.back != nil {
			p.back.Deallocate()
		}
		p.back = ebiten.NewImage(w, h)
	}
	if p.white == nil {
		p.white = ebiten.NewImage(3, 3)
		p.white.Fill(color.White)
	}
	p.stage = st
	var place pen // not kept: a place has more in it than a layer, and is drawn once
	place.reset(identity())
	place.backdrop(st)
	p.flush(p.back, &place, 0, 0)
	p.stale()
}

// stale forgets what is meshed.
func (p *Painter) stale() {
	for i := range p.layers {
		p.layers[i].made = false
	}
}

// Close gives back the images it keeps. The painter is not used again.
func (p *Painter) Close() {
	for _, img := range []*ebiten.Image{p.white, p.back} {
		if img != nil {
			img.Deallocate()
		}
	}
}

// flush draws what a pen has meshed, its origin at x, y.
func (p *Painter) flush(dst *ebiten.Image, m *pen, x, y float32) {
	for from := 0; from < len(m.i); {
		to, lo, hi := m.call(from)
		p.placed = append(p.placed[:0], m.v[lo:hi+1]...)
		for i := range p.placed {
			p.placed[i].DstX += x
			p.placed[i].DstY += y
		}
		p.order = p.order[:0]
		for _, i := range m.i[from:to] {
			p.order = append(p.order, i-lo)
		}
		dst.DrawTriangles32(p.placed, p.order, p.white, &p.opt)
		from = to
	}
}

// compose paints the figure over what is behind, straight onto where it is
// seen: each image on the way there costs a frame two draw calls more.
func (p *Painter) compose(dst *ebiten.Image, x, y float64) {
	p.img.GeoM.Reset()
	p.img.GeoM.Translate(x, y)
	p.mesh()
	clip := dst.SubImage(image.Rect(int(x), int(y), int(x)+p.back.Bounds().Dx(), int(y)+p.back.Bounds().Dy())).(*ebiten.Image)
	clip.DrawImage(p.back, &p.img)
	for i := range p.layers {
		l := &p.layers[i]
		p.flush(clip, &l.pen, float32(x+l.off.x), float32(y+l.off.y))
	}
}

// mesh makes the triangles of the figure as it is now, layer by layer.
func (p *Painter) mesh() {
	for i := range p.layers {
		l := &p.layers[i]
		p.posed = p.now
		k := p.now
		if p.stage.setting != scenarios.Phone {
			k = depends(i, &p.now)
		}
		if i == head {
			l.off = p.risen()
			p.posed[breath] = 0
		}
		if l.made && l.key == k {
			continue
		}
		l.key, l.made = k, true
		l.pen.reset(identity())
		p.fig = figure{pen: &l.pen, look: p.look, pose: &p.posed}
		p.fig.scene(i, p.stage, p.pic)
	}
}

// risen is how far the head has risen with the breath, in pixels.
func (p *Painter) risen() pt {
	if p.stage.setting == scenarios.Phone {
		return pt{}
	}
	f := figure{look: p.look, pose: &p.now}
	f.placeBody()
	m := p.stage.figure().then(f.body)
	return pt{m.c, m.d}.mul(-headRise * p.now[breath])
}
