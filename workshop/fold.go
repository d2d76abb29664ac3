package workshop

import "slices"

// fold is what a room is: the result of its events in the order of the stream.
// Pure: no clock, no chance, no input or output. Two folds of the same events
// are the same, and applying an event again that the stream refuses twice
// (a vote, a seat) changes nothing.
type fold struct {
	limit  int    // seats that may be taken: the room's own, the same at every server
	secret string // hash of the host's; "" while the room was not made
	locked bool
	over   bool
	says   string // what phones show between rounds
	kept   string // the host's own state, opaque
	holder string // the laptop that holds the room; "" before the first
	seats  []chair
	number map[string]int // hash of a token → seat, from 1
	now    round
	before int // the round before it
}

// chair is one seat. Its number is its place in fold.seats, plus one.
type chair struct {
	table   uint8 // 0: none chosen
	removed bool
	voted   bool  // in the present round
	before  bool  // in the one before
	offer   uint8 // what for; meaningless once the round is settled
}

// round is the present one, or the last while none is open. The host's
// texts are never changed in place: they may be shared.
type round struct {
	number   int // from 1, rising; 0: none yet
	kind     string
	asks     string
	offers   []string
	table    int // who may vote: 0 everyone
	open     bool
	settled  bool // its counts are written; before that they may still be wrong on a server that lags
	revealed bool
	counts   []int // by offer
	votes    int   // their sum
}

// touched says who sees something else after an event.
type touched struct {
	all  bool // every phone
	seat int  // one phone; 0 none
	host bool
}

func newFold() *fold { return &fold{number: map[string]int{}} }

// apply folds one event in. What cannot be (a vote in a closed round, a seat
// in a locked room) changes nothing: the stream's order decides.
func (f *fold) apply(e event) touched {
	if f.over {
		return touched{}
	}
	switch e.kind {
	case made:
		if f.secret == "" {
			f.secret, f.limit = e.Hash, e.Seats
		}
	case taken:
		return f.sit(e)
	case moved:
		if e.seat < 1 || e.seat > len(f.seats) {
			return touched{}
		}
		f.seats[e.seat-1].table = table(e.Table)
		return touched{seat: e.seat, host: true}
	case voted:
		return f.vote(e)
	case hosts:
		return f.host(e)
	case kept:
		f.kept = e.State
	case tally:
		return f.settle(e)
	case ended:
		f.over = true
		return touched{all: true, host: true}
	}
	return touched{}
}

// table is 1 or 2, or 0 for none chosen.
func table(n int) uint8 { return uint8(min(max(n, 0), 2)) }

func (f *fold) sit(e event) touched {
	if _, ok := f.number[e.token]; ok || f.locked || len(f.seats) >= f.limit {
		return touched{}
	}
	f.seats = append(f.seats, chair{table: table(e.Table)})
	f.number[e.token] = len(f.seats)
	return touched{host: true}
}

// canVote says why a seat cannot vote so, or nil.
func (f *fold) canVote(seat, number, offer int) error {
	r := &f.now
	switch {
	case seat < 1 || seat > len(f.seats):
		return errNoSeat
	case f.seats[seat-1].removed:
		return errRemoved
	case number != r.number || number == 0:
		return errLate
	case f.seats[seat-1].voted:
		return errAgain
	case !r.open:
		return errLate
	case offer < 0 || offer >= len(r.offers), r.table != 0 && int(f.seats[seat-1].table) != r.table:
		return errNoOffer
	}
	return nil
}

// counted tells whether a seat's vote in a round counted, for as long as a
// round after it.
func (f *fold) counted(seat, number int) bool {
	switch {
	case number == 0 || seat < 1 || seat > len(f.seats):
		return false
	case number == f.now.number:
		return f.seats[seat-1].voted
	}
	return number == f.before && f.seats[seat-1].before
}

func (f *fold) vote(e event) touched {
	if f.canVote(e.seat, e.round, e.Offer) != nil {
		return touched{}
	}
	c := &f.seats[e.seat-1]
	c.voted, c.offer = true, uint8(e.Offer)
	f.now.counts[e.Offer]++
	f.now.votes++
	return touched{seat: e.seat, host: true}
}

// host applies what the holder of the secret did.
func (f *fold) host(e event) touched {
	all := touched{all: true, host: true}
	r := &f.now
	switch e.Do {
	case "open":
		if e.Round <= r.number || len(e.Offers) > 255 {
			return touched{}
		}
		f.before = r.number
		*r = round{number: e.Round, kind: e.Kind, asks: e.Asks, offers: e.Offers, table: e.Table, open: true, counts: make([]int, len(e.Offers))}
		for i := range f.seats {
			f.seats[i].before, f.seats[i].voted = f.seats[i].voted, false
		}
	case "close":
		if !r.open || e.Round != r.number {
			return touched{}
		}
		r.open = false
	case "reveal":
		if r.open || r.number == 0 || e.Round != r.number {
			return touched{}
		}
		r.revealed = true
	case "lock", "unlock":
		f.locked = e.Do == "lock"
	case "remove":
		return f.remove(e.Seat)
	case "say":
		f.says = e.Text
	case "take":
		f.holder = e.As
		return touched{host: true}
	default:
		return touched{}
	}
	return all
}

// remove takes a seat away, and its vote while the round is open.
func (f *fold) remove(seat int) touched {
	if seat < 1 || seat > len(f.seats) || f.seats[seat-1].removed {
		return touched{}
	}
	c := &f.seats[seat-1]
	c.removed = true
	if c.voted && f.now.open {
		f.now.counts[c.offer]--
		f.now.votes--
	}
	return touched{seat: seat, host: true}
}

// settle takes the written counts of the closed round as the truth: a server
// that reads the stream late finds the votes already erased.
func (f *fold) settle(e event) touched {
	r := &f.now
	if e.round != r.number || r.open || r.settled || len(e.Tally) != len(r.offers) {
		return touched{}
	}
	r.settled = true
	r.counts = slices.Clone(e.Tally)
	r.votes = 0
	for _, n := range r.counts {
		r.votes += n
	}
	for i := range f.seats {
		f.seats[i].voted = i/8 < len(e.Voted) && e.Voted[i/8]&(1<<(i%8)) != 0
		f.seats[i].offer = 0
	}
	return touched{all: true, host: true}
}

// unsettled is the tally that a closed round still lacks, or nil.
func (f *fold) unsettled() *event {
	r := &f.now
	if r.number == 0 || r.open || r.settled || f.over {
		return nil
	}
	e := &event{kind: tally, round: r.number, Tally: slices.Clone(r.counts), Voted: make([]byte, (len(f.seats)+7)/8)}
	for i, c := range f.seats {
		if c.voted {
			e.Voted[i/8] |= 1 << (i % 8)
		}
	}
	return e
}

// sitting counts the seats that were not removed, in all and at each table.
func (f *fold) sitting() (all int, tables [2]int) {
	for _, c := range f.seats {
		if c.removed {
			continue
		}
		all++
		if c.table > 0 {
			tables[c.table-1]++
		}
	}
	return all, tables
}
