//go:build bench

package main

import (
	"runtime"
	"syscall/js"
)

// Built with the tag bench, the game tells a page how many allocations it has
// made (bench): the one thing about a frame that cannot be seen from outside.
func init() {
	js.Global().Set("earnedAllocations", js.FuncOf(func(js.Value, []js.Value) any {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return []any{float64(m.Mallocs), float64(m.TotalAlloc)}
	}))
}
