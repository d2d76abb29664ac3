package screens

import (
	"fmt"
	"strconv"

	"earned/game/view"
)

// Settings are the player's own. The zero value of each but Text is what the
// system asks for.
type Settings struct {
	Text     int      // size of text in percent: 100, 125, 150, 175 or 200
	Motion   Motion   // how much moves
	Look     Look     // light or dark
	Contrast Contrast // of colours
	Words    bool     // the twin is shown instead of the picture
	Practice bool     // hints, which never name a move
	Sound    Sound    // whether anything is heard
}

// Motion is how much moves.
type Motion uint8

// Look is light or dark.
type Look uint8

// Contrast is how far colours stand apart.
type Contrast uint8

// The choices; the first of each follows the system.
const (
	SystemMotion Motion = iota
	LessMotion
	FullMotion

	SystemLook Look = 0
	Light      Look = 1
	Dark       Look = 2

	SystemContrast Contrast = 0
	MoreContrast   Contrast = 1
)

// System is what the browser says the player has asked their system for.
type System struct {
	LessMotion, Dark, MoreContrast bool
}

// DefaultSettings are what a new player meets.
func DefaultSettings() Settings { return Settings{Text: 100} }

// Scale is the text size as a factor, 1 to 2.
func (s Settings) Scale() float64 { return float64(s.Text) / 100 }

// Still reports whether motion is to be left out.
func (s Settings) Still(sys System) bool {
	return s.Motion == LessMotion || s.Motion == SystemMotion && sys.LessMotion
}

// IsDark reports whether the dark palette is to be used.
func (s Settings) IsDark(sys System) bool { return s.Look == Dark || s.Look == SystemLook && sys.Dark }

// High reports whether the palette of high contrast is to be used.
func (s Settings) High(sys System) bool { return s.Contrast == MoreContrast || sys.MoreContrast }

// choice is one setting: what may be chosen, and how it is kept as a number.
type choice struct {
	key, title string
	options    []string // words; for a switch none
	get        func(*Settings) int
	set        func(*Settings, int)
	// Of a switch that follows the screen until it is pressed: how it stands.
	// It is kept as 0 (as the screen), 1 (on) or 2 (off).
	stands func(*App) bool
}

var choices = []choice{
	{"text", "Size of text", []string{"100 %", "125 %", "150 %", "175 %", "200 %"},
		func(s *Settings) int { return (s.Text - 100) / 25 }, func(s *Settings, n int) { s.Text = 100 + 25*n }, nil},
	{"motion", "Motion", []string{"As my system asks", "Less", "All of it"},
		func(s *Settings) int { return int(s.Motion) }, func(s *Settings, n int) { s.Motion = Motion(n) }, nil},
	{"look", "Light or dark", []string{"As my system asks", "Light", "Dark"},
		func(s *Settings) int { return int(s.Look) }, func(s *Settings, n int) { s.Look = Look(n) }, nil},
	{"contrast", "Contrast", []string{"As my system asks", "More"},
		func(s *Settings) int { return int(s.Contrast) }, func(s *Settings, n int) { s.Contrast = Contrast(n) }, nil},
	{"words", "In words only, without the picture", nil,
		func(s *Settings) int { return bit(s.Words) }, func(s *Settings, n int) { s.Words = n == 1 }, nil},
	{"practice", "Practice: a hint at each turn", nil,
		func(s *Settings) int { return bit(s.Practice) }, func(s *Settings, n int) { s.Practice = n == 1 }, nil},
	{"sound", "Sound: quiet, and never needed", nil,
		func(s *Settings) int { return int(s.Sound) }, func(s *Settings, n int) { s.Sound = Sound(n) }, (*App).sounding},
}

func (c *choice) most() int {
	switch {
	case c.stands != nil:
		return 2
	case c.options == nil:
		return 1
	}
	return len(c.options) - 1
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s Settings) numbers() []string {
	out := make([]string, len(choices))
	for i := range choices {
		out[i] = strconv.Itoa(choices[i].get(&s))
	}
	return out
}

// readSettings reads what numbers wrote; settings added since keep their
// defaults.
func readSettings(fields []string) (Settings, error) {
	s := DefaultSettings()
	if len(fields) > len(choices) {
		return s, fmt.Errorf("it holds %d settings, and there are %d", len(fields), len(choices))
	}
	for i, f := range fields {
		n, err := number(f, choices[i].most())
		if err != nil {
			return s, err
		}
		choices[i].set(&s, n)
	}
	return s, nil
}

// change applies a press of the settings screen: "text:2".
func (a *App) change(key, value string) bool {
	for i := range choices {
		c := &choices[i]
		if c.key != key {
			continue
		}
		n, err := number(value, c.most())
		if err != nil {
			return false
		}
		was := a.kept.settings
		c.set(&a.kept.settings, n)
		if a.kept.settings.Words != was.Words {
			a.effect(Effect{Kind: TextMode, On: a.kept.settings.Words})
		}
		if key == "sound" {
			a.cue(WarmCue) // what was switched on can be heard
		}
		return true
	}
	return false
}

func (a *App) settingsView() *view.Node {
	col := []*view.Node{title("Settings")}
	for i := range choices {
		col = append(col, choices[i].view(a))
	}
	return a.page("settings", append(col, a.offeringView(), a.forgetView(), row("end", primary("back", "Back", "back")))...)
}

func (c *choice) view(a *App) *view.Node {
	now := c.get(&a.kept.settings)
	if c.options == nil {
		on, other := now == 1, 1-now
		if c.stands != nil {
			on = c.stands(a)
			other = map[bool]int{false: int(SoundOn), true: int(SoundOff)}[on]
		}
		return &view.Node{Key: c.key, Role: view.Switch, Text: c.title, On: on, Press: view.Action(fmt.Sprintf("set:%s:%d", c.key, other)),
			Style: choiceStyle, Layout: choiceLayout}
	}
	group := &view.Node{Key: "options", Role: view.RadioGroup, Name: c.title, Layout: view.Layout{Flow: view.Wrap, Gap: 8}}
	for i, o := range c.options {
		group.Children = append(group.Children, &view.Node{Key: strconv.Itoa(i), Role: view.Radio, Text: o, On: i == now,
			Press: view.Action(fmt.Sprintf("set:%s:%d", c.key, i)), Style: choiceStyle, Layout: choiceLayout})
	}
	return column(c.key, 6, heading("title", 2, c.title), group)
}

// forgetView is the one press that deletes everything, which then says so.
func (a *App) forgetView() *view.Node {
	col := []*view.Node{
		heading("title", 2, "What is kept here"),
		para("what", "Your settings, your conversations and the choice of what is offered are kept in this browser, on this device, and nowhere else."),
	}
	if a.forgot {
		col = append(col, &view.Node{Key: "gone", Role: view.Status, Text: "Everything that was kept here has been deleted.", Style: view.Style{Bold: true}})
	} else {
		col = append(col, row("act", secondary("forget", "Delete what is kept here", "forget")))
	}
	return column("kept", 8, col...)
}
