package screens_test

import (
	"slices"
	"testing"
	"time"

	"earned/game/screens"
	"earned/game/view"
)

const soundSwitch = "Sound: quiet, and never needed"

// Sound is on where one person sits, off where a room looks, off for who reads
// the game as text, and always as the player last set it.
func TestWhenThereIsSound(t *testing.T) {
	for _, c := range []struct {
		name  string
		w, h  float64
		words bool
		press int
		want  bool
	}{
		{"a phone", 390, 844, false, 0, true},
		{"a laptop", 1280, 720, false, 0, true},
		{"a projector", 1920, 1080, false, 0, false},
		{"a projector, switched on", 1920, 1080, false, 1, true},
		{"a laptop, switched off", 1280, 720, false, 1, false},
		{"a laptop, off and on", 1280, 720, false, 2, true},
		{"as text", 1280, 720, true, 0, false},
		{"as text, switched on", 1280, 720, true, 1, true},
	} {
		d := open(t, book(t), "")
		d.resize(c.w, c.h)
		d.button("Settings")
		if c.words {
			d.press(view.Switch, "In words only, without the picture")
		}
		for range c.press {
			d.press(view.Switch, soundSwitch)
		}
		if on := d.must(view.Switch, soundSwitch).On; on != c.want {
			t.Errorf("%s: the switch is on: %v", c.name, on)
		}
		d.button("Back")
		d.cues = nil
		d.toDebrief(first)
		heard := slices.Contains(d.cues, screens.WarmCue) || slices.Contains(d.cues, screens.CoolCue)
		if heard != c.want {
			t.Errorf("%s: an ending is heard: %v", c.name, heard)
		}
		n := d.again()
		n.button("Settings")
		if on := n.must(view.Switch, soundSwitch).On; on != c.want {
			t.Errorf("%s: after a reload the switch is on: %v", c.name, on)
		}
	}
}

// Words are heard as they appear, and not when all of them are there at once.
func TestWordsAreHeardAsTheyAppear(t *testing.T) {
	for _, less := range []bool{false, true} {
		d := atFirstBeat(t, screens.System{LessMotion: less})
		for i := range 200 {
			d.app.Tick(time.Duration(i) * 50 * time.Millisecond)
		}
		d.carryOut()
		if heard := slices.Contains(d.cues, screens.WordsCue); heard == less {
			t.Errorf("less motion %v: words are heard: %v", less, heard)
		}
	}
}
