// Package phone is the page that a phone shows in a workshop: plain HTML that
// works with no script, its styles, and a script that keeps it up to date. It
// knows what a seat may be told and how to say it; rooms and requests are the
// workshop's.
package phone

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the page's files
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html/template"
	"time"
)

var (
	//go:embed page.html
	pageHTML string
	//go:embed phone.css
	style []byte
	//go:embed phone.js
	script []byte
)

// Style is the page's styles.
func Style() []byte { return style }

// Script is the page's script.
func Script() []byte { return script }

// Version names the contents of both: it stands in their addresses, so that
// they may be kept for ever.
func Version() string { return version }

var version = func() string {
	sum := sha256.Sum256(append(append([]byte(nil), style...), script...))
	return hex.EncodeToString(sum[:6])
}()

var pages = template.Must(template.New("").Funcs(template.FuncMap{
	"say":    Why.Say,
	"letter": letter,
}).Parse(pageHTML))

// letter is what an offer is called on the wall and on the phone: A, B, C …
func letter(i int) string { return string(rune('A' + i%26)) }

// Page is one answer to a phone.
type Page struct {
	Code   string        // the room's; empty where none is chosen yet
	Below  bool          // its address is j/CODE, not j
	Typed  string        // what was typed for a code, shown again for mending
	State  State         // of the seat
	Notice Why           // what was refused just now, if anything
	Keep   time.Duration // how long an unused room is kept
}

// Render is the page in HTML.
func (p Page) Render() ([]byte, error) {
	var out bytes.Buffer
	name := "room"
	if p.Code == "" {
		name = "code"
	}
	if err := pages.ExecuteTemplate(&out, name, p); err != nil {
		return nil, fmt.Errorf("cannot write the phone's page: %w", err)
	}
	return out.Bytes(), nil
}

// Title is the page's title.
func (p Page) Title() string {
	if p.Code == "" {
		return "Which room? · Earned"
	}
	return "Room " + p.Code + " · Earned"
}

// Up leads from the page's address to the folder of its files, which is j/.
func (p Page) Up() string {
	if p.Below || p.Code != "" {
		return ""
	}
	return "j/"
}

// Version is that of the page's files.
func (Page) Version() string { return version }

// Hide is the attribute that hides a view which is not the one to be seen.
func (p Page) Hide(view View) template.HTMLAttr {
	if p.State.View() == view {
		return ""
	}
	return " hidden"
}

// Again is after how many seconds a phone without script asks anew; 0 where it
// must not: a choice half made would be lost.
func (p Page) Again() int {
	if p.Code == "" {
		return 0
	}
	switch p.State.View() {
	case Wait, Other, Counted, Closed, Shown:
		return 3
	case Locked, Full:
		return 5
	}
	return 0
}

// JSON is the state as the script reads it.
func (p Page) JSON() (string, error) {
	b, err := json.Marshal(p.State)
	return string(b), err
}

// Words are what the script may have to say.
func (Page) Words() map[string]string { return words() }

// Kept says in words how long an unused room is kept.
func (p Page) Kept() string {
	switch h := int(p.Keep.Round(time.Hour).Hours()); {
	case h > 1:
		return fmt.Sprintf("%d hours", h)
	case h == 1:
		return "an hour"
	}
	return fmt.Sprintf("%d minutes", max(1, int(p.Keep.Minutes())))
}
