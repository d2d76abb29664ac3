package workshop

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

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
// wildcards), 0 if there is none. The stream's leader is asked: a replica
// might not have heard yet.
func (st *store) last(ctx context.Context, subject string) (uint64, error) {
	question := []byte(`{"last_by_subj":"` + subject + `"}`)
	for wait := 20 * time.Millisecond; ; wait = min(2*wait, 500*time.Millisecond) {
		try, cancel := context.WithTimeout(ctx, 2*time.Second)
		m, err := st.conn.RequestWithContext(try, "$JS.API.STREAM.MSG.GET."+StreamName, question)
		cancel()
		var found struct {
			Error   *jetstream.APIError
			Message struct{ Seq uint64 }
		}
		if err == nil {
			err = json.Unmarshal(m.Data, &found)
		}
		if err == nil && found.Error != nil {
			err = found.Error
		}
		switch {
		case err == nil:
			return found.Message.Seq, nil
		case found.Error != nil && found.Error.ErrorCode == jetstream.JSErrCodeMessageNotFound:
			return 0, nil
		case !passing(err) || ctx.Err() != nil:
			return 0, fmt.Errorf("rooms: reading: %w", err)
		}
		pause(ctx, wait)
	}
}

// batch is how many events are read at a time.
const batch = 500

// history hands over the events of a room from the beginning up to at least
// the one at the place given, which must be one of the room. Any replica may
// answer; one that has not heard of that event yet is asked again.
func (st *store) history(ctx context.Context, code string, upTo uint64, got func(seq uint64, subject string, data []byte)) error {
	at := uint64(0)
	for wait := 10 * time.Millisecond; at < upTo; {
		before := at
		err := st.readBatch(ctx, code, at+1, func(seq uint64, subject string, data []byte) {
			at = seq
			got(seq, subject, data)
		})
		if ctx.Err() != nil {
			return fmt.Errorf("rooms: reading: %w", context.Cause(ctx))
		}
		if err != nil && !passing(err) {
			return fmt.Errorf("rooms: reading: %w", err)
		}
		if at == before {
			pause(ctx, wait)
			wait = min(2*wait, 500*time.Millisecond)
		}
	}
	return nil
}

// readBatch reads the next events of a room from a place on.
func (st *store) readBatch(ctx context.Context, code string, from uint64, got func(seq uint64, subject string, data []byte)) error {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	inbox := st.conn.NewRespInbox()
	answers, err := st.conn.SubscribeSync(inbox)
	if err != nil {
		return err
	}
	defer func() { _ = answers.Unsubscribe() }()
	question := fmt.Sprintf(`{"seq":%d,"next_by_subj":"%s%s.>","batch":%d}`, from, subjects, code, batch)
	if err := st.conn.PublishRequest("$JS.API.DIRECT.GET."+StreamName, inbox, []byte(question)); err != nil {
		return err
	}
	for {
		m, err := answers.NextMsgWithContext(ctx)
		if err != nil {
			return err
		}
		if m.Header.Get("Status") != "" {
			return nil // the end, or nothing there
		}
		seq, err := strconv.ParseUint(m.Header.Get(jetstream.SequenceHeader), 10, 64)
		if err != nil {
			return fmt.Errorf("an event without its place: %w", err)
		}
		got(seq, m.Header.Get(jetstream.SubjectHeader), m.Data)
	}
}

// erase removes events from the stream.
func (st *store) erase(ctx context.Context, subject string) error {
	return st.stream.Purge(ctx, jetstream.WithPurgeSubject(subject))
}

// shared tells whether there may be other servers.
func (st *store) shared() bool { return st.embedded == nil }

// say tells the other servers something that is not stored, and may be lost.
func (st *store) say(subject string, data []byte) { _ = st.conn.Publish(subject, data) }

// listen hears what is said on a subject and not stored.
func (st *store) listen(subject string, heard func(subject string, data []byte)) error {
	_, err := st.conn.Subscribe(subject, func(m *nats.Msg) { heard(m.Subject, m.Data) })
	return err
}

// codes are the rooms that have an event of a kind.
func (st *store) codes(ctx context.Context, k kind) (map[string]bool, error) {
	info, err := st.stream.Info(ctx, jetstream.WithSubjectFilter(subjects+"*."+string(k)))
	if err != nil {
		return nil, err
	}
	codes := make(map[string]bool, len(info.State.Subjects))
	for s := range info.State.Subjects {
		code, _, _ := strings.Cut(strings.TrimPrefix(s, subjects), ".")
		codes[code] = true
	}
	return codes, nil
}
