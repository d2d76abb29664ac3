package screens

import (
	"errors"

	"earned/game/talk"
)

// save gives storage what has changed. It is called after every press, so
// that a reload, a lost graphics context or a crash comes back to the same
// beat.
func (a *App) save() {
	k := &a.kept
	k.at, k.moment, k.asked, k.voice = a.at, a.moment, a.asked, a.voice
	k.brief, k.prepared, k.other, k.from = "", 0, "", 0
	switch h := a.held; {
	case a.at == Noticed:
		k.at = Title
	case a.at == Brief:
		k.brief, k.prepared = a.chosen, a.prepared
	case h != nil && h.whatIf():
		k.other, k.from = h.run.String(), h.from
	case h != nil && !h.now().Over():
		k.now = h.run.String()
	case (a.at == Debriefed || a.at == Chair) && a.otherRun != nil:
		k.other, k.from = a.otherRun.run.String(), a.otherRun.from
	}
	if s := k.String(); s != a.saved {
		a.saved = s
		a.effect(Effect{Kind: Save, Key: Key, Value: s})
	}
	a.saveRoom()
}

// takeUp opens what was kept, at the place where it was left.
func (a *App) takeUp() {
	k := &a.kept
	a.saved = k.String()
	a.pace = pace{}
	if k.now != "" {
		h, err := a.holdCode(k.now)
		if err == nil && h.now().Over() {
			err = errors.New("it is over")
		}
		if err != nil {
			a.setAsideRun(err)
			k.look = 0
			return
		}
		if inConversation(k.at) && k.other == "" {
			a.held = h
		}
	}
	if n := k.look; n > 0 && !a.lookAt(n) {
		k.look = 0
	}
	if k.shown != "" {
		a.takeUpShown()
	}
	a.takeUpOther()
	if k.at == Brief && a.conversation(k.brief) != nil {
		a.chosen, a.prepared = k.brief, k.prepared
	}
	a.at = a.placeKept(k.at)
	if a.report != nil && k.moment < len(a.report.Moments) {
		a.moment = k.moment
	}
	a.asked, a.voice = k.asked, k.voice
}

// takeUpOther takes up the what-if that was going on, or that was held
// against the record.
func (a *App) takeUpOther() {
	k := &a.kept
	if k.other == "" || a.look == nil || k.from > len(a.look.moments) {
		return
	}
	h, err := a.holdCode(k.other)
	if err != nil || len(h.moments) < k.from {
		return
	}
	h.from = k.from
	a.held = h
	reading := k.at == Debriefed || k.at == Chair
	if reading || h.now().Over() {
		a.endWhatIf()
	}
	if reading {
		a.held = nil
	}
}

// placeKept is the kept place, or the nearest there is something to show on.
func (a *App) placeKept(p Place) Place {
	switch {
	case inWorkshop(p):
		a.held = nil
		return a.placeRoom(p)
	case inConversation(p) && a.held != nil:
		if p == Asking && len(a.held.moments) > 0 && !a.held.whatIf() {
			return p
		}
		if p == Talking && !a.held.now().Over() {
			return p
		}
		return a.whereNow()
	case p == Ended && a.look != nil && a.held == nil:
		return Ended
	case p == Ended && a.whatIf() && a.held.now().Over():
		return Ended
	case (p == Debriefed || p == Chair) && a.report != nil, p == Brief && a.chosen != "", p == Circle:
		return p
	}
	a.held = nil
	return Title
}

// setAside keeps a save that cannot be read under another name, and says so.
func (a *App) setAside(why string) {
	a.kept = kept{settings: DefaultSettings()}
	a.effect(Effect{Kind: Save, Key: KeyBroken, Value: a.opt.Saved})
	a.notice, a.at = why, Noticed
}

// setAsideRun keeps the run in progress under another name where it cannot go
// on, and says so. All else that was kept stays.
func (a *App) setAsideRun(err error) {
	why := "The conversation you were in the middle of cannot go on: it has been rewritten since."
	if errors.Is(err, talk.ErrCode) || errors.Is(err, talk.ErrFormat) || errors.Is(err, talk.ErrNotKnown) {
		why = "The conversation you were in the middle of cannot go on: " + err.Error() + "."
	}
	a.effect(Effect{Kind: Save, Key: KeyBroken, Value: a.kept.now})
	a.kept.now, a.held = "", nil
	a.notice, a.at = why, Noticed
}

// forget deletes everything that is kept, and says so.
func (a *App) forget() bool {
	if s := a.shop.s; s != nil && s.Phones {
		a.host(HostMessage{Do: "leave"})
	}
	a.shop = workshop{plan: newPlan(), display: a.shop.display, host: a.shop.host}
	a.held, a.at = nil, Title
	a.blank()
	a.forgot = true
	a.effect(Effect{Kind: Forget})
	return true
}

// blank empties what is kept. A conversation or a workshop that is going on goes
// on.
func (a *App) blank() {
	if a.kept.settings.Words {
		a.effect(Effect{Kind: TextMode})
	}
	a.kept = kept{settings: DefaultSettings()}
	a.closeDebrief()
	if h := a.held; !inWorkshop(a.at) && (h == nil || h.whatIf() || h.now().Over()) {
		a.held, a.at, a.asked, a.voice = nil, Title, 0, 0
	}
	a.saved = a.kept.String() // nothing is kept again before there is something new
}
