package screens

import "earned/scenarios"

// Sound is whether the game may be heard.
type Sound uint8

// The choices. A large screen is shown to a room, where nobody asked for it.
const (
	ScreenSound Sound = iota // on, but for large screens and for the game in text
	SoundOn
	SoundOff
)

// Cue is something that can be heard. None says anything that is not seen as
// well.
type Cue uint8

// The cues.
const (
	WordsCue   Cue = iota + 1 // words appear
	SilenceCue                // the player waits, and a breath is heard
	WarmCue                   // an ending in which the client trusts the player
	CoolCue                   // any other ending
)

// A screen from this size on is taken for a projector's, in CSS pixels.
const (
	largeWidth  = 1600
	largeHeight = 800
)

// sounding reports whether cues are given. The game in text is silent unless
// it is asked: who listens to it hears enough already.
func (a *App) sounding() bool {
	switch a.kept.settings.Sound {
	case SoundOn:
		return true
	case SoundOff:
		return false
	}
	return !a.kept.settings.Words && (a.w < largeWidth || a.h < largeHeight)
}

// cue has something heard, if anything may be.
func (a *App) cue(c Cue) {
	if a.sounding() {
		a.effect(Effect{Kind: Play, Cue: c})
	}
}

// beginCue is what is heard as a beat begins, or the conversation ends.
func (a *App) beginCue() {
	switch h := a.held; {
	case a.at == Ended && h.now().Trust.Band() == scenarios.Trusting:
		a.cue(WarmCue)
	case a.at == Ended:
		a.cue(CoolCue)
	case !a.pace.done && a.pace.rest == waited:
		a.cue(SilenceCue)
	}
}
