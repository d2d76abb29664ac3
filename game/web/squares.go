package web

import (
	"strconv"
	"strings"

	"earned/game/view"
)

// squares is a QR code as an SVG picture, for the game in text; its name stands
// beside it. Black on white in every theme, within four light squares: phones
// do not read it otherwise.
func squares(code, path string, parent, me int) []planned {
	rows := strings.Split(code, "/")
	var dark strings.Builder
	for y, row := range rows {
		for x := range row {
			if row[x] == '1' {
				dark.WriteString("M" + strconv.Itoa(x+4) + " " + strconv.Itoa(y+4) + "h1v1h-1z")
			}
		}
	}
	side := strconv.Itoa(len(rows) + 8)
	svg := planned{node: &view.Node{}, path: path + "/svg", parent: parent, element: element{tag: "svg:svg",
		attrs: []string{"viewBox", "0 0 " + side + " " + side, "width", "320", "height", "320", "aria-hidden", "true", "shape-rendering", "crispEdges"}}}
	part := func(key, d, fill string) planned {
		return planned{node: &view.Node{}, path: svg.path + "/" + key, parent: me, element: element{tag: "svg:path", attrs: []string{"d", d, "fill", fill}}}
	}
	return []planned{svg, part("light", "M0 0h"+side+"v"+side+"h-"+side+"z", "#fff"), part("dark", dark.String(), "#000")}
}
