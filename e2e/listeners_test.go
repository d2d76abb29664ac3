package e2e

import (
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
)

// What the page calls of the game is never forgotten: a listener for each time
// would pile up.

// The notes window is heard by the same listeners however often it is opened.
func TestTheNotesWindowIsHeardByTheSame(t *testing.T) {
	p := open(t, opening{size: laptop})
	p.toWorkshop("Start")
	p.eval("globalThis.told = []; const real = earned.notesOpen; earned.notesOpen = (heard) => { told.push(heard); return real(heard) }; 0", nil)
	for range 2 {
		notes := p.popup(func() { p.push("Open the notes window") })
		notes.find("heading", "Notes for whoever leads the room")
		notes.do("close the window", chromedp.Evaluate("close()", nil))
		p.says("The notes window was closed.")
	}
	p.isTrue("the listeners to be the same", "told.length === 2 && Object.keys(told[0]).every((k) => told[0][k] === told[1][k])")
	p.sound()
}

// Sounds that the browser refuses leave no listener behind.
func TestRefusedSoundsAreHeardByTheSame(t *testing.T) {
	p := open(t, opening{script: `globalThis.told = [];
		Object.defineProperty(BaseAudioContext.prototype, 'state', { get: () => 'suspended' });
		AudioContext.prototype.resume = () => ({ then(yes, no) { if (event?.type !== 'pointerdown') told.push(yes); no() } })`}) // at every press it is asked, too
	p.begin(1)
	p.wait("the game to be here", func(tree) bool { return p.here() })
	p.leaveTo("Settings", "Back")
	const name = "Sound: quiet, and never needed"
	for i := range 6 {
		p.pressItem(p.find("switch", name))
		p.wait("it to be switched", func(t tree) bool { return t.one("switch", name).checked == strconv.FormatBool(i%2 == 1) })
	}
	p.isTrue("three sounds to be refused, each told to the same", "told.length === 3 && new Set(told).size === 1")
	p.sound()
}
