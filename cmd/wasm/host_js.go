package main

import (
	"earned/game/screens"
	"earned/game/web"
)

// host has the workshop's server, or the page's own door to it, do something.
func (g *game) host(m *screens.HostMessage) {
	if g.room == nil {
		g.room = web.NewHost(func(s web.HostStatus) {
			g.locked(func() {
				g.app.SetNow(clockNow())
				g.app.SetStatus(status(s))
				g.effects()
				g.show()
			})
		})
	}
	switch m.Do {
	case "begin":
		g.room.Begin()
	case "make":
		g.room.Make()
	case "take":
		g.room.Take(m.Code, m.Secret)
	case "resume":
		g.room.Resume()
	default:
		g.room.Send(message(m))
	}
}

// message is what the server understands, by name.
func message(m *screens.HostMessage) map[string]any {
	out := map[string]any{"do": m.Do}
	if m.Do == "take-back" {
		out["do"] = "take"
	}
	if m.Round > 0 {
		out["round"] = m.Round
	}
	switch m.Do {
	case "open":
		offers := make([]any, len(m.Offers))
		for i, o := range m.Offers {
			offers[i] = o
		}
		out["kind"], out["asks"], out["offers"], out["table"] = m.Kind, m.Asks, offers, m.Table
	case "reveal":
		out["counts"] = true
	case "remove":
		out["seat"] = m.Seat
	case "say":
		out["text"] = m.Text
	case "keep":
		out["state"] = m.State
	}
	return out
}

var links = map[string]screens.Link{"none": screens.NoLink, "connecting": screens.Connecting, "open": screens.Linked, "lost": screens.LinkLost,
	"elsewhere": screens.Elsewhere, "refused": screens.LinkRefused, "over": screens.RoomOver}

// status is how the room stands, in the screens' words.
func status(s web.HostStatus) screens.Status {
	return screens.Status{Known: s.Asked, Rooms: s.Rooms, Why: s.Why, Link: links[s.Link], Refused: s.Refused, Code: s.Code, Secret: s.Secret,
		Join: s.Join, QR: s.QR, Seats: s.Seats, Here: s.Here, Tables: s.Tables, Locked: s.Locked, Round: s.Round, Open: s.Open, Revealed: s.Revealed, Votes: s.Votes,
		Counts: s.Counts, Kept: s.Kept, Missed: s.Missed}
}
