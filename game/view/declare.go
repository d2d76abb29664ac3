package view

import (
	"fmt"
	"strings"
)

// Names of the custom properties of the palettes (assets/gencss).
var (
	inkNames   = [...]string{"body", "quiet", "accent", "good", "bad", "on-accent", "rule"}
	paperNames = [...]string{"", "page", "card", "spoken", "own", "accent", "choice"}
)

const centre = "center" //nolint:misspell // as CSS spells it

// declaring collects one node's declarations.
type declaring struct{ list []string }

func (d *declaring) add(format string, args ...any) {
	d.list = append(d.list, fmt.Sprintf(format, args...))
}

// declare is how a node lies in its parent (nil: the screen) and what it looks
// like, as CSS.
func declare(n, in *Node) string {
	d := &declaring{}
	d.inside(n)
	if in == nil {
		d.add("position:absolute;inset:0;overflow:hidden auto")
	} else {
		d.among(n, in)
	}
	d.looks(n)
	return strings.Join(d.list, ";")
}

// inside is how a node lays out what it holds.
func (d *declaring) inside(n *Node) {
	lay, p := n.Layout, n.Layout.Pad
	switch {
	case len(n.Children) > 0 && (lay.Flow == Across || lay.Flow == Wrap):
		d.add("display:flex;align-content:flex-start")
		if lay.Flow == Wrap {
			d.add("flex-wrap:wrap")
		}
		if lay.Centre {
			d.add("align-items:%s", centre)
		}
	case len(n.Children) > 0 || pressed(n.Role) || lay.Middle:
		d.add("display:flex;flex-direction:column")
	default:
		d.add("display:block")
	}
	if lay.Gap > 0 {
		d.add("gap:%s", css(lay.Gap))
	}
	if lay.Middle || len(n.Children) == 0 && pressed(n.Role) {
		d.add("justify-content:safe %s", centre)
	}
	if lay.Scroll {
		d.add("overflow:hidden auto")
	}
	left := css(p.Left)
	if n.Digit > 0 {
		d.add("--inset-x:%s;--inset-y:%s", left, css(p.Top))
		left = fmt.Sprintf("calc(%s + var(--digit)*%g*var(--s%d))", left, digitInset, n.Style.Size)
	}
	if p != (Edges{}) || n.Digit > 0 {
		d.add("padding:%s %s %s %s", css(p.Top), css(p.Right), css(p.Bottom), left)
	}
}

// among is how a node takes its part of its parent's room (share.go).
func (d *declaring) among(n, in *Node) {
	lay := n.Layout
	if lay.MinHeight > 0 && !lay.End {
		d.add("min-height:%s", css(lay.MinHeight))
	}
	if in.Layout.Flow == Down {
		d.inColumn(n, in)
		return
	}
	switch {
	case lay.Percent > 0:
		d.add("flex:0 0 round(down, %d%%, 1px)", lay.Percent)
	case lay.Grow > 0 && in.Layout.Flow == Wrap:
		d.add("flex:%d 0 auto", lay.Grow)
	case lay.Grow > 0:
		d.add("flex:%d 1 0px", lay.Grow)
		if lay.Scroll { // as high as the row, and no reason for it to be higher
			d.add("height:0;min-height:100%%")
		}
	case lay.Width > 0:
		d.add("flex:none;width:%s", css(lay.Width))
	case in.Layout.Flow == Wrap:
		d.add("flex:none;max-width:100%%")
	}
	if lay.Height > 0 {
		d.add("height:%s", css(lay.Height))
	}
}

func (d *declaring) inColumn(n, in *Node) {
	lay := n.Layout
	switch {
	case lay.Height > 0:
		d.add("flex:none;height:%s", css(lay.Height))
	case lay.Percent > 0:
		d.add("flex:0 1 round(down, %d%%, 1px)", lay.Percent)
	case lay.Grow > 0 || lay.Scroll:
		d.add("flex:%d 1 0px", max(lay.Grow, 1))
	default:
		d.add("flex:none")
	}
	switch {
	case lay.Scroll && lay.End:
		d.add("min-height:round(var(--newest)*var(--unit), 1px)")
	case lay.Scroll && lay.MinHeight == 0:
		d.add("min-height:calc(4.5*var(--l0))")
	}
	units := lay.Width
	if units == 0 {
		units = lay.MaxWidth
	}
	switch {
	case in.Layout.Centre && units == 0 && lay.Percent == 0 && lay.Grow == 0:
		d.add("align-self:%s", centre)
	case in.Layout.Centre:
		d.add("align-self:%s;width:100%%", centre)
	}
	if units > 0 {
		d.add("max-width:%s", css(units))
	}
}

// looks is what a node looks like (game/draw, box.go).
func (d *declaring) looks(n *Node) {
	st := n.Style
	if n.Text != "" {
		d.add("font-size:var(--s%d);line-height:var(--l%d);color:var(--ink-%s)", st.Size, st.Size, inkNames[st.Ink])
		switch {
		case st.Bold:
			d.add("font-weight:600")
		case st.Italic:
			d.add("font-style:italic")
		}
		if st.Size >= Title || st.Centre {
			d.add("text-wrap:balance")
		}
		if st.Centre {
			d.add("text-align:%s", centre)
		}
	}
	if st.Paper != Bare {
		d.add("background:var(--paper-%s)", paperNames[st.Paper])
	}
	if n.Picture.Kind == Mark {
		d.add("background:var(--mark)")
	}
	if st.Round > 0 {
		d.add("border-radius:%s", css(st.Round))
	}
	if st.Border {
		edge := "edge"
		if n.Press != "" && !n.Disabled {
			edge = "ink-rule"
		}
		d.add("box-shadow:inset 0 0 0 %s var(--%s)", css(1), edge)
	}
}
