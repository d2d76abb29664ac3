package main

import (
	"archive/tar"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"earned/game/talk"
)

// change is one figure that is not what it was.
type change struct {
	What   string `json:"what"`
	Before any    `json:"before"` // nil: there was none
	After  any    `json:"after"`  // nil: there is none any more
}

// changes is what an edit did to one conversation.
type changes struct {
	Conversation string   `json:"conversation"`
	Changes      []change `json:"changes"`
}

// diff says what has changed since a revision, by today's rules on both texts.
func (c *oddsCommand) diff(e *env, p *progress, all []*talk.Talk) error {
	p.is("reading %s", c.Diff)
	old, err := os.MkdirTemp("", "scenario-odds-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(old)
	if err := checkOut(c.Dir, c.Diff, old); err != nil {
		return err
	}
	book, err := readBook(&env{out: io.Discard, log: io.Discard}, old)
	if err != nil {
		return err
	}
	list := []changes{}
	for _, t := range all {
		x := changes{Conversation: t.Conversation.ID, Changes: []change{}}
		after, err := c.summarise(p, t)
		if err != nil {
			return err
		}
		if was, err := talk.New(book, t.Conversation.ID); err != nil {
			x.Changes = append(x.Changes, change{What: "the conversation", After: "new"})
		} else {
			before, err := c.summarise(p, was)
			if err != nil {
				return fmt.Errorf("%s: %w", c.Diff, err)
			}
			x.compare(before, after)
		}
		list = append(list, x)
	}
	if c.JSON {
		return writeList(e, list)
	}
	writeChanges(e.out, c.Diff, list)
	return nil
}

func (c *oddsCommand) summarise(p *progress, t *talk.Talk) (*summary, error) {
	s, err := c.survey(p, t)
	if err != nil {
		return nil, err
	}
	return s.summary(p)
}

// checkOut puts a folder, as it was at a git revision, into another.
func checkOut(dir, rev, into string) error {
	if err := isFolder(dir); err != nil {
		return err
	}
	cmd := exec.Command("git", "archive", "--format=tar", rev, ".")
	cmd.Dir = dir
	var out, fault bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &fault
	if err := cmd.Run(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return errors.New("--diff needs git, and there is none here")
		}
		return fmt.Errorf("%s has no revision %s: %s", dir, rev, cmp.Or(strings.TrimSpace(fault.String()), err.Error()))
	}
	for r := tar.NewReader(&out); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if h.Typeflag != tar.TypeReg || filepath.Ext(h.Name) != ".yaml" || !filepath.IsLocal(h.Name) {
			continue
		}
		text, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		name := filepath.Join(into, filepath.FromSlash(h.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, text, 0o600); err != nil {
			return err
		}
	}
}

// worth is how much a figure must have changed to be worth a word.
const worth = 0.0005

func (x *changes) number(what string, before, after float64) {
	if math.Abs(before-after) >= worth {
		x.Changes = append(x.Changes, change{what, before, after})
	}
}

func (x *changes) text(what, before, after string) {
	if before != after {
		x.Changes = append(x.Changes, change{what, before, after})
	}
}

func (x *changes) compare(before, after *summary) {
	x.text("the best outcome", before.BestOutcome.Ending, after.BestOutcome.Ending)
	x.number("random: the best outcome", before.BestOutcome.Chance, after.BestOutcome.Chance)
	x.number("random: a trusted advisor", before.TrustedAdvisor, after.TrustedAdvisor)
	x.number("random: a deal", before.Deal, after.Deal)
	x.number("random: a referral", before.Referral, after.Referral)
	x.chances("random: ", before.Outcomes, after.Outcomes)
	for _, name := range slices.Sorted(maps.Keys(after.Strategies)) {
		x.number(name+": the best outcome", before.Strategies[name].Best, after.Strategies[name].Best)
		x.number(name+": a trusted advisor", before.Strategies[name].TrustedAdvisor, after.Strategies[name].TrustedAdvisor)
	}
	x.number("states a beat", before.StatesPerBeat, after.StatesPerBeat)
	x.number("share of replies that matter", before.RepliesMatter, after.RepliesMatter)
	x.text("never reached", list(before.NeverReached), list(after.NeverReached))
	x.text("never offered", list(before.NeverOffered), list(after.NeverOffered))
	x.text("endings nobody reaches", list(before.NeverEnds), list(after.NeverEnds))
	x.text("dead ends", list(before.DeadEnds), list(after.DeadEnds))
	for i := range min(len(before.Conditions), len(after.Conditions)) {
		a, b := &before.Conditions[i], &after.Conditions[i]
		x.text(b.Wants, holds(a.Holds), holds(b.Holds))
	}
	x.beats(before, after)
}

func holds(yes bool) string {
	if yes {
		return "holds"
	}
	return "fails"
}

func list(all []string) string { return strings.Join(all, ", ") }

func (x *changes) chances(what string, before, after map[string]float64) {
	all := maps.Clone(before)
	maps.Copy(all, after)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		x.number(what+name, before[name], after[name])
	}
}

func (x *changes) beats(before, after *summary) {
	was := map[string]*beatSummary{}
	for i := range before.Beats {
		was[before.Beats[i].Beat] = &before.Beats[i]
	}
	for i := range after.Beats {
		b := &after.Beats[i]
		a, ok := was[b.Beat]
		if !ok {
			x.Changes = append(x.Changes, change{What: b.Beat, After: "new"})
			continue
		}
		delete(was, b.Beat)
		x.number(b.Beat+": arrivals", a.Chance, b.Chance)
		x.number(b.Beat+": past the point of no return", a.NoReturn, b.NoReturn)
		x.number(b.Beat+": least trust", float64(a.Least), float64(b.Least))
		x.number(b.Beat+": greatest trust", float64(a.Most), float64(b.Most))
		x.text(b.Beat+": best reply", a.Best, b.Best)
		x.replies(a, b)
	}
	for _, name := range slices.Sorted(maps.Keys(was)) {
		x.Changes = append(x.Changes, change{What: name, Before: "there"})
	}
}

func (x *changes) replies(before, after *beatSummary) {
	was := map[string]*replySummary{}
	for i := range before.Replies {
		was[before.Replies[i].Reply] = &before.Replies[i]
	}
	for i := range after.Replies {
		b := &after.Replies[i]
		name := after.Beat + "/" + b.Reply
		a, ok := was[b.Reply]
		if !ok {
			x.Changes = append(x.Changes, change{What: name, After: "new"})
			continue
		}
		delete(was, b.Reply)
		x.number(name+": trust change", a.Change, b.Change)
		x.number(name+": keeps the best outcome", a.Keeps, b.Keeps)
		x.chances(name+": ", a.Landings, b.Landings)
	}
	for _, name := range slices.Sorted(maps.Keys(was)) {
		x.Changes = append(x.Changes, change{What: after.Beat + "/" + name, Before: "there"})
	}
}

func writeChanges(out io.Writer, rev string, all []changes) {
	for _, x := range all {
		if len(x.Changes) == 0 {
			fmt.Fprintf(out, "%s: nothing has changed since %s\n", x.Conversation, rev)
			continue
		}
		fmt.Fprintf(out, "%s, since %s\n", x.Conversation, rev)
		for _, c := range x.Changes {
			fmt.Fprintf(out, "  %-50s %s → %s\n", c.What, figure(c.Before), figure(c.After))
		}
	}
}

func figure(x any) string {
	switch x := x.(type) {
	case nil:
		return "-"
	case float64:
		return fmt.Sprintf("%.4g", x)
	case string:
		if x == "" {
			return "none"
		}
		return x
	}
	return fmt.Sprint(x)
}
