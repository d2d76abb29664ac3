package screens

import (
	"strconv"
	"strings"
	"time"

	"earned/game/room"
)

// workshop is a conversation held by a room: what is shown on the projector.
// What the room has come to is the session; the rest is how it is shown.
type workshop struct {
	plan     plan
	s        *room.Session // nil: none was begun
	row      int           // the offer whose hands are being entered
	typed    string        // its digits, not entered yet
	page     int           // of an ending, which may take several
	reads    bool          // there is another page after it
	deciding bool          // which reply is said is about to be pressed
	blank    bool          // the room sees nothing
	menu     bool          // what else can be done is shown
	noKeys   bool          // single keys do nothing
	table    int           // whose debrief is open
	way      int
	did      string // what was just done, to be said once
	notes    Window
	display  Displays
	host     Status
	lobby    bool              // phones are coming in
	closing  bool              // the phones' vote was closed, and its counts are on their way
	takes    bool              // a room is being taken over from another laptop
	told     map[string]string // what the server was last told on this connection, by what it is to do
	saved    string            // what was last given to storage
	broken   string            // why the workshop that was kept cannot go on

	takeCode, takeSecret string
}

// inWorkshop reports whether the screen is one of a workshop's.
func inWorkshop(p Place) bool { return p == Planning || p == Script || p == Rooming || p == Review }

// KeyRoom is the name under which the workshop is kept, apart from the
// player's own: it may be taken up on another laptop.
const KeyRoom = "earned.room"

// KeyHost is the name under which page/host.js keeps which room on the server
// this browser holds, and its secret.
const KeyHost = "earned.host"

// pressRoom is what the presses of a workshop do: "room:" and what is meant. What
// the last one did has been said by then.
func (a *App) pressRoom(act string) bool {
	did := a.shop.did
	a.shop.did = ""
	if verb, arg, _ := strings.Cut(act, ":"); a.pressShop(verb, arg) {
		return true
	}
	a.shop.did = did
	return false
}

func (a *App) pressShop(verb, arg string) bool {
	w := &a.shop
	switch a.at {
	case Title, Noticed:
		return verb == "open" && a.openWorkshop()
	case Planning:
		return a.pressPlan(verb, arg)
	case Script:
		if verb == "plan" {
			a.at = Planning
			return true
		}
		return false
	}
	switch verb {
	case "leave":
		a.at, w.menu, w.blank = Title, false, false
		a.closeDebrief()
		return true
	case "plan":
		a.at, w.menu, w.blank = Planning, false, false
		a.closeDebrief()
		return true
	case "notes":
		return a.openNotes()
	case "return":
		return a.roomReturn(arg)
	}
	if a.at == Review {
		return a.pressReview(verb, arg) || verb == "end" && a.pressHost(verb, arg)
	}
	return a.pressRound(verb, arg)
}

// workshopWord is the part after "#" of a link to the workshop.
const workshopWord = "workshop"

// followToWorkshop opens the workshop from wherever the player is. What is in
// progress is kept.
func (a *App) followToWorkshop() bool {
	if inWorkshop(a.at) {
		return true
	}
	if a.whatIf() {
		return false
	}
	a.over = Title
	a.home()
	a.at = Title
	a.openWorkshop()
	a.save()
	a.changed()
	return true
}

// openWorkshop opens the workshop that is going on, or else the choice of one.
func (a *App) openWorkshop() bool {
	a.at = Planning
	if a.shop.s != nil {
		a.toRoom()
		a.resumeHost()
	}
	return true
}

// toRoom shows the session, where it stands.
func (a *App) toRoom() {
	a.at = Rooming
	if a.shop.s.Phase == room.Over {
		a.review(0, -1)
	}
	a.agree()
}

// pressRound is what happens within a round.
func (a *App) pressRound(verb, arg string) bool {
	w, s := &a.shop, a.shop.s
	now := a.now
	n, err := strconv.Atoi(arg)
	switch verb {
	case "blank":
		w.blank = !w.blank
		return true
	case "menu":
		w.menu = !w.menu
		return true
	case "on":
		return a.forward()
	case "off":
		return a.backward()
	case "say":
		return err == nil && a.roomSay(n)
	case "decide":
		w.deciding = !w.deciding && (s.Phase == room.Read || s.Phase == room.Split || s.Phase == room.Discuss)
		return true
	case "vote":
		return a.stepped(s.Open())
	case "again":
		return a.stepped(s.Again())
	case "ask":
		return a.stepped(s.AskReading())
	case "row":
		return err == nil && a.chooseRow(n)
	case "count":
		row, votes, ok := twoNumbers(arg)
		return ok && s.Count(row, votes)
	case "timer":
		return s.Turned(now)
	case "minute":
		return s.Add(now, time.Minute)
	}
	return a.pressHost(verb, arg)
}

func twoNumbers(s string) (int, int, bool) {
	l, r, _ := strings.Cut(s, "-")
	n, err := strconv.Atoi(l)
	m, err2 := strconv.Atoi(r)
	return n, m, err == nil && err2 == nil
}

// stepped is called after every step of the session: what is shown begins
// anew with it.
func (a *App) stepped(ok bool) bool {
	if !ok {
		return false
	}
	w := &a.shop
	w.row, w.typed, w.page, w.deciding, w.menu, w.blank, w.closing = 0, "", 0, false, false, false, false
	if w.s.Phase == room.Over {
		a.review(0, -1)
	}
	a.agree()
	return true
}

// forward is the one key of a clicker: on to what comes next.
func (a *App) forward() bool {
	w, s := &a.shop, a.shop.s
	switch {
	case w.blank:
		w.blank = false
		return true
	case w.menu:
		w.menu = false
		return true
	case w.lobby:
		w.lobby = false
		return true
	case w.typed != "":
		return a.enterCount()
	case s.Phase == room.Read:
		return a.stepped(s.Open())
	case s.Phase == room.Vote, s.Phase == room.Ask:
		if s.Phones {
			return a.closeVote()
		}
		return a.stepped(s.Reveal())
	case s.Phase == room.Split && !s.Second:
		return a.stepped(s.StartDiscussion(a.now))
	case s.Phase == room.Split:
		if l := s.Leading(); len(l) == 1 {
			return a.roomSay(l[0])
		}
		w.deciding = true
		return true
	case s.Phase == room.Discuss:
		return a.stepped(s.Open())
	case s.Phase == room.Ended && w.page+1 < len(a.endedPages()), s.Phase == room.Scene && w.page+1 < len(a.scenePages()):
		w.page++
		return true
	}
	return a.stepped(s.Go())
}

// backward is a step back, to see again or to put right.
func (a *App) backward() bool {
	w := &a.shop
	switch {
	case w.blank:
		w.blank = false
	case w.menu:
		w.menu = false
	case w.deciding:
		w.deciding = false
	case w.typed != "":
		w.typed = ""
	case w.page > 0:
		w.page--
	default:
		if !a.stepped(w.s.Back()) {
			return false
		}
		if w.s.Phase == room.Scene { // back to its last page
			w.page = len(a.scenePages()) - 1
		}
	}
	return true
}

// roomSay says a reply to the client.
func (a *App) roomSay(offer int) bool {
	return a.stepped(a.shop.s.Say(offer))
}

// roomReturn goes back to a moment: "table-moment".
func (a *App) roomReturn(arg string) bool {
	table, moment, ok := twoNumbers(arg)
	w := &a.shop
	if !ok || w.s == nil || !w.s.Return(table, moment) {
		return false
	}
	if a.at == Review {
		a.closeDebrief()
		a.at = Rooming
	}
	return a.stepped(true)
}
