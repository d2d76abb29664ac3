package screens

// Status is how the room on the server stands, as it was last told: what a
// workshop with phones needs to know. Without a server all is nought.
type Status struct {
	Rooms bool   // this server hosts rooms
	Why   string // why it does not, a sentence; empty: not known yet
}

func (h *Status) phonesWords() string {
	switch {
	case h.Rooms:
		return ""
	case h.Why != "":
		return h.Why
	}
	return "Phones need the workshop’s own server on this network: start it with “go run ./cmd/serve --lan” and open the page from there. A show of hands needs nothing."
}

func (a *App) pressHost(_, _ string) bool { return false }
func (a *App) closeVote() bool            { return false }
func (a *App) tellHost()                  {}
