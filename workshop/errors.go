package workshop

import (
	"errors"
	"net/http"
)

// Refusals, in words that a guest can read. They say nothing of who did what.
var (
	errNoRoom  = errors.New("there is no room with this code; look at the projector again")
	errLocked  = errors.New("the room is locked; ask the facilitator to open it")
	errFull    = errors.New("the room is full")
	errSlow    = errors.New("many are coming in at once; try again in a few seconds")
	errNoSeat  = errors.New("you have no seat here yet; take one first")
	errRemoved = errors.New("your seat was taken away by the facilitator")
	errLate    = errors.New("that vote is closed")
	errAgain   = errors.New("your vote is counted already")
	errNoOffer = errors.New("that cannot be chosen here")
	errSecret  = errors.New("that is not the secret of this room's host")
	errHeld    = errors.New("another laptop holds this room now")
	errMessage = errors.New("that message makes no sense here")
	errBusy    = errors.New("the server cannot write this down now; try again in a moment")
	errRooms   = errors.New("there are as many rooms as this server takes; try again later")
)

// refusals are answered with these codes.
var refusals = []struct {
	err    error
	status int
}{
	{errNoRoom, http.StatusNotFound}, {errLocked, http.StatusForbidden}, {errFull, http.StatusForbidden},
	{errSlow, http.StatusTooManyRequests}, {errNoSeat, http.StatusForbidden}, {errRemoved, http.StatusForbidden},
	{errLate, http.StatusConflict}, {errAgain, http.StatusConflict}, {errNoOffer, http.StatusConflict},
	{errSecret, http.StatusUnauthorized}, {errHeld, http.StatusConflict}, {errMessage, http.StatusBadRequest},
	{errForeign, http.StatusForbidden}, {errBusy, http.StatusServiceUnavailable}, {errRooms, http.StatusServiceUnavailable},
}

// isRefusal tells whether an error is meant for a guest.
func isRefusal(err error) bool {
	for _, r := range refusals {
		if errors.Is(err, r.err) {
			return true
		}
	}
	return false
}
