package workshop

import "time"

// hostGap is the least time between two snapshots to a host: 4 a second.
const hostGap = 250 * time.Millisecond

// listener is one connection that is told what changes: a phone's or a host's,
// by WebSocket or by server-sent events. It is always told all there is, so
// what was not sent yet may be passed over; a goroutine runs only while
// something is being sent.
type listener struct {
	room *room
	seat int                // 0: a host, or a phone without a seat
	say  func(*room) any    // what it is told; the room is locked
	send func([]byte) error // may block for a while, then fails
	ping func()             // cuts it if it is no longer there; nil: sending finds out
	cut  func()             // ends the connection
	gap  time.Duration      // least time between two messages

	// Of the room's mutex:
	dirty, writing bool
	next           *listener // of the same seat
}

// poke has it told what is so now. The room is locked.
func (l *listener) poke() {
	l.dirty = true
	if !l.writing {
		l.writing = true
		go l.flush()
	}
}

// flush sends until nothing is new.
func (l *listener) flush() {
	for {
		l.room.mu.Lock()
		if !l.dirty {
			l.writing = false
			l.room.mu.Unlock()
			return
		}
		l.dirty = false
		say := l.say(l.room)
		l.room.mu.Unlock()
		if err := l.send(encode(say)); err != nil {
			l.cut() // writing stays true: nothing more is sent
			return
		}
		if l.gap > 0 {
			select {
			case <-time.After(l.gap):
			case <-l.room.server.closed:
			}
		}
	}
}

// beat tells it again after a silence, and asks whether it is still there:
// proxies close what is silent, and phones leave without a word.
func (l *listener) beat() {
	l.room.mu.Lock()
	l.poke()
	l.room.mu.Unlock()
	if l.ping != nil {
		l.ping()
	}
}

// seatListeners is how many connections of one seat there may be: a phone that
// changed its network has one or two that are dead and not known to be.
const seatListeners = 4

// attach connects it to its room and has it told. False if the room is no
// longer followed, or too many look on without a seat.
func (l *listener) attach(host bool) bool {
	r := l.room
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.gone || !host && l.seat == 0 && length(r.waiting) >= r.fold.limit {
		return false
	}
	switch {
	case host:
		r.hosts[l] = true
	case l.seat == 0:
		l.next, r.waiting = r.waiting, l
	default:
		if l.next = r.phones[l.seat]; l.next == nil {
			r.here++
		}
		r.phones[l.seat] = l
		if length(l) > seatListeners {
			go last(l).cut()
		}
	}
	if !host {
		r.tell(touched{host: true})
		r.announce()
	}
	l.poke()
	return true
}

// detach is the reverse.
func (l *listener) detach() {
	r := l.room
	r.mu.Lock()
	defer r.mu.Unlock()
	l.dirty, l.writing = false, true
	r.asked = r.server.now()
	if r.hosts[l] {
		delete(r.hosts, l)
		return
	}
	if l.seat == 0 {
		r.waiting = without(r.waiting, l)
	} else if first := without(r.phones[l.seat], l); first != nil {
		r.phones[l.seat] = first
	} else if _, there := r.phones[l.seat]; there {
		delete(r.phones, l.seat)
		r.here--
	}
	r.tell(touched{host: true})
	r.announce()
}

// without takes one out of a list.
func without(first, l *listener) *listener {
	for at := &first; *at != nil; at = &(*at).next {
		if *at == l {
			*at = l.next
			break
		}
	}
	return first
}

// length is how many there are in a list.
func length(l *listener) (n int) {
	for ; l != nil; l = l.next {
		n++
	}
	return n
}

// last is the end of a list: the oldest.
func last(l *listener) *listener {
	for l.next != nil {
		l = l.next
	}
	return l
}
