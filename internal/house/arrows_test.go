package house

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// room is one row of the table.
type room struct {
	name string
	pure bool // neither the engine nor the browser nor this machine
	may  string
}

// rooms says which rooms of the house each room may import. A name ending in
// /... stands for the rooms below it too. The order is the house's: everything
// points towards the top.
var rooms = []room{
	{"scenarios", true, ""},
	{"game/view", true, ""},
	{"game/view/seen", true, "scenarios"},
	{"game/view/viewtest", false, "game/view"},
	{"game/trust", true, "scenarios"},
	{"game/talk", true, "scenarios game/trust"},
	{"game/odds", true, "scenarios game/trust game/talk"},
	{"game/debrief", true, "scenarios game/trust game/talk game/odds"},
	{"game/career", true, "scenarios game/trust game/talk game/odds"},
	{"game/room", true, "scenarios game/trust game/talk game/odds"},
	{"game/screens", true, "scenarios game/trust game/talk game/odds game/debrief game/career game/room game/view game/view/seen"},
	{"assets/...", false, "assets/... game/view"},
	{"game/draw/...", false, "assets/... game/draw/... scenarios game/view game/view/seen game/screens"},
	{"game/web/...", false, "assets/... game/web/... scenarios game/talk game/career game/view game/screens"},
	{"cmd/wasm", false, "assets/... scenarios game/..."},
	{"scenarios/source", false, "scenarios"},
	{"workshop/...", false, "workshop/... scenarios game/trust game/talk game/odds game/debrief game/view game/screens"},
	{"internal/site", false, "scenarios scenarios/source game/talk game/view game/screens game/web"}, // the page holds the game's first screens
	{"internal/generate", true, "scenarios"},
	{"internal/race", false, ""},
	{"internal/blind", false, "scenarios game/trust game/talk game/odds game/debrief game/screens game/view"},
	{"internal/author", false, "scenarios scenarios/source game/trust game/talk game/odds game/debrief"},
	{"bench/...", false, "bench/... assets internal/site internal/generate scenarios game/trust game/talk game/odds workshop/..."},
	{"internal/dist", false, "internal/site"},
	{"internal/house", false, "internal/site"},
	{"cmd/serve", false, "internal/site workshop/... scenarios scenarios/source"},
	{"cmd/scenario", false, "internal/author scenarios scenarios/source game/trust game/talk game/odds game/debrief game/career"},
	{"e2e", false, "internal/site workshop/... scenarios game/trust game/talk game/odds game/debrief game/career game/room game/view game/screens"},
}

// covers tells whether a name of the table stands for the room.
func covers(name, room string) bool {
	if p, ok := strings.CutSuffix(name, "/..."); ok {
		return room == p || strings.HasPrefix(room, p+"/")
	}
	return room == name
}

func TestArrowsRunOneWay(t *testing.T) {
	imports := map[string]map[string]bool{} // as this machine and as the browser see them
	for _, js := range []bool{false, true} {
		for _, p := range list(t, js, "./...") {
			if imports[p.room()] == nil {
				imports[p.room()] = map[string]bool{}
			}
			for _, i := range p.Imports {
				imports[p.room()][i] = true
			}
		}
	}
	if len(imports) < 5 {
		t.Fatalf("only %d packages were looked at", len(imports))
	}
	for _, from := range slices.Sorted(maps.Keys(imports)) {
		checkArrows(t, from, slices.Sorted(maps.Keys(imports[from])))
	}
}

func checkArrows(t *testing.T, from string, imports []string) {
	t.Helper()
	i := slices.IndexFunc(rooms, func(r room) bool { return covers(r.name, from) })
	if i < 0 {
		t.Errorf("%s has no place in the house; give it one in internal/house/arrows_test.go and in CONTRIBUTING.md", from)
		return
	}
	may := strings.Fields(rooms[i].may)
	for _, imp := range imports {
		to := inside(imp)
		if to == "" {
			if rooms[i].pure {
				checkPure(t, from, imp)
			}
			continue
		}
		if !slices.ContainsFunc(may, func(m string) bool { return covers(m, to) }) {
			t.Errorf("%s imports %s: the arrow runs the wrong way (it may import: %s)", from, to, rooms[i].may)
		}
	}
}

// pureModules are the packages of others that a pure room may use: they
// neither draw nor touch a machine.
var pureModules = []string{"github.com/go-text/typesetting/segmenter"}

// impure are packages of the standard library that know the machine, or bring
// chance of their own.
var impure = []string{"os", "net", "syscall", "log", "runtime", "crypto/rand", "plugin", "unsafe", "C"}

func checkPure(t *testing.T, room, imp string) {
	t.Helper()
	if strings.Contains(strings.Split(imp, "/")[0], ".") {
		if !slices.Contains(pureModules, imp) {
			t.Errorf("%s imports %s: pure rooms use no module of others", room, imp)
		}
		return
	}
	if imp == "math/rand" {
		t.Errorf("%s imports math/rand, which seeds itself: use math/rand/v2 with a seed that is given", room)
	}
	for _, bad := range impure {
		if imp == bad || strings.HasPrefix(imp, bad+"/") {
			t.Errorf("%s imports %s: pure rooms take clocks, seeds and files as parameters", room, imp)
		}
	}
}
