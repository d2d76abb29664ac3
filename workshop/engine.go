package workshop

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/url"
	"os"
	"path/filepath"
	"strings"
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
	folder   *os.File       // its lock
	conn     *nats.Conn
	js       jetstream.JetStream
	stream   jetstream.Stream
	expire   time.Duration // of a room that is not used
}

// openStore starts the embedded engine with its files in dir, or connects to
// the cluster at the addresses (needs NATS server 2.11 or later with JetStream), and
// makes the stream if it is not there.
func openStore(ctx context.Context, dir, at string, l Limits) (*store, error) {
	st := &store{expire: l.Expire}
	options := []nats.Option{
		nats.Name("earned"), nats.MaxReconnects(-1), nats.ReconnectWait(100 * time.Millisecond), nats.ReconnectJitter(100*time.Millisecond, 100*time.Millisecond),
		nats.RetryOnFailedConnect(true), nats.PingInterval(5 * time.Second), nats.MaxPingsOutstanding(2), nats.Timeout(2 * time.Second),
		nats.ErrorHandler(func(*nats.Conn, *nats.Subscription, error) {}), // it would log; what fails is tried again, or told
	}
	if at == "" {
		var err error
		if err = os.MkdirAll(dir, 0o700); err != nil {
			return nil, fmt.Errorf("rooms: %s cannot be used as a folder (%w); choose another", dir, err)
		}
		if st.folder, err = lock(filepath.Join(dir, "in-use")); err != nil {
			return nil, fmt.Errorf("rooms: another server seems to use the folder %s (%w); stop it, or choose another folder", dir, err)
		}
		if st.embedded, err = embed(dir); err != nil {
			st.close()
			return nil, err
		}
		options = append(options, nats.InProcessServer(st.embedded))
	}
	if err := st.connect(ctx, at, options, l); err != nil {
		st.close()
		return nil, err
	}
	return st, nil
}

// connectTime is how long a server waits for NATS when it starts.
const connectTime = 30 * time.Second

func (st *store) connect(ctx context.Context, at string, options []nats.Option, l Limits) (err error) {
	ctx, cancel := context.WithTimeout(ctx, connectTime)
	defer cancel()
	if st.conn, err = nats.Connect(at, options...); err != nil {
		// what err says may hold a password
		return fmt.Errorf("rooms: %s is no address of NATS; one looks like nats://10.0.0.5:4222", redacted(at))
	}
	if st.js, err = jetstream.New(st.conn); err == nil {
		err = st.open(ctx, l)
	}
	switch {
	case err != nil && !st.conn.IsConnected():
		return fmt.Errorf("rooms: NATS does not answer at %s (%w); is it running, and is the address right?", redacted(at), cmp.Or(st.conn.LastError(), err))
	case err != nil:
		return fmt.Errorf("rooms: the stream %s cannot be opened; NATS must be 2.11 or later with JetStream on: %w", StreamName, err)
	}
	return nil
}

// redacted is a list of addresses without who comes in: a token stands where
// a name would.
func redacted(list string) string {
	all := strings.Split(list, ",")
	for i, a := range all {
		scheme, rest, ok := strings.Cut(strings.TrimSpace(a), "://")
		if !ok {
			scheme, rest = "nats", scheme
		}
		u, err := url.Parse("nats://" + rest[strings.LastIndex(rest, "@")+1:])
		if all[i] = "(not an address)"; err == nil {
			all[i] = scheme + "://" + u.Host
		}
	}
	return strings.Join(all, ",")
}

// embed starts NATS inside this process, listening nowhere.
func embed(dir string) (*server.Server, error) {
	s, err := server.NewServer(&server.Options{
		ServerName: "earned", DontListen: true, NoSigs: true, NoLog: true,
		JetStream: true, StoreDir: dir, JetStreamMaxMemory: 64 << 20, JetStreamMaxStore: 8 << 30,
		SyncInterval: 2 * time.Second, // to the disk: what is lost if the power fails
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
		MaxBytes: l.Store, MaxMsgSize: maxEvent, AllowMsgTTL: true, AllowRollup: true, AllowDirect: true, Duplicates: time.Minute,
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

func (st *store) close() {
	if st.conn != nil {
		st.conn.Close()
	}
	if st.embedded != nil {
		st.embedded.Shutdown()
		st.embedded.WaitForShutdown()
	}
	if st.folder != nil {
		_ = st.folder.Close()
	}
}
