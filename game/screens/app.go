// Package screens is the whole game as plain state: a press goes in, a tree of
// nodes (game/view) and a few effects come out. It knows no browser, no clock
// and no dice: times, seeds and what storage held are given to it.
package screens

import (
	"strings"
	"time"

	"earned/game/debrief"
	"earned/game/room"
	"earned/game/talk"
	"earned/game/view"
	"earned/scenarios"
)

// App is the game. It is used from one goroutine.
type App struct {
	book *scenarios.Book
	opt  Options
	kept kept

	at     Place  // the screen
	over   Place  // Setting or About, laid over it; Title: nothing is
	chosen string // the conversation to be read about

	held     *held  // being held; nil between conversations
	prepared uint16 // notes read before the one about to be held
	asked    int    // the answer chosen to "how is it going?": 1–5; 0: none yet
	voice    int    // the excuses of the beat's inner voice that were answered

	look     *held           // the recorded run being looked at
	record   talk.Run        // its record, as it was kept
	report   *debrief.Report // of it
	reached  *debrief.Report // the one to which was added what was in reach
	other    *debrief.Report // of a what-if held against it; nil: none yet
	otherRun *held
	moment   int    // the moment opened in the debrief
	opened   bool   // by a press, so that focus goes there
	sat      bool   // the chair's question was just answered, so that focus goes to what that says
	back     bool   // the player has just come back from a what-if, so that focus goes to what it came to
	did      string // what was just done with the debrief, to be said once
	forgot   bool   // everything kept was just deleted
	misled   string // why a link led nowhere, which the title screen has yet to tell
	followed bool   // a link's choice of conversations was taken up, which the title screen has yet to tell

	shop        workshop
	openingsAre []room.Opening // of the workshop last planned
	openingsOf  analysis
	now         time.Duration // as last told

	notice  string // what could not be read, for the notice screen
	pace    pace
	endedAt time.Duration // when the ending was first seen; 0: not yet
	w, h    float64
	effects []Effect
	tree    *view.Node
	version uint64
	saved   string // what was last given to storage
}

// Options are what the game needs of the world.
type Options struct {
	Seed   func() uint64 // a new seed for each run; required
	Saved  string        // what storage held under Key; empty: nothing
	Room   string        // what storage held under KeyRoom
	System System        // what the player's system asks for
	Resume bool          // open where the player left, without the title screen
	Draws  bool          // pictures can be painted
	// Measure tells how wide words are, so that a projector's screen composes
	// itself to fit; nil: roughly.
	Measure view.Measure
	Here    string // the page's own address, for links to it; empty: none can be given
}

// New opens the game over a book. Whatever is wrong with what was kept, it
// opens: a broken save is set aside and said.
func New(book *scenarios.Book, opt Options) *App {
	a := &App{book: book, opt: opt, w: 1280, h: 720, version: 1}
	a.kept.settings = DefaultSettings()
	a.takeUpRoom(opt.Room)
	if opt.Saved != "" {
		k, err := readKept(opt.Saved)
		if err != nil {
			a.setAside("What was kept in this browser cannot be read: " + err.Error() + ".")
			return a
		}
		a.kept = k
		if k.settings.Words {
			a.effect(Effect{Kind: TextMode, On: true})
		}
		a.takeUp()
		if !opt.Resume && a.at != Noticed {
			a.at, a.held = Title, nil
			a.closeDebrief()
		}
	}
	return a
}

// Resize tells how large the screen is, in pixels.
func (a *App) Resize(w, h float64) {
	if w != a.w || h != a.h {
		a.w, a.h = w, h
		a.changed()
	}
}

// SetSystem tells what the player's system asks for, when it changes.
func (a *App) SetSystem(s System) {
	if s != a.opt.System {
		a.opt.System = s
		a.changed()
	}
}

// Settings are the player's settings, for whoever paints.
func (a *App) Settings() Settings { return a.kept.settings }

// System is what the player's system asks for, as last told.
func (a *App) System() System { return a.opt.System }

// Still reports whether motion is to be left out.
func (a *App) Still() bool { return a.kept.settings.Still(a.opt.System) }

// Place is the screen shown.
func (a *App) Place() Place {
	if a.over != Title {
		return a.over
	}
	return a.at
}

// Version rises whenever the tree has changed.
func (a *App) Version() uint64 { return a.version }

func (a *App) changed() {
	a.tree = nil
	a.version++
}

// Code is the run in progress, or else the one being looked at, as a short
// text that plays it again; empty when there is none. The crash screen shows
// it.
func (a *App) Code() string {
	switch {
	case a.at == Rooming && a.shop.s != nil:
		return a.shop.s.Way().Run.String()
	case a.held != nil:
		return a.held.run.String()
	case a.report != nil:
		return a.record.String()
	}
	return ""
}

// Press carries out what a node's Press says. It reports false, and changes
// nothing, for a press that means nothing here.
func (a *App) Press(act view.Action) bool {
	verb, arg, _ := strings.Cut(string(act), ":")
	if a.pace.hurry() {
		a.changed()
	}
	did, forgot, told := a.did, a.forgot, a.at == Title && verb != "open" // the page's own Start shows no title
	a.did, a.forgot, a.sat, a.back = "", false, false, false
	if !a.press(verb, arg) {
		a.did, a.forgot = did, forgot
		return false
	}
	a.followed = a.followed && !told
	if told {
		a.misled = ""
	}
	a.save()
	a.changed()
	return true
}

// Failed takes back what was said to be done: the browser did not do it.
func (a *App) Failed() {
	a.did, a.shop.did = "", ""
	a.changed()
}

func (a *App) press(verb, arg string) bool {
	switch verb {
	case "settings":
		return a.lay(Setting)
	case "about":
		return a.lay(About)
	case "back":
		return a.lift()
	case "set":
		key, value, _ := strings.Cut(arg, ":")
		return a.over == Setting && a.change(key, value)
	case "forget":
		return a.over == Setting && a.forget()
	}
	if a.over == Setting || a.over == Offering {
		return a.pressOffer(verb, arg)
	}
	if a.over != Title {
		return false
	}
	switch verb {
	case "room":
		return a.pressRoom(arg)
	case "home":
		return a.home()
	case "open":
		return a.open()
	case "circle":
		return a.circle()
	case "meet", "again":
		return a.meet(arg)
	case "resume":
		return a.resume()
	case "read":
		return a.read(arg)
	case "begin":
		return a.begin()
	case "go-on":
		return a.goOn()
	case "reply":
		return a.reply(arg)
	case "reading":
		return a.choose(arg)
	case "answered":
		return a.answered()
	case "voice":
		return a.answerVoice()
	}
	return a.pressDebrief(verb, arg)
}

func (a *App) lay(p Place) bool {
	if a.over != Title {
		return false
	}
	a.over = p
	return true
}

func (a *App) lift() bool {
	if a.over == Title {
		return false
	}
	if a.over == Offering {
		a.over = Setting
		return true
	}
	a.over = Title
	return true
}

// Tick tells the time, from any fixed start, and is told how long it is until a
// later tick will show more of what is appearing; 0 where nothing is.
func (a *App) Tick(now time.Duration) (wait time.Duration) {
	a.tellTime(now)
	a.thinkAhead(now)
	if a.at != Talking && a.at != Asking || a.over != Title {
		return 0
	}
	if a.Still() {
		a.pace.hurry()
	}
	was := a.pace.shown
	changed, wait := a.pace.tick(now)
	if changed {
		a.changed()
	}
	if a.pace.shown > was {
		a.cue(WordsCue)
	}
	return wait
}

// Hurry shows all words at once: any key or press anywhere asks for it.
func (a *App) Hurry() {
	if a.pace.hurry() {
		a.changed()
	}
}

// View is the screen as a tree. It is the same value until something changes,
// and is not to be changed.
func (a *App) View() *view.Node {
	if a.tree == nil {
		a.tree = a.build()
	}
	return a.tree
}

func (a *App) build() *view.Node {
	switch a.Place() {
	case Brief:
		return a.briefView()
	case Scene:
		return a.sceneView()
	case Talking, Asking:
		return a.talkView()
	case Ended:
		return a.endingView()
	case Debriefed:
		return a.debriefView()
	case Chair:
		return a.chairView()
	case Circle:
		return a.circleView()
	case Noticed:
		return a.noticeView()
	case Setting:
		return a.settingsView()
	case Offering:
		return a.offerView()
	case About:
		return a.aboutView()
	case Planning:
		return a.planView()
	case Script:
		return a.scriptView()
	case Rooming:
		return a.roomView()
	case Review:
		return a.reviewView()
	default:
		return a.titleView()
	}
}
