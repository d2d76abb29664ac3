package ink

import (
	"encoding/json"
	"fmt"
	"strings"

	"earned/game/talk"
	"earned/scenarios"
)

// YarnNode is one node of a story in Yarn, as its editors export it.
type YarnNode struct {
	Title string `json:"title"`
	Tags  string `json:"tags"`
	Body  string `json:"body"`
}

// Yarn is the conversation as a Yarn story in JSON. It begins at the node
// Start; each beat is a node, and so is the ending.
func Yarn(t *talk.Talk) ([]byte, error) {
	w := &yarnWriter{t: t}
	for _, v := range variables(t) {
		w.set(0, v.name, v.value)
	}
	w.line(0, "[[%s]]", knot(0))
	nodes := []YarnNode{w.node("Start")}
	for i := range t.Conversation.Beats {
		w.beat(i)
		nodes = append(nodes, w.node(knot(i)))
	}
	w.choose(0, len(t.Conversation.Endings), func(i int) *scenarios.Condition { return &t.Conversation.Endings[i].When }, func(i int) {
		for _, p := range t.Conversation.Endings[i].Says {
			w.line(1, "%s", yarnText(p))
		}
	})
	nodes = append(nodes, w.node("ending"))
	return json.Marshal(nodes)
}

type yarnWriter struct {
	t   *talk.Talk
	out strings.Builder
}

func (w *yarnWriter) node(title string) YarnNode {
	defer w.out.Reset()
	return YarnNode{Title: title, Body: strings.TrimSuffix(w.out.String(), "\n")}
}

func (w *yarnWriter) line(indent int, format string, args ...any) {
	fmt.Fprintf(&w.out, strings.Repeat("    ", indent)+format+"\n", args...)
}

func (w *yarnWriter) set(indent int, name, value string) {
	w.line(indent, "<<set $%s to %s>>", name, value)
}

func (w *yarnWriter) when(c *scenarios.Condition) string {
	all, never := tests(c)
	if never {
		return "false"
	}
	parts := make([]string, len(all))
	for i, x := range all {
		value := x.value
		if value == "cap" {
			value = "$cap"
		}
		parts[i] = "$" + x.variable + " " + x.compare + " " + value
	}
	return strings.Join(parts, " and ")
}

// choose writes the first of n things whose condition holds; the last has none.
func (w *yarnWriter) choose(indent, n int, when func(int) *scenarios.Condition, write func(int)) {
	if n == 1 {
		write(0)
		return
	}
	for i := range n {
		switch {
		case i == 0:
			w.line(indent, "<<if %s>>", w.when(when(i)))
		case i == n-1:
			w.line(indent, "<<else>>")
		default:
			w.line(indent, "<<elseif %s>>", w.when(when(i)))
		}
		write(i)
	}
	w.line(indent, "<<endif>>")
}

func (w *yarnWriter) given(indent int, condition string, write func()) {
	w.line(indent, "<<if %s>>", condition)
	write()
	w.line(indent, "<<endif>>")
}

func (w *yarnWriter) land(indent, change int) {
	w.line(indent, "<<set $trust to $trust + %d>>", change)
	w.given(indent, "$trust > $cap", func() { w.set(indent+1, "trust", "$cap") })
	w.given(indent, "$trust < 0", func() { w.set(indent+1, "trust", "0") })
}

func (w *yarnWriter) beat(i int) {
	b := &w.t.Conversation.Beats[i]
	for p := range w.t.Conversation.Promises {
		if b.Due&(1<<p) != 0 && !w.t.Conversation.Promises[p].CanKeep {
			w.breaks(0, p)
		}
	}
	w.choose(0, len(b.Lines), func(k int) *scenarios.Condition { return &b.Lines[k].When }, func(k int) {
		w.line(0, "%s", yarnText(b.Lines[k].Says))
	})
	for k := range b.Replies {
		w.reply(b, &b.Replies[k])
	}
}

func (w *yarnWriter) reply(b *scenarios.Beat, r *scenarios.Reply) {
	given := ""
	if r.When != (scenarios.Condition{}) {
		given = " <<if " + w.when(&r.When) + ">>"
	}
	w.line(0, "-> %s%s", yarnText(r.Says), given)
	x := pointsOf(w.t, b, r)
	w.land(1, x.change)
	if x.knows {
		w.set(1, "knows", "true")
	}
	if x.likes {
		w.set(1, "likes", "true")
	}
	if x.deceives {
		w.set(1, "deceived", "true")
		w.set(1, "cap", fmt.Sprint(low))
		w.land(1, 0)
	}
	if x.mending {
		w.given(1, "$ruptured == true", func() { w.set(2, "ruptured", "false"); w.set(2, "mended", "true") })
	}
	w.promises(b, r)
	for i := range 64 {
		if r.Leaves&(1<<i) != 0 {
			w.set(1, fact(i), "true")
		}
	}
	w.choose(1, len(r.To), func(i int) *scenarios.Condition { return &r.To[i].When }, func(i int) { w.leads(1, b, r.To[i].Beat) })
}

func (w *yarnWriter) promises(b *scenarios.Beat, r *scenarios.Reply) {
	for p := range w.t.Conversation.Promises {
		bit := scenarios.PromiseSet(1) << p
		switch {
		case r.Keeps&bit != 0:
			w.given(1, "$"+vow(p)+" == 1", func() { w.set(1, vow(p), "2"); w.land(1, kept) })
		case (r.Breaks|b.Due)&bit != 0:
			w.breaks(1, p)
		}
		if r.Promises&bit != 0 {
			w.given(1, "$"+vow(p)+" == 0", func() { w.set(1, vow(p), "1") })
		}
	}
}

func (w *yarnWriter) breaks(indent, p int) {
	w.given(indent, "$"+vow(p)+" == 1", func() {
		w.set(indent, vow(p), "3")
		w.set(indent, "ruptured", "true")
		w.land(indent, broken)
	})
}

func (w *yarnWriter) leads(indent int, b *scenarios.Beat, to int) {
	if to == scenarios.EndHere {
		w.line(indent, "[[ending]]")
		return
	}
	if w.t.Conversation.Beats[to].Meeting != b.Meeting {
		w.given(indent, "$deceived == false", func() { w.line(indent, "<<set $cap to $cap + %d>>", meet) })
	}
	w.line(indent, "[[%s]]", knot(to))
}

var yarnEscapes = strings.NewReplacer("<<", "«", ">>", "»", "[[", "(", "]]", ")", "->", "→", "\n", " ", "//", "/ /", "#", "no. ")

func yarnText(s string) string { return yarnEscapes.Replace(s) }
