package screens

import (
	"fmt"
	"strings"

	"earned/game/view"
)

// lobbyView is where phones come in: the code, the address and its picture, and
// how many have a seat.
func (a *App) lobbyView() *view.Node {
	w := &a.shop
	h := &w.host
	words := column("words", 12,
		wallText("how", "Open the camera on the square, or type the address:"),
		&view.Node{Key: "join", Role: view.Text, Text: shortAddress(h.Join), Style: view.Style{Size: view.Wall, Bold: true}},
		wallText("code-is", "The room’s code:"),
		&view.Node{Key: "code", Role: view.Text, Text: spaced(h.Code), Name: "The room’s code: " + strings.Join(strings.Split(h.Code, ""), " "), Style: view.Style{Size: view.Display, Bold: true, Ink: view.Accent}},
		&view.Node{Key: "seats", Role: view.Status, Text: a.seatsWords(), Style: view.Style{Size: view.Wall, Bold: true}},
		wallText("private", "No name, no account. Nobody sees who voted for what."))
	words.Layout.Grow, words.Layout.Middle = 1, true
	if h.Code == "" {
		words = column("words", 12, wallText("waits", a.linkWords()))
		words.Layout.Grow, words.Layout.Middle = 1, true
	}
	body := &view.Node{Key: "body", Layout: view.Layout{Gap: 30, Pad: view.Edges{Top: 8, Right: 40, Bottom: 8, Left: 40}}, Children: []*view.Node{words}}
	if h.QR != "" {
		side := 400
		if a.class() == upright {
			side = 260
		}
		body.Children = append(body.Children, &view.Node{Key: "qr", Role: view.Image, Name: "A QR code of " + h.Join,
			Picture: view.Picture{Kind: view.Squares, Figure: h.QR}, Layout: view.Layout{Width: side, Height: side, MinHeight: 200}})
	}
	if a.class() == wide {
		body.Layout.Flow = view.Across
	}
	return a.stageOf("lobby", body)
}

// seatsWords says how many have come.
func (a *App) seatsWords() string {
	h := &a.shop.host
	says := "Nobody has a seat yet."
	switch {
	case h.Seats == 1:
		says = "1 phone has a seat."
	case h.Seats > 1:
		says = fmt.Sprintf("%d phones have a seat.", h.Seats)
	}
	if len(a.shop.s.Tables) > 1 && h.Seats > 0 {
		says += fmt.Sprintf(" Table 1: %d. Table 2: %d.", h.Tables[0], h.Tables[1])
	}
	if h.Locked {
		says += " The room is locked."
	}
	return says
}

// linkWords says why there is no room to come into, or that the connection is
// gone; empty: all is well.
func (a *App) linkWords() string {
	h := &a.shop.host
	switch h.Link {
	case Connecting:
		return "Opening the room …"
	case LinkLost:
		return "The connection to the server is lost, and is being sought again. Votes that were counted stay counted."
	case Elsewhere:
		return "Another laptop has taken this room."
	case LinkRefused:
		return h.Refused
	case RoomOver:
		return "The room on the server is over."
	case NoLink:
		if h.Refused != "" {
			return h.Refused
		}
		if h.Known && !h.Rooms {
			return h.Why
		}
		return "There is no room on the server."
	}
	return ""
}

// linkView says it on every screen of a workshop with phones.
func (a *App) linkView() *view.Node {
	s := a.shop.s
	if s == nil || !s.Phones {
		return nil
	}
	says := a.linkWords()
	if says == "" && a.shop.host.Refused != "" {
		says = a.shop.host.Refused
	}
	if says == "" {
		return nil
	}
	n := row("link", &view.Node{Key: "says", Role: view.Status, Text: says, Style: view.Style{Bold: true, Size: view.Small}})
	switch a.shop.host.Link {
	case Elsewhere:
		n.Children = append(n.Children, small("back", "Take it back", "room:take-back"))
	case LinkRefused, RoomOver, NoLink:
		n.Children = append(n.Children, small("make", "Open a new room", "room:make"))
	}
	if a.shop.host.Link != Linked && a.shop.host.Link != Connecting {
		n.Children = append(n.Children, small("hands", "Go on with a show of hands", "room:hands"))
	}
	return n
}

// shortAddress is an address as one types it.
func shortAddress(s string) string {
	return strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
}

// spaced is a code in two parts, easier to read off a wall.
func spaced(code string) string {
	if len(code) != 6 {
		return code
	}
	return code[:3] + " " + code[3:]
}

// phonesMenu is what the facilitator can do about the phones. The secret is
// only in the notes window.
func (a *App) phonesMenu(private bool) *view.Node {
	w := &a.shop
	if w.s == nil || !w.s.Phones {
		return nil
	}
	lock := secondary("lock", "Lock the room", "room:lock")
	if w.host.Locked {
		lock = secondary("lock", "Unlock the room", "room:unlock")
	}
	says := w.did
	if says == "" {
		says = w.host.Refused
	}
	n := column("phones", 8, heading("title", 2, "The phones"), para("seats", a.seatsWords()),
		row("act", lock, secondary("lobby", "Show the code again", "room:lobby"), secondary("end", "End the room for the phones", "room:end")),
		textBox("remove", "Take away the seat number", "", "seat:remove"),
		quiet("remove-how", "Its phone shows the number. Type it, and press Enter."),
		only(says != "", &view.Node{Key: "did", Role: view.Status, Text: says}))
	if private && w.host.Secret != "" {
		n.Children = append(n.Children, heading("hand", 3, "To hand this room to another laptop"),
			para("how", "Open the workshop there, choose “Take over a room”, and type both of these. Keep the secret to yourself."),
			para("code", "Code: "+w.host.Code), para("secret", "Secret: "+w.host.Secret))
	}
	return n
}

// takeOverView takes over a room from another laptop.
func (a *App) takeOverView() *view.Node {
	w := &a.shop
	if !w.host.Rooms {
		return nil
	}
	says := w.did
	if says == "" && w.takes {
		says = a.linkWords()
	}
	return card("take", view.Region, "Take over a room", heading("title", 2, "Take over a room"),
		para("how", "A room that another laptop holds goes on here, where it stands. Its notes window shows the code and the secret."),
		textBox("code", "Code", w.takeCode, "take:code"), textBox("secret", "Secret", w.takeSecret, "take:secret"),
		row("act", secondary("take", "Take over this room", "room:take")), only(says != "", &view.Node{Key: "did", Role: view.Status, Text: says}))
}

// textBox is a box to type in, with its label.
func textBox(key, label, text string, act view.Action) *view.Node {
	return column(key, 2, para("label", label), &view.Node{Key: "box", Role: view.TextBox, Name: label, Text: text, Press: act})
}

// typedPhones is what was typed about phones.
func (a *App) typedPhones(act, text string) bool {
	w := &a.shop
	text = strings.TrimSpace(text)
	switch act {
	case "take:code":
		w.takeCode = text
	case "take:secret":
		w.takeSecret = text
	case "seat:remove": // the box is empty again, whatever it was
		if !a.Press(view.Action("room:remove:" + text)) {
			w.did = "“" + text + "” is no seat’s number."
		}
	default:
		return false
	}
	return true
}
