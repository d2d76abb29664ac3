package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// ownRoom opens a room from a projector's page, and has the hall's phones go
// there.
func (h *hall) ownRoom(script string) *page {
	h.t.Helper()
	p := open(h.t, opening{size: laptop, url: h.url, script: script})
	p.toWorkshop("Start")
	p.choose("Phones, each on its own")
	p.find("region", "Take over a room")
	p.push("Begin")
	h.code, _ = p.held()
	p.says("Nobody has a seat yet.")
	return p
}

// What is typed into a box counts once it is entered, not letter by letter, and a
// box that acts is empty again.
func TestARoomTakesAwayTheSeatThatWasEntered(t *testing.T) {
	h := newHall(t)
	p := h.ownRoom("")
	one, two := h.seated(t, opening{}), h.seated(t, opening{})
	p.push("More …")
	p.fill("Take away the seat number", "12")
	p.says("that message makes no sense here") // there is none of that number
	p.isTrue("the box to be empty", "document.activeElement.tagName === 'INPUT' && document.activeElement.value === ''")
	p.fill("Take away the seat number", "2")
	two.heads("This seat was taken away")
	p.says("Seat 2 was taken away.")
	one.heads("Look up")
	p.sound()
}

// A count that cannot be is not left standing in the notes.
func TestTheNotesShowTheHandsThatStand(t *testing.T) {
	p := open(t, opening{size: laptop})
	p.toWorkshop("Start")
	notes := p.popup(func() { p.push("Open the notes window") })
	p.push("Begin")
	p.on("Reveal the split")
	const box, value = "Hands for A", `document.querySelector('input[aria-label="Hands for A"]').value`
	notes.fill(box, "7")
	p.says("counted")
	notes.fill(box, "x")
	notes.isTrue("the count to stand", value+" === '7'")
	notes.fill(box, "1")
	notes.isTrue("another to be taken", "['17', '71'].includes("+value+")")
	notes.sound()
}

// What the server refuses, and what is lost with the connection, it is told again.
func TestARoomIsToldAgainWhatWasLost(t *testing.T) {
	h := newHall(t)
	p := h.ownRoom(`globalThis.lost = []; const send = WebSocket.prototype.send;
		WebSocket.prototype.send = function (text) {
			const what = JSON.parse(text).do;
			if (!['open', 'close'].includes(what) || lost.includes(what)) return send.call(this, text);
			lost.push(what);
			if (what === 'open') this.onmessage({ data: '{"refused":1,"why":"Busy just now."}' });
			else this.close();
		}`)
	phone := h.seated(t, opening{})
	p.on("Reveal the split")
	p.says("Busy just now.")
	phone.answers(0)
	p.says("1 of 1")
	p.key(kb.PageDown)
	p.says("1 vote, too few to show how they fell.")
	p.isTrue("both to have been lost", "lost.join() === 'open,close'")
	p.sound()
}

// A room that is not let in on does not cost the one that was held.
func TestARoomThatWasHeldOutlivesAWrongSecret(t *testing.T) {
	h := newHall(t)
	others := h.code
	p := h.ownRoom("")
	code, secret := p.held()
	p.push("More …")
	p.push("Another workshop")
	p.fill("Code", others)
	p.fill("Secret", "wrong")
	p.push("Take over this room")
	p.says("That is not the secret of this room")
	if c, s := p.held(); c != code || s != secret {
		t.Errorf("the room held is now %s", c)
	}
	p.push("Go on with it")
	h.seated(t, opening{})
	p.says("1 phone has a seat.")
	p.sound()
}

// A laptop whose room was taken does not take it back by losing its connection,
// but when it is told to.
func TestARoomThatWasTakenStaysTaken(t *testing.T) {
	h := newHall(t)
	p := h.ownRoom(`const send = WebSocket.prototype.send; WebSocket.prototype.send = function (m) { globalThis.last = this; send.call(this, m) }`)
	code, secret := p.held()
	other := open(t, opening{size: laptop, url: h.url})
	other.toWorkshop("Start")
	other.choose("Phones, each on its own")
	other.fill("Code", code)
	other.fill("Secret", secret)
	other.push("Take over this room")
	other.find("button", "Begin with those who are here")
	p.says("Another laptop has taken this room.")
	p.eval("last.close()", nil)
	h.seated(t, opening{}) // by then it would be connected again
	other.says("1 phone has a seat.")
	if tr := p.see(); !tr.says("Another laptop has taken this room.") || other.see().says("Another laptop has taken this room.") {
		t.Errorf("the room went back by itself:\n%s", tr)
	}
	p.push("Take it back")
	other.says("Another laptop has taken this room.")
	p.says("1 phone has a seat.")
}

// A server that keeps no rooms is asked again when phones are chosen again,
// through the same door.
func TestAHostIsAskedForRoomsAgain(t *testing.T) {
	p := open(t, opening{size: laptop})
	p.toWorkshop("Start")
	p.eval("globalThis.fetched = 0; const real = earned.host; earned.host = () => { fetched++; return real() }; 0", nil)
	for n := 1; n < 4; n++ {
		p.choose("Phones, each on its own")
		p.wait("the answer", func(t tree) bool {
			asked := 0
			for _, r := range p.requests() {
				if strings.HasSuffix(r, "/rooms") {
					asked++
				}
			}
			return asked == n && t.says("This page comes from a plain web host")
		})
	}
	p.isTrue("the door to be fetched once", "fetched === 1")
}
