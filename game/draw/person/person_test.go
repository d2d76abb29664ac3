package person

import (
	"image"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"earned/game/trust"
	"earned/game/view"
	"earned/game/view/seen"
	"earned/scenarios"
)

func TestBandsAreTheRules(t *testing.T) {
	for p := range 101 {
		if got, want := band(uint8(p)), (trust.State{Trust: uint8(p)}).Band(); got != want {
			t.Fatalf("at %d points: %v, and the rules say %v", p, got, want)
		}
	}
}

// Trust shades every feeling the same way, whatever the hands do.
func TestTrustShadesMonotonically(t *testing.T) {
	for f := scenarios.NoFeeling; f <= scenarios.Absent; f++ {
		was := Feel(f, 0)
		for p := uint8(1); p <= 100; p++ {
			q := Feel(f, p)
			for _, k := range [...]struct {
				name string
				part int
				sign float64
			}{
				{"leans in", lean, 1}, {"lowers the shoulders", shoulders, -1}, {"raises the corners of the mouth", smile, 1},
				{"loosens the lips", tense, -1}, {"parts the brows", browNear, -1}, {"opens the notebook", shut, -1}, {"writes", written, 1},
			} {
				if k.sign*(q[k.part]-was[k.part]) < -1e-9 {
					t.Errorf("%v: trust %d no longer %s: %.3f after %.3f", f, p, k.name, q[k.part], was[k.part])
				}
			}
			was = q
		}
		// Neighbouring thirds must be tellable apart: by the trunk and by the hands.
		for i, pair := range [2][2]uint8{{16, 50}, {50, 84}} {
			a, b := Feel(f, pair[0]), Feel(f, pair[1])
			if b[lean]-a[lean] < 0.25 && b[lean] < 1 {
				t.Errorf("%v: thirds %d and %d lean alike: %.2f, %.2f", f, i, i+1, a[lean], b[lean])
			}
			moved := 0.0
			for k := armL; k < things; k++ {
				moved += math.Abs(a[k] - b[k])
			}
			if moved < 20 {
				t.Errorf("%v: thirds %d and %d hold their hands alike", f, i, i+1)
			}
		}
	}
}

// What the words say of hands and things is what is drawn.
func TestWordsAreTrueToThePicture(t *testing.T) {
	of := [...]uint8{scenarios.Cold: 15, scenarios.Wary: 40, scenarios.Open: 58, scenarios.Trusting: 85}
	for f := scenarios.NoFeeling; f <= scenarios.Absent; f++ {
		for b := scenarios.Cold; b <= scenarios.Trusting; b++ {
			q := Feel(f, of[b])
			s := seen.Of("Dana", f, b, scenarios.Office)
			for _, k := range [...]struct {
				drawn bool
				words string
			}{
				{q[armR+wristX] < -10, "folded arms"},
				{q[phoneUp] > 0.5, "phone"},
				{q[armL+below] > 0.5, "under the table"},
				{q[armL+palm] > 0.5 && q[armR+palm] > 0.5, "both palms open"},
				{q[armR+wristY] < 40, "chin"},
				{q[armL+wristY] < 75 && q[armL+wristX] > 0, "on the chest"},
				{q[armL+curl] > 0.9, "fists"},
			} {
				if k.drawn != strings.Contains(s, k.words) {
					t.Errorf("%v, %v: %q drawn: %v; the words: %q", f, b, k.words, k.drawn, s)
				}
			}
			if strings.Contains(s, "notebook is shut") && q[shut] != 1 || strings.Contains(s, "half a page") && (q[written] < 0.35 || q[written] > 0.7) ||
				strings.Contains(s, "full") && q[written] < 0.9 {
				t.Errorf("%v, %v: the notebook is not so: %q", f, b, s)
			}
		}
	}
}

func TestEveryFigureIsItsOwn(t *testing.T) {
	p := &pen{}
	var sheets []*image.NRGBA
	for _, n := range Names() {
		sheets = append(sheets, render(p, 200, 260, view.Picture{Figure: n}))
	}
	for i, a := range sheets {
		for j, b := range sheets[:i] {
			if d := differ(a, b); d < 0.10 {
				t.Errorf("%s and %s differ in %.0f%% of their pixels only", Names()[i], Names()[j], 100*d)
			}
		}
	}
	if once, again := LookOf("nobody known"), LookOf("nobody known"); once != again {
		t.Error("an unknown figure changes its looks")
	}
}

// differ is the share of pixels that are clearly not the same.
func differ(a, b *image.NRGBA) float64 {
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		d := 0
		for c := range 3 {
			e := int(a.Pix[i+c]) - int(b.Pix[i+c])
			d += e * e
		}
		if d > 900 {
			n++
		}
	}
	return float64(n) / float64(len(a.Pix)/4)
}

// Nothing may spill: every triangle is finite, and the middle of every picture
// is covered by the figure in any shape of rectangle.
func TestEverySceneInEveryShape(t *testing.T) {
	p := &pen{}
	for _, z := range [...][2]float64{{390, 300}, {520, 720}, {800, 1080}, {1400, 300}, {120, 900}, {64, 64}, {160, 120}} {
		for s := scenarios.Office; s <= scenarios.Phone; s++ {
			for _, n := range Names() {
				still(p, z[0], z[1], view.Picture{Figure: n, Feels: uint8(scenarios.Absent), Trust: 10, Setting: uint8(s), Speaking: true})
				for _, v := range p.v {
					if v.DstX != v.DstX || v.DstY != v.DstY || math.Abs(float64(v.DstX)) > 1e5 || math.Abs(float64(v.DstY)) > 1e5 {
						t.Fatalf("%s, %v, %vx%v: a corner at %v, %v", n, s, z[0], z[1], v.DstX, v.DstY)
					}
				}
			}
		}
	}
}

// What is drawn call by call are the same triangles in the same order, and no
// call is long.
func TestCallsAreShortAndWhole(t *testing.T) {
	p := &pen{}
	for _, n := range Names() {
		for s := scenarios.Office; s <= scenarios.Phone; s++ {
			still(p, 800, 1080, view.Picture{Figure: n, Setting: uint8(s), Speaking: true})
			calls := 0
			for from := 0; from < len(p.i); calls++ {
				to, lo, hi := p.call(from)
				if to <= from || (to-from)%3 != 0 || hi-lo >= callVertices || slices.Min(p.i[from:to]) != lo || slices.Max(p.i[from:to]) != hi {
					t.Fatalf("%s, %v: a call for the triangles %d–%d of the vertices %d–%d", n, s, from/3, to/3, lo, hi)
				}
				from = to
			}
			if most := len(p.v)/callVertices*2 + 1; calls > most {
				t.Errorf("%s, %v: %d calls for %d vertices", n, s, calls, len(p.v))
			}
		}
	}
}

func TestSteadyFrameAllocatesNothing(t *testing.T) {
	for _, n := range Names() {
		for set := scenarios.Office; set <= scenarios.Phone; set++ {
			p := New()
			p.prepare(520, 720, view.Picture{Figure: n, Feels: uint8(scenarios.Warm), Trust: 70, Setting: uint8(set), Speaking: true}, 0, false)
			p.stage = compose(520, 720, set)
			now := at(0)
			frame := func() {
				now += at(33)
				p.move(now, false)
				p.mesh()
			}
			for range 150 {
				frame()
			}
			if n := testing.AllocsPerRun(60, frame); n > 0 {
				t.Errorf("%s, %v: a frame allocates %v times", p.pic.Figure, set, n)
			}
		}
	}
}

func at(ms int) time.Duration { return time.Duration(ms) * time.Millisecond }

func TestChangeIsBlended(t *testing.T) {
	p := New()
	pic := view.Picture{Figure: "dana", Feels: uint8(scenarios.Guarded), Trust: 20}
	p.prepare(300, 400, pic, 0, false)
	p.move(0, false)
	from := p.now[smile]
	pic.Feels, pic.Trust = uint8(scenarios.Warm), 70
	p.prepare(300, 400, pic, at(1000), false)
	if !p.move(at(1100), false) {
		t.Error("a tenth of a second after a change nothing moves")
	}
	mid, want := p.now[smile], Feel(scenarios.Warm, 70)[smile]
	if mid <= from || mid >= want {
		t.Errorf("part way the mouth is at %.2f, not between %.2f and %.2f", mid, from, want)
	}
	if p.Next(at(1100)) != at(1100) {
		t.Error("while blending the next frame is due at once")
	}
	if p.move(at(1400), false) || p.now[smile] != want {
		t.Errorf("after 400 ms the mouth is at %.2f, want %.2f", p.now[smile], want)
	}
	// A change of mind part way starts from what is seen.
	pic.Feels = uint8(scenarios.Angry)
	p.prepare(300, 400, pic, at(1401), false)
	p.move(at(1401), false)
	if d := math.Abs(p.now[smile] - want); d > 0.02 {
		t.Errorf("the mouth jumps by %.2f", d)
	}
}

func TestReducedMotionHasNone(t *testing.T) {
	p := New()
	pic := view.Picture{Figure: "dana", Feels: uint8(scenarios.Guarded), Trust: 20}
	p.prepare(300, 400, pic, 0, true)
	p.move(0, true)
	pic.Feels, pic.Speaking = uint8(scenarios.Warm), true
	p.prepare(300, 400, pic, at(1000), true)
	if p.move(at(1000), true) || p.now != Feel(scenarios.Warm, 20) {
		t.Error("the change is not at once")
	}
	was := p.now
	for ms := 1000; ms < 12000; ms += 50 {
		if p.move(at(ms), true); p.now != was || p.Next(at(ms)) != never {
			t.Fatalf("something moves at %d ms", ms)
		}
	}
}

// At rest frames are sparse, and Next never misses a change.
func TestRestIsSparse(t *testing.T) {
	p := New()
	p.prepare(300, 400, view.Picture{Figure: "dana", Feels: uint8(scenarios.Curious), Trust: 50}, 0, false)
	p.move(at(1000), false)
	was, due, frames, blinks := p.now, p.next, 0, 0
	for ms := 1000; ms < 61000; ms++ {
		p.move(at(ms), false)
		if p.now != was {
			if at(ms) < due {
				t.Fatalf("a change at %d ms, announced for %v", ms, due)
			}
			if p.now[lid] < was[lid] && was[lid] == p.to[lid] {
				blinks++
			}
			was = p.now
			frames++
		}
		due = p.next
	}
	if frames > 11*60 {
		t.Errorf("%d frames a minute at rest", frames)
	}
	if blinks < 10 || blinks > 30 {
		t.Errorf("%d blinks a minute", blinks)
	}
}

func BenchmarkFrame(b *testing.B) {
	p := New()
	p.prepare(800, 1080, view.Picture{Figure: "dana", Feels: uint8(scenarios.Curious), Trust: 60}, 0, false)
	p.stage = compose(800, 1080, scenarios.Office)
	for b.Loop() {
		p.stale()
		p.mesh()
	}
	n := 0
	for i := range p.layers {
		n += len(p.layers[i].i) / 3
	}
	b.ReportMetric(float64(n), "triangles")
}
