package draw_test

import (
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"earned/game/draw"
	"earned/game/view"
)

func TestDrawsAScreen(t *testing.T) {
	m, err := draw.NewMeasure()
	if err != nil {
		t.Fatal(err)
	}
	root := &view.Node{Key: "s", Role: view.Main, Layout: view.Layout{Gap: 8, Pad: view.All(12)}, Children: []*view.Node{
		{Role: view.Heading, Text: "Dana Whitfield", Style: view.Style{Size: view.Title, Bold: true}},
		{Role: view.Button, Text: "Nine months. Who had to stand up and explain that?", Press: "reply:x", Style: view.Style{Paper: view.Choice, Round: 10, Border: true}, Layout: view.Layout{Pad: view.All(12)}},
	}}
	placed := view.Lay(root, 390, 844, 1, m)
	for _, b := range placed.Boxes {
		t.Logf("%s %v %v %v %v %q", b.Path, b.X, b.Y, b.W, b.H, b.Lines)
	}
	p := draw.New(m)
	p.Set(placed, 2)
	p.Draw(ebiten.NewImage(780, 1688), 0)
	if !p.Resting() {
		t.Error("a screen at rest is painted again")
	}
}
