// Package race tells tests whether the race detector watches them. It makes
// some of them ten times slower, and what it looks for is found in few tries as
// well as in many: those with it try less, and make unit runs them a second
// time, in full, without it.
package race

import (
	"flag"
	"fmt"
)

// Tries is n, or about a fifth of it while the race detector watches.
func Tries(n int) int {
	if Enabled {
		return (n + 4) / 5
	}
	return n
}

// FewerChecks has rapid's properties tried on fewer cases while the race
// detector watches. Call it from TestMain.
func FewerChecks() {
	if !Enabled {
		return
	}
	if err := flag.Set("rapid.checks", fmt.Sprint(Tries(100))); err != nil {
		panic("race: there is no such flag of rapid's: " + err.Error())
	}
}
