package person

import (
	"earned/game/view"
	"earned/scenarios"
)

// scene draws the figure on its stage, over the backdrop.
func (f *figure) scene(s stage, pic view.Picture) {
	m := s.figure()
	if s.setting == scenarios.Phone {
		f.silhouette(s, pic)
		return
	}
	f.paint(m, s)
	if s.setting == scenarios.Video {
		f.use(m)
		f.frame(s)
	}
}

// silhouette draws a voice: an outline one may know, and its line.
func (f *figure) silhouette(s stage, pic view.Picture) {
	f.use(s.figure())
}

// habits are what a pose owes to the person and the place rather than to the
// feeling.
func (l *Look) habits(q *Pose, pic view.Picture) {
}
