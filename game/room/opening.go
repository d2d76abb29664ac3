package room

import (
	"earned/game/odds"
	"earned/game/talk"
)

// Opening is where a room can begin: a beat, with the likeliest way that leads
// there and keeps the best outcome open.
type Opening = odds.Arrival

// CutRounds is how many rounds a cut for twenty minutes holds at most: two and
// a half minutes each.
const CutRounds = 8

// Openings are the beats at which a room can begin, in the order of the file.
func Openings(t *talk.Talk, start int, prepared uint16) ([]Opening, error) {
	o, err := odds.Analyse(t, start, prepared)
	if err != nil {
		return nil, err
	}
	return o.Arrivals(), nil
}

// Cut is where the cut for twenty minutes begins: of the beats that leave at
// most CutRounds rounds, and the best outcome open, a meeting's first, or else
// the one with most left. False: the conversation has none.
func Cut(t *talk.Talk, all []Opening) (Opening, bool) {
	best, found := Opening{}, false
	weight := func(o Opening) int {
		w := o.Rest
		if o.Rest > CutRounds/2 && firstOfMeeting(t, o.Beat) {
			w += CutRounds
		}
		return w
	}
	for _, o := range all {
		if o.Rest <= CutRounds && o.Open && len(o.Way) > 0 && (!found || weight(o) > weight(best)) {
			best, found = o, true
		}
	}
	return best, found
}

func firstOfMeeting(t *talk.Talk, beat int) bool {
	beats := t.Conversation.Beats
	return beat == 0 || beats[beat-1].Meeting != beats[beat].Meeting
}
