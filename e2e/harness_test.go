package e2e

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// A page on which everything the harness does can be told by what it then says.
const sample = `<!doctype html><html lang="en"><title>sample</title>
<style>.over { position: fixed; inset: 0 0 50% 0 } button { position: absolute; left: 10px }</style>
<main><h1>Sample</h1><p id="said" role="status">nothing</p>
<div role="group" aria-label="Your replies"><button style="top:300px" onclick="say('mouse or key')">Say it</button></div>
<button style="top:60px" onclick="say('covered')">Covered</button><div class="over"></div>
<button aria-hidden="true" style="top:340px">Unseen</button>
<button style="top:3000px" onclick="say('below')">Far below</button>
<script>
function say(s) { document.getElementById('said').textContent = s }
addEventListener('touchend', () => say('finger'))
</script>`

func TestHarness(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(sample)) }))
	defer server.Close()
	p := open(t, opening{url: server.URL})
	said := func(words string) {
		t.Helper()
		p.wait("the page to say "+words, func(tr tree) bool { return tr.one("status", "…").words() == words })
	}
	tr := p.see()
	if tr.has("button", "Unseen") || !tr.has("button", "Say it") || tr.has("button", "Say") || !tr.has("button", "Say…") {
		t.Errorf("the tree is\n%s", tr)
	}
	if g := tr.one("group", "Your replies"); g == nil || len(g.in("button")) != 1 {
		t.Errorf("the group's buttons: the tree is\n%s", tr)
	}
	p.push("Say it")
	said("mouse or key")
	p.push("Far below")
	said("below")
	p.eval("say('nothing'); scrollTo(0, 0)", nil)
	p.push("Covered")
	said("nothing")
	p.eval("document.body.focus()", nil)
	p.key(kb.Tab)
	if f := p.see().focus(); f == nil || f.role != "button" {
		t.Errorf("Tab led to %v", f)
	}
	p.eval("document.querySelector('[role=group] button').focus()", nil)
	p.key(kb.Enter)
	said("mouse or key")

	finger := open(t, opening{url: server.URL, touch: true, size: phone})
	finger.eval("document.querySelector('.over').remove()", nil)
	finger.push("Covered")
	finger.wait("a touch", func(tr tree) bool { w := tr.one("status", "…").words(); return w == "finger" || w == "covered" })
	var wide int
	finger.eval("innerWidth", &wide)
	if wide != int(phone.w) && wide != 980 { // 980: a page that says nothing of its width
		t.Errorf("the phone's page is %d wide", wide)
	}
}
