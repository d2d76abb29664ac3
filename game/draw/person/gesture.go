package person

import "earned/scenarios"

// A gesture sets where arms, hands and the things in them are.
type gesture func(*Pose)

// band is the band of trust, as the rules draw it; a test holds the bounds to
// those of game/trust, which this package does not otherwise need.
func band(points uint8) scenarios.Band {
	switch {
	case points >= 68:
		return scenarios.Trusting
	case points >= 50:
		return scenarios.Open
	case points >= 30:
		return scenarios.Wary
	}
	return scenarios.Cold
}

// rungs say what the hands do: for each feeling, from cold to trusting. The
// sentences of game/view/seen say the same in words; change both together.
var rungs = [...][4]gesture{
	scenarios.NoFeeling: {clasped, rest, rest, opened},
	scenarios.Guarded:   {folded, clasped, handsFlat, penReady},
	scenarios.Anxious:   {lap, turnsPen, clasped, oneOpen},
	scenarios.Amused:    {folded, onChin, rest, opened},
	scenarios.Hurt:      {holdsArm, clasped, chest, chestOpen},
	scenarios.Curious:   {clasped, onChin, penReady, writes},
	scenarios.Relieved:  {clasped, rest, chest, chestOpen},
	scenarios.Angry:     {folded, fists, handsFlat, oneOpen},
	scenarios.Warm:      {clasped, rest, opened, chestOpen},
	scenarios.Absent:    {onPhone, onChin, turnsPen, rest},
}

// hold sets one arm.
func (q *Pose) hold(arm int, ex, ey, wx, wy, ai, re, cu, po, sp, th, pa float64) {
	copy(q[arm:arm+armParts], []float64{ex, ey, wx, wy, ai, re, cu, po, sp, th, pa, 0})
}

// lying puts pen and phone where they lie unused.
func (q *Pose) lying() {
	q[penX], q[penY], q[penTurn] = -8, 170, 62
	q[phoneX], q[phoneY], q[phoneTurn], q[phoneUp] = 92, 168, -14, 0
}

func rest(q *Pose) {
	q.lying()
	q.hold(armL, 86, 120, 48, 148, 60, 0.78, 0.22, 0, 0.3, 35, 0)
	q.hold(armR, 86, 120, 42, 151, 66, 0.78, 0.28, 0, 0.25, 32, 0)
}

func clasped(q *Pose) {
	q.lying()
	q.hold(armL, 86, 117, 34, 146, 74, 0.70, 0.42, 0, 0.05, 30, 0)
	q.hold(armR, 86, 117, 30, 149, 80, 0.70, 0.60, 0, 0, 26, 0)
}

func handsFlat(q *Pose) {
	q.lying()
	q.hold(armL, 92, 112, 60, 134, 26, 0.85, 0, 0, 0.9, 48, 0)
	q.hold(armR, 92, 112, 60, 134, 26, 0.85, 0, 0, 0.9, 48, 0)
}

func fists(q *Pose) {
	q.lying()
	q.hold(armL, 95, 112, 56, 142, 34, 0.85, 1, 0, 0, 2, 0)
	q.hold(armR, 95, 112, 56, 142, 34, 0.85, 1, 0, 0, 2, 0)
}

func opened(q *Pose) {
	q.lying()
	q.hold(armL, 92, 114, 68, 134, 18, 0.8, 0.14, 0, 0.7, 52, 1)
	q.hold(armR, 92, 114, 68, 134, 18, 0.8, 0.14, 0, 0.7, 52, 1)
}

func oneOpen(q *Pose) {
	rest(q)
	q.hold(armL, 92, 114, 68, 134, 18, 0.8, 0.14, 0, 0.7, 52, 1)
}

func folded(q *Pose) {
	q.lying()
	q.hold(armL, 82, 100, -36, 93, 92, 0.4, 0.3, 0, 0, 14, 0)
	q.hold(armR, 84, 101, -44, 84, 96, 0.5, 0.22, 0, 0.1, 22, 0)
}

func holdsArm(q *Pose) {
	q.lying()
	q.hold(armL, 82, 106, -41, 82, 95, 0.5, 0.25, 0, 0.05, 22, 0)
	q.hold(armR, 82, 116, 46, 146, 56, 0.75, 0.35, 0, 0.1, 30, 0)
}

func lap(q *Pose) {
	q.lying()
	q.hold(armL, 82, 118, 46, 150, 60, 0.7, 0.4, 0, 0, 30, 0)
	q.hold(armR, 82, 118, 46, 150, 60, 0.7, 0.4, 0, 0, 30, 0)
	q[armL+below], q[armR+below] = 1, 1
}

func onChin(q *Pose) {
	q.lying()
	q.hold(armL, 86, 118, 46, 148, 64, 0.75, 0.3, 0, 0.2, 32, 0)
	q.hold(armR, 66, 126, 29, 16, 164, 0.95, 0.78, 0.62, 0, 14, 0)
}

func chest(q *Pose) {
	q.lying()
	q.hold(armL, 86, 104, 50, 66, 112, 0.92, 0.06, 0, 0.3, 50, 0)
	q.hold(armR, 86, 120, 42, 150, 66, 0.78, 0.28, 0, 0.25, 32, 0)
}

func chestOpen(q *Pose) {
	chest(q)
	q.hold(armR, 92, 114, 68, 134, 18, 0.8, 0.14, 0, 0.7, 52, 1)
}

func penReady(q *Pose) {
	rest(q)
	q.hold(armL, 86, 120, 54, 144, 48, 0.8, 0.62, 0.25, 0, 42, 0)
	q[penX], q[penY], q[penTurn] = -26, 163, 38
	q[specs] = 1
}

func writes(q *Pose) {
	penReady(q)
	q.hold(armL, 86, 121, 58, 147, 40, 0.8, 0.62, 0.25, 0, 42, 0)
	q.hold(armR, 82, 122, 16, 160, 84, 0.85, 0.05, 0, 0.3, 34, 0)
	q[penX], q[penY], q[penTurn] = -32, 168, 34
	q[nod] += 3
}

func turnsPen(q *Pose) {
	q.lying()
	q.hold(armL, 89, 114, 57, 139, 86, 0.75, 0.72, 0.3, 0, 26, 0)
	q.hold(armR, 89, 114, 57, 137, 82, 0.75, 0.72, 0.3, 0, 26, 0)
	q[penX], q[penY], q[penTurn] = -24, 141, 84
}

func onPhone(q *Pose) {
	q.lying()
	q.hold(armL, 86, 118, 46, 148, 64, 0.75, 0.3, 0, 0.2, 32, 0)
	q.hold(armR, 84, 116, 52, 128, 118, 0.85, 0.18, 0, 0.1, 60, 0)
	q[phoneX], q[phoneY], q[phoneTurn], q[phoneUp] = 30, 110, 8, 1
	q[yaw], q[nod], q[gazeX], q[gazeY], q[lid] = 7, 9, 0.35, 0.95, 0.62
}

// atEar holds the phone to the ear.
func atEar(q *Pose) {
	rest(q)
	q.hold(armR, 84, 84, 50, -14, 168, 0.9, 0.5, 0, 0, 16, 0)
	q[phoneX], q[phoneY], q[phoneTurn], q[phoneUp] = 43, -52, 8, 1
}
