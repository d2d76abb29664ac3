package screens

import (
	"slices"
	"strconv"
	"time"

	"earned/game/career"
	"earned/game/debrief"
	"earned/game/talk"
	"earned/scenarios"
)

// What presses do. Each reports false, and changes nothing, where it has no
// meaning.

// home leaves for the title screen. What is in progress is kept.
func (a *App) home() bool {
	if a.at == Title || a.at == Noticed || a.whatIf() {
		return false
	}
	a.at, a.held, a.asked, a.voice = Title, nil, 0, 0
	a.closeDebrief()
	return true
}

func (a *App) whatIf() bool { return a.held != nil && a.held.whatIf() }

// open is what the page's own Start asks for: on with what was left, or the
// first client, or for those who have been here the choice of clients.
func (a *App) open() bool {
	switch {
	case a.at == Noticed:
		return true
	case a.at != Title:
		return false
	case a.kept.now != "":
		return a.resume()
	case len(a.kept.runs) > 0 || len(a.book.Conversations) == 0:
		return true
	}
	return a.meet(a.next())
}

// meet opens what is read before a conversation.
func (a *App) meet(id string) bool {
	if a.whatIf() || !a.canMeet(id) || a.at != Title && a.at != Ended && a.at != Debriefed {
		return false
	}
	a.closeDebrief()
	a.at, a.chosen, a.prepared, a.held = Brief, id, 0, nil
	return true
}

func (a *App) canMeet(id string) bool {
	for _, o := range a.career().Offers() {
		if o.Conversation.ID == id {
			return o.Open || o.Offered && o.Held
		}
	}
	return false
}

// resume goes on with the run that was left.
func (a *App) resume() bool {
	if a.at != Title || a.kept.now == "" {
		return false
	}
	h, err := a.holdCode(a.kept.now)
	if err != nil || h.now().Over() {
		a.setAsideRun(err)
		return true
	}
	a.held, a.asked, a.voice = h, 0, 0
	a.at = a.whereNow()
	a.pace = pace{}
	return true
}

// whereNow is the screen for how the conversation stands.
func (a *App) whereNow() Place {
	switch {
	case a.held.now().Over():
		return Ended
	case a.held.opens():
		return Scene
	}
	return Talking
}

// begin begins the conversation that was read about.
func (a *App) begin() bool {
	if a.at != Brief {
		return false
	}
	t, err := talk.New(a.book, a.chosen)
	if err != nil {
		return false
	}
	a.held, a.asked, a.voice = hold(t, a.start(t.Conversation), a.prepared, a.opt.Seed()), 0, 0
	a.at = a.whereNow()
	a.begins()
	return true
}

// start is where a conversation begins from, as the career stands. One that
// was held already begins as it began then: to hold it again is practice.
func (a *App) start(c *scenarios.Conversation) int {
	career := a.career()
	if run, ok := career.Held(c.ID); ok {
		return run.Start
	}
	return career.Start(c)
}

// career is what the recorded runs come to.
func (a *App) career() *career.Career {
	var runs []talk.Run
	for _, r := range a.kept.runs {
		if run, err := a.parse(r.code); err == nil {
			runs = append(runs, run)
		}
	}
	return career.Of(a.book, runs).Offering(a.kept.offered)
}

// begins lets the client's words appear.
func (a *App) begins() {
	a.pace = pace{}
	if a.at != Ended && !a.Still() {
		a.pace.say(a.held.Line(a.held.now()).Says, a.held.silence())
	}
	a.beginCue()
}

// silence is how long nothing is said before the client's next words: longer
// where the player chose to wait.
func (h *held) silence() time.Duration {
	n := len(h.moments)
	if n == 0 || h.opens() || !slices.Contains(h.said(n - 1).Moves[:], scenarios.Wait) {
		return beforeWords
	}
	return waited
}

// goOn is Continue on the screens that only say something.
func (a *App) goOn() bool {
	switch a.at {
	case Scene:
		a.at = Talking
		a.begins()
	case Ended:
		a.back = a.whatIf() && a.other != nil
		a.at, a.held, a.opened = Debriefed, nil, false
	case Noticed:
		a.at, a.notice = Title, ""
	default:
		return false
	}
	return true
}

// reply says a reply.
func (a *App) reply(id string) bool {
	if a.at != Talking {
		return false
	}
	h := a.held
	asks := h.Beat(h.now()).Ask && !h.whatIf()
	if !h.say(id) {
		return false
	}
	a.asked, a.voice = 0, 0
	a.at = a.whereNow()
	switch {
	case a.at == Ended && h.whatIf():
		a.endWhatIf()
	case a.at == Ended:
		a.recordRun()
	case asks:
		a.at = Asking
	}
	a.begins()
	return true
}

// answered leaves the question, with or without an answer.
func (a *App) answered() bool {
	if a.at != Asking {
		return false
	}
	h := a.held
	if a.asked > 0 {
		r := talk.Reading{After: len(h.run.Replies), Trust: a.asked - 1}
		h.run.Readings = append(slices.Clip(h.run.Readings), r)
	}
	a.asked = 0
	a.at = a.whereNow()
	return true
}

// recordRun puts a run that has ended among the recorded ones. From here on
// it is never changed.
func (a *App) recordRun() {
	a.kept.runs = append(a.kept.runs, recorded{code: a.held.run.String()})
	a.kept.now = ""
	a.lookAt(len(a.kept.runs))
}

// lookAt opens the n-th recorded run, from 1.
func (a *App) lookAt(n int) bool {
	if n < 1 || n > len(a.kept.runs) {
		return false
	}
	run, err := a.parse(a.kept.runs[n-1].code)
	if err != nil || !a.lookInto(run) {
		return false
	}
	a.kept.look = n
	return true
}

// lookInto opens the debrief of a run. False: it is of no conversation of this
// book.
func (a *App) lookInto(run talk.Run) bool {
	t, err := talk.New(a.book, run.Conversation)
	if err != nil {
		return false
	}
	a.closeDebrief()
	a.record, a.report = run, debrief.Of(t, run)
	a.look, _ = holdAgain(t, run) // nil: the text has changed since, and the record stands alone
	a.moment = a.report.Turning
	return true
}

// analysis names what was analysed.
type analysis struct {
	of       *scenarios.Conversation
	start    int
	prepared uint16
}

func (a *App) closeDebrief() {
	a.look, a.report, a.other, a.otherRun, a.kept.look, a.kept.shown, a.moment, a.opened = nil, nil, nil, nil, 0, "", 0, false
}

func (a *App) parse(code string) (talk.Run, error) { return talk.ParseCode(a.book, code) }

// holdCode takes up the run of a code.
func (a *App) holdCode(code string) (*held, error) {
	run, err := a.parse(code)
	if err != nil {
		return nil, err
	}
	t, err := talk.New(a.book, run.Conversation)
	if err != nil {
		return nil, err
	}
	return holdAgain(t, run)
}

// lastOf is the last recorded run of a conversation, from 1; 0: none.
func (a *App) lastOf(conversation string) int {
	for n := len(a.kept.runs); n > 0; n-- {
		if run, err := a.parse(a.kept.runs[n-1].code); err == nil && run.Conversation == conversation {
			return n
		}
	}
	return 0
}

// pressDebrief is what the debrief and the what-if understand.
func (a *App) pressDebrief(verb, arg string) bool {
	if verb == "look" {
		n, err := strconv.Atoi(arg)
		if err != nil || a.at != Title || !a.lookAt(n) {
			return false
		}
		a.at = Debriefed
		return true
	}
	switch {
	case verb == "to-debrief":
		return a.toDebrief()
	case verb == "chair" && (a.at == Ended || a.at == Chair):
		return a.answerChair(arg)
	}
	if a.at == Review {
		return verb == "moment" && a.pressReview(verb, arg)
	}
	if a.at != Debriefed {
		return false
	}
	switch verb {
	case "moment":
		n, err := number(arg, len(a.report.Moments)-1)
		if err != nil {
			return false
		}
		a.moment, a.opened = n, true
	case "what-if":
		return a.beginWhatIf()
	case "their-chair":
		a.at = Chair
	case "copy":
		a.did = "The debrief is on the clipboard."
		a.effect(Effect{Kind: Copy, Value: a.report.Text()})
	case "copy-link":
		if a.runLink() == "" {
			return false
		}
		a.did = "The link is on the clipboard. Whoever opens it sees this debrief; nothing is sent to anybody."
		if leadsHere(a.runLink()) {
			a.did = "The link is on the clipboard. " + onlyHere
		}
		a.effect(Effect{Kind: Copy, Value: a.runLink()})
	case "picture":
		return a.savePicture()
	case "print":
		a.effect(Effect{Kind: Print})
	default:
		return false
	}
	return true
}

// beginWhatIf goes back to the opened moment, to answer otherwise.
func (a *App) beginWhatIf() bool {
	if a.look == nil || a.moment >= len(a.look.moments) {
		return false
	}
	a.held = a.look.back(a.moment)
	a.at, a.asked, a.voice, a.pace = Talking, 0, 0, pace{}
	return true
}

// toDebrief leaves the client's chair, or a what-if, wherever it is; what was
// said in that is held against the record.
func (a *App) toDebrief() bool {
	switch {
	case a.whatIf():
		a.endWhatIf()
	case a.at != Chair:
		return false
	}
	a.at, a.held, a.opened = Debriefed, nil, false
	return true
}

func (a *App) endWhatIf() {
	if len(a.held.moments) > a.held.from {
		a.otherRun, a.back = a.held, true
		a.other = debrief.Of(a.held.Talk, a.held.run)
	}
}
