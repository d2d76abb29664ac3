package web

import "syscall/js"

// Host is the door to the workshop's server: page/host.js, which is fetched
// when it is first asked for. It speaks JSON there, so that nothing here does.
type Host struct {
	host  js.Value // its module; undefined until it is here
	queue []func(js.Value)
	told  js.Func
}

// HostStatus is how the room stands on the server.
type HostStatus struct {
	Asked, Rooms                 bool // the server was asked whether it hosts rooms, and does
	Why                          string
	Link                         string // none connecting open lost elsewhere refused over
	Refused                      string
	Code, Secret, Join, QR, Kept string
	Seats, Here, Round, Votes    int
	Missed                       int // messages that the server did not take
	Tables                       [2]int
	Locked, Open, Revealed       bool
	Counts                       []int // nil: not final
}

// NewHost calls told whenever something has changed.
func NewHost(told func(HostStatus)) *Host {
	return &Host{told: handler(func(v js.Value) { told(hostStatus(v)) })}
}

// Begin asks the server whether it hosts rooms.
func (r *Host) Begin() { r.do(func(h js.Value) { h.Call("begin", r.told) }) }

// do has the module do something, as soon as it is here.
func (r *Host) do(f func(js.Value)) {
	if !r.host.IsUndefined() {
		f(r.host)
		return
	}
	if r.queue = append(r.queue, f); len(r.queue) == 1 && page.Truthy() {
		r.fetch()
	}
}

func (r *Host) fetch() {
	var here, gone js.Func
	release := func() { here.Release(); gone.Release() }
	here = handler(func(module js.Value) {
		release()
		r.host = module
		for _, f := range r.queue {
			f(module)
		}
		r.queue = nil
	})
	gone = handler(func(js.Value) {
		release()
		r.queue = nil
		r.told.Invoke(map[string]any{"asked": true, "rooms": false, "why": "What phones need could not be fetched. A show of hands needs nothing."})
	})
	page.Call("host").Call("then", here, gone)
}

// Make opens a room.
func (r *Host) Make() { r.do(func(h js.Value) { h.Call("make") }) }

// Take holds the room of the code, with its secret.
func (r *Host) Take(code, secret string) { r.do(func(h js.Value) { h.Call("take", code, secret) }) }

// Resume goes on with the room that this browser held.
func (r *Host) Resume() { r.do(func(h js.Value) { h.Call("resume") }) }

// Send has the server do something: the fields of a message, by name.
func (r *Host) Send(message map[string]any) { r.do(func(h js.Value) { h.Call("send", message) }) }

func hostStatus(v js.Value) HostStatus {
	text := func(name string) string {
		if x := v.Get(name); x.Type() == js.TypeString {
			return x.String()
		}
		return ""
	}
	number := func(name string) int {
		if x := v.Get(name); x.Type() == js.TypeNumber {
			return x.Int()
		}
		return 0
	}
	s := HostStatus{Asked: v.Get("asked").Truthy(), Rooms: v.Get("rooms").Truthy(), Why: text("why"), Link: text("link"), Refused: text("refused"),
		Code: text("code"), Secret: text("secret"), Join: text("join"), QR: text("qr"), Kept: text("kept"),
		Seats: number("seats"), Here: number("here"), Round: number("round"), Votes: number("votes"), Missed: number("missed"),
		Locked: v.Get("locked").Truthy(), Open: v.Get("open").Truthy(), Revealed: v.Get("revealed").Truthy()}
	if t := v.Get("tables"); t.Type() == js.TypeObject && t.Length() == 2 {
		s.Tables = [2]int{t.Index(0).Int(), t.Index(1).Int()}
	}
	if c := v.Get("counts"); c.Type() == js.TypeObject {
		s.Counts = make([]int, c.Length())
		for i := range s.Counts {
			s.Counts[i] = c.Index(i).Int()
		}
	}
	return s
}
