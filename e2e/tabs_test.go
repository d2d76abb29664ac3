package e2e

import (
	"strings"
	"testing"
)

// What another tab has recorded is there in this one, at once and after the next
// press, which undoes nothing of it.
func TestAnotherTabsEndingStands(t *testing.T) {
	wk := &walker{page: open(t, opening{}), way: ways(t)[0], press: pointer}
	wk.walk(func(screen string) bool { return screen == "talking" && wk.said > 0 })
	before := wk.kept()["earned"]
	wk.ends(wk.walk(nil))
	after := wk.kept()["earned"]
	if strings.Contains(before, "\nrun ") || !strings.Contains(after, "\nrun ") {
		t.Fatalf("in the middle this is kept:\n%s\nand at the end:\n%s", before, after)
	}

	// The other tab: in the middle, on the title screen.
	p := open(t, opening{script: "localStorage.earned ??= " + quote(before)})
	p.push("Start")
	p.push("Clients")
	p.find("region", "Where you left off")
	p.eval("localStorage.earned = "+quote(after)+"; dispatchEvent(new StorageEvent('storage', {key: 'earned'})); 0", nil)
	p.wait("the title screen to know that it has ended", func(t tree) bool { return t.has("heading", "Earned") && !t.has("region", "Where you left off") })
	// And once more, with nobody telling: a tab that was frozen.
	p.eval("localStorage.earned = "+quote(before)+"; 0", nil)
	p.push("Settings")
	p.push("Back")
	if kept := p.kept()["earned"]; !strings.Contains(kept, "\nrun ") {
		t.Errorf("an ending was undone, and this is kept:\n%s", kept)
	}
	p.sound()
}
