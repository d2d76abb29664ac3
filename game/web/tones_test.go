package web

import (
	"testing"

	"earned/game/screens"
)

// Every cue can be heard, is quiet however its sounds meet, and is soon over:
// words, before the next word comes.
func TestCuesAreQuietAndShort(t *testing.T) {
	for c := screens.WordsCue; c <= screens.CoolCue; c++ {
		sum := 0.0
		for _, x := range tones[c] {
			sum += x.peak
			if x.swell <= 0 || x.fade <= 0 || x.from < 60 || x.from > 2000 || x.to < 60 || x.to > 2000 || x.peak <= 0 {
				t.Errorf("cue %d: nobody can hear %+v", c, x)
			}
		}
		if sum == 0 || sum > 0.1 {
			t.Errorf("cue %d has a loudness of %.3f", c, sum)
		}
		if end := ends(c); end > 2.5 || c == screens.WordsCue && end > 0.08 {
			t.Errorf("cue %d takes %.2f s", c, end)
		}
	}
}
