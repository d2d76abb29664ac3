package screens_test

import (
	"strings"
	"testing"
	"time"

	"earned/game/screens"
	"earned/game/view"
	"earned/scenarios"
)

func newest(d *driver) *view.Node {
	var last *view.Node
	d.must(view.Log, "Conversation").Find(func(n *view.Node) bool {
		if n.Style.Size == view.Large {
			last = n
		}
		return false
	})
	return last
}

func atFirstBeat(t *testing.T, sys screens.System) *driver {
	d := &driver{t: t, book: book(t), kept: map[string]string{}}
	d.app = screens.New(d.book, screens.Options{Seed: func() uint64 { return 1 }, System: sys})
	d.button("Start")
	d.button("Start")
	d.button("Continue")
	return d
}

// Words appear at reading pace, whole words only, after a silence in which the
// face has answered already.
func TestWordsAppearAtReadingPace(t *testing.T) {
	d := atFirstBeat(t, screens.System{})
	if n := newest(d); n.Shown != -1 {
		t.Fatalf("before any time has passed %d runes are shown", n.Shown)
	}
	const step = 50 * time.Millisecond
	last, start := 0, 10*time.Second
	for now := start; ; now += step {
		moving := d.app.Tick(now) > 0
		n := newest(d)
		if n.Shown == 0 {
			if moving {
				t.Error("it still moves after the last word")
			}
			if took := now - start; took < time.Second || took > 20*time.Second {
				t.Errorf("the words took %v", took)
			}
			break
		}
		if n.Shown > 0 {
			if n.Shown < last {
				t.Fatal("words go away again")
			}
			last = n.Shown
			if r := []rune(n.Text); r[n.Shown] != ' ' {
				t.Fatalf("a word is cut: %q", string(r[:n.Shown]))
			}
		}
		if !moving {
			t.Fatal("nothing moves and words are missing")
		}
	}
	version := d.app.Version()
	for i := range 100 {
		if d.app.Tick(time.Minute+time.Duration(i)*step) != 0 {
			t.Fatal("a screen at rest moves")
		}
	}
	if d.app.Version() != version {
		t.Error("a screen at rest changes")
	}
}

func TestAnyKeyShowsAllWords(t *testing.T) {
	d := atFirstBeat(t, screens.System{})
	d.app.Tick(time.Second)
	d.app.Hurry()
	if n := newest(d); n.Shown != 0 {
		t.Errorf("%d runes are shown after a key", n.Shown)
	}
}

func TestLessMotionShowsAllWordsAtOnce(t *testing.T) {
	d := atFirstBeat(t, screens.System{LessMotion: true})
	if n := newest(d); n.Shown != 0 {
		t.Errorf("%d runes are shown with less motion", n.Shown)
	}
	if d.app.Tick(time.Second) != 0 {
		t.Error("something moves")
	}
}

// What appears, appears when a tick was told that it would, and not before: a
// screen is drawn then and need not be in between.
func TestATickTellsWhenMoreAppears(t *testing.T) {
	d := atFirstBeat(t, screens.System{})
	now, steps := time.Minute, 0
	for wait := d.app.Tick(now); wait != 0; steps++ {
		if wait < 0 {
			t.Fatalf("at %v more appears in %v", now, wait)
		}
		before := d.app.Version()
		if d.app.Tick(now + wait - 1); d.app.Version() != before {
			t.Fatalf("at %v: something appears before %v have passed", now, wait)
		}
		now += wait
		if wait = d.app.Tick(now); d.app.Version() == before {
			t.Fatalf("at %v nothing appears", now)
		}
	}
	if n := newest(d); n.Shown != 0 || steps != 2+len(strings.Fields(n.Text)) {
		t.Errorf("in %d steps %d runes of %q appear", steps, n.Shown, n.Text)
	}
}

// Silence is seen: before any word dots come one by one, and where the player
// chose to wait they take longer. Meanwhile the face has answered already.
func TestSilenceIsSeen(t *testing.T) {
	b := book(t)
	waiting := map[string]bool{}
	for _, beat := range b.Conversations[0].Beats {
		for _, r := range beat.Replies {
			waiting[r.Says] = r.Moves[0] == scenarios.Wait || r.Moves[1] == scenarios.Wait
		}
	}
	quiet := func(wait bool) (took time.Duration, ok bool) {
		d := &driver{t: t, book: b, kept: map[string]string{}}
		d.app = screens.New(b, screens.Options{Seed: func() uint64 { return 1 }})
		d.button("Start")
		d.button("Start")
		for range 40 {
			if d.app.Place() != screens.Talking {
				d.button("Continue")
				continue
			}
			before := d.must(view.Image, "").Picture
			waits := d.app.View().Find(func(n *view.Node) bool { return n.Digit > 0 && waiting[n.Text] })
			next := d.replies()[0]
			if wait && waits != nil {
				next = waits
			}
			d.button(next.Text)
			if d.app.Place() == screens.Ended {
				return 0, false
			}
			if d.app.Place() != screens.Talking || wait && waits == nil {
				continue
			}
			if n := newest(d); n.Shown != -1 {
				t.Fatalf("words are there at once: %d", n.Shown)
			}
			if now := d.must(view.Image, "").Picture; now.Speaking || now == before && wait {
				t.Errorf("before the words the face is as it was: %+v", now)
			}
			dots := []int{}
			for now := time.Duration(0); ; now += 20 * time.Millisecond {
				d.app.Tick(time.Second + now)
				n := newest(d).Shown
				if n >= 0 {
					if len(dots) != 3 || dots[0] != -1 || dots[2] != -3 {
						t.Errorf("silence was seen as %v", dots)
					}
					return now, true
				}
				if len(dots) == 0 || dots[len(dots)-1] != n {
					dots = append(dots, n)
				}
			}
		}
		return 0, false
	}
	said, ok := quiet(false)
	if !ok {
		t.Fatal("no reply was followed by words")
	}
	waited, ok := quiet(true)
	if !ok {
		t.Skip("on the first replies of this conversation nobody can wait")
	}
	if waited < said+500*time.Millisecond {
		t.Errorf("after words silence takes %v, after waiting %v", said, waited)
	}
}
