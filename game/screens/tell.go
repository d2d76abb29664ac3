package screens

import (
	"earned/game/trust"
	"earned/scenarios"
)

// tell is what the client lets be seen when a gate, a cap or a rupture held
// back what the i-th state would have gained, so that right conduct under a
// cap never reads as error. Each is told once in a meeting.
func (h *held) tell(i int) string {
	id, ok := h.tellID(i)
	if !ok || id == scenarios.TellEnoughForNow && h.meeting(i) != h.meeting(i-1) {
		return "" // enough for that meeting is no word to open the next with
	}
	for k := i - 1; k > 0 && h.meeting(k) == h.meeting(i); k-- {
		if before, ok := h.tellID(k); ok && before == id {
			return ""
		}
	}
	return h.Client.Tells[id]
}

func (h *held) tellID(i int) (scenarios.Tell, bool) {
	m := &h.moments[i-1]
	spoke, after := m.Result.Spoke, m.After.Trust
	switch {
	case after.Ceiling == trust.Deceived && (spoke.Has(trust.Breaches) || spoke.Has(trust.CeilingHolds)):
		return scenarios.TellDeceived, true
	case after.Rupture != trust.NoRupture && (m.Before.Trust.Rupture == trust.NoRupture || spoke.Has(trust.RuptureBlocks)):
		return scenarios.TellRupture, true
	case spoke.Has(trust.GatesShut) && !after.Knows:
		return scenarios.TellKnowsNotYou, true
	case spoke.Has(trust.GatesShut) && !after.Likes:
		return scenarios.TellLikesNotYou, true
	case spoke.Has(trust.EnoughForToday):
		return scenarios.TellEnoughForNow, true
	}
	return 0, false
}
