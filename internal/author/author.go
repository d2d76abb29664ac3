// Package author finds what an author should know before anyone plays: what the
// reader of the written form cannot see, because it takes the rules and the
// exact odds. For tools.
package author

import (
	"errors"
	"io/fs"
	"slices"

	"earned/game/odds"
	"earned/game/talk"
	"earned/scenarios"
	"earned/scenarios/source"
)

// Code is one kind of fault that the odds find. Its page is in
// docs/diagnostics, like those of the reader's codes.
type Code struct{ ID, Title string }

// The codes. Numbers are for ever, and begin at 101.
const (
	otherwise    = "E101"
	neverOffered = "E102"
	neverReached = "E103"
	neverEnds    = "E104"
	deadEnd      = "E105"
	unmet        = "E106"
	overBudget   = "E107"
	notWalked    = "E108"
)

// Codes lists them.
var Codes = []Code{
	{otherwise, "A reply does not land as expected"},
	{neverOffered, "A reply is never offered"},
	{neverReached, "A beat is never reached"},
	{neverEnds, "An ending that nobody reaches"},
	{deadEnd, "A beat where nothing is offered"},
	{unmet, "A need that nothing meets"},
	{overBudget, "Too many states"},
	{notWalked, "The odds cannot be computed"},
}

// Check reads a folder of scenarios and finds every fault in it: the reader's,
// and in each conversation that can be played those of the odds. Watch, where
// it is not nil, is told which conversation is being looked at.
func Check(root fs.FS, watch func(conversation string)) (*scenarios.Book, []source.Diagnostic) {
	book, faults, places := source.ReadPlaces(root)
	for i := range book.Conversations {
		if watch != nil {
			watch(book.Conversations[i].ID)
		}
		faults = append(faults, Weigh(book, book.Conversations[i].ID, places)...)
	}
	source.Sort(faults)
	return book, faults
}

// Weigh finds what the odds know of one conversation of a book. A code that
// the conversation names as exempt is left out.
func Weigh(book *scenarios.Book, id string, places source.Places) []source.Diagnostic {
	t, err := talk.New(book, id)
	if err != nil {
		return nil // the reader has said why
	}
	w := &weigher{t: t, places: places}
	w.weigh()
	return slices.DeleteFunc(w.faults, func(d source.Diagnostic) bool {
		return slices.Contains(t.Conversation.Exempt, d.Code)
	})
}

// weigher looks at one conversation from all its starts and preparations.
type weigher struct {
	t      *talk.Talk
	places source.Places
	all    []*odds.Odds
	beats  [][]odds.Beat // of each of them
	faults []source.Diagnostic
}

// nothing is a part of no kind: the file as a whole.
var nothing = source.Part{Beat: -1, Reply: -1, Ending: -1}

func (w *weigher) fault(at source.Part, code, mend, format string, args ...any) {
	w.faults = append(w.faults, w.places.Fault(w.t.Conversation.ID, at, code, mend, format, args...))
}

func (w *weigher) weigh() {
	for _, c := range odds.Cases(w.t) {
		o, err := odds.Analyse(w.t, c.Start, c.Prepared)
		if err != nil {
			mend := "" // a circle says its own
			if many := (*odds.TooMany)(nil); errors.As(err, &many) {
				mend = "Fewer facts and promises alive at once, or fewer conditions on old ones."
			}
			w.fault(nothing, notWalked, mend, "%v", err)
			return
		}
		w.all = append(w.all, o)
		w.beats = append(w.beats, o.Beats())
	}
	w.budget()
	w.endings()
	for i := range w.t.Conversation.Beats {
		w.beat(i)
	}
}
