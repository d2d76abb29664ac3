package phone

import (
	"encoding/json"
	"html"
	"regexp"
	"strings"
	"testing"
	"time"
)

// states are one state for each view.
var states = map[View]State{
	Sit:     {},
	Locked:  {Locked: true},
	Full:    {Full: true},
	Table:   {Seat: 3, Round: 1, For: 2, Open: true},
	Wait:    {Seat: 3, Says: "Look up"},
	Vote:    {Seat: 3, Round: 7, Kind: "reply", Asks: "What do you say to Dana?", Offers: []string{"One.", "Two.", "Three."}, Open: true},
	Other:   {Seat: 3, Round: 7, For: 2, Table: 1, Open: true},
	Counted: {Seat: 3, Round: 7, Open: true, Voted: true},
	Closed:  {Seat: 3, Round: 7},
	Shown:   {Seat: 3, Round: 7, Revealed: true, Voted: true},
	Removed: {Seat: 3, Round: 7, Open: true, Removed: true},
	Over:    {Seat: 3, Round: 7, Open: true, Over: true},
}

func render(t *testing.T, p Page) string {
	t.Helper()
	b, err := p.Render()
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

var (
	section = regexp.MustCompile(`<section data-view="([a-z]+)"( hidden)?>`)
	data    = regexp.MustCompile(`data-state="([^"]*)"`)
)

// Each state shows its own part of the page and no other, with no script; and
// what the script is given says the same.
func TestEachStateShowsOneViewWithAndWithoutScript(t *testing.T) {
	for want, state := range states {
		page := render(t, Page{Code: "QK7M3P", Below: true, State: state, Keep: 24 * time.Hour})
		sections := section.FindAllStringSubmatch(page, -1)
		if len(sections) != len(states) {
			t.Fatalf("the page has %d views, want %d", len(sections), len(states))
		}
		for _, s := range sections {
			if shown := s[2] == ""; shown != (View(s[1]) == want) {
				t.Errorf("%s: the part %s is shown: %v", want, s[1], shown)
			}
		}
		var told struct{ View View }
		if err := json.Unmarshal([]byte(html.UnescapeString(data.FindStringSubmatch(page)[1])), &told); err != nil || told.View != want {
			t.Errorf("%s: the script is told %q (%v)", want, told.View, err)
		}
	}
}

// A page that asks anew by itself must not do so under a choice half made.
func TestOnlyWaitingPagesAskAnewByThemselves(t *testing.T) {
	for view, state := range states {
		page := render(t, Page{Code: "QK7M3P", Below: true, State: state})
		_, after, found := strings.Cut(page, `<noscript><meta http-equiv="refresh"`)
		want := map[View]bool{Wait: true, Other: true, Counted: true, Closed: true, Shown: true, Locked: true, Full: true}[view]
		if found != want {
			t.Errorf("%s: asks anew by itself: %v", view, found)
		}
		if found && !strings.Contains(after[:60], ";url=QK7M3P") {
			t.Errorf("%s: asks for %q, which would repeat the notice", view, after[:60])
		}
	}
}

// Everything a phone loads is under 50 kB, with the longest question there is.
func TestThePageIsSmall(t *testing.T) {
	offers := make([]string, 12)
	for i := range offers {
		offers[i] = strings.Repeat("reply ", 50)
	}
	page := render(t, Page{Code: "QK7M3P", Below: true, Notice: Again,
		State: State{Seat: 1200, Round: 99, Kind: "reply", Asks: strings.Repeat("words ", 60), Offers: offers, Open: true}})
	if n := len(page) + len(Style()) + len(Script()); n >= 50_000 {
		t.Errorf("page %d, style %d, script %d: %d bytes, want under 50,000", len(page), len(Style()), len(Script()), n)
	}
}

// What is typed, asked or offered is text on the page, whatever is in it.
func TestMarkupIsText(t *testing.T) {
	for _, evil := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onfocus='alert(1)`, `</main><iframe src="//x">`,
		`javascript:alert(1)`, `&lt;b&gt;`, "\u202egnp.exe", `<svg/onload=alert(1)>`, `{{.Code}}`, `</li></ul><h1>`,
	} {
		room := render(t, Page{Code: "QK7M3P", Below: true, State: State{Seat: 1, Round: 1, Kind: evil, Asks: evil, Offers: []string{evil, "b"}, Says: evil, Open: true}})
		plain := render(t, Page{Code: "QK7M3P", Below: true, State: State{Seat: 1, Round: 1, Kind: "reply", Asks: "a", Offers: []string{"a", "b"}, Says: "c", Open: true}})
		typed, empty := render(t, Page{Typed: evil}), render(t, Page{})
		for name, pair := range map[string][2]string{"the room": {room, plain}, "the code's form": {typed, empty}} {
			if got, want := tags(pair[0]), tags(pair[1]); got != want {
				t.Errorf("%q in %s makes other elements:\n%s\nwant\n%s", evil, name, got, want)
			}
		}
	}
}

var (
	element = regexp.MustCompile(`<(/?[a-zA-Z!][a-zA-Z0-9]*)`)
	attr    = regexp.MustCompile(` (on[a-z]+|style|src|srcdoc)=`)
)

// tags are the elements of a page and the attributes that could do something.
func tags(page string) string {
	var all []string
	for _, m := range element.FindAllStringSubmatch(page, -1) {
		all = append(all, m[1])
	}
	for _, tag := range regexp.MustCompile(`<[a-z][^>]*>`).FindAllString(page, -1) {
		for _, m := range attr.FindAllStringSubmatch(regexp.MustCompile(`"[^"]*"`).ReplaceAllString(tag, `""`), -1) {
			all = append(all, m[1])
		}
	}
	return strings.Join(all, " ")
}

// The page must stand under a policy that forbids inline script and style.
func TestNothingInline(t *testing.T) {
	for _, page := range []string{render(t, Page{}), render(t, Page{Code: "QK7M3P", State: states[Vote]})} {
		for _, bad := range []string{"<script>", "<style", ` style="`, " onclick=", " onsubmit=", "javascript:"} {
			if strings.Contains(page, bad) {
				t.Errorf("the page holds %q", bad)
			}
		}
	}
}

// Every refusal has a sentence, and the script finds every sentence it says.
func TestEveryRefusalIsSaid(t *testing.T) {
	page := render(t, Page{Code: "QK7M3P", State: states[Wait]})
	for _, why := range []Why{Again, Late, NotOffer, NotTable, NoSeat, Gone, NoRoom, RoomLock, RoomFull, Slow, Malformed, NoCookie, Foreign, Trouble} {
		if why.Say() == "" || !strings.Contains(page, `<li data-say="`+string(why)+`">`) {
			t.Errorf("nothing is said for %q", why)
		}
	}
	for _, m := range regexp.MustCompile(`say\((?:[a-z.]+ \? )?"([a-z]+)"(?: : "([a-z]+)")?\)`).FindAllStringSubmatch(string(Script()), -1) {
		for _, name := range m[1:] {
			if name != "" && !strings.Contains(page, `<li data-say="`+name+`">`) {
				t.Errorf("phone.js says %q, and page.html has no such words", name)
			}
		}
	}
}

// Old phones read no newer script than this.
func TestTheScriptIsOfTheOldKind(t *testing.T) {
	code := regexp.MustCompile(`(?m)//.*$`).ReplaceAllString(string(Script()), "")
	for _, newer := range []string{"=>", "`", "let ", "const ", "fetch(", "async ", "await ", "?.", "??", "...", "class ", "Promise", ".closest(", ".remove()", ".classList"} {
		if strings.Contains(code, newer) {
			t.Errorf("phone.js uses %q", newer)
		}
	}
}
