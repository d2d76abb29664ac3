package e2e

import (
	"bytes"
	"context"
	"encoding/base64"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// debriefed plays to the debrief.
func debriefed(t *testing.T, start string) *walker {
	t.Helper()
	p := open(t, opening{size: laptop})
	p.push(start)
	p.wait("the game to be here", func(t tree) bool { return kind(t) == "start" && !t.has("heading", "Who you will meet") })
	wk := &walker{page: p, way: askingWay(t), press: pointer}
	wk.walk(nil)
	return wk
}

// The debrief is kept as a picture: a download, with all of it on one sheet.
func TestDebriefAsPicture(t *testing.T) {
	p := debriefed(t, "Start")
	name, png := p.download("Save as a picture", "The picture is among your downloads")
	if name != "earned-"+first+".png" {
		t.Errorf("it is kept as %q", name)
	}
	if err := os.WriteFile(filepath.Join(shots(), "picture.png"), png, 0o644); err != nil {
		t.Fatal(err)
	}
	img, _, err := image.Decode(bytes.NewReader(png))
	if err != nil {
		t.Fatal(err)
	}
	b := img.Bounds()
	if b.Dx() < 1600 || b.Dy() < 1000 {
		t.Errorf("it is %d by %d", b.Dx(), b.Dy())
	}
	for y := range 4 { // nowhere is a quarter of it empty
		part := image.Rect(0, b.Dy()*y/4, b.Dx(), b.Dy()*(y+1)/4)
		if colours, most := palette(img, part, 2); colours < 12 || most > 0.985 {
			t.Errorf("%v of it has %d colours, one of them on %.1f %%", part, colours, 100*most)
		}
	}
	p.sound()
}

// download presses a button and returns the file that the browser is given to
// keep, once the page has said so.
func (p *page) download(button, says string) (name string, body []byte) {
	p.t.Helper()
	p.eval(`globalThis.kept = []; if (!globalThis.keeping) { globalThis.keeping = true; const real = URL.createObjectURL;
		URL.createObjectURL = b => { kept.push(b); return real.call(URL, b) };
		HTMLAnchorElement.prototype.click = function () { kept.push(this.download) } } 0`, nil)
	p.push(button)
	p.wait("it to be said", func(t tree) bool { return t.says(says) })
	p.wait("the file", func(tree) bool {
		var n int
		p.eval("kept.length", &n)
		return n == 2
	})
	var data string
	p.eval("kept[1]", &name)
	p.do("read the file", chromedp.Evaluate(`new Promise(done => { const r = new FileReader(); r.onload = () => done(r.result.split(',')[1]); r.readAsDataURL(kept[0]) })`, &data, awaited))
	body, err := base64.StdEncoding.DecodeString(data)
	if err != nil {
		p.t.Fatal(err)
	}
	return name, body
}

// paper is what a printer would be given.
func (p *page) paper() (words string, charts int) {
	p.t.Helper()
	p.eval("dispatchEvent(new Event('beforeprint')); document.getElementById('paper').textContent", &words)
	p.eval("document.querySelectorAll('#paper svg').length", &charts)
	return words, charts
}

// Printed, the debrief is whole: every reply opened, and the curve, drawn. The
// screen is then as it was. It is so from text mode too.
func TestDebriefPrinted(t *testing.T) {
	for _, start := range []string{"Start", "Play as text"} {
		p := debriefed(t, start)
		p.eval("globalThis.asked = 0; globalThis.print = () => { asked++ }; 0", nil)
		p.push("Print")
		p.wait("the browser to be asked", func(tree) bool {
			var n int
			p.eval("asked", &n)
			return n == 1
		})
		before := p.see().String()
		words, charts := p.paper()
		for _, r := range p.replies {
			if !strings.Contains(words, r) {
				t.Errorf("%s: on paper the reply %q is missing", start, r)
			}
		}
		for _, w := range []string{p.ending.Title, "What else you could have said", "How much", "This run as a code"} {
			if !strings.Contains(words, w) {
				t.Errorf("%s: on paper %q is missing", start, w)
			}
		}
		if charts != 1 {
			t.Errorf("%s: on paper there are %d curves", start, charts)
		}
		p.print("printed-" + strings.ReplaceAll(start, " ", "-"))
		var left int
		p.eval("dispatchEvent(new Event('afterprint')); document.getElementById('paper').childElementCount", &left)
		if left != 0 {
			t.Errorf("%s: %d elements stay on the paper", start, left)
		}
		if after := p.see().String(); after != before {
			t.Errorf("%s: printing changed the screen:\n%s\nit was\n%s", start, after, before)
		}
		p.sound()
	}
}

// print writes what comes out of the printer to e2e/shots/<name>.pdf, and holds
// that it is some sheets and not none.
func (p *page) print(name string) {
	p.t.Helper()
	var pdf []byte
	p.do("print", chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = cdppage.PrintToPDF().WithPreferCSSPageSize(true).WithPaperWidth(8.27).WithPaperHeight(11.69).Do(ctx)
		return err
	}))
	if err := os.WriteFile(filepath.Join(shots(), name+".pdf"), pdf, 0o644); err != nil {
		p.t.Fatal(err)
	}
	if n := bytes.Count(pdf, []byte("/Type /Page\n")); n < 2 || n > 10 {
		p.t.Errorf("%s: it is printed on %d sheets", name, n)
	}
}
