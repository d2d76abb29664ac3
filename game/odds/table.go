package odds

import (
	"math/bits"

	"earned/game/talk"
)

// table finds states of one beat that were met before: open addressing, the
// ids of the states in the slots (plus one, so that zero is an empty slot).
type table struct {
	slots []uint32
	used  int
}

const firstSlots = 64

// id is the number of a state, a new one with isNew where it was not met
// before; the caller adds it to states then.
func (t *table) id(states []talk.State, s *talk.State) (id uint32, isNew bool) {
	if 2*t.used >= len(t.slots) {
		t.grow(states)
	}
	mask := uint64(len(t.slots) - 1)
	for at := hash(s) & mask; ; at = (at + 1) & mask {
		slot := t.slots[at]
		if slot == 0 {
			t.used++
			t.slots[at] = uint32(len(states)) + 1
			return uint32(len(states)), true
		}
		if states[slot-1] == *s {
			return slot - 1, false
		}
	}
}

func (t *table) grow(states []talk.State) {
	old := t.slots
	t.slots = make([]uint32, max(firstSlots, 2*len(old)))
	mask := uint64(len(t.slots) - 1)
	for _, slot := range old {
		if slot == 0 {
			continue
		}
		at := hash(&states[slot-1]) & mask
		for t.slots[at] != 0 {
			at = (at + 1) & mask
		}
		t.slots[at] = slot
	}
}

// clear empties the table for another beat and keeps its memory.
func (t *table) clear() {
	clear(t.slots)
	t.used = 0
}

// hash mixes all of a state that differs within a beat (wyhash's mixing of two
// words by a full product).
func hash(s *talk.State) uint64 {
	x := &s.Trust
	a := uint64(x.Trust) | uint64(x.Cap)<<8 | uint64(x.Ceiling)<<16 | uint64(x.Rupture)<<18 |
		uint64(x.Last)<<20 | uint64(x.Unasked)<<24 | uint64(s.Promises)<<32 | uint64(uint8(s.Ending))<<48
	if x.Knows {
		a |= 1 << 56
	}
	if x.Likes {
		a |= 1 << 57
	}
	if x.Lent {
		a |= 1 << 58
	}
	hi, lo := bits.Mul64(a^0x9e3779b97f4a7c15, uint64(s.Facts)^0xbf58476d1ce4e5b9)
	return hi ^ lo ^ hi>>29
}
