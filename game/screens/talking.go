package screens

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"earned/game/debrief"
	"earned/game/talk"
	"earned/game/view"
	"earned/scenarios"
)

// talkView is the conversation: the client as they are seen, what was said,
// and what may be answered. It shows no number and no label of trust.
func (a *App) talkView() *view.Node {
	face := a.face()
	words := &view.Node{Key: "words", Layout: view.Layout{Grow: 1, Gap: 12, Pad: a.wordsMargin()}}
	words.Children = present([]*view.Node{a.whatIfBanner(), a.log(), a.answers()})
	body := &view.Node{Key: "body", Layout: view.Layout{Grow: 1}, Children: []*view.Node{face, words}}
	if a.class() == wide {
		body.Layout.Flow = view.Across
		face.Layout.Percent = 42
	} else {
		face.Layout.Percent = 34
	}
	return a.screen("talk", body)
}

func (a *App) wordsMargin() view.Edges {
	if a.class() == upright {
		return view.Edges{Top: 10, Right: 14, Bottom: 12, Left: 14}
	}
	return view.Edges{Top: 12, Right: 32, Bottom: 24, Left: 28}
}

// turn is which state is shown: the one now, or, while the player is asked how
// a meeting went, the last of that meeting.
func (a *App) turn() int {
	n := len(a.held.moments)
	if a.at == Asking && a.held.opens() {
		return n - 1
	}
	return n
}

// face is the client as they are seen just now.
func (a *App) face() *view.Node {
	h := a.held
	s := h.state(a.turn())
	p := portraitOf(h.Talk, s)
	p.Speaking = a.pace.speaking()
	return &view.Node{Key: "client", Role: view.Image, Name: "Client: " + seenIn(h.Talk, s), Picture: p, Layout: view.Layout{MinHeight: 120}}
}

// portraitOf is the picture of a client at a state of a conversation that goes
// on.
func portraitOf(t *talk.Talk, s talk.State) view.Picture {
	return view.Picture{Kind: view.Portrait, Figure: t.Client.Figure, Feels: uint8(feelsIn(t, s)), Trust: s.Trust.Trust,
		Setting: uint8(t.Meeting(s).Setting)}
}

func feelsIn(t *talk.Talk, s talk.State) scenarios.Feeling {
	if l := t.Line(s); l.Feels != scenarios.NoFeeling {
		return l.Feels
	}
	return t.Beat(s).Feels
}

// log is everything said so far, the newest last and largest.
func (a *App) log() *view.Node {
	h, n := a.held, a.turn()
	log := &view.Node{Key: "log", Role: view.Log, Name: "Conversation", Layout: view.Layout{Gap: 10}}
	add := func(c *view.Node) {
		if c != nil {
			log.Children = append(log.Children, c)
		}
	}
	for i := 0; i <= n; i++ {
		if m := h.meeting(i); i == 0 || m != h.meeting(i-1) {
			add(a.sceneLine(i, &h.Conversation.Meetings[m]))
		}
		add(a.clientWords(i, i == n && n == len(h.moments)))
		if i < len(h.moments) {
			add(a.ownWords("y"+strconv.Itoa(i), h.said(i).Says))
		}
	}
	log.Children[len(log.Children)-1].Lead = true
	// What there is to read stands at the foot, next to the replies.
	foot := &view.Node{Key: "room", Silent: true, Layout: view.Layout{Grow: 1}}
	return &view.Node{Key: "said", Layout: view.Layout{Scroll: true, End: true, Grow: 1, MinHeight: a.newestHeight(n)}, Children: []*view.Node{foot, log}}
}

func (a *App) sceneLine(i int, m *scenarios.Meeting) *view.Node {
	says := m.Title
	if m.Opens != "" {
		says += ". " + m.Opens
	}
	return &view.Node{Key: "m" + strconv.Itoa(i), Role: view.Text, Text: says, Style: view.Style{Size: view.Small, Italic: true, Ink: view.Quiet}}
}

// clientWords is the client's line at the i-th state, and the tell that goes
// with it.
func (a *App) clientWords(i int, newest bool) *view.Node {
	h := a.held
	says := &view.Node{Key: "words", Role: view.Text, Text: h.Line(h.state(i)).Says, Style: view.Style{Paper: view.Spoken, Round: 14},
		Layout: bubble}
	if newest {
		says.Style.Size = view.Large
		says.Shown = a.pace.runes()
	}
	n := column("c"+strconv.Itoa(i), 6, &view.Node{Key: "who", Role: view.Text, Text: h.Client.Name + ":", Unseen: true}, says)
	if !newest {
		n.Layout.Pad.Right = aside
	}
	if seen := h.Line(h.state(i)).Seen; newest && seen != "" { // the twin has it as the picture's name
		n.Children = append(n.Children, &view.Node{Key: "seen", Role: view.Text, Text: seen, Silent: true, Style: view.Style{Italic: true, Ink: view.Quiet},
			Layout: view.Layout{Pad: view.Edges{Left: 14, Right: 14}}})
	}
	if i > 0 {
		if tell := h.tell(i); tell != "" {
			n.Children = append(n.Children, &view.Node{Key: "tell", Role: view.Text, Text: tell, Style: view.Style{Paper: view.Spoken, Round: 14}, Layout: bubble})
		}
	}
	return n
}

// newestHeight is about how high the newest words are, in units, so that they
// are all in sight before the picture gets its share; above them what the
// player said last, on a phone, where nothing but the picture has to give way.
func (a *App) newestHeight(i int) int {
	w, _ := a.room()
	if a.class() == wide {
		w *= 0.58
	}
	perLine := max(int((w-70)/10.5), 8)
	l := a.held.Line(a.held.state(i))
	lines := 1 + utf8.RuneCountInString(l.Says)/perLine
	if l.Seen != "" {
		lines += 1 + utf8.RuneCountInString(l.Seen)/perLine
	}
	high := lines*29 + 24
	if i > 0 && a.class() == upright && a.at == Talking && !a.held.whatIf() && !a.kept.settings.Practice && len(a.held.beat(i).Voice) == 0 {
		perLine = max(int((w-70-aside)/8.5), 8) // smaller letters
		high += (1+utf8.RuneCountInString(a.held.said(i-1).Says)/perLine)*25 + 26
	}
	return high
}

// answers is what the player may say or is asked.
func (a *App) answers() *view.Node {
	if a.at == Asking {
		return a.askView()
	}
	h := a.held
	n := len(h.moments)
	b := h.beat(n)
	group := &view.Node{Key: "replies", Role: view.Group, Name: "Your replies", Layout: view.Layout{Gap: 8}}
	for k, i := range h.Order(h.run.Seed, h.now(), nil) {
		r := &b.Replies[i]
		reply := &view.Node{Key: fmt.Sprintf("%d-%s", n, r.ID), Role: view.Button, Text: r.Says,
			Press: view.Action("reply:" + r.ID), Digit: k + 1, Focus: k == 0, Style: choiceStyle, Layout: replyLayout}
		reply.Style.Italic = debrief.Acts(r.Says)
		group.Children = append(group.Children, reply)
	}
	return column("answers", 8, a.lastTime(n), a.hint(b), a.voiceView(b), group)
}

var replyLayout = bubble

// lastTime recalls, where a what-if leaves the record, what was said there.
func (a *App) lastTime(n int) *view.Node {
	if !a.held.whatIf() || n != a.held.from || a.look == nil || n >= len(a.look.moments) {
		return nil
	}
	return quiet("last", "Last time you said: "+debrief.Quoted(a.look.said(n).Says))
}

// hints, for practice, by what the client needs. None names a move.
var hints = [...]string{
	scenarios.BeHeard:     "Before anything else, what would show that you took in what was just said, and what it was like?",
	scenarios.BeTold:      "There is something to be known here. What would you want to know, in that chair, however it sounds?",
	scenarios.BeShown:     "Words have been heard before. What could be seen, or checked without you?",
	scenarios.BeLeftAlone: "Who needs the next minute more, you or they?",
}

func (a *App) hint(b *scenarios.Beat) *view.Node {
	if !a.kept.settings.Practice || int(b.Needs) >= len(hints) {
		return nil
	}
	return quiet("hint", hints[b.Needs])
}

// voiceView is the player's inner voice, and the better sentence that answers
// it (R4).
func (a *App) voiceView(b *scenarios.Beat) *view.Node {
	if len(b.Voice) == 0 {
		return nil
	}
	n := column("voice", 6)
	for i := range b.Voice {
		v := &b.Voice[i]
		key := strconv.Itoa(i)
		n.Children = append(n.Children, &view.Node{Key: "says" + key, Role: view.Text, Text: "A voice in you: “" + v.Says + "”", Style: view.Style{Italic: true, Size: view.Small}})
		if i >= a.voice {
			n.Children = append(n.Children, row("act", small("answer", "Answer it", "voice")))
			break
		}
		n.Children = append(n.Children, &view.Node{Key: "answer" + key, Role: view.Text, Text: "“" + v.Answer + "”", Style: view.Style{Bold: true, Size: view.Small}})
	}
	return n
}

func (a *App) answerVoice() bool {
	if a.at != Talking || a.voice >= len(a.held.beat(len(a.held.moments)).Voice) {
		return false
	}
	a.voice++
	return true
}
