package main

import (
	"cmp"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strings"
)

// way is an address of this computer, on one of its networks.
type way struct {
	name string // of the interface, as the system calls it
	addr netip.Addr
	out  bool // what this computer itself sends goes out here
}

func (w way) String() string { return fmt.Sprintf("%s (%s)", w.addr, w.name) }

// ways are this computer's addresses on networks that are up.
func ways() ([]way, error) {
	all, err := net.Interfaces()
	if err != nil {
		return nil, fmt.Errorf("cannot see this computer's networks: %w; --address says which address phones are to use", err)
	}
	out := outwards()
	var found []way
	for _, i := range all {
		if i.Flags&net.FlagUp == 0 || i.Flags&net.FlagLoopback != 0 || i.Flags&net.FlagRunning == 0 {
			continue
		}
		addrs, err := i.Addrs()
		if err != nil {
			continue // it went away just now
		}
		for _, a := range addrs {
			p, err := netip.ParsePrefix(a.String())
			if err != nil || !p.Addr().Unmap().Is4() {
				continue // an IPv6 address is too long to be typed, and its code too fine for the back row
			}
			w := way{name: i.Name, addr: p.Addr().Unmap()}
			w.out = w.addr == out
			if i.Flags&net.FlagPointToPoint != 0 {
				w.name += " tunnel"
			}
			found = append(found, w)
		}
	}
	return found, nil
}

// outwards is the address from which this computer would reach another
// network. Nothing is sent; the address belongs to no one (RFC 5737).
func outwards() netip.Addr {
	c, err := net.Dial("udp4", "192.0.2.1:9")
	if err != nil {
		return netip.Addr{}
	}
	defer func() { _ = c.Close() }()
	a, _ := netip.ParseAddrPort(c.LocalAddr().String())
	return a.Addr()
}

// made are beginnings of the names of interfaces that lead to no room: to
// containers, virtual machines and tunnels.
var made = []string{
	"docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "lxc", "lxd", "cni", "flannel", "podman", "ifb", "dummy",
	"tun", "tap", "utun", "wg", "tailscale", "zt", "ppp", "ipsec", "nordlynx", "proton",
	"bridge", "awdl", "llw", "anpi", "gif", "stf", "ap1",
	"vethernet", "virtualbox", "vmware", "hyper-v", "openvpn", "loopback", "bluetooth",
}

// rank is how likely phones in the room reach an address: the higher the
// likelier, below nought not at all.
func (w way) rank() int {
	name := strings.ToLower(w.name)
	var r int
	switch {
	case w.addr.IsLoopback() || w.addr.IsUnspecified() || w.addr.IsMulticast():
		return -1
	case w.addr.IsLinkLocalUnicast(): // no one gave it an address
		r = 1
	case w.addr.IsPrivate():
		r = 30
	case netip.MustParsePrefix("100.64.0.0/10").Contains(w.addr): // a provider's, or a VPN's
		r = 5
	default:
		r = 20
	}
	if strings.HasSuffix(name, " tunnel") || slices.ContainsFunc(made, func(m string) bool { return strings.HasPrefix(name, m) }) {
		return r - 40
	}
	if w.out {
		r += 10
	}
	if strings.HasPrefix(name, "wl") || strings.Contains(name, "wi-fi") || strings.Contains(name, "wifi") || strings.Contains(name, "wlan") {
		r += 5 // phones have no cable
	}
	return r
}

// choose picks the address that phones most likely reach, and lists the others
// that they might, likeliest first. wanted is what --address says: an address
// or an interface's name; empty leaves it to the ranks.
func choose(all []way, wanted string) (best way, others []way, err error) {
	slices.SortStableFunc(all, func(a, b way) int { return cmp.Compare(b.rank(), a.rank()) })
	if wanted != "" {
		for _, w := range all {
			if strings.EqualFold(strings.TrimSuffix(w.name, " tunnel"), wanted) || w.addr.String() == wanted {
				return w, without(all, w), nil
			}
		}
		var have []string
		for _, w := range all {
			have = append(have, w.String())
		}
		if len(have) == 0 {
			have = []string{"none"}
		}
		return way{}, nil, fmt.Errorf("--address %s is no address of this computer and no name of its networks; it has: %s", wanted, strings.Join(have, ", "))
	}
	if len(all) == 0 || all[0].rank() < 0 {
		return way{}, nil, errNoNetwork
	}
	return all[0], without(all, all[0]), nil
}

// without are the ways that phones might take too.
func without(all []way, best way) (others []way) {
	for _, w := range all {
		if w != best && w.rank() > 0 {
			others = append(others, w)
		}
	}
	return others
}

var errNoNetwork = fmt.Errorf("this computer is in no network that phones could reach it by: join the room's Wi-Fi, or share a hotspot, and start again")
