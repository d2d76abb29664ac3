package source

import "slices"

// Code is one kind of fault. Its page, docs/diagnostics/<ID>.md, says what it
// means, how to mend it, and shows it.
type Code struct {
	ID    string
	Title string
	Stops bool // what has it cannot be played
}

// The codes of the reader. Numbers are for ever: a code that goes leaves a gap.
var (
	notText       = code("E001", "The file is not text", true)
	emptyFile     = code("E002", "The file is empty", true)
	notYAML       = code("E003", "The file is not YAML", true)
	wrongType     = code("E004", "A value is of the wrong kind", true)
	unknownField  = code("E005", "A field does not exist", true)
	missingField  = code("E006", "A field is missing", true)
	unknownWord   = code("E007", "A word is not of the list", true)
	fieldTwice    = code("E008", "A field is given twice", true)
	notAnID       = code("E009", "An id is misspelt", true)
	tooMuchYAML   = code("E010", "YAML that the form does not use", true)
	sameID        = code("E011", "An id is given twice", true)
	noSuchBeat    = code("E012", "A target does not exist", true)
	noSuchClient  = code("E013", "A client does not exist", true)
	noSuchNote    = code("E014", "A note does not exist", true)
	noSuchPromise = code("E015", "A promise does not exist", true)
	wrongFileName = code("E016", "The file is not named after its id", true)
	nothingElse   = code("E017", "Nothing is left for the other cases", true)
	neverTaken    = code("E018", "Something comes after what always holds", false)
	notReached    = code("E019", "No reply leads to a beat", false)
	noWayOut      = code("E020", "No way leads from a beat to the end", false)
	factNotSet    = code("E021", "A fact is read and never set", true)
	factNotRead   = code("E022", "A fact is set and never read", false)
	promiseUnmade = code("E023", "A promise is never made", false)
	promiseNotDue = code("E024", "A promise never comes due", false)
	heardAsOften  = code("E025", "Too many replies are heard as something else", false)
	tooMany       = code("E026", "There are too many of something", true)
	neverHolds    = code("E027", "A condition can never hold", false)
	partsOfMove   = code("E028", "A move and its parts do not go together", false)
	noteNotRead   = code("E029", "A note opens nothing", false)
	backInTime    = code("E030", "A reply leads back to an earlier meeting", false)
	sameReplyCode = code("E031", "Two replies would share a sign in run codes", true)
	ownFeeling    = code("E032", "The feeling named is the one shown", false)
	sameWords     = code("E033", "Two replies say the same", false)
	noFirm        = code("E034", "There is no firm", false)
	prepareNotes  = code("E035", "Notes and how many may be read do not go together", false)
	cannotKeep    = code("E036", "A reply keeps what cannot be kept", false)
	nobodyKeeps   = code("E037", "No reply keeps a promise", false)
	noSuchPast    = code("E038", "A conversation or ending of the career does not exist", true)
	backslash     = code("E039", "A text has a backslash in it", false)
	afterItself   = code("E040", "A conversation would be held after itself", true)
	cutOff        = code("E041", "A text is cut off by a #", false)
	tooLong       = code("E042", "What is said is too long", false)
)

var codes []Code

func code(id, title string, stops bool) string {
	codes = append(codes, Code{id, title, stops})
	return id
}

// AllCodes lists the kinds of fault the reader knows, by number.
func AllCodes() []Code {
	out := slices.Clone(codes)
	slices.SortFunc(out, func(a, b Code) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return out
}

func stops(id string) bool {
	i := slices.IndexFunc(codes, func(c Code) bool { return c.ID == id })
	return i >= 0 && codes[i].Stops
}
