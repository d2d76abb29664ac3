package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// held is the room that a projector's page holds.
func (p *page) held() (code, secret string) {
	p.t.Helper()
	var room struct{ Code, Secret string }
	p.wait("a room to be held", func(tree) bool {
		p.eval("JSON.parse(localStorage.getItem('earned.host') ?? '{}')", &room)
		return room.Code != ""
	})
	return room.Code, room.Secret
}

// choose presses a radio button by the beginning of its name.
func (p *page) choose(name string) {
	p.t.Helper()
	p.pressItem(p.find("radio", name))
}

// fill types into a text box and leaves it with Enter.
func (p *page) fill(box, text string) {
	p.t.Helper()
	p.pressItem(p.find("textbox", box))
	p.do("type "+text, chromedp.KeyEvent(text+kb.Enter))
}

// answers votes on a phone for the i-th answer, once it is asked.
func (p *page) answers(i int) {
	p.t.Helper()
	t := p.wait("a question", func(t tree) bool { return len(t.all("radio", "…")) > i })
	p.pressItem(t.all("radio", "…")[i])
	p.push("Send")
	p.heads("Counted")
}

// toReview has one reply after another said at once, until the debrief; show is
// told of the screens on the way.
func (p *page) toReview(show func(screen string)) {
	p.t.Helper()
	ended := false
	for !p.see().has("region", "Debrief") {
		switch t := p.see(); {
		case t.has("button", "Say one at once"):
			p.push("Say one at once")
			p.key("a")
			ended = false
		case t.says("What became of Dana") && !ended:
			ended = true
			show("became")
			p.key(kb.PageDown)
		case t.has("button", "Read on"):
			show("ended")
			p.key(kb.PageDown)
		default:
			p.key(kb.PageDown)
		}
	}
}

// A projector, its notes and six phones through a round: each vote counts once,
// through a reload of the projector in the middle; a locked room, a late joiner,
// a seat that is taken away, another laptop that takes the room over, a reading of
// trust, and the debrief, after which the phones are let go.
func TestAProjectorAndItsPhones(t *testing.T) {
	h := newHall(t)
	p := open(t, opening{size: laptop, url: h.url})
	p.toWorkshop("Start")
	p.choose("Phones, each on its own")
	p.find("region", "Take over a room")
	p.push("Begin")
	code, secret := p.held()
	p.find("image", "A QR code of "+h.url+"j/"+code)
	p.says("Nobody has a seat yet.")
	p.shoot("room-lobby-empty")
	if p.see().says(secret) {
		t.Error("the secret is on the projector")
	}
	h.code = code
	var phones []*page
	for range 6 {
		phones = append(phones, h.seated(t, opening{}))
	}
	p.says("6 phones have a seat.")
	p.shoot("room-lobby")
	p.on("Hear Dana")
	p.find("heading", "A first call")
	p.key(kb.PageDown)
	p.says("We’ve been burned before")
	p.key(kb.PageDown)
	for i, phone := range phones[:5] {
		phone.answers(i % 2)
	}
	p.says("5 of 6")
	p.reload()
	p.says("5 of 6")
	phones[5].answers(1)
	p.says("6 of 6")
	p.key(kb.PageDown)
	p.says("A tie: A and B, 3 votes each.")
	p.shoot("room-phones-split")
	p.push("Discuss")
	p.push("More …")
	p.push("Lock the room")
	p.find("button", "Unlock the room")
	stranger := h.phone(t, opening{})
	stranger.heads("The room is locked")
	p.push("Unlock the room")
	stranger.heads("Take a seat")
	stranger.push("Take a seat")
	p.says("7 phones have a seat.")
	p.push("Back to the round")
	p.key(kb.PageDown)
	stranger.answers(2) // the late joiner
	for _, phone := range phones {
		phone.answers(0)
	}
	p.says("7 of 7")
	p.key(kb.PageDown)
	p.says("A, 6 votes of 7")

	notes := p.popup(func() { p.push("More …"); p.push("Open the notes window") })
	notes.says("Secret: " + secret)
	notes.fill("Take away the seat number", "2")
	phones[1].heads("This seat was taken away")
	p.push("Back to the round")

	other := open(t, opening{size: laptop, url: h.url})
	other.toWorkshop("Start")
	other.choose("Phones, each on its own")
	other.find("region", "Take over a room")
	other.fill("Code", strings.ToLower(code))
	other.fill("Secret", secret)
	other.push("Take over this room")
	other.says("A, 6 votes of 7")
	p.says("Another laptop has taken this room.")
	p.shoot("room-elsewhere")
	other.key(kb.PageDown)
	other.find("button", "Show the replies and vote")
	stay := append(phones[:1:1], phones[2:]...)
	for i, phone := range stay {
		phone.wait(fmt.Sprintf("phone %d to look up", i), func(t tree) bool { return t.says("Look up.") })
	}
	other.push("Ask how much they trust us")
	for _, phone := range stay {
		phone.answers(3)
	}
	other.says("5 of")
	other.key(kb.PageDown)
	other.says("The room says 4")
	other.toReview(func(string) {})
	other.find("table", "The room’s readings")
	other.find("table", "The votes")
	for i, phone := range stay {
		phone.wait(fmt.Sprintf("phone %d to look up", i), func(t tree) bool { return t.says("Look up.") })
	}
	other.push("End the room for the phones")
	for _, phone := range stay {
		phone.heads("The room is over")
	}
	other.find("table", "The votes")
	other.sound()
	p.sound()
}

// Without WebSockets on the way the room works all the same.
func TestAProjectorWithoutWebSockets(t *testing.T) {
	h := newHall(t)
	p := open(t, opening{size: laptop, url: h.url, script: "WebSocket = class { constructor() { setTimeout(() => this.onclose?.({code: 1006})) } close() {} }"})
	p.toWorkshop("Start")
	p.choose("Phones, each on its own")
	p.find("region", "Take over a room")
	p.push("Begin")
	h.code, _ = p.held()
	phone := h.seated(t, opening{})
	p.says("1 phone has a seat.")
	p.on("Reveal the split")
	phone.answers(1)
	p.says("1 of 1")
	p.key(kb.PageDown)
	p.says("1 vote, too few to show how they fell.")
	p.sound()
}

// A web host that keeps no rooms offers hands only, and says why.
func TestAPlainHostOffersHands(t *testing.T) {
	p := open(t, opening{size: laptop})
	p.toWorkshop("Start")
	p.choose("Phones, each on its own")
	p.says("This page comes from a plain web host")
	p.push("Begin")
	p.find("heading", "Who you are")
}
