package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"earned/game/talk"
	"earned/scenarios"
	"earned/scenarios/source"
)

// talks reads conversations ready to be held: those named, by id or file, or
// all of the folder's; where there is no such folder, those that are shipped.
func talks(e *env, dir string, names []string) ([]*talk.Talk, error) {
	book, err := readBook(e, dir)
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		for i := range book.Conversations {
			names = append(names, book.Conversations[i].ID)
		}
		if len(names) == 0 {
			return nil, fmt.Errorf("there is no conversation in %s that can be played", dir)
		}
	}
	var out []*talk.Talk
	for _, name := range names {
		with, id, err := named(e, dir, book, name)
		if err != nil {
			return nil, err
		}
		t, err := talk.New(with, id)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

func readBook(e *env, dir string) (*scenarios.Book, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return scenarios.Shipped()
	}
	book, faults := source.Read(os.DirFS(dir))
	if len(faults) > 0 {
		fmt.Fprintf(e.log, "%s is not without faults (%d); scenario check shows them\n", dir, len(faults))
	}
	return book, nil
}

// named is the id of the conversation meant by an id or a file, and the book
// that it is in: for a file from outside the folder one of its own, as the
// folder may have another of that id.
func named(e *env, dir string, book *scenarios.Book, name string) (*scenarios.Book, string, error) {
	if book.Conversation(name) != nil {
		return book, name, nil
	}
	name = fileOf(dir, name)
	if _, err := os.Stat(name); err != nil {
		return nil, "", fmt.Errorf("%s is no conversation and no file; there are %s", name, ids(book))
	}
	if err := mustBeYAML(name); err != nil {
		return nil, "", err
	}
	if within(dir, name) {
		id := strings.TrimSuffix(filepath.Base(name), ".yaml")
		switch {
		case !same(filepath.Dir(name), dir) || id == "firm":
			return nil, "", fmt.Errorf("%s is no conversation; there are %s", name, ids(book))
		case book.Conversation(id) == nil:
			return nil, "", fmt.Errorf("%s has faults, or its client has: scenario check --dir %s says which", id, dir)
		}
		return book, id, nil
	}
	c, faults, _, err := readOther(name, book)
	if err != nil {
		return nil, "", err
	}
	if len(faults) > 0 {
		fmt.Fprint(e.log, source.Format(faults))
		return nil, "", errFaults
	}
	other := &scenarios.Book{Firm: book.Firm, Clients: book.Clients, Conversations: []scenarios.Conversation{c}}
	return other, c.ID, other.Seal()
}

// fileOf is the file meant by an id, where the folder has one of that name;
// else what was given is one.
func fileOf(dir, name string) string {
	file := filepath.Join(dir, name+".yaml")
	if _, err := os.Stat(file); err == nil && source.IsID(name) {
		return file
	}
	return name
}

func ids(book *scenarios.Book) string {
	var all []string
	for i := range book.Conversations {
		all = append(all, book.Conversations[i].ID)
	}
	return strings.Join(all, ", ")
}

// startOf is the index of a named start; the first where none is named.
func startOf(t *talk.Talk, name string) (int, error) {
	if name == "" {
		return 0, nil
	}
	var all []string
	for i := range t.Conversation.Starts {
		if t.Conversation.Starts[i].ID == name {
			return i, nil
		}
		all = append(all, t.Conversation.Starts[i].ID)
	}
	return 0, fmt.Errorf("%s has no start %q; it has %s", t.Conversation.ID, name, strings.Join(all, ", "))
}

// progress says what is going on, each second after the first, until it is
// stopped.
type progress struct {
	mu   sync.Mutex
	what string
	stop chan struct{}
	done sync.WaitGroup
}

func startProgress(log io.Writer) *progress {
	p := &progress{stop: make(chan struct{})}
	p.done.Go(func() {
		tick := time.NewTicker(time.Second)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				p.mu.Lock()
				what := p.what
				p.mu.Unlock()
				fmt.Fprintln(log, what+" …")
			case <-p.stop:
				return
			}
		}
	})
	return p
}

// is sets what is going on from here on.
func (p *progress) is(format string, args ...any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.what = fmt.Sprintf(format, args...)
}

func (p *progress) end() {
	close(p.stop)
	p.done.Wait()
}
