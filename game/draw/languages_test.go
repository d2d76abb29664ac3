package draw_test

import (
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
	for name, into := range languages {
		if s := into("Nine months. Who had to stand up and explain that?"); m.Advance(s, view.Style{}, 20) < 100 {
			t.Errorf("%s: %q is measured as %v", name, s, m.Advance(s, view.Style{}, 20))
		}
	}
	met := map[screens.Place]bool{}
	rapid.Check(t, func(r *rapid.T) {
		app := screens.New(book, screens.Options{Seed: func() uint64 { return 3 }, Draws: true, System: screens.System{LessMotion: true}})
		name := rapid.SampledFrom([]string{"like German", "like Finnish", "Arabic", "Hebrew", "Thai", "Japanese", "one word"}).Draw(r, "language")
		size := rapid.SampledFrom(viewtest.Sizes).Draw(r, "size")
		text := rapid.SampledFrom([]string{"0", "2", "4"}).Draw(r, "text")
		app.Resize(size[0], size[1])
		for _, a := range []view.Action{"settings", view.Action("set:text:" + text), "set:practice:1", "back"} {
			app.Press(a)
		}
		for range rapid.IntRange(1, 70).Draw(r, "presses") {
			tree := translated(app.View(), languages[name])
			met[app.Place()] = true
			for _, f := range viewtest.Faults(view.Lay(tree, size[0], size[1], app.Settings().Scale(), m), m) {
				r.Errorf("%s, %v at %v: %s", name, app.Place(), size, f)
			}
			all, on := pressesOf(app.View())
			if len(on) > 0 && rapid.IntRange(0, 5).Draw(r, "aside") > 0 {
				all = on
			}
			app.Press(rapid.SampledFrom(all).Draw(r, "press"))
			for _, e := range app.Effects() {
				if e.Kind == screens.Paint {
					sheetFits(r, e.Tree, languages[name], m)
				}
			}
		}
	})
	if !met[screens.Talking] || !met[screens.Debriefed] || !met[screens.Chair] {
		t.Errorf("the walks came by %v only", met)
	}
}

// sheetFits holds that the debrief as a picture fits as well.
func sheetFits(r *rapid.T, tree *view.Node, into func(string) string, m *draw.Measure) {
	sheet := translated(tree, into)
	p := view.Lay(sheet, 1100, 700, 1, m)
	if b := &p.Boxes[0]; b.Scrolls() {
		p = view.Lay(sheet, 1100, b.ContentH, 1, m)
	}
	for _, f := range viewtest.Faults(p, m) {
		r.Errorf("the picture: %s", f)
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
