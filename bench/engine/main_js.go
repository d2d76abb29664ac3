// Command engine is the rules in the browser without the game around them: it
// gives a page what bench measures there.
package main

import (
	"runtime"
	"strconv"
	"syscall/js"

	"earned/bench/games"
	"earned/game/odds"
	"earned/game/talk"
	"earned/internal/generate"
	"earned/scenarios"
)

func main() {
	talks := map[string]*talk.Talk{}
	find := func(v js.Value) *talk.Talk { return talks[v.String()] }
	// ready makes a conversation ready to be held: a shipped one by its id, one
	// made up by its number of beats.
	export("ready", func(args []js.Value) any {
		t, err := conversation(args[0].String())
		if err != nil {
			return err.Error()
		}
		talks[args[0].String()] = t
		return len(t.Conversation.Beats)
	})
	// play plays games of a conversation and tells how many replies were given.
	export("play", func(args []js.Value) any {
		return games.Play(find(args[0]), args[1].Int(), args[2].Int()).Replies
	})
	// odds walks every state of a conversation and tells how many there are.
	export("odds", func(args []js.Value) any {
		o, err := odds.Analyse(find(args[0]), 0, 0)
		if err != nil {
			return err.Error()
		}
		return o.States()
	})
	// allocated is how many allocations there have been.
	export("allocated", func([]js.Value) any {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.Mallocs)
	})
	js.Global().Call("engineReady")
	select {}
}

func export(name string, f func(args []js.Value) any) {
	js.Global().Set("earned_"+name, js.FuncOf(func(_ js.Value, args []js.Value) any { return f(args) }))
}

func conversation(name string) (*talk.Talk, error) {
	if beats, err := strconv.Atoi(name); err == nil {
		return talk.New(generate.Book(1, generate.Written(beats)), generate.Name)
	}
	book, err := scenarios.Shipped()
	if err != nil {
		return nil, err
	}
	return talk.New(book, name)
}
