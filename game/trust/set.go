package trust

import (
	"iter"
	"math/bits"
)

// Set is a set of rules.
type Set uint64

// With is the set and one rule more.
func (s Set) With(r RuleID) Set { return s | 1<<r }

// Has reports whether the rule is in the set.
func (s Set) Has(r RuleID) bool { return s&(1<<r) != 0 }

// Rules yields the set's rules in the order of the table.
func (s Set) Rules() iter.Seq[RuleID] {
	return func(yield func(RuleID) bool) {
		for ; s != 0; s &= s - 1 {
			if !yield(RuleID(bits.TrailingZeros64(uint64(s)))) {
				return
			}
		}
	}
}
