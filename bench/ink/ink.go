package ink

import (
	"fmt"
	"strings"

	"earned/game/talk"
	"earned/scenarios"
)

// Ink is the conversation as an ink story. Each beat is a knot, each reply a
// choice; the client's lines and the endings are its text.
func Ink(t *talk.Talk) string {
	w := &inkWriter{t: t}
	for _, v := range variables(t) {
		w.line(0, "VAR %s = %s", v.name, v.value)
	}
	w.line(0, "-> %s", knot(0))
	for i := range t.Conversation.Beats {
		w.beat(i)
	}
	w.line(0, "=== ending ===")
	w.line(0, "{")
	for i := range t.Conversation.Endings {
		e := &t.Conversation.Endings[i]
		w.line(0, "- %s:", w.when(&e.When, "else"))
		for _, p := range e.Says {
			w.line(1, "%s", inkText(p))
		}
		w.line(1, "# ending %d", i)
	}
	w.line(0, "}")
	w.line(0, "-> END")
	w.out.WriteString(inkFunctions)
	return w.out.String()
}

const inkFunctions = `=== function land(change) ===
~ trust = trust + change
{ trust > cap:
  ~ trust = cap
}
{ trust < 0:
  ~ trust = 0
}
=== function meet() ===
{ not deceived:
  ~ cap = cap + 20
}
`

type inkWriter struct {
	t   *talk.Talk
	out strings.Builder
}

func (w *inkWriter) line(indent int, format string, args ...any) {
	fmt.Fprintf(&w.out, strings.Repeat("  ", indent)+format+"\n", args...)
}

// when is a condition in ink; otherwise is what stands for the empty one.
func (w *inkWriter) when(c *scenarios.Condition, otherwise string) string {
	all, never := tests(c)
	if never {
		return "false"
	}
	if len(all) == 0 {
		return otherwise
	}
	parts := make([]string, len(all))
	for i, x := range all {
		parts[i] = x.variable + " " + x.compare + " " + x.value
	}
	return strings.Join(parts, " and ")
}

func (w *inkWriter) beat(i int) {
	b := &w.t.Conversation.Beats[i]
	w.line(0, "=== %s ===", knot(i))
	for p := range w.t.Conversation.Promises {
		if b.Due&(1<<p) != 0 && !w.t.Conversation.Promises[p].CanKeep {
			w.breaks(0, p)
		}
	}
	if len(b.Lines) == 1 {
		w.line(0, "%s", inkText(b.Lines[0].Says))
	} else {
		w.line(0, "{")
		for k := range b.Lines {
			w.line(0, "- %s:", w.when(&b.Lines[k].When, "else"))
			w.line(1, "%s", inkText(b.Lines[k].Says))
		}
		w.line(0, "}")
	}
	for k := range b.Replies {
		w.reply(b, &b.Replies[k])
	}
}

func (w *inkWriter) reply(b *scenarios.Beat, r *scenarios.Reply) {
	given := ""
	if r.When != (scenarios.Condition{}) {
		given = "{ " + w.when(&r.When, "true") + " } "
	}
	w.line(0, "+ %s[%s]", given, inkText(r.Says))
	x := pointsOf(w.t, b, r)
	w.line(1, "~ land(%d)", x.change)
	for _, set := range []struct {
		name string
		is   bool
	}{{"knows", x.knows}, {"likes", x.likes}, {"deceived", x.deceives}} {
		if set.is {
			w.line(1, "~ %s = true", set.name)
		}
	}
	if x.deceives {
		w.line(1, "~ cap = %d", low)
		w.line(1, "~ land(0)")
	}
	if x.mending {
		w.line(1, "{ ruptured:\n    ~ ruptured = false\n    ~ mended = true\n  }")
	}
	w.promises(b, r)
	for i := range 64 {
		if r.Leaves&(1<<i) != 0 {
			w.line(1, "~ %s = true", fact(i))
		}
	}
	if len(r.To) == 1 {
		w.leads(1, b, r.To[0].Beat)
		return
	}
	w.line(1, "{")
	for i := range r.To {
		w.line(1, "- %s:", w.when(&r.To[i].When, "else"))
		w.leads(2, b, r.To[i].Beat)
	}
	w.line(1, "}")
}

func (w *inkWriter) promises(b *scenarios.Beat, r *scenarios.Reply) {
	for p := range w.t.Conversation.Promises {
		bit := scenarios.PromiseSet(1) << p
		switch {
		case r.Keeps&bit != 0:
			w.line(1, "{ %s == 1:\n    ~ %s = 2\n    ~ land(%d)\n  }", vow(p), vow(p), kept)
		case (r.Breaks|b.Due)&bit != 0:
			w.breaks(1, p)
		}
		if r.Promises&bit != 0 {
			w.line(1, "{ %s == 0:\n    ~ %s = 1\n  }", vow(p), vow(p))
		}
	}
}

func (w *inkWriter) breaks(indent, p int) {
	w.line(indent, "{ %s == 1:\n    ~ %s = 3\n    ~ ruptured = true\n    ~ land(%d)\n  }", vow(p), vow(p), broken)
}

func (w *inkWriter) leads(indent int, b *scenarios.Beat, to int) {
	if to == scenarios.EndHere {
		w.line(indent, "-> ending")
		return
	}
	if w.t.Conversation.Beats[to].Meeting != b.Meeting {
		w.line(indent, "~ meet()")
	}
	w.line(indent, "-> %s", knot(to))
}

var inkEscapes = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`, "{", `\{`, "}", `\}`, "|", `\|`, "->", `\->`, "<", `\<`, "~", `\~`, "#", `\#`, "//", `\/\/`, "\n", " ")

// inkText is text that ink takes as it stands. A letter that would begin
// something at the start of a line is kept from it by an escape.
func inkText(s string) string {
	s = inkEscapes.Replace(s)
	if s != "" && strings.ContainsRune("*+-=(", rune(s[0])) {
		return `\` + s
	}
	return s
}
