package web

import (
	"slices"
	"strings"
	"testing"

	"earned/game/view"
)

// Readings are rings that nothing joins, also at two beats in a row; a line that
// ends where it begins is none.
func TestReadingsStandAlone(t *testing.T) {
	room := RoomIn(800, 1, view.Monospace{})
	drawn := func(l view.ChartLine) (rings, curves int) {
		l.Ink = view.Quiet
		c := &view.Chart{Points: 4, Lines: []view.ChartLine{{Values: []int{20, 30, 40, 50}}, l}}
		for _, e := range room.chart(c, 200, "chart", 0, 1) {
			d, class := attr(e.attrs, "d"), attr(e.attrs, "class")
			switch {
			case d == nil || class == nil:
			case slices.Contains(strings.Fields(*class), "hollow"):
				rings++
			case strings.Contains(*class, "ink-quiet") && strings.Contains(*d, "C"):
				curves++
			}
		}
		return rings, curves
	}
	if rings, curves := drawn(view.ChartLine{Apart: true, Values: []int{-1, 30, 35, -1}}); rings == 0 || curves > 0 {
		t.Errorf("readings at two beats in a row are %d rings and %d curves", rings, curves)
	}
	if rings, _ := drawn(view.ChartLine{Values: []int{20}}); rings > 0 {
		t.Errorf("a line of one moment has %d rings", rings)
	}
}
