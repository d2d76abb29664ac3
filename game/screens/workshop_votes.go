package screens

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"earned/game/debrief"
	"earned/game/room"
	"earned/game/view"
)

// letters name the replies.
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

func letter(i int) string { return letters[i : i+1] }

// roomVotes is what may be answered: read and voted on, with the split where
// it was revealed, the timer while the room argues. The client is beside it
// where there is room, and what they said above it until the vote is over.
func (a *App) roomVotes() *view.Node {
	return a.compose(
		func() *view.Node {
			if a.shop.s.Phase != room.Vote {
				return nil // it was read, and the room is about the replies now
			}
			return a.votesBesideFace(column("right", 8, a.clientSays(), a.offerRows(7)))
		},
		func() *view.Node { return a.votesBesideFace(column("right", 8, a.offerRows(7))) },
		func() *view.Node { return a.votesAlone(7) },
		func() *view.Node { return a.votesAlone(tight) })
}

// tight is the gap between replies where there are many or long ones.
const tight = 3

func (a *App) votesBesideFace(right *view.Node) *view.Node {
	right.Layout.Grow, right.Layout.Middle, right.Layout.Pad = 1, true, view.Edges{Top: 2, Right: 20, Bottom: 2, Left: 16}
	left := column("left", 10, append([]*view.Node{a.roomFace()}, a.besides()...)...)
	left.Children[0].Layout.Grow = 1
	body := &view.Node{Key: "body", Layout: view.Layout{Pad: view.Edges{Top: 4, Left: 16, Bottom: 4}}, Children: []*view.Node{left, right}}
	if a.class() == wide {
		body.Layout.Flow = view.Across
		left.Layout.Percent = 21
	} else {
		left.Children[0].Layout.Height = 150
		body.Layout.Pad.Right = 16
	}
	return a.stageOf("room-votes", body)
}

// votesAlone is the replies with all the width there is; how the vote stands
// goes to the top.
func (a *App) votesAlone(gap int) *view.Node {
	rows := a.offerRows(gap)
	rows.Layout.Pad = view.Edges{Top: 2, Right: 20, Bottom: 2, Left: 20}
	body := column("right", 0, rows)
	body.Layout.Middle = true
	n := a.stageOf("room-votes", body)
	besides := a.besides()
	if gap == tight && a.shop.s.Phase == room.Discuss { // only the clock, and no larger than it must be
		besides = besides[:1]
		besides[0].Style.Size = view.Wall
	}
	n.Children[0].Children = append(n.Children[0].Children, besides...)
	return n
}

// besides is what stands beside the replies: how it stands, and the timer.
func (a *App) besides() []*view.Node {
	s := a.shop.s
	var out []*view.Node
	if s.Phase == room.Discuss {
		out = append(out, a.timerView())
	}
	if says := a.voteWords(); says != "" {
		out = append(out, &view.Node{Key: "how", Role: view.Status, Text: says, Style: view.Style{Size: view.Wall, Bold: true}})
	}
	return out
}

// voteWords says in a few words how the vote stands.
func (a *App) voteWords() string {
	w := &a.shop
	s := w.s
	if w.deciding {
		return "Which one is said?"
	}
	split := s.Counts()
	switch s.Phase {
	case room.Vote, room.Ask:
		return w.comingIn()
	case room.Split, room.Discuss:
		lead := s.Leading()
		switch {
		case room.Sum(split) == 0:
			return "Nobody voted. The facilitator decides."
		case w.hidden() && len(lead) > 1:
			return fmt.Sprintf("%s, too few to show how they fell. %s tie. The facilitator decides.", votesWords(room.Sum(split)), lettersOf(lead))
		case w.hidden():
			return fmt.Sprintf("%s, too few to show how they fell. Most are for %s.", votesWords(room.Sum(split)), letter(lead[0]))
		case len(lead) > 1:
			return fmt.Sprintf("A tie: %s, %s each. The facilitator decides.", lettersOf(lead), votesWords(split[lead[0]]))
		}
		return fmt.Sprintf("%s, %s of %d", letter(lead[0]), votesWords(split[lead[0]]), room.Sum(split))
	}
	return ""
}

// comingIn is how many phones have voted.
func (w *workshop) comingIn() string {
	switch h := &w.host; {
	case !w.s.Phones:
		return ""
	case w.closing:
		return "Counting …"
	case h.Round == w.s.Vote:
		all := h.Here
		if len(w.s.Tables) > 1 {
			all = h.Tables[w.s.Turn]
		}
		return fmt.Sprintf("%d of %d", h.Votes, max(all, h.Votes))
	}
	return "…"
}

// hidden reports whether the split stays hidden: of so few phones somebody
// could be told apart. Hands everybody has seen.
func (w *workshop) hidden() bool {
	return w.s.Phones && room.Sum(w.s.Counts()) < room.Few
}

func lettersOf(offers []int) string {
	var out []string
	for _, i := range offers {
		out = append(out, letter(i))
	}
	if n := len(out); n > 1 {
		return strings.Join(out[:n-1], ", ") + " and " + out[n-1]
	}
	return strings.Join(out, "")
}

func votesWords(n int) string {
	if n == 1 {
		return "1 vote"
	}
	return fmt.Sprintf("%d votes", n)
}

// timerView is how long the discussion still has.
func (a *App) timerView() *view.Node {
	left := a.shop.s.Timer.Remaining(a.now)
	says := clock(left)
	n := &view.Node{Key: "timer", Role: view.Text, Text: says, Name: says + " left", Style: view.Style{Size: view.Display, Bold: true, Ink: view.Accent}}
	switch {
	case left == 0:
		n.Text, n.Name = "Time", "The time is up"
	case !a.shop.s.Timer.Runs:
		n.Text, n.Name = says+" (paused)", says+" left, paused"
	}
	return n
}

// clock is a time as minutes and seconds, the second it is in counted in full.
func clock(d time.Duration) string {
	s := int((d + time.Second - 1) / time.Second)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}

// offerRows are the replies with their letters.
func (a *App) offerRows(gap int) *view.Node {
	s := a.shop.s
	b := s.Talk.Beat(s.Now())
	list := &view.Node{Key: fmt.Sprintf("offers%d", s.Said()), Role: view.List, Name: "Replies", Layout: view.Layout{Gap: gap}}
	for i, r := range s.Offers() {
		words := b.Replies[r].Says
		row := a.offerRow(i, letter(i), words, debrief.Acts(words))
		row.Children[0].Layout.Pad.Top, row.Children[0].Layout.Pad.Bottom = (gap+1)/2, (gap+1)/2
		if gap == tight {
			a.tighten(row, i)
		}
		list.Children = append(list.Children, row)
	}
	return list
}

// tighten puts a row's bar under its number, where it takes no height. How it
// was before the discussion is in the debrief.
func (a *App) tighten(row *view.Node, i int) {
	line := row.Children[0]
	if len(row.Children) < 2 || len(line.Children) < 3 {
		return
	}
	count, bar := line.Children[2], row.Children[1]
	if len(count.Children) > 0 {
		count = count.Children[0]
	}
	if w := &a.shop; w.s.Phase == room.Split && w.typed == "" {
		count.Text, count.Name = strconv.Itoa(w.s.Counts()[i]), votesWords(w.s.Counts()[i])
	}
	count.Layout.Width, bar.Layout.Pad = 0, view.Edges{Top: 2}
	both := column("votes", 0, count, bar)
	both.Layout.Width = 62
	line.Children[2], row.Children = both, row.Children[:1]
}

// offerRow is one reply: its letter, its words, and, by phase, whether its
// hands are counted or how many votes it has. It is pressed to say it, or to
// enter its count.
func (a *App) offerRow(i int, mark, words string, acts bool) *view.Node {
	w := &a.shop
	s := w.s
	n := &view.Node{Key: strconv.Itoa(i), Role: view.ListItem}
	line := &view.Node{Key: "line", Layout: view.Layout{Flow: view.Across, Gap: 14, Pad: view.Edges{Top: 4, Right: 12, Bottom: 4, Left: 12}},
		Style: view.Style{Paper: view.Choice, Round: 10, Border: true}}
	switch {
	case w.deciding:
		line.Role, line.Press = view.Button, view.Action("room:say:"+strconv.Itoa(i))
	case s.Counting():
		line.Role, line.Press = view.Button, view.Action("room:row:"+strconv.Itoa(i))
		line.On = w.row == i && s.Phase != room.Split && s.Phase != room.Asked
	}
	text := &view.Node{Key: "words", Role: view.Text, Text: words, Style: view.Style{Size: view.Wall, Italic: acts}, Layout: view.Layout{Grow: 1}}
	line.Children = []*view.Node{
		{Key: "letter", Role: view.Text, Text: mark, Style: view.Style{Size: view.Wall, Bold: true, Ink: view.Accent}}, text}
	if c := a.countCell(i); c != nil {
		line.Children = append(line.Children, c)
	}
	n.Children = []*view.Node{line}
	if bar := a.countBar(i); bar != nil {
		n.Children = append(n.Children, bar)
	}
	return n
}

// countCell shows a count, or, while the vote is open, only that there is one.
func (a *App) countCell(i int) *view.Node {
	w := &a.shop
	s := w.s
	split := s.Counts()
	if split == nil || w.hidden() {
		return nil
	}
	n := &view.Node{Key: "count", Role: view.Text, Style: view.Style{Size: view.Wall, Bold: true}, Layout: view.Layout{Width: 62}}
	switch {
	case s.Phones && (s.Phase == room.Vote || s.Phase == room.Ask):
		return nil
	case w.row == i && w.typed != "":
		if n.Text = w.typed + "_"; w.notes == WindowOpen {
			n.Text, n.Name = strings.Repeat("•", len(w.typed)), "being counted" // it is read in the notes
		}
	case s.Phase == room.Vote || s.Phase == room.Ask:
		n.Style = view.Style{Ink: view.Quiet}
		n.Text = "counted"
		if split[i] == room.Uncounted {
			if n.Text = ""; w.row == i {
				n.Text = "count …"
			}
		}
	default:
		n.Text, n.Name = strconv.Itoa(split[i]), votesWords(split[i])
		if s.Second && !(s.Phones && few(s.Splits[0])) {
			n.Key, n.Name, n.Layout = "now", fmt.Sprintf("%d before, %d now", s.Splits[0][i], split[i]), view.Layout{}
			was := &view.Node{Key: "was", Role: view.Text, Text: fmt.Sprintf("was %d", s.Splits[0][i]), Silent: true, Style: view.Style{Size: view.Wall, Ink: view.Quiet}}
			return &view.Node{Key: "count", Layout: view.Layout{Width: 96}, Children: []*view.Node{n, was}}
		}
	}
	return n
}

// countBar is a count as a bar, as long as its share of the greatest.
func (a *App) countBar(i int) *view.Node {
	s := a.shop.s
	split := s.Counts()
	if s.Phase != room.Split && s.Phase != room.Discuss && s.Phase != room.Asked || split == nil || a.shop.hidden() {
		return nil
	}
	most := 1
	for _, n := range split {
		most = max(most, n)
	}
	bar := &view.Node{Key: "bar", Silent: true, Layout: view.Layout{Flow: view.Across, Height: 9, Pad: view.Edges{Top: 2, Left: 12, Right: 12}}}
	if share := 100 * split[i] / most; share > 0 {
		paper := view.AccentPaper
		if split[i] < most {
			paper = view.Own
		}
		bar.Children = append(bar.Children, &view.Node{Key: "fill", Silent: true, Style: view.Style{Paper: paper, Round: 3, Border: split[i] < most}, Layout: view.Layout{Percent: share}})
	}
	bar.Children = append(bar.Children, &view.Node{Key: "rest", Silent: true, Layout: view.Layout{Grow: 1}})
	return bar
}

// trustLevels are the answers to how much they trust us, 1 to 5.
var trustLevels = [room.Levels]string{"Not at all", "A little", "So far, so good", "A good deal", "Completely"}

func (a *App) trustQuestion() string {
	s := a.shop.s
	return "How much does " + debrief.FirstName(s.Talk.Client) + " trust us now?"
}

// roomAsks is the room's reading: voted on like a reply, and kept for the
// debrief.
func (a *App) roomAsks() *view.Node {
	s := a.shop.s
	list := &view.Node{Key: "levels", Role: view.List, Name: "Answers", Layout: view.Layout{Gap: 7}}
	for i, l := range trustLevels {
		list.Children = append(list.Children, a.offerRow(i, strconv.Itoa(i+1), l, false))
	}
	right := column("right", 12, heading2("ask", a.trustQuestion()), list)
	if says := a.shop.comingIn(); s.Phase == room.Ask && says != "" {
		right.Children = append(right.Children, &view.Node{Key: "how", Role: view.Status, Text: says, Style: view.Style{Size: view.Wall, Bold: true}})
	}
	if s.Phase == room.Asked {
		r := room.Reading{}
		copy(r.Counts[:], s.Counts())
		says := "Nobody answered."
		if x, ok := r.Level(); ok && a.shop.hidden() {
			says = votesWords(room.Sum(r.Counts[:])) + ", too few to show what they say."
		} else if ok {
			says = fmt.Sprintf("The room says %d: %s. Whether that is so, the debrief will show.", x+1, lower(trustLevels[x]))
		}
		right.Children = append(right.Children, &view.Node{Key: "how", Role: view.Status, Text: says, Style: view.Style{Size: view.Wall}})
	}
	right.Layout.Grow, right.Layout.Middle, right.Layout.Pad = 1, true, view.Edges{Top: 4, Right: 24, Bottom: 4, Left: 20}
	body := a.besideFace(right)
	if a.class() == wide {
		body.Children[0].Layout.Percent = 26
	}
	return a.stageOf("room-asks", body)
}
