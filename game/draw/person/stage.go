package person

import "earned/scenarios"

// stage is how a figure is composed in a rectangle of w by h pixels: unit
// pixels to a drawing unit, the pit of the neck at x, y.
type stage struct {
	w, h, unit, x, y float64
	setting          scenarios.Setting
	planner          bool // a wall planner hangs in the room
}

// compose fits head and hands into any rectangle: tall ones show more table and
// wall, wide ones only what can be read.
func compose(w, h float64, setting scenarios.Setting) stage {
	above, below, side := 164.0, 176.0, 120.0
	if h > 1.2*w {
		above, below = 166, 192
	}
	if setting == scenarios.Video {
		above, below, side = 166, 184, 116
	}
	if setting == scenarios.Phone {
		above, below, side = 164, 120, 118
	}
	if h < 170 { // a small picture in a list: head and shoulders
		above, below, side = 152, 30, 84
	}
	u := h / (above + below)
	if u*2*side > w {
		u = w / (2 * side)
	}
	spare := h - u*(above+below)
	return stage{w: w, h: h, unit: u, x: w / 2, y: u*above + spare*0.42, setting: setting}
}

// figure is the transform from drawing units to the rectangle.
func (s stage) figure() affine { return shift(s.x, s.y).then(scale(s.unit, s.unit)) }

// Sides of the rectangle in drawing units.
func (s stage) left() float64   { return -s.x / s.unit }
func (s stage) right() float64  { return (s.w - s.x) / s.unit }
func (s stage) top() float64    { return -s.y / s.unit }
func (s stage) bottom() float64 { return (s.h - s.y) / s.unit }

// backdrop draws what is behind the figure, in drawing units.
func (p *pen) backdrop(s stage) {
	p.use(s.figure())
	switch s.setting {
	case scenarios.Ward:
		p.ward(s)
	case scenarios.Workshop:
		p.workshop(s)
	case scenarios.Video:
		if s.planner {
			p.study(s)
		} else {
			p.home(s)
		}
	case scenarios.Phone:
		p.dusk(s)
	default:
		p.office(s)
	}
}

// wall fills the whole rectangle, from a at the top to b at the table.
func (p *pen) wall(s stage, a, b ink) {
	p.boxPath(s.left()-1, s.top()-1, s.right()-s.left()+2, s.bottom()-s.top()+2, 0)
	p.fill(p.grade(a, b, s.left(), s.top(), s.right(), tableY))
}

// table fills from the table's far edge to the bottom: top, edge and a run of
// light.
func (f *figure) table(s stage) {
	c := tables[s.setting]
	l, r, b := s.left()-2, s.right()+2, s.bottom()+2
	f.boxPath(l, tableY, r-l, b-tableY, 0)
	f.fill(f.grade(c.light(0.10), c.dark(0.10), 0, tableY, 0, tableY+90))
	f.boxPath(l, tableY-1.2, r-l, 2.2, 0)
	f.fill(flat(c.light(0.32)))
}

var tables = [...]ink{
	scenarios.Office:   rgb(0xC08F60),
	scenarios.Ward:     rgb(0xB7C2BE),
	scenarios.Workshop: rgb(0x9C7A55),
	scenarios.Video:    rgb(0xB58863),
	scenarios.Phone:    rgb(0x4A3A44),
}

func (p *pen) office(s stage) {
	l, r, t := s.left(), s.right(), s.top()
	p.wall(s, rgb(0xEFE2CC), rgb(0xE3D0B2))
	// A window on the left, and the light it lets fall.
	x := min(l+24, -92)
	p.box(rgb(0xD8C4A2), x-76, -168, 92, 214, 2)
	p.box(rgb(0xFBF6EA), x-72, -164, 84, 206, 1)
	p.boxPath(x-68, -160, 76, 198, 0)
	p.fill(p.grade(rgb(0xCFE3E6), rgb(0xF3EAD2), 0, -160, 0, 30))
	p.blob(rgb(0xA9C3B2), h(x-68, 38), h(x-68, -6), n(x-46, -20), n(x-24, -4), n(x-6, -14), h(x+8, -4), h(x+8, 38))
	p.box(rgb(0xBFCBC7), x-60, -62, 22, 100, 0)
	p.box(rgb(0xD3D8CF), x-30, -36, 26, 74, 0)
	for y := -54.0; y < 30; y += 14 {
		p.box(rgb(0xE9E3CF), x-56, y, 5, 7, 0)
		p.box(rgb(0xE9E3CF), x-47, y, 5, 7, 0)
	}
	p.box(rgb(0xFBF6EA), x-32, -160, 4, 198, 0)
	p.box(rgb(0xFBF6EA), x-68, -66, 76, 4, 0)
	p.box(rgb(0xC9B48F), x-80, 44, 100, 5, 1)
	p.quad(rgb(0xFFF6DC).fade(0.35), x+40, t, x+84, t, x+190, tableY, x+120, tableY)
	// A door on the right, ajar.
	x = max(r-30, 96)
	p.box(rgb(0xCDB592), x-6, -150, 90, 290, 1)
	p.box(rgb(0xB08C62), x, -144, 78, 290, 1)
	p.quad(rgb(0xF6EBD2), x, -144, x+13, -138, x+13, tableY+8, x, tableY+8)
	p.box(rgb(0xBE9A6E), x+22, -128, 44, 96, 2)
	p.box(rgb(0xBE9A6E), x+22, -18, 44, 120, 2)
	p.ellipse(rgb(0xE6CF97), x+18, 6, 3, 3)
	if s.planner && r > 150 {
		p.wallPlanner(78, -140, 74, 92)
	}
	// A plant between window and figure, where there is room.
	if l < -150 {
		p.plant(l+44, tableY-6, 1)
	}
}

// plant draws a pot plant standing at x, y.
func (p *pen) plant(x, y, k float64) {
	back := p.m
	p.use(back.then(shift(x, y)).then(scale(k, k)))
	g := rgb(0x6E8F6B)
	leaf := func(a, b float64, c ink) {
		p.blob(c, h(0, -24), n(a*0.35-b*0.18, b*0.5-24), h(a, b-24), n(a*0.6+b*0.12, b*0.45-24))
	}
	leaf(-34, -44, g.dark(0.12))
	leaf(30, -50, g.dark(0.16))
	leaf(-18, -66, g)
	leaf(14, -72, g.light(0.1))
	leaf(-40, -18, g.light(0.06))
	leaf(40, -22, g)
	p.blob(rgb(0xB9694A), h(-19, -28), h(19, -28), h(14, 6), h(-14, 6))
	p.box(rgb(0xC87C5B), -21, -30, 42, 8, 2)
	p.use(back)
}

func (p *pen) ward(s stage) {
	l, r := s.left(), s.right()
	p.wall(s, rgb(0xE6EEE8), rgb(0xD2E0DA))
	p.box(rgb(0xBFD3CC), l-2, 30, r-l+4, 92, 0)
	p.box(rgb(0xF4F7F2), l-2, 26, r-l+4, 6, 0)
	p.box(rgb(0xA9A08C), l-2, 58, r-l+4, 8, 0) // the handrail
	p.box(rgb(0xC4BCA6), l-2, 58, r-l+4, 3, 0)
	// A curtain on its rail.
	x := min(l+6, -112)
	p.box(rgb(0x9AA7A8), l-4, -140, max(96, -l-40), 4, 1)
	for i := range 6 {
		c := rgb(0x7FB0B4)
		if i%2 == 1 {
			c = rgb(0x93C0C2)
		}
		a := x - 40 + 16*float64(i)
		p.blob(c, h(a, -136), h(a+17, -136), n(a+18, -40), h(a+16, tableY+20), h(a-1, tableY+20), n(a+1, -40))
	}
	// The board with the beds.
	x = max(r-104, 74)
	p.box(rgb(0xB7C3C2), x, -132, 92, 66, 3)
	p.box(rgb(0xFBFCFA), x+3, -129, 86, 60, 2)
	marks := [5]ink{rgb(0xD98A6A), rgb(0x7FB08A), rgb(0x7FB08A), rgb(0xE0B862), rgb(0x7FB08A)}
	for i := range 5 {
		y := -121 + 10.5*float64(i)
		p.box(rgb(0x9AA7A8), x+9, y, 12, 3, 1)
		p.box(rgb(0xC9D2D0), x+27, y, 34-6*float64(i%3), 3, 1)
		p.ellipse(marks[i], x+78, y+1.5, 3.2, 3.2)
	}
	// A door with a round window.
	p.box(rgb(0xA8BDB8), x+28, -52, 96, 200, 1)
	p.box(rgb(0x8FB0AE), x+32, -48, 92, 200, 1)
	p.ellipse(rgb(0xDDE9E6), x+66, -12, 17, 17)
	p.ellipse(rgb(0xC4DAD8), x+66, -12, 14, 14)
	p.box(rgb(0xE3E6E0), x+41, 30, 5, 26, 2)
	// Hand gel by it.
	p.box(rgb(0xF6F8F5), x+8, -14, 13, 20, 2)
	p.box(rgb(0x6FA3B8), x+11, -10, 7, 8, 1)
}

func (p *pen) workshop(s stage) {
	l, r := s.left(), s.right()
	p.wall(s, rgb(0xDCD3C6), rgb(0xC4B7A6))
	// A long window high up, in small panes.
	p.box(rgb(0x9A8F84), l-2, -158, r-l+4, 62, 0)
	for x := l - 10; x < r; x += 30 {
		p.boxPath(x, -154, 26, 26, 0)
		p.fill(p.grade(rgb(0xE4EBE4), rgb(0xF3EAD2), x, -154, x+26, -120))
		p.box(rgb(0xDCE2D6), x, -125, 26, 25, 0)
	}
	// The press, to the left.
	x := min(l+18, -104)
	p.box(rgb(0x6F8288), x-52, -78, 84, 220, 3)
	p.box(rgb(0x7F939A), x-52, -78, 84, 22, 3)
	p.box(rgb(0x4C5A60), x-34, -44, 48, 52, 2)
	p.box(rgb(0xD8A53C), x-40, 14, 62, 9, 1)
	for i := range 5 {
		a := x - 38 + 13*float64(i)
		p.quad(rgb(0x3B3A3A), a, 23, a+6, 23, a+11, 14, a+5, 14)
	}
	p.box(rgb(0x93A5AA), x-16, -44, 12, 30, 0)
	p.box(rgb(0xB4C2C4), x-24, -16, 28, 6, 1)
	p.ellipse(rgb(0xC4553F), x+22, 40, 5, 5)
	p.ellipse(rgb(0x7FA66E), x+22, 56, 4, 4)
	// Tools on a board, to the right.
	x = max(r-92, 84)
	p.box(rgb(0xAD8C66), x, -76, 110, 92, 2)
	t := rgb(0x6B5A4C)
	for i := range 4 {
		a := x + 14 + 20*float64(i)
		ln := [4]float64{44, 34, 52, 38}[i]
		p.box(t.light(0.12*float64(i%2)), a, -66, 4.5, ln, 2)
		if i%2 == 0 {
			p.box(rgb(0x7F8A8E), a-5, -68, 15, 8, 2)
		} else {
			p.ellipse(rgb(0x7F8A8E), a+2.2, -66, 7, 7)
			p.ellipse(rgb(0xAD8C66), a+2.2, -69, 3.4, 4)
		}
	}
	p.box(rgb(0x8B6B49), l-2, 36, r-l+4, 4, 0)
	// A lamp hangs in.
	lx := max(r-46, 92)
	p.box(rgb(0x4A4744), lx-0.8, s.top(), 1.6, -s.top()-128, 0)
	p.blob(rgb(0x3F6B5E), h(lx-20, -106), n(lx-13, -122), h(lx-4, -128), h(lx+4, -128), n(lx+13, -122), h(lx+20, -106))
	p.ellipse(rgb(0xFFF0C4), lx, -106, 12, 3.4)
}

// home is what a laptop's camera sees behind someone at home.
func (p *pen) home(s stage) {
	l, r, t := s.left(), s.right(), s.top()
	p.wall(s, rgb(0xE5D5CB), rgb(0xD8C2B4))
	// Shelves to the left.
	x := min(l+4, -116)
	p.box(rgb(0x9C7355), x-30, -150, 104, 300, 2)
	p.box(rgb(0x7E5B43), x-25, -145, 94, 300, 1)
	books := [9]ink{rgb(0xB5533F), rgb(0xE0C08A), rgb(0x5E7D84), rgb(0x8A9A6B), rgb(0x3F4E66), rgb(0xD9A05B), rgb(0xC9B8A0), rgb(0x7B4A54), rgb(0x6D8F8A)}
	for row := range 4 {
		y := -92 + 58*float64(row)
		p.box(rgb(0x9C7355), x-27, y, 98, 5, 0)
		a := x - 22
		for i := 0; a < x+58; i++ {
			w := [4]float64{8, 11, 7, 9}[(i+row)%4]
			hh := [5]float64{40, 34, 44, 37, 30}[(i*2+row)%5]
			if (i+row*2)%7 == 5 { // a gap, with something small standing in it
				p.ellipse(rgb(0xD9C7B2), a+7, y-8, 6, 8)
				a += 17
				continue
			}
			p.box(books[(i+row*3)%9], a, y-hh, w-0.8, hh, 0.8)
			a += w
		}
	}
	// A window with a curtain to the right, evening outside.
	x = max(r-64, 84)
	p.box(rgb(0xF6EEE4), x, -140, 110, 150, 2)
	p.boxPath(x+6, -134, 100, 138, 0)
	p.fill(p.grade(rgb(0x9FB4C6), rgb(0xF2CFA6), x, -134, x, 4))
	p.box(rgb(0xF6EEE4), x+42, -134, 4, 138, 0)
	p.blob(rgb(0xC98A6B), h(x-16, -150), h(x+18, -150), n(x+14, -60), n(x+20, 20), h(x+18, tableY+10), h(x-18, tableY+10), n(x-10, 0))
	p.line(n(x-2, -150), n(x+1, -40), n(x-4, tableY+10))
	p.stroke(rgb(0xA86E53), 1.6, 2.6, 2)
	p.box(rgb(0x8B6B55), l-2, -153, 0, 0, 0)
	p.box(rgb(0x8B6B55), x-26, -153, r-x+40, 4, 2)
	_ = t
}

// study is a small office, seen by the camera on its screen: a wall planner
// with a good many dates crossed out, files, a window.
func (p *pen) study(s stage) {
	l, r := s.left(), s.right()
	p.wall(s, rgb(0xE4E2D6), rgb(0xCFC9BA))
	p.wallPlanner(min(l+10, -108), -142, 100, 128)
	// A cabinet under it, with folders on top.
	x := min(l-10, -130)
	p.box(rgb(0x8E9A98), x, 34, 78, 120, 2)
	p.box(rgb(0xA3AEAB), x+4, 40, 70, 36, 2)
	p.box(rgb(0xA3AEAB), x+4, 80, 70, 36, 2)
	p.box(rgb(0x6C7674), x+30, 48, 18, 4, 2)
	p.box(rgb(0x6C7674), x+30, 88, 18, 4, 2)
	for i, c := range [4]ink{rgb(0xC98A4B), rgb(0x5E7D84), rgb(0xB5533F), rgb(0xD9C7A2)} {
		p.box(c, x+10+float64(i%2)*5, 27-7*float64(i), 54-6*float64(i%3), 6.4, 1)
	}
	// A window with a blind.
	x = max(r-62, 88)
	p.box(rgb(0xF3F1E8), x, -146, 120, 170, 2)
	p.boxPath(x+6, -140, 110, 158, 0)
	p.fill(p.grade(rgb(0xB9CCD3), rgb(0xE9E3CF), x, -140, x, 18))
	for y := -140.0; y < -60; y += 9 {
		p.box(rgb(0xF8F5EA), x+6, y, 110, 6.4, 0)
		p.box(rgb(0xCFC9B8), x+6, y+6.4, 110, 1, 0)
	}
	p.box(rgb(0xDCD8C8), x-6, 24, 130, 6, 1)
	p.plant(x+22, 20, 0.55)
}

// wallPlanner is a year on a sheet, its left upper corner at x, y.
func (p *pen) wallPlanner(x, y, w, h float64) {
	p.box(rgb(0x9C9788).fade(0.5), x+2, y+3, w, h, 1)
	p.box(rgb(0xFBF9F1), x, y, w, h, 1)
	p.box(rgb(0x4F6E8C), x, y, w, 10, 1)
	const cols, rows = 9, 10
	dx, dy := (w-10)/cols, (h-20)/rows
	for i := range rows {
		for j := range cols {
			a, b := x+5+dx*float64(j), y+15+dy*float64(i)
			c := rgb(0xE6E3D6)
			switch hash(uint64(i*cols+j)+77) % 9 {
			case 0:
				c = rgb(0xF0C36E)
			case 1:
				c = rgb(0xA9CDB8)
			}
			p.box(c, a, b, dx-1.6, dy-1.6, 0.6)
			if k := i*cols + j; k < 58 && hash(uint64(k)+5)%5 < 3 {
				p.path()
				p.to(a+1, b+1)
				p.to(a+dx-2.8, b+dy-2.8)
				p.stroke(rgb(0xB5453A), 0.9, 1.1, 0.9)
				p.path()
				p.to(a+dx-2.8, b+1)
				p.to(a+1, b+dy-2.8)
				p.stroke(rgb(0xB5453A), 0.9, 1.1, 0.9)
			}
		}
	}
}

// frame draws the signs that this is a picture on a screen.
func (f *figure) frame(s stage) {
	l, r, t := s.left(), s.right(), s.top()
	f.box(rgb(0x1E1A1E).fade(0.55), l+7, t+7, 34, 13, 6.5)
	f.ellipse(rgb(0x7FC08A), l+15, t+13.5, 2.6, 2.6)
	f.box(rgb(0xFFFFFF).fade(0.85), l+21, t+12, 14, 3, 1.5)
	// A microphone, on.
	f.ellipse(rgb(0x1E1A1E).fade(0.55), r-15, t+14, 8, 8)
	f.box(rgb(0xFFFFFF), r-16.8, t+9, 3.6, 6.4, 1.8)
	f.line(n(r-18.6, t+13), n(r-15, t+17.2), n(r-11.4, t+13))
	f.stroke(rgb(0xFFFFFF), 0.9, 0.9, 0.9)
	f.box(rgb(0xFFFFFF), r-15.5, t+16.6, 1, 2.4, 0)
}

// dusk is behind a voice on the phone.
func (p *pen) dusk(s stage) {
	p.wall(s, rgb(0xF0D9BC), rgb(0xD9A98C))
	p.ellipse(rgb(0xF6E6CC).fade(0.6), 0, -52, 128, 128)
	p.ellipse(rgb(0xFAF0DC).fade(0.6), 0, -52, 98, 98)
}
