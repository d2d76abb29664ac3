package screens

import (
	"earned/game/talk"
	"earned/scenarios"
)

// seenIn is what a sighted player sees of the client, in words.
func seenIn(t *talk.Talk, s talk.State) string {
	if l := t.Line(s); l.Seen != "" {
		return l.Seen
	}
	return t.Client.Name + seenFeeling[feelsIn(t, s)]
}

var seenFeeling = [...]string{
	scenarios.NoFeeling: " waits for what you will say.",
	scenarios.Guarded:   " keeps arms close and gives nothing away.",
	scenarios.Anxious:   " cannot keep still.",
	scenarios.Amused:    " has the beginnings of a smile.",
	scenarios.Hurt:      " looks down and swallows.",
	scenarios.Curious:   " leans in, head a little to one side.",
	scenarios.Relieved:  " lets both shoulders drop.",
	scenarios.Angry:     " has gone tight around the mouth.",
	scenarios.Warm:      " looks at you and smiles.",
	scenarios.Absent:    " looks past you.",
}
