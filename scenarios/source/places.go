package source

import "go.yaml.in/yaml/v4"

// Places tells where the parts of conversations stood in their files, by the
// conversation's id.
type Places map[string]parsed

// Part is a part of a conversation by its indexes in the compiled form. Of
// Beat and Ending one is -1; Reply is -1 where the beat as a whole is meant.
type Part struct {
	Beat, Reply, Ending int
	Field               string // "needs" of a beat, "expect" of a reply; empty: its id
}

// Fault is a fault found in a part of a conversation by whoever knows more of
// it than the reader does.
func (p Places) Fault(conversation string, at Part, code, suggestion, format string, args ...any) Diagnostic {
	read := p[conversation]
	f := *read.file
	f.faults = nil
	f.fault(read.part(at), code, suggestion, format, args...)
	return f.faults[0]
}

// part is where a part stood; nil where it was not written.
func (p parsed) part(at Part) *yaml.Node {
	if at.Ending >= 0 && at.Ending < len(p.in.Endings) {
		return p.file.at(&p.in.Endings[at.Ending].ID)
	}
	n := at.Beat
	for i := range p.in.Meetings {
		beats := p.in.Meetings[i].Beats
		if n >= len(beats) {
			n -= len(beats)
			continue
		}
		b := &beats[max(0, n)]
		switch {
		case at.Beat < 0:
			return nil
		case at.Reply >= 0 && at.Reply < len(b.Replies) && at.Field == "expect":
			return p.file.at(&b.Replies[at.Reply].Expect)
		case at.Reply >= 0 && at.Reply < len(b.Replies):
			return p.file.at(&b.Replies[at.Reply].ID)
		case at.Field == "needs":
			return p.file.at(&b.Needs)
		}
		return p.file.at(&b.ID)
	}
	return nil
}
