package draw_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"earned/game/draw"
	"earned/game/screens"
	"earned/game/view"
	"earned/game/view/viewtest"
	"earned/scenarios"
)

// languages are how the game's words might come out elsewhere: what matters
// here is how long they are, where they break and which way they run.
var languages = map[string]func(string) string{
	"like German":  lengthened("Donaudampfschifffahrtsgesellschaftskapitän", "Kraftfahrzeughaftpflichtversicherung", "Übergabebesprechung"),
	"like Finnish": lengthened("epäjärjestelmällistyttämättömyydellänsäkään", "lentokonesuihkuturbiinimoottoriapumekaanikko", "yhteisymmärrys"),
	"Arabic":       instead("من كان عليه أن يقف أمام المجلس ويشرح ذلك؟ تسعة أشهر، لا ستة أسابيع. "),
	"Hebrew":       instead("מי היה צריך לעמוד ולהסביר את זה? תשעה חודשים, ולא שישה שבועות. "),
	"Thai":         instead("ใครต้องยืนขึ้นและอธิบายเรื่องนั้นเก้าเดือนไม่ใช่หกสัปดาห์"),
	"Japanese":     instead("誰が立ち上がって説明しなければならなかったのですか。"),
	"one word":     func(s string) string { return strings.ReplaceAll(s, " ", "") },
}

// lengthened puts a long word in the place of every fourth, and of every word
// that stands alone.
func lengthened(long ...string) func(string) string {
	return func(s string) string {
		words := strings.Split(s, " ")
		for i := range words {
			if i%4 == 0 && words[i] != "" {
				words[i] = long[(i/4+len(s))%len(long)]
			}
		}
		return strings.Join(words, " ")
	}
}

// instead repeats a sample, a third longer than the words it stands for.
func instead(sample string) func(string) string {
	return func(s string) string {
		n := utf8.RuneCountInString(s) * 4 / 3
		all := []rune(strings.Repeat(sample, n/utf8.RuneCountInString(sample)+1))
		return strings.TrimSpace(string(all[:max(n, min(4, len(all)))]))
	}
}

// translated is a tree with all its words in the language.
func translated(n *view.Node, into func(string) string) *view.Node {
	c := *n
	if c.Text != "" {
		c.Text = into(c.Text)
	}
	if chart := c.Picture.Chart; chart != nil {
		x := *chart
		x.Lines = append([]view.ChartLine(nil), x.Lines...)
		x.Marks = append([]view.ChartMark(nil), x.Marks...)
		x.Breaks = append([]view.ChartMark(nil), x.Breaks...)
		for i := range x.Lines {
			x.Lines[i].Name = into(x.Lines[i].Name)
		}
		for _, marks := range [][]view.ChartMark{x.Marks, x.Breaks} {
			for i := range marks {
				marks[i].Name = into(marks[i].Name)
			}
		}
		c.Picture.Chart = &x
	}
	if ties := c.Picture.Ties; ties != nil {
		x := *ties
		x.People = append([]view.Tie(nil), x.People...)
		for i := range x.People { // a name stays a name, and may be long
			x.People[i].Name = []string{"Maximiliane", "Li", "Thiruvananthapuram", "Søren", "Nguyễn"}[i%5]
		}
		c.Picture.Ties = &x
	}
	c.Children = nil
	for _, k := range n.Children {
		c.Children = append(c.Children, translated(k, into))
	}
	return &c
}

// Whatever language the words were in, at any size of text and screen, on any
// screen that presses lead to, none is cut and nothing overlaps.
func TestEveryScreenFitsInAnyLanguage(t *testing.T) {
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	m := measure(t)
	names := slices.Sorted(maps.Keys(languages))
	for _, name := range names {
		into := languages[name]
		if s := into("Nine months. Who had to stand up and explain that?"); m.Advance(s, view.Style{}, 20) < 100 {
			t.Errorf("%s: %q is measured as %v", name, s, m.Advance(s, view.Style{}, 20))
		}
	}
	t.Run("on a way through", func(t *testing.T) {
		for i, name := range names {
			throughFits(t, book, m, name, viewtest.Sizes[i%len(viewtest.Sizes)], fmt.Sprint(i%3*2))
		}
	})
	t.Run("anywhere", func(t *testing.T) {
		rapid.Check(t, func(r *rapid.T) {
			name := rapid.SampledFrom(names).Draw(r, "language")
			size := rapid.SampledFrom(viewtest.Sizes).Draw(r, "size")
			app := setTo(book, size, rapid.SampledFrom([]string{"0", "2", "4"}).Draw(r, "text"))
			for range rapid.IntRange(1, 70).Draw(r, "presses") {
				screenFits(r, app, name, size, m)
				all, on := pressesOf(app.View())
				if len(on) > 0 && rapid.IntRange(0, 5).Draw(r, "aside") > 0 {
					all = on
				}
				app.Press(rapid.SampledFrom(all).Draw(r, "press"))
			}
		})
	})
}

// throughFits walks through a conversation and its debrief to their chair, so
// that these are tried in every language whatever chance leads to.
func throughFits(t *testing.T, book *scenarios.Book, m *draw.Measure, name string, size [2]float64, text string) {
	t.Helper()
	app, chance := setTo(book, size, text), rand.New(rand.NewPCG(1, 2))
	met := map[screens.Place]bool{}
	for steps := 0; !met[screens.Talking] || !met[screens.Debriefed] || !met[screens.Chair]; steps++ {
		if steps > 500 {
			t.Fatalf("%s: the walk came by %v only", name, met)
		}
		met[app.Place()] = true
		screenFits(t, app, name, size, m)
		all, on := pressesOf(app.View())
		if len(on) > 0 {
			all = on
		}
		app.Press(all[chance.IntN(len(all))])
	}
}

// setTo is the game on a screen of the size, its text as large as the setting
// says, with practice on.
func setTo(book *scenarios.Book, size [2]float64, text string) *screens.App {
	app := screens.New(book, screens.Options{Seed: func() uint64 { return 3 }, Draws: true, System: screens.System{LessMotion: true}})
	app.Resize(size[0], size[1])
	for _, a := range []view.Action{"settings", view.Action("set:text:" + text), "set:practice:1", "back"} {
		app.Press(a)
	}
	return app
}

// faulty is a test or a try of a property.
type faulty interface{ Errorf(string, ...any) }

// screenFits holds that the screen fits in the language, and the debrief's
// picture, if it is asked for. It returns the effects it took from the app.
func screenFits(t faulty, app *screens.App, name string, size [2]float64, m *draw.Measure) []screens.Effect {
	into := languages[name]
	if into == nil { // as it is
		into = func(s string) string { return s }
	}
	for _, f := range viewtest.Faults(view.Lay(translated(app.View(), into), size[0], size[1], app.Settings().Scale(), m), m) {
		t.Errorf("%s, %v at %v: %s", name, app.Place(), size, f)
	}
	effects := app.Effects()
	for _, e := range effects {
		if e.Kind == screens.Paint {
			sheetFits(t, e.Tree, into, m)
		}
	}
	return effects
}

// sheetFits holds that the debrief as a picture fits as well.
func sheetFits(t faulty, tree *view.Node, into func(string) string, m *draw.Measure) {
	sheet := translated(tree, into)
	p := view.Lay(sheet, 1100, 700, 1, m)
	if b := &p.Boxes[0]; b.Scrolls() {
		p = view.Lay(sheet, 1100, b.ContentH, 1, m)
	}
	for _, f := range viewtest.Faults(p, m) {
		t.Errorf("the picture: %s", f)
	}
}

// pressesOf are what may be pressed on a screen, and what of it leads on
// through a conversation and its debrief.
func pressesOf(n *view.Node) (all, on []view.Action) {
	n.Find(func(n *view.Node) bool {
		if n.Press == "" || n.Disabled {
			return false
		}
		all = append(all, n.Press)
		for _, verb := range []string{"reply:", "begin", "go-on", "answered", "meet:nine-months-late", "what-if", "their-chair", "to-debrief", "picture"} {
			if strings.HasPrefix(string(n.Press), verb) {
				on = append(on, n.Press)
			}
		}
		return false
	})
	return all, on
}
