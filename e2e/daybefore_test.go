package e2e

import (
	"strings"
	"testing"
)

// The laptop sees a phone that came, and how it is connected.
func TestTheDayBefore(t *testing.T) {
	h := newHall(t)
	p := open(t, opening{url: h.url + "check/", size: laptop, bypass: true})
	p.find("image", "A QR code of the address below.")
	var to string
	p.until("the address", `document.getElementById('address').textContent !== ''`)
	p.eval(`document.getElementById('address').textContent`, &to)
	if !strings.HasPrefix(to, h.url+"check/phone?t=") {
		t.Fatalf("phones are sent to %q", to)
	}
	visitor := h.phone(t, opening{url: to, bypass: true})
	visitor.heads("This phone reaches the laptop")
	p.wait("the phone to be seen", func(tr tree) bool { return tr.says("ms there and back; a live connection works.") })
	visitor.wait("its three findings", func(tr tree) bool { return tr.says("The spare connection works.") })
	for _, v := range visitor.axe() {
		t.Errorf("the check on a phone: axe-core: %s: %v", v.Help, v.Nodes)
	}
	visitor.shoot("check-phone")
	p.push("Play two tones")
	p.push("I heard them")
	p.wait("that sound works", func(tr tree) bool { return tr.says("Sound works.") })
	p.wait("that all is kept", func(tr tree) bool { return tr.says("files are kept on this computer.") && tr.says("Yes: all") })
	p.push("I can read it")
	var letters, high float64
	p.eval(`parseFloat(getComputedStyle(document.getElementById('sample')).fontSize)`, &letters)
	p.eval(`innerHeight`, &high)
	if d := letters - high/22; d < -0.1 || d > 0.1 {
		t.Errorf("the sample's letters are %.1f of %.0f high, want a twenty-second", letters, high)
	}
	p.accessible("the day before")
	p.shoot("check")
	p.sound()
	visitor.sound()

	// Without rooms the rest of it works.
	alone := open(t, opening{url: address + "check/", size: laptop})
	alone.wait("that there are no rooms", func(tr tree) bool { return tr.says("This address hosts no rooms") })
	alone.wait("that all is kept", func(tr tree) bool { return tr.says("Yes: all") })
	alone.shoot("check-alone")
}
