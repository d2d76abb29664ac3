package main

import (
	"errors"
	"net/netip"
	"strings"
	"testing"
)

func at(name, addr string) way { return way{name: name, addr: netip.MustParseAddr(addr)} }

// out marks the way that this computer itself sends by.
func out(w way) way {
	w.out = true
	return w
}

func TestTheAddressThatPhonesReachIsChosen(t *testing.T) {
	for name, c := range map[string]struct {
		all  []way
		want string
	}{
		"a laptop on Wi-Fi with containers": {[]way{at("docker0", "172.17.0.1"), at("br-1a2b", "172.18.0.1"), out(at("wlp3s0", "192.168.1.20"))}, "192.168.1.20"},
		"a VPN is the way out":              {[]way{out(at("tun0", "10.8.0.6")), at("wlan0", "192.168.1.20")}, "192.168.1.20"},
		"macOS with a VPN":                  {[]way{out(at("utun4 tunnel", "10.64.0.2")), at("en0", "192.168.178.31"), at("bridge100", "192.168.64.1")}, "192.168.178.31"},
		"Tailscale":                         {[]way{at("tailscale0", "100.101.102.103"), out(at("eth0", "10.0.0.5"))}, "10.0.0.5"},
		"Windows with Hyper-V":              {[]way{at("vEthernet (WSL)", "172.24.160.1"), at("VirtualBox Host-Only Network", "192.168.56.1"), out(at("Wi-Fi", "192.168.0.12"))}, "192.168.0.12"},
		"cable and Wi-Fi, out by cable":     {[]way{out(at("enp0s31f6", "10.1.2.3")), at("wlp3s0", "192.168.1.20")}, "10.1.2.3"},
		"a hotspot of its own, no way out":  {[]way{at("wlp3s0", "10.42.0.1"), at("docker0", "172.17.0.1")}, "10.42.0.1"},
		"Wi-Fi before a cable to nowhere":   {[]way{at("eth0", "192.168.50.2"), at("wlan0", "192.168.1.20")}, "192.168.1.20"},
		"only an address nobody gave":       {[]way{at("docker0", "172.17.0.1"), at("eth0", "169.254.7.7")}, "169.254.7.7"},
		"a server with a public address":    {[]way{out(at("eth0", "198.51.100.7"))}, "198.51.100.7"},
	} {
		got, others, err := choose(c.all, "")
		if err != nil || got.addr.String() != c.want {
			t.Errorf("%s: chose %s (%v), want %s", name, got, err, c.want)
		}
		for _, o := range others {
			if o.rank() <= 0 || o == got {
				t.Errorf("%s: %s is offered too", name, o)
			}
		}
	}
}

func TestNoNetworkIsSaidAndNeverLoopbackOrContainers(t *testing.T) {
	for _, all := range [][]way{nil, {at("lo", "127.0.0.1")}, {at("docker0", "172.17.0.1"), at("veth12", "169.254.1.1")}, {out(at("wg0", "10.9.0.2"))}} {
		if got, _, err := choose(all, ""); !errors.Is(err, errNoNetwork) {
			t.Errorf("of %v chose %s (%v)", all, got, err)
		}
	}
}

func TestAnotherAddressCanBeNamed(t *testing.T) {
	all := []way{out(at("eth0", "10.1.2.3")), at("wlan0", "192.168.1.20"), at("utun4 tunnel", "10.64.0.2"), at("docker0", "172.17.0.1")}
	for wanted, want := range map[string]string{"wlan0": "192.168.1.20", "192.168.1.20": "192.168.1.20", "WLAN0": "192.168.1.20", "utun4": "10.64.0.2", "docker0": "172.17.0.1"} {
		if got, _, err := choose(all, wanted); err != nil || got.addr.String() != want {
			t.Errorf("%s: %s (%v)", wanted, got, err)
		}
	}
	_, _, err := choose(all, "192.168.9.9")
	if err == nil || !strings.Contains(err.Error(), "it has: 10.1.2.3 (eth0), 192.168.1.20 (wlan0)") {
		t.Errorf("an address of another: %v", err)
	}
	if _, others, err := choose(all, ""); err != nil || len(others) != 1 || others[0].name != "wlan0" {
		t.Errorf("the others are %v (%v)", others, err)
	}
}
