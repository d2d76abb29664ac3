package screens

import (
	"math/bits"
	"time"

	"earned/game/room"
	"earned/game/talk"
	"earned/scenarios"
)

// plan is what is chosen before a workshop begins.
type plan struct {
	conversation string // id; empty: the first of the book
	start        int
	prepared     uint16
	begin        int // how much of it: whole, cut or fromBeat
	beat         int
	tables       int // 1 or 2
	phones       bool
	minutes      int // of discussion
}

// How much of a conversation is held.
const (
	whole = iota
	cut
	fromBeat
	numBegins
)

func newPlan() plan { return plan{tables: 1, minutes: 3} }

var discussions = [...]int{1, 2, 3, 5, 8}

// pressPlan is what the presses of the planning screen do.
func (a *App) pressPlan(verb, arg string) bool {
	p := &a.shop.plan
	c := a.planned()
	n, err := number(arg, 1<<14)
	switch verb {
	case "of":
		if a.conversation(arg) == nil {
			return false
		}
		*p = plan{conversation: arg, tables: p.tables, phones: p.phones, minutes: p.minutes, begin: p.begin}
		if p.begin == fromBeat {
			p.begin = whole
		}
	case "begin":
		if err != nil || n >= numBegins {
			return false
		}
		p.begin, p.beat = n, 0
	case "beat":
		if err != nil || n >= len(c.Beats) {
			return false
		}
		p.begin, p.beat = fromBeat, n
	case "start":
		if err != nil || n >= len(c.Starts) {
			return false
		}
		p.start, p.beat = n, 0
	case "note":
		if err != nil || n >= len(c.Notes) || p.prepared&(1<<n) == 0 && bits.OnesCount16(p.prepared) >= c.Prepare {
			return false
		}
		p.prepared ^= 1 << n
	case "tables":
		if err != nil || n < 1 || n > 2 {
			return false
		}
		p.tables = n
	case "minutes":
		if err != nil || n < 1 || n > 60 {
			return false
		}
		p.minutes = n
	default:
		return a.pressPlanned(verb)
	}
	return true
}

func (a *App) pressPlanned(verb string) bool {
	w := &a.shop
	switch verb {
	case "script":
		a.at = Script
	case "hands", "phones":
		return a.choosePhones(verb == "phones")
	case "take":
		if w.takeCode == "" || w.takeSecret == "" {
			w.did = "Type the code and the secret first."
			return true
		}
		w.takes, w.host.Link = true, Connecting
		a.host(HostMessage{Do: "take", Code: w.takeCode, Secret: w.takeSecret})
	case "keys":
		w.noKeys = !w.noKeys
	case "notes":
		return a.openNotes()
	case "check":
		a.effect(Effect{Kind: Visit, Value: "check/"})
	case "go":
		return a.beginWorkshop()
	case "resume":
		if w.s == nil {
			return false
		}
		a.toRoom()
		a.resumeHost()
	default:
		return false
	}
	return true
}

// planned is the conversation chosen.
func (a *App) planned() *scenarios.Conversation {
	if c := a.conversation(a.shop.plan.conversation); c != nil {
		return c
	}
	return &a.book.Conversations[0]
}

// openings are the beats at which the planned conversation can begin; none
// where there are too many ways to walk.
func (a *App) openings() (*talk.Talk, []room.Opening) {
	p := &a.shop.plan
	t, err := talk.New(a.book, a.planned().ID)
	if err != nil {
		return nil, nil
	}
	of := analysis{t.Conversation, p.start, p.prepared}
	if a.openingsOf != of {
		a.openingsOf = of
		a.openingsAre, _ = room.Openings(t, p.start, p.prepared)
	}
	return t, a.openingsAre
}

// opening is the planned beginning; false: it is the whole conversation, or
// cannot be had so.
func (a *App) opening() (room.Opening, bool) {
	p := &a.shop.plan
	if p.begin == whole {
		return room.Opening{}, false
	}
	t, all := a.openings()
	if p.begin == cut {
		return room.Cut(t, all)
	}
	for _, o := range all {
		if o.Beat == p.beat {
			return o, true
		}
	}
	return room.Opening{}, false
}

// beginWorkshop begins the planned one.
func (a *App) beginWorkshop() bool {
	p, w := &a.shop.plan, &a.shop
	o, _ := a.opening()
	s, err := room.New(a.book, room.Plan{Conversation: a.planned().ID, Start: p.start, Prepared: p.prepared, Way: o.Way,
		Tables: p.tables, Phones: p.phones, Discussion: time.Duration(p.minutes) * time.Minute, Seed: a.opt.Seed()})
	if err != nil {
		return false
	}
	w.s = s
	a.at = Rooming
	if w.lobby = s.Phones; s.Phones {
		a.makeRoom()
	}
	return a.stepped(true)
}
