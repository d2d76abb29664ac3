package odds

import "earned/game/talk"

// AnalyseAtMost is Analyse with another bound on the states.
func AnalyseAtMost(t *talk.Talk, maximum int) (*Odds, error) {
	return analyse(t, Case{}, nil, maximum)
}
