package web

import "syscall/js"

// Album takes the pixels of a picture to be kept: rows are put into it a band at a time, so
// that all of it is never in the game's own memory, which is not given back.
type Album struct {
	data js.Value // an ImageData
	w, h int
}

// NewAlbum is an empty picture of so many pixels.
func NewAlbum(w, h int) *Album {
	return &Album{data: js.Global().Get("ImageData").New(w, h), w: w, h: h}
}

// Put puts rows of RGBA bytes into the picture, the first at row y.
func (a *Album) Put(y int, rgba []byte) {
	from := 4 * a.w * y
	js.CopyBytesToJS(a.data.Get("data").Call("subarray", from, from+len(rgba)), rgba)
}

// Save has the browser keep the picture as <name>.png, as it keeps whatever is
// downloaded, and tells how that went.
func (a *Album) Save(name string, done func(ok bool)) {
	doc := js.Global().Get("document")
	canvas := doc.Call("createElement", "canvas")
	canvas.Set("width", a.w)
	canvas.Set("height", a.h)
	canvas.Call("getContext", "2d").Call("putImageData", a.data, 0, 0)
	var made js.Func
	made = handler(func(blob js.Value) {
		made.Release()
		if !blob.Truthy() {
			done(false)
			return
		}
		url := js.Global().Get("URL").Call("createObjectURL", blob)
		link := doc.Call("createElement", "a")
		link.Set("href", url)
		link.Set("download", name+".png")
		link.Call("click")
		after(10_000, func() { js.Global().Get("URL").Call("revokeObjectURL", url) })
		done(true)
	})
	canvas.Call("toBlob", made, "image/png")
}
