package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"time"

	"earned/workshop"
)

// usual are the limits where nothing is said of them, as the tags have it.
var usual = hosting{MaxRooms: 10_000, MaxSeats: 1200, Expire: 24 * time.Hour}

// maxExpire is far below what the clocks of NATS can count to.
const maxExpire = 366 * 24 * time.Hour

// Validate says which option would be passed over or cannot be, and what to do
// about it, before anything is built.
func (o options) Validate() error {
	if idle := o.idle(); len(idle) > 0 && !o.wanted() {
		return fmt.Errorf("%s is about rooms, and none are hosted: add --lan, --public-url or --nats", strings.Join(idle, ", "))
	}
	host, _, _ := net.SplitHostPort(o.Addr)
	switch {
	case o.Address != "" && o.PublicURL != "":
		return errors.New("--public-url says where phones go, and so does --address: leave one out")
	case o.Address != "" && host != "" && !net.ParseIP(host).IsUnspecified():
		return fmt.Errorf("--addr %s listens to one address, so that --address has no choice: leave one out, or listen to all by --addr :PORT", o.Addr)
	case o.Data != "" && o.NATS != "":
		return errors.New("--nats keeps rooms elsewhere than in --data: leave one out")
	}
	return errors.Join(o.limits(), o.places())
}

// idle are the options given that mean something for rooms only.
func (o hosting) idle() (names []string) {
	for _, given := range []struct {
		name string
		is   bool
	}{
		{"--address", o.Address != ""}, {"--data", o.Data != ""}, {"--max-rooms", o.MaxRooms != usual.MaxRooms},
		{"--max-seats", o.MaxSeats != usual.MaxSeats}, {"--expire", o.Expire != usual.Expire},
	} {
		if given.is {
			names = append(names, given.name)
		}
	}
	return names
}

func (o hosting) limits() error {
	switch {
	case o.MaxRooms < 1:
		return fmt.Errorf("--max-rooms %d leaves no room: name 1 or more", o.MaxRooms)
	case o.MaxSeats < 1:
		return fmt.Errorf("--max-seats %d leaves no seat: name 1 or more", o.MaxSeats)
	case o.Expire < time.Second || o.Expire > maxExpire:
		return fmt.Errorf("--expire %v is too short or too long: name a time from 1s to %.0fh, as in 24h", o.Expire, maxExpire.Hours())
	}
	return nil
}

func (o hosting) places() error {
	if o.PublicURL != "" {
		if err := workshop.CheckBase(o.PublicURL); err != nil {
			return fmt.Errorf("--public-url: %w", err)
		}
	}
	if at, err := os.Stat(o.Data); o.Data != "" && err == nil && !at.IsDir() {
		return fmt.Errorf("--data %s is a file: name a folder", o.Data)
	}
	return nil
}
