package person

import (
	"earned/scenarios"
)

// face is the part of a feeling that does not depend on trust. Values follow
// Pose; lid is counted from 1.
type face struct {
	in, out, near, bskew  float64
	lid, squint           float64
	gx, gy                float64
	smile, open, wide     float64
	tense, skew, blush    float64
	yaw, nod, tilt        float64
	lean, sway, shoulders float64
}

var faces = [...]face{
	scenarios.NoFeeling: {smile: 0.05},
	scenarios.Guarded: {in: -1.4, out: -0.4, near: 0.45, lid: -0.22, squint: 0.34, gx: 0.1, smile: -0.16, tense: 0.6, wide: -0.1,
		yaw: 7, nod: -3, tilt: -2, lean: -0.42, shoulders: 0.3},
	scenarios.Anxious: {in: 3.8, out: -0.8, near: 0.55, lid: 0.2, gx: -0.3, gy: 0.05, smile: -0.26, open: 0.06, wide: 0.12, tense: 0.45,
		yaw: -4, nod: 3, tilt: 2, lean: 0.05, shoulders: 0.75},
	scenarios.Amused: {in: 0.6, out: 1.5, bskew: 0.62, lid: -0.1, squint: 0.66, smile: 0.62, open: 0.07, wide: 0.36, skew: 0.72, blush: 0.3,
		yaw: -6, nod: 2, tilt: 7, lean: -0.1, shoulders: -0.1},
	scenarios.Hurt: {in: 4.2, out: -2.2, near: 0.3, lid: -0.34, gx: 0.18, gy: 0.9, smile: -0.5, wide: -0.2, tense: 0.2, blush: 0.35,
		yaw: 6, nod: 8, tilt: -6, lean: -0.2, shoulders: -0.15},
	scenarios.Curious: {in: 1.1, out: 2.4, bskew: 0.5, lid: 0.09, smile: 0.24, open: 0.1, wide: -0.08,
		yaw: -3, nod: -1, tilt: 8, lean: 0.35},
	scenarios.Relieved: {in: 3.2, out: 1.0, lid: -0.62, squint: 0.5, gy: 0.1, smile: 0.42, open: 0.26, wide: 0.05, blush: 0.2,
		yaw: 2, nod: -9, tilt: 4, lean: -0.12, shoulders: -0.8},
	scenarios.Angry: {in: -4.0, out: 1.4, near: 1, lid: -0.04, squint: 0.5, gy: -0.1, smile: -0.42, tense: 0.85, wide: 0.02, blush: 0.75,
		yaw: 2, nod: 5, lean: 0.2, shoulders: 0.5},
	scenarios.Warm: {in: 1.6, out: 0.4, lid: -0.04, squint: 0.4, smile: 0.7, open: 0.18, wide: 0.36, blush: 0.5,
		yaw: -2, tilt: -4, lean: 0.25, shoulders: -0.25},
	scenarios.Absent: {in: 1.2, out: -0.4, lid: -0.2, gx: 0.9, gy: -0.35, smile: -0.04, open: 0.04, yaw: 16, nod: -3, tilt: 3, lean: -0.25, shoulders: -0.2},
}

// Feel is the pose of a feeling at a trust of 0–100.
func Feel(feeling scenarios.Feeling, trust uint8) Pose {
	if int(feeling) >= len(faces) {
		feeling = scenarios.NoFeeling
	}
	c := faces[feeling]
	t := clamp(float64(trust)/50-1, -1, 1)
	away := (1 - t) / 2 // 1 with no trust, 0 with all of it
	var q Pose
	q[browIn] = c.in + 0.7*t
	q[browOut] = c.out + 0.2*t
	q[browNear] = clamp(c.near-0.2*t, 0, 1)
	q[browSkew] = c.bskew
	q[lid] = 1 + c.lid + 0.05*t
	q[squint] = clamp(c.squint, 0, 1)
	// Trust brings head and eyes round to the viewer.
	side := 1.0
	if c.yaw < 0 {
		side = -1
	}
	q[yaw] = c.yaw*(1-0.5*t) + side*6*away*away
	q[gazeX] = c.gx*(1-0.6*t) + side*0.26*away*away
	q[gazeY] = c.gy * (1 - 0.4*t)
	q[smile] = clamp(c.smile+0.15*t, -1, 1)
	q[open] = clamp(c.open, 0, 1)
	q[wide] = c.wide + 0.06*t
	q[tense] = clamp(c.tense-0.28*t, 0, 1)
	q[skew] = c.skew
	q[blush] = c.blush
	q[nod] = c.nod + 2.5*t
	q[tilt] = c.tilt + side*-2.2*t
	q[lean] = clamp(c.lean+0.62*t, -1, 1)
	q[sway] = c.sway + side*4*away
	q[shoulders] = clamp(c.shoulders-0.3*t, -1, 1)
	q[headY] = 1.5 * max(0, c.shoulders)
	if band(trust) == scenarios.Cold {
		q[shut] = 1
	}
	q[written] = clamp((float64(trust)-28)/57, 0, 1) // full a little before the end
	rungs[feeling][band(trust)](&q)
	q[yaw] = clamp(q[yaw], -16, 16)
	return q
}
