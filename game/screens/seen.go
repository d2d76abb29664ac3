package screens

import (
	"earned/game/debrief"
	"earned/game/talk"
	"earned/game/view/seen"
)

// seenIn is what a sighted player sees of the client, in words: the writer's,
// where the line has some, else what the picture shows.
func seenIn(t *talk.Talk, s talk.State) string {
	if l := t.Line(s); l.Seen != "" {
		return l.Seen
	}
	return seen.Of(debrief.FirstName(t.Client), feelsIn(t, s), s.Trust.Band(), t.Meeting(s).Setting)
}
