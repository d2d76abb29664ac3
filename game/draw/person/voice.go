package person

import (
	"math"

	"earned/game/view"
	"earned/scenarios"
)

// tone is how a voice sounds, as far as a line can show it: how loud, how
// uneven, how quickly it rises and falls, and how it leans over a phrase.
type tone struct{ loud, rough, quick, slope float64 }

var tones = [...]tone{
	scenarios.NoFeeling: {0.5, 0.2, 0.5, 0},
	scenarios.Guarded:   {0.34, 0.1, 0.45, -0.1},
	scenarios.Anxious:   {0.55, 0.75, 1.5, 0.1},
	scenarios.Amused:    {0.75, 0.35, 0.95, 0.25},
	scenarios.Hurt:      {0.4, 0.25, 0.3, -0.5},
	scenarios.Curious:   {0.6, 0.2, 0.6, 0.55},
	scenarios.Relieved:  {0.55, 0.1, 0.28, -0.35},
	scenarios.Angry:     {1, 0.55, 1.1, 0.1},
	scenarios.Warm:      {0.68, 0.1, 0.5, 0.1},
	scenarios.Absent:    {0.24, 0.5, 0.35, -0.2},
}

// silhouette draws a voice: an outline one may know, a phone at its ear, and
// the line of what is said. The line carries the feeling; the outline does not.
func (f *figure) silhouette(s stage, pic view.Picture) {
	m := s.figure()
	q := f.pose
	still := &f.still
	*still = Pose{}
	still[lid], still[nod], still[tilt], still[yaw] = 1, 2, 4, -6
	atEar(still)
	still[breath], still[voice] = q[breath], q[voice]
	// Trust brings even an outline a little nearer.
	still[lean] = (float64(pic.Trust)/50 - 1) * 0.6
	f.pose = still
	f.mono = true
	f.lo, f.hi = rgb(0x6A4C58), rgb(0x33262F)
	f.loAt, f.hiAt = s.y-140*s.unit, s.y+220*s.unit
	f.placeBody()
	f.placeHead()
	l, r := f.arm(-1), f.arm(1)
	l.elbow, r.elbow = pt{-80, 230}, pt{94, 86}
	f.use(m.then(f.body))
	f.hairBack()
	f.trunk()
	f.use(m)
	f.upperArm(l)
	f.upperArm(r)
	f.use(m.then(f.body))
	f.drawHead()
	f.use(m)
	f.phoneThing()
	f.foreArm(r)
	f.mono = false
	f.use(m)
	f.voiceLine(pic)
	f.pose = q
}

// voiceLine is a row of bars, as high as the voice is loud.
func (f *figure) voiceLine(pic view.Picture) {
	const half = 17
	feel := int(pic.Feels)
	if feel >= len(tones) {
		feel = 0
	}
	k := tones[feel]
	loud := 24 * k.loud * (0.85 + 0.3*float64(pic.Trust)/100)
	y := 84.0
	f.box(rgb(0xFBF3E4), -104, y-27, 208, 54, 27)
	for i := -half; i <= half; i++ {
		x := float64(i)
		at := x + f.pose[voice]
		n := float64(hash(uint64(int64(at)+1000))%1000) / 1000
		wave := 0.5 + 0.5*math.Sin(at*k.quick*1.3)*math.Sin(at*0.37+1)
		hgt := loud * lerp(wave, n, k.rough) * (1 + k.slope*x/half)
		hgt *= math.Sqrt(max(0, 1-x*x/((half+1)*(half+1))))
		if !pic.Speaking {
			hgt *= 0.4
		}
		hgt = max(hgt, 1.5)
		f.box(rgb(0xA34E3C).to(rgb(0xC98A4B), math.Abs(x)/half), x*5.2-1.5, y-hgt, 3, 2*hgt, 1.5)
	}
}
