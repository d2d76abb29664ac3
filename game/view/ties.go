package view

import (
	"math"
	"slices"
)

// Ties is the drawing of a circle: the player in the middle, everyone they know
// around them, the nearer the more they trust.
type Ties struct {
	You    string
	People []Tie
}

// Tie is one person of it.
type Tie struct {
	Name  string
	Face  Picture // a Portrait that keeps still; of who was not met, none
	Near  int     // how far they trust the player: 0, as far as can be, to 3, not at all
	By    int     // the index of who introduced them; -1: nobody did
	Close bool    // they trust the player as an advisor
}

// TiePlan is where everything of it goes, in pixels from the top left of its
// box.
type TiePlan struct {
	W, H        float64
	X, Y        float64              // the middle
	Radius      float64              // of a face
	You         float64              // the radius of the player's own disc
	Rings       [tieRings][2]float64 // half the width and height of each
	At          []Point              // the middles of the faces
	Size, LineH float64              // of all words
	Words       []ChartWord
}

const (
	tieRings = 4
	tieFace  = 38.0 // the radius of a face, in units, where there is room
	tieGap   = 4.0
)

// PlanTies plans a circle in a box of w by h pixels. Words take what they need,
// and faces are as large as leaves everyone apart.
func PlanTies(t *Ties, w, h float64, ty Type, m Measure) *TiePlan {
	full := min(tieFace*ty.Unit, w/8, h/8)
	for r := full; ; r *= 0.93 {
		if p := planTies(t, w, h, r, ty, m); r < full*0.4 || !p.crowded() {
			return p
		}
	}
}

// planTies plans it with faces of a radius.
func planTies(t *Ties, w, h, radius float64, ty Type, m Measure) *TiePlan {
	p := &TiePlan{W: w, H: h, X: w / 2, Radius: radius, Size: ty.Size(Small)}
	st := Style{Size: Small}
	p.LineH = m.LineHeight(st, p.Size)
	p.You = max(radius*0.8, m.Advance(t.You, Style{Size: Small, Bold: true}, p.Size)*0.62)
	names := make([][]string, len(t.People))
	below, wide := 0.0, 2*radius
	for i, x := range t.People {
		names[i] = Break(x.Name, st, p.Size, max(w/3, 1), m)
		below = max(below, float64(len(names[i]))*p.LineH)
		for _, s := range names[i] {
			wide = max(wide, m.Advance(s, Style{Size: Small, Bold: true}, p.Size))
		}
	}
	below += tieGap * ty.Unit
	most := [2]float64{max((w-wide)/2-1, 1), max(h/2-below-radius-1, 1)}
	p.Y = h / 2
	part := min(max((p.You+1.25*radius)/most[1], 0.45), 0.8) // how far out the inmost ring is
	for k := range p.Rings {
		out := part + (1-part)*float64(k)/(tieRings-1)
		p.Rings[k] = [2]float64{most[0] * out, most[1] * out}
	}
	for i, x := range t.People {
		ring := p.Rings[min(max(x.Near, 0), tieRings-1)]
		sin, cos := math.Sincos(-math.Pi/2 + 2*math.Pi*float64(i)/float64(len(t.People)))
		at := Point{p.X + ring[0]*cos, p.Y + ring[1]*sin}
		p.At = append(p.At, at)
		top := at.Y + radius + tieGap*ty.Unit*0.5
		if sin < -0.2 { // names stand outside, so that nothing crosses them
			top = at.Y - radius - tieGap*ty.Unit*0.5 - float64(len(names[i]))*p.LineH
		}
		p.name(names[i], Point{at.X, top}, x.Close, x.Face.Kind != NoPicture, m)
	}
	p.name([]string{t.You}, Point{p.X, p.Y - p.LineH/2}, true, true, m)
	p.Words[len(p.Words)-1].Ink = OnAccent
	return p
}

// crowded is whether a face or a name lies over another's face.
func (p *TiePlan) crowded() bool {
	names := p.Words[:len(p.Words)-1]
	lies := func(w ChartWord, on Point, radius float64) bool {
		return math.Hypot(max(w.X-on.X, on.X-w.X-w.W, 0), max(w.Y-on.Y, on.Y-w.Y-p.LineH, 0)) < radius*0.98
	}
	for i, a := range p.At {
		if math.Hypot(a.X-p.X, a.Y-p.Y) < p.Radius+p.You {
			return true
		}
		for _, b := range p.At[:i] {
			if math.Hypot(a.X-b.X, a.Y-b.Y) < 2*p.Radius {
				return true
			}
		}
		if slices.ContainsFunc(names, func(w ChartWord) bool { return lies(w, a, p.Radius) && !p.names(w, a) }) {
			return true
		}
	}
	return slices.ContainsFunc(names, func(w ChartWord) bool { return lies(w, Point{p.X, p.Y}, p.You) })
}

// names is whether words stand right below or above a face: they are its own.
func (p *TiePlan) names(w ChartWord, face Point) bool {
	return (w.Y >= face.Y+p.Radius*0.98 || w.Y+p.LineH <= face.Y-p.Radius*0.98) && math.Abs(w.X+w.W/2-face.X) < p.Radius
}

// name sets words in the middle, from a point down, within the box.
func (p *TiePlan) name(lines []string, top Point, bold, met bool, m Measure) {
	ink := Body
	if !met {
		ink = Quiet
	}
	for k, s := range lines {
		wide := m.Advance(s, Style{Size: Small, Bold: bold}, p.Size)
		x := max(min(top.X-wide/2, p.W-wide), 0)
		p.Words = append(p.Words, ChartWord{S: s, X: x, Y: top.Y + float64(k)*p.LineH, W: wide, Ink: ink, Bold: bold})
	}
}

// Beside puts whoever was introduced next to who introduced them, so that no
// line between two crosses the middle.
func Beside(people []Tie) []Tie {
	var out []Tie
	place := make([]int, len(people))
	var add func(i int)
	add = func(i int) {
		place[i] = len(out)
		out = append(out, people[i])
		for k, x := range people {
			if x.By == i && k != i {
				add(k)
			}
		}
	}
	for i, x := range people {
		if x.By < 0 {
			add(i)
		}
	}
	if len(out) != len(people) { // they introduced one another in a ring, which nobody's career can
		return slices.Clone(people)
	}
	for i := range out {
		if out[i].By >= 0 {
			out[i].By = place[out[i].By]
		}
	}
	return out
}
