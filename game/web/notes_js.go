package web

import (
	"syscall/js"

	"earned/game/view"
)

// Notes is a second window, for the screen that the room does not see. What it
// shows is a tree like any other, mirrored in words.
type Notes struct {
	*mirror
	heard NotesHeard
	state NotesState
	told  map[string]any // what the window calls
}

// NotesHeard is what the window tells of.
type NotesHeard struct {
	Press  func(a view.Action)
	Type   func(a view.Action, text string)
	Key    func(key string, onButton bool) bool
	Closed func()
}

// NotesState is how the window stands.
type NotesState uint8

// How it may stand.
const (
	NotesNever NotesState = iota
	NotesOpen
	NotesBlocked
	NotesClosed
)

// NewNotes is a window that is not open yet.
func NewNotes(heard NotesHeard) *Notes {
	n := &Notes{heard: heard}
	n.told = map[string]any{
		"press": n.on(func(i int, _ js.Value) { n.heard.Press(n.now[i].node.Press) }),
		"type": n.on(func(i int, text js.Value) {
			n.typed(i, text.String())
			n.heard.Type(n.now[i].node.Press, text.String())
		}),
		"key":    n.key(),
		"closed": handler(func(js.Value) { n.state = NotesClosed; n.heard.Closed() }),
	}
	return n
}

// Stands is how the window stands.
func (n *Notes) Stands() NotesState { return n.state }

// Open opens the window, or brings it to the front. It must be called while a
// press is being handled, or the browser refuses.
func (n *Notes) Open() {
	if !page.Truthy() {
		return
	}
	if n.state == NotesOpen {
		page.Call("notesFront")
		return
	}
	n.mirror = newMirror(Plain, notesID, "n")
	n.state = NotesBlocked
	if page.Call("notesOpen", n.told).Bool() {
		n.state = NotesOpen
	}
}

const notesID = "notes"

// on hears what is done with an element of the window, by its id.
func (n *Notes) on(f func(i int, value js.Value)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		Guard(func() {
			if i := n.index(args[0].String()); i >= 0 && !n.now[i].node.Disabled && n.now[i].node.Press != "" {
				f(i, args[1])
			}
		})
		return nil
	})
}

func (n *Notes) key() js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		used := false
		Guard(func() { used = n.heard.Key(args[0].String(), args[1].Bool()) })
		return used
	})
}

// Put makes the window show a tree.
func (n *Notes) Put(root *view.Node) {
	placed := flat(root)
	now := plan(placed, Plain, Room{})
	for i := range now { // it never takes the keyboard from the other window
		bare := *now[i].node
		bare.Focus = false
		now[i].node = &bare
	}
	if do, _ := n.update(placed, now); do != "" {
		tell("notesApply", do)
	}
}
