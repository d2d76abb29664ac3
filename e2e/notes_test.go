package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// The notes window follows the colours that are chosen while it is open.
func TestTheNotesWindowFollowsTheColours(t *testing.T) {
	p := open(t, opening{size: laptop})
	p.toWorkshop("Start")
	notes := p.popup(func() { p.push("Open the notes window") })
	notes.isTrue("the notes to be light", "document.documentElement.dataset.theme === 'light'")
	p.do("ask for other colours", emulation.SetEmulatedMedia().WithFeatures(opening{dark: true, contrast: true}.asks()))
	notes.isTrue("the notes to be dark", "document.documentElement.dataset.theme === 'dark'")
	notes.isTrue("the notes to have more contrast", "document.documentElement.dataset.contrast === 'more'")
	p.sound()
	notes.sound()
}
