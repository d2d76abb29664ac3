package person

import (
	"math"
	"time"
)

// move brings the pose up to the time now and says when it next changes; it
// reports whether that is at once.
func (p *Painter) move(now time.Duration, reduced bool) bool {
	if reduced {
		p.now, p.next = p.to, never
		return false
	}
	t := float64(now-p.since) / float64(blendTime)
	blending := t < 1 && p.from != p.to
	if blending {
		p.now = blend(&p.from, &p.to, ease(clamp(t, 0, 1)))
	} else {
		p.now = p.to
	}
	p.next = p.idle(now)
	if blending {
		p.next = now
	}
	return blending
}

// ease starts and ends slowly.
func ease(t float64) float64 { return t * t * (3 - 2*t) }

// idle adds breathing, blinking and speech to the pose, in steps, and returns
// when the next step is due.
func (p *Painter) idle(now time.Duration) time.Duration {
	// The chest rises in a third of a breath, falls in a third and rests: at
	// rest, nothing is drawn.
	at := now % breathing
	start := now - at
	next := start + breathing
	const moving = breathing * 2 / 3
	if at < moving {
		step := at / Tick
		t := float64(step) * float64(Tick) / float64(moving)
		p.now[breath] = math.Sin(math.Pi * t)
		p.now[breath] *= p.now[breath]
		next = start + min((step+1)*Tick, moving)
	}
	if d, due := blinkAt(now); d > 0 {
		p.now[lid] *= 1 - d
		next = min(next, due)
	} else {
		next = min(next, due)
	}
	if p.pic.Speaking {
		k := uint64(now / Tick)
		o := [8]float64{0.1, 0.5, 0.25, 0.7, 0.05, 0.4, 0.6, 0.2}[hash(k)%8]
		p.now[open] = clamp(p.now[open]*0.4+o*0.42, 0, 1)
		p.now[wide] += 0.2 * (o - 0.3)
		p.now[voice] = float64(k % 4096)
		next = min(next, time.Duration(k+1)*Tick)
	}
	return next
}

// blinkAt is how far shut the eyes are, 0–1, and when that next changes. Blinks
// come every two to six seconds, by the clock alone.
func blinkAt(now time.Duration) (float64, time.Duration) {
	const slot = 4 * time.Second
	k := now / slot
	begin := k*slot + time.Duration(hash(uint64(k))%2200)*time.Millisecond
	switch d := now - begin; {
	case d < 0:
		return 0, begin
	case d < blinkTime/4:
		return 0.6, begin + blinkTime/4
	case d < blinkTime*5/8:
		return 1, begin + blinkTime*5/8
	case d < blinkTime:
		return 0.5, begin + blinkTime
	}
	k++
	return 0, k*slot + time.Duration(hash(uint64(k))%2200)*time.Millisecond
}

// hash spreads k, so that what comes by the clock does not come regularly.
func hash(k uint64) uint64 {
	k ^= k >> 30
	k *= 0xbf58476d1ce4e5b9
	k ^= k >> 27
	k *= 0x94d049bb133111eb
	return k ^ k>>31
}
