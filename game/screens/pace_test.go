package screens_test

import (
	"testing"
	"time"

	"earned/game/screens"
	"earned/game/view"
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
		moving := d.app.Tick(now)
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
		if d.app.Tick(time.Minute + time.Duration(i)*step) {
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
	if d.app.Tick(time.Second) {
		t.Error("something moves")
	}
}
