package screens

import (
	"strings"

	"earned/game/talk"
	"earned/game/view"
)

// A run goes from one browser to another as a link: its code is the part of
// the address after "#", which browsers send to nobody.

// runWord begins the part of an address after "#" that carries a run's code.
const runWord = "run="

// runLink is the address that opens the debrief being looked at; empty: there
// is none to give.
func (a *App) runLink() string {
	if a.opt.Here == "" || a.look == nil {
		return ""
	}
	return a.opt.Here + "#" + runWord + a.record.String()
}

// onlyHere is said of a link that nobody else can open.
const onlyHere = "It begins with this computer’s own address, which leads nowhere from another. Open the game where others reach it, and take the link from there."

// leadsHere reports whether an address is one by which a computer reaches only
// itself.
func leadsHere(address string) bool {
	_, host, _ := strings.Cut(address, "://")
	return strings.HasPrefix(host, "127.") || strings.HasPrefix(host, "localhost") || strings.HasPrefix(host, "[::1]") || strings.HasPrefix(host, "/")
}

// followToRun opens the debrief of the run that a link carries. Nothing of it is
// recorded, and what is kept here stays. A code that cannot be read is said to
// be so on the title screen. False: a what-if or a workshop is under way.
func (a *App) followToRun(code string) bool {
	if a.whatIf() || inWorkshop(a.at) {
		return false
	}
	a.over = Title
	a.home()
	a.at = Title
	switch run, err := a.parse(code); {
	case err != nil:
		a.misled = "The link you opened holds a conversation that cannot be read: " + err.Error() + "."
	case !a.showRun(run):
		a.misled = "The link you opened holds a conversation that is not over yet: there is no debrief of it."
	default:
		a.at = Debriefed
	}
	a.save()
	a.changed()
	return true
}

// takeUpShown opens it again after a reload.
func (a *App) takeUpShown() {
	run, err := a.parse(a.kept.shown)
	if err != nil || !a.showRun(run) {
		a.kept.shown = ""
	}
}

// showRun opens the debrief of somebody's run. False: it is not over.
func (a *App) showRun(run talk.Run) bool {
	if !run.End.Over() || !a.lookInto(run) {
		return false
	}
	a.kept.shown = run.String()
	return true
}

// misledNote says on the title screen why a link led nowhere.
func (a *App) misledNote() *view.Node {
	if a.misled == "" {
		return nil
	}
	return &view.Node{Key: "misled", Role: view.Status, Text: a.misled, Style: view.Style{Bold: true}}
}

// shownNote says above a debrief that it came by a link.
func (a *App) shownNote() *view.Node {
	if a.kept.shown == "" {
		return nil
	}
	return quiet("shown", "You came to this debrief by a link. It is how somebody held the conversation, and nothing of it is kept among yours.")
}
