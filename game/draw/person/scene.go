package person

import (
	"earned/game/view"
	"earned/scenarios"
)

// scene draws one layer of the figure on its stage, over the backdrop.
func (f *figure) scene(l int, s stage, pic view.Picture) {
	if s.setting == scenarios.Phone {
		if l == behind {
			f.silhouette(s, pic)
		}
		return
	}
	m := s.figure()
	f.paint(l, m, s)
	if l == front && s.setting == scenarios.Video {
		f.use(m)
		f.frame(s)
	}
}

// paint draws a layer through m.
func (f *figure) paint(layer int, m affine, s stage) {
	f.placeBody()
	f.placeHead()
	l, r := f.arm(-1), f.arm(1)
	switch layer {
	case behind:
		f.use(m.then(f.body))
		f.hairBack()
		f.trunk()
		f.use(m)
		f.upperArm(l)
		f.upperArm(r)
	case head:
		f.use(m.then(f.body))
		f.drawHead()
	case front:
		f.use(m)
		f.before(s, l, r)
	}
}

// before draws what is before head and trunk: the table, the things on it, and
// the forearms that lie there or are raised.
func (f *figure) before(s stage, l, r arm) {
	over := [2]arm{l, r}
	if f.pose[armR+wristX] > -10 { // unless the right one crosses over
		over = [2]arm{r, l}
	}
	for _, a := range over {
		if f.pose[a.base+below] >= 0.5 {
			f.foreArm(a)
		}
	}
	f.table(s)
	f.pad()
	held := f.pose[phoneUp] > 0.3
	if !held {
		f.phoneThing()
	}
	f.penThing()
	for _, a := range over {
		if f.pose[a.base+below] >= 0.5 {
			continue
		}
		if a.sd > 0 && held {
			f.phoneThing()
		}
		f.foreArm(a)
	}
}
