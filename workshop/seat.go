package workshop

import (
	"context"
	"crypto/rand"
	"errors"

	"earned/workshop/phone"
)

// take gives a new seat to whoever keeps the token, which is not kept here.
func (r *room) take(ctx context.Context, table int) (token string, seat int, err error) {
	r.mu.Lock()
	locked, full := r.fold.locked, len(r.fold.seats) >= r.fold.limit
	r.mu.Unlock()
	switch {
	case locked:
		return "", 0, errLocked
	case full:
		return "", 0, errFull
	case !r.joins.take(r.server.now()):
		return "", 0, errSlow
	}
	token = newToken()
	if err := r.write(ctx, &event{kind: taken, token: hashOf(token), Table: table}); err != nil && !errors.Is(err, errThere) { // there: written at the first try
		return "", 0, r.server.busy(err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	seat, ok := r.fold.number[hashOf(token)]
	switch {
	case ok:
		return token, seat, nil
	case r.fold.locked: // before this seat, in the order of the stream
		return "", 0, errLocked
	}
	return "", 0, errFull
}

// seat finds the seat of a token: errNoSeat if it never had one here,
// errRemoved if it was taken away. A seat that was taken at another server a
// moment ago is found.
func (r *room) seat(ctx context.Context, token string) (int, error) {
	if len(token) != len(encodeToken(make([]byte, 16))) {
		return 0, errNoSeat
	}
	hash := hashOf(token)
	seat, err := r.known(hash)
	if !errors.Is(err, errNoSeat) {
		return seat, err
	}
	if !r.strangers.take(r.server.now()) {
		return 0, errSlow
	}
	e := event{kind: taken, token: hash}
	seq, err := r.server.store.last(ctx, e.subject(r.code))
	if err != nil {
		return 0, r.server.busy(err)
	}
	if err := r.await(ctx, seq); err != nil {
		return 0, r.server.busy(err)
	}
	return r.known(hash)
}

func (r *room) known(hash string) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	seat, ok := r.fold.number[hash]
	switch {
	case !ok:
		return 0, errNoSeat
	case r.fold.seats[seat-1].removed:
		return 0, errRemoved
	}
	return seat, nil
}

// move seats someone at a table, 1 or 2: now and then only, since each move is
// kept as long as the room.
func (r *room) move(ctx context.Context, seat, table int) error {
	r.mu.Lock()
	there, moves := int(r.fold.seats[seat-1].table) == table, r.moves[seat]
	if moves == nil {
		moves = newBucket(r.server.limits.MoveBurst, r.server.limits.MoveRate)
		r.moves[seat] = moves
	}
	r.mu.Unlock()
	switch {
	case there:
		return nil
	case !moves.take(r.server.now()):
		return errSlow
	}
	return r.server.busy(r.write(ctx, &event{kind: moved, seat: seat, Table: table}))
}

// vote returns nil when the vote is counted: when the fold has applied it.
// errLate: its round is not open; errAgain: a vote of this seat was counted
// before; errNoOffer: not on offer to this seat.
func (r *room) vote(ctx context.Context, seat, number, offer int) error {
	r.mu.Lock()
	err := r.fold.canVote(seat, number, offer)
	r.mu.Unlock()
	if err != nil {
		return err
	}
	err = r.write(ctx, &event{kind: voted, round: number, seat: seat, Offer: offer})
	if err != nil && !errors.Is(err, errThere) {
		return r.server.busy(err)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case !r.fold.counted(seat, number):
		return errLate // the close came first
	case err != nil:
		return errAgain
	}
	return nil
}

// state is what a seat may know; seat 0 is someone without one.
func (r *room) state(seat int) phone.State {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.phoneState(seat)
}

// phoneState is state while the room is locked.
func (r *room) phoneState(seat int) phone.State {
	f := r.fold
	st := phone.State{
		Round: f.now.number, Kind: f.now.kind, Asks: f.now.asks, Offers: f.now.offers, For: f.now.table, Open: f.now.open,
		Revealed: f.now.revealed, Says: f.says, Locked: f.locked, Full: len(f.seats) >= f.limit, Over: f.over,
	}
	if seat > 0 && seat <= len(f.seats) {
		c := f.seats[seat-1]
		st.Seat, st.Table, st.Voted, st.Removed = seat, int(c.table), c.voted, c.removed
	}
	return st
}

// newToken makes 128 random bits.
func newToken() string {
	b := make([]byte, 16)
	_, _ = rand.Read(b) // never fails
	return encodeToken(b)
}
