package main

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"earned/game/odds"
	"earned/game/talk"
	"earned/game/trust"
	"earned/scenarios"
)

// playCommand holds a conversation in the terminal.
type playCommand struct {
	Name  string   `arg:"" help:"A conversation by id, or a file."`
	Dir   string   `default:"scenarios" help:"The folder of conversations, clients/ and firm.yaml."`
	Start string   `help:"The named start; the first if not said."`
	Read  []string `help:"Notes read beforehand, by id." placeholder:"NOTE"`
	From  string   `help:"Begin at this beat, come to by the likeliest way that a random player comes." placeholder:"BEAT"`
	Meter bool     `help:"Show trust, what each reply did, and the rule that spoke."`
	Odds  bool     `help:"Show also what can still be reached."`
	Seed  uint64   `help:"Of the order of the replies; 0: the order of the file."`
}

// player is a conversation being held.
type player struct {
	*playCommand
	*talk.Talk
	in      *bufio.Scanner
	out     io.Writer
	odds    *odds.Odds // nil where they are not asked for
	past    []talk.State
	state   talk.State
	meeting *scenarios.Meeting
}

func (c *playCommand) Run(e *env) error {
	all, err := talks(e, c.Dir, []string{c.Name})
	if err != nil {
		return err
	}
	p := &player{playCommand: c, Talk: all[0], in: bufio.NewScanner(e.in), out: e.out}
	start, err := startOf(p.Talk, c.Start)
	if err != nil {
		return err
	}
	prepared, err := p.prepared()
	if err != nil {
		return err
	}
	p.state = p.Talk.Start(start, prepared)
	if err := p.look(start, prepared); err != nil {
		return err
	}
	return p.hold()
}

// prepared is the set of the notes read.
func (p *player) prepared() (uint16, error) {
	set := uint16(0)
	for _, id := range p.Read {
		found := false
		for i := range p.Conversation.Notes {
			if p.Conversation.Notes[i].ID == id {
				set |= 1 << i
				found = true
			}
		}
		if !found {
			return 0, fmt.Errorf("%s has no note %q", p.Conversation.ID, id)
		}
	}
	if len(p.Read) > p.Conversation.Prepare {
		return 0, fmt.Errorf("%s lets you read %d notes, not %d", p.Conversation.ID, p.Conversation.Prepare, len(p.Read))
	}
	return set, nil
}

// look works out the odds, where they are needed, and goes to the beat to
// begin at.
func (p *player) look(start int, prepared uint16) error {
	if p.From == "" && !p.Odds {
		return nil
	}
	o, err := odds.Analyse(p.Talk, start, prepared)
	if err != nil {
		return err
	}
	if p.Odds {
		p.odds = o
	}
	if p.From == "" {
		return nil
	}
	for i := range p.Conversation.Beats {
		if p.Conversation.Beats[i].ID != p.From {
			continue
		}
		s, ok := o.Likeliest(i)
		if !ok {
			return fmt.Errorf("beat %q cannot be reached from this start", p.From)
		}
		p.state = s
		return nil
	}
	return fmt.Errorf("%s has no beat %q", p.Conversation.ID, p.From)
}

// hold goes on until the end, or until there is nothing more to read.
func (p *player) hold() error {
	fmt.Fprintf(p.out, "%s\n", p.Conversation.Title)
	if p.From == "" {
		p.paragraphs(p.Conversation.Brief)
		p.paragraphs([]string{"Today you want: " + p.Conversation.Want})
	}
	for !p.state.Over() {
		shown := p.say()
		r, ok := p.ask(shown)
		switch {
		case !ok:
			fmt.Fprintln(p.out)
			return p.in.Err()
		case r < 0:
			p.back()
		default:
			p.give(shown[r])
		}
	}
	p.end()
	return nil
}

// say shows the scene, what the client says, and what may be answered.
func (p *player) say() []int {
	if m := p.Meeting(p.state); m != p.meeting {
		p.meeting = m
		fmt.Fprintf(p.out, "\n── %s ──\n", m.Title)
		p.paragraphs([]string{m.Opens})
	}
	line := p.Line(p.state)
	if line.Seen != "" {
		p.paragraphs([]string{"(" + line.Seen + ")"})
	}
	p.paragraphs([]string{p.Client.Name + ": " + line.Says})
	for _, x := range p.Beat(p.state).Voice {
		p.paragraphs([]string{"You think: " + x.Says})
	}
	shown := p.Offered(p.state, nil)
	if p.Seed != 0 {
		shown = p.Order(p.Seed, p.state, nil)
	}
	for i, r := range shown {
		fmt.Fprintf(p.out, "  %d  %s\n", i+1, p.Beat(p.state).Replies[r].Says)
	}
	return shown
}

// ask reads which reply is given, by number: -1 is the word back, false that
// nothing more can be read or that it is enough.
func (p *player) ask(shown []int) (int, bool) {
	for {
		fmt.Fprintf(p.out, "\n1–%d, b to go back, q to stop > ", len(shown))
		if !p.in.Scan() {
			return 0, false
		}
		switch word := strings.ToLower(strings.TrimSpace(p.in.Text())); word {
		case "q", "quit":
			return 0, false
		case "b", "back":
			return -1, true
		default:
			if n, err := strconv.Atoi(word); err == nil && n >= 1 && n <= len(shown) {
				return n - 1, true
			}
			fmt.Fprintf(p.out, "There is no reply %q.\n", word)
		}
	}
}

func (p *player) back() {
	if len(p.past) == 0 {
		fmt.Fprintln(p.out, "This is where it began.")
		return
	}
	p.state, p.past = p.past[len(p.past)-1], p.past[:len(p.past)-1]
}

// give gives a reply and, with the meter, says what it did.
func (p *player) give(reply int) {
	said := &p.Beat(p.state).Replies[reply]
	before := p.state
	after, result := p.Apply(before, reply)
	p.past = append(p.past, before)
	p.state = after
	if !p.Meter && !p.Odds {
		return
	}
	fmt.Fprintf(p.out, "\n  %s: %s, trust %d → %d (%+d)\n", said.ID, result.Landing, before.Trust.Trust, after.Trust.Trust, result.Change)
	fmt.Fprintf(p.out, "  %s thinks: %s\n", p.Client.Name, said.Thinks)
	if said.Reason != "" {
		fmt.Fprintf(p.out, "  heard otherwise: %s\n", said.Reason)
	}
	for id := range result.Spoke.Rules() {
		rule := &trust.Rules[id]
		mark := " "
		if id == result.Lead {
			mark = ">"
		}
		fmt.Fprintf(p.out, "  %s %s (%s): %s\n", mark, rule.Name, strings.Join(rule.Principles, " "), rule.Sentence(p.Client))
	}
	p.prospect(before, after)
}

// prospect says what can still be reached.
func (p *player) prospect(before, after talk.State) {
	if p.odds == nil {
		return
	}
	was, _ := p.odds.Prospect(before)
	is, ok := p.odds.Prospect(after)
	if !ok {
		return
	}
	fmt.Fprintf(p.out, "  from here: %s at best, %s at worst, trust %d to %d at the end\n",
		p.Conversation.Endings[is.Best.Ending].ID, p.Conversation.Endings[is.Worst.Ending].ID, is.Least, is.Most)
	if was.Open && !is.Open {
		fmt.Fprintln(p.out, "  That was the point of no return: the best outcome is out of reach.")
	}
}

func (p *player) end() {
	e := p.Ending(p.state)
	fmt.Fprintf(p.out, "\n── %s ──\n", e.Title)
	p.paragraphs(e.Says)
	if e.Became != "" {
		p.paragraphs([]string{e.Became})
	}
	if e.Judged != "" {
		p.paragraphs([]string{e.Judged})
	}
	referral := "no referral"
	if e.Referral {
		referral = "a referral"
	}
	fmt.Fprintf(p.out, "\ndeal: %s; %s; trust %d", e.Deal, referral, p.state.Trust.Trust)
	if p.TrustedAdvisor(p.state) {
		fmt.Fprint(p.out, "; a trusted advisor")
	}
	fmt.Fprintln(p.out)
}

func (p *player) paragraphs(all []string) {
	for _, text := range all {
		fmt.Fprintf(p.out, "\n%s\n", wrap(strings.TrimSpace(text), 96))
	}
}

// wrap breaks a paragraph into lines of at most so many characters.
func wrap(text string, most int) string {
	var b strings.Builder
	n := 0
	for word := range strings.FieldsSeq(text) {
		size := len([]rune(word))
		switch {
		case n == 0:
		case n+1+size > most:
			b.WriteByte('\n')
			n = 0
		default:
			b.WriteByte(' ')
			n++
		}
		b.WriteString(word)
		n += size
	}
	return b.String()
}
