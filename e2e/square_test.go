package e2e

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// square reads the QR code of that name off the picture of the page, as a
// camera does.
func (p *page) square(role, name string) string {
	p.t.Helper()
	b := p.boxOf(p.find(role, name))
	var shot []byte
	p.do("take a picture of "+name, chromedp.ActionFunc(func(ctx context.Context) (err error) {
		shot, err = cdppage.CaptureScreenshot().Do(ctx)
		return err
	}))
	all, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		p.t.Fatal(err)
	}
	part := all.(interface {
		SubImage(image.Rectangle) image.Image
	}).SubImage(image.Rect(int(b.x), int(b.y), int(b.x+b.w), int(b.y+b.h)))
	text, err := readSquare(part)
	if err != nil {
		p.shoot("failed-square")
		p.t.Fatalf("%s cannot be read at %+v: %v; e2e/shots/failed-square.png shows the page", name, b, err)
	}
	return text
}

// readSquare finds a QR code in a picture.
func readSquare(picture image.Image) (string, error) {
	bits, err := gozxing.NewBinaryBitmapFromImage(picture)
	if err != nil {
		return "", err
	}
	found, err := qrcode.NewQRCodeReader().Decode(bits, nil)
	if err != nil {
		return "", err
	}
	return found.GetText(), nil
}

// The square is dark on light for every camera, also where the page is dark.
func TestTheSquareIsReadFromThePicture(t *testing.T) {
	h := newHall(t)
	for name, dark := range map[string]bool{"light": false, "dark": true} {
		p := open(t, opening{url: h.url + "check/", size: projector, dark: dark})
		p.until("the square", `document.getElementById('square').complete && document.getElementById('square').naturalWidth > 0`)
		var says string
		p.eval(`document.getElementById('address').textContent`, &says)
		if got := p.square("image", "A QR code of the address below."); got != says {
			t.Errorf("%s: the square holds %q, the page says %q", name, got, says)
		}
	}
	blank, err := os.ReadFile(open(t, opening{url: "data:text/html,<title>x</title>"}).shoot("square-none"))
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(blank))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := readSquare(picture); err == nil {
		t.Errorf("on an empty page the reader finds %q", got)
	}
}
