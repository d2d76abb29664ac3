package site

import (
	"html"
	"strings"
	"testing"

	"earned/game/talk"
	"earned/scenarios"
)

// The page holds the first conversation up to its first beat, its replies in
// the order of the file, from which the page shuffles them.
func TestThePageHoldsTheFirstBeat(t *testing.T) {
	page := html.UnescapeString(string(load(t).Body("index.html")))
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	c := &book.Conversations[0]
	tk, err := talk.New(book, c.ID)
	if err != nil {
		t.Fatal(err)
	}
	s := tk.Start(0, 0)
	words := append([]string{c.Title}, c.Brief...)
	words = append(words, c.Meetings[0].Opens, tk.Line(s).Says)
	at := 0
	for _, i := range tk.Offered(s, nil) {
		words = append(words, tk.Beat(s).Replies[i].Says)
	}
	for _, w := range words {
		i := strings.Index(page[at:], ">"+w+"<")
		if i < 0 {
			t.Fatalf("index.html does not hold %q after what comes before it", w)
		}
		at += i
	}
	for _, press := range []string{`data-press="begin"`, `data-press="go-on"`, `data-press="reply:`, `data-after="open"`, `data-after="begin"`, `data-after="go-on"`} {
		if !strings.Contains(page, press) {
			t.Errorf("index.html has no %s", press)
		}
	}
}

// Nothing is painted before the style sheets are here: they are one.
func TestOneStyleSheet(t *testing.T) {
	s := load(t)
	if n := strings.Count(string(s.Body("index.html")), `rel="stylesheet"`); n != 1 {
		t.Errorf("index.html asks for %d style sheets", n)
	}
	all := string(s.Body(Sheets))
	for _, part := range []string{"--paper-page:", ".shell h1", "#twin.canvas", "#twin.still .n0{", "--newest:"} {
		if !strings.Contains(all, part) {
			t.Errorf("%s has no %s", Sheets, part)
		}
	}
}
