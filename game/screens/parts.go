package screens

import (
	"strconv"

	"earned/game/view"
)

// The few shapes every screen is put together from.

var (
	choiceStyle  = view.Style{Paper: view.Choice, Round: 10, Border: true}
	choiceLayout = view.Layout{Pad: view.Edges{Top: 10, Right: 16, Bottom: 10, Left: 16}}
	pressLayout  = view.Layout{Pad: view.Edges{Top: 12, Right: 24, Bottom: 12, Left: 24}}
)

func column(key string, gap int, children ...*view.Node) *view.Node {
	return &view.Node{Key: key, Layout: view.Layout{Gap: gap}, Children: present(children)}
}

// row sets children beside one another, on further lines where they do not fit.
func row(key string, children ...*view.Node) *view.Node {
	return &view.Node{Key: key, Layout: view.Layout{Flow: view.Wrap, Gap: 12}, Children: present(children)}
}

// present leaves out what is not there, so that screens can be written as one
// expression.
func present(nodes []*view.Node) []*view.Node {
	out := nodes[:0:0]
	for _, n := range nodes {
		if n != nil {
			out = append(out, n)
		}
	}
	return out
}

// only is the node if the condition holds.
func only(when bool, n *view.Node) *view.Node {
	if when {
		return n
	}
	return nil
}

func para(key, text string) *view.Node {
	if text == "" {
		return nil
	}
	return &view.Node{Key: key, Role: view.Text, Text: text}
}

func quiet(key, text string) *view.Node {
	if text == "" {
		return nil
	}
	return &view.Node{Key: key, Role: view.Text, Text: text, Style: view.Style{Ink: view.Quiet, Size: view.Small}}
}

func paras(key string, texts []string) *view.Node {
	if len(texts) == 0 {
		return nil
	}
	n := column(key, 12)
	for i, t := range texts {
		n.Children = append(n.Children, para(strconv.Itoa(i), t))
	}
	return n
}

// title is a screen's heading; it takes the focus as the screen appears, so
// that a keyboard or a screen reader starts at the top of what is new.
func title(text string) *view.Node {
	return &view.Node{Key: "title", Role: view.Heading, Level: 1, Text: text, Focus: true, Style: view.Style{Size: view.Title, Bold: true}}
}

func heading(key string, level int, text string) *view.Node {
	st := view.Style{Bold: true}
	if level == 2 {
		st.Size = view.Large
	}
	return &view.Node{Key: key, Role: view.Heading, Level: level, Text: text, Style: st}
}

// bullet is an item of a list of sentences.
func bullet(key, text string) *view.Node {
	words := para("says", text)
	words.Layout.Grow = 1
	return &view.Node{Key: key, Role: view.ListItem, Layout: view.Layout{Flow: view.Across, Gap: 10}, Children: []*view.Node{
		{Key: "dot", Role: view.Text, Text: "•", Silent: true, Style: view.Style{Ink: view.Accent}}, words}}
}

func primary(key, text string, press view.Action) *view.Node {
	return &view.Node{Key: key, Role: view.Button, Text: text, Press: press, Layout: pressLayout,
		Style: view.Style{Bold: true, Ink: view.OnAccent, Paper: view.AccentPaper, Round: 12}}
}

func secondary(key, text string, press view.Action) *view.Node {
	return &view.Node{Key: key, Role: view.Button, Text: text, Press: press, Layout: pressLayout,
		Style: view.Style{Paper: view.Choice, Round: 12, Border: true}}
}

// small is a button among the furniture of a screen.
func small(key, text string, press view.Action) *view.Node {
	return &view.Node{Key: key, Role: view.Button, Text: text, Press: press, Layout: view.Layout{Pad: view.Edges{Top: 8, Right: 12, Bottom: 8, Left: 12}},
		Style: view.Style{Size: view.Small, Ink: view.Accent, Round: 8}}
}

// card is a box that stands out from the page.
func card(key string, role view.Role, name string, children ...*view.Node) *view.Node {
	return &view.Node{Key: key, Role: role, Name: name, Style: view.Style{Paper: view.Card, Round: 16},
		Layout: view.Layout{Pad: view.All(20), Gap: 12}, Children: present(children)}
}

// broad is how wide a column gets that holds more than lines to read, in units.
const broad = 980

// edges is what a wide page keeps free at its sides.
const edges = 80

// page is a screen to read: a bar on top, and a column that scrolls.
func (a *App) page(key string, children ...*view.Node) *view.Node {
	body := &view.Node{Key: "text", Layout: view.Layout{Gap: 20, MaxWidth: 720, Pad: a.margin()}, Children: present(children)}
	return a.screen(key, &view.Node{Key: "page", Layout: view.Layout{Scroll: true, Grow: 1, Centre: true}, Children: []*view.Node{body}})
}

// screen is the root of every screen: its bar, then what fills the rest.
func (a *App) screen(key string, body *view.Node) *view.Node {
	return &view.Node{Key: key, Role: view.Main, Style: view.Style{Paper: view.Page}, Children: []*view.Node{a.bar(), body}}
}

func (a *App) margin() view.Edges {
	if a.class() == upright {
		return view.Edges{Top: 8, Right: 20, Bottom: 32, Left: 20}
	}
	return view.Edges{Top: 24, Right: edges / 2, Bottom: 48, Left: edges / 2}
}
