package draw_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/font"

	"pgregory.net/rapid"

	"earned/assets"
	"earned/game/draw"
	"earned/game/screens"
	"earned/game/view"
	"earned/game/view/viewtest"
	"earned/internal/race"
	"earned/scenarios"
)

var walls = [][2]float64{{1280, 720}, {1920, 1080}}

// roomOf is a workshop that has begun on a screen of the size.
func roomOf(t testing.TB, book *scenarios.Book, m *draw.Measure, conversation string, size [2]float64, also ...view.Action) *screens.App {
	t.Helper()
	app := screens.New(book, screens.Options{Seed: func() uint64 { return 5 }, Draws: true, System: screens.System{LessMotion: true}, Measure: m})
	app.Resize(size[0], size[1])
	acts := append([]view.Action{"room:open", view.Action("room:of:" + conversation)}, also...)
	for _, a := range append(acts, "room:go") {
		if !app.Press(a) {
			t.Fatalf("%s means nothing at place %v", a, app.Place())
		}
	}
	return app
}

// Whatever the room reads, at every phase of every beat on many ways through
// each conversation, is in letters of at least 1/22 of the screen's height,
// whole, and on the screen without scrolling.
func TestTheBackRowReadsEverything(t *testing.T) {
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	m, drawn := measure(t), glyphs(t)
	for _, size := range walls {
		for i := range book.Conversations {
			id := book.Conversations[i].ID
			seen := map[string]bool{}
			for way := range uint64(race.Tries(6)) {
				walkRoom(t, roomOf(t, book, m, id, size), rand.New(rand.NewPCG(way, 1)), func(app *screens.App) {
					backRow(t, fmt.Sprintf("%s at %v", id, size), app.View(), size, m, seen)
					drawn(app.View())
				})
			}
		}
	}
}

// walkRoom holds a workshop to its debrief; visit sees each screen. Each round
// is full: hands, discussion, hands again.
func walkRoom(t *testing.T, app *screens.App, chance *rand.Rand, visit func(*screens.App)) {
	t.Helper()
	for steps := 0; app.Place() == screens.Rooming; steps++ {
		visit(app)
		if steps > 1000 {
			t.Fatal("the workshop does not end")
		}
		rows := app.View().Find(func(n *view.Node) bool { return n.Role == view.List && (n.Name == "Replies" || n.Name == "Answers") })
		if rows != nil {
			for k := range rows.Children {
				if app.Press(view.Action(fmt.Sprintf("room:row:%d", k))) {
					for _, key := range fmt.Sprint(chance.IntN(40)) {
						app.Key(string(key), false)
					}
					visit(app)
					app.Key("Enter", false)
				}
			}
		}
		if !app.Key("PageDown", false) {
			t.Fatal("the clicker means nothing")
		}
		if app.View().Find(func(n *view.Node) bool { return n.Text == "Which one is said?" }) != nil {
			visit(app)
			app.Key("a", false)
		}
	}
}

func backRow(t *testing.T, where string, tree *view.Node, size [2]float64, m *draw.Measure, seen map[string]bool) {
	t.Helper()
	p := view.Lay(tree, size[0], size[1], 1, m)
	if p.Boxes[0].Scrolls() && !seen[tree.Key] {
		seen[tree.Key] = true
		t.Errorf("%s: %s is %.0f high: %.300s", where, tree.Key, p.Boxes[0].ContentH, tree.Label())
	}
	for _, f := range viewtest.Faults(p, m) {
		t.Errorf("%s, %s: %s", where, tree.Key, f)
	}
	for i := range p.Boxes {
		b := &p.Boxes[i]
		if len(b.Lines) == 0 || forTheFacilitator(b.Path) {
			continue
		}
		if b.Size < size[1]/view.WallShare {
			t.Errorf("%s: %s, %q, is in letters of %v", where, b.Path, b.Node.Text, b.Size)
		}
	}
}

// forTheFacilitator tells what the room need not read: who is on the screen is
// seen, what the keys do is for whoever presses them, and of a count that is
// kept back there is no more to know than that.
func forTheFacilitator(path string) bool {
	return strings.Contains(path, "/foot/") || strings.HasSuffix(path, "/top/name") || strings.HasSuffix(path, "/top/where") || strings.HasSuffix(path, "/count")
}

// On a phone, at any size of text and in any language, a workshop's screens
// hold their words too: they scroll where they must.
func TestAWorkshopFitsAnywhere(t *testing.T) {
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	m, drawn := measure(t), glyphs(t)
	names := slices.Sorted(maps.Keys(languages))
	names = append(names, "as it is")
	t.Run("each place", func(t *testing.T) {
		for i, name := range names {
			size := viewtest.Sizes[i%len(viewtest.Sizes)]
			for press, at := range map[view.Action]screens.Place{"": screens.Planning, "room:script": screens.Script, "room:go": screens.Rooming} {
				app := planned(book, m, size, fmt.Sprint(i%3*2))
				app.Press(press)
				if app.Place() != at {
					t.Fatalf("%q led to %v, not to %v", press, app.Place(), at)
				}
				drawn(app.View())
				screenFits(t, app, name, size, m)
			}
		}
	})
	t.Run("wherever presses lead", func(t *testing.T) {
		rapid.Check(t, func(r *rapid.T) {
			name := rapid.SampledFrom(names).Draw(r, "language")
			size := rapid.SampledFrom(viewtest.Sizes).Draw(r, "size")
			app := planned(book, m, size, rapid.SampledFrom([]string{"0", "2", "4"}).Draw(r, "text"))
			if rapid.Bool().Draw(r, "script") {
				app.Press("room:script")
			}
			for range rapid.IntRange(1, 60).Draw(r, "steps") {
				drawn(app.View())
				for _, e := range screenFits(r, app, name, size, m) {
					if e.Kind == screens.Hosting && e.Host.Do == "make" {
						app.SetStatus(screens.Status{Known: true, Rooms: true, Link: screens.Linked, Code: "ABC234", Join: "http://192.168.1.20:8080/j/ABC234", QR: "101/010/101", Seats: 12, Secret: "0123456789abcdef0123456789abcdef"})
					}
				}
				all, on := holdingOf(app.View())
				if len(on) > 0 && rapid.IntRange(0, 4).Draw(r, "aside") > 0 {
					all = on
				}
				if app.Place() == screens.Rooming && rapid.IntRange(0, 5).Draw(r, "key") == 0 {
					app.Key(rapid.SampledFrom([]string{"a", "b", "1", "9", "Enter", "PageUp"}).Draw(r, "which"), false)
				}
				app.Press(rapid.SampledFrom(all).Draw(r, "press"))
			}
		})
	})
}

// planned is a workshop about to be planned on a screen of the size.
func planned(book *scenarios.Book, m *draw.Measure, size [2]float64, text string) *screens.App {
	app := screens.New(book, screens.Options{Seed: func() uint64 { return 3 }, Draws: true, System: screens.System{LessMotion: true}, Measure: m})
	app.Resize(size[0], size[1])
	for _, a := range []view.Action{"settings", view.Action("set:text:" + text), "back", "room:open"} {
		app.Press(a)
	}
	return app
}

// holdingOf are what may be pressed without leaving a workshop, and what of it
// leads on through one.
func holdingOf(n *view.Node) (all, on []view.Action) {
	n.Find(func(n *view.Node) bool {
		if n.Press == "" || n.Disabled || n.Press == "home" || n.Press == "room:leave" || n.Press == "settings" {
			return false
		}
		all = append(all, n.Press)
		for _, verb := range []string{"room:go", "room:on", "room:say", "room:picture", "room:phones"} {
			if strings.HasPrefix(string(n.Press), verb) {
				on = append(on, n.Press)
			}
		}
		return false
	})
	return all, on
}

// glyphs fails for every letter of a tree's words that the typeface has not.
func glyphs(t *testing.T) func(*view.Node) {
	t.Helper()
	var faces []*font.Face
	for _, ttf := range [][]byte{assets.Regular, assets.RegularExt} {
		f, err := font.ParseTTF(bytes.NewReader(ttf))
		if err != nil {
			t.Fatal(err)
		}
		faces = append(faces, f)
	}
	told := map[rune]bool{}
	return func(root *view.Node) {
		root.Find(func(n *view.Node) bool {
			for _, r := range n.Text {
				if told[r] || unicode.IsSpace(r) {
					continue
				}
				has := slices.ContainsFunc(faces, func(f *font.Face) bool { _, ok := f.NominalGlyph(r); return ok })
				if told[r] = true; !has {
					t.Errorf("%q has no glyph, in %q", r, n.Text)
				}
			}
			return false
		})
	}
}
