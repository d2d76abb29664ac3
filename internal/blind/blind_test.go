package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"earned/game/odds"
	"earned/game/talk"
	"earned/scenarios"
)

func readings(t *testing.T) []reading {
	t.Helper()
	book, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	var all []reading
	for i := range book.Conversations {
		r := reading{ID: book.Conversations[i].ID, Seed: 1, rand: rand.New(rand.NewPCG(1, 0))}
		if r.talk, err = talk.New(book, r.ID); err != nil {
			t.Fatal(err)
		}
		if r.odds, err = odds.Analyse(r.talk, 0, odds.Preparations(r.talk)[0]); err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

// A sheet has every reply that is offered, and nothing the client thinks.
func TestSheetsKeepTheAnswersBack(t *testing.T) {
	for _, r := range readings(t) {
		beats := r.beats()
		if len(beats) < 20 {
			t.Errorf("%s: only %d beats leave a choice", r.ID, len(beats))
		}
		for _, b := range beats {
			s, _ := r.odds.Likeliest(b.Index)
			var out bytes.Buffer
			replies := r.scene(&out, 1, s, false)
			for _, i := range replies {
				reply := &r.talk.Beat(s).Replies[i]
				if !strings.Contains(out.String(), reply.Says) {
					t.Errorf("%s: the sheet lacks %q", r.ID, reply.Says)
				}
				if strings.Contains(out.String(), reply.Thinks) {
					t.Errorf("%s: the sheet gives away %q", r.ID, reply.Thinks)
				}
			}
			if x := best(&b, r.talk, s); !r.talk.Offers(s, x) {
				t.Errorf("%s: the key names a reply that the sheet has not", r.ID)
			}
		}
	}
}

// The points of a words reading lie in every third, and the client's half of
// the run holds nothing the player said.
func TestWordsHoldOneSideOnly(t *testing.T) {
	for _, r := range readings(t)[:1] {
		c := &wordsCommand{reading: r, Tells: true}
		for k, runs := range c.points() {
			if len(runs) == 0 {
				t.Fatalf("%s: no run in which trust is %s", r.ID, thirds[k])
			}
			run := runs[0]
			if got := third(run[len(run)-1].After.Trust.Trust); got != k {
				t.Errorf("%s: a point of the third %d is kept with %d", r.ID, got, k)
			}
			var out bytes.Buffer
			c.heard(&out, 1, run)
			for _, m := range run {
				if says := r.talk.Beat(m.Before).Replies[m.Reply].Says; strings.Contains(out.String(), says) {
					t.Errorf("%s: the player's words are shown: %q", r.ID, says)
				}
				if !strings.Contains(out.String(), m.Line.Says) {
					t.Errorf("%s: a line is missing: %q", r.ID, m.Line.Says)
				}
			}
		}
	}
}

func TestPairs(t *testing.T) {
	name := filepath.Join(t.TempDir(), "key")
	if err := os.WriteFile(name, []byte("1 a\n\n2 high 74\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	all, err := pairs(name)
	if err != nil || len(all) != 2 || all["2"] != "high" {
		t.Errorf("read %v, %v", all, err)
	}
	if err := os.WriteFile(name, []byte("1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := pairs(name); err == nil {
		t.Error("a number without an answer passed")
	}
}
