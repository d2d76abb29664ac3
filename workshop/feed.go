package workshop

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// feed is every event of every room from its start on, in the order of the
// stream and without a gap, told to one server. One for all rooms: a consumer
// for each would cost the engine more than the room.
type feed struct {
	store  *store
	got    func(seq uint64, subject string, data []byte) // from one goroutine at a time
	closed <-chan struct{}

	mu       sync.Mutex
	seq      uint64 // the last that was told
	stop     func()
	renewing bool
}

// begin follows the stream from now on.
func (f *feed) begin(ctx context.Context) error {
	var err error
	if f.seq, err = f.store.last(ctx, subjects+">"); err != nil {
		return err
	}
	for wait := 50 * time.Millisecond; ; wait = min(2*wait, time.Second) {
		f.stop, err = f.follow(ctx, f.seq+1)
		if err == nil || ctx.Err() != nil || !passing(err) {
			return err
		}
		pause(ctx, wait)
	}
}

// follow has the engine tell what is in the stream from a place on.
func (f *feed) follow(ctx context.Context, from uint64) (stop func(), err error) {
	js, life := f.store.js, context.WithoutCancel(ctx)
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	c, err := js.OrderedConsumer(ctx, StreamName, jetstream.OrderedConsumerConfig{
		DeliverPolicy: jetstream.DeliverByStartSequencePolicy, OptStartSeq: from, InactiveThreshold: 30 * time.Second,
	})
	if err != nil {
		return nil, fmt.Errorf("rooms: following: %w", err)
	}
	name := c.CachedInfo().Name
	run, err := c.Consume(f.heard, jetstream.PullMaxMessages(1000), jetstream.PullExpiry(30*time.Second), jetstream.PullHeartbeat(time.Second),
		jetstream.ConsumeErrHandler(func(_ jetstream.ConsumeContext, err error) {
			if errors.Is(err, jetstream.ErrNoHeartbeat) || errors.Is(err, jetstream.ErrConsumerDeleted) || errors.Is(err, nats.ErrNoResponders) {
				go f.renew(life)
			}
		}))
	if err != nil {
		return nil, fmt.Errorf("rooms: following: %w", err)
	}
	return func() {
		run.Stop()
		ctx, cancel := context.WithTimeout(life, 2*time.Second)
		defer cancel()
		_ = js.DeleteConsumer(ctx, StreamName, name) // it would go by itself
	}, nil
}

// heard passes an event on, unless it was heard before.
func (f *feed) heard(m jetstream.Msg) {
	meta, err := m.Metadata()
	if err != nil {
		return // not from a stream: cannot be
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if seq := meta.Sequence.Stream; seq > f.seq {
		f.got(seq, m.Subject(), m.Data())
		f.seq = seq
	}
}

// renew follows the stream anew from where it was, when the engine's node that
// told of it seems to be gone.
func (f *feed) renew(ctx context.Context) {
	f.mu.Lock()
	if f.renewing {
		f.mu.Unlock()
		return
	}
	f.renewing = true
	old := f.stop
	f.mu.Unlock()
	go old()
	for wait := 50 * time.Millisecond; ; wait = min(2*wait, time.Second) {
		f.mu.Lock()
		from := f.seq + 1
		f.mu.Unlock()
		stop, err := f.follow(ctx, from)
		if err == nil {
			f.mu.Lock()
			f.stop, f.renewing = stop, false
			f.mu.Unlock()
			return
		}
		select {
		case <-f.closed:
			return
		case <-time.After(wait):
		}
	}
}
