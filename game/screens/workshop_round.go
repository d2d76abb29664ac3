package screens

import (
	"fmt"
	"slices"
	"strconv"

	"earned/game/debrief"
	"earned/game/room"
	"earned/game/view"
)

// What the room sees during a round is set in letters for the back row (Wall).
// What only the facilitator needs, the keys and what can be pressed, stands
// small at the foot.

var wall = view.Style{Size: view.Wall}

// roomView is the projector's screen, as things stand.
func (a *App) roomView() *view.Node {
	w := &a.shop
	switch {
	case w.blank:
		return a.blankView()
	case w.menu:
		return a.menuView()
	}
	if w.lobby && w.s.Phones {
		return a.lobbyView()
	}
	switch w.s.Phase {
	case room.Scene:
		return a.roomScene()
	case room.Read:
		if !w.deciding {
			return a.roomReads()
		}
	case room.Ask, room.Asked:
		return a.roomAsks()
	case room.Ended:
		return a.roomEnded()
	}
	return a.roomVotes()
}

// stageOf is the frame of a round's screens: a line of where we are, what the
// room reads, and the foot.
func (a *App) stageOf(key string, body *view.Node) *view.Node {
	body.Layout.Grow = 1
	return &view.Node{Key: key, Role: view.Main, Style: view.Style{Paper: view.Page}, Children: []*view.Node{a.roomTop(), body, a.roomFoot()}}
}

// roomTop says whom one is talking to, where, and whose turn it is.
func (a *App) roomTop() *view.Node {
	s := a.shop.s
	where := s.Talk.Meeting(s.Now()).Title
	if s.Now().Over() {
		where = s.Talk.Conversation.Title
	}
	n := &view.Node{Key: "top", Layout: view.Layout{Flow: view.Wrap, Gap: 14, Centre: true, Pad: view.Edges{Top: 4, Right: 20, Bottom: 0, Left: 20}},
		Children: []*view.Node{
			{Key: "name", Role: view.Heading, Level: 1, Text: s.Talk.Client.Name, Focus: true, Style: view.Style{Bold: true}},
			{Key: "where", Role: view.Text, Text: where, Style: view.Style{Ink: view.Quiet}, Layout: view.Layout{Grow: 1}}}}
	if len(s.Tables) > 1 {
		n.Children = append(n.Children, &view.Node{Key: "turn", Role: view.Text, Text: fmt.Sprintf("Table %d", s.Turn+1),
			Style: view.Style{Size: view.Wall, Bold: true, Ink: view.Accent}})
	}
	return n
}

// compose is the first of some compositions that the screen holds without
// scrolling; where none does, the last.
func (a *App) compose(all ...func() *view.Node) *view.Node {
	for _, f := range all[:len(all)-1] {
		if n := f(); n != nil && a.fits(n) {
			return n
		}
	}
	return all[len(all)-1]()
}

// fits reports whether a screen holds all of a tree without scrolling.
func (a *App) fits(n *view.Node) bool {
	return !view.Lay(n, a.w, a.h, a.kept.settings.Scale(), a.measure()).Boxes[0].Scrolls()
}

func (a *App) measure() view.Measure {
	if a.opt.Measure == nil {
		return view.Monospace{}
	}
	return a.opt.Measure
}

// roomScene is a meeting that opens; before the first one, a screenful at a
// time, who the room is and what it wants.
func (a *App) roomScene() *view.Node {
	pages := a.scenePages()
	page := min(a.shop.page, len(pages)-1)
	a.shop.reads = page+1 < len(pages)
	return a.sceneStage(pages[page])
}

func (a *App) sceneStage(page []*view.Node) *view.Node {
	body := column("scene", 20, page...)
	body.Layout.Pad, body.Layout.Middle = view.Edges{Top: 8, Right: 60, Bottom: 8, Left: 60}, true
	return a.stageOf("room-scene", body)
}

// scenePages are the screenfuls before a meeting; the last is its scene.
func (a *App) scenePages() [][]*view.Node {
	s := a.shop.s
	var pages [][]*view.Node
	if s.Said() == s.From && s.Turn == 0 && len(s.Tables[0].Ways) == 1 {
		c := s.Talk.Conversation
		pages = a.screenfuls("Who you are", c.Brief, a.sceneStage)
		for i := range c.Notes {
			if s.Way().Run.Prepared&(1<<i) != 0 {
				pages = append(pages, a.screenfuls(c.Notes[i].Title, paragraphs(c.Notes[i].Text), a.sceneStage)...)
			}
		}
		if c.Want != "" {
			pages = append(pages, []*view.Node{heading2("title", "What you want today"), wallText("want", c.Want)})
		}
		if told := a.recap(); len(told) > 0 {
			pages = append(pages, a.screenfuls("What came before", told, a.sceneStage)...)
		}
	}
	m := s.Talk.Meeting(s.Now())
	col := []*view.Node{a.lastSaid(), {Key: "title", Role: view.Heading, Level: 2, Text: m.Title, Style: view.Style{Size: view.Display, Bold: true}}, wallText("opens", m.Opens)}
	if s.From > 0 && s.Said() == s.From {
		for i, l := range a.before() {
			col = append(col, wallText("before"+strconv.Itoa(i), l))
		}
	}
	return append(pages, present(col))
}

// screenfuls sets paragraphs under a heading on as many screens as they take.
func (a *App) screenfuls(title string, texts []string, stage func([]*view.Node) *view.Node) [][]*view.Node {
	head := []*view.Node{heading2("title", title)}
	page := head
	var pages [][]*view.Node
	for i, p := range texts {
		more := append(slices.Clip(page), wallText(strconv.Itoa(i), p))
		if i > 0 && !a.fits(stage(more)) {
			pages = append(pages, page)
			more = append(slices.Clip(head), wallText(strconv.Itoa(i), p))
		}
		page = more
	}
	return append(pages, page)
}

func wallText(key, text string) *view.Node {
	if text == "" {
		return nil
	}
	return &view.Node{Key: key, Role: view.Text, Text: text, Style: wall}
}

// lastSaid is what was said to the client just now by the table whose turn it
// is; before the room began it is told by before.
func (a *App) lastSaid() *view.Node {
	s := a.shop.s
	n := s.Said()
	if n <= s.From {
		return nil
	}
	h, err := holdAgain(s.Talk, s.Way().Run)
	if err != nil {
		return nil
	}
	said := a.ownWords("said", h.said(n-1).Says)
	said.Children[1].Style.Size = view.Wall
	return said
}

// clientSays is the client's words and what is seen.
func (a *App) clientSays() *view.Node {
	s := a.shop.s
	l := s.Talk.Line(s.Now())
	n := column("says", 10,
		&view.Node{Key: "who", Role: view.Text, Text: s.Talk.Client.Name + ":", Unseen: true},
		&view.Node{Key: "words", Role: view.Text, Text: l.Says, Style: view.Style{Size: view.Wall, Paper: view.Spoken, Round: 14}, Layout: bubble})
	if tell := a.roomTell(); tell != "" {
		n.Children = append(n.Children, &view.Node{Key: "tell", Role: view.Text, Text: tell, Style: view.Style{Size: view.Wall, Paper: view.Spoken, Round: 14}, Layout: bubble})
	}
	return n
}

// roomTell is the client's tell, as in the solo game.
func (a *App) roomTell() string {
	s := a.shop.s
	h, err := holdAgain(s.Talk, s.Way().Run)
	if err != nil || len(h.moments) == 0 {
		return ""
	}
	return h.tell(len(h.moments))
}

func (a *App) roomSeen() *view.Node {
	s := a.shop.s
	if seen := s.Talk.Line(s.Now()).Seen; seen != "" {
		return &view.Node{Key: "seen", Role: view.Text, Text: seen, Silent: true, Style: view.Style{Size: view.Wall, Italic: true, Ink: view.Quiet},
			Layout: view.Layout{Pad: view.Edges{Left: 14, Right: 14}}}
	}
	return nil
}

// roomFace is the client, as they are seen just now.
func (a *App) roomFace() *view.Node {
	t, s := a.shop.s.Talk, a.shop.s.Now()
	return &view.Node{Key: "client", Role: view.Image, Name: "Client: " + seenIn(t, s), Picture: portraitOf(t, s), Style: view.Style{Round: 16},
		Layout: view.Layout{MinHeight: 120}}
}

// roomReads is the client's words, read out before anything is voted on.
func (a *App) roomReads() *view.Node {
	build := func(said, seen bool) func() *view.Node {
		return func() *view.Node {
			words := column("words", 14, only(said, a.lastSaid()), a.clientSays(), only(seen, a.roomSeen()))
			words.Layout.Grow, words.Layout.Middle, words.Layout.Pad = 1, true, view.Edges{Top: 8, Right: 24, Bottom: 8, Left: 24}
			return a.stageOf("room-reads", a.besideFace(words))
		}
	}
	return a.compose(build(true, true), build(true, false), build(false, false))
}

// besideFace sets words beside the client, or under them on a phone.
func (a *App) besideFace(words *view.Node) *view.Node {
	face := a.roomFace()
	body := &view.Node{Key: "body", Layout: view.Layout{Gap: 0, Pad: view.Edges{Top: 6, Left: 20, Right: 0, Bottom: 6}}, Children: []*view.Node{face, words}}
	if a.class() == wide {
		body.Layout.Flow = view.Across
		face.Layout.Percent = 32
	} else {
		body.Layout.Pad = view.Edges{Top: 6, Left: 14, Right: 14, Bottom: 6}
		face.Layout.Height = 180
	}
	return body
}

// roomEnded is how it turned out, a screenful at a time: what happened, then
// what became of the client.
func (a *App) roomEnded() *view.Node {
	pages := a.endedPages()
	page := min(a.shop.page, len(pages)-1)
	a.shop.reads = page+1 < len(pages)
	return a.endedStage(pages[page])
}

// endedPages are the screenfuls of an ending.
func (a *App) endedPages() [][]*view.Node {
	t, s := a.shop.s.Talk, a.shop.s.Now()
	e := t.Ending(s)
	if e == nil {
		return [][]*view.Node{nil}
	}
	pages := a.screenfuls(e.Title, append([]string{debrief.Outcome(e) + "."}, e.Says...), a.endedStage)
	if said := a.lastSaid(); said != nil { // the reply that ended it
		if first := append([]*view.Node{said}, pages[0]...); a.fits(a.endedStage(first)) {
			pages[0] = first
		}
	}
	if e.Became != "" {
		pages = append(pages, []*view.Node{heading2("title", "What became of "+debrief.FirstName(t.Client)), wallText("became", e.Became)})
	}
	return pages
}

func (a *App) endedStage(page []*view.Node) *view.Node {
	t, state := a.shop.s.Talk, a.shop.s.Now()
	words := column("words", 12, page...)
	words.Layout.Grow, words.Layout.Middle, words.Layout.Pad = 1, true, view.Edges{Top: 4, Right: 24, Bottom: 4, Left: 24}
	face := &view.Node{Key: "client", Role: view.Image, Name: "Client: " + lookAtEnd(t, state), Style: view.Style{Round: 16},
		Picture: portraitAtEnd(t, state), Layout: view.Layout{MinHeight: 120}}
	body := &view.Node{Key: "body", Layout: view.Layout{Pad: view.Edges{Top: 6, Left: 20, Bottom: 6}}, Children: []*view.Node{face, words}}
	if a.class() == wide {
		body.Layout.Flow = view.Across
		face.Layout.Percent = 22
	} else {
		face.Layout.Height = 160
	}
	return a.stageOf("room-ended", body)
}

func heading2(key, text string) *view.Node {
	return &view.Node{Key: key, Role: view.Heading, Level: 2, Text: text, Style: view.Style{Size: view.Wall, Bold: true}}
}

// blankView shows the room nothing.
func (a *App) blankView() *view.Node {
	return &view.Node{Key: "blank", Role: view.Main, Style: view.Style{Paper: view.Page}, Children: []*view.Node{
		{Key: "title", Role: view.Heading, Level: 1, Text: "The screen is blank", Unseen: true, Focus: true},
		{Key: "rest", Silent: true, Layout: view.Layout{Grow: 1}},
		row("act", small("show", "Show the screen again", "room:blank"))}}
}

// roomHeld is a table's way, reply by reply.
func (a *App) roomHeld(table int) *held {
	s := a.shop.s
	h, err := holdAgain(s.Talk, s.Tables[table].Way().Run)
	if err != nil {
		return hold(s.Talk, 0, 0, 0)
	}
	return h
}
