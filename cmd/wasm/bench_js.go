//go:build bench

package main

import (
	"bytes"
	"runtime"
	"runtime/pprof"
	"syscall/js"
)

// Built with the tag bench, the game tells a page what it has allocated (bench):
// what about a frame and about memory cannot be seen from outside.
func init() {
	js.Global().Set("earnedAllocations", js.FuncOf(func(js.Value, []js.Value) any {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return []any{float64(m.Mallocs), float64(m.TotalAlloc)}
	}))
	js.Global().Set("earnedHeap", js.FuncOf(func(js.Value, []js.Value) any {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		runtime.GC()
		runtime.ReadMemStats(&after)
		return map[string]any{"live": float64(after.HeapAlloc), "inUse": float64(before.HeapInuse), "heap": float64(after.HeapSys), "sys": float64(after.Sys)}
	}))
	js.Global().Set("earnedSample", js.FuncOf(func(_ js.Value, args []js.Value) any {
		runtime.MemProfileRate = args[0].Int() // bytes between two that a profile tells of
		return nil
	}))
	js.Global().Set("earnedHeapProfile", js.FuncOf(func(js.Value, []js.Value) any {
		runtime.GC()
		var b bytes.Buffer
		if err := pprof.WriteHeapProfile(&b); err != nil {
			panic(err)
		}
		bytes := js.Global().Get("Uint8Array").New(b.Len())
		js.CopyBytesToJS(bytes, b.Bytes())
		return bytes
	}))
}
