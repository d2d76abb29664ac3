package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"earned/workshop"
)

// hosting are the options for rooms that phones vote in.
type hosting struct {
	LAN       bool   `name:"lan" help:"Host workshop rooms for the phones of this network: listens to all of it." group:"Rooms for phones:"`
	Address   string `help:"The address or network by which phones reach this computer, where the one it chooses is not it." placeholder:"IP|NAME" group:"Rooms for phones:"`
	PublicURL string `name:"public-url" help:"Behind a proxy: the address that browsers open. May have a path." placeholder:"URL" group:"Rooms for phones:"`
	NATS      string `name:"nats" help:"Keep rooms in a NATS cluster (2.11 or later, JetStream on) instead of on this computer: addresses, comma separated." placeholder:"URLS" group:"Rooms for phones:"`
	Data      string `help:"Folder that rooms are kept in on this computer; by default one of your cache folder." placeholder:"DIR" group:"Rooms for phones:"`

	MaxRooms int           `default:"10000" help:"Rooms that may exist at once." group:"Rooms for phones:"`
	MaxSeats int           `default:"1200" help:"Seats of one room." group:"Rooms for phones:"`
	Expire   time.Duration `default:"24h" help:"A room is deleted so long after it was last used." group:"Rooms for phones:"`
}

// wanted tells whether rooms are to be hosted at all.
func (o hosting) wanted() bool { return o.LAN || o.PublicURL != "" || o.NATS != "" }

// reach is the address that phones open, and how it was chosen.
func (o hosting) reach(l net.Listener, out io.Writer) (base, how string, err error) {
	if o.PublicURL != "" {
		return strings.TrimSuffix(o.PublicURL, "/") + "/", "As given by --public-url.", nil
	}
	port := l.Addr().(*net.TCPAddr).Port
	if ip := l.Addr().(*net.TCPAddr).IP; !ip.IsUnspecified() { // one address only, by --addr
		return "http://" + l.Addr().String() + "/", "As given by --addr.", nil
	}
	all, err := ways()
	if err != nil {
		return "", "", err
	}
	best, others, err := choose(all, o.Address)
	if errors.Is(err, errNoNetwork) {
		fmt.Fprintf(out, "Phones: %v. Until then a workshop goes by show of hands.\n", err)
		return fmt.Sprintf("http://localhost:%d/", port), "No network was found: only this computer itself comes in here.", nil
	}
	if err != nil {
		return "", "", err
	}
	how = "By " + best.name + "."
	if o.Address != "" {
		how = "By " + best.name + ", as --address says."
	}
	if len(others) > 0 {
		var names []string
		for _, w := range others {
			names = append(names, w.String())
		}
		how += " Others: " + strings.Join(names, ", ") + "; --address chooses."
	}
	return "http://" + net.JoinHostPort(best.addr.String(), strconv.Itoa(port)) + "/", how, nil
}

// open opens the rooms and puts them beside the site's pages. chance says that
// the port was any free one.
func (o hosting) open(ctx context.Context, l net.Listener, chance bool, pages http.Handler, out io.Writer) (http.Handler, func(), error) {
	base, how, err := o.reach(l, out)
	if err != nil {
		return nil, nil, err
	}
	data, drop, err := o.folder(l.Addr().(*net.TCPAddr).Port, chance)
	if err != nil {
		return nil, nil, err
	}
	rooms, err := workshop.New(ctx, workshop.Options{
		Base: base, Address: how, Proxied: o.PublicURL != "", Data: data, NATS: o.NATS,
		Limits: workshop.Limits{Rooms: o.MaxRooms, Seats: o.MaxSeats, Expire: o.Expire},
		Log:    func(line string) { fmt.Fprintln(out, line) },
	})
	if err != nil {
		drop()
		return nil, nil, err
	}
	fmt.Fprintf(out, "Phones reach it at %s\n  %s\n", base, how)
	stop := func() {
		_ = rooms.Close() // it keeps what happened as it happens: nothing is lost
		drop()
	}
	return rooms.Beside(pages), stop, nil
}

// folder is where rooms are kept on this computer, one a port, so that two
// servers do not share one. On a port that was free by chance no one will look
// for its rooms again, and drop removes them.
func (o hosting) folder(port int, chance bool) (dir string, drop func(), err error) {
	switch {
	case o.NATS != "":
		return "", func() {}, nil
	case o.Data != "":
		return o.Data, func() {}, nil
	case chance:
		dir, err = os.MkdirTemp("", "earned-rooms-")
		return dir, func() { _ = os.RemoveAll(dir) }, err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", nil, fmt.Errorf("no folder for rooms: %w; --data names one", err)
	}
	dir = filepath.Join(cache, "earned", "rooms-"+strconv.Itoa(port))
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", nil, fmt.Errorf("no folder for rooms: %w; --data names one", err)
	}
	return dir, func() {}, nil
}
