package screens

import "slices"

// Elsewhere takes in what another tab has kept under Key, so that neither undoes
// what the other has recorded: endings that only one of them has are kept by
// both, the one kept first standing first. Where this tab is stays as it is.
// Empty: everything was deleted there, and is here, but for a conversation in
// progress. What cannot be read is passed over.
func (a *App) Elsewhere(saved string) {
	if saved == "" {
		a.blank()
		a.changed()
		return
	}
	theirs, err := readKept(saved)
	if err != nil {
		return
	}
	k := &a.kept
	looked := ""
	if k.look > 0 {
		looked = k.runs[k.look-1].code
	}
	own := k.runs
	k.runs = theirs.runs
	lacking := false // there, of what was recorded here
	for _, r := range own {
		i := k.find(r.code)
		if i < 0 {
			k.runs, lacking = append(k.runs, r), true
		} else if k.runs[i].chair == 0 && r.chair != 0 {
			k.runs[i].chair, lacking = r.chair, true
		}
	}
	k.look = 1 + k.find(looked)
	theirs.settings.Words = k.settings.Words // how this tab is shown
	k.settings, k.offered = theirs.settings, theirs.offered
	if a.held == nil || a.held.whatIf() {
		k.now = theirs.now
	}
	a.saved = saved
	if lacking {
		a.save()
	}
	a.changed()
}

// find is the index of the recorded run of that code, -1 where there is none.
func (k *kept) find(code string) int {
	return slices.IndexFunc(k.runs, func(r recorded) bool { return r.code == code })
}
