// Package seen says in a sentence what a picture of a client shows: the
// accessible name of the picture, for those who listen. It says what can be
// seen, never what it means, and it is true to what game/draw/person draws; a
// test there holds the two together.
package seen

import (
	"strings"

	"earned/scenarios"
)

// Of is what a sighted player could see of the client called name, who feels so
// and shows so much of it, in a setting. Each feeling has its own sentence in
// each band. On the phone there is only a voice, and the line it draws.
func Of(name string, feeling scenarios.Feeling, band scenarios.Band, setting scenarios.Setting) string {
	if int(feeling) >= len(sights) {
		feeling = scenarios.NoFeeling
	}
	band = min(band, scenarios.Trusting)
	if setting == scenarios.Phone {
		return "A voice on the phone: " + name + outlines[band] + voices[feeling]
	}
	side, ok := asides[setting]
	if !ok {
		side = asides[scenarios.Office]
	}
	return name + strings.ReplaceAll(sights[feeling][band], "{aside}", side)
}

// asides are what a client looks at who looks away, to the viewer's right.
var asides = map[scenarios.Setting]string{
	scenarios.Office:   "the door",
	scenarios.Ward:     "the door",
	scenarios.Workshop: "the tools on the wall",
	scenarios.Video:    "something beside the screen",
}

// sights are, for each feeling, what is seen from cold to trusting.
var sights = [...][4]string{
	scenarios.NoFeeling: {
		" sits with clasped hands beside a shut notebook, and waits.",
		" has let both hands lie on the table, and waits.",
		" looks at you, hands resting beside half a page of notes.",
		" leans in and waits, both palms open on the table.",
	},
	scenarios.Guarded: {
		" sits back with folded arms, lips pressed, face turned towards {aside}. The notebook is shut.",
		" sits back, hands clasped and lips pressed, with a line or two in the notebook.",
		" looks at you through narrowed eyes, both hands flat on the table.",
		" gives little away, but has picked up the pen and come closer, over a page of notes.",
	},
	scenarios.Anxious: {
		" sits with raised shoulders, hands out of sight under the table, and looks away.",
		" turns a pen over and over in both hands, shoulders raised.",
		" has pinched brows and clasped hands, and half a page of notes.",
		" leans in with pinched brows, looks at you, and has one palm open on the table.",
	},
	scenarios.Amused: {
		" sits with folded arms, and one corner of the mouth goes up.",
		" smiles on one side, chin on one hand.",
		" smiles with creased eyes, both hands loose on the table.",
		" leans in and grins, both palms open on the table.",
	},
	scenarios.Hurt: {
		" holds one arm with the other hand, and looks down and away.",
		" looks down, mouth drawn down, over tightly clasped hands.",
		" has a hand on the chest and looks down, brows raised in the middle.",
		" has a hand on the chest and the other palm open on the table, and looks nearly at you.",
	},
	scenarios.Curious: {
		" tilts the head and raises one brow, but the hands stay clasped and the notebook shut.",
		" tilts the head, one brow up, chin on one hand.",
		" has picked up the pen, head tilted, one brow up.",
		" leans in and writes, one brow up; the page is nearly full.",
	},
	scenarios.Relieved: {
		" lets the shoulders drop, eyes nearly shut, hands still clasped.",
		" breathes out with eyes nearly shut, and the hands have come apart on the table.",
		" breathes out and smiles with eyes nearly shut, a hand on the chest.",
		" lets out a long breath and smiles, a hand on the chest and the other palm open on the table.",
	},
	scenarios.Angry: {
		" sits behind folded arms, brows down, mouth tight. The notebook is shut.",
		" has two fists on the table, brows down, mouth tight.",
		" looks straight at you, brows down, both hands spread flat on the table.",
		" leans in with lowered brows, one palm open on the table, and does not look away.",
	},
	scenarios.Warm: {
		" smiles, hands still clasped beside a shut notebook.",
		" smiles, and the hands lie loosely on the table.",
		" leans in and smiles, both palms open on the table.",
		" leans in close and smiles, a hand on the chest and the other palm open on the table.",
	},
	scenarios.Absent: {
		" looks down at a phone. The notebook is shut.",
		" looks at {aside}, chin on one hand.",
		" turns a pen over in both hands and looks past you.",
		" looks a little past you, hands resting beside a page of notes.",
	},
}

// outlines are how an outline sits by the phone, from cold to trusting.
var outlines = [...]string{
	" sits well back, and the line of the voice ",
	" sits back a little, and the line of the voice ",
	" sits forward a little, and the line of the voice ",
	" sits close, and the line of the voice ",
}

// voices are how the line of the voice runs.
var voices = [...]string{
	scenarios.NoFeeling: "runs evenly.",
	scenarios.Guarded:   "runs low and even.",
	scenarios.Anxious:   "jumps, quick and ragged.",
	scenarios.Amused:    "bounces, and rises at the end.",
	scenarios.Hurt:      "starts, and sinks away.",
	scenarios.Curious:   "climbs towards the end.",
	scenarios.Relieved:  "goes up once and comes down slowly.",
	scenarios.Angry:     "stands tall and jagged.",
	scenarios.Warm:      "swells, round and full.",
	scenarios.Absent:    "hardly leaves the ground.",
}
