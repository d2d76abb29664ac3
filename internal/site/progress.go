package site

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
)

// progress says what is being done and for how long, without pretending to
// know how much is left: a line rewritten each second on a terminal, a line
// each ten seconds elsewhere. As a Writer it takes `go build -v`'s output,
// counts the packages it names and keeps everything else (the faults).
type progress struct {
	out      io.Writer
	what     string
	terminal bool
	began    time.Time
	ended    chan struct{}
	done     sync.WaitGroup

	mu       sync.Mutex
	known    map[string]bool
	count    int
	line     bytes.Buffer // not yet ended
	leftover strings.Builder
}

func startProgress(out io.Writer, what string, packages map[string]bool) *progress {
	p := &progress{out: out, what: what, known: packages, terminal: isTerminal(out), began: time.Now(), ended: make(chan struct{})}
	if !p.terminal {
		fmt.Fprintf(out, "%s …\n", what)
	}
	every := 10 * time.Second
	if p.terminal {
		every = time.Second
	}
	p.done.Go(func() {
		for tick := time.NewTicker(every); ; {
			select {
			case <-tick.C:
				p.show(false)
			case <-p.ended:
				tick.Stop()
				return
			}
		}
	})
	return p
}

// Write takes a piece of the build's output.
func (p *progress) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.line.Write(b)
	for {
		i := bytes.IndexByte(p.line.Bytes(), '\n')
		if i < 0 {
			return len(b), nil
		}
		l := string(p.line.Next(i + 1))
		if p.known[strings.TrimSpace(l)] {
			p.count++
		} else {
			p.leftover.WriteString(l)
		}
	}
}

// rest is what was written and names no package.
func (p *progress) rest() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.leftover.String() + p.line.String()
}

// stop ends the saying, with a last line where it went well.
func (p *progress) stop(well bool) {
	close(p.ended)
	p.done.Wait()
	if well {
		p.show(true)
	}
	if p.terminal {
		fmt.Fprintln(p.out)
	}
}

func (p *progress) show(last bool) {
	p.mu.Lock()
	count := p.count
	p.mu.Unlock()
	s := p.what
	if count > 0 {
		s += fmt.Sprintf(": %d packages", count)
	}
	s += fmt.Sprintf(", %.0f s", time.Since(p.began).Seconds())
	switch {
	case p.terminal:
		fmt.Fprintf(p.out, "\r\x1b[K%s", s)
	case last:
		fmt.Fprintf(p.out, "%s: done\n", s)
	default:
		fmt.Fprintln(p.out, s)
	}
}

// isTerminal tells whether a person reads along.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
