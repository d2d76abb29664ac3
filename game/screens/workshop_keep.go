package screens

import (
	"errors"
	"fmt"
	"hash/crc32"
	"strings"

	"earned/game/room"
)

// A workshop is kept under a name of its own, as a few lines and, after them,
// the session:
//
//	workshop 1
//	plan <start> <prepared> <begin> <beat> <tables> <phones> <minutes> <conversation>
//	show <row> <typed; - none> <page> <deciding> <blank> <menu> <no keys> <lobby> <table> <way> <moment>
//	<the session, as game/room keeps it>
//	sum 89abcdef
const roomHead = "workshop 1"

func (a *App) roomKept() string {
	w := &a.shop
	if w.s == nil && w.plan == newPlan() && !w.noKeys {
		return ""
	}
	p := &w.plan
	typed := w.typed
	if typed == "" {
		typed = "-"
	}
	moment := 0
	if a.at == Review {
		moment = a.moment
	}
	s := fmt.Sprintf("%s\nplan %d %d %d %d %d %d %d %s\nshow %d %s %d %d %d %d %d %d %d %d %d\n", roomHead,
		p.start, p.prepared, p.begin, p.beat, p.tables, bit(p.phones), p.minutes, p.conversation,
		w.row, typed, w.page, bit(w.deciding), bit(w.blank), bit(w.menu), bit(w.noKeys), bit(w.lobby), w.table, w.way, moment)
	if w.s != nil {
		s += w.s.Encode() + "\n"
	}
	return s + fmt.Sprintf("sum %08x", crc32.ChecksumIEEE([]byte(s)))
}

// saveRoom gives storage what has changed of the workshop, and the server what
// it has not been given.
func (a *App) saveRoom() {
	s := a.roomKept()
	a.keepAtHost(s)
	if s != a.shop.saved {
		a.shop.saved = s
		a.effect(Effect{Kind: Save, Key: KeyRoom, Value: s})
	}
}

// takeUpRoom takes up the workshop that was kept. A broken one is set aside, once,
// and said where workshops are planned: it is no matter of whoever plays.
func (a *App) takeUpRoom(text string) {
	a.shop.plan = newPlan()
	if text == "" {
		return
	}
	if err := a.readRoom(text); err != nil {
		a.shop = workshop{plan: newPlan(), host: a.shop.host, broken: err.Error()}
		a.effect(Effect{Kind: Save, Key: KeyBroken, Value: text})
		a.effect(Effect{Kind: Save, Key: KeyRoom})
		return
	}
	a.shop.saved = text
}

func (a *App) readRoom(text string) error {
	at := strings.LastIndex(text, "sum ")
	if at < 0 || len(text) > 2*room.MaxKept || text[at:] != fmt.Sprintf("sum %08x", crc32.ChecksumIEEE([]byte(text[:at]))) {
		return errors.New("its checksum does not match")
	}
	lines := strings.SplitN(text[:at], "\n", 4)
	if len(lines) < 4 || lines[0] != roomHead {
		return errors.New("it was written by another version")
	}
	plan, show := strings.Fields(lines[1]), strings.Fields(lines[2])
	if len(plan) < 8 || len(show) != 12 || plan[0] != "plan" || show[0] != "show" {
		return errors.New("a line of it is missing")
	}
	n, err := numbers(plan[1:8], 1<<14, 1<<16-1, numBegins-1, 1<<14, 2, 1, 60)
	if err != nil {
		return err
	}
	w := &a.shop
	w.plan = plan1(n, strings.TrimPrefix(strings.Join(plan[8:], " "), " "))
	if show[2] == "-" {
		show[2] = ""
	} else if _, err := number(show[2], 9999); err != nil {
		return err
	}
	w.typed = show[2]
	v, err := numbers(append([]string{show[1]}, show[3:]...), 63, 63, 1, 1, 1, 1, 1, 1, room.MaxWays, 63)
	if err != nil {
		return err
	}
	w.row, w.page, w.deciding, w.blank, w.menu, w.noKeys, w.lobby = v[0], v[1], v[2] == 1, v[3] == 1, v[4] == 1, v[5] == 1, v[6] == 1
	w.table, w.way, a.moment = v[7], v[8], v[9]
	if strings.TrimSpace(lines[3]) != "" {
		w.s, err = room.Decode(a.book, strings.TrimSuffix(lines[3], "\n"))
	}
	return err
}

func plan1(n []int, conversation string) plan {
	return plan{conversation: conversation, start: n[0], prepared: uint16(n[1]), begin: n[2], beat: n[3], tables: max(1, n[4]), phones: n[5] == 1, minutes: max(1, n[6])}
}

// numbers reads whole numbers, each from 0 to its most.
func numbers(fields []string, most ...int) ([]int, error) {
	out := make([]int, len(most))
	if len(fields) != len(most) {
		return nil, errors.New("a line of it is cut")
	}
	for i := range most {
		var err error
		if out[i], err = number(fields[i], most[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// placeRoom is the workshop's screen that was kept, or the nearest there is
// something to show on.
func (a *App) placeRoom(p Place) Place {
	w := &a.shop
	switch {
	case p == Planning || p == Script:
		if w.plan.phones {
			a.choosePhones(true)
		}
		return p
	case w.s == nil:
		return Planning
	case w.s.Phase == room.Over:
		moment := a.moment
		a.review(min(w.table, len(w.s.Tables)-1), w.way)
		if moment >= a.report.From && moment < len(a.report.Moments) {
			a.moment = moment
		}
		return Review
	}
	if n := len(w.s.Counts()); w.row >= n {
		w.row = 0
	}
	if !w.s.Counting() {
		w.typed = ""
	}
	a.resumeHost()
	return Rooming
}
