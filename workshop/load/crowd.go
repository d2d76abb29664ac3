package load

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"sync"
	"time"
)

// Crowd is the phones of one room.
type Crowd struct {
	Servers []string // addresses ending in /; phone n begins with the n-th, and goes on to the next when one is gone
	Code    string
	Phones  int
	Think   time.Duration              // each phone votes at some time within it
	Choose  func(phone, round int) int // what a phone votes for
	Seed    uint64
	Events  int // each so many-th phone uses server-sent events and POST; 0: all use WebSockets

	dialer, client *http.Client
	phones         []*phone
	stop           context.CancelFunc
	running        sync.WaitGroup

	mu       sync.Mutex
	rng      *rand.Rand
	changed  chan struct{} // closed at each change
	state    Seen
	revealAt time.Time
	figures  Figures
}

// Seen is how many phones know what of the latest round.
type Seen struct {
	Round    int
	Asked    int // were shown the round
	Voted    int // know that their vote is counted
	Closed   int // know that it is closed
	Revealed int
	Here     int // are connected
	Removed  int // know that their seat was taken away
	Over     int // know that the room is
}

// Figures are how long things took.
type Figures struct {
	Ack     []time.Duration // from a vote to its acknowledgement
	Reveal  []time.Duration // from the host's word to each phone
	Back    []time.Duration // from a cut to the seat again
	Refused map[string]int  // votes refused, by why
	Slowed  int             // joins told to come again
}

// Join takes a seat for each phone and connects it.
func (c *Crowd) Join(ctx context.Context) error {
	transport := &http.Transport{MaxIdleConns: 64, MaxIdleConnsPerHost: 64, MaxConnsPerHost: 64}
	c.client, c.dialer = &http.Client{Transport: transport}, &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	defer transport.CloseIdleConnections()
	c.changed, c.rng = make(chan struct{}), rand.New(rand.NewPCG(c.Seed, 0))
	c.figures.Refused = map[string]int{}
	errs := make([]error, c.Phones)
	var joining sync.WaitGroup
	lanes := make(chan struct{}, 64)
	for n := range c.Phones {
		p := &phone{crowd: c, n: n}
		c.phones = append(c.phones, p)
		joining.Go(func() {
			lanes <- struct{}{}
			defer func() { <-lanes }()
			errs[n] = p.takeSeat(ctx, c.Servers[n%len(c.Servers)])
		})
	}
	joining.Wait()
	if err := errors.Join(errs...); err != nil {
		return err
	}
	run, stop := context.WithCancel(ctx)
	c.stop = stop
	for _, p := range c.phones {
		c.running.Go(func() { p.run(run) })
	}
	return c.Until(ctx, func(s Seen) bool { return s.Here == c.Phones })
}

// Close ends all phones.
func (c *Crowd) Close() {
	if c.stop != nil {
		c.stop()
		c.running.Wait()
	}
}

// Until waits for something that phones have seen.
func (c *Crowd) Until(ctx context.Context, is func(Seen) bool) error {
	for {
		c.mu.Lock()
		s, changed := c.state, c.changed
		c.mu.Unlock()
		if is(s) {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return fmt.Errorf("waited in vain; the phones have seen %+v: %w", s, ctx.Err())
		}
	}
}

// Cut cuts the connections of a share of the phones, chosen at random, without
// a word.
func (c *Crowd) Cut(share float64) int {
	rng := rand.New(rand.NewPCG(c.Seed, 0xc07))
	cut := 0
	for _, p := range c.phones {
		if rng.Float64() >= share {
			continue
		}
		c.mu.Lock()
		conn := p.conn
		c.mu.Unlock()
		if conn != nil {
			cut++
			conn.cut()
		}
	}
	return cut
}

// Expect is what the counts of a round must be.
func (c *Crowd) Expect(round, offers int) []int {
	counts := make([]int, offers)
	for n := range c.Phones {
		counts[c.Choose(n, round)]++
	}
	return counts
}

// Revealing says that the host reveals now.
func (c *Crowd) Revealing() {
	c.mu.Lock()
	c.revealAt = time.Now()
	c.mu.Unlock()
}

// Figures takes what was measured since the last time.
func (c *Crowd) Figures() Figures {
	c.mu.Lock()
	defer c.mu.Unlock()
	f := c.figures
	c.figures = Figures{Refused: map[string]int{}}
	return f
}

// heard takes in what a phone was told.
func (c *Crowd) heard(p *phone, conn link, st state, now time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := &c.state
	if p.conn == nil {
		p.conn = conn
		s.Here++
		if !p.cutAt.IsZero() {
			c.figures.Back = append(c.figures.Back, now.Sub(p.cutAt))
			p.cutAt = time.Time{}
		}
	}
	if st.Round > s.Round {
		*s = Seen{Round: st.Round, Here: s.Here, Removed: s.Removed, Over: s.Over}
	}
	was := p.last
	count := func(n *int, was, is bool) {
		if is && !was {
			*n++
		}
	}
	count(&s.Removed, was.Removed, st.Removed)
	count(&s.Over, was.Over, st.Over)
	if st.Round < was.Round {
		c.change()
		return // a server that has not heard yet
	}
	if st.Round == s.Round && st.Round > 0 {
		if was.Round != st.Round {
			was = state{Open: true}
			s.Asked++
		} else { // what was seen once is not seen anew at another server
			st.Voted, st.Open, st.Revealed = st.Voted || was.Voted, st.Open && was.Open, st.Revealed || was.Revealed
		}
		count(&s.Voted, was.Voted, st.Voted)
		count(&s.Closed, !was.Open, !st.Open)
		count(&s.Revealed, was.Revealed, st.Revealed)
		if st.Revealed && !was.Revealed && !c.revealAt.IsZero() {
			c.figures.Reveal = append(c.figures.Reveal, now.Sub(c.revealAt))
		}
	}
	if st.Voted && p.voted == st.Round && !p.sent.IsZero() {
		c.figures.Ack = append(c.figures.Ack, now.Sub(p.sent))
		p.sent = time.Time{}
	}
	p.last = st
	c.change()
}

// lost takes in that a phone has no connection.
func (c *Crowd) lost(p *phone) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p.conn != nil {
		p.conn = nil
		p.cutAt = time.Now()
		c.state.Here--
		c.change()
	}
}

// votes notes when a phone votes for the first time in a round.
func (c *Crowd) votes(p *phone, round int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p.voted != round {
		p.voted, p.sent = round, time.Now()
	}
}

// round is the latest that a phone was shown.
func (c *Crowd) round(p *phone) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return p.last.Round
}

func (c *Crowd) refused(why string) {
	c.mu.Lock()
	c.figures.Refused[why]++
	c.mu.Unlock()
}

func (c *Crowd) slowed() {
	c.mu.Lock()
	c.figures.Slowed++
	c.mu.Unlock()
}

// within is some time shorter than d.
func (c *Crowd) within(d time.Duration) time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return time.Duration(c.rng.Int64N(int64(d)))
}

// change wakes those who wait. The mutex is held.
func (c *Crowd) change() {
	close(c.changed)
	c.changed = make(chan struct{})
}

// sleep is a phone doing nothing for a while.
func (c *Crowd) sleep(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}
