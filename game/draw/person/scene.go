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
