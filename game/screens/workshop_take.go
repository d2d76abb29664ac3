package screens

import (
	"fmt"
	"strconv"
	"strings"

	"earned/game/debrief"
	"earned/game/room"
	"earned/game/view"
)

// What is taken home from a workshop: a picture, a table, a sheet of paper. None
// holds anybody's own vote, nor a split of fewer than five.

// roomCSV is every reply of every path: what was said, how it landed, how the
// room voted and read it (RFC 4180).
func (a *App) roomCSV() string {
	var b strings.Builder
	line := func(cells ...string) {
		for i, c := range cells {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(quotedCSV(c))
		}
		b.WriteString("\r\n")
	}
	line("path", "reply", "meeting", "client said", "room said", "letter", "votes before discussion", "votes after discussion", "landed", "trust before", "trust after", "room’s reading (1-5)", "code")
	s := a.shop.s
	for i := range s.Tables {
		for k := range s.Tables[i].Ways {
			w := &s.Tables[i].Ways[k]
			r := debrief.Of(s.Talk, w.Run)
			for n := range r.Moments {
				m := &r.Moments[n]
				letters, before, after := "", "", ""
				if x := w.RoundAt(n); x != nil {
					letters, before, after = letter(x.Said), splitWords(x.Before), splitWords(x.After)
				} else if n < s.From {
					before = "before the room began"
				}
				line(a.wayName(i, k), strconv.Itoa(n+1), m.Meeting, m.Heard, m.Said, letters, before, after, m.Landed,
					strconv.Itoa(m.Before), strconv.Itoa(m.After), readingAt(w, n+1), w.Run.String())
			}
		}
	}
	return b.String()
}

func readingAt(w *room.Way, after int) string {
	for i := range w.Readings {
		r := &w.Readings[i]
		if x, ok := r.Level(); ok && r.After == after && !few(r.Counts[:]) {
			return strconv.Itoa(x + 1)
		}
	}
	return ""
}

// quotedCSV is a cell. One that a spreadsheet would take for a formula is kept
// from that.
func quotedCSV(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		s = "'" + s
	}
	if strings.ContainsAny(s, ",\"\r\n") {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}

// roomPoster is the workshop as one picture.
func (a *App) roomPoster() *view.Node {
	r := a.report
	return sheet(
		a.posterHead(),
		only(len(r.Moments) > 0, column("chart", 8, heading("title", 2, fmt.Sprintf("How much %s trusted the room", debrief.FirstName(r.Talk.Client))),
			a.curve(a.reviewLines(), 250), a.othersWords(), a.reachWords())),
		a.readingsView(), a.splitsView(), a.posterMoment(),
		quiet("foot", "Earned: a conversation game about trust. This path as a code: "+a.record.String()),
	)
}

// roomPrinted is the workshop on paper.
func (a *App) roomPrinted() *view.Node {
	r := a.report
	root := &view.Node{Key: "printed", Role: view.Main}
	root.Children = present([]*view.Node{
		a.reviewHead(), a.verdictView(), a.printedHabits(),
		only(len(r.Moments) > 0, column("chart", 8, heading("title", 2, fmt.Sprintf("How much %s trusted the room", debrief.FirstName(r.Talk.Client))),
			a.curve(a.reviewLines(), 220), a.othersWords(), a.reachWords())),
		a.readingsView(), a.splitsView(), a.roomQuestions(), a.everyMoment(),
		quiet("code", "This path as a code: "+a.record.String()),
	})
	return root
}
