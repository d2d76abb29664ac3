package scenarios

// Words lists the written forms of each closed list, in the order of its
// values, so that a reader can turn a word into a value and suggest the
// nearest one. An empty first word means that the zero value cannot be
// written: it is what stands when nothing is.

func (Move) Words() []string    { return moveNames[:] }
func (Need) Words() []string    { return needNames[:] }
func (Feeling) Words() []string { return feelingNames[:] }
func (Manner) Words() []string  { return mannerNames[:] }
func (Breach) Words() []string  { return breachNames[:] }
func (Phase) Words() []string   { return phaseNames[:] }
func (Landing) Words() []string { return landingNames[:] }
func (Weigh) Words() []string   { return weighNames[:] }
func (Band) Words() []string    { return bandNames[:] }
func (Expect) Words() []string  { return expectNames[:] }
func (Repair) Words() []string  { return repairNames[:] }
func (Tell) Words() []string    { return tellNames[:] }
func (Setting) Words() []string { return settingNames[:] }
func (Deal) Words() []string    { return dealNames[:] }
