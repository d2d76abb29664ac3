package screens

import (
	"fmt"
	"strconv"

	"earned/game/debrief"
	"earned/game/room"
	"earned/game/view"
)

// step is something that can be done now, offered at the foot of the
// projector's screen and in the notes window.
type step struct {
	key, text string
	press     view.Action
}

// steps are what can be done now; the first is what the clicker does.
func (a *App) steps() []step {
	w := &a.shop
	s := w.s
	if s == nil {
		return nil
	}
	if w.lobby && s.Phones {
		lock := step{"lock", "Lock the room", "room:lock"}
		if w.host.Locked {
			lock = step{"unlock", "Unlock the room", "room:unlock"}
		}
		return []step{{"on", "Begin with those who are here", "room:on"}, lock}
	}
	if w.deciding {
		return []step{{"undecide", "Not yet", "room:decide"}}
	}
	at := step{"decide", "Say one at once", "room:decide"}
	switch s.Phase {
	case room.Scene:
		if w.reads {
			return []step{{"on", "Read on", "room:on"}}
		}
		return []step{{"on", "Hear " + debrief.FirstName(s.Talk.Client), "room:on"}}
	case room.Read:
		return []step{{"on", "Show the replies and vote", "room:on"}, at, {"ask", "Ask how much they trust us", "room:ask"}}
	case room.Vote, room.Ask:
		out := []step{{"on", "Reveal the split", "room:on"}}
		if s.Phase == room.Ask && room.Sum(s.Counts()) == 0 && !s.Phones {
			out[0].text = "Pass over this"
		}
		return append(out, step{"again", "Start this vote over", "room:again"})
	case room.Split:
		if !s.Second {
			out := []step{{"on", "Discuss", "room:on"}, {"vote", "Vote again", "room:vote"}}
			return append(out, a.sayStep(), step{"again", "Start this vote over", "room:again"})
		}
		first := a.sayStep()
		over := step{"again", "Start this vote over", "room:again"}
		if first.key != "say" {
			return []step{first, over}
		}
		return []step{{"on", first.text, "room:on"}, {"decide", "Say another", "room:decide"}, over}
	case room.Discuss:
		pause := step{"timer", "Pause the timer", "room:timer"}
		if !s.Timer.Runs {
			pause.text = "Let the timer run"
		}
		return []step{{"on", "Vote again", "room:on"}, pause, {"minute", "One minute more", "room:minute"}, a.sayStep()}
	case room.Asked:
		return []step{{"on", "Go on", "room:on"}, {"again", "Start this vote over", "room:again"}}
	case room.Ended:
		return []step{{"on", a.endedNext(), "room:on"}}
	}
	return nil
}

// sayStep says what leads, or leads to the choice.
func (a *App) sayStep() step {
	if l := a.shop.s.Leading(); len(l) == 1 {
		return step{"say", "Say " + letter(l[0]), view.Action(fmt.Sprintf("room:say:%d", l[0]))}
	}
	return step{"decide", "Decide which is said", "room:decide"}
}

func (a *App) endedNext() string {
	s := a.shop.s
	if a.shop.reads {
		return "Read on"
	}
	if len(s.Tables) > 1 && !s.Tables[1-s.Turn].Way().Run.End.Over() {
		return fmt.Sprintf("On with table %d", 2-s.Turn)
	}
	return "The debrief"
}

// roomFoot is for the facilitator: what the keys do, and the same to press.
func (a *App) roomFoot() *view.Node {
	w := &a.shop
	s := w.s
	acts := &view.Node{Key: "acts", Layout: view.Layout{Flow: view.Wrap, Gap: 4}}
	for i, st := range a.steps() {
		b := small(st.key, st.text, st.press)
		b.Style.Bold = i == 0
		acts.Children = append(acts.Children, b)
	}
	if a.class() == upright && s.Counting() { // there may be no keys
		n := max(s.Counts()[w.row], 0)
		name := a.rowName(w.row)
		acts.Children = append(acts.Children, small("more", name+": one more", view.Action(fmt.Sprintf("room:count:%d-%d", w.row, n+1))))
		if n > 0 {
			acts.Children = append(acts.Children, small("less", name+": one less", view.Action(fmt.Sprintf("room:count:%d-%d", w.row, n-1))))
		}
	}
	acts.Children = append(acts.Children, small("menu", "More …", "room:menu"))
	keys := &view.Node{Key: "keys", Role: view.Text, Text: a.keysWords(), Style: view.Style{Size: view.Small, Ink: view.Quiet}, Layout: view.Layout{Grow: 1}}
	n := &view.Node{Key: "foot", Layout: view.Layout{Flow: view.Wrap, Gap: 6, Centre: true, Pad: view.Edges{Top: 0, Right: 12, Bottom: 4, Left: 20}},
		Children: []*view.Node{keys, acts}}
	if link := a.linkView(); link != nil {
		n.Children = append(n.Children, link)
	}
	if w.did != "" {
		n.Children = append(n.Children, &view.Node{Key: "did", Role: view.Status, Text: w.did, Style: view.Style{Size: view.Small}})
	}
	return n
}

// keysWords is the line of help.
func (a *App) keysWords() string {
	w := &a.shop
	says := "Page Down: on. Page Up: back."
	if w.noKeys {
		return says
	}
	switch s := w.s; {
	case w.deciding:
		return "A letter says that reply. Page Up: not yet."
	case s.Counting() && (s.Phase == room.Ask || s.Phase == room.Asked):
		says += " Digits, Enter: hands, 1 to 5 in turn. B: blank."
	case s.Counting():
		says += " A letter, digits, Enter: its hands. Full stop: blank."
	case s.Phase == room.Discuss:
		says += " T: timer. B: blank."
	default:
		says += " B: blank."
	}
	return says
}

// keysHelp is every key there is.
func (w *workshop) keysHelp() *view.Node {
	list := &view.Node{Key: "list", Role: view.List, Name: "Keys", Layout: view.Layout{Gap: 4}}
	for i, says := range [...]string{
		"Page Down, right, down, or a clicker’s forward: on to what comes next.",
		"Page Up, left, up, or a clicker’s back: a step back, to see again or to put right.",
		"A letter, then digits, then Enter: how many hands that reply has. Without a letter, the next in turn. Backspace takes a digit back.",
		"B, or the full stop: a blank screen, and back. While hands are counted B is a reply, and the full stop blanks.",
		"T: the discussion’s timer is paused, or runs on.",
		"Escape: not this, after all.",
	} {
		if i < 2 || i == 5 || !w.noKeys {
			list.Children = append(list.Children, bullet(strconv.Itoa(i), says))
		}
	}
	return column("keys", 8, heading("title", 2, "Keys"), list)
}

// menuView is what else can be done; the room sees it for as long as it is
// open.
func (a *App) menuView() *view.Node {
	w := &a.shop
	s := w.s
	col := []*view.Node{
		title("More"),
		row("act", primary("back", "Back to the round", "room:menu"), secondary("notes", "Open the notes window", "room:notes"),
			secondary("plan", "Another workshop", "room:plan"), secondary("leave", "Leave it for now", "room:leave")),
		quiet("kept", "Everything is kept in this browser: a closed lid or a crash comes back to this very round."),
		w.notesSaid(), para("mirrors", w.display.words()), w.keysHelp(),
	}
	col = append(col, a.phonesMenu(false))
	for i := range s.Tables {
		col = append(col, a.momentsToReturn(i))
	}
	return a.page("room-menu", col...)
}

// momentsToReturn are the moments of a table's way, to go back to.
func (a *App) momentsToReturn(table int) *view.Node {
	s := a.shop.s
	h := a.roomHeld(table)
	if len(h.moments) <= s.From {
		return nil
	}
	name := "Go back to a moment, and answer otherwise"
	if len(s.Tables) > 1 {
		name = fmt.Sprintf("Table %d: %s", table+1, lower(name))
	}
	list := &view.Node{Key: "list", Role: view.List, Name: name, Layout: view.Layout{Gap: 8}}
	for i := s.From; i < len(h.moments); i++ {
		b := secondary("go", fmt.Sprintf("%d. %s", i+1, h.said(i).Says), view.Action(fmt.Sprintf("room:return:%d-%d", table, i)))
		b.Name = fmt.Sprintf("Go back to reply %d: %s", i+1, h.said(i).Says)
		list.Children = append(list.Children, &view.Node{Key: fmt.Sprint(i), Role: view.ListItem, Children: []*view.Node{b}})
	}
	n := column(fmt.Sprintf("table%d", table), 8, heading("title", 2, name), list)
	if len(s.Tables[table].Ways) >= room.MaxWays {
		n.Children = append(n.Children[:1], para("full", fmt.Sprintf("There are %d ways kept already, and no room for another.", room.MaxWays)))
	}
	return n
}
