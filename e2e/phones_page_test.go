package e2e

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The phones' page itself: to the ear, to axe-core, on small screens.

// By ear and by keyboard: a group named by its question, what happens is said,
// and the focus stays where it was unless that is gone.
func TestByEarAndByKeyboard(t *testing.T) {
	h := newHall(t)
	p := h.seated(t, opening{bypass: true})
	h.ask(asked, answers...)
	tr := p.heads(asked)
	if g := tr.one("group", asked); g == nil || len(g.in("radio")) != 3 {
		t.Fatalf("the answers are no group named by the question:\n%s", tr)
	}
	if s := tr.one("status", "…"); s == nil || s.words() != "There is a question for you." {
		t.Errorf("the question is not announced:\n%s", tr)
	}
	p.accessible("a question")
	p.eval(`document.querySelector('input[type=radio]').focus()`, nil)
	p.key(kb.ArrowDown)
	p.key(kb.ArrowDown)
	focus := func(role, name string) {
		t.Helper()
		p.wait("focus on "+name, func(tr tree) bool { f := tr.focus(); return f != nil && f.role == role && f.name == name })
	}
	focus("radio", "C "+answers[2])
	h.do(`{"do":"lock"}`) // another state is sent, and nothing moves
	p.wait("the other state", func(tree) bool {
		var locked bool
		p.do("ask", chromedp.Evaluate(`fetch(location.pathname + '?state').then(r => r.json()).then(s => !!s.locked)`, &locked, awaited))
		return locked
	})
	focus("radio", "C "+answers[2])
	if r := p.see().one("radio", "C "+answers[2]); r.checked != "true" {
		t.Error("the choice half made is gone")
	}
	p.key(kb.Tab)
	focus("button", "Send")
	p.key(kb.Enter)
	focus("heading", "Counted")
	if s := p.see().one("status", "…"); s == nil || s.words() != "Your answer is counted." {
		t.Errorf("that it counted is not announced:\n%s", p.see())
	}
	p.accessible("counted")
	h.counted(0, 0, 1)
}

// axe finds nothing, in any state, dark, light and with more contrast.
func TestThePhonesPageIsAccessible(t *testing.T) {
	h := newHall(t)
	for name, o := range map[string]opening{"dark": {}, "light": {}, "contrast": {contrast: true, dark: true}} {
		o.bypass = true
		p := h.phone(t, o)
		p.heads("Take a seat")
		if name == "light" {
			p.push("Lighter")
			p.find("button", "Darker")
		}
		p.pressItem(p.find("DisclosureTriangle", "What is kept?"))
		p.accessible(name + ": to take a seat")
		p.push("Take a seat")
		p.heads("Look up")
		h.ask(asked, answers...)
		p.heads(asked)
		p.pressItem(p.find("radio", "A "+answers[0]))
		p.accessible(name + ": a question")
		p.shoot("phone-" + name)
		p.push("Send")
		p.heads("Counted")
		p.accessible(name + ": counted")
		h.do(`{"do":"close"}`)
		h.do(`{"do":"reveal"}`)
		p.wait("the reveal", func(tr tree) bool { return tr.says("What the room answered is on the wall.") })
	}
}

// Nothing is cut or to be scrolled sideways, on a small phone and with letters
// twice as large; what is pressed is large enough for a thumb.
func TestThePhonesPageFits(t *testing.T) {
	h := newHall(t)
	for name, s := range map[string]size{"phone": phone, "small": {320, 568}, "lying": {844, 390}} {
		p := h.phone(t, opening{size: s})
		p.push("Take a seat")
		h.ask(asked, append(answers, "Unabhängigkeitserklärungsverfahrensbeschleunigungsgesetz")...)
		p.heads(asked)
		for _, root := range []string{"100%", "225%"} { // of what the phone's own setting makes of 16
			p.eval(`document.documentElement.style.fontSize = '`+root+`'`, nil)
			var wide float64
			var small []string
			p.eval(`document.documentElement.scrollWidth - innerWidth`, &wide)
			p.eval(`[...document.querySelectorAll('button, .offer, summary, input[type=text]')].filter(e => e.offsetParent && (e.getBoundingClientRect().height < 44 || e.getBoundingClientRect().width < 44)).map(e => e.outerHTML)`, &small)
			if wide > 0 {
				t.Errorf("%s at %s: %.0f px lie beyond the edge", name, root, wide)
			}
			for _, e := range small {
				t.Errorf("%s at %s: too small for a thumb: %s", name, root, e)
			}
		}
		p.shoot("phone-" + name + "-225")
		h.do(`{"do":"close"}`)
	}
}
