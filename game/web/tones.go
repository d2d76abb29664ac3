package web

import "earned/game/screens"

// tone is one sound of a cue: a note that glides, or a breath of noise.
type tone struct {
	at, swell, fade float64 // when it begins, and how long it grows and dies away, in seconds
	from, to        float64 // Hz at its beginning and end; of noise, what is above is taken away
	peak            float64 // loudness at its loudest; 1 is all a loudspeaker can
	noise           bool
}

// ends is when it has died away, in seconds.
func (t tone) ends() float64 { return t.at + t.swell + t.fade }

// tones are what each cue sounds like: as quiet as a room's own noises.
var tones = map[screens.Cue][]tone{
	screens.WordsCue:   {{swell: 0.004, fade: 0.045, from: 640, to: 500, peak: 0.014}},
	screens.SilenceCue: {{swell: 0.55, fade: 0.9, from: 420, to: 260, peak: 0.05, noise: true}},
	screens.WarmCue: {
		{swell: 0.03, fade: 1.1, from: 349.23, to: 349.23, peak: 0.04},
		{at: 0.26, swell: 0.03, fade: 1.5, from: 523.25, to: 523.25, peak: 0.04},
		{at: 0.26, swell: 0.05, fade: 1.1, from: 1046.5, to: 1046.5, peak: 0.006},
	},
	screens.CoolCue: {
		{swell: 0.03, fade: 1.0, from: 349.23, to: 349.23, peak: 0.032},
		{at: 0.26, swell: 0.03, fade: 1.4, from: 293.66, to: 293.66, peak: 0.032},
	},
}

// ends is when all of a cue has died away, in seconds.
func ends(c screens.Cue) float64 {
	last := 0.0
	for _, t := range tones[c] {
		last = max(last, t.ends())
	}
	return last
}
