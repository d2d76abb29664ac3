package web

import "slices"

// typed tells what a text box holds since somebody typed into it: the next
// update sets it right where it is to hold something else.
func (m *mirror) typed(i int, text string) {
	h := m.held[m.now[i].path]
	attrs := slices.Clone(h.element.attrs) // those of the plan stay what they were
	*attr(attrs, "value") = text
	h.element.attrs = attrs
}
