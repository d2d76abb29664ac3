package screens_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"earned/game/screens"
	"earned/game/view"
)

// A broken save opens the game, says so, and is set aside unchanged; cutting
// or changing it anywhere is noticed.
func TestABrokenSaveIsSetAsideAndSaid(t *testing.T) {
	b := book(t)
	d := open(t, b, "")
	d.toDebrief(first)
	good := d.kept[screens.Key]
	rapid.Check(t, func(r *rapid.T) {
		broken := []byte(good)
		switch i := rapid.IntRange(0, len(broken)-1).Draw(r, "at"); rapid.IntRange(0, 2).Draw(r, "how") {
		case 0:
			broken = broken[:i]
		case 1:
			broken[i] ^= byte(rapid.IntRange(1, 255).Draw(r, "flip"))
		default:
			broken = append(broken[:i:i], broken[i+1:]...)
		}
		if string(broken) == good || len(broken) == 0 {
			return
		}
		n := open(t, b, string(broken))
		if n.app.Place() != screens.Noticed {
			r.Fatalf("a broken save is not noticed:\n%q", broken)
		}
		if n.kept[screens.KeyBroken] != string(broken) {
			r.Fatalf("what was kept is not set aside unchanged: %q", n.kept[screens.KeyBroken])
		}
		n.button("Continue")
		n.must(view.Heading, "Earned")
	})
}

// Any text at all as a save opens the game.
func TestAnySaveOpens(t *testing.T) {
	b := book(t)
	rapid.Check(t, func(r *rapid.T) {
		sound(r, open(t, b, rapid.String().Draw(r, "save")).app.View())
	})
}

// A save that is well formed and speaks of runs that make no sense opens too,
// and what cannot go on is set aside.
func TestARunThatCannotGoOn(t *testing.T) {
	b := book(t)
	d := open(t, b, "")
	d.button("Start")
	d.button("Start")
	d.button("Continue")
	d.button(d.replies()[0].Text)
	code := d.app.Code()
	other := *b
	other.Conversations = append(other.Conversations[:0:0], b.Conversations...)
	other.Conversations[0].ID = "rewritten"
	n := open(t, &other, d.kept[screens.Key])
	n.must(view.Heading, "Something kept here could not be read")
	if n.kept[screens.KeyBroken] != code {
		t.Errorf("set aside is %q, want the run %q", n.kept[screens.KeyBroken], code)
	}
	n.button("Continue")
	n.must(view.Heading, "Earned")
}

// One press deletes everything, says so, and leaves nothing to come back.
func TestDeleteWhatIsKept(t *testing.T) {
	d := open(t, book(t), "")
	d.toDebrief(first)
	d.button("Settings")
	d.button("Delete what is kept here")
	d.must(view.Status, "Everything that was kept here has been deleted.")
	if len(d.kept) != 0 {
		t.Fatalf("still kept: %q", d.kept)
	}
	d.button("Back")
	if len(d.kept) != 0 {
		t.Fatalf("kept again without anything new: %q", d.kept)
	}
	d.must(view.Heading, "Earned")
	if d.has("Continue") || d.has("Debrief of last time") {
		t.Error("the title still knows of a conversation")
	}
}

// What was chosen and not yet given when everything is deleted is deleted, too.
func TestDeleteWhatWasChosen(t *testing.T) {
	d := open(t, book(t), "")
	d.button("Start")
	d.button("Start")
	for d.find(view.Radio, "They trust me") == nil {
		if rs := d.replies(); len(rs) > 0 {
			d.button(rs[0].Text)
		} else {
			d.button("Continue")
		}
	}
	d.press(view.Radio, "They trust me")
	d.button("Settings")
	d.button("Delete what is kept here")
	d.button("Back")
	if len(d.kept) != 0 {
		t.Fatalf("kept again without anything new: %q", d.kept)
	}
}

// Eighteen recorded runs and everything else stay small.
func TestTheSaveStaysSmall(t *testing.T) {
	d := open(t, book(t), "")
	d.toDebrief(first)
	for range 17 {
		d.button("Play again")
		d.button("Start")
		d.play(first)
		d.button("Continue")
	}
	if n := strings.Count(d.kept[screens.Key], "\nrun "); n != 18 {
		t.Fatalf("%d runs are kept, want 18", n)
	}
	if n := len(d.kept[screens.Key]); n > 4200 {
		t.Errorf("the save is %d bytes", n)
	}
}

// When the text has changed since, the recorded ending stands, and the debrief
// says so.
func TestARecordedEndingStands(t *testing.T) {
	b := book(t)
	d := open(t, b, "")
	d.toDebrief(first)
	rowsBefore := tableOf(d)
	changed := *b
	changed.Conversations = append(changed.Conversations[:0:0], b.Conversations...)
	changed.Conversations[0].Hash ^= 1
	n := open(t, &changed, d.kept[screens.Key])
	n.must(view.Region, "Debrief")
	if !strings.Contains(dump(n.app.View()), "Your ending stands as it was recorded") {
		t.Errorf("the debrief does not say that the conversation has changed:\n%s", dump(n.app.View()))
	}
	if got := tableOf(n); got != rowsBefore {
		t.Errorf("the moments differ:\n%s\nwere:\n%s", got, rowsBefore)
	}
	n.button("What if")
}
