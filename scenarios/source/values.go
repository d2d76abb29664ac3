package source

import "earned/scenarios"

// ID names something for other places to refer to: lower-case letters, digits
// and hyphens.
type ID string

// Text is something to be read. Line breaks in it are spaces; a blank line
// begins a new paragraph.
type Text string

// List is one id, or several in a list.
type List []ID

// Codes is one diagnostic's code, or several in a list.
type Codes []Text

// Moves is one move, or two in a list.
type Moves []scenarios.Move

// Manners is one manner, or several in a list.
type Manners []scenarios.Manner

// Pronouns are three: subject, object and possessive.
type Pronouns []Text

// YesNo is yes or no, or neither where nothing stands.
type YesNo scenarios.Want

// Words are the written forms, as for a closed list of the vocabulary. YAML's
// true and false are read as well.
func (YesNo) Words() []string { return []string{"", "yes", "no"} }

func (y YesNo) yes() bool { return y == YesNo(scenarios.Yes) }

// Reflected is what a reply says back.
type Reflected uint8

// What a reply may reflect.
const (
	_ Reflected = iota
	Issue
	Feeling
)

// Words are the written forms.
func (Reflected) Words() []string { return []string{"", "issue", "feeling"} }

// Reflects is one of them, or both in a list.
type Reflects []Reflected

// Shown is what a reply shows of the player.
type Shown uint8

// What a reply may show.
const (
	_ Shown = iota
	Competence
	Self
)

// Words are the written forms.
func (Shown) Words() []string { return []string{"", "competence", "self"} }

// Shows is one of them, or both in a list.
type Shows []Shown

// oneOrMore marks the lists whose single item may stand by itself.
type oneOrMore interface{ oneOrMore() }

func (List) oneOrMore()     {}
func (Codes) oneOrMore()    {}
func (Moves) oneOrMore()    {}
func (Manners) oneOrMore()  {}
func (Reflects) oneOrMore() {}
func (Shows) oneOrMore()    {}
func (Lines) oneOrMore()    {}
func (Targets) oneOrMore()  {}
