package workshop

import (
	"math"
	"sync"
	"time"
)

// Limits bound what one server and its rooms may hold. Zero fields take the
// default.
type Limits struct {
	Rooms  int           // rooms that may exist at once; default 10,000
	Seats  int           // seats of one room; default 1,200
	Expire time.Duration // a room ends so long after its last use; default 24 h, at least 1 s
	Store  int64         // bytes that all rooms may take on disk; default 1 GiB

	JoinBurst int     // seats of one room that may be taken at once; default 300
	JoinRate  float64 // and a second after that; default 50: a script is slowed, a full hall is not

	MoveBurst int     // times that one seat may change its table at once; default 10
	MoveRate  float64 // and a second after that; default 1/60

	MakeBurst int     // rooms that may be made at once; default 30
	MakeRate  float64 // and a second after that; default 0.5

	GuessBurst int     // codes of no room that may be tried, by all together; default 100
	GuessRate  float64 // and a second after that; default 10: of 887 million codes
}

// Sizes of messages, in bytes. Longer ones are refused and their sender cut.
const (
	maxPhoneMessage = 256
	maxHostMessage  = 64 << 10 // 16 kB of state, escaped
	maxState        = 16 << 10
	maxAsks         = 2000
	maxOffer        = 1000
	maxSays         = 1000
	maxOffers       = 12
	maxEvent        = 72 << 10 // one event in the stream: a host's message and a little
)

func (l Limits) orDefault() Limits {
	set(&l.Rooms, 10_000)
	set(&l.Seats, 1200)
	set(&l.Expire, 24*time.Hour)
	set(&l.Store, 1<<30)
	set(&l.JoinBurst, 300)
	set(&l.JoinRate, 50)
	set(&l.MoveBurst, 10)
	set(&l.MoveRate, 1.0/60)
	set(&l.MakeBurst, 30)
	set(&l.MakeRate, 0.5)
	set(&l.GuessBurst, 100)
	set(&l.GuessRate, 10)
	l.Expire = max(l.Expire, time.Second)
	return l
}

func set[T int | int64 | float64 | time.Duration](field *T, otherwise T) {
	if *field <= 0 {
		*field = otherwise
	}
}

// bucket lets a burst through, then so many a second.
type bucket struct {
	mu   sync.Mutex
	size float64
	rate float64
	full float64   // what is in it
	at   time.Time // when that was so
}

func newBucket(size int, rate float64) *bucket {
	return &bucket{size: float64(size), rate: rate, full: float64(size)}
}

// take takes one out, if there is one at now.
func (b *bucket) take(now time.Time) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.at.IsZero() {
		b.full = math.Min(b.size, b.full+b.rate*now.Sub(b.at).Seconds())
	}
	b.at = now
	if b.full < 1 {
		return false
	}
	b.full--
	return true
}

// empty tells whether nothing could be taken at now.
func (b *bucket) empty(now time.Time) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.full+b.rate*now.Sub(b.at).Seconds() < 1
}
