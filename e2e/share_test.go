package e2e

import (
	"strings"
	"testing"
)

// A link brings a run to a browser that knows nothing of it: its debrief opens
// without a press, stays through a reload, and leaves no trace once it is left.
func TestALinkShowsADebrief(t *testing.T) {
	tk := firstTalk(t)
	run := tk.NewRun(0, 0, 7)
	for !run.End.Over() {
		run, _ = tk.Say(run, tk.Offered(run.End, nil)[0])
	}
	p := open(t, opening{size: laptop, bypass: true, fragment: "#run=" + run.String()})
	title := "Debrief: " + tk.Conversation.Title
	shown := func() {
		t.Helper()
		p.wait("the debrief", func(t tree) bool { return t.has("heading", title) && t.says("You came to this debrief by a link.") })
	}
	shown()
	var hash string
	if p.eval("location.hash", &hash); hash != "" {
		t.Errorf("the address keeps %q", hash)
	}
	p.reload()
	shown()
	p.accessible("a debrief that a link shows")
	p.leaveTo("Clients", "About")
	for name, value := range p.kept() {
		if strings.Contains(value, run.String()) {
			t.Errorf("%s keeps the run:\n%s", name, value)
		}
	}
	p.sound()
}
