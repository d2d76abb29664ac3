package workshop

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// StreamName is the stream of all rooms of one NATS system.
const StreamName = "EARNED_ROOMS"

// store is the stream of all rooms: the one place that is written to.
type store struct {
	embedded *server.Server // nil with a cluster of others
	conn     *nats.Conn
	js       jetstream.JetStream
	stream   jetstream.Stream
	expire   time.Duration // of a room that is not used
}

// openStore starts the embedded engine with its files in dir, or connects to
// the cluster at url (needs NATS server 2.11 or later with JetStream), and
// makes the stream if it is not there.
func openStore(ctx context.Context, dir, url string, l Limits) (*store, error) {
	st := &store{expire: l.Expire}
	options := []nats.Option{
		nats.Name("earned"), nats.MaxReconnects(-1), nats.ReconnectWait(100 * time.Millisecond), nats.ReconnectJitter(100*time.Millisecond, 100*time.Millisecond),
		nats.RetryOnFailedConnect(true), nats.PingInterval(5 * time.Second), nats.MaxPingsOutstanding(2), nats.Timeout(2 * time.Second),
		nats.ErrorHandler(func(*nats.Conn, *nats.Subscription, error) {}), // it would log; what fails is tried again, or told
	}
	if url == "" {
		var err error
		st.embedded, err = embed(dir)
		if err != nil {
			return nil, err
		}
		options = append(options, nats.InProcessServer(st.embedded))
	}
	var err error
	if st.conn, err = nats.Connect(url, options...); err != nil {
		st.close()
		return nil, fmt.Errorf("rooms: cannot reach NATS at %s: %w", url, err)
	}
	if st.js, err = jetstream.New(st.conn); err == nil {
		err = st.open(ctx, l)
	}
	if err != nil {
		st.close()
		return nil, fmt.Errorf("rooms: the stream %s cannot be opened; NATS must be 2.11 or later with JetStream on: %w", StreamName, err)
	}
	return st, nil
}

// embed starts NATS inside this process, listening nowhere.
func embed(dir string) (*server.Server, error) {
	s, err := server.NewServer(&server.Options{
		ServerName: "earned", DontListen: true, NoSigs: true, NoLog: true,
		JetStream: true, StoreDir: dir, JetStreamMaxMemory: 64 << 20, JetStreamMaxStore: 8 << 30,
	})
	if err != nil {
		return nil, fmt.Errorf("rooms: %w", err)
	}
	s.SetLoggerV2(natsLog{log.New(io.Discard, "", 0)}, false, false, false)
	go s.Start()
	if !s.ReadyForConnections(10*time.Second) || !s.JetStreamEnabled() {
		s.Shutdown()
		return nil, fmt.Errorf("rooms: the data folder %s cannot be used; is another server using it, or is the disk full?", dir)
	}
	return s, nil
}

// natsLog drops what NATS logs: subjects hold room codes.
type natsLog struct{ *log.Logger }

func (natsLog) Noticef(string, ...any) {}
func (natsLog) Warnf(string, ...any)   {}
func (natsLog) Fatalf(string, ...any)  {}
func (natsLog) Errorf(string, ...any)  {}
func (natsLog) Debugf(string, ...any)  {}
func (natsLog) Tracef(string, ...any)  {}

// open makes the stream, with as many replicas as the cluster allows, up to
// three, or opens the one that is there as it is.
func (st *store) open(ctx context.Context, l Limits) error {
	cfg := jetstream.StreamConfig{
		Name: StreamName, Description: "rooms of Earned workshops", Subjects: []string{subjects + ">"},
		Storage: jetstream.FileStorage, Retention: jetstream.LimitsPolicy, Discard: jetstream.DiscardNew,
		MaxBytes: l.Store, MaxMsgSize: maxEvent, AllowMsgTTL: true, AllowRollup: true, Duplicates: time.Minute,
		Replicas: 1,
	}
	for wait := 50 * time.Millisecond; ; wait = min(2*wait, time.Second) {
		err := st.openOnce(ctx, cfg)
		if err == nil || ctx.Err() != nil || !passing(err) {
			return err
		}
		pause(ctx, wait)
	}
}

func (st *store) openOnce(ctx context.Context, cfg jetstream.StreamConfig) (err error) {
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	st.stream, err = st.js.Stream(ctx, StreamName)
	if !errors.Is(err, jetstream.ErrStreamNotFound) {
		return err
	}
	if st.embedded == nil && st.conn.ConnectedClusterName() != "" {
		cfg.Replicas = 3
		st.stream, err = st.js.CreateStream(ctx, cfg)
		var api *jetstream.APIError
		if !errors.As(err, &api) || api.ErrorCode != tooFewPeers {
			return err
		}
		cfg.Replicas = 1 // a cluster of fewer than three
	}
	st.stream, err = st.js.CreateStream(ctx, cfg)
	return err
}

// tooFewPeers is what NATS says where replicas have no place.
const tooFewPeers jetstream.ErrorCode = 10005

// passing tells whether trying again may help: a server is starting, a leader
// is being elected, a connection is being made anew.
func passing(err error) bool {
	var api *jetstream.APIError
	switch {
	case errors.As(err, &api):
		return api.Code == 503 || api.Code == 500
	case errors.Is(err, nats.ErrNoResponders), errors.Is(err, jetstream.ErrNoStreamResponse), errors.Is(err, nats.ErrTimeout),
		errors.Is(err, context.DeadlineExceeded), errors.Is(err, jetstream.ErrJetStreamNotEnabled), errors.Is(err, nats.ErrDisconnected), errors.Is(err, nats.ErrReconnectBufExceeded):
		return true
	}
	return false
}

// pause waits, or less if ctx ends.
func pause(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	}
}

// errThere says that an event that can be only once is in the stream already.
var errThere = errors.New("rooms: it is in the stream already")

// write appends an event and gives its place in the stream. It is tried again
// until ctx ends; that is safe, since each event is in the stream at most
// once: by its subject (once), or by id.
func (st *store) write(ctx context.Context, code string, e *event) (uint64, error) {
	subject, data, opts := e.subject(code), e.data(), e.options()
	for wait := 20 * time.Millisecond; ; wait = min(2*wait, 500*time.Millisecond) {
		try, cancel := context.WithTimeout(ctx, 2*time.Second)
		ack, err := st.js.PublishMsg(try, &nats.Msg{Subject: subject, Data: data, Header: e.headers(st.expire)}, opts...)
		cancel()
		var api *jetstream.APIError
		switch {
		case err == nil:
			return ack.Sequence, nil
		case errors.As(err, &api) && (api.ErrorCode == jetstream.JSErrCodeStreamWrongLastSequence || api.ErrorCode == jetstream.JSErrCodeStreamWrongLastSequenceConstant):
			return 0, errThere
		case !passing(err) || ctx.Err() != nil:
			return 0, fmt.Errorf("rooms: writing: %w", err)
		}
		pause(ctx, wait)
	}
}

// options say how often an event may be in the stream.
func (e *event) options() []jetstream.PublishOpt {
	switch e.kind {
	case made, taken, voted, tally: // one for each subject
		return []jetstream.PublishOpt{jetstream.WithExpectLastSequencePerSubject(0)}
	}
	return []jetstream.PublishOpt{jetstream.WithMsgID(newToken())} // trying again adds none
}

// headers are what else goes with an event.
func (e *event) headers(expire time.Duration) nats.Header {
	h := nats.Header{}
	if e.kind == used || e.kind == kept {
		h.Set("Nats-Rollup", "sub") // only the last is kept
	}
	if e.kind == used {
		h.Set("Nats-TTL", expire.String())
	}
	return h
}

// last gives the place of the last event on a subject (which may hold
// wildcards), 0 if there is none. The stream's leader answers, so what was
// written before is seen.
func (st *store) last(ctx context.Context, subject string) (uint64, error) {
	for wait := 20 * time.Millisecond; ; wait = min(2*wait, 500*time.Millisecond) {
		try, cancel := context.WithTimeout(ctx, 2*time.Second)
		m, err := st.stream.GetLastMsgForSubject(try, subject)
		cancel()
		switch {
		case err == nil:
			return m.Sequence, nil
		case errors.Is(err, jetstream.ErrMsgNotFound):
			return 0, nil
		case !passing(err) || ctx.Err() != nil:
			return 0, fmt.Errorf("rooms: reading: %w", err)
		}
		pause(ctx, wait)
	}
}

// follow hands each event of a room to got, in the order of the stream and
// without a gap, from the place given on, until stop is called. lost is called
// when nothing is heard from the engine any more; follow again from there.
func (st *store) follow(ctx context.Context, code string, from uint64, got func(seq uint64, subject string, data []byte), lost func()) (stop func(), err error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	c, err := st.js.OrderedConsumer(ctx, StreamName, jetstream.OrderedConsumerConfig{
		FilterSubjects: []string{subjects + code + ".>"}, DeliverPolicy: jetstream.DeliverByStartSequencePolicy, OptStartSeq: max(from, 1),
		InactiveThreshold: 30 * time.Second,
	})
	if err != nil {
		return nil, fmt.Errorf("rooms: following: %w", err)
	}
	name := c.CachedInfo().Name
	run, err := c.Consume(func(m jetstream.Msg) {
		meta, err := m.Metadata()
		if err != nil {
			return // not from a stream: cannot be
		}
		got(meta.Sequence.Stream, m.Subject(), m.Data())
	}, jetstream.PullMaxMessages(200), jetstream.PullExpiry(30*time.Second), jetstream.PullHeartbeat(2*time.Second),
		jetstream.ConsumeErrHandler(func(_ jetstream.ConsumeContext, err error) {
			if errors.Is(err, jetstream.ErrNoHeartbeat) || errors.Is(err, jetstream.ErrConsumerDeleted) || errors.Is(err, nats.ErrNoResponders) {
				go lost()
			}
		}))
	if err != nil {
		return nil, fmt.Errorf("rooms: following: %w", err)
	}
	return func() {
		run.Stop()
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		defer cancel()
		_ = st.js.DeleteConsumer(ctx, StreamName, name) // it would go by itself
	}, nil
}

// erase removes events from the stream.
func (st *store) erase(ctx context.Context, subject string) error {
	return st.stream.Purge(ctx, jetstream.WithPurgeSubject(subject))
}

func (st *store) close() {
	if st.conn != nil {
		st.conn.Close()
	}
	if st.embedded != nil {
		st.embedded.Shutdown()
		st.embedded.WaitForShutdown()
	}
}

// listen hears what is said on a subject and not stored.
func (st *store) listen(subject string, heard func(subject string, data []byte)) error {
	_, err := st.conn.Subscribe(subject, func(m *nats.Msg) { heard(m.Subject, m.Data) })
	return err
}
