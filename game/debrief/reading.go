package debrief

// Reading is the player's answer to "how is it going?" beside the truth.
type Reading struct {
	After  int // how many replies had been given
	Read   int // what the player read, as points 0–100
	Truth  int // trust then, 0–100
	Answer int // as it was given, 0–4
}

// near is how far a reading may be from the truth and still be called right,
// in points: about one step of the scale.
const near = 15

// read sets the readings beside the truth, and says what that tells.
func (r *Report) read() {
	curve := r.Curve()
	sum, right := 0, 0
	for _, x := range r.Run.Readings {
		if x.After >= len(curve) {
			continue
		}
		// The scale's five steps span what trust usually spans, 10 to 90.
		p := Reading{After: x.After, Answer: x.Trust, Read: 10 + 20*x.Trust, Truth: curve[x.After]}
		r.Readings = append(r.Readings, p)
		sum += p.Read - p.Truth
		if abs(p.Read-p.Truth) <= near {
			right++
		}
	}
	n := len(r.Readings)
	if n == 0 {
		return
	}
	var s string
	switch {
	case right == n:
		s = "Each time you were asked, you read {Name} about right. That is the skill everything else rests on."
	case sum > near*n:
		s = "You thought {Name} trusted you more than {she} did. Most of us do: people are polite. Watch what they tell you, which is harder to fake than a smile."
	case sum < -near*n:
		s = "{Name} trusted you more than you thought. Careful people read distance into a quiet face; watch what they tell you."
	default:
		s = "You read {Name} right at some moments and not at others. Look at the ones you missed: what had {she} just told you, or stopped telling you?"
	}
	r.Reader = fill(s, r.Talk.Client)
}
