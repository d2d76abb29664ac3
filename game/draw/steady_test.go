//go:build !race

// The race detector drops pooled objects at random, so allocations are counted
// without it.

package draw_test

import (
	"testing"
	"time"

	"earned/game/draw"

	"github.com/hajimehoshi/ebiten/v2"
)

// A steady frame, at rest or with a portrait moving, allocates nothing.
func TestSteadyFramesAllocateNothing(t *testing.T) {
	m := measure(t)
	p := draw.New(m)
	dst := ebiten.NewImage(780, 1688)
	set(t, p, m, conversation(nil))
	p.Draw(dst, 0)
	if n := testing.AllocsPerRun(100, func() { p.Draw(dst, time.Second) }); n != 0 {
		t.Errorf("a frame at rest allocates %v times", n)
	}
	p.Person = (&person{}).paint
	p.Invalidate()
	p.Draw(dst, 0)
	// Before a game runs the engine keeps each draw call as a closure; once it
	// runs they are pooled. A moving frame makes two: what rests, copied, and
	// the portrait's corners.
	src := ebiten.NewImage(8, 8)
	var op ebiten.DrawImageOptions
	two := testing.AllocsPerRun(100, func() { dst.DrawImage(src, &op); dst.DrawImage(src, &op) })
	if n := testing.AllocsPerRun(100, func() { p.Draw(dst, time.Second) }); n > two {
		t.Errorf("a frame with a moving portrait allocates %v times, the engine's part is %v", n, two)
	}
	if !p.Animating() {
		t.Error("the portrait does not move")
	}
}
