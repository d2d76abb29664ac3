package screens

import (
	"time"

	"earned/game/room"
)

// SetNow tells the time, before a press that may depend on it: since Unix'
// beginning, so that a discussion goes on while the laptop is closed.
func (a *App) SetNow(now time.Duration) { a.tellTime(now) }

// tellTime moves the clock that is shown, if one is.
func (a *App) tellTime(now time.Duration) {
	was := a.now
	a.now = now
	if a.Due() > 0 || a.ticking() {
		s := a.shop.s
		if clock(s.Timer.Remaining(was)) != clock(s.Timer.Remaining(now)) {
			a.changed()
		}
	}
}

func (a *App) ticking() bool {
	return a.Place() == Rooming && a.shop.s.Phase == room.Discuss && a.shop.s.Timer.Runs
}

// Due is after how long a clock that is shown stands otherwise; 0: none runs.
func (a *App) Due() time.Duration {
	if !a.ticking() {
		return 0
	}
	left := a.shop.s.Timer.Remaining(a.now)
	if left == 0 {
		return 0
	}
	if part := left % time.Second; part > 0 {
		return part
	}
	return time.Second
}
