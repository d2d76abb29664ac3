package screens

import (
	"errors"
	"fmt"
	"hash/crc32"
	"strconv"
	"strings"
)

// kept is everything that outlives a reload. It is written after every choice
// as a few lines of text, the last a checksum:
//
//	earned 1
//	settings 1 0 2 0 0 0
//	offer nine-months-late ten-to-two
//	at 3 0 0 0
//	brief 1 nine-months-late
//	now <code of the run in progress>
//	shown <code of a run that a link brought, whose debrief is open>
//	else 4 <code of a what-if, begun at the fourth reply of the run being looked at>
//	run 2 <code of a recorded run, oldest first; before it the answer in their chair>
//	sum 89abcdef
type kept struct {
	settings Settings
	offered  []string // ids of the conversations that are offered; none: all
	at       Place    // which screen
	moment   int      // the moment opened in the debrief
	asked    int      // the answer chosen to "how is it going?", not yet given: 1–5
	voice    int      // excuses answered at this beat
	brief    string   // the conversation being read about
	prepared uint16   // notes read for it
	now      string   // code of the run in progress; empty: none
	look     int      // 1 + index in runs of the one whose ending or debrief is open; 0: none
	shown    string   // code of a run that a link brought, whose debrief is open; empty: none
	other    string   // code of the what-if in progress, or held against that run
	from     int      // the reply it began at
	runs     []recorded
}

// recorded is a run that has ended. Its code is never rewritten.
type recorded struct {
	code  string
	chair int // "would I buy from this person?", answered as the client: 1 + index in chairScale; 0: not answered
}

const (
	keptHead = "earned 1"
	keptMost = 1 << 20 // bytes; anything larger was not written by us
)

func (k *kept) String() string {
	var b strings.Builder
	line := func(word string, parts ...string) {
		b.WriteString(word)
		for _, p := range parts {
			b.WriteByte(' ')
			b.WriteString(p)
		}
		b.WriteByte('\n')
	}
	line(keptHead)
	line("settings", k.settings.numbers()...)
	if len(k.offered) > 0 {
		line("offer", k.offered...)
	}
	line("at", strconv.Itoa(int(k.at)), strconv.Itoa(k.moment), strconv.Itoa(k.asked), strconv.Itoa(k.voice))
	if k.brief != "" {
		line("brief", strconv.Itoa(int(k.prepared)), k.brief)
	}
	if k.now != "" {
		line("now", k.now)
	}
	if k.look > 0 {
		line("look", strconv.Itoa(k.look))
	}
	if k.shown != "" {
		line("shown", k.shown)
	}
	if k.other != "" {
		line("else", strconv.Itoa(k.from), k.other)
	}
	for _, r := range k.runs {
		line("run", strconv.Itoa(r.chair), r.code)
	}
	return b.String() + fmt.Sprintf("sum %08x", crc32.ChecksumIEEE([]byte(b.String())))
}

// readKept reads what String wrote. It fails on anything else, however little
// it differs: a broken save is set aside and said, never guessed at.
func readKept(s string) (kept, error) {
	k := kept{settings: DefaultSettings()}
	if len(s) > keptMost {
		return k, errors.New("it is too long to be ours")
	}
	at := strings.LastIndex(s, "sum ")
	if at < 0 {
		return k, errors.New("its end is missing")
	}
	if s[at:] != fmt.Sprintf("sum %08x", crc32.ChecksumIEEE([]byte(s[:at]))) {
		return k, errors.New("its checksum does not match")
	}
	lines := strings.Split(strings.TrimSuffix(s[:at], "\n"), "\n")
	if lines[0] != keptHead {
		return k, fmt.Errorf("it was written by another version (%.20q)", lines[0])
	}
	for _, l := range lines[1:] {
		if err := k.read(l); err != nil {
			return k, err
		}
	}
	if k.look > len(k.runs) || k.other != "" && k.look == 0 && k.shown == "" || k.look > 0 && k.shown != "" {
		return k, errors.New("it speaks of a conversation it does not hold")
	}
	return k, nil
}

func (k *kept) read(line string) error {
	word, rest, _ := strings.Cut(line, " ")
	var err error
	switch word {
	case "settings":
		k.settings, err = readSettings(strings.Fields(rest))
	case "offer":
		k.offered = strings.Fields(rest)
	case "at":
		return k.readAt(strings.Fields(rest))
	case "brief":
		var n int
		notes, id, _ := strings.Cut(rest, " ")
		n, err = number(notes, 1<<16-1)
		k.brief, k.prepared = id, uint16(n)
	case "now":
		k.now = rest
	case "look":
		k.look, err = number(rest, 1<<20)
	case "shown":
		k.shown = rest
	case "else":
		n, code, _ := strings.Cut(rest, " ")
		k.other = code
		k.from, err = number(n, 1<<10)
	case "run":
		chair, code, _ := strings.Cut(rest, " ")
		r := recorded{code: code}
		r.chair, err = number(chair, len(chairScale))
		k.runs = append(k.runs, r)
	default:
		err = fmt.Errorf("it holds a line nobody wrote (%.20q)", line)
	}
	return err
}

func (k *kept) readAt(fields []string) error {
	var n [4]int
	if len(fields) != len(n) {
		return fmt.Errorf("it names a place by %d numbers, and takes %d", len(fields), len(n))
	}
	for i, most := range [...]int{int(numPlaces) - 1, 1 << 10, len(scale), 1 << 10} {
		var err error
		if n[i], err = number(fields[i], most); err != nil {
			return err
		}
	}
	k.at, k.moment, k.asked, k.voice = Place(n[0]), n[1], n[2], n[3]
	return nil
}

// number reads a whole number from 0 to most.
func number(s string, most int) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > most {
		return 0, fmt.Errorf("%.20q is not a number from 0 to %d", s, most)
	}
	return n, nil
}
