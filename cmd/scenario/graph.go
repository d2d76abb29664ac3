package main

import (
	"fmt"
	"strings"

	"earned/game/odds"
	"earned/scenarios"
)

// graphCommand draws the beats and what leads where.
type graphCommand struct {
	Name   string `arg:"" help:"A conversation by id, or a file."`
	Dir    string `default:"scenarios" help:"The folder of conversations, clients/ and firm.yaml."`
	Start  string `help:"The named start the odds are from; the first if not said."`
	Format string `enum:"dot,mermaid" default:"dot" help:"dot, for Graphviz, or mermaid, for Markdown."`
}

func (c *graphCommand) Run(e *env) error {
	all, err := talks(e, c.Dir, []string{c.Name})
	if err != nil {
		return err
	}
	p := startProgress(e.log)
	defer p.end()
	s, err := (&oddsCommand{Start: c.Start}).survey(p, all[0])
	if err != nil {
		return err
	}
	g := newGraph(s)
	if c.Format == "mermaid" {
		fmt.Fprint(e.out, g.mermaid())
		return nil
	}
	fmt.Fprint(e.out, g.dot())
	return nil
}

// graph is what is drawn: beats by meeting, endings, and one arrow for all the
// replies of a beat that lead to the same place.
type graph struct {
	*scenarios.Conversation
	beats  []odds.Beat
	ends   []float64 // chance of each ending
	best   int       // the ending of the best outcome
	arrows []arrow
	never  map[[2]int]bool // replies never offered
}

type arrow struct {
	from, to int // beats; to -1: the end
	replies  []string
	best     bool // the best reply is one of them
}

// tone is how a beat is coloured.
type tone struct{ name, fill, says string }

var (
	toneOpen  = tone{"open", "#cfe8cf", "the best outcome can still be reached by all who arrive"}
	toneSome  = tone{"some", "#f6e3b4", "by some"}
	toneLost  = tone{"lost", "#f0c4b8", "by nobody any more"}
	toneNever = tone{"never", "#dddddd", "never reached"}
	toneEnd   = tone{"ending", "#ffffff", "an ending"}
	tones     = []tone{toneOpen, toneSome, toneLost, toneNever, toneEnd}
)

func toneOf(b *odds.Beat) tone {
	switch {
	case b.States == 0:
		return toneNever
	case b.Open > 0.9995:
		return toneOpen
	case b.Open > 0:
		return toneSome
	}
	return toneLost
}

func newGraph(s *survey) *graph {
	g := &graph{Conversation: s.Talk.Conversation, beats: s.Beats(), never: map[[2]int]bool{},
		ends: odds.Mean(s.all, (*odds.Odds).Random).Endings, best: s.BestOutcome().Ending}
	for _, at := range inAll(s.all, (*odds.Odds).NeverOffered) {
		g.never[at] = true
	}
	for i := range g.Beats {
		g.arrows = append(g.arrows, g.from(i)...)
	}
	return g
}

// from are the arrows of one beat.
func (g *graph) from(beat int) []arrow {
	var out []arrow
	at := map[int]int{}
	for r := range g.Beats[beat].Replies {
		reply := &g.Beats[beat].Replies[r]
		name := reply.ID
		if g.never[[2]int{beat, r}] {
			name += " (never offered)"
		}
		for _, to := range reply.To {
			k, ok := at[to.Beat]
			if !ok {
				k = len(out)
				at[to.Beat] = k
				out = append(out, arrow{from: beat, to: to.Beat})
			}
			if n := len(out[k].replies); n == 0 || out[k].replies[n-1] != name {
				out[k].replies = append(out[k].replies, name)
			}
			out[k].best = out[k].best || r == g.beats[beat].Best()
		}
	}
	return out
}

// label is a beat's: its id, how often it is come to, and trust on arrival.
func (g *graph) label(i int) []string {
	b := &g.beats[i]
	if b.States == 0 {
		return []string{g.Beats[i].ID, "never reached"}
	}
	return []string{g.Beats[i].ID, fmt.Sprintf("%s in 100, trust %d–%d", in100(b.Chance), b.LeastTrust, b.MostTrust)}
}

func (g *graph) endLabel(i int) []string {
	lines := []string{g.Endings[i].ID, in100(g.ends[i]) + " in 100"}
	if i == g.best {
		lines = append(lines, "the best that can be reached")
	}
	return lines
}

// meetings calls for each meeting with its beats.
func (g *graph) meetings(each func(m int, beats []int)) {
	for m := range g.Meetings {
		var beats []int
		for i := range g.Beats {
			if int(g.Beats[i].Meeting) == m {
				beats = append(beats, i)
			}
		}
		each(m, beats)
	}
}

// dot is the graph for Graphviz. The replies that reach the end share one
// point, from which the endings are decided.
func (g *graph) dot() string {
	var b strings.Builder
	fmt.Fprintf(&b, "digraph %s {\n", quote(g.ID))
	b.WriteString("  node [shape=box style=\"rounded,filled\" fontname=\"sans-serif\"]\n  edge [fontname=\"sans-serif\" fontsize=9]\n")
	for _, t := range tones {
		fmt.Fprintf(&b, "  // %s: %s\n", t.fill, t.says)
	}
	g.meetings(func(m int, beats []int) {
		fmt.Fprintf(&b, "  subgraph \"cluster_%d\" {\n    label=%s\n", m, quote(g.Meetings[m].Title))
		for _, i := range beats {
			fmt.Fprintf(&b, "    %s [label=%s fillcolor=%q]\n", quote(g.Beats[i].ID), quote(g.label(i)...), toneOf(&g.beats[i]).fill)
		}
		b.WriteString("  }\n")
	})
	b.WriteString("  \"\" [shape=point]\n")
	for i := range g.Endings {
		id := quote("ending " + g.Endings[i].ID)
		fmt.Fprintf(&b, "  %s [label=%s fillcolor=%q shape=ellipse]\n  \"\" -> %s [style=dotted]\n", id, quote(g.endLabel(i)...), toneEnd.fill, id)
	}
	for _, a := range g.arrows {
		to := ""
		if a.to != scenarios.EndHere {
			to = g.Beats[a.to].ID
		}
		bold := ""
		if a.best {
			bold = " penwidth=2.5"
		}
		fmt.Fprintf(&b, "  %s -> %s [label=%s%s]\n", quote(g.Beats[a.from].ID), quote(to), quote(a.replies...), bold)
	}
	b.WriteString("}\n")
	return b.String()
}

// quote is a DOT string of some lines.
func quote(lines ...string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(strings.Join(lines, "\n")) + `"`
}

// mermaid is the graph for Markdown.
func (g *graph) mermaid() string {
	var b strings.Builder
	b.WriteString("flowchart TD\n")
	g.meetings(func(m int, beats []int) {
		fmt.Fprintf(&b, "  subgraph m%d[%s]\n", m, label(g.Meetings[m].Title))
		for _, i := range beats {
			fmt.Fprintf(&b, "    b%d[%s]:::%s\n", i, label(g.label(i)...), toneOf(&g.beats[i]).name)
		}
		b.WriteString("  end\n")
	})
	b.WriteString("  over((\" \"))\n")
	for i := range g.Endings {
		fmt.Fprintf(&b, "  e%d([%s]):::%s\n  over -.-> e%d\n", i, label(g.endLabel(i)...), toneEnd.name, i)
	}
	for _, a := range g.arrows {
		to := "over"
		if a.to != scenarios.EndHere {
			to = fmt.Sprintf("b%d", a.to)
		}
		line := "-->"
		if a.best {
			line = "==>"
		}
		fmt.Fprintf(&b, "  b%d %s|%s| %s\n", a.from, line, label(a.replies...), to)
	}
	for _, t := range tones {
		fmt.Fprintf(&b, "  classDef %s fill:%s,stroke:#555,color:#222\n", t.name, t.fill)
	}
	return b.String()
}

// label is a Mermaid label of some lines.
func label(lines ...string) string {
	return `"` + strings.NewReplacer(`"`, "#quot;", "\n", "<br>").Replace(strings.Join(lines, "\n")) + `"`
}
