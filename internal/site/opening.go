package site

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"earned/game/screens"
	"earned/game/talk"
	"earned/game/view"
	"earned/game/web"
	"earned/scenarios"
)

// The screens of the first conversation up to its first beat stand in the page
// itself, so that it can be begun before the game is here. They are made of the
// same trees as the game's own (game/screens), laid out by a style sheet
// (view.Sheet), and taken over by the twin when the game is here.

// firstSheet is the name of their style sheet, as index.html asks for it.
const firstSheet = "page/first.css"

// place is the element of index.html that they are put into.
const place = `<div id="twin" hidden>`

// opening is what is put into the page.
type opening struct{ elements, sheet []byte }

// The windows that the two compositions are taken from.
var uprightWindow, wideWindow = [2]float64{390, 844}, [2]float64{1280, 720}

// openingOf makes the first screens of a book.
func openingOf(book *scenarios.Book) (*opening, error) {
	seed, beat, err := fileOrder(book)
	if err != nil {
		return nil, err
	}
	upright, wide := first(book, seed, uprightWindow), first(book, seed, wideWindow)
	var elements strings.Builder
	sheet := view.Sheet{Scope: "#twin.still"}
	for _, after := range []view.Action{"open", "begin", "go-on"} {
		if !upright.Press(after) || !wide.Press(after) {
			return nil, fmt.Errorf("the first conversation does not go on with %q; the page shows its first screens (internal/site)", after)
		}
		u, w := upright.View(), wide.View()
		if sheet.Add(u, w) {
			elements.WriteString(still(u, &sheet, "", after, beat))
			continue
		}
		sheet.Add(u, u)
		sheet.Add(w, w)
		elements.WriteString(still(u, &sheet, "upright", after, beat) + still(w, &sheet, "wide", after, beat))
	}
	if upright.Place() != screens.Talking {
		return nil, errors.New("the first conversation does not begin after its first scene; the page shows its first screens (internal/site)")
	}
	elements.WriteByte('\n')
	return &opening{[]byte(elements.String()), []byte(sheet.String() + newest(book, seed))}, nil
}

// still is a screen as HTML: which composition it is of, where a screen needs
// two, and the press that it comes after.
func still(root *view.Node, sheet *view.Sheet, composed string, after view.Action, beat int) string {
	return "\n" + web.Still(root, composed, sheet.Class, "data-after", string(after), "data-beat", strconv.Itoa(beat), "data-for", composed, "hidden", "")
}

// first is the game as somebody new meets it, in a window.
func first(book *scenarios.Book, seed uint64, window [2]float64) *screens.App {
	app := screens.New(book, screens.Options{Seed: func() uint64 { return seed }, Draws: true, System: screens.System{LessMotion: true}})
	app.Resize(window[0], window[1])
	return app
}

// fileOrder is a seed that leaves the first beat's replies in the order of the
// file, from which the page shuffles them by a seed of its own, and that beat's
// number.
func fileOrder(book *scenarios.Book) (seed uint64, beat int, err error) {
	app := first(book, 0, wideWindow)
	app.Press("open")
	app.Press("begin")
	run, err := talk.ParseCode(book, app.Code())
	if err != nil {
		return 0, 0, fmt.Errorf("nothing can be begun: %w", err)
	}
	t, err := talk.New(book, run.Conversation)
	if err != nil {
		return 0, 0, err
	}
	s := t.Start(run.Start, run.Prepared)
	offered := t.Offered(s, nil)
	for seed = range 1 << 20 {
		same := true
		for i, r := range t.Order(seed, s, nil) {
			same = same && r == offered[i]
		}
		if same {
			return seed, int(s.Beat), nil
		}
	}
	return 0, 0, errors.New("no seed leaves the first replies in their order")
}

// newest is the part of the style sheet that says how high the newest words'
// log is at least, which depends on the window's width: the smallest of each
// run of widths that have the same.
func newest(book *scenarios.Book, seed uint64) string {
	var b strings.Builder
	for _, c := range []struct {
		query    string
		from, to int
		high     func(w float64) float64
	}{
		{"", 280, 1400, func(w float64) float64 { return w + 1 }},
		{view.Wide + " and ", 760, 1100, func(float64) float64 { return 600 }},
	} {
		app := first(book, seed, [2]float64{float64(c.from), c.high(float64(c.from))})
		for _, a := range []view.Action{"open", "begin", "go-on"} {
			app.Press(a)
		}
		last := -1
		for w := c.from; w <= c.to; w += 2 {
			app.Resize(float64(w), c.high(float64(w)))
			app.SetSystem(screens.System{LessMotion: w%4 == 0}) // so that the tree is made anew
			log := app.View().Find(func(n *view.Node) bool { return n.Layout.End })
			if m := log.Layout.MinHeight; m != last {
				last = m
				fmt.Fprintf(&b, "@media %s(min-width: %dpx){#twin.still{--newest:%d}}\n", c.query, w, m)
			}
		}
	}
	return b.String()
}

// open puts the first screens into the page, and their style sheet into the
// site. A page without a place for them is left as it is.
func (s *Site) open(root string, page []byte) ([]byte, error) {
	before, after, ok := strings.Cut(string(page), place)
	if !ok {
		return page, nil
	}
	compiled, err := os.ReadFile(filepath.Join(root, "scenarios", "compiled.bin"))
	if err != nil {
		return nil, fmt.Errorf("the compiled scenarios are missing: %w; go generate ./scenarios makes them", err)
	}
	book, err := scenarios.Decode(compiled)
	if err != nil {
		return nil, err
	}
	o, err := openingOf(book)
	if err != nil {
		return nil, err
	}
	if err := s.add(firstSheet, packed{plain: o.sheet}); err != nil {
		return nil, err
	}
	return []byte(before + place + string(o.elements) + after), nil
}
