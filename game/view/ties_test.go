package view_test

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"earned/game/view"
)

func drawTies(r *rapid.T, most int) *view.Ties {
	t := &view.Ties{You: "You"}
	for i := range rapid.IntRange(1, most).Draw(r, "people") {
		x := view.Tie{Name: rapid.StringMatching(`[A-Z][a-z]{1,9}`).Draw(r, "name"), Near: rapid.IntRange(0, 3).Draw(r, "near"), By: -1}
		if rapid.Bool().Draw(r, "met") {
			x.Face.Kind = view.Portrait
		}
		if i > 0 && rapid.Bool().Draw(r, "introduced") {
			x.By = rapid.IntRange(0, i-1).Draw(r, "by")
		}
		t.People = append(t.People, x)
	}
	return t
}

// Whoever is in it, at any size of screen and text: all of a circle lies within
// its box, nobody over anybody else, and the nearer one stands the more one
// trusts.
func TestACircleLiesWithinItsBox(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		ties := drawTies(r, 8)
		size := rapid.SampledFrom([][2]float64{{350, 360}, {350, 540}, {672, 456}, {1010, 684}, {1240, 500}}).Draw(r, "size")
		ty := view.TypeFor(max(size[0], 390), 844, rapid.SampledFrom([]float64{1, 1.5, 2}).Draw(r, "text"))
		p := view.PlanTies(ties, size[0], size[1], ty, view.Monospace{})
		for i, a := range p.At {
			if a.X-p.Radius < 0 || a.Y-p.Radius < 0 || a.X+p.Radius > p.W || a.Y+p.Radius > p.H {
				r.Fatalf("face %d at %v, %v wide, is outside %v", i, a, 2*p.Radius, size)
			}
			for k, b := range p.At[:i] {
				if math.Hypot(a.X-b.X, a.Y-b.Y) < 2*p.Radius*0.99 {
					r.Fatalf("faces %d and %d lie over one another: %v %v, %v wide", i, k, a, b, 2*p.Radius)
				}
			}
		}
		for _, w := range p.Words {
			if w.X < -0.5 || w.Y < -0.5 || w.X+w.W > p.W+0.5 || w.Y+p.LineH > p.H+0.5 {
				r.Fatalf("%q at %v, %v, %v wide, is outside %v", w.S, w.X, w.Y, w.W, size)
			}
		}
		for k := 1; k < len(p.Rings); k++ {
			if p.Rings[k][0] <= p.Rings[k-1][0] || p.Rings[k][1] <= p.Rings[k-1][1] {
				r.Fatalf("the rings are %v", p.Rings)
			}
		}
	})
}

// Whoever was introduced stands right after those who introduced them, and the
// ties stay the same.
func TestWhoWasIntroducedStandsBeside(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		was := drawTies(r, 10).People
		for i := range was {
			was[i].Name = fmt.Sprint(i)
		}
		now := view.Beside(was)
		if len(now) != len(was) {
			r.Fatalf("%d of %d are left", len(now), len(was))
		}
		for i, x := range now {
			old := was[number(x.Name)]
			if (x.By < 0) != (old.By < 0) || x.By >= 0 && now[x.By].Name != was[old.By].Name {
				r.Fatalf("%s was introduced by %d, and is by %d", x.Name, old.By, x.By)
			}
			if x.By >= i {
				r.Fatalf("%s stands before who introduced them", x.Name)
			}
		}
	})
}

func number(s string) (n int) {
	_, _ = fmt.Sscan(s, &n)
	return n
}
