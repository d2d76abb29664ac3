package load

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

// state is what a phone is told, as far as a simulated one looks at it.
type state struct {
	Seat     int      `json:"seat"`
	Round    int      `json:"round"`
	Offers   []string `json:"offers"`
	Open     bool     `json:"open"`
	Voted    bool     `json:"voted"`
	Revealed bool     `json:"revealed"`
	Removed  bool     `json:"removed"`
	Over     bool     `json:"over"`
	Why      string   `json:"why"` // of an answer that refuses
}

// phone is one simulated phone. It holds its seat by its cookie and votes once
// in each round, again if it does not know that the vote was counted.
type phone struct {
	crowd  *Crowd
	n      int // which one, from 0
	cookie string

	// Of the crowd's mutex:
	conn  link
	last  state
	cutAt time.Time // when it lost its connection; zero while it has one
	sent  time.Time // when it first voted in its round; zero once that is counted
	voted int       // its round
}

// run keeps the phone connected until ctx ends.
func (p *phone) run(ctx context.Context) {
	wait := 50 * time.Millisecond
	for try := p.n + 1; ctx.Err() == nil; try++ { // not where it took its seat, if there is another
		c, err := p.dial(ctx, p.crowd.Servers[try%len(p.crowd.Servers)])
		if err != nil {
			p.crowd.sleep(ctx, wait/2+p.crowd.within(wait))
			wait = min(2*wait, 500*time.Millisecond)
			continue
		}
		wait = 50 * time.Millisecond
		p.listen(ctx, c)
		c.cut()
		p.crowd.lost(p)
	}
}

// listen does what a phone does when it is told something.
func (p *phone) listen(ctx context.Context, c link) {
	votes := make(chan int, 1)
	done := make(chan struct{})
	defer close(done)
	go p.vote(ctx, c, votes, done)
	asked := 0
	for {
		b, err := c.read(ctx)
		if err != nil {
			return
		}
		now := time.Now()
		var st state
		if json.Unmarshal(b, &st) != nil {
			return
		}
		if st.Why != "" {
			p.answered(st, votes)
			continue
		}
		p.crowd.heard(p, c, st, now)
		if st.Open && !st.Voted && asked != st.Round {
			asked = st.Round // once for each connection
			select {
			case votes <- st.Round:
			default:
			}
		}
	}
}

// answered takes in why a vote was refused; if it may go better, it is sent
// again.
func (p *phone) answered(st state, votes chan<- int) {
	p.crowd.refused(st.Why)
	if st.Why != "trouble" && st.Why != "slow" {
		return
	}
	select {
	case votes <- p.crowd.round(p):
	default:
	}
}

// vote thinks for a while, then votes.
func (p *phone) vote(ctx context.Context, c link, rounds chan int, done <-chan struct{}) {
	for {
		select {
		case <-done:
			return
		case round := <-rounds:
			if p.crowd.Think > 0 {
				p.crowd.sleep(ctx, p.crowd.within(p.crowd.Think))
			}
			p.crowd.votes(p, round)
			b, err := c.vote(ctx, `{"round":`+strconv.Itoa(round)+`,"offer":`+strconv.Itoa(p.crowd.Choose(p.n, round))+`}`)
			if err != nil {
				c.cut() // and begin anew
				return
			}
			var st state
			if b != nil && json.Unmarshal(b, &st) == nil && st.Why != "" {
				p.answered(st, rounds)
			}
		}
	}
}

// takeSeat joins the room, as often as it is told that many are coming in.
func (p *phone) takeSeat(ctx context.Context, at string) error {
	for {
		req, err := p.request(ctx, http.MethodPost, at+"j/"+p.crowd.Code+"/seat", "")
		if err != nil {
			return err
		}
		r, err := p.crowd.client.Do(req)
		if err != nil {
			return err
		}
		body, _ := io.ReadAll(r.Body)
		_ = r.Body.Close()
		switch {
		case r.StatusCode == http.StatusTooManyRequests:
			p.crowd.slowed()
			p.crowd.sleep(ctx, p.crowd.within(2*time.Second))
			if ctx.Err() != nil {
				return ctx.Err()
			}
			continue
		case r.StatusCode != http.StatusOK || len(r.Cookies()) != 1:
			return fmt.Errorf("taking a seat: %s %s", r.Status, bytes.TrimSpace(body))
		}
		p.cookie = r.Cookies()[0].Name + "=" + r.Cookies()[0].Value
		return nil
	}
}
