package load

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

	"earned/workshop"
)

// Rooms are the options of a server of rooms.
type Rooms struct {
	Data, NATS string
	Limits     workshop.Limits
}

// childEnv holds what a process started by Start or StartNATS is to be.
const childEnv = "EARNED_LOAD_CHILD"

type child struct {
	Addr  string // of the rooms; a free port at first
	Rooms *Rooms
	NATS  *natsNode
}

type natsNode struct {
	Name, Dir     string
	Port, Cluster int
	Routes        []string
}

// Child makes this process a server if it was started as one, and then does
// not return. Programs that call Start or StartNATS call it first of all.
func Child() {
	given := os.Getenv(childEnv)
	if given == "" {
		return
	}
	var c child
	err := json.Unmarshal([]byte(given), &c)
	switch {
	case err != nil:
	case c.NATS != nil:
		err = c.NATS.serve()
	default:
		err = c.serve()
	}
	fmt.Fprintln(os.Stderr, "child:", err)
	os.Exit(1)
}

// serve hosts rooms until the process is killed.
func (c child) serve() error {
	l, err := net.Listen("tcp", c.Addr)
	if err != nil {
		return err
	}
	o := workshop.Options{
		Base: "http://" + l.Addr().String() + "/", Data: c.Rooms.Data, NATS: c.Rooms.NATS, Limits: c.Rooms.Limits,
		Log: func(line string) { fmt.Fprintln(os.Stderr, line) },
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	s, err := workshop.New(ctx, o)
	cancel()
	if err != nil {
		return err
	}
	fmt.Println("ready", o.Base)
	return (&http.Server{Handler: s.Handler(), ReadHeaderTimeout: 10 * time.Second}).Serve(l)
}

// serve is one node of a NATS cluster until the process is killed.
func (n *natsNode) serve() error {
	o := &server.Options{
		ServerName: n.Name, Host: "127.0.0.1", Port: n.Port, JetStream: true, StoreDir: n.Dir, NoSigs: true, NoLog: true,
		Cluster: server.ClusterOpts{Name: "earned", Host: "127.0.0.1", Port: n.Cluster},
	}
	for _, r := range n.Routes {
		u, err := url.Parse(r)
		if err != nil {
			return err
		}
		o.Routes = append(o.Routes, u)
	}
	s, err := server.NewServer(o)
	if err != nil {
		return err
	}
	go s.Start()
	if !s.ReadyForConnections(20 * time.Second) {
		return errors.New("NATS does not come up")
	}
	fmt.Println("ready", s.ClientURL())
	s.WaitForShutdown()
	return nil
}

// Process is a server in a process of its own.
type Process struct {
	At    string // its address
	child child
	cmd   *exec.Cmd
}

// Start starts a server of rooms on a free port of this computer.
func Start(ctx context.Context, o Rooms) (*Process, error) {
	p := &Process{child: child{Addr: "127.0.0.1:0", Rooms: &o}}
	return p, p.Restart(ctx)
}

// Restart starts it again, at the address and on the data it had.
func (p *Process) Restart(ctx context.Context) error {
	exe, err := os.Executable()
	if err != nil {
		return err
	}
	given, err := json.Marshal(p.child)
	if err != nil {
		return err
	}
	p.cmd = exec.Command(exe)
	p.cmd.Env = append(os.Environ(), childEnv+"="+string(given))
	p.cmd.Stderr = os.Stderr
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := p.cmd.Start(); err != nil {
		return err
	}
	ready := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			if at, ok := strings.CutPrefix(lines.Text(), "ready "); ok {
				ready <- at
			}
		}
		close(ready)
	}()
	select {
	case at, ok := <-ready:
		if !ok {
			return errors.New("the server ended before it was ready")
		}
		p.At = at
		if u, err := url.Parse(at); err == nil && p.child.Rooms != nil {
			p.child.Addr = u.Host
		}
		return nil
	case <-ctx.Done():
		p.Kill()
		return ctx.Err()
	}
}

// Kill ends it at once, without a chance to put anything away.
func (p *Process) Kill() {
	if p.cmd != nil && p.cmd.Process != nil {
		_ = p.cmd.Process.Kill()
		_ = p.cmd.Wait()
	}
}

// ID is that of the process.
func (p *Process) ID() int { return p.cmd.Process.Pid }

// Memory is what it holds in memory now, in bytes; on Linux only.
func (p *Process) Memory() (int64, error) {
	b, err := os.ReadFile("/proc/" + strconv.Itoa(p.cmd.Process.Pid) + "/status")
	if err != nil {
		return 0, err
	}
	for line := range strings.SplitSeq(string(b), "\n") {
		if kb, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			n, err := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(kb, "kB")), 10, 64)
			return n << 10, err
		}
	}
	return 0, errors.New("no VmRSS")
}

// StartNATS starts a NATS cluster of n processes with their files below dir,
// and gives the address of all. It returns before they have found each other.
func StartNATS(ctx context.Context, dir string, n int) (nodes []*Process, at string, err error) {
	ports, err := freePorts(2 * n)
	if err != nil {
		return nil, "", err
	}
	var routes, all []string
	for i := range n {
		routes = append(routes, fmt.Sprintf("nats://127.0.0.1:%d", ports[n+i]))
		all = append(all, fmt.Sprintf("nats://127.0.0.1:%d", ports[i]))
	}
	for i := range n {
		name := fmt.Sprintf("n%d", i+1)
		p := &Process{child: child{NATS: &natsNode{Name: name, Dir: dir + "/" + name, Port: ports[i], Cluster: ports[n+i], Routes: routes}}}
		if err := p.Restart(ctx); err != nil {
			for _, q := range nodes {
				q.Kill()
			}
			return nil, "", err
		}
		nodes = append(nodes, p)
	}
	return nodes, strings.Join(all, ","), nil
}

// freePorts finds ports that nobody listens on.
func freePorts(n int) (ports []int, err error) {
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		defer l.Close()
		ports = append(ports, l.Addr().(*net.TCPAddr).Port)
	}
	return ports, nil
}

// Leader names the node of a NATS cluster that leads the stream of the rooms.
func Leader(ctx context.Context, at string) (string, error) {
	c, err := nats.Connect(at)
	if err != nil {
		return "", err
	}
	defer c.Close()
	js, err := jetstream.New(c)
	if err != nil {
		return "", err
	}
	s, err := js.Stream(ctx, workshop.StreamName)
	if err != nil {
		return "", err
	}
	info, err := s.Info(ctx)
	if err != nil || info.Cluster == nil {
		return "", fmt.Errorf("no cluster leads the stream: %w", err)
	}
	return info.Cluster.Leader, nil
}
