package workshop

import (
	"context"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// subjects are those of the room that are in the stream.
func (h *hall) subjects() map[string]uint64 {
	h.t.Helper()
	info, err := h.server.store.stream.Info(h.t.Context(), jetstream.WithSubjectFilter(subjects+h.code+".>"))
	if err != nil {
		h.t.Fatal(err)
	}
	return info.State.Subjects
}

// erased waits until no vote of the room is stored.
func (h *hall) erased() {
	h.t.Helper()
	ctx, cancel := context.WithTimeout(h.t.Context(), 10*time.Second)
	defer cancel()
	for h.votesStored() > 0 {
		if ctx.Err() != nil {
			h.t.Fatal("votes of a closed round are still stored")
		}
	}
}
