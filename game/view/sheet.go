package view

import (
	"fmt"
	"strconv"
	"strings"
)

// Sheet is the style sheet that lays trees out as Lay does, for a browser to do
// before the game is there: at the text scale 1, in colours from custom
// properties named after papers and inks. It knows no charts and no Over.
//
// Scope is the selector of what holds the screens. The sheet expects there
// --newest, the MinHeight in units of a Scroll that keeps to its End.
type Sheet struct {
	Scope  string
	names  map[[2]string]string // of the class of a pair of declarations
	rules  [2]strings.Builder   // upright, wide
	common strings.Builder
	class  map[*Node]string // of the upright trees' nodes
}

// Wide is the media query for the screens that are composed as wide. Screens
// compose themselves by the same numbers (game/screens, class).
const Wide = "(min-width: 760px) and (min-aspect-ratio: 1/1)"

// Add takes in a screen as it is composed for a phone held upright and for a
// wide screen. The two hold the same nodes and differ in Layout and Style only;
// otherwise nothing is taken in and the answer is false.
func (s *Sheet) Add(upright, wide *Node) bool {
	if !alike(upright, wide) {
		return false
	}
	if s.names == nil {
		s.names, s.class = map[[2]string]string{}, map[*Node]string{}
	}
	s.add(upright, wide, nil, nil)
	return true
}

// Class is the classes of an upright tree's node: portraits have "portrait" and
// their figure's name, small ones "small".
func (s *Sheet) Class(n *Node) string {
	if n.Picture.Kind != Portrait {
		return s.class[n]
	}
	c := s.class[n] + " portrait " + n.Picture.Figure
	if n.Layout.Height > 0 && n.Layout.Height < smallPortrait {
		c += " small"
	}
	return c
}

// smallPortrait is the height in units below which a portrait is of head and
// shoulders only (game/draw/person).
const smallPortrait = 170

// alike tells whether two trees say and offer the same.
func alike(a, b *Node) bool {
	if len(a.Children) != len(b.Children) || a.Key != b.Key || a.Role != b.Role || a.Text != b.Text || a.Name != b.Name ||
		a.Press != b.Press || a.Silent != b.Silent || a.Unseen != b.Unseen {
		return false
	}
	for i := range a.Children {
		if !alike(a.Children[i], b.Children[i]) {
			return false
		}
	}
	return true
}

func (s *Sheet) add(u, w, pu, pw *Node) {
	decls := [2]string{declare(u, pu), declare(w, pw)}
	name, ok := s.names[decls]
	if !ok {
		name = "n" + strconv.Itoa(len(s.names))
		s.names[decls] = name
		s.write(name, decls)
	}
	s.class[u] = name
	for i := range u.Children {
		s.add(u.Children[i], w.Children[i], u, w)
	}
}

// write writes a class: what both compositions share, then what each has of
// its own.
func (s *Sheet) write(name string, decls [2]string) {
	sets := [2][]string{strings.Split(decls[0], ";"), strings.Split(decls[1], ";")}
	rule := func(b *strings.Builder, d []string) {
		if len(d) > 0 && strings.Join(d, "") != "" {
			fmt.Fprintf(b, "%s .%s{%s}\n", s.Scope, name, strings.Join(d, ";"))
		}
	}
	both, only := []string{}, [2][]string{}
	for i, set := range sets {
		for _, d := range set {
			switch other := ";" + decls[1-i] + ";"; {
			case !strings.Contains(other, ";"+d+";"):
				only[i] = append(only[i], d)
			case i == 0:
				both = append(both, d)
			}
		}
	}
	rule(&s.common, both)
	for i := range only {
		rule(&s.rules[i], only[i])
	}
}

// String is the sheet.
func (s *Sheet) String() string {
	var b strings.Builder
	b.WriteString(s.Scope + "{" + scales() + "}\n")
	fmt.Fprintf(&b, "@media (max-width: %gpx){%s{--digit:0}}\n", phoneWidth-0.02, s.Scope)
	b.WriteString(s.common.String())
	fmt.Fprintf(&b, "@media not all and %s{\n%s}\n@media %s{\n%s}\n", Wide, s.rules[0].String(), Wide, s.rules[1].String())
	return b.String()
}

// scales are the layout unit and the letters' sizes as custom properties, as
// TypeFor has them. Between a phone and a laptop sizes run straight, which is
// within half a pixel of it.
func scales() string {
	d := []string{fmt.Sprintf("--unit:clamp(1px, min(100vw/%.3f, 100vh/%g), 5px)", unitWidth, unitHeight), "--digit:1"}
	for size := Normal; size <= Display; size++ { // Wall is the workshop's
		phone, wide := size.Units()
		between := (1.2*wide - phone) / 0.2
		pick := "min"
		if between < wide {
			pick = "max"
		}
		d = append(d,
			fmt.Sprintf("--s%d:round(%s(%gpx + %.4g*(var(--unit) - 1px), %g*var(--unit)), 1px)", size, pick, phone, between, wide),
			fmt.Sprintf("--l%d:round(%g*var(--s%d), 1px)", size, size.Leading(), size))
	}
	return strings.Join(d, ";")
}

// css is a length in units, in whole pixels.
func css(units int) string {
	if units == 0 {
		return "0px"
	}
	return fmt.Sprintf("round(%d*var(--unit), 1px)", units)
}
