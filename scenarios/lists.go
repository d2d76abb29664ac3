package scenarios

// Words gives the written forms of a closed list in the order of its values, so
// that a reader can turn a word into a value and suggest the nearest one. An
// empty first word means that the zero value cannot be written: it is what
// stands when nothing is. Nobody may change what they return.

// Words are the moves as they are written.
func (Move) Words() []string { return moveNames[:] }

// Words are the needs as they are written.
func (Need) Words() []string { return needNames[:] }

// Words are the feelings as they are written.
func (Feeling) Words() []string { return feelingNames[:] }

// Words are the manners as they are written.
func (Manner) Words() []string { return mannerNames[:] }

// Words are the breaches as they are written.
func (Breach) Words() []string { return breachNames[:] }

// Words are the phases as they are written.
func (Phase) Words() []string { return phaseNames[:] }

// Words are the landings as they are written.
func (Landing) Words() []string { return landingNames[:] }

// Words are what a client may weigh as they are written.
func (Weigh) Words() []string { return weighNames[:] }

// Words are the bands as they are written.
func (Band) Words() []string { return bandNames[:] }

// Words are the expectations as they are written.
func (Expect) Words() []string { return expectNames[:] }

// Words are the steps of repair as they are written.
func (Repair) Words() []string { return repairNames[:] }

// Words are the tells as they are written.
func (Tell) Words() []string { return tellNames[:] }

// Words are the settings as they are written.
func (Setting) Words() []string { return settingNames[:] }

// Figures are the drawn figures by their names, after that of none (game/draw/person
// draws them).
func Figures() []string { return figureNames[:] }

// Words are the outcomes of a deal as they are written.
func (Deal) Words() []string { return dealNames[:] }
