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

// Figure is who is drawn.
type Figure uint8

// Words are the written forms.
func (Figure) Words() []string { return scenarios.Figures() }

func (f Figure) String() string { return f.Words()[f] }

// Exemption is what a conversation may be the exception to: a strategy of the
// odds that reaches the best outcome, or a diagnostic that does not stop it.
type Exemption uint8

// Words are the written forms.
func (Exemption) Words() []string { return exemptions }

func (e Exemption) String() string { return exemptions[e] }

// exemptions hold those of the odds (game/odds, internal/author), then those of
// the reader.
var exemptions = append([]string{
	"", "always-empathy", "always-pushback", "always-pitch", "first", "last", "longest", "shortest", "nicest", "blind",
	"E101", "E102", "E103", "E104", "E105", "E106", "E107", "E108",
}, mayPass()...)

func mayPass() []string {
	var out []string
	for _, c := range AllCodes() {
		if !c.Stops {
			out = append(out, c.ID)
		}
	}
	return out
}

// Exemptions are one exemption, or several in a list.
type Exemptions []Exemption

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

func (List) oneOrMore()       {}
func (Exemptions) oneOrMore() {}
func (Moves) oneOrMore()      {}
func (Manners) oneOrMore()    {}
func (Reflects) oneOrMore()   {}
func (Shows) oneOrMore()      {}
func (Lines) oneOrMore()      {}
func (Targets) oneOrMore()    {}
