// Command serve builds the game for the browser and serves it from this
// computer. It needs Go and nothing else.
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
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"earned/internal/site"
)

// options are the command line.
type options struct {
	Addr string `default:"127.0.0.1:8080" help:"Address and port to serve on; port 0 takes a free one." placeholder:"HOST:PORT"`
	Open bool   `help:"Open the page in the browser."`
}

func main() {
	var o options
	kong.Parse(&o, kong.Name("serve"), kong.Description("Builds the game for the browser and serves it from this computer."))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, o, os.Stdout); err != nil && !errors.Is(err, context.Canceled) {
		fmt.Fprintln(os.Stderr, "serve:", err)
		os.Exit(1)
	}
}

// run does all of it, until ctx ends. The port is taken first: a minute's
// compiling should not end in "port in use".
func run(ctx context.Context, o options, out io.Writer) error {
	listener, err := listen(ctx, o.Addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	root, err := site.Root(dir)
	if err != nil {
		return err
	}
	if changed, err := site.Compile(root); err != nil {
		return err
	} else if changed {
		fmt.Fprintln(out, "Compiled the scenarios anew: what is written has changed.")
	}
	built, err := site.Build(ctx, root, out)
	if err != nil {
		return err
	}
	pages, err := site.Load(root, built)
	if err != nil {
		return err
	}
	url := "http://" + listener.Addr().String() + "/"
	fmt.Fprintf(out, "Earned is at %s (Ctrl-C stops it)\n", url)
	if o.Open {
		if err := open(ctx, url); err != nil {
			fmt.Fprintf(out, "No browser could be opened (%v); open the address yourself.\n", err)
		}
	}
	return serve(ctx, listener, pages, out)
}

// listen takes the address, or says in one line why it cannot.
func listen(ctx context.Context, addr string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	switch {
	case err == nil:
		return l, nil
	case errors.Is(err, syscall.EADDRINUSE) || strings.Contains(err.Error(), "Only one usage of each socket address"):
		return nil, fmt.Errorf("%s is already in use by another program; choose another port with --addr 127.0.0.1:8081", addr)
	}
	return nil, fmt.Errorf("cannot serve on %q: %w; --addr takes a host and a port, as in 127.0.0.1:8080", addr, err)
}

// serve answers until ctx ends, then lets what is under way finish.
func serve(ctx context.Context, l net.Listener, h http.Handler, out io.Writer) error {
	s := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
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

// open shows the page in the person's own browser.
func open(ctx context.Context, url string) error {
	name, args := "xdg-open", []string{url}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", url}
	}
	cmd := exec.CommandContext(ctx, name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }() // whether it pleased the browser is not ours to know
	return nil
}
