package person

// paint draws the whole figure, and the table between trunk and hands.
func (f *figure) paint(m affine, s stage) {
	f.placeBody()
	f.placeHead()
	l, r := f.arm(-1), f.arm(1)
	f.use(m.then(f.body))
	f.hairBack()
	f.trunk()
	f.use(m)
	f.upperArm(l)
	f.upperArm(r)
	f.use(m.then(f.body))
	f.drawHead()
	f.use(m)
	for _, a := range [2]arm{r, l} {
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
	over := [2]arm{l, r}
	if f.pose[armR+wristX] > -10 { // unless the right one crosses over
		over = [2]arm{r, l}
	}
	for _, a := range over {
		if f.pose[a.base+below] < 0.5 {
			if a.sd > 0 && held {
				f.phoneThing()
			}
			f.foreArm(a)
		}
	}
}
