package view

import "math"

// part is one child's claim on a length.
type part struct {
	least, base float64
	most        float64 // 0: no bound
	grow        float64
	got         float64
}

// share divides total among the parts: each its base, what is left to those
// that grow, by their shares. Where it does not suffice all give way, down to
// their least.
func share(parts []part, total float64) {
	fixed, least, grow := 0.0, 0.0, 0.0
	for i := range parts {
		p := &parts[i]
		if p.most > 0 {
			p.most = max(p.most, p.least)
			p.base = min(p.base, p.most)
		}
		if grow += p.grow; p.grow > 0 {
			p.got = p.least
			least += p.least
			continue
		}
		p.got = max(p.base, p.least)
		fixed += p.got
	}
	if short := fixed + least - total; short > 0 {
		shrink(parts, short)
		return
	}
	if grow > 0 {
		growInto(parts, total-fixed)
	}
}

func shrink(parts []part, short float64) {
	give := 0.0
	for _, p := range parts {
		give += p.got - p.least
	}
	if give <= 0 {
		return
	}
	k := min(short/give, 1)
	for i := range parts {
		p := &parts[i]
		p.got -= (p.got - p.least) * k
	}
}

// growInto gives the growing parts left in all, none less than its least nor
// more than its most. Those that bind are settled and the rest share again,
// the least ones first: else what was settled at its most could be missing.
func growInto(parts []part, left float64) {
	settled := make([]bool, len(parts))
	for {
		sum := 0.0
		for i, p := range parts {
			if p.grow > 0 && !settled[i] {
				sum += p.grow
			}
		}
		if sum == 0 {
			return
		}
		short, long := -1, -1
		for i := range parts {
			p := &parts[i]
			if p.grow == 0 || settled[i] {
				continue
			}
			p.got = math.Floor(left * p.grow / sum)
			if p.got < p.least {
				short = i
			} else if p.most > 0 && p.got > p.most {
				long = i
			}
		}
		var i int
		var at float64
		switch {
		case short >= 0:
			i, at = short, parts[short].least
		case long >= 0:
			i, at = long, parts[long].most
		default:
			return
		}
		parts[i].got, settled[i] = at, true
		left -= at
	}
}

// rowWidths are the widths of the children of a row, by their index.
func (l *layer) rowWidths(n *Node, inner float64) []float64 {
	room := inner - float64(seen(n)-1)*l.t.px(n.Layout.Gap)
	parts := make([]part, len(n.Children))
	for i, c := range n.Children {
		if c.Unseen {
			continue
		}
		w := l.widths(c)
		p := part{least: w.least, base: w.want, grow: float64(c.Layout.Grow)}
		if c.Layout.MaxWidth > 0 {
			p.most = l.length(c, c.Layout.MaxWidth)
		}
		if c.Layout.Percent > 0 {
			p.base, p.grow = math.Floor(room*float64(c.Layout.Percent)/100), 0
		}
		parts[i] = p
	}
	share(parts, room)
	return gots(parts)
}

// columnHeights are the heights of the children of a column room high. Stacked
// rows ignore Percent, which meant widths.
func (l *layer) columnHeights(n *Node, inner, room float64) []float64 {
	stacked := n.Layout.Flow != Down
	room -= float64(seen(n)-1) * l.t.px(n.Layout.Gap)
	parts := make([]part, len(n.Children))
	for i, c := range n.Children {
		if c.Unseen {
			continue
		}
		h := l.heights(c, l.inColumn(n, c, inner))
		p := part{least: h.least, base: h.want}
		switch {
		case c.Layout.Height > 0:
		case c.Layout.Percent > 0 && !stacked:
			p.base = math.Floor(room * float64(c.Layout.Percent) / 100)
		case c.Layout.Grow > 0 && !stacked:
			p.grow = float64(c.Layout.Grow)
		case c.Layout.Scroll:
			p.grow = 1
		}
		parts[i] = p
	}
	share(parts, room)
	return gots(parts)
}

func gots(parts []part) []float64 {
	out := make([]float64, len(parts))
	for i, p := range parts {
		out[i] = p.got
	}
	return out
}
