package screens

import (
	"fmt"

	"earned/game/debrief"
	"earned/game/room"
)

// Status is how the room on the server stands, as it was last told: what a
// workshop with phones needs to know. Without a server all is nought.
type Status struct {
	Asked    bool   // the server was asked whether it hosts rooms
	Known    bool   // and has answered
	Rooms    bool   // it does
	Why      string // why it does not, or which address phones reach it by: a sentence
	Link     Link
	Refused  string // what the server would not do, and why
	Code     string
	Secret   string // the host's; never shown to the room
	Join     string // the address that phones open
	QR       string // the same: rows of 0 and 1, 1 dark, apart by "/"
	Seats    int
	Here     int    // phones connected
	Tables   [2]int // seats at each
	Locked   bool
	Round    int
	Open     bool
	Revealed bool // its answers are on the wall, as phones know
	Votes    int
	Counts   []int  // of the round; nil while they are not final
	Kept     string // the workshop as another laptop left it
	Missed   int    // messages that the server did not take: when there are more, what it lacks is said again
}

// Link is how this laptop stands to the room.
type Link uint8

// The links.
const (
	NoLink Link = iota
	Connecting
	Linked
	LinkLost  // it is being sought again
	Elsewhere // another laptop has taken the room
	LinkRefused
	RoomOver
)

// HostMessage is what the server, or the page's own part of it, is to do.
type HostMessage struct {
	// Do is begin (ask whether rooms are hosted), make, take, resume (what this
	// browser held), leave, or one of the server's: open, close, reveal, lock,
	// unlock, remove, say, keep, take-back, end.
	Do           string
	Round        int
	Kind, Asks   string
	Offers       []string
	Table, Seat  int
	Text, State  string
	Code, Secret string
}

func (a *App) host(m HostMessage) { a.effect(Effect{Kind: Hosting, Host: &m}) }

func (w *workshop) phonesWords() string {
	h := &w.host
	switch {
	case w.plan.phones && !h.Known:
		return "Asking this server whether it can host phones …"
	case !h.Known || h.Rooms:
		return ""
	}
	return h.Why
}

// choosePhones asks for votes by phone: only now is the server asked whether it
// hosts rooms, and again where it does not: it may be back.
func (a *App) choosePhones(phones bool) bool {
	w := &a.shop
	w.plan.phones = phones
	if asking := w.host.Asked && !w.host.Known; phones && !w.host.Rooms && !asking {
		a.askHost()
	}
	return true
}

func (a *App) askHost() {
	a.shop.host.Asked, a.shop.host.Known = true, false
	a.host(HostMessage{Do: "begin"})
}

// SetStatus tells how the room on the server stands, when that changes.
func (a *App) SetStatus(st Status) {
	w := &a.shop
	if w.host.Link != Linked || st.Code != w.host.Code || st.Missed != w.host.Missed {
		w.told = nil
	}
	if st.Refused != "" && st.Refused != w.host.Refused {
		w.did = "" // it was not
	}
	st.Asked = w.host.Asked
	if !st.Known {
		st.Known, st.Rooms, st.Why = w.host.Known, w.host.Rooms, w.host.Why
	}
	kept := st.Kept
	st.Kept = ""
	w.host = st
	if st.Known && !st.Rooms && w.plan.phones && w.s == nil {
		w.plan.phones = false
	}
	if w.takes && st.Link == Linked {
		if w.takes = false; a.at == Planning { // and nothing else was begun meanwhile
			a.takeOver(kept)
		}
	}
	a.agree()
	a.save()
	a.changed()
}

// takeOver goes on with a workshop that another laptop has left.
func (a *App) takeOver(kept string) {
	host, display := a.shop.host, a.shop.display
	if kept == "" {
		a.shop.did = "That room has not begun a workshop yet: begin one here."
		return
	}
	was := a.shop
	if err := a.readRoom(kept); err != nil || a.shop.s == nil {
		a.shop = was
		a.shop.did = "What the other laptop has left cannot be read here. Is this the same version of the game?"
		return
	}
	a.shop.host, a.shop.display = host, display
	a.toRoom()
}

// agree has the server do what this session needs of it, and takes what it has
// to tell. It is called whenever either has changed, so that whatever was lost
// on the way is said again.
func (a *App) agree() {
	w := &a.shop
	s, h := w.s, &w.host
	if !a.hosts() {
		return
	}
	open := s.Phase == room.Vote || s.Phase == room.Ask
	if open && h.Round > s.Vote { // a round that was begun and not kept
		s.Renumber(h.Round + 1)
	}
	switch seen := s.Phase == room.Split || s.Phase == room.Asked; {
	case open && h.Round < s.Vote:
		a.openVote()
	case h.Open && (!open || w.closing):
		a.once(HostMessage{Do: "close", Round: h.Round})
	case open && !h.Open && h.Counts != nil && s.Counted(h.Round, h.Counts):
		a.stepped(true)
	case seen && !h.Revealed && h.Round == s.Vote:
		a.once(HostMessage{Do: "reveal", Round: s.Vote})
	}
	a.tellSaid()
}

// hosts reports whether the room on the server follows this session now.
func (a *App) hosts() bool {
	w := &a.shop
	return w.s != nil && w.s.Phones && w.host.Link == Linked && (a.at == Rooming || a.at == Review)
}

// once sends a message unless it was the last of its kind on this connection.
func (a *App) once(m HostMessage) {
	w := &a.shop
	what := fmt.Sprint(m.Round, m.Text, m.State)
	if w.told[m.Do] == what {
		return
	}
	if w.told == nil {
		w.told = map[string]string{}
	}
	w.told[m.Do] = what
	a.host(m)
}

// openVote opens the session's vote on the phones.
func (a *App) openVote() {
	s := a.shop.s
	m := HostMessage{Do: "open", Round: s.Vote, Kind: "reply"}
	if len(s.Tables) > 1 {
		m.Table = s.Turn + 1
	}
	name := debrief.FirstName(s.Talk.Client)
	if s.Phase == room.Ask {
		m.Kind, m.Asks, m.Offers = "reading", a.trustQuestion(), trustLevels[:]
	} else {
		m.Asks = name + ": “" + s.Talk.Line(s.Now()).Says + "”"
		b := s.Talk.Beat(s.Now())
		for _, r := range s.Offers() {
			m.Offers = append(m.Offers, b.Replies[r].Says)
		}
	}
	a.once(m)
}

// closeVote ends the vote on the phones; its counts come with a later status.
func (a *App) closeVote() bool {
	w := &a.shop
	if w.host.Link != Linked {
		w.did = "There is no connection to the server just now. The votes are kept there; this goes on as soon as it is back."
		return true
	}
	w.closing = true
	a.agree()
	return true
}

// tellSaid shows on the phones what the room has said, until it votes again.
func (a *App) tellSaid() {
	s := a.shop.s
	if n := s.Said(); n > 0 && (s.Phase == room.Read || s.Phase == room.Scene || s.Phase == room.Ended) {
		h := a.roomHeld(s.Turn)
		a.once(HostMessage{Do: "say", Round: s.Vote, Text: "Said: " + debrief.Quoted(h.said(n-1).Says) + " Look up."})
	}
}

// keepAtHost gives the server the workshop, for another laptop.
func (a *App) keepAtHost(kept string) {
	if a.hosts() && len(kept) <= room.MaxKept {
		a.once(HostMessage{Do: "keep", State: kept})
	}
}

// makeRoom has the server open a room of its own for this session.
func (a *App) makeRoom() {
	w := &a.shop
	w.host.Link, w.host.Code, w.host.QR, w.closing, w.takes = Connecting, "", "", false, false
	a.host(HostMessage{Do: "make"})
}

// pressHost is what concerns the room on the server.
func (a *App) pressHost(verb, arg string) bool {
	w := &a.shop
	if w.s == nil || !w.s.Phones {
		return false
	}
	switch verb {
	case "seated":
		if !w.lobby {
			return false
		}
		w.lobby = false
	case "lobby":
		w.lobby, w.menu = true, false
	case "lock", "unlock", "end":
		a.host(HostMessage{Do: verb})
	case "remove":
		n, err := number(arg, 1<<14)
		if err != nil || n < 1 {
			return false
		}
		a.host(HostMessage{Do: "remove", Seat: n})
		w.did = fmt.Sprintf("Seat %d was taken away.", n)
	case "take-back":
		a.host(HostMessage{Do: "take-back"})
	case "make":
		a.makeRoom()
	case "hands":
		w.s.Phones = false
		w.lobby = false
		a.host(HostMessage{Do: "leave"})
		if w.s.Phase == room.Vote || w.s.Phase == room.Ask {
			w.s.Again()
		}
	default:
		return false
	}
	return true
}

// resumeHost goes on with the room on the server that this browser held.
func (a *App) resumeHost() {
	w := &a.shop
	if w.s != nil && w.s.Phones && (w.takes || w.host.Link == NoLink) {
		w.host.Link, w.takes = Connecting, false
		a.askHost()
		a.host(HostMessage{Do: "resume"})
	}
}
