package workshop

import (
	"strconv"
	"strings"
	"time"
)

// presence is how many seats have a phone at the other servers, as these say
// now and then. It is no event and is not stored; nothing is counted with it.
type presence struct {
	at map[string]spoken
}

type spoken struct {
	n    int
	when time.Time
}

// hereEvery is how often a server repeats how many phones it has.
const hereEvery = 5 * time.Second

const hereSubject = "earned.here."

func (p *presence) sum() int {
	if p == nil {
		return 0
	}
	n := 0
	for _, s := range p.at {
		n += s.n
	}
	return n
}

// announce tells the other servers, if there can be any. The room is locked.
func (r *room) announce() {
	if s := r.server; s.store.shared() {
		s.store.say(hereSubject+r.code, []byte(s.id+" "+strconv.Itoa(r.here)))
	}
}

// hear takes in what another server says of its rooms.
func (s *Server) hear(subject string, data []byte) {
	who, count, _ := strings.Cut(string(data), " ")
	n, err := strconv.Atoi(count)
	r := s.rooms.get(strings.TrimPrefix(subject, hereSubject))
	if r == nil || err != nil || who == s.id || n < 0 {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.away == nil {
		r.away = &presence{at: map[string]spoken{}}
	}
	r.away.at[who] = spoken{n, s.now()}
	r.tell(touched{host: true})
}

// repeat says how many phones are here, and forgets servers that fell silent.
func (r *room) repeat(now time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.here > 0 {
		r.announce()
	}
	if r.away == nil {
		return
	}
	for who, s := range r.away.at {
		if now.Sub(s.when) > 3*hereEvery {
			delete(r.away.at, who)
			r.tell(touched{host: true})
		}
	}
}
