package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// violation is one of axe-core's findings.
type violation struct {
	ID, Help, Impact string
	Nodes            []struct{ HTML, FailureSummary string }
}

// axe runs axe-core over the page as it stands; the page must have been opened
// with its content policy bypassed, since axe-core is put into it.
func (p *page) axe() []violation {
	p.t.Helper()
	source, err := os.ReadFile(filepath.Join(checkout, "e2e", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		p.t.Fatalf("axe-core is missing; make e2e installs it: %v", err)
	}
	var there bool
	p.eval("typeof axe !== 'undefined'", &there)
	if !there {
		p.do("put axe-core into the page", chromedp.Evaluate(string(source)+";0", nil))
	}
	var found []violation
	p.do("run axe-core", chromedp.Evaluate(
		`axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => ({id: v.id, help: v.help, impact: v.impact || '',
			nodes: v.nodes.map(n => ({html: n.html, failureSummary: n.failureSummary || ''}))})))`,
		&found, awaited))
	return found
}

// awaited makes an evaluation wait for the promise that it comes to.
func awaited(e *runtime.EvaluateParams) *runtime.EvaluateParams { return e.WithAwaitPromise(true) }

// accessible fails the test for everything axe-core finds on the screen, and
// for what it does not look for: a canvas that assistive technology meets, or
// one without words beside it.
func (p *page) accessible(screen string) {
	p.t.Helper()
	for _, v := range p.axe() {
		var where []string
		for _, n := range v.Nodes {
			where = append(where, n.HTML+"\n      "+n.FailureSummary)
		}
		p.t.Errorf("%s: axe-core: %s (%s): %s\n    %s", screen, v.ID, v.Impact, v.Help, strings.Join(where, "\n    "))
	}
	for _, fault := range p.twinFaults() {
		p.t.Errorf("%s: %s", screen, fault)
	}
}

// twinFaults is what axe-core does not see: whether every canvas is hidden
// from assistive technology, out of the Tab order, and has a twin with a
// heading and something to press.
func (p *page) twinFaults() []string {
	p.t.Helper()
	var canvases []struct {
		Hidden   bool
		TabIndex int
	}
	p.eval(`[...document.querySelectorAll('canvas')].filter(c => c.checkVisibility({visibilityProperty: true})).map(c => ({
		hidden: !!c.closest('[aria-hidden=true]'), tabIndex: c.tabIndex}))`, &canvases)
	var faults []string
	for _, c := range canvases {
		if !c.Hidden {
			faults = append(faults, "a canvas is not hidden from assistive technology")
		}
		if c.TabIndex >= 0 {
			faults = append(faults, "a canvas is in the Tab order")
		}
	}
	t := p.see()
	if t.one("heading", "…") == nil {
		faults = append(faults, "the screen has no heading")
	}
	if t.one("button", "…") == nil && t.one("link", "…") == nil {
		faults = append(faults, "nothing on the screen can be pressed")
	}
	return faults
}

// The tools must be able to fail: a page with known faults, and one without.
func TestAxeAndTwinFindWhatIsWrong(t *testing.T) {
	bad := open(t, opening{bypass: true, url: "data:text/html,<html lang=en><title>x</title><main><canvas tabindex=1></canvas><img src='data:,'><button></button></main>"})
	ids := map[string]bool{}
	for _, v := range bad.axe() {
		ids[v.ID] = true
	}
	for _, want := range []string{"image-alt", "button-name"} {
		if !ids[want] {
			t.Errorf("axe-core did not find %s; it found %v", want, ids)
		}
	}
	if faults := bad.twinFaults(); len(faults) != 3 { // not hidden, in the Tab order, no heading
		t.Errorf("our own check found %q", faults)
	}
	good := open(t, opening{bypass: true, url: "data:text/html,<html lang=en><title>x</title><main><h1>A</h1><canvas aria-hidden=true tabindex=-1></canvas><button>B</button></main>"})
	good.accessible("a page without faults")
}
