package main

import "earned/game/view"

func samples(name string, w float64) *view.Node {
	switch name {
	case "chart":
		return chart()
	case "over":
		return over()
	case "form":
		return form()
	}
	return talk(w)
}

func text(s string, st view.Style) *view.Node {
	return &view.Node{Role: view.Text, Text: s, Style: st}
}

func bubble(s string, st view.Style) *view.Node {
	st.Round = 14
	return &view.Node{Role: view.Text, Text: s, Style: st, Layout: view.Layout{Pad: view.Edges{Top: 8, Right: 14, Bottom: 8, Left: 14}}}
}

func bar() *view.Node {
	small := func(s string) *view.Node {
		return &view.Node{Role: view.Button, Text: s, Press: "x", Style: view.Style{Size: view.Small, Ink: view.Accent, Round: 8}, Layout: view.Layout{Pad: view.Edges{Top: 8, Right: 12, Bottom: 8, Left: 12}}}
	}
	return &view.Node{Key: "bar", Layout: view.Layout{Flow: view.Across, Gap: 8, Centre: true, Pad: view.Edges{Top: 6, Right: 12, Bottom: 6, Left: 16}}, Children: []*view.Node{
		{Key: "logo", Picture: view.Picture{Kind: view.Mark}, Layout: view.Layout{Width: 26, Height: 26}},
		{Key: "mark", Role: view.Text, Text: "Earned", Style: view.Style{Bold: true, Ink: view.Accent}, Layout: view.Layout{Grow: 1}},
		small("Clients"), small("Settings"),
	}}
}

func reply(k int, s string) *view.Node {
	return &view.Node{Key: string(rune('0' + k)), Role: view.Button, Text: s, Press: "reply", Digit: k, Style: view.Style{Paper: view.Choice, Round: 10, Border: true}, Layout: view.Layout{Pad: view.Edges{Top: 10, Right: 16, Bottom: 10, Left: 16}}}
}

func talk(w float64) *view.Node {
	face := &view.Node{Key: "client", Role: view.Image, Picture: view.Picture{Kind: view.Portrait, Figure: "dana", Feels: 1, Trust: 30, Setting: 1}, Layout: view.Layout{MinHeight: 120}}
	said := &view.Node{Key: "said", Layout: view.Layout{Scroll: true, End: true, Gap: 10, MinHeight: 90}, Children: []*view.Node{
		{Silent: true, Layout: view.Layout{Grow: 1}},
		text("A first call. Dana has her coat on. Behind her a ward clerk is packing up.", view.Style{Size: view.Small, Italic: true, Ink: view.Quiet}),
		bubble("You have half an hour. I have had six of these this month.", view.Style{Paper: view.Spoken}),
		bubble("Then let me use it to listen. What happened last time?", view.Style{Paper: view.Own}),
		bubble("We’ve been burned before. They promised six weeks. It took nine months.", view.Style{Paper: view.Spoken, Size: view.Large}),
		text("Dana has stopped taking notes and looks at the door.", view.Style{Italic: true}),
	}}
	replies := &view.Node{Key: "replies", Role: view.Group, Layout: view.Layout{Gap: 8}, Children: []*view.Node{
		reply(1, "Our average roll-out is five weeks from the day we sign. I can show you the last twelve, the late ones too."),
		reply(2, "Nine months. Who had to stand up and explain that?"),
		reply(3, "For a network your size six weeks was never going to happen, and someone over there knew it."),
	}}
	words := &view.Node{Key: "words", Layout: view.Layout{Grow: 1, Gap: 12, Pad: view.Edges{Top: 10, Right: 16, Bottom: 14, Left: 16}}, Children: []*view.Node{said, replies}}
	body := &view.Node{Key: "body", Layout: view.Layout{Grow: 1}, Children: []*view.Node{face, words}}
	if w >= 600 {
		body.Layout.Flow = view.Across
		words.Layout.Pad = view.Edges{Top: 12, Right: 32, Bottom: 24, Left: 28}
		face.Layout.Percent = 42
	} else {
		face.Layout.Percent = 34
	}
	return &view.Node{Key: "talk", Role: view.Main, Style: view.Style{Paper: view.Page}, Children: []*view.Node{bar(), body}}
}

func over() *view.Node {
	face := &view.Node{Key: "client", Role: view.Image, Picture: view.Picture{Kind: view.Portrait, Figure: "dana", Feels: 1, Trust: 30}, Style: view.Style{Round: 24}}
	said := &view.Node{Layout: view.Layout{Pad: view.All(24)}, Children: []*view.Node{
		{Layout: view.Layout{Grow: 1}},
		bubble("We’ve been burned before. They promised six weeks. It took nine months.", view.Style{Paper: view.Spoken, Size: view.Large}),
	}}
	return &view.Node{Key: "over", Role: view.Main, Style: view.Style{Paper: view.Page}, Layout: view.Layout{Pad: view.All(30)}, Children: []*view.Node{
		{Layout: view.Layout{Flow: view.Over, Grow: 1}, Children: []*view.Node{face, said}}}}
}

func page(children ...*view.Node) *view.Node {
	body := &view.Node{Key: "text", Layout: view.Layout{Gap: 20, MaxWidth: 720, Pad: view.Edges{Top: 8, Right: 20, Bottom: 32, Left: 20}}, Children: children}
	return &view.Node{Key: "page", Role: view.Main, Style: view.Style{Paper: view.Page}, Children: []*view.Node{bar(), {Key: "scroll", Layout: view.Layout{Scroll: true, Grow: 1, Centre: true}, Children: []*view.Node{body}}}}
}

func card(children ...*view.Node) *view.Node {
	return &view.Node{Style: view.Style{Paper: view.Card, Round: 16, Border: true}, Layout: view.Layout{Pad: view.All(20), Gap: 12}, Children: children}
}

func chart() *view.Node {
	c := &view.Chart{Points: 15,
		Lines: []view.ChartLine{
			{Name: "What happened", Ink: view.Accent, Values: []int{22, 24, 31, 38, 36, 42, 30, 33, 38, 45, 52, 55, 61, 60, 66}},
			{Name: "What if", Ink: view.Bad, Stroke: view.LongDashes, Values: []int{-1, -1, -1, -1, -1, -1, 30, 22, 18, 20, 15, 12, 12, 9, 5}},
			{Name: "Best still in reach", Ink: view.Quiet, Stroke: view.Dashes, Values: []int{80, 80, 82, 82, 80, 80, 74, 74, 74, 72, 72, 70, 70, 68, 66}},
		},
		Breaks: []view.ChartMark{{At: 5, Name: "The visit"}, {At: 10, Name: "The day of decision"}},
		Marks:  []view.ChartMark{{At: 6, Name: "Point of no return", Ink: view.Bad}},
	}
	return page(
		&view.Node{Role: view.Heading, Level: 1, Text: "How it went, and why", Style: view.Style{Size: view.Title, Bold: true}},
		text("Dana went live on a date you both could defend. She has told two people about it.", view.Style{}),
		card(&view.Node{Key: "curve", Role: view.Image, Picture: view.Picture{Kind: view.Curve, Chart: c}, Layout: view.Layout{Height: 260}}),
	)
}

func form() *view.Node {
	radio := func(s string, on bool) *view.Node {
		return &view.Node{Role: view.Radio, Text: s, On: on, Press: "x", Style: view.Style{Paper: view.Choice, Round: 10, Border: true}, Layout: view.Layout{Pad: view.Edges{Top: 10, Right: 16, Bottom: 10, Left: 16}}}
	}
	sw := func(s string, on bool) *view.Node {
		return &view.Node{Role: view.Switch, Text: s, On: on, Press: "x", Style: view.Style{Paper: view.Choice, Round: 10, Border: true}, Layout: view.Layout{Pad: view.Edges{Top: 10, Right: 16, Bottom: 10, Left: 16}}}
	}
	button := func(s string, p view.Paper, ink view.Ink, off bool) *view.Node {
		return &view.Node{Key: s, Role: view.Button, Text: s, Press: "x", Disabled: off, Style: view.Style{Paper: p, Ink: ink, Bold: p == view.AccentPaper, Round: 12, Border: p != view.AccentPaper}, Layout: view.Layout{Pad: view.Edges{Top: 12, Right: 24, Bottom: 12, Left: 24}}}
	}
	cell := func(r view.Role, s string) *view.Node {
		return &view.Node{Role: r, Text: s, Style: view.Style{Bold: r == view.ColumnHeader, Size: view.Small}, Layout: view.Layout{Grow: 1}}
	}
	tr := func(r view.Role, s ...string) *view.Node {
		n := &view.Node{Role: view.Row, Layout: view.Layout{Flow: view.Across, Gap: 12, Pad: view.Edges{Top: 6, Bottom: 6}}}
		for _, c := range s {
			n.Children = append(n.Children, cell(r, c))
		}
		return n
	}
	return page(
		&view.Node{Role: view.Heading, Level: 1, Text: "How is it going with Dana?", Style: view.Style{Size: view.Display, Bold: true}},
		&view.Node{Role: view.RadioGroup, Layout: view.Layout{Flow: view.Wrap, Gap: 10}, Children: []*view.Node{radio("Badly", false), radio("Not well", false), radio("Hard to say", true), radio("Well", false), radio("Very well", false)}},
		&view.Node{Layout: view.Layout{Flow: view.Wrap, Gap: 12}, Children: []*view.Node{button("Continue", view.AccentPaper, view.OnAccent, false), button("Back", view.Choice, view.Body, false), button("Not now", view.Choice, view.Body, true)}},
		card(sw("Less motion", true), sw("Practice mode, with hints", false)),
		&view.Node{Layout: view.Layout{Flow: view.Wrap, Gap: 12}, Children: []*view.Node{
			text("Good: she opened up.", view.Style{Ink: view.Good, Bold: true}), text("Bad: she closed.", view.Style{Ink: view.Bad, Bold: true}), text("Quietly said in small.", view.Style{Ink: view.Quiet, Size: view.Small}),
			{Role: view.Link, Text: "How trust is counted", Press: "x", Style: view.Style{Ink: view.Accent}}}},
		card(&view.Node{Role: view.Table, Children: []*view.Node{
			tr(view.ColumnHeader, "You said", "How it landed", "Trust after"),
			tr(view.Cell, "Nine months. Who had to stand up and explain that?", "It opened her: the issue and the feeling, both.", "A little more"),
			tr(view.Cell, "Our average roll-out is five weeks.", "Too early. She was not done.", "A little less"),
		}}),
		text("Łukasz Şahin, Čapek & Søn: “it’s 12 × 3 − 4 … done” — really? ½ £5 €9 • ok · fine", view.Style{Italic: true}),
		text("Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle is a long word.", view.Style{}),
	)
}

// detours lead away from the screen and back to it, each changing a part, so
// that what was painted piece by piece can be compared with what was painted
// at once.
func detours(g *game, w float64) []func() {
	show := func(change func(*view.Node)) func() {
		return func() {
			root := talk(w)
			if change != nil {
				change(root)
			}
			g.p.Set(view.Lay(root, g.w, g.h, g.text, g.m), g.dpr)
		}
	}
	reply := func(n *view.Node) *view.Node { return n.Find(func(n *view.Node) bool { return n.Key == "2" }) }
	return []func(){
		func() {}, func() {},
		func() { g.p.Set(view.Lay(form(), g.w, g.h, g.text, g.m), g.dpr) },
		func() { g.p.Scroll("page/scroll", 120) },
		func() { g.p.Hover("page/scroll/text/2/Back") },
		show(nil),
		func() { g.p.Focus("talk/body/words/replies/2") },
		func() { g.p.Hover("talk/body/words/replies/3") },
		func() { g.p.Scroll("talk/body/words/said", 3) },
		show(func(n *view.Node) { reply(n).Text = "Shorter." }),
		show(func(n *view.Node) { reply(n).Shown = 7 }),
		show(func(n *view.Node) { n.Children[1].Children[0].Picture.Feels = 4 }),
		show(func(n *view.Node) { n.Children = n.Children[1:] }),
		func() { g.p.Hover(""); g.p.Focus("") },
		func() { g.p.Scroll("talk/body/words/said", 1e9) },
		func() { g.p.Scroll("talk/body/words/said", 0) },
		show(nil),
		func() { g.p.Scroll("talk/body/words/said", 1e9) },
	}
}
