package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"earned/scenarios"
)

// offered is the name of a conversation's switch among what is offered.
func offered(t *testing.T, id string) string {
	t.Helper()
	b, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	c := b.Conversation(id)
	return c.Title + ", with " + b.Client(c.Client).Name
}

// A manager switches one conversation off and gives the link to a new hire, in
// whose browser it does the same: it is said, it is kept, the rest can be
// offered again, and nothing was sent by either.
func TestALinkCarriesWhatIsOffered(t *testing.T) {
	manager := open(t, opening{size: laptop})
	manager.push("Start")
	manager.wait("the brief", func(t tree) bool { return kind(t) == "start" && !t.has("heading", "Who you will meet") })
	manager.leaveTo("Settings", "Choose what is offered")
	manager.leaveTo("Choose what is offered", "Copy the link")
	manager.pressItem(manager.find("switch", offered(t, first)))
	link := ""
	manager.wait("the link", func(t tree) bool {
		for _, it := range t {
			if strings.Contains(it.name, "#offer=") {
				link = it.name
			}
		}
		return link != ""
	})
	if !strings.HasPrefix(link, address) || strings.Contains(link, first) {
		t.Fatalf("the link is %q", link)
	}
	manager.push("Copy the link")
	manager.wait("it to be said", func(t tree) bool { return t.says("The link is on the clipboard.") })
	manager.sound()

	hire := open(t, opening{size: laptop, fragment: link[len(address):]})
	hire.push("Start")
	second := "Forty-one lines"
	hire.wait("the first that is offered", func(t tree) bool { return t.has("heading", second) && kind(t) == "start" })
	var hash string
	if hire.eval("location.hash", &hash); hash != "" {
		t.Errorf("the address keeps %q, and a reload would choose again", hash)
	}
	hire.leaveTo("Clients", "About")
	hire.wait("it to be said", func(t tree) bool { return t.says("The link you opened chose what is offered here.") })
	hire.reload()
	hire.wait("9 to be offered still", func(t tree) bool { return t.says("9 of the 10 conversations are offered.") })
	hire.leaveTo("Settings", "Choose what is offered")
	hire.leaveTo("Choose what is offered", "Offer all of them")
	hire.pressItem(hire.find("button", "Offer all of them"))
	hire.wait("all to be offered", func(t tree) bool {
		it := t.one("switch", offered(hire.t, first))
		return it != nil && it.checked == "true"
	})
	hire.sound()
	for _, p := range []*page{manager, hire} {
		for _, asked := range p.requests() {
			if !strings.HasPrefix(asked, address) || strings.Contains(asked, "offer") && !strings.Contains(asked, "#offer") {
				t.Errorf("it was asked for %s", asked)
			}
		}
	}
}

// A link pasted into a page that is open already does the same.
func TestALinkIntoAnOpenPage(t *testing.T) {
	p := open(t, opening{})
	p.push("Play as text")
	p.wait("the brief", func(t tree) bool { return kind(t) == "start" && !t.has("heading", "Who you will meet") })
	p.leaveTo("Clients", "About")
	p.do("paste the link", chromedp.Navigate(address+"#offer=ten-to-two,her-call"))
	p.wait("it to be said", func(t tree) bool { return t.says("2 of the 10 conversations are offered.") })
	p.sound()
}

// The preparation before a meeting: what can be read, how many, and what was.
func TestScreensOfThePreparation(t *testing.T) {
	b, err := scenarios.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for i := range b.Conversations {
		c := &b.Conversations[i]
		if c.Prepare == 0 {
			continue
		}
		g := &gallery{page: open(t, opening{bypass: true, size: laptop, fragment: "#offer=" + c.ID}), composition: composition{prefix: "prepare-"}, shown: map[string]bool{}}
		g.push("Start")
		g.wait("the notes", func(t tree) bool { return t.has("heading", "Before you go") })
		g.show("unread")
		for n := range c.Prepare {
			g.pressItem(g.find("button", "Read it: "+c.Notes[n].Title))
			g.wait("the note", func(t tree) bool { return t.says(strings.Split(c.Notes[n].Text, "\n")[0]) })
		}
		if len(c.Notes) > c.Prepare && g.see().has("button", "Read it: "+c.Notes[c.Prepare].Title) {
			t.Errorf("%s: more can be read than there is time for", c.ID)
		}
		g.show("read")
		g.sound()
		return
	}
	t.Error("before no conversation is anything to be read")
}
