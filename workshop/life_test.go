package workshop

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// votesStored are the votes of a room that are in the stream.
func (h *hall) votesStored() int {
	h.t.Helper()
	n := 0
	for subject := range h.subjects() {
		if strings.Contains(subject, "."+string(voted)+".") {
			n++
		}
	}
	return n
}

// Once a round's counts are written, no one's vote is kept anywhere.
func TestVotesAreErasedWithTheirRound(t *testing.T) {
	h := newHall(t, Options{})
	h.host(question)
	for range 3 {
		if a := h.seated().post("vote", `{"round":1,"offer":1}`); !a.OK {
			t.Fatal(a)
		}
	}
	if n := h.votesStored(); n != 3 {
		t.Fatalf("%d votes are stored while the round is open, want 3", n)
	}
	h.host(`{"do":"close"}`)
	h.erased()
	h.counts(0, 3)
}

// A server that dies after the counts are written and before the votes are
// erased leaves that to the next.
func TestVotesLeftBehindAreErasedByTheNextServer(t *testing.T) {
	h := newHall(t, Options{})
	h.host(question)
	p := h.seated()
	p.post("vote", `{"round":1,"offer":0}`)
	h.host(`{"do":"close"}`)
	h.erased()
	r, _ := h.server.room(t.Context(), h.code)
	h.server.rooms.forget(r)
	left := event{kind: voted, round: 1, seat: 1}
	if _, err := h.server.store.write(t.Context(), h.code, &left); err != nil {
		t.Fatal(err)
	}
	if _, err := h.server.room(t.Context(), h.code); err != nil {
		t.Fatal(err)
	}
	h.erased()
	h.counts(1, 0)
}

// A vote that was on its way when its round was closed is erased as it comes
// in, the next round open or not.
func TestAVoteThatComesLateIsErased(t *testing.T) {
	h := newHall(t, Options{})
	h.host(question)
	h.seated().post("vote", `{"round":1,"offer":0}`)
	h.host(`{"do":"close"}`)
	h.erased()
	for _, next := range []string{`{"do":"reveal"}`, `{"do":"open","round":7,"kind":"reply","asks":"?","offers":["a","b"]}`} {
		h.host(next)
		if _, err := h.server.store.write(t.Context(), h.code, &event{kind: voted, round: 1, seat: 1}); err != nil {
			t.Fatal(err)
		}
		h.erased()
	}
	h.counts(0, 0)
}

// Rounds that are begun anew without a close leave no votes either, whatever
// their numbers.
func TestVotesOfARoundNeverClosedAreErased(t *testing.T) {
	h := newHall(t, Options{})
	p := h.seated()
	for _, round := range []int{1, 5, 9} {
		h.host(fmt.Sprintf(`{"do":"open","round":%d,"kind":"reply","asks":"?","offers":["a","b"]}`, round))
		if a := p.post("vote", fmt.Sprintf(`{"round":%d,"offer":1}`, round)); !a.OK {
			t.Fatal(a)
		}
	}
	h.host(`{"do":"close"}`)
	h.erased()
	h.counts(0, 1)
}

// And one that dies after the close and before the counts are written, too.
func TestCountsLeftUnwrittenAreWrittenByTheNextServer(t *testing.T) {
	h := newHall(t, Options{})
	h.host(question)
	p := h.seated()
	p.post("vote", `{"round":1,"offer":0}`)
	r, _ := h.server.room(t.Context(), h.code)
	h.server.rooms.forget(r) // the server is gone
	if _, err := h.server.store.write(t.Context(), h.code, &event{kind: hosts, Do: "close", Round: 1}); err != nil {
		t.Fatal(err)
	}
	if r, err := h.server.room(t.Context(), h.code); err != nil || !r.fold.now.settled {
		t.Errorf("the counts are not written: %v", err)
	}
	h.erased()
	h.counts(1, 0)
}

// A room that nobody uses here is let go of; whoever comes back finds it, and
// the seat.
func TestARoomThatIsNotUsedCostsNothing(t *testing.T) {
	h := newHall(t, Options{})
	h.host(question)
	p := h.seated()
	before, err := h.server.room(t.Context(), h.code)
	if err != nil {
		t.Fatal(err)
	}
	h.server.tidy(time.Now().Add(-time.Minute))
	if len(h.server.rooms.all()) != 1 {
		t.Error("a room that was used a moment ago was let go of")
	}
	h.server.tidy(time.Now().Add(time.Minute))
	if len(h.server.rooms.all()) != 0 {
		t.Fatal("the room was kept")
	}
	if a := p.post("vote", `{"round":1,"offer":1}`); !a.OK {
		t.Errorf("its phone cannot vote: %+v", a)
	}
	h.counts(0, 1)
	if after, _ := h.server.room(t.Context(), h.code); after == before {
		t.Error("it is the same")
	}
}

// A room ends a while after its last use, and is erased.
func TestRoomsExpire(t *testing.T) {
	h := newHall(t, Options{Limits: Limits{Expire: time.Second}})
	h.host(question)
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	defer cancel()
	for {
		h.server.expire(ctx)
		codes, err := h.server.store.codes(ctx, made)
		if err != nil {
			t.Fatal(err)
		}
		if len(codes) == 0 {
			break
		}
	}
	if status, _ := h.command(h.secret, question); status != http.StatusNotFound {
		t.Errorf("the room answers %d", status)
	}
	if left := h.subjects(); len(left) != 0 {
		t.Errorf("there is left: %v", left)
	}
}

func TestRoomsAreLimited(t *testing.T) {
	h := newHall(t, Options{Limits: Limits{Rooms: 2}})
	_, _, second := h.server.create(t.Context())
	_, _, third := h.server.create(t.Context())
	if second != nil || !errors.Is(third, errRooms) {
		t.Errorf("the second: %v, the third: %v", second, third)
	}
	many := newHall(t, Options{Limits: Limits{MakeBurst: 5, MakeRate: 0.001}})
	var err error
	for range 5 {
		_, _, err = many.server.create(t.Context())
	}
	if !errors.Is(err, errSlow) {
		t.Errorf("a script makes rooms: %v", err)
	}
}

func TestSeatsAreLimited(t *testing.T) {
	h := newHall(t, Options{Limits: Limits{Seats: 3}})
	for range 3 {
		h.seated()
	}
	if a := h.phone().post("seat", "{}"); a.Why != "full" {
		t.Errorf("the fourth of three seats: %+v", a)
	}
}

// A seat asks for its own table again as often as it likes, and changes it now
// and then: no phone fills the store.
func TestMovesAreLimited(t *testing.T) {
	h := newHall(t, Options{Limits: Limits{MoveBurst: 2, MoveRate: 1e-6}})
	p := h.seated()
	move := func(table int) string { return string(p.post("seat", fmt.Sprintf(`{"table":%d}`, table)).Why) }
	moves := func() uint64 { return h.subjects()[subjects+h.code+".table.1"] }
	for range 5 {
		if why := move(1); why != "" || moves() != 1 {
			t.Fatalf("asked for its own table: %q, and %d moves are stored", why, moves())
		}
	}
	if why := move(2); why != "" || moves() != 2 {
		t.Errorf("the other table: %q, and %d moves are stored", why, moves())
	}
	if why := move(1); why != "slow" || moves() != 2 {
		t.Errorf("one too many: %q, and %d moves are stored", why, moves())
	}
	if why := move(2); why != "" {
		t.Errorf("where it sits: %q", why)
	}
}

// Codes that are guessed are slowed for all; a room that is in use is found
// all the same.
func TestGuessedCodesAreSlowed(t *testing.T) {
	h := newHall(t, Options{Limits: Limits{GuessBurst: 20, GuessRate: 0.001}})
	h.host(question)
	slowed := 0
	for range 50 {
		if _, err := h.server.room(t.Context(), newCode()); errors.Is(err, errSlow) {
			slowed++
		} else if !errors.Is(err, errNoRoom) {
			t.Fatal(err)
		}
	}
	if slowed != 30 {
		t.Errorf("%d of 50 guesses were slowed, want 30", slowed)
	}
	if a := h.phone().post("seat", "{}"); !a.OK {
		t.Errorf("a phone of the room: %+v", a)
	}
}

// Nothing that is logged says which room, who or what.
func TestLogsSayNothingOfAnyone(t *testing.T) {
	var mu sync.Mutex
	var log strings.Builder
	h := newHall(t, Options{Log: func(line string) { mu.Lock(); defer mu.Unlock(); log.WriteString(line + "\n") }})
	h.server.patience = 50 * time.Millisecond
	p := h.seated()
	h.host(`{"do":"open","round":1,"kind":"reply","asks":"the question","offers":["the answer","b"]}`)
	h.server.store.conn.Close() // whatever is asked now goes wrong
	p.post("vote", `{"round":1,"offer":0}`)
	h.command(h.secret, `{"do":"close"}`)
	h.phone().post("seat", "{}")
	mu.Lock()
	defer mu.Unlock()
	if log.Len() == 0 {
		t.Fatal("nothing went wrong")
	}
	for _, secret := range []string{h.code, h.secret, hashOf(h.secret), "question", "answer", subjects} {
		if strings.Contains(log.String(), secret) {
			t.Errorf("%q is logged:\n%s", secret, log.String())
		}
	}
}

// Two servers do not share a folder; when the first has stopped, the second
// finds its rooms.
func TestAFolderIsUsedByOneServer(t *testing.T) {
	h := newHall(t, Options{})
	o := Options{Base: "http://127.0.0.1/", Data: h.server.options.Data}
	if s, err := New(t.Context(), o); err == nil {
		_ = s.Close()
		t.Fatal("two servers use one folder")
	} else if !strings.Contains(err.Error(), "another server") {
		t.Error(err)
	}
	if err := h.server.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := New(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.room(t.Context(), h.code); err != nil {
		t.Error(err)
	}
}

// A folder that cannot be one is in nobody's use.
func TestAFileIsNoFolderForRooms(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := openStore(t.Context(), file, "", Limits{}); err == nil || !strings.Contains(err.Error(), "cannot be used as a folder") {
		t.Error(err)
	}
}

// Whoever reads an error learns no password and no token.
func TestAddressesOfNATSAreSaidWithoutWhoComesIn(t *testing.T) {
	for at, want := range map[string]string{
		"nats://10.0.0.5:4222":                     "nats://10.0.0.5:4222",
		"nats://hidden@a:1, tls://me:hidden@b":     "nats://a:1,tls://b",
		"me:hidden@a:1,hidden@b,c:3":               "nats://a:1,nats://b,nats://c:3",
		"nats://me:hid@den@a:1/x?hidden#hidden":    "nats://a:1",
		"nats://me:hidden,hidden@a:1,hidden@[::1:": "(not an address),nats://a:1,(not an address)",
	} {
		if got := redacted(at); got != want {
			t.Errorf("%s: %s, want %s", at, got, want)
		}
	}
}

// Where NATS is not, that is said, and no password with it.
func TestNATSThatDoesNotAnswerIsSaid(t *testing.T) {
	for _, at := range []string{"nats://me:hidden@127.0.0.1:1", "nats://me:hidden@127.0.0.1:1,nats://me:hidden@127.0.0.1:2", "http://me:hidden@[::"} {
		ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
		s, err := New(ctx, Options{Base: "http://127.0.0.1/", NATS: at})
		cancel()
		if err == nil {
			_ = s.Close()
			t.Fatalf("%s: a server was opened", at)
		}
		if strings.Contains(err.Error(), "hidden") || !strings.Contains(err.Error(), "NATS") {
			t.Errorf("%s: %v", at, err)
		}
		t.Log(err)
	}
}
