// Command serve builds the game for the browser, serves it from this computer
// and hosts workshop rooms for phones. In a checkout it needs Go and nothing
// else; as a released program, which has the game inside, nothing at all.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"earned/internal/site"
)

// options are the command line.
type options struct {
	Addr string `help:"Address and port to serve on (127.0.0.1:8080; with --lan :8080); port 0 takes a free one." placeholder:"HOST:PORT"`
	Open bool   `help:"Open the page in the browser."`
	hosting
}

// addr is what to listen to.
func (o options) addr() string {
	switch {
	case o.Addr != "":
		return o.Addr
	case o.LAN:
		return ":8080"
	}
	return "127.0.0.1:8080"
}

func main() {
	var o options
	k := kong.Parse(&o, kong.Name(name()), kong.Description(description()))
	if site.Shipped() && len(k.Args) == 0 { // a double click
		o.LAN, o.Open = true, true
	}
	ctx, stop := untilStopped()
	defer stop()
	if err := run(ctx, o, os.Stdout); err != nil && !errors.Is(err, context.Canceled) {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

// untilStopped lasts until the first Ctrl-C. The second ends the program at
// once, as ever.
func untilStopped() (context.Context, func()) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// run does all of it, until ctx ends. The port is taken first: a minute's
// compiling should not end in "port in use".
func run(ctx context.Context, o options, out io.Writer) error {
	addr := o.addr()
	listener, err := listen(ctx, addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	pages, err := load(ctx, out)
	if err != nil {
		return err
	}
	handler := http.Handler(pages)
	if o.wanted() {
		rooms, stop, err := o.open(ctx, listener, strings.HasSuffix(addr, ":0"), pages, out)
		if err != nil {
			return err
		}
		defer stop()
		handler = rooms
	}
	url := here(listener)
	fmt.Fprintf(out, "Earned is at %s (Ctrl-C stops it)\n", url)
	if o.wanted() {
		fmt.Fprintf(out, "  Try it out the day before: %scheck/\n", url)
	}
	if o.Open {
		if err := open(ctx, url); err != nil {
			fmt.Fprintf(out, "No browser could be opened (%v); open the address yourself.\n", err)
		}
	}
	return serve(ctx, listener, handler, out)
}

// here is the address for this computer's own browser. One that listens to all
// networks is opened as localhost, which browsers trust with more.
func here(l net.Listener) string {
	a := l.Addr().(*net.TCPAddr)
	if a.IP.IsUnspecified() {
		return fmt.Sprintf("http://localhost:%d/", a.Port)
	}
	return "http://" + a.String() + "/"
}

// load is the site: the one inside this program, or else the checkout's, built
// where that is needed.
func load(ctx context.Context, out io.Writer) (*site.Site, error) {
	if site.Shipped() {
		return site.OpenShipped()
	}
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	root, err := site.Root(dir)
	if err != nil {
		return nil, err
	}
	if changed, err := site.Compile(root); err != nil {
		return nil, err
	} else if changed {
		fmt.Fprintln(out, "Compiled the scenarios anew: what is written has changed.")
	}
	built, err := site.Build(ctx, root, out)
	if err != nil {
		return nil, err
	}
	return site.Load(root, built)
}

// name and description are the program's own, as --help says them.
func name() string {
	if site.Shipped() {
		return "earned"
	}
	return "serve"
}

func description() string {
	if site.Shipped() {
		return "Serves the game from this computer. Started with nothing said, it hosts rooms for phones and opens the browser."
	}
	return "Builds the game for the browser, serves it from this computer, and hosts workshop rooms for phones."
}

// listen takes the address, or says in one line why it cannot.
func listen(ctx context.Context, addr string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	switch {
	case err == nil:
		return l, nil
	case errors.Is(err, syscall.EADDRINUSE) || strings.Contains(err.Error(), "Only one usage of each socket address"):
		return nil, fmt.Errorf("%s is already in use by another program; choose another port with --addr %s", addr, other(addr))
	}
	return nil, fmt.Errorf("cannot serve on %q: %w; --addr takes a host and a port, as in 127.0.0.1:8080", addr, err)
}

// other is the same address with the next port.
func other(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	n, err2 := strconv.Atoi(port)
	if err != nil || err2 != nil || n < 1 || n >= 65535 {
		return "127.0.0.1:8081"
	}
	return net.JoinHostPort(host, strconv.Itoa(n+1))
}

// serve answers until ctx ends, then lets what is under way finish; what lasts
// as long as a page is open is ended, by the context of its request.
func serve(ctx context.Context, l net.Listener, h http.Handler, out io.Writer) error {
	life, end := context.WithCancel(context.WithoutCancel(ctx))
	defer end()
	s := &http.Server{
		Handler: timely(h), ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute,
		BaseContext: func(net.Listener) context.Context { return life },
	}
	s.RegisterOnShutdown(end)
	failed := make(chan error, 1)
	go func() { failed <- s.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("the server stopped: %w", err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	if err := s.Shutdown(grace); err != nil {
		_ = s.Close() // someone's download is cut; they can ask again
	}
	fmt.Fprintln(out, "\nStopped.")
	return nil
}

// open shows the page in the person's own browser, which stays when this
// program stops.
func open(ctx context.Context, url string) error {
	name, args := "xdg-open", []string{url}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", url}
	}
	cmd := exec.CommandContext(context.WithoutCancel(ctx), name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }() // whether it pleased the browser is not ours to know
	return nil
}
