package workshop

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
)

// gate is the door that every request for a room comes through. It knows by
// which names this server is meant to be reached, and lets no page of another
// site in.
type gate struct {
	base *url.URL // where phones reach the server; its path ends in /
	name string   // of this computer, by which its network may know it
}

// newGate reads the address that phones use: http or https, a host, and a path
// where a proxy gives one.
func newGate(base string) (*gate, error) {
	u, err := url.Parse(base)
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		return nil, fmt.Errorf("%q is no address that phones could open; one looks like https://example.org/earned/", base)
	}
	u = u.JoinPath("/")
	if first, _, _ := strings.Cut(u.Path[1:], "/"); slices.Contains(ownPaths, first) {
		return nil, fmt.Errorf("%q begins with a path of this server's own (/%s), and the two could not be told apart; put another before it, as in /earned/", base, first)
	}
	u.Host = strings.TrimSuffix(u.Host, map[string]string{"http": ":80", "https": ":443"}[u.Scheme]) // browsers leave it out
	name, _ := os.Hostname()                                                                         // without one, there is a name less
	return &gate{base: u, name: strings.ToLower(name)}, nil
}

// join is the address of a room's page.
func (g *gate) join(code string) string { return g.base.String() + "j/" + code }

// path is that of a room's pages as browsers see it: for cookies.
func (g *gate) path(code string) string { return g.base.EscapedPath() + "j/" + code }

// CheckBase says why an address cannot be one that phones open (see
// Options.Base), or nil.
func CheckBase(base string) error {
	_, err := newGate(base)
	return err
}

// ownPaths are those that this server's pages have without a proxy.
var ownPaths = []string{"rooms", "j", "check", "page"}

// strip takes off the path that a proxy puts before everything, if the proxy
// has not done so itself.
func (g *gate) strip(next http.Handler) http.Handler {
	if g.base.Path == "/" {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path+"/" == g.base.Path {
			to := url.URL{Path: path.Base(r.URL.Path) + "/", RawQuery: r.URL.RawQuery}
			seeOther(w, to.String())
			return
		}
		if rest, ok := strings.CutPrefix(r.URL.Path, g.base.Path); ok {
			u := *r.URL
			u.Path, u.RawPath = "/"+rest, ""
			r2 := *r
			r2.URL = &u
			r = &r2
		}
		next.ServeHTTP(w, r)
	})
}

// wrap answers only what was meant for this server and, where something would
// change or a socket open, asked by its own pages. X-Forwarded headers are never
// read: the address that was given says it all.
func (g *gate) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		g.guard(w, r)
		if !g.meant(r.Host) {
			http.Error(w, "this server goes by another name", http.StatusMisdirectedRequest)
			return
		}
		upgrade := r.Header.Get("Upgrade") != ""
		if r.Method != http.MethodGet && r.Method != http.MethodHead || upgrade {
			if err := g.own(r); err != nil {
				http.Error(w, err.Error(), http.StatusForbidden)
				return
			}
		}
		next.ServeHTTP(w, r)
	})
}

// guard sets what every answer carries. Older Safaris do not count a socket to
// the page's own host as 'self', so it is named.
func (g *gate) guard(w http.ResponseWriter, r *http.Request) {
	sockets := ""
	if g.meant(r.Host) {
		sockets = " ws://" + r.Host + " wss://" + r.Host
	}
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "+
		"connect-src 'self'"+sockets+"; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin") // with none, browsers send no Origin with a form
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}

// meant tells whether a Host header names this server: by address, as this
// computer, or as it was said to be reached. A page elsewhere can have its own
// name point here (DNS rebinding), but cannot make this list grow.
func (g *gate) meant(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.TrimSuffix(strings.ToLower(strings.Trim(name, "[]")), ".")
	if _, err := netip.ParseAddr(name); err == nil {
		return true
	}
	switch name {
	case "":
		return false
	case "localhost", strings.ToLower(g.base.Hostname()), g.name, g.name + ".local":
		return true
	}
	return strings.HasSuffix(name, ".localhost")
}

var errForeign = errors.New("this was asked by a page of another site; open the address on the wall and try again there")

// own tells whether a request comes from one of this server's own pages, or
// from no page at all. Browsers say where it comes from; what says nothing of
// it is no browser, and carries no one's cookies by surprise.
func (g *gate) own(r *http.Request) error {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" && site != "none" {
		return errForeign
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return nil
	}
	u, err := url.Parse(origin)
	if err != nil || u.Host == "" {
		return errForeign // "null" among them: a page in a sandbox
	}
	here := strings.EqualFold(u.Host, r.Host) && (u.Scheme == "http" || u.Scheme == "https")
	base := strings.EqualFold(u.Host, g.base.Host) && u.Scheme == g.base.Scheme
	if !here && !base {
		return errForeign
	}
	return nil
}
