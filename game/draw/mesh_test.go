package draw

import (
	"image/color"
	"math"
	"testing"

	"earned/assets"
	"earned/game/view"
)

// covered is the area of a mesh, each triangle by how much it covers.
func covered(t *testing.T, m *mesh) float64 {
	t.Helper()
	area := 0.0
	for i := 0; i < len(m.i); i += 3 {
		a, b, c := m.v[m.i[i]], m.v[m.i[i+1]], m.v[m.i[i+2]]
		two := float64((b.DstX-a.DstX)*(c.DstY-a.DstY) - (b.DstY-a.DstY)*(c.DstX-a.DstX))
		if math.IsNaN(two) {
			t.Fatalf("triangle %d is nowhere", i/3)
		}
		area += math.Abs(two) / 2 * float64(a.ColorA+b.ColorA+c.ColorA) / 3
	}
	return area
}

func TestMeshCoversWhatItShould(t *testing.T) {
	ink := color.RGBA{A: 255}
	square := []point{at(0, 0), at(40, 0), at(40, 40), at(0, 40)}
	back := []point{at(0, 40), at(40, 40), at(40, 0), at(0, 0)}
	for _, c := range []struct {
		name string
		draw func(*mesh)
		want float64
	}{
		{"a square", func(m *mesh) { m.convex(square, ink) }, 1600},
		{"a square the other way round", func(m *mesh) { m.convex(back, ink) }, 1600},
		{"a disc", func(m *mesh) { m.disc(at(9, 9), 8, ink) }, math.Pi * 64},
		{"a line and its ends", func(m *mesh) { m.line([]point{at(0, 0), at(100, 0)}, 6, ink) }, 600 + 2*math.Pi*9},
		{"a slanting one", func(m *mesh) { m.line([]point{at(0, 0), at(60, 80)}, 6, ink) }, 600 + 2*math.Pi*9},
		{"a sharp corner is round", func(m *mesh) { m.line([]point{at(0, 0), at(100, 0), at(100, 100)}, 6, ink) }, 1200 + 3*math.Pi*9},
		{"a dash", func(m *mesh) { m.dash(at(0, 0), at(60, 80), 6, ink) }, 600 + math.Pi*9},
		{"a dot", func(m *mesh) { m.dash(at(5, 5), at(5, 5), 6, ink) }, math.Pi * 9},
		{"a hair is paler", func(m *mesh) { m.strip([]point{at(0, 0), at(100, 0)}, 0.25, ink) }, 50},
		{"a tint", func(m *mesh) { m.under([]point{at(0, 0), at(10, 5), at(20, 0)}, 20, ink) }, 350},
	} {
		m := new(mesh)
		c.draw(m)
		if got := covered(t, m); math.Abs(got-c.want) > 0.04*c.want {
			t.Errorf("%s covers %.1f pixels, want %.1f", c.name, got, c.want)
		}
	}
}

// A whole chart is a few thousand triangles: what it is made of is made again
// at every size and theme, and the engine keeps room for all of a frame's.
func TestChartsAreLight(t *testing.T) {
	values := make([]int, 30)
	for i := range values {
		values[i] = 20 + i*37%60
	}
	chart := &view.Chart{Points: 30, Lines: []view.ChartLine{{Name: "What happened", Values: values}, {Name: "Otherwise", Stroke: view.LongDashes, Values: values}}}
	plan := view.PlanChart(chart, 800, 400, view.Type{Unit: 1}, view.Monospace{})
	m := new(mesh)
	pen := chartPen{m: m, p: plan, k: 2, unit: 2, theme: assets.Theme{}}
	pen.ground(chart)
	for i := range chart.Lines {
		pen.line(chart, i)
	}
	if n := len(m.i) / 3; n < 500 || n > 15_000 {
		t.Errorf("a chart of two lines is %d triangles", n)
	}
}

// A line may end anywhere in its dashes: in the middle of one, at its first
// point, or between two.
func TestDashesOfAnyLength(t *testing.T) {
	ink := color.RGBA{A: 255}
	for _, on := range []float64{0.1, 4, 9} {
		for tenths := 1; tenths < 400; tenths++ {
			m, long := new(mesh), float64(tenths)/10
			pen := chartPen{m: m, k: 1, unit: 1}
			pen.dashes([]point{at(0, 0), at(0, long/3), at(0, long)}, 2, on, 4, ink)
			drawn := 0.0
			for from := 0.0; from < long; from += on + 4 {
				drawn += min(on, long-from)*2 + math.Pi
			}
			if got := covered(t, m); got < 0.8*drawn-4 || got > 1.2*drawn+4 {
				t.Errorf("%v of dashes of %v cover %.1f pixels, want %.1f", long, on, got, drawn)
			}
		}
	}
}
