package screens_test

import (
	"fmt"
	"strings"
	"testing"

	"earned/game/screens"
	"earned/game/view"
)

func line(n *view.Node) string {
	return fmt.Sprintf("%d %s %q %q press=%s on=%v digit=%d shown=%d", n.Role, n.Key, n.Name, n.Text, n.Press, n.On, n.Digit, n.Shown)
}

// Issue A: from Start to the debrief by role and name alone.
func TestAConversationFromStartToDebrief(t *testing.T) {
	d := open(t, book(t), "")
	d.must(view.Heading, "Earned")
	d.button("Start")
	d.must(view.Heading, "What you want today")
	d.button("Start")
	d.button("Continue") // the scene
	d.must(view.Log, "Conversation")
	client := d.must(view.Image, "")
	if !strings.HasPrefix(client.Name, "Client: ") || len(client.Name) < len("Client: ")+10 {
		t.Errorf("the client's picture is named %q", client.Name)
	}
	said := d.play(first)
	d.button("Continue")
	region := d.must(view.Region, "Debrief")
	table := region.Find(func(n *view.Node) bool { return n.Role == view.Table })
	if table == nil {
		t.Fatal("the debrief holds no table")
	}
	if got := len(table.Children) - 1; got != len(said) {
		t.Errorf("the table has %d rows for %d replies", got, len(said))
	}
	for i, s := range said {
		row := table.Children[i+1]
		if len(row.Children) != 3 || !strings.HasSuffix(row.Children[0].Label(), s) {
			t.Errorf("row %d is %q, want the reply %q", i, row.Label(), s)
		}
	}
	d.must(view.Button, "What if")
	d.must(view.Button, "Play again")
}

// What is shown while the conversation goes on names no trust.
func TestNoMeterDuringAConversation(t *testing.T) {
	d := open(t, book(t), "")
	d.button("Start")
	d.button("Start")
	for d.app.Place() != screens.Ended {
		tree := dump(d.app.View())
		for _, word := range []string{"of 100", "meter", "%"} {
			if strings.Contains(tree, word) {
				t.Fatalf("the conversation says %q:\n%s", word, tree)
			}
		}
		if r := d.replies(); len(r) > 0 {
			d.button(r[len(r)-1].Text)
		} else {
			d.button("Continue")
		}
	}
}

// The last thing said is in the log, and so is all before it.
func TestTheLogHoldsAllThatWasSaid(t *testing.T) {
	d := open(t, book(t), "")
	d.button("Start")
	d.button("Start")
	d.button("Continue")
	var said []string
	for len(d.replies()) > 0 {
		log := d.must(view.Log, "Conversation").Label()
		_ = log
		text := dump(d.must(view.Log, "Conversation"))
		for _, s := range said {
			if !strings.Contains(text, fmt.Sprintf("%q", s)) {
				t.Fatalf("the log has lost %q", s)
			}
		}
		r := d.replies()[0].Text
		said = append(said, r)
		d.button(r)
	}
}
