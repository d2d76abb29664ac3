// Package workshop hosts rooms: a projector that asks, and phones that each
// count exactly once.
//
// It knows nothing of conversations. A room holds rounds; a round has a
// number, a question and offers; a seat (one phone) votes for one of them; the
// host (the page on the projector) decides what is asked and what follows.
//
// # One stream, one fold
//
// All that happens in a room is an event on one JetStream stream, embedded in
// this process by default or in a cluster given by address. What a room is, is
// the fold of its events in the order of the stream, and nothing else: there
// is no read-modify-write. So whichever server a phone reaches, it finds the
// same room, and a server that was killed finds it again.
//
//	earned.room.CODE.made          the hash of the host's secret; at most one: a code is taken once
//	earned.room.CODE.seat.HASH     a seat is taken by the holder of a token; at most one
//	earned.room.CODE.table.SEAT    at which table it sits
//	earned.room.CODE.vote.ROUND.SEAT   a vote; at most one, so a second is refused by the stream
//	earned.room.CODE.host          what the host does: open, close, reveal, lock, remove, say, take
//	earned.room.CODE.kept          the host's own state, only the last is kept
//	earned.room.CODE.tally.ROUND   counts of a closed round; at most one; the votes are then erased
//	earned.room.CODE.used          disappears a while after the last use, and the room after it
//	earned.room.CODE.end           the room is over
//
// A vote counts when the fold has applied it, and only then is it acknowledged.
// After the close of a round its counts are written once and its votes are
// erased: no one's own vote outlives its round.
//
// # Files
//
// event.go says what can happen, fold.go what follows; both are pure. Of NATS
// know only engine.go (where it runs), stream.go (what is written and read)
// and feed.go (what is told). room.go is a room that someone uses at this
// server, seat.go and host.go what its two kinds of guests can do; listener.go,
// ws.go and events.go how they are connected and told. rooms.go holds the rooms
// of this server, limits.go what is bounded, janitor.go how rooms end, and
// server.go puts it together. gate.go, phones.go and checks.go are the door
// and the pages.
package workshop
