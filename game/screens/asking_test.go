package screens_test

import (
	"strings"
	"testing"

	"earned/game/screens"
	"earned/game/view"
)

// The player's own reading is asked for in words, kept, and set beside the
// truth in the debrief; it may be passed over.
func TestHowIsItGoing(t *testing.T) {
	for _, answer := range []string{"", "They trust me"} {
		d := open(t, book(t), "")
		d.button("Start")
		d.button("Start")
		asked := 0
		for d.app.Place() != screens.Ended {
			switch r := d.replies(); {
			case len(r) > 0:
				d.button(r[0].Text)
			case d.app.Place() == screens.Asking && answer != "" && asked == 0:
				asked++
				d.must(view.RadioGroup, "How is it going?")
				d.press(view.Radio, answer)
				if !d.must(view.Radio, answer).On {
					t.Fatal("the answer is not shown as chosen")
				}
				d.button("Continue")
			default:
				d.button("Continue")
			}
		}
		if answer != "" && asked == 0 {
			t.Fatal("the player is never asked")
		}
		d.button("Continue")
		var lines []string
		for _, l := range d.chart().Lines {
			lines = append(lines, l.Name)
		}
		if drawn := strings.Contains(strings.Join(lines, ","), "How you read it"); drawn != (answer != "") {
			t.Errorf("answered %q: the chart holds %q", answer, lines)
		}
	}
}

// P12: the player answers as the client, and the debrief sets it beside the
// truth; the conversation can be read from the client's side, and left again.
func TestP12TheirChair(t *testing.T) {
	d := open(t, book(t), "")
	d.button("Start")
	d.button("Start")
	d.play(first)
	d.press(view.Radio, "Perhaps")
	d = d.again()
	if !d.must(view.Radio, "Perhaps").On {
		t.Fatal("the answer is not kept")
	}
	d.button("Continue")
	if !strings.Contains(dump(d.app.View()), "chair you answered “Perhaps”") {
		t.Error("the debrief says nothing of the answer")
	}
	rows := tableOf(d)
	d.button("Their chair")
	if !strings.Contains(dump(d.app.View()), "They say: ") {
		t.Error("the client's side does not say what they heard")
	}
	d.button("Back to the debrief")
	if tableOf(d) != rows {
		t.Error("the debrief has changed")
	}
}

// P12: who passed the question by at the ending is asked it before the
// conversation is told from the client's side.
func TestP12TheQuestionComesFirst(t *testing.T) {
	d := open(t, book(t), "")
	d.toDebrief(first)
	d.button("Their chair")
	said := dump(d.app.View())
	ask, told := strings.Index(said, "Would I buy from this person?"), strings.Index(said, "They say: ")
	if ask < 0 || told < ask {
		t.Fatalf("it is asked at %d and told at %d:\n%s", ask, told, said)
	}
	d.press(view.Button, "No") // arrows would have answered by themselves
	focused := d.app.View().Find(func(n *view.Node) bool { return n.Focus && strings.Contains(n.Text, "chair you answered “No”") })
	if focused == nil {
		t.Error("focus does not go to what was answered")
	}
	if said := dump(d.app.View()); strings.Contains(said, "Would I buy") || !strings.Contains(said, "chair you answered “No”") {
		t.Errorf("the answer is not set beside the truth:\n%s", said)
	}
	d = d.again()
	d.button("Back to the debrief")
	if !strings.Contains(dump(d.app.View()), "chair you answered “No”") {
		t.Error("the debrief says nothing of the answer")
	}
}

// R10: the circle counts relationships and shows whom one has met.
func TestR10TheCircle(t *testing.T) {
	d := open(t, book(t), "")
	if d.has("Your circle") {
		t.Error("there is a circle before anyone was met")
	}
	d.toDebrief(first)
	d.button("Clients")
	d.button("Your circle")
	people := d.must(view.List, "Your circle")
	if len(people.Children) != 1 {
		t.Errorf("the circle holds %d people after one conversation", len(people.Children))
	}
	sound(t, d.app.View())
	d.button("Back")
	d.must(view.Heading, "Earned")
}
