package e2e

import (
	"slices"
	"testing"

	"github.com/chromedp/cdproto/network"
)

// Where the game does not come in at all, that is said; what is here can be
// read, what was pressed is kept, and it can be fetched once more.
func TestTheGameDoesNotComeIn(t *testing.T) {
	p := open(t, opening{url: "about:blank", script: hearing})
	p.withoutGame()
	p.begin(3)
	tr := p.wait("the failure to be said", func(t tree) bool {
		return t.says("The game could not be fetched. Check the connection and load the page again.") && t.has("button", "Try again")
	})
	shown := tr.replies()
	if len(shown) < 2 || len(tr.one("log", "Conversation").words()) < 100 {
		t.Errorf("the words cannot be read:\n%s", tr)
	}
	p.push(shown[0])
	if t := p.see(); !t.has("button", "Try again") || !t.says("Check the connection") {
		p.t.Errorf("once something waits for the game, it is no longer said that it does not come:\n%s", t)
	}
	for _, want := range []string{"The game could not be fetched. Check the connection and load the page again.", "Your answer is kept."} {
		if all := p.aloud(); !slices.Contains(all, want) {
			t.Errorf("said aloud is %q, not %q", all, want)
		}
	}
	p.do("let it come in", network.SetBlockedURLs())
	p.push("Try again")
	p.wait("the game to be here", func(tree) bool { return p.here() })
	if t := p.see(); t.says("Check the connection") {
		p.t.Errorf("the failure is still said:\n%s", t)
	}
	if run, _ := p.run(); len(run.Replies) != 1 {
		t.Errorf("the run that is kept has the replies %q, not one", run.Replies)
	}
}

// withoutGame goes to the page, whose game cannot be fetched.
func (p *page) withoutGame() {
	p.t.Helper()
	p.do("keep the game away", network.SetBlockedURLs().WithURLPatterns([]*network.BlockPattern{{URLPattern: "*://*:*/earned.wasm", Block: true}}))
	p.visit()
}

// Without the script that fetches the game it is said, too, and aloud.
func TestTheLoaderDoesNotComeIn(t *testing.T) {
	p := open(t, opening{url: "about:blank", script: hearing})
	p.do("keep the loader away", network.SetBlockedURLs().WithURLPatterns([]*network.BlockPattern{{URLPattern: "*://*:*/page/boot.js", Block: true}}))
	p.visit()
	const says = "The game could not be fetched. Check the connection and load the page again; what is here can be read."
	p.says(says)
	if all := p.aloud(); !slices.Contains(all, says) {
		t.Errorf("said aloud is %q", all)
	}
}

// Who waits for the game on the first screen can use that again where the game
// cannot be fetched.
func TestTheFirstScreenCanBePressedAgain(t *testing.T) {
	for button, mode := range map[string]string{"Start": "canvas", "Play as text": "text"} {
		t.Run(button, func(t *testing.T) {
			p := open(t, opening{url: "about:blank", script: "if (location.host) localStorage.setItem('earned', '')"}) // somebody who has been here
			p.withoutGame()
			p.says("The game could not be fetched.")
			for _, b := range []string{"Play as text", "Start"} {
				p.push(b)
				p.isTrue("the press to be given up", "!document.querySelector('.pressed')")
			}
			p.do("let it come in", network.SetBlockedURLs())
			p.push(button)
			p.isTrue("the game to be here as "+mode, "document.body.dataset.mode === '"+mode+"'")
			p.find("heading", firstHeadings(t)[0])
		})
	}
}

// What is no game, as a portal answers that wants one to sign in first, is said
// in the same words.
func TestWhatComesInIsNoGame(t *testing.T) {
	p := open(t, opening{script: `const real = fetch; globalThis.fetch = (what, ...how) =>
		what === 'earned.wasm' ? Promise.resolve(new Response('<p>Sign in', { headers: { 'Content-Type': 'text/html' } })) : real(what, ...how)`})
	p.wait("it to be said", func(t tree) bool {
		return t.one("status", "…").words() == "The game could not be fetched. Check the connection and load the page again."
	})
}
